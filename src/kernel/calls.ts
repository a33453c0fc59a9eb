// The one door: a system call comes in, is dispatched, and returns, sleeps, is interrupted, or never returns.

import { invariant, unreachable } from "../base/index.ts";
import { wakeNext } from "./bad-pointers.ts";
import {
	isQueueCall,
	isSeldomCall,
	isSocketCall,
	type QueueCall,
	type SeldomCall,
	type SocketCall,
} from "./call-families.ts";
import { nanosleep, tellTime, timeLeft } from "./clock.ts";
import * as C from "./constants.ts";
import { settle } from "./delivery.ts";
import { badDescriptor, close, descriptionOf, dup, dupTo, openFileOf } from "./descriptors.ts";
import { chdir, fchdir, getcwd, getdents, mkdir, rmdir } from "./directory.ts";
import { terminate } from "./exit.ts";
import { fcntl } from "./fcntl.ts";
import { giveUpOpening } from "./fifo.ts";
import { fsync, ftruncate, lseek, readDevice, readFile, writeFile } from "./file-io.ts";
import { stopsItself, tcsetattr, tcsetpgrp } from "./job-control.ts";
import { type Kernel, processOf } from "./kernel.ts";
import { late } from "./late.ts";
import { access, chmod, chown, mknod, setMode, setOwner, truncate, unlink } from "./names.ts";
import { open } from "./open.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { makePipe, readPipe } from "./pipe.ts";
import { exec, fork, groupOrSession, setpgid, setsid, vfork, wait } from "./process.ts";
import { sleep } from "./scheduler.ts";
import {
	kill,
	pause,
	raise,
	sigaction,
	sigpending,
	sigprocmask,
	sigqueue,
	sigreturn,
	sigsuspend,
	sigtimedwait,
} from "./signal-calls.ts";
import { dispositionOf, nextSignal, reaches } from "./signal-facts.ts";
import type { MessageQueue, OpenFile, Pipe, Process, RegularFile } from "./state.ts";
import { fstat, ioctl, stat } from "./status.ts";
import type { Named, SystemCall } from "./system-calls.ts";
import { readTerminal } from "./terminal.ts";
import type { Pid, Place } from "./words.ts";
import { writeTo } from "./write.ts";

const NO_PROGRESS: Process["progress"] = { done: 0, until: null };

/** signal(7): only these are made again after a handler with SA_RESTART; all others fail with EINTR. */
const restartable: ReadonlySet<SystemCall["name"]> = new Set([
	...(["read", "write", "open", "wait4", "waitid", "fcntl", "flock"] as const),
	...(["mq_send", "mq_receive", "mailbox_send", "mailbox_receive"] as const),
	...(["accept", "connect", "sendto", "sendmsg", "recvfrom", "recvmsg"] as const),
]);

/**
 * One system call of a ready process. A process that is in a call (`process.call` is not null) has been woken and makes
 * the same call again: hand over `process.call`. What a call waits for is looked at before pending signals are, as
 * Linux does; only a process that was stopped in its call sees the signals first. Never throws at a program.
 */
export function call(kernel: Kernel, pid: Pid, given: SystemCall, place: Place | null): Outcome {
	const process = readyProcess(kernel, pid);
	const again = process.call !== null;
	if (!again) {
		// No spread: in what is done for every call it is the slowest thing of all.
		const { calls, waited, ran, children } = process.counts;
		kernel.journal.set(process, "counts", { calls: calls + 1, waited, ran, children });
	}
	const early = process.resumed ? resumedBySignal(kernel, process, given) : null;
	const outcome = early ?? perform(kernel, process, given, place);
	if (outcome.kind !== "blocked") return finish(kernel, process, given, outcome, again);
	if (process.state === "stopped") return outcome;
	return block(kernel, process, given, outcome, place, again);
}

/** A call that has come to a pointer which leads to no memory of its process: EFAULT, and nothing is taken or lost. */
export function refuse(kernel: Kernel, pid: Pid, given: SystemCall): Outcome {
	const process = readyProcess(kernel, pid);
	const again = process.call !== null;
	const early = process.resumed ? resumedBySignal(kernel, process, given) : null;
	if (early?.kind === "blocked") return early;
	const openFile = again && "fd" in given ? openFileOf(kernel, process, given.fd) : null;
	if (openFile !== null) wakeNext(kernel, process, openFile);
	return finish(kernel, process, given, early ?? failed("call.address.bad", "EFAULT"), again);
}

