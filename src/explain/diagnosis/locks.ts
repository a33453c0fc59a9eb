// A lock on a file that is never let go: who holds it, since which line, and what its holder waits for instead.
import type { Pid, Place } from "../../kernel/index.ts";
import { code, join, list, say, who } from "../sentence.ts";
import { objectName } from "../view.ts";
import { lockHolders } from "../wait.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import { codeAt, literally } from "./source.ts";
import { standsAt } from "./stands.ts";
import { beforeLine, begins, onLine, waitCulprit, whatTheyWaitFor } from "./told.ts";
import { stranded } from "./waiting.ts";
import type { Locking } from "./witness.ts";

export function lockNeverUnlocked(ran: Ran): Finding | null {
	const waiting = stranded(ran).filter((one) => ran.kernel.processes[one]?.wait?.on === "lock");
	const pid = waiting[0];
	const process = pid === undefined ? undefined : ran.kernel.processes[pid];
	if (pid === undefined || process?.wait?.on !== "lock") return null;
	const { object } = process.wait;
	const all = lockHolders(ran.kernel, process);
	// Who shares a description with the holder, by fork, does not hold itself up.
	const others = all.filter((one) => one !== pid);
	const holders = others.length > 0 ? others : all;
	const holder = holders[0];
	if (holder === undefined) return null;
	const file =
		ran.kernel.files[object] === undefined
			? "the file"
			: objectName(ran.kernel, { kind: "file", id: object });
	const locked = lastLocking(ran, holder, object);
	const partner = holder !== pid && waiting.includes(holder) ? holder : null;
	const since = ran.kernel.processes[holder]?.since?.place ?? null;
	// EDEADLK is how the kernel refuses a wait that would close a circle.
	const refused = ran.witness?.deadlocks.find((one) => one.pid === pid || holders.includes(one.pid));
	return {
		pid,
		sentence: join([
			holder === pid
				? say`${begins(ran, pid)} ${code(file)} is locked through another ${code("open")} of the same file, by ${who(ran, pid)} itself${inHelper(ran, locked)}, and a lock belongs to what ${code("open")} made.`
				: say`${begins(ran, pid)} ${code(file)} is locked by ${list(holders.map((one) => who(ran, one)))}${inHelper(ran, locked)}, and nobody unlocks it.`,
			whatTheyWaitFor(
				ran,
				holders.filter((one) => one !== pid),
			),
			partner === null ? null : say`Each holds the lock that the other waits for.`,
			refused === undefined
				? null
				: say`${code("fcntl")}${inHelper(ran, refused)} has failed with ${code("EDEADLK")} before: the kernel saw that each would wait for the other. ${who(ran, refused.pid)} went on without that lock.`,
		]),
		cure:
			partner !== null
				? say`Let both take the locks in the same order.`
				: refused !== undefined
					? say`Let both take the locks in the same order. Who sees ${code("EDEADLK")} lets go of what it has and begins again.`
					: holder === pid
						? say`An unlock is missing${beforeLine(ran, since)}, or the same descriptor has to be used.`
						: say`An unlock is missing: ${who(ran, holder)} has to let go of the lock${beforeLine(ran, since)}, where it waits.`,
		culprits: holders.map((one) => waitCulprit(ran, one)),
		remedies: partner === null ? unlocks(ran, holder, locked) : sameOrder(ran, pid, partner),
	};
}

function lastLocking(ran: Ran, pid: Pid, object: number): Locking | undefined {
	const all = ran.witness?.locked ?? [];
	// A lock of flock may have come by fork: then its opener placed it.
	return (
		all.findLast((one) => one.pid === pid && one.object === object) ??
		all.findLast((one) => one.object === object)
	);
}

/** ' on line 12', and from where the function there was called. */
function inHelper(
	ran: Ran,
	locking: { readonly place: Place | null; readonly caller: Place | null } | undefined,
): string {
	return `${onLine(ran, locking?.place)}${locking?.caller == null ? "" : ` (called${onLine(ran, locking.caller)})`}`;
}

function unlocks(ran: Ran, holder: Pid, locked: Locking | undefined): readonly Remedy[] {
	const text = codeAt(ran.programs, locked?.place ?? null);
	const before = standsAt(ran, holder);
	const range = /\bfcntl\s*\(\s*([^,]+?)\s*,\s*(F_(?:OFD_)?SETLK)W?\s*,\s*&\s*([\w.]+)\s*\)/.exec(text);
	const whole = /\b(flock|lockf)\s*\(\s*([^,]+?)\s*,/.exec(text);
	if (range !== null) {
		const [, fd, command, record] = range;
		const lines = `${record}.l_type = F_UNLCK;\nfcntl(${fd}, ${command}, &${record});`;
		return before.map((place) => ({ kind: "insert", before: place, text: lines }));
	}
	if (whole === null) return [];
	const [, call, fd] = whole;
	const line = call === "flock" ? `flock(${fd}, LOCK_UN);` : `lockf(${fd}, F_ULOCK, 0);`;
	return before.flatMap((place): Remedy[] => [
		{ kind: "earlier", line: exactly(line), before: place },
		{ kind: "insert", before: place, text: line },
	]);
}

/** The lock for which one waits is taken before the one it holds. */
function sameOrder(ran: Ran, pid: Pid, partner: Pid): readonly Remedy[] {
	return [partner, pid].flatMap((one): Remedy[] => {
		const wanted = codeAt(ran.programs, ran.kernel.processes[one]?.since?.place ?? null);
		const first = ran.witness?.locked.find((each) => each.pid === one)?.place;
		return first == null || !wanted.endsWith(";")
			? []
			: [{ kind: "earlier", line: exactly(wanted), before: first as Place }];
	});
}

/** A line of C, however its blanks are set. */
function exactly(line: string): RegExp {
	const words = line.trim().split(/\s+/);
	return new RegExp(`^\\s*${words.map(literally).join("\\s*")}\\s*$`);
}
