// Receiving from a socket: bytes of a stream, whole letters, and what came beside them. See recv(2), unix(7).
import { NOBODY, takeRights } from "./ancillary.ts";
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { joinBytes, splitDyes } from "./ring.ts";
import type { RuleId } from "./rules.ts";
import { wakePollers } from "./scheduler.ts";
import { takeError } from "./socket-facts.ts";
import { giveBack, sleepAt, wakeFirst, wakeForPlace } from "./socket-waits.ts";
import { socketAt, socketOf } from "./sockets.ts";
import type { Dye, Letter, OpenFile, Process, Socket, UserCredentials } from "./state.ts";
import type { SocketAddress, SystemCall } from "./system-calls.ts";
import type { ObjectId, Place } from "./words.ts";

type ReceiveCall = SystemCall & { readonly name: "recvfrom" | "recvmsg" };

interface Receiving {
	readonly count: number;
	readonly flags: number;
	readonly nonblock: boolean;
	/** Bytes for what comes beside; null: read(2) and recv(2), which have no place for it. */
	readonly room: number | null;
	readonly place: Place | null;
}

const EMPTY = new Uint8Array(0);

export function receive(kernel: Kernel, process: Process, call: ReceiveCall, place: Place | null): Outcome {
	const use = socketAt(kernel, process, call.fd);
	if ("error" in use) return use.error;
	if (call.badCount) return failed("descriptor.read.bad-count", call.badCount);
	const { openFile, socket } = use;
	const { count, flags } = call;
	const nonblock = openFile.nonblock || (flags & C.MSG_DONTWAIT) !== 0;
	const room = call.name === "recvmsg" ? call.room : null;
	const receiving = { count, flags, nonblock, room, place };
	if ((flags & C.MSG_OOB) !== 0) return receiveUrgent(kernel, process, socket, receiving);
	return receiveFrom(kernel, process, socket, receiving);
}

/** read(2) on a socket; what comes beside the bytes is lost. */
export function readSocket(kernel: Kernel, process: Process, openFile: OpenFile, count: number): Outcome {
	if (count === 0) return done("socket.receive.zero", 0, { kind: "bytes", bytes: EMPTY });
	const socket = socketOf(kernel, openFile) as Socket;
	const receiving = { count, flags: 0, nonblock: openFile.nonblock, room: null, place: null };
	const outcome = receiveFrom(kernel, process, socket, receiving);
	if (outcome.kind !== "done" || outcome.reply?.kind !== "received") return outcome;
	return { ...outcome, reply: { kind: "bytes", bytes: outcome.reply.bytes } };
}

function receiveFrom(kernel: Kernel, process: Process, socket: Socket, receiving: Receiving): Outcome {
	if (socket.type === "stream") return receiveStream(kernel, process, socket, receiving);
	if (socket.type === "seqpacket" && socket.phase !== "connected") {
		return failed("socket.use.not-connected", "ENOTCONN");
	}
	return receiveLetter(kernel, process, socket, receiving);
}

function isPeek({ flags }: Receiving): boolean {
	return (flags & C.MSG_PEEK) !== 0;
}

/** What one pass over the queue of a stream gives. */
interface Gathered {
	readonly parts: readonly Uint8Array[];
	readonly dyes: readonly Dye[];
	readonly count: number;
	/** Letters read to their end, and how much of the one behind them. */
	readonly whole: number;
	readonly rest: number;
	/** It ends here, whatever was asked for: a part of a letter is left, or what it enclosed is another's. */
	readonly ends: boolean;
	readonly rights: readonly ObjectId[];
	readonly first: Letter | null;
}