function readyProcess(kernel: Kernel, pid: Pid): Process {
	const process = processOf(kernel, pid);
	invariant(process.state === "ready", "who makes a call is ready: process", pid);
	return process;
}

type Blocked = Outcome & { readonly kind: "blocked" };

/** A process that continues after a stop acts on its signals before it asks for anything again. */
function resumedBySignal(kernel: Kernel, process: Process, call: SystemCall): Outcome | null {
	kernel.journal.set(process, "resumed", false);
	const wait = process.wait;
	if (wait === null) return null;
	const settled = settle(kernel, process);
	if (settled === "ended") return { rule: "signal.deliver.kills", kind: "ended" };
	if (settled === "stopped") return { rule: "signal.deliver.stops", kind: "blocked", wait };
	kernel.journal.set(process, "wait", null);
	return settled === "handler" ? interrupted(kernel, process, call) : brokenByStop(process, call);
}

/** signal(7): what a stop makes of some calls, without any handler: one that has moved a part returns it, and a few fail. */
function brokenByStop(process: Process, call: SystemCall): Outcome | null {
	const part = partOf(process, call);
	if (part !== null) return part;
	const isLimited = isSocketCall(call) && process.progress.until !== null;
	return isLimited || call.name === "sigtimedwait" ? failed("signal.interrupt.stopped", "EINTR") : null;
}

/** The call would sleep: it does, unless a signal is to be acted on. */
function block(
	kernel: Kernel,
	process: Process,
	call: SystemCall,
	outcome: Blocked,
	place: Place | null,
	again: boolean,
): Outcome {
	const cause = stopsItself(outcome.rule) ? outcome.rule : undefined;
	const settled = reaches(kernel, process, outcome.wait) ? settle(kernel, process, cause) : "none";
	if (settled === "ended") return { rule: "signal.deliver.kills", kind: "ended" };
	if (settled === "handler") return finish(kernel, process, call, interrupted(kernel, process, call), again);
	const { rule, wait } = outcome;
	if (settled === "stopped") {
		stayInCall(kernel, process, call, wait, place);
		return outcome;
	}
	sleep(kernel, process, call, wait, place);
	const { done } = process.progress;
	kernel.events.push({ kind: "waits", pid: process.pid, call, wait, rule, done, again });
	return outcome;
}

/** Stopped before it could sleep: it stays in the call, in no queue. */
function stayInCall(
	kernel: Kernel,
	process: Process,
	call: SystemCall,
	wait: Blocked["wait"],
	place: Place | null,
): void {
	const { journal } = kernel;
	journal.set(process, "wait", wait);
	if (process.call !== null) return;
	journal.set(process, "call", call);
	journal.set(process, "since", { ticks: kernel.state.clock, place });
}

/** What a call returns that is broken off when it has moved something already; null when it has not. */
function partOf({ progress }: Process, call: SystemCall): Outcome | null {
	const { bytes, done: moved } = progress;
	if (moved > 0 && bytes !== undefined) {
		const reply = {
			kind: "received",
			bytes,
			from: null,
			credentials: null,
			descriptors: [],
			flags: 0,
		} as const;
		return done("signal.interrupt.partial", moved, reply);
	}
	if (moved > 0 && (call.name === "write" || call.name === "sendto" || call.name === "sendmsg")) {
		return done("signal.interrupt.partial", moved);
	}
	return null;
}

/** What a handler makes of a call that would sleep: its partial count, a restart, or EINTR. */
function interrupted(kernel: Kernel, process: Process, call: SystemCall): Outcome {
	const part = partOf(process, call);
	if (part !== null) return part;
	const info = nextSignal(kernel, process);
	const disposition = info === null ? null : dispositionOf(process, info.signal);
	const restart = disposition?.action === "handle" && (disposition.flags & C.SA_RESTART) !== 0;
	if (!restart) return failed("signal.interrupt.fails", "EINTR", replyOfInterrupted(kernel, process, call));
	// A wait that a socket limits is never begun anew, one that the call limits is. See signal(7).
	const limited = process.progress.until !== null && !isQueueCall(call);
	if (restartable.has(call.name) && !limited) return { rule: "signal.interrupt.restarts", kind: "restarts" };
	return failed("signal.interrupt.never-restarts", "EINTR", replyOfInterrupted(kernel, process, call));
}

