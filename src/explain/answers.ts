// What the kernel answered: the sentence for the step in which a system call returns.

import type { Outcome, Pid, Reply, SystemCall } from "../kernel/index.ts";
import { bytesInside, isQueueCall, isSocketCall, signalName } from "../kernel/index.ts";
import { asksPosition, callText, setsNonblock } from "./asks.ts";
import { channelWords } from "./late.ts";
import { reasonOf, seldomWords } from "./reasons.ts";
import { code, count, quoted, type Sentence, say, who } from "./sentence.ts";
import { capacityOf, holdersOf, objectName, objectOf, pipeName, type View } from "./view.ts";

type Done = Outcome & { readonly kind: "done" };
type Failed = Outcome & { readonly kind: "failed" };

/** 'writer writes 4 bytes: the pipe now holds 8 of 8.' */
export function answer(pid: Pid, call: SystemCall, outcome: Outcome, view: View): Sentence {
	switch (outcome.kind) {
		case "done":
			return done(pid, call, outcome, view);
		case "failed":
			return failed(pid, call, outcome, view);
		case "forked":
			return say`${who(view, pid)} forks: ${who(view, outcome.child)} (pid ${outcome.child}) begins as its copy, with the same descriptors.`;
		case "replaced":
			if (isQueueCall(call)) return channelWords().startedAnew(pid, view);
			return say`${who(view, pid)} becomes the program ${code(outcome.program)}.`;
		case "ended":
			return say`${who(view, pid)} ends.`;
		default:
			return say`${who(view, pid)} is in ${code(call.name)}.`;
	}
}

function failed(pid: Pid, call: SystemCall, outcome: Failed, view: View): Sentence {
	const head = say`${code(callText(call))} fails for ${who(view, pid)} with ${code(outcome.errno)}`;
	const reason = reasonOf({ pid, call, outcome, view }, plainReason(pid, call, outcome.errno, view));
	return reason === null ? say`${head}.` : say`${head}: ${reason}.`;
}

/** What the errno says of the calls that every program makes. */
function plainReason(pid: Pid, call: SystemCall, errno: string, view: View): string | null {
	const object = "fd" in call ? objectOf(view.kernel, pid, call.fd) : null;
	switch (errno) {
		case "EBADF":
			return object !== null
				? "the descriptor is not open for that direction"
				: "no such descriptor is open in this process";
		case "EAGAIN":
			if (call.name === "read") return "nothing is there now, and O_NONBLOCK forbids it to wait";
			return call.name === "write" ? "there is no room now, and O_NONBLOCK forbids it to wait" : null;
		case "EPIPE":
			return "nobody has the read end open any more";
		case "EINTR":
			return "a signal handler ran while it waited";
		case "ECHILD":
			return "it has no child to wait for";
		case "ESPIPE":
			return `${object === null ? "it" : objectName(view.kernel, object)} has no position`;
		default:
			return null;
	}
}

function done(pid: Pid, call: SystemCall, outcome: Done, view: View): Sentence {
	const name = who(view, pid);
	const { value, reply } = outcome;
	switch (call.name) {
		case "read":
		case "pread":
			return reads(pid, call, reply, value, view);
		case "write":
		case "pwrite":
			return writes(pid, call, value, view);
		case "open":
			return say`${name} opens ${code(call.path)} as descriptor ${value}.`;
		case "close":
			return closes(pid, call.fd, view);
		case "pipe":
			return pipes(pid, reply, view);
		case "dup":
		case "dup2":
		case "dup3":
			return duplicates(pid, call.name === "dup" ? call.fd : call.from, value, view);
		case "wait4":
			return waited(pid, reply, value, view);
		case "fcntl": {
			const nonblock = setsNonblock(call);
			if (nonblock === null) return say`${code(callText(call))} returns ${value} to ${name}.`;
			return say`${code("O_NONBLOCK")} is ${nonblock ? "set" : "not set"} for what descriptor ${call.fd} of ${name} leads to: a call there ${nonblock ? "fails with EAGAIN instead of waiting" : "waits when it must"}.`;
		}
		case "fstat": {
			const object = objectOf(view.kernel, pid, call.fd);
			return say`${name} learns what descriptor ${call.fd} leads to: ${object === null ? "" : objectName(view.kernel, object)}.`;
		}
		case "lseek":
			if (asksPosition(call)) return say`${name} learns where descriptor ${call.fd} stands: at ${value}.`;
			return say`${name} moves the offset of descriptor ${call.fd} to ${value}.`;
		case "sigaction":
			return say`${name} says what ${code(signalName(call.signal))} shall do.`;
		case "nanosleep":
			return say`the sleep of ${name} is over.`;
		default: {
			if (isQueueCall(call)) return channelWords().queueAnswer(pid, call, outcome, view);
			const told = isSocketCall(call) ? channelWords().socketAnswer(pid, call, outcome, view) : null;
			return (
				told ??
				seldomWords()?.seldomAnswer(pid, call, value, view) ??
				say`${code(callText(call))} returns ${value} to ${name}.`
			);
		}
	}
}