/** Bytes from the front; a letter's enclosure is never mixed with another's, nor the bytes of two senders where they are told apart. */
function gather(socket: Socket, most: number, peek: boolean): Gathered {
	const parts: Uint8Array[] = [];
	let dyes: readonly Dye[] = [];
	let count = 0;
	let whole = 0;
	let rest = 0;
	let rights: readonly ObjectId[] = [];
	const first = socket.queue[0] ?? null;
	let ends = false;
	for (const [index, letter] of socket.queue.entries()) {
		if (count > 0 && count === most && !peek) break;
		if (socket.lettersTaken + index === socket.urgent && !(index === 0 && socket.urgentInLine)) {
			// A read ends before the urgent byte; a look from there on does not see it.
			if (index === 0) continue;
			ends = true;
			break;
		}
		if (letter.bytes.length === 0 && count > 0) {
			ends = true;
			break;
		}
		if (first !== null && socket.passesCredentials && !sameSender(letter, first)) {
			ends = true;
			break;
		}
		const part = letter.bytes.subarray(0, most - count);
		parts.push(part);
		dyes = [...dyes, ...splitDyes(letter.dyes, part.length)[0]];
		count += part.length;
		if (letter.rights.length > 0) rights = letter.rights;
		// Who only looks, looks on, though it wants no more bytes, until something is enclosed.
		if (peek && letter.rights.length === 0) continue;
		if (part.length < letter.bytes.length) {
			rest = part.length;
			ends = true;
			break;
		}
		whole++;
		if (letter.rights.length > 0) {
			ends = true;
			break;
		}
		if (most === 0) break;
	}
	return { parts, dyes, count, whole, rest, ends: ends || peek, rights, first };
}

function sameSender(a: Letter, b: Letter): boolean {
	const [one, other] = [a.credentials, b.credentials];
	return one?.pid === other?.pid && one?.uid === other?.uid && one?.gid === other?.gid;
}

/** What is there, at once; with MSG_WAITALL all that was asked for. */
function receiveStream(kernel: Kernel, process: Process, socket: Socket, receiving: Receiving): Outcome {
	if (socket.phase !== "connected") return failed("socket.receive.unconnected", "EINVAL");
	const { count, flags, nonblock } = receiving;
	const held = process.progress.bytes ?? EMPTY;
	const target = Math.max(1, (flags & C.MSG_WAITALL) !== 0 ? count : Math.min(1, count));
	const peek = isPeek(receiving);
	let bytes = held;
	let found: Gathered | null = null;
	const atUrgent = socket.urgent === socket.lettersTaken && !socket.urgentInLine;
	if (atUrgent && !peek) takeUrgent(kernel, process, socket, "discarded");
	if (socket.queue.length > (atUrgent && peek ? 1 : 0)) {
		found = gather(socket, count - held.length, peek);
		if (!peek) consume(kernel, process, socket, found);
		bytes = held.length === 0 ? joinBytes([...found.parts]) : joinBytes([held, ...found.parts]);
		if (bytes.length >= target || found.ends || (count === 0 && found.first !== null)) {
			return received(kernel, process, socket, receiving, ruleOf(bytes.length, count, peek), bytes, found);
		}
	}
	const error = takeError(kernel, socket);
	if (error !== null && bytes.length === 0) return failed("socket.error.told", error);
	if (error !== null || socket.shutRead || (nonblock && bytes.length > 0)) {
		const rule = bytes.length > 0 ? "socket.receive.short" : "socket.receive.end-of-file";
		return received(kernel, process, socket, receiving, rule, bytes, found);
	}
	if (nonblock) return failed("socket.receive.empty-again", "EAGAIN");
	if (bytes.length > held.length)
		kernel.journal.set(process, "progress", { ...process.progress, done: bytes.length, bytes });
	const rule = bytes.length > 0 ? "socket.receive.rest-waits" : "socket.receive.empty-waits";
	const wait = { on: "socket-not-empty", socket: socket.id } as const;
	const asleep = sleepAt(kernel, process, socket.receiveTimeout, rule, wait);
	if (asleep.kind !== "done") return asleep;
	return received(kernel, process, socket, receiving, asleep.rule, bytes, found);
}

function ruleOf(taken: number, count: number, peek: boolean): RuleId {
	if (peek) return "socket.receive.peek";
	return taken < count ? "socket.receive.short" : "socket.receive.full";
}