function replyOfInterrupted(kernel: Kernel, process: Process, call: SystemCall) {
	if (call.name === "nanosleep") {
		return { kind: "left", ticks: timeLeft(kernel, process, call.ticks) } as const;
	}
	if (call.name !== "select") return null;
	const left = timeLeft(kernel, process, call.timeout);
	return { kind: "selected", read: call.read, write: call.write, except: call.except, left } as const;
}

/** The process leaves the call. */
function finish(
	kernel: Kernel,
	process: Process,
	given: SystemCall,
	outcome: Outcome,
	again: boolean,
): Outcome {
	if (outcome.kind === "ended") return outcome;
	const { journal } = kernel;
	giveUpOpening(kernel, process);
	if (again) {
		const { clock } = kernel.state;
		const { calls, waited, ran, children } = process.counts;
		const slept = clock - (process.since?.ticks ?? clock);
		journal.set(process, "counts", { calls, waited: waited + slept, ran, children });
		journal.set(process, "call", null);
		journal.set(process, "since", null);
	}
	if (process.progress !== NO_PROGRESS) journal.set(process, "progress", NO_PROGRESS);
	kernel.events.push({ kind: "returns", pid: process.pid, call: given, outcome, waited: again });
	return outcome;
}

function perform(kernel: Kernel, process: Process, call: SystemCall, place: Place | null): Outcome {
	switch (call.name) {
		case "read":
			return read(kernel, process, call.fd, call.count);
		case "write":
			return write(kernel, process, call);
		case "pread":
		case "pwrite":
			return readWriteAt(kernel, process, call);
		case "open":
			return open(kernel, process, call, place);
		case "close":
			return close(kernel, process, call.fd);
		case "pipe":
			return makePipe(kernel, process, call.flags, place);
		case "dup":
			return dup(kernel, process, call.fd, place);
		case "dup2":
			return dupTo(kernel, process, { from: call.from, to: call.to, flags: null }, place);
		case "dup3":
			return dupTo(kernel, process, call, place);
		case "fcntl":
			return fcntl(kernel, process, call, place);
		case "lseek":
		case "ftruncate":
		case "fstat":
		case "fsync":
		case "fchmod":
		case "fchown":
		case "ioctl":
		case "tcsetattr":
		case "tcsetpgrp":
		case "getdents":
		case "fchdir":
			return onOpenFile(kernel, process, call);
		case "fork":
			return fork(kernel, process, place);
		case "vfork":
			return vfork(kernel, process, place);
		case "execve":
			return exec(kernel, process, call, place);
		case "exit":
			terminate(kernel, process, (call.status & 0xff) << 8);
			return { rule: "process.exit.ends", kind: "ended" };
		case "wait4":
		case "waitid":
			return wait(kernel, process, call);
		default:
			if (isSocketCall(call)) return late().onSocket(kernel, process, call, place);
			if (isQueueCall(call)) return late().onQueue(kernel, process, call, place);
			if (isSeldomCall(call)) return late().onSeldom(kernel, process, call, place);
			return performSmall(kernel, process, call);
	}
}

type Big =
	| (SocketCall["name"] | QueueCall["name"] | SeldomCall["name"])
	| ("read" | "write" | "pread" | "pwrite" | "open" | "close" | "pipe" | "dup" | "dup2" | "dup3" | "fcntl")
	| ("lseek" | "ftruncate" | "fstat" | "ioctl" | "fork" | "vfork" | "execve" | "exit" | "wait4" | "waitid")
	| ("tcsetattr" | "tcsetpgrp" | "getdents" | "fchdir" | "fsync" | "fchmod" | "fchown");

