// Options of sockets: getsockopt and setsockopt. See socket(7), unix(7).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { takeError } from "./socket-facts.ts";
import { isSocketWritable } from "./socket-room.ts";
import { wakeFirst } from "./socket-waits.ts";
import { socketAt } from "./sockets.ts";
import type { Process, Socket } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";

const TYPE_NUMBERS = { stream: C.SOCK_STREAM, datagram: C.SOCK_DGRAM, seqpacket: C.SOCK_SEQPACKET } as const;
/** Who is nobody: before a connection SO_PEERCRED tells this. */
const NO_PEER = { pid: 0, uid: 0xffff_ffff, gid: 0xffff_ffff } as const;
/** net.core.wmem_max, and the least that Linux grants. */
const BUFFER_MAX = 4_194_304;
const SEND_MIN = 4608;
const RECEIVE_MIN = 2304;

export function getsockopt(
	kernel: Kernel,
	process: Process,
	call: SystemCall & { readonly name: "getsockopt" },
): Outcome {
	const use = socketAt(kernel, process, call.fd);
	if ("error" in use) return use.error;
	if (call.level !== C.SOL_SOCKET) return failed("socket.option.other-level", "EOPNOTSUPP");
	if (call.length < 0) return failed("socket.option.short", "EINVAL");
	const { socket } = use;
	if (call.option === C.SO_PEERCRED) {
		const credentials = socket.peerCredentials ?? NO_PEER;
		return done("socket.option.peer", 0, { kind: "credentials", credentials });
	}
	if (isTimeout(call.option)) {
		const ticks = socket[timeoutOf(call.option)] ?? 0;
		return done("socket.option.told", 0, { kind: "time", ticks });
	}
	const count = optionOf(kernel, socket, call.option);
	if (count === null) return failed("socket.option.unknown", "ENOPROTOOPT");
	return done("socket.option.told", 0, { kind: "count", count });
}

function optionOf(kernel: Kernel, socket: Socket, option: number): number | null {
	switch (option) {
		case C.SO_TYPE:
			return TYPE_NUMBERS[socket.type];
		case C.SO_DOMAIN:
			return C.AF_UNIX;
		case C.SO_ERROR: {
			const error = takeError(kernel, socket);
			return error === null ? 0 : C.errnos[error];
		}
		case C.SO_SNDBUF:
			return socket.sendBuffer;
		case C.SO_RCVBUF:
			return socket.receiveBuffer;
		case C.SO_PASSCRED:
			return Number(socket.passesCredentials);
		case C.SO_OOBINLINE:
			return Number(socket.urgentInLine);
		case C.SO_ACCEPTCONN:
			return Number(socket.phase === "listening");
		case C.SO_RCVLOWAT:
			return 1;
		case C.SO_PROTOCOL:
		case C.SO_REUSEADDR:
		case C.SO_KEEPALIVE:
		case C.SO_BROADCAST:
			return 0;
		default:
			return null;
	}
}

export function setsockopt(
	kernel: Kernel,
	process: Process,
	call: SystemCall & { readonly name: "setsockopt" },
): Outcome {
	const use = socketAt(kernel, process, call.fd);
	if ("error" in use) return use.error;
	if (call.level !== C.SOL_SOCKET) return failed("socket.option.other-level", "EOPNOTSUPP");
	const { value } = call;
	if (value === null) return failed("socket.option.short", "EINVAL");
	if (value === "EDOM") return failed("socket.option.bad-time", "EDOM");
	const { socket } = use;
	const { journal } = kernel;
	switch (call.option) {
		case C.SO_PASSCRED:
			journal.set(socket, "passesCredentials", value !== 0);
			break;
		case C.SO_OOBINLINE:
			journal.set(socket, "urgentInLine", value !== 0);
			break;
		case C.SO_RCVTIMEO:
		case C.SO_SNDTIMEO:
			// 0 is for ever; a time before now, which reads as 0 too, is not.
			journal.set(socket, timeoutOf(call.option), value === 0 ? null : Math.max(0, value));
			break;
		case C.SO_SNDBUF:
			journal.set(socket, "sendBuffer", granted(socket, value, SEND_MIN));
			if (isSocketWritable(socket)) wakeFirst(kernel, socket, "writeQueue", process.pid);
			break;
		case C.SO_RCVBUF:
			journal.set(socket, "receiveBuffer", granted(socket, value, RECEIVE_MIN));
			break;
		case C.SO_REUSEADDR:
		case C.SO_KEEPALIVE:
		case C.SO_BROADCAST:
			break;
		default:
			return failed("socket.option.unknown", "ENOPROTOOPT");
	}
	return done("socket.option.set");
}

function isTimeout(option: number): boolean {
	return option === C.SO_RCVTIMEO || option === C.SO_SNDTIMEO;
}

function timeoutOf(option: number): "receiveTimeout" | "sendTimeout" {
	return option === C.SO_RCVTIMEO ? "receiveTimeout" : "sendTimeout";
}

/** Linux doubles what is asked for, to have room for its own records. */
function granted({ page }: Socket, value: number, least: number): number {
	if (page === 1) return Math.max(1, value);
	return Math.max(least, Math.min(BUFFER_MAX, value >>> 0) * 2);
}
