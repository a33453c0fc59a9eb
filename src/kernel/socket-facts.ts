// What can be said of a socket from its record alone.
import type { Kernel } from "./kernel.ts";
import type { Socket } from "./state.ts";
import type { SocketAddress } from "./system-calls.ts";

export const UNNAMED: SocketAddress = { kind: "unnamed" };

/** What others are told of a socket's name. */
export function nameOf({ address }: Socket): SocketAddress {
	if (address === null) return UNNAMED;
	return address.kind === "path" ? { kind: "path", path: address.path } : address;
}

/** The peer, if it is still there. */
export function peerOf(kernel: Kernel, { peer }: Socket): Socket | null {
	return peer === null ? null : (kernel.state.sockets[peer] ?? null);
}

/** SO_ERROR and every call that reports it: told once. */
export function takeError(kernel: Kernel, socket: Socket): Socket["error"] {
	const { error } = socket;
	if (error !== null) kernel.journal.set(socket, "error", null);
	return error;
}
