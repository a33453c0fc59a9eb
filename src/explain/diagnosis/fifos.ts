// An open of a FIFO that waits for the other side: who could open it, and what they wait for instead.
import type { Pid } from "../../kernel/index.ts";
import { code, join, say, who } from "../sentence.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import { argumentsIn } from "./formats.ts";
import { callsIn, codeAt, literally, sourceOf } from "./source.ts";
import { begins, howItEnded, turnedAway, waitCulprit, whatTheyWaitFor } from "./told.ts";
import { stranded, waitingOthers } from "./waiting.ts";

export function otherEndNeverOpened(ran: Ran): Finding | null {
	const waiting = stranded(ran).filter((one) => ran.kernel.processes[one]?.wait?.on === "other-end");
	const pid = waiting[0];
	const process = pid === undefined ? undefined : ran.kernel.processes[pid];
	if (pid === undefined || process?.wait?.on !== "other-end") return null;
	const name = who(ran, pid);
	const { end } = process.wait;
	const path = process.call?.name === "open" ? process.call.path : "the FIFO";
	const verb = end === "read" ? "reading" : "writing";
	const partner = waiting.find((other) => other !== pid && meets(ran, other, pid) && meets(ran, pid, other));
	const others = waitingOthers(ran, pid);
	const refused = turnedAway(ran, pid, (call) => call.name === "open" && isSameName(call.path, path));
	const gone = ran.witness?.deaths.filter((death) => death.pid !== pid).slice(-1) ?? [];
	const dead = gone.filter((death) => !refused.some((one) => one.pid === death.pid));
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} it opens ${code(path)} for ${verb === "reading" ? "writing" : "reading"}, and that waits until somebody opens it for ${verb}.`,
			partner === undefined ? null : crossed(ran, pid, partner),
			...(partner === undefined ? refused.map(({ sentence }) => sentence) : []),
			partner === undefined ? whatTheyWaitFor(ran, others) : null,
			...(partner === undefined && others.length === 0
				? dead.map((death) => say`${who(ran, death.pid)} ${howItEnded(ran, death)} without opening it.`)
				: []),
		]),
		cure:
			partner === undefined
				? end === "read"
					? say`Somebody has to open ${code(path)} for reading, while ${name} waits or before it. ${code("O_NONBLOCK")} is no way out: an open for writing then fails with ${code("ENXIO")} while nobody reads.`
					: say`Somebody has to open ${code(path)} for writing, or ${name} opens it with ${code("O_NONBLOCK")}, which does not wait for a writer.`
				: say`Let both open the FIFOs in the same order.`,
		culprits: [pid, ...(partner === undefined ? others : [partner])].map((one) => waitCulprit(ran, one)),
		remedies: partner === undefined ? [] : swapped(ran, pid, partner),
	};
}

/** Whether two paths end in the same name. */
function isSameName(one: string, other: string): boolean {
	return one.split("/").at(-1) === other.split("/").at(-1);
}

/** Whether the one's program opens, further on, the end for which the other waits, by the same name. */
function meets({ kernel, programs }: Ran, one: Pid, other: Pid): boolean {
	const { call, wait } = kernel.processes[other] ?? {};
	const place = kernel.processes[one]?.since?.place;
	if (call?.name !== "open" || wait?.on !== "other-end" || place == null) return false;
	const flags = wait.end === "read" ? /\bO_RD(ONLY|WR)\b/ : /\bO_(WRONLY|RDWR)\b/;
	const source = sourceOf(programs, place.file);
	const named = new RegExp(`\\b(\\w+)\\s*(?:\\[\\s*\\]\\s*)?=?\\s*"${literally(call.path)}"`, "g");
	const names = [`"${call.path}"`, ...[...source.text.matchAll(named)].map(([, name = ""]) => name)];
	const below = { from: source.begins[place.line] ?? source.text.length, to: source.text.length };
	return callsIn(source, below).some(
		({ name, text }) =>
			name === "open" &&
			flags.test(text) &&
			names.includes(argumentsIn(text.replace(/^\w+\s*\(/, ""))[0] ?? ""),
	);
}

function crossed(ran: Ran, pid: Pid, partner: Pid) {
	const call = ran.kernel.processes[partner]?.call;
	const path = call?.name === "open" ? call.path : "another";
	return say`${who(ran, partner)} would have to, but waits in ${code("open")} too: for ${code(path)}, which ${who(ran, pid)} opens only later. Each waits for the other.`;
}

/** The one's open goes behind its next statement. */
function swapped(ran: Ran, pid: Pid, partner: Pid): readonly Remedy[] {
	return [partner, pid].flatMap((one): Remedy[] => {
		const place = ran.kernel.processes[one]?.since?.place;
		return place == null || !codeAt(ran.programs, place).endsWith(";") ? [] : [{ kind: "later", place }];
	});
}