/** Takes what was gathered out of the queue. */
function consume(
	kernel: Kernel,
	process: Process,
	socket: Socket,
	{ count, dyes, parts, rest, whole }: Gathered,
): void {
	const { journal, state } = kernel;
	const { pid } = process;
	const offset = socket.taken + socket.discarded;
	// The place of an urgent byte that was received before goes with what stood before it.
	const emptied = rest === 0 && socket.queue[whole]?.bytes.length === 0 ? whole + 1 : whole;
	const left = socket.queue.slice(emptied);
	const gone = socket.queue.slice(0, emptied);
	const [opened] = left;
	let freed = 0;
	// Even of no byte of it the enclosure goes along.
	if (opened !== undefined && emptied === whole && parts.length > whole) {
		freed = socket.page === 1 ? rest : 0;
		const after = splitDyes(opened.dyes, rest)[1];
		left[0] = {
			...opened,
			bytes: opened.bytes.slice(rest),
			dyes: after,
			rights: [],
			charge: opened.charge - freed,
		};
	}
	journal.set(socket, "queue", left);
	journal.set(socket, "taken", socket.taken + count);
	journal.set(socket, "lettersTaken", socket.lettersTaken + emptied);
	if (socket.urgent !== null && socket.urgent < socket.lettersTaken) journal.set(socket, "urgent", null);
	if (count > 0) {
		const object = { kind: "socket", id: socket.id } as const;
		const bytes = joinBytes([...parts]);
		kernel.events.push({ kind: "transfers", pid, direction: "in", object, bytes, offset, dyes });
	}
	for (const letter of gone) giveBack(kernel, state.sockets[letter.sender], letter.charge, pid);
	if (opened !== undefined && freed > 0) giveBack(kernel, state.sockets[opened.sender], freed, pid);
	if (left.length > 0) wakeFirst(kernel, socket, "readQueue", pid);
	wakePollers(kernel, socket.pollers, pid);
}

/** MSG_OOB: the urgent byte, wherever it stands in the stream. */
function receiveUrgent(kernel: Kernel, process: Process, socket: Socket, receiving: Receiving): Outcome {
	if (socket.type !== "stream") return failed("socket.receive.urgent", "EOPNOTSUPP");
	if (socket.urgent === null || socket.urgentInLine) return failed("socket.receive.urgent", "EINVAL");
	const letter = socket.queue[socket.urgent - socket.lettersTaken] as Letter;
	const offset = socket.taken + socket.discarded;
	if (!isPeek(receiving)) {
		takeUrgent(kernel, process, socket, "taken");
		const object = { kind: "socket", id: socket.id } as const;
		const { bytes, dyes } = letter;
		kernel.events.push({ kind: "transfers", pid: process.pid, direction: "in", object, bytes, offset, dyes });
	}
	const found = { rights: [], first: letter };
	return received(kernel, process, socket, receiving, "socket.receive.urgent-byte", letter.bytes, found);
}

/** Takes it out of the stream; a read that comes to it goes over it, and nobody can receive it any more. */
function takeUrgent(kernel: Kernel, { pid }: Process, socket: Socket, how: "taken" | "discarded"): void {
	const { journal, state } = kernel;
	const index = (socket.urgent ?? 0) - socket.lettersTaken;
	const letter = socket.queue[index] as Letter;
	journal.set(socket, how, socket[how] + letter.bytes.length);
	journal.set(socket, "urgent", null);
	if (index > 0) {
		// Its empty place stays, and a read ends before it.
		journal.set(socket, "queue", socket.queue.with(index, { ...letter, bytes: EMPTY, dyes: [] }));
		return;
	}
	journal.set(socket, "queue", socket.queue.slice(1));
	journal.set(socket, "lettersTaken", socket.lettersTaken + 1);
	giveBack(kernel, state.sockets[letter.sender], letter.charge, pid);
}