/** The calls on names, signals, time and identity. */
function performSmall(
	kernel: Kernel,
	process: Process,
	call: Exclude<SystemCall, { readonly name: Big }>,
): Outcome {
	switch (call.name) {
		case "unlink":
		case "stat":
		case "access":
		case "mkdir":
		case "rmdir":
		case "chmod":
		case "chown":
		case "truncate":
		case "chdir":
		case "getcwd":
		case "mknod":
			return onName(kernel, process, call);
		case "kill":
		case "raise":
		case "sigqueue":
		case "sigaction":
		case "sigprocmask":
		case "sigpending":
		case "sigsuspend":
		case "sigtimedwait":
		case "sigreturn":
		case "pause":
			return onSignal(kernel, process, call);
		case "umask": {
			const old = process.umask;
			kernel.journal.set(process, "umask", call.mask & 0o777);
			return done("process.umask.set", old);
		}
		case "nanosleep":
			return nanosleep(kernel, process, call.ticks);
		case "clock_gettime":
			return tellTime(kernel, process, call.clock, call.of);
		case "sched_yield":
			return done("scheduler.yield.done");
		case "setpgid":
			return setpgid(kernel, process, call.pid, call.pgid);
		case "setsid":
			return setsid(kernel, process);
		case "getpgid":
		case "getsid":
			return groupOrSession(kernel, process, call.name, call.pid);
		case "getpid":
			return done("process.identity.told", process.pid);
		case "getppid":
			return done("process.identity.told", process.ppid);
		case "getpgrp":
			return done("process.identity.told", process.pgid);
		case "getuid":
			return done("process.identity.told", process.uid);
		case "geteuid":
			return done("process.identity.told", process.euid);
		case "getgid":
			return done("process.identity.told", process.gid);
		case "getegid":
			return done("process.identity.told", process.egid);
		default:
			return unreachable(call);
	}
}

type NameCall = Named<
	| "unlink"
	| "stat"
	| "access"
	| "mkdir"
	| "rmdir"
	| "chmod"
	| "chown"
	| "truncate"
	| "chdir"
	| "getcwd"
	| "mknod"
>;

function onName(kernel: Kernel, process: Process, call: NameCall): Outcome {
	switch (call.name) {
		case "unlink":
			return unlink(kernel, process, call.path, call.at);
		case "stat":
			return stat(kernel, process, call.path, call.follow, call.at);
		case "access":
			return access(kernel, process, call);
		case "mkdir":
			return mkdir(kernel, process, call.path, call.mode, call.at);
		case "rmdir":
			return rmdir(kernel, process, call.path, call.at);
		case "chmod":
			return chmod(kernel, process, call.path, call.mode, call.at);
		case "chown":
			return chown(kernel, process, call);
		case "truncate":
			return truncate(kernel, process, call.path, call.length);
		case "chdir":
			return chdir(kernel, process, call.path);
		case "getcwd":
			return getcwd(kernel, process, call.size);
		case "mknod":
			return mknod(kernel, process, call.path, call.mode, call.at);
	}
}

type SignalCall = Named<
	| "kill"
	| "raise"
	| "sigqueue"
	| "sigaction"
	| "sigprocmask"
	| "sigpending"
	| "sigsuspend"
	| "sigtimedwait"
	| "sigreturn"
	| "pause"
>;

function onSignal(kernel: Kernel, process: Process, call: SignalCall): Outcome {
	switch (call.name) {
		case "kill":
			return kill(kernel, process, call.pid, call.signal);
		case "raise":
			return raise(kernel, process, call.signal);
		case "sigqueue":
			return sigqueue(kernel, process, call.pid, call.signal, call.value);
		case "sigaction":
			return sigaction(kernel, process, call.signal, call.disposition);
		case "sigprocmask":
			return sigprocmask(kernel, process, call.how, call.set);
		case "sigpending":
			return sigpending(process);
		case "sigsuspend":
			return sigsuspend(kernel, process, call.mask);
		case "sigtimedwait":
			return sigtimedwait(kernel, process, call);
		case "sigreturn":
			return sigreturn(kernel, process, call.mask);
		case "pause":
			return pause();
	}
}

