// A poll or select that never returns, and input that has ended: each descriptor with the reason why it is never ready.
import { type ObjectRef, type Pid, POLLIN, POLLOUT } from "../../kernel/index.ts";
import { code, join, list, type Sentence, say, who } from "../sentence.ts";
import { type Holder, holdersOf, objectName, pipeName } from "../view.ts";
import { keepers } from "../wait.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import { standsAt } from "./stands.ts";
import { begins, descriptorCulprit, history, originOf, waitFor, whatTheyWaitFor } from "./told.ts";
import { rootOf } from "./waiting.ts";

interface Asked {
	readonly fd: number;
	readonly read: boolean;
	readonly write: boolean;
}

export function neverReady(ran: Ran): Finding | null {
	const pid = rootOf(ran);
	if (pid === null) return null;
	const wait = waitFor(ran, pid);
	if (wait.on !== "poll") {
		if (wait.on !== "terminal-input") return null;
		return { pid, sentence: say`${begins(ran, pid)} the input has ended.`, cure: null };
	}
	const asked = askedBy(ran, pid);
	const first = tooLow(ran, pid);
	const held = keepers(ran.kernel, wait);
	const own = held.filter((holder) => holder.pid === pid);
	const others = [...new Set(held.map((holder) => holder.pid))].filter((other) => other !== pid);
	const culprits = held.map((holder) => descriptorCulprit(ran, holder));
	return {
		pid,
		sentence: join([
			first !== null
				? say`${begins(ran, pid)} its first argument is ${String(first)}, so it looks only at the descriptors below that; none of those is in a set, and it sets no time.`
				: asked.length === 0
					? say`${begins(ran, pid)} it asks for no descriptor at all, and sets no time.`
					: say`${begins(ran, pid)} none of its descriptors can ever become ready, and it sets no time.`,
			...asked.map((one) => reason(ran, pid, one)),
			...culprits.slice(0, 4).map((culprit) => history(ran, culprit)),
			whatTheyWaitFor(ran, others),
		]),
		cure:
			first !== null
				? say`The first argument of ${code("select")} is the highest descriptor and one more.`
				: own.length === 0
					? null
					: say`Close that write end in ${who(ran, pid)} before it waits.`,
		culprits,
		remedies: [...oneMore(ran, pid), ...held.flatMap((holder) => closing(ran, holder))],
	};
}

/** The first argument of a select that leaves nothing of its sets; null when it is 0, or something is left. */
function tooLow(ran: Ran, pid: Pid): number | null {
	const call = ran.kernel.processes[pid]?.call;
	if (call?.name !== "select" || call.highest <= 0) return null;
	return askedBy(ran, pid).length === 0 ? call.highest : null;
}

function oneMore(ran: Ran, pid: Pid): readonly Remedy[] {
	const place = ran.kernel.processes[pid]?.since?.place;
	if (place == null || tooLow(ran, pid) === null) return [];
	return [{ kind: "replace", place, what: /\b(p?select\s*\(\s*[^,]+?)\s*,/, by: "$1 + 1," }];
}

function closing(ran: Ran, holder: Holder): readonly Remedy[] {
	const openedAt = originOf(ran, holder.pid, holder.fd)?.place ?? null;
	return [
		{ kind: "close", pid: holder.pid, descriptor: holder.fd, openedAt, before: standsAt(ran, holder.pid) },
	];
}

function askedBy(ran: Ran, pid: Pid): readonly Asked[] {
	const call = ran.kernel.processes[pid]?.call;
	if (call?.name === "poll") {
		return call.entries
			.filter(({ fd }) => fd >= 0)
			.map(({ fd, events }) => ({ fd, read: (events & POLLIN) !== 0, write: (events & POLLOUT) !== 0 }));
	}
	if (call?.name !== "select") return [];
	const fds = [...new Set([...call.read, ...call.write])].filter((fd) => fd < call.highest);
	return fds.map((fd) => ({ fd, read: call.read.includes(fd), write: call.write.includes(fd) }));
}

/** 'Descriptor 3 is the read end of the pipe: it is empty, and a write end of it is open in reader.' */
function reason(ran: Ran, pid: Pid, { fd, read, write }: Asked): Sentence {
	const descriptor = ran.kernel.processes[pid]?.descriptors[fd];
	const object = descriptor === undefined ? undefined : ran.kernel.openFiles[descriptor.openFile]?.object;
	if (object === undefined) return say`Descriptor ${fd} is not open.`;
	if (object.kind !== "pipe")
		return say`Descriptor ${fd} leads to ${objectName(ran.kernel, object)}${still(ran, object)}.`;
	const pipe = pipeName(ran.kernel, object.id);
	const end = object.end === "write" ? "write" : "read";
	if (end === "read" && read)
		return say`Descriptor ${fd} is the read end of ${pipe}: it is empty, and a write end of it is open in ${holders(ran, object.id, "write")}.`;
	if (end === "write" && write)
		return say`Descriptor ${fd} is the write end of ${pipe}: it is full, and ${holders(ran, object.id, "read")} will never read from it.`;
	return say`Descriptor ${fd} is the ${end} end of ${pipe}: for ${code(read ? "POLLIN" : "POLLOUT")} that is the wrong end, it is never ready for that.`;
}

function still(ran: Ran, object: ObjectRef): string {
	return object.kind === "terminal" && ran.kernel.terminals[object.id]?.inputEnded
		? ", whose input has ended"
		: "";
}

function holders(ran: Ran, pipe: number, end: "read" | "write"): Sentence {
	const pids = [...new Set(holdersOf(ran.kernel, pipe, end).map(({ pid }) => pid))];
	return list(pids.map((pid) => who(ran, pid)));
}
