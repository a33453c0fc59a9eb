// Advisory locks: fcntl's on ranges of a file, owned by a process or a description, and flock's. See fcntl(2), flock(2).
import * as C from "./constants.ts";
import { badDescriptor, openFileOf } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import { overlaps, setLocks } from "./lock-table.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import type { FileLock, OpenFile, Process, RegularFile, Wait } from "./state.ts";
import type { LockRequest, SystemCall } from "./system-calls.ts";

const GET: readonly number[] = [C.F_GETLK, C.F_OFD_GETLK];
const WAITING: readonly number[] = [C.F_SETLKW, C.F_OFD_SETLKW];
const OFD: readonly number[] = [C.F_OFD_GETLK, C.F_OFD_SETLK, C.F_OFD_SETLKW];
const NO_END = Number.POSITIVE_INFINITY;

type Wanted = Omit<FileLock, "write"> & { readonly write: boolean | null };

/** F_GETLK, F_SETLK, F_SETLKW and their kin with F_OFD_. */
export function lockRange(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	command: number,
	request: LockRequest,
): Outcome {
	const wanted = wantedRange(kernel, process, openFile, command, request);
	if (wanted === null) return failed("lock.call.bad", "EINVAL");
	const { write } = wanted;
	const other = write === null ? null : conflict(kernel, wanted);
	if (GET.includes(command)) {
		return write === null ? failed("lock.call.bad", "EINVAL") : tell(other, request);
	}
	if (write === true && openFile.access === "read") return failed("descriptor.write.read-only", "EBADF");
	if (write === false && openFile.access === "write") return failed("descriptor.read.write-only", "EBADF");
	if (other === null) {
		place(kernel, wanted);
		return done(write === null ? "lock.range.released" : "lock.range.placed");
	}
	if (!WAITING.includes(command)) return failed("lock.range.taken", "EAGAIN");
	if (other.by === "process" && wanted.by === "process" && closesCircle(kernel, process, other)) {
		return failed("lock.range.deadlock", "EDEADLK");
	}
	return blocked("lock.range.waits", { on: "lock", object: wanted.object, holder: holderOf(other) });
}

function wantedRange(
	kernel: Kernel,
	process: Process,
	{ id, object, offset }: OpenFile,
	command: number,
	{ length, start, type, whence, pid }: LockRequest,
): Wanted | null {
	const size = object.kind === "file" ? (kernel.state.files[object.id] as RegularFile).bytes.length : 0;
	const base = [0, offset, size][whence];
	const write = [false, true, null][type];
	const ofd = OFD.includes(command);
	if (base === undefined || write === undefined || (ofd && pid !== 0)) return null;
	const from = base + start + Math.min(0, length);
	const end = length === 0 ? NO_END : from + Math.abs(length);
	if (from < 0) return null;
	const by = ofd ? "description" : "process";
	return {
		object: objectId(object),
		by,
		owner: ofd ? id : process.pid,
		pid: process.pid,
		write,
		start: from,
		end,
	};
}

/** Devices, which have no number of their own, share one. */
function objectId(object: OpenFile["object"]): number {
	return object.kind === "device" ? 0 : object.id;
}

/** The lock of somebody else that forbids this one. Those of flock and those of fcntl do not see each other. */
function conflict(kernel: Kernel, wanted: Wanted): FileLock | null {
	const found = kernel.state.locks.find(
		(lock) =>
			(lock.by === "flock") === (wanted.by === "flock") &&
			!isOwn(lock, wanted) &&
			overlaps(lock, wanted) &&
			(lock.write || wanted.write === true),
	);
	return found ?? null;
}

function isOwn(lock: FileLock, wanted: Wanted): boolean {
	return lock.object === wanted.object && lock.by === wanted.by && lock.owner === wanted.owner;
}

function tell(lock: FileLock | null, request: LockRequest): Outcome {
	if (lock === null)
		return done("lock.range.free", 0, { kind: "lock", lock: { ...request, type: C.F_UNLCK } });
	const length = lock.end === NO_END ? 0 : lock.end - lock.start;
	const pid = lock.by === "process" ? lock.pid : -1;
	const type = lock.write ? C.F_WRLCK : C.F_RDLCK;
	return done("lock.range.told", 0, {
		kind: "lock",
		lock: { type, whence: 0, start: lock.start, length, pid },
	});
}

/** The owner's locks are cut where the new range lies, and joined with what they touch. */
function place(kernel: Kernel, wanted: Wanted): void {
	const { write } = wanted;
	const kept: FileLock[] = [];
	let { start, end } = wanted;
	for (const lock of kernel.state.locks) {
		if (!isOwn(lock, wanted)) kept.push(lock);
		else if (lock.write === write && lock.start <= end && lock.end >= start) {
			start = Math.min(start, lock.start);
			end = Math.max(end, lock.end);
		} else {
			if (lock.start < wanted.start) kept.push({ ...lock, end: Math.min(lock.end, wanted.start) });
			if (lock.end > wanted.end) kept.push({ ...lock, start: Math.max(lock.start, wanted.end) });
		}
	}
	if (write !== null) kept.push({ ...wanted, write, start, end });
	kept.sort((a, b) => a.start - b.start);
	setLocks(kernel, kept, wanted.object, wanted.pid);
}

/** Whether the holder of a lock waits, directly or in turn, for one of this process. */
function closesCircle(kernel: Kernel, process: Process, lock: FileLock): boolean {
	const seen = new Set<number>();
	for (let pid: number | null = lock.pid; pid !== null && !seen.has(pid); ) {
		if (pid === process.pid) return true;
		seen.add(pid);
		const wait: Wait | null = kernel.state.processes[pid]?.wait ?? null;
		pid = wait?.on === "lock" ? wait.holder : null;
	}
	return false;
}

function holderOf(lock: FileLock): number | null {
	return lock.by === "process" ? lock.pid : null;
}

type FlockCall = SystemCall & { readonly name: "flock" };

/** flock(2): the whole file, for the description. A lock of another kind is let go first. */
export function flock(kernel: Kernel, process: Process, call: FlockCall): Outcome {
	const openFile = openFileOf(kernel, process, call.fd);
	if (openFile === null) return badDescriptor();
	const write = { [C.LOCK_SH]: false, [C.LOCK_EX]: true, [C.LOCK_UN]: null }[call.operation & ~C.LOCK_NB];
	if (write === undefined) return failed("lock.call.bad", "EINVAL");
	const range = { start: 0, end: NO_END, pid: process.pid };
	const object = objectId(openFile.object);
	const wanted: Wanted = { ...range, object, by: "flock", owner: openFile.id, write };
	const own = kernel.state.locks.find((lock) => isOwn(lock, wanted));
	if (own !== undefined && own.write !== write) place(kernel, { ...wanted, write: null });
	const other = write === null ? null : conflict(kernel, wanted);
	if (other === null) {
		if (own?.write !== write) place(kernel, wanted);
		return done(write === null ? "lock.file.released" : "lock.file.placed");
	}
	if ((call.operation & C.LOCK_NB) !== 0) return failed("lock.file.taken", "EAGAIN");
	return blocked("lock.file.waits", { on: "lock", object, holder: null });
}
