// Calls on sockets in words: what is asked, what the answer depends on, and what it was.
import type {
	KernelEvent,
	KernelState,
	ObjectId,
	Outcome,
	Pid,
	Socket,
	SocketAddress,
	SocketCall,
	SystemCall,
} from "../kernel/index.ts";
import type { SocketWait } from "./channel-facts.ts";
import { callName, code, count, quoted, type Sentence, say, who } from "./sentence.ts";
import { type Holder, objectOf, socketName, type View } from "./view.ts";

/** Descriptors, in all processes, that lead to a socket. */
export function socketHolders(kernel: KernelState, id: ObjectId): readonly Holder[] {
	const holders: Holder[] = [];
	for (const process of Object.values(kernel.processes)) {
		for (const [fd, descriptor] of Object.entries(process.descriptors)) {
			const object = kernel.openFiles[descriptor.openFile]?.object;
			if (object?.kind !== "socket" || object.id !== id) continue;
			holders.push({ pid: process.pid, fd: Number(fd), openFile: descriptor.openFile });
		}
	}
	return holders;
}

/** Descriptors through which something could be sent to a socket. */
export function socketSenders(kernel: KernelState, id: ObjectId): readonly Holder[] {
	const socket = kernel.sockets[id];
	if (socket === undefined) return [];
	if (socket.peer !== null) return socketHolders(kernel, socket.peer);
	const others = Object.values(kernel.sockets).filter(
		(other) => other.type === "datagram" && other.id !== id && (other.peer === null || other.peer === id),
	);
	return others.flatMap((other) => socketHolders(kernel, other.id));
}

/** What a process waits for at a socket. */
export function socketWaitsFor(pid: Pid, call: SystemCall | null, wait: SocketWait, view: View): Sentence {
	const { kernel } = view;
	const waits = say`${who(view, pid)} waits in ${code(callName(call))} for`;
	const own = socketName(kernel, wait.socket);
	switch (wait.on) {
		case "socket-not-empty": {
			const what = kernel.sockets[wait.socket]?.type === "stream" ? "bytes" : "a message";
			const end = kernel.sockets[wait.socket]?.peer == null ? "" : ", or for the other end to be closed";
			return say`${waits} ${what} to arrive at ${own}${end}.`;
		}
		case "socket-not-full":
			return say`${waits} room: what ${own} has sent is not read yet.`;
		case "connection":
			return say`${waits} somebody to connect to ${own}.`;
		case "place-in-queue":
			return say`${waits} a place in the queue of ${own}.`;
	}
}

/** 'No byte has arrived at socket 2 and its other end is open, so reader waits in read.' */
export function socketWaits(
	{ again, call, done, pid }: KernelEvent & { readonly kind: "waits" },
	wait: SocketWait,
	view: View,
): Sentence {
	const name = who(view, pid);
	switch (wait.on) {
		case "socket-not-empty": {
			const socket = view.kernel.sockets[wait.socket];
			const where = socketName(view.kernel, wait.socket);
			const what = socket?.type === "stream" ? "byte" : "message";
			const nothing = `${again ? "no" : "No"} ${what}`;
			const got =
				done > 0
					? say`${name} has ${count(done, "byte")} and wants more`
					: say`${nothing} has arrived at ${where}`;
			const end = socket?.peer == null ? "" : " and its other end is open";
			return say`${again ? say`${name} wakes and finds nothing: ` : ""}${got}${end}, so ${name} waits in ${code(callName(call))}.`;
		}
		case "socket-not-full": {
			const where = socketName(view.kernel, wait.socket);
			const part = done > 0 ? say`${name} has sent ${count(done, "byte")}, and ` : "";
			return say`${part}${where} has no room for more before the other end reads: ${name} waits in ${code(callName(call))}.`;
		}
		case "connection":
			return say`${name} waits in ${code(callName(call))}: nobody has connected to ${socketName(view.kernel, wait.socket)} yet.`;
		case "place-in-queue":
			return say`${name} waits in ${code(callName(call))}: the queue of ${socketName(view.kernel, wait.socket)} is full.`;
	}
}

