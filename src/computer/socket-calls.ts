// The ABI of sockets: struct sockaddr, struct msghdr and control messages as they lie in memory. See unix(7), cmsg(3).

import { decodeText, encodeText } from "../base/index.ts";
import {
	AF_UNIX,
	type Control,
	type Reply,
	SO_RCVTIMEO,
	SO_SNDTIMEO,
	type SocketAddress,
	type SystemCall,
	type UserCredentials,
} from "../kernel/index.ts";
import type { Binding } from "./abi.ts";
import { IOV_MAX, readTimeval, SIZE, TICKS_PER_SECOND } from "./structures.ts";
import type { Trapped } from "./trapped.ts";

/** sun_path begins here, and a struct sockaddr_un ends there. */
const PATH = 2;
const ADDRESS_MAX = 110;
const AF_UNSPEC = 0;
const MESSAGE_SIZE = 56;
const SOL_SOCKET = 1;
const SCM_RIGHTS = 1;
const SCM_CREDENTIALS = 2;
const HEAD = 16;

// ---- addresses ----

function characters(bytes: Uint8Array): string {
	let text = "";
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
}

/** A struct sockaddr of `length` bytes. */
function readAddress(trap: Trapped, address: number, length: number): SocketAddress {
	if (length < PATH || length > ADDRESS_MAX) {
		if (length < 0 || length > ADDRESS_MAX) return { kind: "bad" };
		if (!trap.memory.readable(address, length)) trap.badAddress = true;
		return { kind: "bad" };
	}
	const bytes = trap.memory.read(address, length);
	if (bytes === null) {
		trap.badAddress = true;
		return { kind: "bad" };
	}
	const family = (bytes[0] as number) | ((bytes[1] as number) << 8);
	if (family === AF_UNSPEC) return { kind: "unspecified" };
	if (family !== AF_UNIX) return { kind: "bad" };
	if (length === PATH) return { kind: "unnamed" };
	if (bytes[PATH] === 0) return { kind: "abstract", name: characters(bytes.subarray(PATH + 1)) };
	const end = bytes.indexOf(0, PATH);
	const name = bytes.subarray(PATH, end < 0 ? length : end);
	return { kind: "path", path: decodeText(name) };
}

/** The bytes of a sockaddr_un; of an unnamed socket only its family. */
function addressBytes(address: SocketAddress): Uint8Array {
	const family = Uint8Array.of(AF_UNIX, 0);
	if (address.kind !== "path" && address.kind !== "abstract") return family;
	const name =
		address.kind === "path"
			? encodeText(`${address.path}\0`)
			: Uint8Array.from(`\0${address.name}`, (char) => char.charCodeAt(0));
	const bytes = new Uint8Array(PATH + name.length);
	bytes.set(family);
	bytes.set(name, PATH);
	return bytes;
}

/** As much as there is room for; the length that is told is the whole one. */
function storeAddress(trap: Trapped, pointer: number, lengthAt: number, address: SocketAddress | null): void {
	const bytes = address === null ? new Uint8Array(0) : addressBytes(address);
	const room = Math.max(0, trap.memory.getInt32(lengthAt) ?? 0);
	trap.memory.write(pointer, bytes.subarray(0, room));
	trap.memory.setInt32(lengthAt, bytes.length);
}

/** Pointers to an address and its length, the first of which may be NULL. */
function wantsName(trap: Trapped, address: number, length: number): boolean {
	if (trap.pointer(address) === 0) return false;
	trap.output(length, SIZE.int);
	const room = trap.badAddress ? 0 : (trap.memory.getInt32(trap.pointer(length)) ?? 0);
	if (room > 0) trap.output(address, Math.min(room, ADDRESS_MAX));
	return true;
}

function storeName(address: number, length: number): NonNullable<Binding["answer"]> {
	return (trap, value, reply) => {
		if (trap.pointer(address) === 0) return value;
		if (reply?.kind === "address")
			storeAddress(trap, trap.pointer(address), trap.pointer(length), reply.address);
		if (reply?.kind === "received")
			storeAddress(trap, trap.pointer(address), trap.pointer(length), reply.from);
		return value;
	};
}