function reads(
	pid: Pid,
	call: SystemCall & { fd: number },
	reply: Reply | null,
	value: number,
	view: View,
): Sentence {
	const name = who(view, pid);
	const object = objectOf(view.kernel, pid, call.fd);
	const from = object === null ? "its descriptor" : objectName(view.kernel, object);
	if (value === 0) return endOfInput(pid, call, view, from);
	const bytes = reply?.kind === "bytes" ? quoted(reply.bytes) : "";
	const pipe = object?.kind === "pipe" ? view.kernel.pipes[object.id] : undefined;
	if (pipe === undefined) return say`${name} reads ${count(value, "byte")} from ${from}: ${code(bytes)}.`;
	const left =
		bytesInside(pipe) === 0
			? "it is now empty"
			: `${count(bytesInside(pipe), "byte")} ${bytesInside(pipe) === 1 ? "is" : "are"} left`;
	return say`${name} reads ${count(value, "byte")} from ${from}, ${code(bytes)}: ${left}.`;
}

function endOfInput(pid: Pid, call: SystemCall & { fd: number }, view: View, from: string): Sentence {
	const name = who(view, pid);
	if ("count" in call && call.count === 0)
		return say`${name} asked for no bytes: ${code("read")} returns 0 at once.`;
	const object = objectOf(view.kernel, pid, call.fd);
	if (object?.kind === "pipe") {
		return say`${code("read")} returns 0 to ${name}: ${from} is empty and nobody has its write end open. That is end of file.`;
	}
	if (object?.kind === "socket") {
		return say`${code("read")} returns 0 to ${name}: nothing is left at ${from}, and nobody sends there any more. That is end of file.`;
	}
	return say`${code("read")} returns 0 to ${name}: ${from} has no more bytes. That is end of file.`;
}

function writes(
	pid: Pid,
	call: SystemCall & { fd: number; bytes: Uint8Array },
	value: number,
	view: View,
): Sentence {
	const name = who(view, pid);
	const object = objectOf(view.kernel, pid, call.fd);
	const asked = call.bytes.length;
	const amount = value < asked ? `${value} of ${count(asked, "byte")}` : count(value, "byte");
	const to = object === null ? "its descriptor" : objectName(view.kernel, object);
	const pipe = object?.kind === "pipe" ? view.kernel.pipes[object.id] : undefined;
	if (object?.kind === "socket")
		return say`${name} sends ${amount} through ${to}: ${code(quoted(call.bytes.subarray(0, value)))}.`;
	if (pipe === undefined) return say`${name} writes ${amount} to ${to}: ${code(quoted(call.bytes))}.`;
	const inside = bytesInside(pipe);
	const state =
		inside === capacityOf(pipe)
			? `it is full, ${inside} of ${capacityOf(pipe)}`
			: `it holds ${inside} of ${capacityOf(pipe)}`;
	return say`${name} writes ${amount} into ${to}, ${code(quoted(call.bytes.subarray(0, value)))}: ${state}.`;
}

function closes(pid: Pid, fd: number, view: View): Sentence {
	return say`${who(view, pid)} closes descriptor ${fd}.`;
}

function pipes(pid: Pid, reply: Reply | null, view: View): Sentence {
	const name = who(view, pid);
	if (reply?.kind !== "descriptors") return say`${name} makes a pipe.`;
	return say`${name} makes a pipe: descriptor ${reply.read} reads from it, descriptor ${reply.write} writes to it.`;
}

function duplicates(pid: Pid, from: number, to: number, view: View): Sentence {
	const name = who(view, pid);
	const object = objectOf(view.kernel, pid, to);
	if (object === null) return say`${name} now has descriptor ${to}.`;
	if (object.kind !== "pipe")
		return say`Descriptors ${from} and ${to} of ${name} now lead to the same place: ${objectName(view.kernel, object)}.`;
	const end = object.end === "write" ? "write" : "read";
	const holders = holdersOf(view.kernel, object.id, end).length;
	return say`Descriptors ${from} and ${to} of ${name} now share the ${end} end of ${pipeName(view.kernel, object.id)}: ${count(holders, `${end} descriptor`)} in all.`;
}

function waited(pid: Pid, reply: Reply | null, value: number, view: View): Sentence {
	const name = who(view, pid);
	if (value === 0 || reply?.kind !== "status") return say`No child of ${name} has ended yet.`;
	const child = who(view, reply.pid);
	return say`${name} learns that ${child} ${ending(reply.status)}.`;
}

/** What a wait status says, in words. */
export function ending(status: number): string {
	if (status === 0xffff) return "goes on";
	if ((status & 0xff) === 0x7f) return `was stopped by ${signalName((status >> 8) & 0xff)}`;
	if ((status & 0x7f) !== 0) return `was killed by ${signalName(status & 0x7f)}`;
	return `ended with status ${(status >> 8) & 0xff}`;
}