/** An address as one would write it in C. */
export function addressText(address: SocketAddress): string {
	if (address.kind === "path") return `"${address.path}"`;
	return address.kind === "abstract" ? `"@${address.name}"` : "…";
}

const HOWS = ["SHUT_RD", "SHUT_WR", "SHUT_RDWR"];

/** The call as one would write it in C, shortened. */
export function socketCallText(call: SocketCall): string {
	switch (call.name) {
		case "socket":
		case "socketpair":
			return `${call.name}(AF_UNIX, …)`;
		case "bind":
		case "connect":
			return `${call.name}(${call.fd}, ${addressText(call.address)})`;
		case "listen":
			return `listen(${call.fd}, ${call.backlog})`;
		case "shutdown":
			return `shutdown(${call.fd}, ${HOWS[call.how] ?? call.how})`;
		case "sendto":
			return `${call.to === null ? "send" : "sendto"}(${call.fd}, ${quoted(call.bytes, 12)}, ${call.bytes.length})`;
		case "recvfrom":
			return `${call.wantsName ? "recvfrom" : "recv"}(${call.fd}, …, ${call.count})`;
		default:
			return `${call.name}(${call.fd}, …)`;
	}
}

function socketAt(view: View, pid: Pid, fd: number): Socket | null {
	const object = objectOf(view.kernel, pid, fd);
	return object?.kind === "socket" ? (view.kernel.sockets[object.id] ?? null) : null;
}

function nameAt(view: View, pid: Pid, fd: number): string {
	const socket = socketAt(view, pid, fd);
	return socket === null ? `descriptor ${fd}` : socketName(view.kernel, socket.id);
}

/** 'for a new socket', or null when there is nothing more to say. */
export function socketIntent(pid: Pid, call: SocketCall, view: View): Sentence | null {
	switch (call.name) {
		case "socket":
			return say`for a new socket, connected to nobody`;
		case "socketpair":
			return say`for two sockets that are connected to each other`;
		case "bind":
			return say`that others find ${nameAt(view, pid, call.fd)} by the name ${code(addressText(call.address))}`;
		case "listen":
			return say`that others may connect to ${nameAt(view, pid, call.fd)}`;
		case "connect":
			return say`to be connected to ${code(addressText(call.address))}`;
		case "accept":
			return say`for the next connection of ${nameAt(view, pid, call.fd)}`;
		case "sendto":
		case "sendmsg":
			return say`to send ${count(call.bytes.length, "byte")} through ${nameAt(view, pid, call.fd)}${enclosed(call)}`;
		case "recvfrom":
		case "recvmsg":
			return say`for up to ${count(call.count, "byte")} that arrived at ${nameAt(view, pid, call.fd)}`;
		case "shutdown":
			return say`to end ${call.how === 1 ? "sending" : call.how === 0 ? "receiving" : "sending and receiving"} on ${nameAt(view, pid, call.fd)}`;
		default:
			return null;
	}
}

function enclosed(call: SocketCall): string {
	if (call.name !== "sendmsg" || call.control === null) return "";
	const { credentials, rights } = call.control;
	const parts: string[] = [];
	if (rights.length > 0) parts.push(`descriptor ${rights.join(" and ")}`);
	if (credentials !== null) parts.push("its credentials");
	return parts.length === 0 ? "" : `, and with them ${parts.join(" and ")}`;
}

/** What the answer depends on, said before it is known. */
export function socketDepends(pid: Pid, call: SocketCall, view: View): Sentence | null {
	const name = "fd" in call ? nameAt(view, pid, call.fd) : "";
	switch (call.name) {
		case "bind":
			return say`whether the name is free, and on whether ${who(view, pid)} may make it there`;
		case "connect":
			return say`whether a socket of that name listens, may be written to by this user, and has a place in its queue`;
		case "accept":
			return say`whether somebody waits in the queue of ${name}`;
		case "sendto":
		case "sendmsg":
			return say`whether anybody still reads at the other end, and on how much room there is`;
		case "recvfrom":
		case "recvmsg":
			return say`what has arrived at ${name}, and on whether the other end is still open`;
		default:
			return null;
	}
}

