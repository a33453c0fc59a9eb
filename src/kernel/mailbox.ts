// The textbook's mailbox: whole letters that outlive everybody, each with its sender's stamp. Not of Linux: see "mailbox.h".
import { badDescriptor, install, lowestFree, openFileOf, originOf } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import { MAILBOX_CAPACITY_MAX, MAILBOX_LETTER_MAX, MAILBOX_NAME_MAX } from "./limits.ts";
import {
	dropQueueIfUnused,
	handTo,
	newQueue,
	putIn,
	receivedMessage,
	sentMessage,
	takeHanded,
	takeOut,
} from "./message-queue.ts";
import { newOpenFile } from "./open-files.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { ownsOrRoot } from "./permissions.ts";
import { wakePollers } from "./scheduler.ts";
import type { Message, MessageQueue, OpenFile, Process } from "./state.ts";
import type { Named } from "./system-calls.ts";
import type { Place } from "./words.ts";

/** mailbox_open: a descriptor of the box with that name, which is made for so many letters if there is none. */
export function openMailbox(
	kernel: Kernel,
	process: Process,
	{ capacity, path }: Named<"mailbox_open">,
	place: Place | null,
): Outcome {
	const refusal = refuseName(path);
	if (refusal !== null) return refusal;
	const known = mailboxNamed(kernel, path);
	if (known === undefined && (capacity < 1 || capacity > MAILBOX_CAPACITY_MAX)) {
		return failed("mailbox.open.bad-size", "EINVAL");
	}
	const fd = lowestFree(process, 0);
	if (fd >= process.descriptorLimit) return failed("descriptor.make.table-full", "EMFILE");
	const sizes = { messageSize: MAILBOX_LETTER_MAX, mostBytes: capacity * MAILBOX_LETTER_MAX };
	const named = { family: "mailbox", name: path.slice(1), msqid: -1, key: 0, mode: 0o666 } as const;
	const given = { ...named, ...sizes, mostMessages: capacity };
	const { id } = known ?? newQueue(kernel, process, given, place);
	const origin = originOf("mailbox_open", process, place);
	const flags = { access: "both", append: false, nonblock: false, packets: false } as const;
	const openFile = newOpenFile(kernel, { kind: "queue", id }, flags, origin);
	install(kernel, process, fd, { openFile, closeOnExec: false, origin });
	return done(known === undefined ? "mailbox.open.made" : "mailbox.open.found", fd);
}

function refuseName(path: string): Outcome | null {
	if (!/^\/[^/]+$/.test(path)) return failed("mailbox.open.bad-name", "EINVAL");
	return path.length > MAILBOX_NAME_MAX ? failed("file.path.too-long", "ENAMETOOLONG") : null;
}

function mailboxNamed(kernel: Kernel, path: string): MessageQueue | undefined {
	return Object.values(kernel.state.queues).find(
		({ family, links, name }) => family === "mailbox" && links > 0 && name === path.slice(1),
	);
}

interface Opened {
	readonly openFile: OpenFile;
	readonly box: MessageQueue;
}

function opened(kernel: Kernel, process: Process, fd: number): Opened | Outcome {
	const openFile = openFileOf(kernel, process, fd);
	if (openFile === null) return badDescriptor();
	const box = openFile.object.kind === "queue" ? kernel.state.queues[openFile.object.id] : undefined;
	return box?.family === "mailbox" ? { openFile, box } : failed("mailbox.use.not-a-box", "EBADF");
}

/** mailbox_send: to the first who waits with room enough, else into the box, asleep while it is full. */
export function sendLetter(kernel: Kernel, process: Process, call: Named<"mailbox_send">): Outcome {
	if (call.bytes.length > MAILBOX_LETTER_MAX) return failed("mailbox.send.too-long", "EMSGSIZE");
	const found = opened(kernel, process, call.fd);
	if ("rule" in found) return found;
	const { box, openFile } = found;
	if (takeHanded(kernel, process)?.kind === "admitted") return done("mailbox.send.admitted");
	if (box.messages.length >= box.mostMessages) {
		if (openFile.nonblock) return failed("mailbox.send.full-again", "EAGAIN");
		return blocked("mailbox.send.full-blocks", { on: "queue-room", queue: box.id, until: null });
	}
	const letter = sentMessage(kernel, process, box, call.bytes, 0);
	if (handOver(kernel, process, box, letter)) return done("mailbox.send.handed");
	putIn(kernel, box, letter, process.pid);
	return done("mailbox.send.put");
}

function handOver(kernel: Kernel, by: Process, box: MessageQueue, message: Message): boolean {
	for (const pid of box.receiveQueue) {
		const sleeper = kernel.state.processes[pid];
		if (sleeper?.call?.name !== "mailbox_receive") continue;
		const fits = sleeper.call.size >= message.bytes.length;
		handTo(kernel, sleeper, fits ? { kind: "message", queue: box.id, message } : { kind: "too-big" }, by.pid);
		if (fits) return true;
	}
	return false;
}

/** mailbox_receive: the oldest letter, whole, and its stamp. */
export function receiveLetter(kernel: Kernel, process: Process, call: Named<"mailbox_receive">): Outcome {
	const found = opened(kernel, process, call.fd);
	if ("rule" in found) return found;
	const { box, openFile } = found;
	const handed = takeHanded(kernel, process);
	if (handed?.kind === "message") return taken(kernel, process, box, handed.message);
	const letter = box.messages[0];
	if (handed?.kind === "too-big" || (letter !== undefined && letter.bytes.length > call.size)) {
		return failed("mailbox.receive.too-small", "EMSGSIZE");
	}
	if (letter === undefined) {
		if (openFile.nonblock) return failed("mailbox.receive.empty-again", "EAGAIN");
		return blocked("mailbox.receive.empty-blocks", { on: "message", queue: box.id, until: null });
	}
	takeOut(kernel, box, letter);
	const first = kernel.state.processes[box.sendQueue[0] ?? 0];
	if (first?.call?.name === "mailbox_send") {
		putIn(kernel, box, sentMessage(kernel, first, box, first.call.bytes, 0), process.pid);
		handTo(kernel, first, { kind: "admitted" }, process.pid);
	}
	wakePollers(kernel, box.pollers, process.pid);
	return taken(kernel, process, box, letter);
}

function taken(kernel: Kernel, process: Process, box: MessageQueue, letter: Message): Outcome {
	const { at, bytes, pid, uid } = letter;
	receivedMessage(kernel, process, box, letter, box.id);
	return done("mailbox.receive.stamped", bytes.length, { kind: "letter", bytes, pid, uid, at });
}

/** mailbox_remove: the name is gone at once, the box with its last user. */
export function removeMailbox(kernel: Kernel, process: Process, path: string): Outcome {
	const refusal = refuseName(path);
	if (refusal !== null) return refusal;
	const box = mailboxNamed(kernel, path);
	if (box === undefined) return failed("mailbox.remove.missing", "ENOENT");
	if (!ownsOrRoot(process, box)) return failed("mailbox.remove.not-maker", "EACCES");
	kernel.journal.set(box, "links", 0);
	dropQueueIfUnused(kernel, box.id);
	return done("mailbox.remove.done");
}