function askAddress(name: "bind" | "connect"): Binding {
	return {
		ask: (trap) => {
			const addressLength = trap.int(2);
			const address = readAddress(trap, trap.pointer(1), addressLength);
			return { name, fd: trap.int(0), address, addressLength };
		},
	};
}

function askName(name: "getsockname" | "getpeername"): Binding {
	return {
		ask: (trap) => {
			const wanted = wantsName(trap, 1, 2);
			const room = wanted && !trap.badAddress ? (trap.memory.getInt32(trap.pointer(2)) ?? 0) : 0;
			return { name, fd: trap.int(0), room };
		},
		answer: storeName(1, 2),
	};
}

// ---- messages ----

interface Vector {
	readonly address: number;
	readonly length: number;
}

/** A struct msghdr. */
interface Message {
	readonly name: number;
	readonly nameLength: number;
	readonly vectors: readonly Vector[];
	readonly bad: boolean;
	readonly control: number;
	readonly controlLength: number;
}

function readMessage(trap: Trapped): Message {
	const at = trap.input(1, MESSAGE_SIZE);
	if (trap.badAddress) trap.beyond = true;
	const { memory } = trap;
	const long = (offset: number) => Number(BigInt.asUintN(48, memory.getInt64(at + offset) ?? 0n));
	const count = long(24);
	const start = long(16);
	const bad = count > IOV_MAX;
	const vectors = Array.from({ length: bad || trap.badAddress ? 0 : count }, (_, i) => ({
		address: Number(BigInt.asUintN(32, memory.getInt64(start + i * SIZE.iovec) ?? 0n)),
		length: Number(memory.getInt64(start + i * SIZE.iovec + SIZE.long) ?? 0n),
	}));
	return {
		name: long(0),
		nameLength: memory.getInt32(at + 8) ?? 0,
		vectors,
		bad: bad || vectors.some(({ length }) => length < 0),
		control: long(32),
		controlLength: long(40),
	};
}

function joined(trap: Trapped, vectors: readonly Vector[]): Uint8Array {
	const bytes = new Uint8Array(vectors.reduce((sum, { length }) => sum + Math.max(0, length), 0));
	let end = 0;
	for (const { address, length } of vectors) {
		const part = length > 0 ? trap.memory.read(address, length) : new Uint8Array(0);
		if (part === null) trap.badAddress = true;
		else bytes.set(part, end);
		end += Math.max(0, length);
	}
	return bytes;
}

function lengths(vectors: readonly Vector[]): number[] {
	return vectors.map(({ length }) => length);
}

function align(length: number): number {
	return Math.ceil(length / SIZE.long) * SIZE.long;
}

/** The control messages of a sendmsg. */
function readControl(trap: Trapped, { control, controlLength }: Message): Control | null {
	if (controlLength === 0) return null;
	const { memory } = trap;
	if (!memory.readable(control, controlLength)) {
		trap.badAddress = true;
		return null;
	}
	const rights: number[] = [];
	let credentials: UserCredentials | null = null;
	let bad = false;
	for (let at = 0; at + HEAD <= controlLength; ) {
		const length = Number(memory.getInt64(control + at) ?? 0n);
		if (length < HEAD || length > controlLength - at) {
			bad = true;
			break;
		}
		const level = memory.getInt32(control + at + 8);
		const type = memory.getInt32(control + at + 12);
		const data = control + at + HEAD;
		const int = (offset: number) => memory.getInt32(data + offset) ?? 0;
		if (level === SOL_SOCKET && type === SCM_RIGHTS) {
			for (let i = 0; i + SIZE.int <= length - HEAD; i += SIZE.int) rights.push(int(i));
		} else if (level === SOL_SOCKET && type === SCM_CREDENTIALS && length === HEAD + 12) {
			credentials = { pid: int(0), uid: int(4) >>> 0, gid: int(8) >>> 0 };
		} else if (level === SOL_SOCKET) bad = true;
		at += align(length);
	}
	return bad ? { rights, credentials, bad } : { rights, credentials };
}