function read(kernel: Kernel, process: Process, fd: number, count: number): Outcome {
	const openFile = openFileOf(kernel, process, fd);
	if (openFile === null) return badDescriptor();
	if (openFile.access === "write") return failed("descriptor.read.write-only", "EBADF");
	if (count < 0) return failed("descriptor.read.bad-count", "EINVAL");
	const { object } = openFile;
	switch (object.kind) {
		case "pipe":
			return readPipe(kernel, process, openFile, kernel.state.pipes[object.id] as Pipe, count);
		case "file":
			return readFile(kernel, process, openFile, kernel.state.files[object.id] as RegularFile, count, null);
		case "socket":
			return late().readSocket(kernel, process, openFile, count);
		case "terminal":
			return readTerminal(kernel, process, openFile, object.id, count);
		case "device":
			return readDevice(kernel, object.name, count);
		case "queue":
			return late().readQueueStatus(
				kernel,
				openFile,
				kernel.state.queues[object.id] as MessageQueue,
				count,
				null,
			);
		case "directory":
			return failed("file.read.directory", "EISDIR");
		case "handle":
			return failed("process.handle.no-bytes", "EINVAL");
	}
}

function write(kernel: Kernel, process: Process, call: Named<"write" | "pwrite">): Outcome {
	const { badCount, bytes, counted, fd } = call;
	const openFile = openFileOf(kernel, process, fd);
	if (openFile === null) return badDescriptor();
	if (openFile.access === "read") return failed("descriptor.write.read-only", "EBADF");
	if (badCount) return failed("descriptor.write.bad-count", "EINVAL");
	return writeTo(kernel, process, fd, openFile, bytes, null, counted);
}

type AtCall = SystemCall & { readonly name: "pread" | "pwrite" };

function readWriteAt(kernel: Kernel, process: Process, call: AtCall): Outcome {
	if (call.offset < 0) return failed("file.seek.negative", "EINVAL");
	const openFile = openFileOf(kernel, process, call.fd);
	if (openFile === null) return badDescriptor();
	const { object } = openFile;
	if (["pipe", "terminal", "socket", "handle"].includes(object.kind)) {
		return failed("file.seek.not-seekable", "ESPIPE");
	}
	if (object.kind === "queue" && call.name === "pread" && openFile.access !== "write") {
		const queue = kernel.state.queues[object.id] as MessageQueue;
		return late().readQueueStatus(kernel, openFile, queue, call.count, call.offset);
	}
	if (object.kind !== "file") {
		return call.name === "pread" ? read(kernel, process, call.fd, call.count) : write(kernel, process, call);
	}
	const file = kernel.state.files[object.id] as RegularFile;
	if (call.name === "pread") {
		if (openFile.access === "write") return failed("descriptor.read.write-only", "EBADF");
		if (call.count < 0) return failed("descriptor.read.bad-count", "EINVAL");
		return readFile(kernel, process, openFile, file, call.count, call.offset);
	}
	if (openFile.access === "read") return failed("descriptor.write.read-only", "EBADF");
	if (call.badCount) return failed("descriptor.write.bad-count", "EINVAL");
	return writeFile(kernel, process, openFile, file, call.bytes, call.offset);
}

type OpenFileCall = SystemCall & {
	readonly name:
		| "lseek"
		| "ftruncate"
		| "fstat"
		| "fsync"
		| "fchmod"
		| "fchown"
		| "ioctl"
		| "tcsetattr"
		| "tcsetpgrp"
		| "getdents"
		| "fchdir";
};

function onOpenFile(kernel: Kernel, process: Process, call: OpenFileCall): Outcome {
	if (call.name === "ftruncate" && call.length < 0) return failed("file.truncate.bad", "EINVAL");
	const asName = call.name === "fstat" || call.name === "fchdir";
	const openFile: OpenFile | null = (asName ? descriptionOf : openFileOf)(kernel, process, call.fd);
	if (openFile === null) return badDescriptor();
	switch (call.name) {
		case "lseek":
			return lseek(kernel, openFile, call.offset, call.whence);
		case "ftruncate":
			return ftruncate(kernel, process, openFile, call.length);
		case "fstat":
			return fstat(kernel, openFile);
		case "fsync":
			return fsync(openFile);
		case "fchmod":
			return setMode(kernel, process, openFile.object, call.mode);
		case "fchown":
			return setOwner(kernel, process, openFile.object, call.uid, call.gid);
		case "ioctl":
			return ioctl(kernel, process, openFile, call.request);
		case "tcsetattr":
			return tcsetattr(kernel, process, openFile, call.actions, call.settings);
		case "tcsetpgrp":
			return tcsetpgrp(kernel, process, openFile, call.pgid);
		case "getdents":
			return getdents(kernel, openFile, call.count);
		case "fchdir":
			return fchdir(kernel, process, openFile);
	}
}
