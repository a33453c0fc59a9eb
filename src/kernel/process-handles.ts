// Descriptors that stand for a process: made, waited for, and signals sent through them. See pidfd_open(2), pidfd_send_signal(2).
import * as C from "./constants.ts";
import { badDescriptor, descriptionOf, install, lowestFree, originOf } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import { nodeOf } from "./node.ts";
import { newOpenFile } from "./open-files.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { wakeReady } from "./poll.ts";
import { kill } from "./signal-calls.ts";
import type { ObjectRef, Process } from "./state.ts";
import { statusOf } from "./status.ts";
import type { FileStatus, Named } from "./system-calls.ts";
import type { Pid, Place } from "./words.ts";

export function pidfdOpen(
	kernel: Kernel,
	process: Process,
	call: Named<"pidfd_open">,
	place: Place | null,
): Outcome {
	const { flags, pid } = call;
	if ((flags & ~C.O_NONBLOCK) !== 0 || pid <= 0) return failed("process.handle.bad", "EINVAL");
	if (kernel.state.processes[pid] === undefined) return failed("process.find.none", "ESRCH");
	const fd = lowestFree(process, 0);
	if (fd >= process.descriptorLimit) return failed("descriptor.make.table-full", "EMFILE");
	const origin = originOf("pidfd_open", process, place);
	const kept = { access: "both", append: false, nonblock: flags !== 0, packets: false } as const;
	const openFile = newOpenFile(kernel, { kind: "handle", of: "process", id: pid }, kept, origin);
	install(kernel, process, fd, { openFile, closeOnExec: true, origin });
	return done("process.handle.made", fd);
}

/** As kill, but never to another process that has got the number since. */
export function pidfdSendSignal(kernel: Kernel, process: Process, call: Named<"pidfd_send_signal">): Outcome {
	if (call.flags !== 0) return failed("process.handle.bad", "EINVAL");
	if (descriptionOf(kernel, process, call.fd) === null) return badDescriptor();
	const pid = processOfHandle(kernel, process, call.fd);
	if (pid === null) return failed("process.handle.none", "EBADF");
	return kill(kernel, process, pid, call.signal);
}

/** The pid behind a descriptor of a process; null: it is none. */
export function processOfHandle(kernel: Kernel, process: Process, fd: number): Pid | null {
	const object = descriptionOf(kernel, process, fd)?.object;
	return object?.kind === "handle" && object.of === "process" ? object.id : null;
}

/** waitid through the descriptor of a process, when it is none. */
export function refuseHandle(kernel: Kernel, parent: Process, fd: number): Outcome | null {
	if (fd < 0) return failed("process.wait.bad-options", "EINVAL");
	return processOfHandle(kernel, parent, fd) === null ? failed("process.handle.none", "EBADF") : null;
}

/** PIDFD_NONBLOCK */
export function isImpatient(kernel: Kernel, parent: Process, fd: number): boolean {
	return descriptionOf(kernel, parent, fd)?.nonblock === true;
}

/** What fstat tells of such a descriptor: a process has no file, and Linux tells an inode without a type. */
export function handleStatus(
	kernel: Kernel,
	ref: Extract<ObjectRef, { readonly kind: "handle" }>,
): FileStatus {
	const nothing = { inode: ref.id, mode: 0, links: 1, uid: 0, gid: 0, size: 0, times: AT_START };
	if (ref.of === "process") return { ...nothing, mode: 0o600 };
	const named = { kind: ref.of, id: ref.id } as const;
	return nodeOf(kernel, named) === null ? nothing : statusOf(kernel, named);
}

const AT_START = { accessed: 0, modified: 0, changed: 0 };

/** Wakes those who poll a process that has ended. */
export function wakeWatchers(kernel: Kernel, pid: Pid): void {
	const watchers = Object.values(kernel.state.processes).filter(
		({ wait }) =>
			wait?.on === "poll" &&
			wait.objects.some((object) => object.kind === "handle" && object.of === "process" && object.id === pid),
	);
	wakeReady(
		kernel,
		watchers.map((watcher) => watcher.pid),
		pid,
	);
}