/** One letter; what the buffer has no room for is lost. */
function receiveLetter(kernel: Kernel, process: Process, socket: Socket, receiving: Receiving): Outcome {
	const { count, flags, nonblock } = receiving;
	const error = takeError(kernel, socket);
	if (error !== null) return failed("socket.error.told", error);
	const letter = socket.queue[0];
	if (letter === undefined) {
		const ended = socket.shutRead && (!nonblock || socket.type === "seqpacket");
		if (ended) return received(kernel, process, socket, receiving, "socket.receive.end-of-file", EMPTY, null);
		if (nonblock) return failed("socket.receive.empty-again", "EAGAIN");
		const wait = { on: "socket-not-empty", socket: socket.id } as const;
		return sleepAt(kernel, process, socket.receiveTimeout, "socket.receive.no-letter-waits", wait);
	}
	const bytes = letter.bytes.slice(0, count);
	const peek = isPeek(receiving);
	if (!peek) consumeLetter(kernel, process, socket, letter, bytes);
	const cut = bytes.length < letter.bytes.length;
	const rule = peek ? "socket.receive.peek" : cut ? "socket.receive.letter-cut" : "socket.receive.letter";
	const value = (flags & C.MSG_TRUNC) !== 0 ? letter.bytes.length : bytes.length;
	const found = { rights: letter.rights, first: letter };
	return received(kernel, process, socket, receiving, rule, bytes, found, value, cut ? C.MSG_TRUNC : 0);
}

function consumeLetter(
	kernel: Kernel,
	process: Process,
	socket: Socket,
	letter: Letter,
	bytes: Uint8Array,
): void {
	const { journal, state } = kernel;
	const { pid } = process;
	const offset = socket.taken + socket.discarded;
	journal.set(socket, "queue", socket.queue.slice(1));
	journal.set(socket, "taken", socket.taken + bytes.length);
	journal.set(socket, "discarded", socket.discarded + letter.bytes.length - bytes.length);
	journal.set(socket, "lettersTaken", socket.lettersTaken + 1);
	const object = { kind: "socket", id: socket.id } as const;
	const [dyes] = splitDyes(letter.dyes, bytes.length);
	kernel.events.push({ kind: "transfers", pid, direction: "in", object, bytes, offset, dyes });
	giveBack(kernel, state.sockets[letter.sender], letter.charge, pid);
	wakeForPlace(kernel, socket, pid);
	if (socket.queue.length > 0) wakeFirst(kernel, socket, "readQueue", pid);
	wakePollers(kernel, socket.pollers, pid);
}

/** Room of one control message in its buffer: head and data, and up to where the next one begins. */
const HEAD = 16;
const CREDENTIALS_SIZE = 12;
const CREDENTIALS_SPACE = 32;
const INT = 4;

/** The call returns, with what came beside the bytes as far as there is room for it. */
function received(
	kernel: Kernel,
	process: Process,
	socket: Socket,
	receiving: Receiving,
	rule: RuleId,
	bytes: Uint8Array,
	found: Pick<Gathered, "rights" | "first"> | null,
	value: number = bytes.length,
	cut = 0,
): Outcome {
	const rights = found?.rights ?? [];
	const consumed = !isPeek(receiving);
	// Linux hands this flag of the call back among the answers.
	let flags = cut | (receiving.flags & C.MSG_CMSG_CLOEXEC);
	let room = receiving.room ?? 0;
	let credentials: UserCredentials | null = null;
	const letter = found?.first ?? null;
	if (socket.passesCredentials && letter !== null && receiving.room !== null) {
		if (room < HEAD + CREDENTIALS_SIZE) flags |= C.MSG_CTRUNC;
		if (room >= HEAD) credentials = letter.credentials ?? NOBODY;
		room = Math.max(0, room - CREDENTIALS_SPACE);
	}
	const places = room > HEAD ? Math.floor((room - HEAD) / INT) : 0;
	const closeOnExec = (flags & C.MSG_CMSG_CLOEXEC) !== 0;
	const descriptors =
		rights.length === 0
			? []
			: takeRights(kernel, process, rights, places, closeOnExec, receiving.place, consumed);
	if (receiving.room !== null && descriptors.length < rights.length) flags |= C.MSG_CTRUNC;
	const from: SocketAddress | null = letter === null || letter.from.kind === "unnamed" ? null : letter.from;
	return done(rule, value, { kind: "received", bytes, from, credentials, descriptors, flags });
}
