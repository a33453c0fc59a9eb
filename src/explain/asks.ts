// What a process asks for as it crosses into the kernel: the sentence for the step that makes a system call.

import type { Pid, SystemCall } from "../kernel/index.ts";
import {
	F_SETFL,
	isQueueCall,
	isSocketCall,
	O_ACCMODE,
	O_NONBLOCK,
	SEEK_CUR,
	signalName,
} from "../kernel/index.ts";
import { channelWords } from "./late.ts";
import { seldomWords } from "./reasons.ts";
import { callName, code, count, duration, quoted, type Sentence, say, who } from "./sentence.ts";
import { objectName, objectOf, type View } from "./view.ts";

/** Commands of fcntl(2) by their numbers on Linux. */
const FCNTL_COMMANDS = ["F_DUPFD", "F_GETFD", "F_SETFD", "F_GETFL", "F_SETFL"] as const;
/** What open(2) opens for, by the lowest two bits of its flags. */
const OPENINGS = ["O_RDONLY", "O_WRONLY", "O_RDWR"] as const;
const DIRECTIONS = ["reading", "writing", "both"] as const;
const WHENCES = ["SEEK_SET", "SEEK_CUR", "SEEK_END"] as const;

/** Whether the call asks for the position and leaves it where it is. */
export function asksPosition(call: SystemCall): boolean {
	return call.name === "lseek" && call.whence === SEEK_CUR && call.offset === 0;
}

/** Whether this call sets or takes back O_NONBLOCK; null when it does neither. */
export function setsNonblock(call: SystemCall): boolean | null {
	return call.name === "fcntl" && call.command === F_SETFL ? (call.argument & O_NONBLOCK) !== 0 : null;
}

/** 'reader calls read(3, …, 4): it asks for up to 4 bytes from the pipe.' */
export function asks(pid: Pid, call: SystemCall, view: View): Sentence {
	const intent = intentOf(pid, call, view);
	const head = say`${who(view, pid)} calls ${code(callText(call))}`;
	return intent === null ? say`${head}.` : say`${head}: it asks ${intent}.`;
}

/** The call as one would write it in C, bytes shortened. */
export function callText(call: SystemCall): string {
	switch (call.name) {
		case "read":
			return `read(${call.fd}, …, ${call.count})`;
		case "write":
			return `write(${call.fd}, ${quoted(call.bytes, 12)}, ${call.bytes.length})`;
		case "open":
			return `open("${call.path}", ${OPENINGS[call.flags & O_ACCMODE]}${call.flags & O_NONBLOCK ? " | O_NONBLOCK" : ""})`;
		case "close":
		case "dup":
		case "fstat":
			return `${call.name}(${call.fd})`;
		case "dup2":
		case "dup3":
			return `${call.name}(${call.from}, ${call.to})`;
		case "fcntl": {
			const command = FCNTL_COMMANDS[call.command] ?? "…";
			return `fcntl(${call.fd}, ${command}${call.command === F_SETFL && call.argument === O_NONBLOCK ? ", O_NONBLOCK" : ""})`;
		}
		case "execve":
			return `execve("${call.path}")`;
		case "exit":
			return `exit(${call.status})`;
		case "wait4":
			return call.who === -1 ? "wait()" : `waitpid(${call.who})`;
		case "sigaction":
			return `sigaction(${signalName(call.signal)})`;
		case "nanosleep":
			return `${callName(call)}(${duration(call.ticks)})`;
		case "lseek":
			return `lseek(${call.fd}, ${call.offset}, ${WHENCES[call.whence] ?? "…"})`;
		case "ioctl":
			return `${call.name}(${call.fd}, …)`;
		default:
			if (isSocketCall(call)) return channelWords().socketCallText(call);
			if (isQueueCall(call)) return channelWords().queueCallText(call);
			return seldomWords()?.seldomCallText(call) ?? `${call.name}()`;
	}
}

function intentOf(pid: Pid, call: SystemCall, view: View): Sentence | null {
	const target = (fd: number): string => {
		const object = objectOf(view.kernel, pid, fd);
		return object === null ? `descriptor ${fd}, which is not open` : objectName(view.kernel, object);
	};
	switch (call.name) {
		case "read":
			return say`for up to ${count(call.count, "byte")} from ${target(call.fd)}`;
		case "write":
			return say`to write ${count(call.bytes.length, "byte")} to ${target(call.fd)}`;
		case "open":
			return say`to open ${code(call.path)} for ${DIRECTIONS[call.flags & O_ACCMODE] ?? ""}${call.flags & O_NONBLOCK ? ", and not to wait" : ""}`;
		case "fstat":
			return say`what descriptor ${call.fd} leads to`;
		case "lseek":
			if (asksPosition(call)) return say`where it stands in ${target(call.fd)}`;
			return say`to move the offset of descriptor ${call.fd}, which leads to ${target(call.fd)}`;
		case "close":
			return say`to give up descriptor ${call.fd}, which leads to ${target(call.fd)}`;
		case "pipe":
			return say`for a new pipe and a descriptor for each of its ends`;
		case "dup":
			return say`for a second number for ${target(call.fd)}`;
		case "dup2":
		case "dup3":
			return say`to make ${call.to} lead where ${call.from} leads: to ${target(call.from)}`;
		case "fork":
			return say`for a copy of itself`;
		case "execve":
			return say`to become another program`;
		case "exit":
			return say`to end`;
		case "wait4":
			return call.who > 0
				? say`to be told when ${who(view, call.who)} has ended`
				: say`to be told when a child has ended`;
		case "fcntl": {
			const nonblock = setsNonblock(call);
			if (nonblock === null) return null;
			return nonblock
				? say`never to be made to wait at descriptor ${call.fd}`
				: say`to be made to wait at descriptor ${call.fd} when it must`;
		}
		case "pause":
			return say`to sleep until a signal comes`;
		case "nanosleep":
			return say`to sleep for ${duration(call.ticks)}`;
		default:
			if (isSocketCall(call)) return channelWords().socketIntent(pid, call, view);
			if (isQueueCall(call)) return channelWords().queueIntent(pid, call, view);
			return seldomWords()?.seldomIntent(call) ?? null;
	}
}
