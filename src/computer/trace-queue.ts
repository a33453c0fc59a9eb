// The calls on message queues as strace prints them.

import type { Named, Outcome, QueueCall, Reply } from "../kernel/index.ts";
import * as os from "../kernel/index.ts";
import { wallClock } from "./structures.ts";
import type { CallText } from "./trace-call.ts";
import * as word from "./trace-words.ts";

function commandText(command: number): string {
	if (command === os.RB_AUTOBOOT) return "LINUX_REBOOT_CMD_RESTART";
	return `0x${(command >>> 0).toString(16)} /* LINUX_REBOOT_CMD_??? */`;
}

export function queueText(call: QueueCall): CallText {
	switch (call.name) {
		case "mq_open": {
			const flags = [nameOf(call.path), word.openFlags(call.flags)];
			if ((call.flags & os.O_CREAT) === 0) return whole("mq_open", ...flags);
			const { attributes: wanted } = call;
			const sizes =
				wanted && `{mq_flags=0, mq_maxmsg=${wanted.messages}, mq_msgsize=${wanted.size}, mq_curmsgs=0}`;
			return whole("mq_open", ...flags, word.octal(call.mode), sizes ?? "NULL");
		}
		case "mq_unlink":
			return whole("mq_unlink", nameOf(call.path));
		case "mq_send": {
			const { bytes, fd, priority } = call;
			return whole("mq_timedsend", fd, word.quoteBytes(bytes), bytes.length, priority, untilOf(call));
		}
		case "mq_receive":
			return {
				name: "mq_timedreceive",
				head: `mq_timedreceive(${call.fd}, `,
				tail: (outcome) => {
					const message = replyOf(outcome);
					const came = message?.kind === "message" ? message : null;
					const bytes = came === null ? word.POINTER : word.quoteBytes(came.bytes);
					const priority = came === null ? word.POINTER : `[${came.type}]`;
					return `${bytes}, ${call.size}, ${call.toNobody ? "NULL" : priority}, ${untilOf(call)})`;
				},
			};
		case "mq_setattr": {
			const { ignored, flags, toNobody } = call;
			const rest =
				ignored && `mq_maxmsg=${ignored.messages}, mq_msgsize=${ignored.size}, mq_curmsgs=${ignored.current}`;
			const given = flags === null ? "NULL" : `{mq_flags=${word.statusFlags(flags)}, ${rest ?? "..."}}`;
			return {
				name: "mq_getsetattr",
				head: `mq_getsetattr(${call.fd}, ${given}, `,
				tail: (outcome) => `${toNobody ? "NULL" : attributesText(replyOf(outcome))})`,
			};
		}
		case "mq_notify":
			return whole("mq_notify", call.fd, call.how === null ? "NULL" : eventText(call));
		case "mailbox_open":
			return whole("mailbox_open", word.quoteText(call.path), call.capacity);
		case "mailbox_send":
			return whole("mailbox_send", call.fd, word.quoteBytes(call.bytes), call.bytes.length);
		case "mailbox_receive":
			return {
				name: "mailbox_receive",
				head: `mailbox_receive(${call.fd}, `,
				tail: (outcome) => {
					const letter = replyOf(outcome);
					if (letter?.kind !== "letter") return `${word.POINTER}, ${call.size}, ${word.POINTER})`;
					const { at, bytes, pid, uid } = letter;
					const stamp = `{pid=${pid}, uid=${uid}, time=${word.timespec(wallClock(at))}}`;
					return `${word.quoteBytes(bytes)}, ${call.size}, ${stamp})`;
				},
			};
		case "mailbox_remove":
			return whole("mailbox_remove", word.quoteText(call.path));
		case "reboot":
			return whole("reboot", "LINUX_REBOOT_MAGIC1", "LINUX_REBOOT_MAGIC2", commandText(call.command));
		default:
			return systemVText(call);
	}
}

function systemVText(call: Named<"msgget" | "msgsnd" | "msgrcv" | "msgctl">): CallText {
	switch (call.name) {
		case "msgget": {
			const key = call.key === os.IPC_PRIVATE ? "IPC_PRIVATE" : `0x${(call.key >>> 0).toString(16)}`;
			return whole("msgget", key, word.getFlags(call.flags));
		}
		case "msgsnd": {
			const text = `{mtype=${call.type}, mtext=${word.quoteBytes(call.bytes)}}`;
			return whole("msgsnd", call.msqid, text, call.size, word.messageFlags(call.flags));
		}
		case "msgrcv":
			return {
				name: "msgrcv",
				head: `msgrcv(${call.msqid}, `,
				tail: (outcome) => {
					const got = replyOf(outcome);
					const text =
						got?.kind === "message"
							? `{mtype=${got.type}, mtext=${word.quoteBytes(got.bytes)}}`
							: word.POINTER;
					return `${text}, ${call.size}, ${call.type}, ${word.messageFlags(call.flags)})`;
				},
			};
		case "msgctl": {
			const command = controls[call.command] ?? call.command;
			return whole("msgctl", call.msqid, command, call.command === os.IPC_RMID ? "NULL" : word.POINTER);
		}
	}
}

function whole(name: string, ...args: readonly (string | number)[]): CallText {
	return { name, head: `${name}(${args.join(", ")}`, tail: () => ")" };
}

/** The C library hands the kernel the name without its slash. */
function nameOf(path: string): string {
	return word.quoteText(path.replace(/^\//, ""));
}

function untilOf({ until }: Named<"mq_send" | "mq_receive">): string {
	return until === null ? "NULL" : word.timespec(wallClock(until));
}

function replyOf(outcome: Outcome): Reply | null {
	return outcome.kind === "done" ? outcome.reply : null;
}

function attributesText(reply: Reply | null): string {
	if (reply?.kind !== "attributes") return word.POINTER;
	const { current, flags, messages, size } = reply;
	const sizes = `mq_maxmsg=${messages}, mq_msgsize=${size}, mq_curmsgs=${current}`;
	return `{mq_flags=${word.statusFlags(flags)}, ${sizes}}`;
}

const hows = ["SIGEV_SIGNAL", "SIGEV_NONE", "SIGEV_THREAD"];

function eventText({ how, signal, value }: Named<"mq_notify">): string {
	const sent = `sigev_value={sival_int=${value | 0}, sival_ptr=0x${(value >>> 0).toString(16)}}, `;
	return `{${value === 0 ? "" : sent}sigev_signo=${signal === 0 ? "0" : word.signalWord(signal)}, sigev_notify=${hows[how ?? 0] ?? how}}`;
}

const controls: { readonly [command: number]: string } = {
	[os.IPC_RMID]: "IPC_RMID",
	[os.IPC_SET]: "IPC_SET",
	[os.IPC_STAT]: "IPC_STAT",
	[os.IPC_INFO]: "IPC_INFO",
	[os.MSG_STAT]: "MSG_STAT",
	[os.MSG_INFO]: "MSG_INFO",
	[os.MSG_STAT_ANY]: "MSG_STAT_ANY",
};
