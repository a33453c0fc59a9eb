// Sockets as pictures: pairs with what is on its way in both directions, and sockets that stand alone: listeners, mailboxes.
import type { KernelState, Letter, ObjectId, Pid, Socket } from "../../kernel/index.ts";
import { byteCount, byteLabel, grouped } from "./bytes.ts";
import type { Changes } from "./changes.ts";
import { objectLabel } from "./objects.ts";
import type { Holding } from "./pipe.ts";

/** What one belt shows of its letters, and of each letter. */
const MOST_LETTERS = 6;
const MOST_BYTES = 12;

/** A run of bytes of a stream, or a message with its bounds. */
export interface LetterPicture {
	/** The number of the letter at its socket since that was made: it keeps its identity while it moves on. */
	readonly key: number;
	readonly pid: Pid | null;
	readonly labels: readonly string[];
	readonly more: number;
	/** `pid 3, user 1000`, as the kernel stamped it; null without a stamp. */
	readonly stamp: string | null;
	/** Descriptions that travel with it: `pipe`, `socket 2`. */
	readonly enclosed: readonly string[];
	readonly fresh: boolean;
}

/** What has been sent to one socket and is not read. */
export interface BeltPicture {
	/** Oldest first. */
	readonly letters: readonly LetterPicture[];
	readonly more: number;
	/** `5 bytes`, `2 messages` */
	readonly level: string;
	/** Nothing more can come: `closed`, `shut`; null while something can. */
	readonly ended: string | null;
}

export interface SocketEnd {
	readonly id: ObjectId;
	/** As `objectKey` names it. */
	readonly key: string;
	readonly title: string;
	/** `stream`, `listens`, `datagrams` */
	readonly note: string;
	readonly holders: readonly Holding[];
	/** Descriptors that lead here. */
	readonly count: number;
	/** Descriptions of it that travel in letters: those hold it too. */
	readonly travelling: boolean;
	/** `pid 3, user 1000`: whom SO_PEERCRED tells. */
	readonly peer: string | null;
	readonly readers: readonly Pid[];
	readonly writers: readonly Pid[];
}

/** Two sockets that are connected, or one whose other end is gone. */
export interface PairPicture {
	readonly kind: "pair";
	readonly id: ObjectId;
	readonly left: SocketEnd;
	readonly right: SocketEnd | null;
	readonly toRight: BeltPicture;
	readonly toLeft: BeltPicture;
}

/** A listener with those who wait to be accepted, or a socket to which anybody may send. */
export interface DeskPicture {
	readonly kind: "desk";
	readonly id: ObjectId;
	readonly end: SocketEnd;
	/** Letters, of a mailbox. */
	readonly letters: BeltPicture | null;
	/** Of a listener: who connected and is not accepted. */
	readonly waiting: readonly { readonly id: ObjectId; readonly pid: Pid | null; readonly bytes: string }[];
	/** `1 of 2 places taken` */
	readonly level: string;
	/** Asleep until there is a place. */
	readonly outside: readonly Pid[];
}

export type ChannelPicture = PairPicture | DeskPicture;

/** All sockets, in the order in which they were made; both ends of a connection are one picture. */
export function channelPictures(kernel: KernelState, changes: Changes): readonly ChannelPicture[] {
	const drawn = new Set<ObjectId>();
	const pictures: ChannelPicture[] = [];
	for (const socket of Object.values(kernel.sockets)) {
		if (drawn.has(socket.id)) continue;
		drawn.add(socket.id);
		const peer = socket.peer === null ? undefined : kernel.sockets[socket.peer];
		if (socket.phase !== "connected" || (peer !== undefined && peer.peer !== socket.id)) {
			pictures.push(deskPicture(kernel, socket, changes));
			continue;
		}
		if (peer !== undefined) drawn.add(peer.id);
		pictures.push(pairPicture(kernel, socket, peer, changes));
	}
	return pictures;
}

function pairPicture(
	kernel: KernelState,
	left: Socket,
	right: Socket | undefined,
	changes: Changes,
): PairPicture {
	return {
		kind: "pair",
		id: left.id,
		left: endOf(kernel, left),
		right: right === undefined ? null : endOf(kernel, right),
		toRight: right === undefined ? nothing("nobody reads") : beltOf(kernel, right, left, changes),
		toLeft: beltOf(kernel, left, right, changes),
	};
}

function deskPicture(kernel: KernelState, socket: Socket, changes: Changes): DeskPicture {
	const listens = socket.phase === "listening";
	const mailbox = socket.type === "datagram";
	const waiting = socket.pending.map((id) => {
		const own = kernel.sockets[id];
		const size = own?.queue.reduce((sum, { bytes }) => sum + bytes.length, 0) ?? 0;
		return { id, pid: own?.peerCredentials?.pid ?? null, bytes: size === 0 ? "" : byteCount(size) };
	});
	const taken = listens ? waiting.length : socket.queue.length;
	return {
		kind: "desk",
		id: socket.id,
		end: endOf(kernel, socket),
		letters: mailbox ? beltOf(kernel, socket, undefined, changes) : null,
		waiting,
		level: listens || mailbox ? `${taken} of ${socket.longestQueue + 1} places taken` : "connected to nobody",
		outside: [...socket.roomQueue],
	};
}

