// Calls in words that few lessons make: on names, on signals, on several descriptors; and a login.
import type { Pid, SystemCall } from "../kernel/index.ts";
import { S_IFIFO, S_IFMT, signalName } from "../kernel/index.ts";
import { code, count, duration, type Sentence, say, who } from "./sentence.ts";
import type { View } from "./view.ts";

/** Whether the call makes a FIFO: mkfifo(3), which is no call of its own. */
function makesFifo(call: SystemCall): boolean {
	return call.name === "mknod" && (call.mode & S_IFMT) === S_IFIFO;
}

/** Permissions as one writes them in C: `0622`. */
export function octal(mode: number): string {
	return `0${(mode & 0o7777).toString(8).padStart(3, "0")}`;
}

/** The call as one would write it in C; null where it is none of these. */
export function seldomCallText(call: SystemCall): string | null {
	switch (call.name) {
		case "unlink":
		case "stat":
		case "access":
		case "mkdir":
		case "rmdir":
		case "truncate":
		case "chdir":
		case "readlink":
			return `${call.name}("${call.path}")`;
		case "chmod":
		case "mknod":
			return `${makesFifo(call) ? "mkfifo" : call.name}("${call.path}", ${octal(call.mode)})`;
		case "kill":
			return `kill(${call.pid}, ${call.signal === 0 ? "0" : signalName(call.signal)})`;
		case "raise":
			return `raise(${signalName(call.signal)})`;
		case "tcsetattr":
		case "tcsetpgrp":
		case "getdents":
		case "pread":
		case "pwrite":
		case "ftruncate":
		case "fsync":
		case "fchmod":
		case "flock":
			return `${call.name}(${call.fd}, …)`;
		default:
			return null;
	}
}

/** 'for a FIFO with the name jobs', or null. */
export function seldomIntent(call: SystemCall): Sentence | null {
	switch (call.name) {
		case "mknod":
			return makesFifo(call) ? say`for a FIFO with the name ${code(call.path)}` : null;
		case "chmod":
			return say`for the permissions ${octal(call.mode)} on ${code(call.path)}`;
		case "unlink":
			return say`to remove the name ${code(call.path)}`;
		case "vfork":
			return say`for a child that runs on the same memory, and to sleep until that calls ${code("execve")} or ends`;
		case "alarm":
			return call.after === 0
				? say`to cancel its alarm`
				: say`for ${code("SIGALRM")} in ${duration(call.after)}`;
		case "poll":
		case "select":
			return say`which of its descriptors are ready`;
		default:
			return null;
	}
}

/** What such a call has done, or null. */
export function seldomAnswer(pid: Pid, call: SystemCall, value: number, view: View): Sentence | null {
	const name = who(view, pid);
	switch (call.name) {
		case "mknod":
			if (!makesFifo(call)) return say`${name} makes ${code(call.path)}.`;
			return say`${name} makes the FIFO ${code(call.path)}: a name that any process may open, if its mode lets it.`;
		case "chmod":
			return say`the permissions of ${code(call.path)} are ${octal(call.mode)} now: that is looked at when somebody opens it.`;
		case "unlink":
			return say`${name} removes the name ${code(call.path)}.`;
		case "getpid":
			return say`${name} learns its own pid: ${value}.`;
		case "getppid":
			return say`${name} learns its parent's pid: ${value}.`;
		case "poll":
		case "select":
			return say`${code(call.name)} tells ${name} that ${count(value, "descriptor")} ${value === 1 ? "is" : "are"} ready.`;
		default:
			return null;
	}
}

/** Of init's fork: somebody sits down at another terminal. */
export function loginSentence(child: Pid, view: View): Sentence {
	return say`Somebody logs in at a second terminal: ${who(view, child)} is started there. What was running stands still meanwhile.`;
}

/** 'server waits in poll: none of its 2 descriptors is ready.' */
export function pollWaits(pid: Pid, call: SystemCall, descriptors: number, view: View): Sentence {
	const waits = say`${who(view, pid)} waits in ${code(call.name)}`;
	return descriptors === 1
		? say`${waits}: its descriptor is not ready.`
		: say`${waits}: none of its ${count(descriptors, "descriptor")} is ready.`;
}