type Done = Outcome & { readonly kind: "done" };

/** 'writer sends 5 bytes: "hello" waits at socket 2.' */
export function socketAnswer(
	pid: Pid,
	call: SocketCall,
	{ reply, rule, value }: Done,
	view: View,
): Sentence | null {
	const name = who(view, pid);
	switch (call.name) {
		case "socket":
			return say`${name} has a new socket as descriptor ${value}; it is connected to nobody.`;
		case "socketpair":
			if (reply?.kind !== "descriptors") return null;
			return say`${name} makes a pair of sockets: what is written to descriptor ${reply.read} can be read from ${reply.write}, and the other way round.`;
		case "bind":
			return say`The socket of ${name} is found by the name ${code(addressText(call.address))} now.`;
		case "listen":
			return say`${nameAt(view, pid, call.fd)} takes connections now; they wait in its queue for ${code("accept")}.`;
		case "connect":
			if (rule === "socket.connect.queued")
				return say`${name} is connected: the other end waits in the queue of ${code(addressText(call.address))} to be accepted.`;
			return say`${name} sends to ${code(addressText(call.address))} from now on, and hears it alone.`;
		case "accept":
			return say`${name} accepts the connection that waited longest: descriptor ${value} leads to it.`;
		case "shutdown":
			return say`${name} ends ${call.how === 1 ? "sending" : call.how === 0 ? "receiving" : "both directions"} on ${nameAt(view, pid, call.fd)}; the descriptor stays open.`;
		case "sendto":
		case "sendmsg":
			return sent(pid, call, value, rule, view);
		case "recvfrom":
		case "recvmsg":
			if (reply?.kind !== "received") return null;
			return got(pid, call, reply, value, rule, view);
		default:
			return null;
	}
}

function sent(
	pid: Pid,
	call: SocketCall & { readonly bytes: Uint8Array },
	value: number,
	rule: string,
	view: View,
): Sentence {
	const asked = call.bytes.length;
	const amount = value < asked ? `${value} of ${count(asked, "byte")}` : count(value, "byte");
	const last = rule === "socket.send.urgent-byte" ? ", the last of them as the urgent byte" : "";
	return say`${who(view, pid)} sends ${amount}, ${code(quoted(call.bytes.subarray(0, value)))}${last}${enclosed(call)}.`;
}

function got(
	pid: Pid,
	call: SocketCall & { readonly fd: number },
	reply: Extract<NonNullable<Done["reply"]>, { readonly kind: "received" }>,
	value: number,
	rule: string,
	view: View,
): Sentence {
	const name = who(view, pid);
	const where = nameAt(view, pid, call.fd);
	if (rule === "socket.receive.end-of-file") {
		return say`${name} receives 0 bytes: nothing is left at ${where}, and nobody sends there any more. That is end of file.`;
	}
	const { bytes, credentials, descriptors } = reply;
	if (rule === "socket.receive.urgent-byte")
		return say`${name} receives the urgent byte of ${where}, ${code(quoted(bytes))}, apart from what stands before it.`;
	const cut = rule === "socket.receive.letter-cut" ? "; the rest of the message is lost" : "";
	const stays = rule === "socket.receive.peek" ? ", and leaves what it sees" : "";
	const fds = descriptors.length === 0 ? "" : `, and with them new descriptors: ${descriptors.join(", ")}`;
	const stamp =
		credentials === null ? "" : `, stamped by the kernel: pid ${credentials.pid}, uid ${credentials.uid}`;
	const amount = value === bytes.length ? count(value, "byte") : `${bytes.length} of ${count(value, "byte")}`;
	return say`${name} receives ${amount} from ${where}, ${code(quoted(bytes))}${fds}${stamp}${stays}${cut}.`;
}