const TYPES = { stream: "stream", datagram: "datagrams", seqpacket: "packets" } as const;

function endOf(kernel: KernelState, socket: Socket): SocketEnd {
	const holders: Holding[] = [];
	for (const { descriptors, pid } of Object.values(kernel.processes)) {
		const fds = Object.entries(descriptors)
			.filter(([, { openFile }]) => leadsTo(kernel, openFile, socket.id))
			.map(([fd]) => Number(fd));
		if (fds.length > 0) holders.push({ pid, fds });
	}
	const { peerCredentials: peer } = socket;
	const travelling = Object.values(kernel.sockets).some(({ queue }) =>
		queue.some(({ rights }) => rights.some((openFile) => leadsTo(kernel, openFile, socket.id))),
	);
	return {
		id: socket.id,
		key: `socket ${socket.id}`,
		title: objectLabel(kernel, { kind: "socket", id: socket.id }),
		note: noteOf(socket),
		holders,
		count: holders.reduce((sum, { fds }) => sum + fds.length, 0),
		travelling,
		peer: peer === null || peer.pid === 0 ? null : `pid ${peer.pid}, user ${peer.uid}`,
		readers: [...socket.readQueue],
		writers: [...socket.writeQueue],
	};
}

function noteOf({ listener, phase, type }: Socket): string {
	if (phase === "listening") return "listens";
	return listener === null ? TYPES[type] : "waits for accept";
}

function leadsTo(kernel: KernelState, openFile: ObjectId, socket: ObjectId): boolean {
	const object = kernel.openFiles[openFile]?.object;
	return object?.kind === "socket" && object.id === socket;
}

function nothing(ended: string): BeltPicture {
	return { letters: [], more: 0, level: "", ended };
}

function beltOf(
	kernel: KernelState,
	socket: Socket,
	sender: Socket | undefined,
	changes: Changes,
): BeltPicture {
	const { queue } = socket;
	const arrived = changes.transfers.get(socket.id)?.some(({ direction }) => direction === "out") ?? false;
	const shown = queue.slice(0, MOST_LETTERS);
	const bytes = queue.reduce((sum, letter) => sum + letter.bytes.length, 0);
	const letters = shown.map((letter, index) =>
		letterPicture(kernel, letter, {
			key: socket.lettersTaken + index,
			fresh: arrived && index === queue.length - 1,
			urgent: socket.lettersTaken + index === socket.urgent,
		}),
	);
	return {
		letters,
		more: queue.length - shown.length,
		level: levelOf(socket, sender, bytes),
		ended: socket.shutRead ? (sender === undefined ? "closed" : "shut") : null,
	};
}

function levelOf({ queue, type }: Socket, sender: Socket | undefined, bytes: number): string {
	const counted = sender !== undefined && sender.page === 1;
	const room = counted ? ` of ${byteCount(sender.sendBuffer)}` : "";
	if (type === "stream") return counted ? `${grouped(bytes)}${room}` : byteCount(bytes);
	const messages = `${grouped(queue.length)} ${queue.length === 1 ? "message" : "messages"}`;
	return bytes === 0 ? messages : `${messages}, ${counted ? `${grouped(bytes)}${room}` : byteCount(bytes)}`;
}

function letterPicture(
	kernel: KernelState,
	letter: Letter,
	{ fresh, key, urgent }: { readonly key: number; readonly fresh: boolean; readonly urgent: boolean },
): LetterPicture {
	const shown = letter.bytes.subarray(0, MOST_BYTES);
	const { credentials, dyes, rights } = letter;
	return {
		key,
		pid: dyes[0]?.pid ?? null,
		labels: [...shown].map(byteLabel),
		more: letter.bytes.length - shown.length,
		stamp: urgent
			? "urgent"
			: credentials === null
				? null
				: `pid ${credentials.pid}, user ${credentials.uid}`,
		enclosed: rights.flatMap((id) => {
			const object = kernel.openFiles[id]?.object;
			return object === undefined ? [] : [objectLabel(kernel, object)];
		}),
		fresh,
	};
}

/** One picture in words, for those who do not see it. */
export function channelText(channel: ChannelPicture): string {
	if (channel.kind === "desk") {
		return `${channel.end.title}, ${channel.end.note}: ${channel.level}`;
	}
	const { left, right, toLeft, toRight } = channel;
	if (right === null) return `${left.title}: its other end is gone; to it ${toLeft.level}`;
	return `${left.title} and ${right.title}, connected: to ${right.title} ${toRight.level}; to ${left.title} ${toLeft.level}`;
}
