// Names of sockets: bind, and from an address to the socket that has it. See unix(7), bind(2).
import * as C from "./constants.ts";
import { newTimes, noteModified } from "./file-times.ts";
import { type Kernel, newObject } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { ofNewNode, permits } from "./permissions.ts";
import { nameOf, UNNAMED } from "./socket-facts.ts";
import { socketAt } from "./sockets.ts";
import type { Directory, Process, Socket, SocketFile } from "./state.ts";
import type { SocketAddress, SystemCall } from "./system-calls.ts";
import { lookUp, lookUpExisting, refuseNewFile } from "./tree.ts";
import type { ObjectId } from "./words.ts";

/** A name in the file system that leads to a socket as long as that lives. */
export function newSocketFile(kernel: Kernel, process: Process, parent: Directory, bits: number): ObjectId {
	const id = newObject(kernel);
	const { gid, mode } = ofNewNode(process, parent, bits, false);
	const file: SocketFile = { id, links: 1, mode, uid: process.euid, gid, ...newTimes(kernel) };
	kernel.journal.set(kernel.state.socketFiles, id, file);
	return id;
}

/** Forgets a socket file that has no name left. */
export function dropSocketFile(kernel: Kernel, id: ObjectId): void {
	const file = kernel.state.socketFiles[id];
	if (file !== undefined && file.links === 0) kernel.journal.remove(kernel.state.socketFiles, id);
}

/** bind(2): a path is made as a file; an abstract name, or one that the kernel chooses, lives as long as the socket. */
export function bind(
	kernel: Kernel,
	process: Process,
	call: SystemCall & { readonly name: "bind" },
): Outcome {
	const use = socketAt(kernel, process, call.fd);
	if ("error" in use) return use.error;
	const { socket } = use;
	const { address } = call;
	switch (address.kind) {
		case "path":
			return bindPath(kernel, process, socket, address.path);
		case "abstract":
			if (socket.address !== null) return failed("socket.bind.bound", "EINVAL");
			if (byAbstractName(kernel, address.name, socket.type) !== null) {
				return failed("socket.bind.taken", "EADDRINUSE");
			}
			nameSocket(kernel, socket, address);
			return done("socket.bind.abstract");
		case "unnamed":
			bindItself(kernel, socket);
			return done("socket.bind.abstract");
		default:
			return failed("socket.address.bad", "EINVAL");
	}
}

function bindPath(kernel: Kernel, process: Process, socket: Socket, path: string): Outcome {
	const lookup = lookUp(kernel, process, path, "name");
	if ("error" in lookup) return lookup.error;
	const { found } = lookup;
	if (found.ref !== null) return failed("socket.bind.taken", "EADDRINUSE");
	const refusal = refuseNewFile(kernel, process, found);
	if (refusal !== null) return refusal;
	if (socket.address !== null) return failed("socket.bind.bound", "EINVAL");
	const node = newSocketFile(kernel, process, found.parent, 0o777 & ~process.umask);
	kernel.journal.set(found.parent.entries, found.name, { kind: "socket-file", id: node });
	noteModified(kernel, found.parent);
	nameSocket(kernel, socket, { kind: "path", path, node });
	return done("socket.bind.named");
}

/** What it has sent and nobody has received yet gets the name as well. */
function nameSocket(kernel: Kernel, socket: Socket, address: NonNullable<Socket["address"]>): void {
	const { journal, state } = kernel;
	journal.set(socket, "address", address);
	const from = nameOf(socket);
	for (const other of Object.values(state.sockets)) {
		if (!other.queue.some(({ sender }) => sender === socket.id)) continue;
		const queue = other.queue.map((letter) => (letter.sender === socket.id ? { ...letter, from } : letter));
		journal.set(other, "queue", queue);
	}
}

/** A name that the kernel chooses: a zero byte and five hexadecimal digits. */
export function bindItself(kernel: Kernel, socket: Socket): void {
	if (socket.address !== null) return;
	for (let number = socket.id; ; number++) {
		const name = number.toString(16).padStart(5, "0");
		if (byAbstractName(kernel, name, socket.type) !== null) continue;
		nameSocket(kernel, socket, { kind: "abstract", name });
		return;
	}
}

function byAbstractName(kernel: Kernel, name: string, type: Socket["type"]): Socket | null {
	const all = Object.values(kernel.state.sockets);
	const has = (other: Socket) => other.address?.kind === "abstract" && other.address.name === name;
	return all.find((other) => other.type === type && other.listener === null && has(other)) ?? null;
}

/** Whom an address leads to: a socket of the same type, or why it leads to none. */
export function findSocket(
	kernel: Kernel,
	process: Process,
	address: SocketAddress,
	type: Socket["type"],
): { readonly socket: Socket } | { readonly error: Outcome } {
	if (address.kind === "abstract") {
		const socket = byAbstractName(kernel, address.name, type);
		return socket === null ? { error: failed("socket.find.nobody", "ECONNREFUSED") } : { socket };
	}
	if (address.kind !== "path") return { error: failed("socket.address.bad", "EINVAL") };
	const target = lookUpExisting(kernel, process, address.path, "target");
	if ("error" in target) return target;
	const { ref } = target;
	if (ref.kind !== "socket-file") {
		if (!mayWrite(kernel, process, target.ref))
			return { error: failed("socket.find.no-permission", "EACCES") };
		return { error: failed("socket.find.nobody", "ECONNREFUSED") };
	}
	const file = kernel.state.socketFiles[ref.id] as SocketFile;
	if (!permits(process, file, C.W_OK)) return { error: failed("socket.find.no-permission", "EACCES") };
	const socket = Object.values(kernel.state.sockets).find(
		(other) => other.address?.kind === "path" && other.address.node === ref.id && other.listener === null,
	);
	if (socket === undefined) return { error: failed("socket.find.nobody", "ECONNREFUSED") };
	if (socket.type !== type) return { error: failed("socket.find.other-type", "EPROTOTYPE") };
	return { socket };
}

function mayWrite(kernel: Kernel, process: Process, ref: { readonly kind: string }): boolean {
	const { directories, fifos, files } = kernel.state;
	const id = "id" in ref ? (ref.id as ObjectId) : 0;
	const node =
		ref.kind === "file"
			? files[id]
			: ref.kind === "fifo"
				? fifos[id]
				: ref.kind === "directory"
					? directories[id]
					: undefined;
	return node === undefined || permits(process, node, C.W_OK);
}

type NameCall = SystemCall & { readonly name: "getsockname" | "getpeername" };

export function getsockname(kernel: Kernel, process: Process, call: NameCall): Outcome {
	const use = socketAt(kernel, process, call.fd);
	if ("error" in use) return use.error;
	return tell(nameOf(use.socket), call);
}

function tell(address: SocketAddress, { room }: NameCall): Outcome {
	if (room < 0) return failed("socket.name.bad-length", "EINVAL");
	return done("socket.name.told", 0, { kind: "address", address });
}

export function getpeername(kernel: Kernel, process: Process, call: NameCall): Outcome {
	const use = socketAt(kernel, process, call.fd);
	if ("error" in use) return use.error;
	const { peer, peerName } = use.socket;
	if (peer === null) return failed("socket.use.not-connected", "ENOTCONN");
	const there = kernel.state.sockets[peer];
	const address = there === undefined ? (peerName ?? UNNAMED) : nameOf(there);
	return tell(address, call);
}
