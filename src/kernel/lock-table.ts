// The table of advisory locks: what closing a descriptor takes off it, and who is asked again then.
import type { Kernel } from "./kernel.ts";
import { wake } from "./scheduler.ts";
import type { FileLock, OpenFile } from "./state.ts";
import type { ObjectId, Pid } from "./words.ts";

/** Replaces all locks; whoever waits for one on `object` asks again, longest waiting first. */
export function setLocks(kernel: Kernel, locks: readonly FileLock[], object: ObjectId, by: Pid): void {
	const { state } = kernel;
	kernel.journal.set(state, "locks", locks);
	const waiting = Object.values(state.processes).filter(
		({ state, wait }) => state === "waiting" && wait?.on === "lock" && wait.object === object,
	);
	waiting.sort((a, b) => (a.since?.ticks ?? 0) - (b.since?.ticks ?? 0));
	for (const process of waiting) wake(kernel, process, by);
}

export function overlaps(one: Range, other: Range): boolean {
	return one.object === other.object && one.start < other.end && other.start < one.end;
}

type Range = Pick<FileLock, "object" | "start" | "end">;

/** A descriptor is closed: the process loses its locks on the file, and the description, if it goes, those of its own. */
export function dropLocks(kernel: Kernel, pid: Pid, openFile: OpenFile, last: boolean): void {
	const { locks } = kernel.state;
	if (locks.length === 0) return;
	const object = openFile.object.kind === "device" ? 0 : openFile.object.id;
	const kept = locks.filter((lock) => {
		if (lock.object !== object) return true;
		return lock.by === "process" ? lock.owner !== pid : !last || lock.owner !== openFile.id;
	});
	if (kept.length < locks.length) setLocks(kernel, kept, object, pid);
}