function askSendmsg(trap: Trapped): SystemCall {
	const message = readMessage(trap);
	const fd = trap.int(0);
	const to = message.name === 0 ? null : readAddress(trap, message.name, message.nameLength);
	const said = to === null ? {} : { addressLength: message.nameLength };
	const call = { name: "sendmsg", fd, flags: trap.int(2), to, ...said } as const;
	if (message.bad) {
		const badCount = message.vectors.length === 0 ? "EMSGSIZE" : "EINVAL";
		return { ...call, bytes: new Uint8Array(0), control: null, badCount };
	}
	const pieces = lengths(message.vectors);
	return { ...call, bytes: joined(trap, message.vectors), pieces, control: readControl(trap, message) };
}

function askRecvmsg(trap: Trapped): SystemCall {
	const message = readMessage(trap);
	const call = {
		name: "recvmsg",
		fd: trap.int(0),
		flags: trap.int(2),
		wantsName: message.name !== 0,
	} as const;
	if (message.bad) {
		const badCount = message.vectors.length === 0 ? "EMSGSIZE" : "EINVAL";
		return { ...call, count: 0, room: 0, badCount };
	}
	for (const { address, length } of message.vectors) {
		if (length > 0 && !trap.memory.writable(address, length)) trap.badAddress = true;
	}
	const pieces = lengths(message.vectors);
	const count = pieces.reduce((sum, length) => sum + length, 0);
	return { ...call, count, pieces, room: message.control === 0 ? 0 : message.controlLength };
}

/** Control messages as far as there is room for them; returns how much they take. */
function writeControl(trap: Trapped, message: Message, reply: Reply & { readonly kind: "received" }): number {
	const { memory } = trap;
	let at = 0;
	const put = (type: number, words: readonly number[]) => {
		const room = message.controlLength - at;
		if (room < HEAD) return;
		const length = Math.min(room, HEAD + words.length * SIZE.int);
		memory.setInt64(message.control + at, length);
		memory.setInt32(message.control + at + 8, SOL_SOCKET);
		memory.setInt32(message.control + at + 12, type);
		for (const [i, word] of words.entries()) {
			if (HEAD + (i + 1) * SIZE.int <= length)
				memory.setInt32(message.control + at + HEAD + i * SIZE.int, word | 0);
		}
		at = Math.min(message.controlLength, at + align(length));
	};
	const { credentials, descriptors } = reply;
	if (credentials !== null) put(SCM_CREDENTIALS, [credentials.pid, credentials.uid, credentials.gid]);
	if (descriptors.length > 0) put(SCM_RIGHTS, descriptors);
	return at;
}

function storeMessage(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "received") return value;
	const { memory } = trap;
	const at = trap.pointer(1);
	const message = readMessage(trap);
	let start = 0;
	for (const { address, length } of message.vectors) {
		memory.write(address, reply.bytes.subarray(start, start + length));
		start += length;
	}
	if (message.name !== 0) storeAddress(trap, message.name, at + 8, reply.from);
	memory.setInt64(at + 40, message.control === 0 ? 0 : writeControl(trap, message, reply));
	memory.setInt32(at + 48, reply.flags);
	return value;
}

function storeReceived(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "received") trap.memory.write(trap.pointer(1), reply.bytes);
	return value;
}

function askSend(hasAddress: boolean): Binding["ask"] {
	return (trap) => {
		const call = { name: "sendto", fd: trap.int(0), ...trap.found(1, 2), flags: trap.int(3) } as const;
		if (!hasAddress || trap.pointer(4) === 0) return { ...call, to: null };
		const addressLength = trap.int(5);
		return { ...call, to: readAddress(trap, trap.pointer(4), addressLength), addressLength };
	};
}

function askReceive(hasAddress: boolean): Binding["ask"] {
	return (trap) => ({
		name: "recvfrom",
		fd: trap.int(0),
		count: trap.room(1, trap.size(2)),
		flags: trap.int(3),
		wantsName: hasAddress && wantsName(trap, 4, 5),
	});
}

// ---- options ----

