// Sockets: making them, finding them behind a descriptor, and what happens when one is closed. See unix(7), socket(2).
import * as C from "./constants.ts";
import { badDescriptor, install, lowestFree, openFileOf, originOf } from "./descriptors.ts";
import { type Kernel, newObject } from "./kernel.ts";
import { newOpenFile } from "./open-files.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { OpenFile, Process, Socket, UserCredentials } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";
import type { ObjectId, Place } from "./words.ts";

const TYPES: { readonly [type: number]: Socket["type"] } = {
	[C.SOCK_STREAM]: "stream",
	[C.SOCK_DGRAM]: "datagram",
	[C.SOCK_RAW]: "datagram",
	[C.SOCK_SEQPACKET]: "seqpacket",
};

const FLAGS = C.SOCK_CLOEXEC | C.SOCK_NONBLOCK;
const TYPE_MASK = 0xf;
const SOCK_MAX = 11;

/** Who asks, as SO_PEERCRED tells it: the effective ids. */
export function credentialsOf({ egid, euid, pid }: Process): UserCredentials {
	return { pid, uid: euid, gid: egid };
}

type MakeCall = SystemCall & { readonly name: "socket" | "socketpair" };

function typeOf(call: MakeCall): Socket["type"] | Outcome {
	const { domain, protocol } = call;
	const flags = call.type & ~TYPE_MASK;
	if ((flags & ~FLAGS) !== 0 || (call.type & TYPE_MASK) >= SOCK_MAX) {
		return failed("socket.make.bad-type", "EINVAL");
	}
	if (domain !== C.AF_UNIX) {
		const network = domain === C.AF_INET || domain === C.AF_INET6;
		if (network && call.name === "socketpair") return failed("socket.make.no-pair", "EOPNOTSUPP");
		return failed("socket.make.family", "EAFNOSUPPORT");
	}
	if (protocol !== 0 && protocol !== C.AF_UNIX) return failed("socket.make.protocol", "EPROTONOSUPPORT");
	return TYPES[call.type & TYPE_MASK] ?? failed("socket.make.unknown-type", "ESOCKTNOSUPPORT");
}

/** socket(2): one socket that knows nobody, on the lowest free descriptor. */
export function makeSocket(
	kernel: Kernel,
	process: Process,
	call: SystemCall & { readonly name: "socket" },
	place: Place | null,
): Outcome {
	const type = typeOf(call);
	if (typeof type !== "string") return type;
	const fd = lowestFree(process, 0);
	if (fd >= process.descriptorLimit) return failed("descriptor.make.table-full", "EMFILE");
	const id = newSocket(kernel, process, type, place);
	describe(kernel, process, id, fd, call.type, "socket", place);
	return done("socket.make.lowest", fd);
}

/** socketpair(2): two sockets that are each other's peers. */
export function makePair(
	kernel: Kernel,
	process: Process,
	call: SystemCall & { readonly name: "socketpair" },
	place: Place | null,
): Outcome {
	const type = typeOf(call);
	if (typeof type !== "string") return type;
	const first = lowestFree(process, 0);
	const second = lowestFree(process, first + 1);
	if (second >= process.descriptorLimit) return failed("descriptor.make.table-full", "EMFILE");
	const ids = [newSocket(kernel, process, type, place), newSocket(kernel, process, type, place)] as const;
	const [a, b] = ids.map((id) => kernel.state.sockets[id] as Socket) as [Socket, Socket];
	const own = credentialsOf(process);
	for (const [socket, peer] of [
		[a, b],
		[b, a],
	] as const) {
		connectTo(kernel, socket, peer.id, own);
		kernel.journal.set(socket, "credentials", own);
	}
	describe(kernel, process, a.id, first, call.type, "socketpair", place);
	describe(kernel, process, b.id, second, call.type, "socketpair", place);
	return done("socket.pair.made", 0, { kind: "descriptors", read: first, write: second });
}

export function connectTo(
	kernel: Kernel,
	socket: Socket,
	peer: ObjectId,
	credentials: UserCredentials | null,
): void {
	kernel.journal.set(socket, "phase", "connected");
	kernel.journal.set(socket, "peer", peer);
	kernel.journal.set(socket, "peerCredentials", credentials);
}

/** A socket without a description. */
export function newSocket(
	kernel: Kernel,
	process: Process,
	type: Socket["type"],
	place: Place | null,
): ObjectId {
	const { datagramQueue, socketBuffer, socketPage } = kernel.state.limits;
	const id = newObject(kernel);
	const number = kernel.state.socketsMade + 1;
	kernel.journal.set(kernel.state, "socketsMade", number);
	const socket: Socket = {
		id,
		number,
		type,
		page: socketPage,
		phase: "new",
		address: null,
		peer: null,
		peerName: null,
		shutRead: false,
		shutWrite: false,
		error: null,
		queue: [],
		charged: 0,
		sendBuffer: socketBuffer,
		receiveBuffer: socketBuffer,
		longestQueue: datagramQueue,
		receiveTimeout: null,
		sendTimeout: null,
		urgent: null,
		urgentInLine: false,
		passesCredentials: false,
		credentials: null,
		peerCredentials: null,
		pending: [],
		listener: null,
		readQueue: [],
		writeQueue: [],
		roomQueue: [],
		pollers: [],
		arrived: 0,
		taken: 0,
		discarded: 0,
		lettersArrived: 0,
		lettersTaken: 0,
		uid: process.euid,
		gid: process.egid,
		createdBy: process.pid,
		place,
	};
	kernel.journal.set(kernel.state.sockets, id, socket);
	return id;
}

/** Gives a socket a description and a descriptor; `type` may hold SOCK_NONBLOCK and SOCK_CLOEXEC. */
export function describe(
	kernel: Kernel,
	process: Process,
	id: ObjectId,
	fd: number,
	type: number,
	by: "socket" | "socketpair" | "accept",
	place: Place | null,
): void {
	const origin = originOf(by, process, place);
	const nonblock = (type & C.SOCK_NONBLOCK) !== 0;
	const flags = { access: "both", append: false, nonblock, packets: false } as const;
	const openFile = newOpenFile(kernel, { kind: "socket", id }, flags, origin);
	install(kernel, process, fd, { openFile, closeOnExec: (type & C.SOCK_CLOEXEC) !== 0, origin });
}

export type SocketUse =
	| { readonly socket: Socket; readonly openFile: OpenFile }
	| { readonly error: Outcome };

/** The socket behind a descriptor, or why it is none. */
export function socketAt(kernel: Kernel, process: Process, fd: number): SocketUse {
	const openFile = openFileOf(kernel, process, fd);
	if (openFile === null) return { error: badDescriptor() };
	const socket = socketOf(kernel, openFile);
	return socket === null ? { error: failed("socket.use.not-a-socket", "ENOTSOCK") } : { socket, openFile };
}

export function socketOf(kernel: Kernel, { object }: OpenFile): Socket | null {
	return object.kind === "socket" ? (kernel.state.sockets[object.id] ?? null) : null;
}
