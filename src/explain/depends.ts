// What the answer to a system call depends on, said before the kernel has decided: it gives no answer away.

import { isQueueCall, isSocketCall, type Pid, type SystemCall } from "../kernel/index.ts";
import { channelWords } from "./late.ts";
import { code, type Sentence, say, who } from "./sentence.ts";
import { objectName, objectOf, type View } from "./view.ts";

/** 'The kernel has not answered yet. What it answers depends on how many bytes are in the pipe, …' */
export function depends(pid: Pid, call: SystemCall, view: View): Sentence {
	if (call.name === "exit") {
		return say`No call can refuse this one, and it never returns: the kernel closes all that ${who(view, pid)} holds.`;
	}
	const on = dependsOn(pid, call, view);
	const head = say`${who(view, pid)} has only asked; the kernel has not answered yet.`;
	return on === null
		? say`${head} ${code(`${nameOfCall(call)}(2)`)} in the manual says what it can answer.`
		: say`${head} What it answers depends on ${on}.`;
}

function nameOfCall({ name }: SystemCall): string {
	return name === "wait4" ? "waitpid" : name;
}

function dependsOn(pid: Pid, call: SystemCall, view: View): Sentence | null {
	switch (call.name) {
		case "read":
			return transfer(pid, call.fd, "read", view);
		case "write":
			return transfer(pid, call.fd, "write", view);
		case "open":
			return say`whether there is a file of that name, and on what may be done with it`;
		case "close":
			return say`whether descriptor ${call.fd} is open; what follows from it, on whether other descriptors lead to the same place`;
		case "pipe":
			return say`whether two more descriptors may be opened: the lowest free numbers are taken`;
		case "dup":
			return say`whether descriptor ${call.fd} is open: the lowest free number is taken`;
		case "dup2":
		case "dup3":
			return say`whether descriptor ${call.from} is open; if ${call.to} is open, it is closed first`;
		case "fork":
		case "vfork":
			return say`whether one more process may be made`;
		case "execve":
			return say`whether there is a program of that name`;
		case "wait4":
			return say`whether a child has ended already, all still run, or there is none`;
		case "nanosleep":
			return say`the clock alone, unless a signal comes before`;
		case "pause":
			return say`a signal that has a handler: nothing else ends it`;
		case "kill":
			return say`whether there is such a process`;
		default:
			if (isSocketCall(call)) return channelWords().socketDepends(pid, call, view);
			return isQueueCall(call) ? channelWords().queueDepends(pid, call, view) : null;
	}
}

function transfer(pid: Pid, fd: number, direction: "read" | "write", view: View): Sentence {
	const object = objectOf(view.kernel, pid, fd);
	if (object === null) return say`whether descriptor ${fd} is open`;
	const name = objectName(view.kernel, object);
	if (object.kind === "pipe") {
		return direction === "read"
			? say`how many bytes are in ${name}, and on whether anybody still holds its write end`
			: say`how much room there is in ${name}, and on whether anybody still holds its read end`;
	}
	if (object.kind === "socket") {
		return direction === "read"
			? say`what has arrived at ${name}, and on whether its other end is still open`
			: say`how much room there is, and on whether anybody still reads at the other end`;
	}
	if (object.kind === "terminal" && direction === "read") {
		return say`whether a line has been typed, or the input has ended`;
	}
	if (object.kind === "file" && direction === "read") {
		return say`how many bytes of ${name} lie behind the offset of its open file description`;
	}
	return say`whether ${name} takes what is written: it always has room`;
}