function askOption(trap: Trapped): SystemCall {
	trap.output(4, SIZE.int);
	const length = trap.badAddress ? 0 : (trap.memory.getInt32(trap.pointer(4)) ?? 0);
	if (length > 0) trap.output(3, Math.min(length, 16));
	return { name: "getsockopt", fd: trap.int(0), level: trap.int(1), option: trap.int(2), length };
}

/** A struct timeval as the longest wait at a socket: below 0 it is over at once. */
function limitAt(memory: Trapped["memory"], address: number): number | "EDOM" {
	const microseconds = memory.getInt64(address + 8) ?? 0n;
	if (microseconds < 0n || microseconds > 999_999n) return "EDOM";
	return readTimeval(memory, address) ?? -1;
}

function storeOption(trap: Trapped, value: number, reply: Reply | null): number {
	const words: number[] = [];
	if (reply?.kind === "count") words.push(reply.count);
	if (reply?.kind === "credentials") {
		const { gid, pid, uid } = reply.credentials;
		words.push(pid, uid, gid);
	}
	if (reply?.kind === "time") {
		const { ticks } = reply;
		words.push(Math.floor(ticks / TICKS_PER_SECOND), 0, ticks % TICKS_PER_SECOND, 0);
	}
	const bytes = new Uint8Array(Int32Array.from(words.map((word) => word | 0)).buffer);
	const room = trap.memory.getInt32(trap.pointer(4)) ?? 0;
	trap.memory.write(trap.pointer(3), bytes.subarray(0, room));
	trap.memory.setInt32(trap.pointer(4), Math.min(room, bytes.length));
	return value;
}

function askSetOption(trap: Trapped): SystemCall {
	const length = trap.int(4);
	const call = { name: "setsockopt", fd: trap.int(0), level: trap.int(1), option: trap.int(2) } as const;
	if (call.option === SO_RCVTIMEO || call.option === SO_SNDTIMEO) {
		if (length < SIZE.time) return { ...call, value: null };
		return { ...call, value: limitAt(trap.memory, trap.input(3, SIZE.time)) };
	}
	if (length < SIZE.int) return { ...call, value: null };
	return { ...call, value: trap.memory.getInt32(trap.input(3, SIZE.int)) ?? 0 };
}

function askAccept(flags: (trap: Trapped) => number): Binding {
	return {
		ask: (trap) => ({
			name: "accept",
			fd: trap.int(0),
			flags: flags(trap),
			wantsName: wantsName(trap, 1, 2),
		}),
		answer: storeName(1, 2),
	};
}

export const socketBindings: { readonly [name: string]: Binding } = {
	socket: {
		ask: (trap) => ({ name: "socket", domain: trap.int(0), type: trap.int(1), protocol: trap.int(2) }),
	},
	socketpair: {
		ask: (trap) => {
			trap.output(3, 2 * SIZE.int);
			return { name: "socketpair", domain: trap.int(0), type: trap.int(1), protocol: trap.int(2) };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind === "descriptors") {
				trap.memory.setInt32(trap.pointer(3), reply.read);
				trap.memory.setInt32(trap.pointer(3) + SIZE.int, reply.write);
			}
			return value;
		},
	},
	bind: askAddress("bind"),
	connect: askAddress("connect"),
	listen: { ask: (trap) => ({ name: "listen", fd: trap.int(0), backlog: trap.int(1) }) },
	accept: askAccept(() => 0),
	accept4: askAccept((trap) => trap.int(3)),
	shutdown: { ask: (trap) => ({ name: "shutdown", fd: trap.int(0), how: trap.int(1) }) },
	getsockname: askName("getsockname"),
	getpeername: askName("getpeername"),
	getsockopt: { ask: askOption, answer: storeOption },
	setsockopt: { ask: askSetOption },
	send: { ask: askSend(false) },
	sendto: { ask: askSend(true) },
	sendmsg: { ask: askSendmsg },
	recv: { ask: askReceive(false), answer: storeReceived },
	recvfrom: {
		ask: askReceive(true),
		answer: (trap, value, reply) => {
			storeReceived(trap, value, reply);
			return storeName(4, 5)(trap, value, reply);
		},
	},
	recvmsg: { ask: askRecvmsg, answer: storeMessage },
};
