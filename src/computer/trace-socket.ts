// Calls on sockets as strace writes them.

import { encodeText } from "../base/index.ts";
import type { Outcome, SocketAddress, SocketCall } from "../kernel/index.ts";
import * as os from "../kernel/index.ts";
import type { CallText } from "./trace-call.ts";
import * as word from "./trace-words.ts";

const families: { readonly [family: number]: string } = {
	0: "AF_UNSPEC",
	[os.AF_UNIX]: "AF_UNIX",
	[os.AF_INET]: "AF_INET",
	[os.AF_INET6]: "AF_INET6",
};
const types: { readonly [type: number]: string } = {
	[os.SOCK_STREAM]: "SOCK_STREAM",
	[os.SOCK_DGRAM]: "SOCK_DGRAM",
	[os.SOCK_RAW]: "SOCK_RAW",
	[os.SOCK_SEQPACKET]: "SOCK_SEQPACKET",
};
const hows: { readonly [how: number]: string } = { 0: "SHUT_RD", 1: "SHUT_WR", 2: "SHUT_RDWR" };
const options: { readonly [option: number]: string } = {
	[os.SO_REUSEADDR]: "SO_REUSEADDR",
	[os.SO_TYPE]: "SO_TYPE",
	[os.SO_ERROR]: "SO_ERROR",
	[os.SO_SNDBUF]: "SO_SNDBUF",
	[os.SO_RCVBUF]: "SO_RCVBUF",
	[os.SO_PASSCRED]: "SO_PASSCRED",
	[os.SO_OOBINLINE]: "SO_OOBINLINE",
	[os.SO_RCVTIMEO]: "SO_RCVTIMEO_OLD",
	[os.SO_SNDTIMEO]: "SO_SNDTIMEO_OLD",
	[os.SO_PEERCRED]: "SO_PEERCRED",
	[os.SO_ACCEPTCONN]: "SO_ACCEPTCONN",
	[os.SO_DOMAIN]: "SO_DOMAIN",
	[os.SO_PROTOCOL]: "SO_PROTOCOL",
};
const messageFlags = [
	["MSG_OOB", os.MSG_OOB],
	["MSG_PEEK", os.MSG_PEEK],
	["MSG_CTRUNC", os.MSG_CTRUNC],
	["MSG_TRUNC", os.MSG_TRUNC],
	["MSG_DONTWAIT", os.MSG_DONTWAIT],
	["MSG_EOR", os.MSG_EOR],
	["MSG_WAITALL", os.MSG_WAITALL],
	["MSG_NOSIGNAL", os.MSG_NOSIGNAL],
	["MSG_CMSG_CLOEXEC", os.MSG_CMSG_CLOEXEC],
] as const;

function flagsText(flags: number): string {
	const names: string[] = messageFlags.filter(([, bit]) => (flags & bit) !== 0).map(([name]) => name);
	const rest = messageFlags.reduce((left, [, bit]) => left & ~bit, flags);
	if (rest !== 0) names.push(`0x${(rest >>> 0).toString(16)}`);
	return names.length === 0 ? "0" : names.join("|");
}

function typeText(type: number): string {
	const kind = type & ~(os.SOCK_CLOEXEC | os.SOCK_NONBLOCK);
	const names = [types[kind] ?? word.unnamed(kind, "SOCK")];
	if ((type & os.SOCK_CLOEXEC) !== 0) names.push("SOCK_CLOEXEC");
	if ((type & os.SOCK_NONBLOCK) !== 0) names.push("SOCK_NONBLOCK");
	return names.join("|");
}

function acceptFlags(flags: number): string {
	const names: string[] = [];
	if ((flags & os.SOCK_CLOEXEC) !== 0) names.push("SOCK_CLOEXEC");
	if ((flags & os.SOCK_NONBLOCK) !== 0) names.push("SOCK_NONBLOCK");
	return names.length === 0 ? String(flags) : names.join("|");
}

/** A struct sockaddr and its length, as the kernel tells it. */
function addressText(address: SocketAddress): readonly [string, number] {
	switch (address.kind) {
		case "path":
			return [
				`{sa_family=AF_UNIX, sun_path=${word.quoteText(address.path)}}`,
				encodeText(address.path).length + 3,
			];
		case "abstract":
			return [`{sa_family=AF_UNIX, sun_path=@${word.quoteText(address.name)}}`, address.name.length + 3];
		case "unspecified":
			return ["{sa_family=AF_UNSPEC}", 16];
		default:
			return ["{sa_family=AF_UNIX}", 2];
	}
}

/** A struct sockaddr that the caller gives, and the length that it says it has. */
function givenAddress(address: SocketAddress, length: number | undefined): readonly [string, number] {
	const [text, whole] = addressText(address);
	return [text, length ?? whole];
}

function told(outcome: Outcome): os.Reply | null {
	return outcome.kind === "done" ? outcome.reply : null;
}

function whole(name: string, ...args: readonly (string | number)[]): CallText {
	return { name, head: `${name}(${args.join(", ")}`, tail: () => ")" };
}

function ending(
	name: string,
	args: readonly (string | number)[],
	tail: (outcome: Outcome) => string,
): CallText {
	return {
		name,
		head: `${name}(${args.map((arg) => `${arg}, `).join("")}`,
		tail: (outcome) => `${tail(outcome)})`,
	};
}

/** A name that is told, as much of it as there is room for, and its whole length. */
function nameText(outcome: Outcome, room = 110): string {
	const reply = told(outcome);
	if (reply?.kind !== "address") return `${word.POINTER}, [${room}]`;
	const { address } = reply;
	const [, length] = addressText(address);
	const cut =
		address.kind === "path" ? { ...address, path: address.path.slice(0, Math.max(0, room - 2)) } : address;
	const [text] = addressText(room > 2 ? cut : { kind: "unnamed" });
	const counted = length === room ? `[${length}]` : `[${room} => ${length}]`;
	return `${room > 1 ? text : word.POINTER}, ${counted}`;
}

function controlText(control: os.Control): string {
	const parts: string[] = [];
	const head = (length: number, type: string) =>
		`{cmsg_len=${length}, cmsg_level=SOL_SOCKET, cmsg_type=${type}`;
	const { credentials, rights } = control;
	if (rights.length > 0) {
		parts.push(`${head(16 + rights.length * 4, "SCM_RIGHTS")}, cmsg_data=[${rights.join(", ")}]}`);
	}
	if (credentials !== null) {
		const { gid, pid, uid } = credentials;
		parts.push(`${head(28, "SCM_CREDENTIALS")}, cmsg_data={pid=${pid}, uid=${uid}, gid=${gid}}}`);
	}
	return `[${parts.join(", ")}]`;
}

function messageText(
	name: string,
	bytes: Uint8Array,
	pieces: readonly number[],
	control: os.Control | null,
	flags: number,
): string {
	const vector = `msg_iov=${word.vectors(bytes, pieces)}, msg_iovlen=${pieces.length}`;
	const carries = control !== null && (control.rights.length > 0 || control.credentials !== null);
	const beside = carries ? `msg_control=${controlText(control)}, ` : "";
	const size = !carries
		? 0
		: (control.rights.length > 0 ? 16 + Math.ceil(control.rights.length / 2) * 8 : 0) +
			(control.credentials === null ? 0 : 32);
	return `{${name}, ${vector}, ${beside}msg_controllen=${size}, msg_flags=${flagsText(flags)}}`;
}

function messageName(address: SocketAddress | null, said?: number): string {
	if (address === null) return "msg_name=NULL, msg_namelen=0";
	const [text, length] = givenAddress(address, said);
	return `msg_name=${text}, msg_namelen=${length}`;
}

function receivedMessage(call: SocketCall & { readonly name: "recvmsg" }, outcome: Outcome): string {
	const reply = told(outcome);
	if (reply?.kind !== "received") return "{msg_namelen=0}";
	const { bytes, credentials, descriptors, flags, from } = reply;
	const control = { rights: descriptors, credentials };
	return messageText(
		messageName(call.wantsName ? from : null),
		bytes,
		call.pieces ?? [call.count],
		control,
		flags,
	);
}

export function socketText(call: SocketCall): CallText {
	switch (call.name) {
		case "socket":
			return whole("socket", families[call.domain] ?? call.domain, typeText(call.type), call.protocol);
		case "socketpair":
			return ending(
				"socketpair",
				[families[call.domain] ?? call.domain, typeText(call.type), call.protocol],
				(outcome) => {
					const reply = told(outcome);
					return reply?.kind === "descriptors" ? `[${reply.read}, ${reply.write}]` : word.POINTER;
				},
			);
		case "bind":
		case "connect":
			return whole(call.name, call.fd, ...givenAddress(call.address, call.addressLength));
		case "listen":
			return whole("listen", call.fd, call.backlog);
		case "accept": {
			const name = call.flags === 0 ? "accept" : "accept4";
			const flags = call.flags === 0 ? "" : `, ${acceptFlags(call.flags)}`;
			const text = (outcome: Outcome) => (call.wantsName ? nameText(outcome) : "NULL, NULL");
			return ending(name, [call.fd], (outcome) => `${text(outcome)}${flags}`);
		}
		case "shutdown":
			return whole("shutdown", call.fd, hows[call.how] ?? call.how);
		case "getsockname":
		case "getpeername":
			return ending(call.name, [call.fd], (outcome) => nameText(outcome, call.room));
		case "getsockopt":
			return ending(
				"getsockopt",
				[
					call.fd,
					call.level === os.SOL_SOCKET ? "SOL_SOCKET" : call.level,
					options[call.option] ?? call.option,
				],
				(outcome) => {
					const reply = told(outcome);
					if (reply?.kind === "time") return `${word.timeval(reply.ticks)}, [16]`;
					if (reply?.kind === "count") return `[${reply.count}], [4]`;
					if (reply?.kind !== "credentials") return `${word.POINTER}, [${call.length}]`;
					const { gid, pid, uid } = reply.credentials;
					return `{pid=${pid}, uid=${word.identity(uid)}, gid=${word.identity(gid)}}, [12]`;
				},
			);
		case "setsockopt": {
			const level = call.level === os.SOL_SOCKET ? "SOL_SOCKET" : call.level;
			const timed = call.option === os.SO_RCVTIMEO || call.option === os.SO_SNDTIMEO;
			return whole(
				"setsockopt",
				call.fd,
				level,
				options[call.option] ?? call.option,
				timed && typeof call.value === "number" ? word.timeval(call.value) : `[${call.value ?? ""}]`,
				timed ? 16 : 4,
			);
		}
		case "sendto": {
			const to = call.to === null ? ["NULL", 0] : givenAddress(call.to, call.addressLength);
			return whole("sendto", call.fd, ...word.given(call), flagsText(call.flags), ...to);
		}
		case "sendmsg": {
			const { bytes, control, flags, to } = call;
			return whole(
				"sendmsg",
				call.fd,
				messageText(messageName(to, call.addressLength), bytes, call.pieces ?? [bytes.length], control, 0),
				flagsText(flags),
			);
		}
		case "recvfrom":
			return ending("recvfrom", [call.fd], (outcome) => {
				const reply = told(outcome);
				const bytes = reply?.kind === "received" ? word.quoteBytes(reply.bytes) : word.POINTER;
				const head = `${bytes}, ${call.count}, ${flagsText(call.flags)}`;
				if (!call.wantsName) return `${head}, NULL, NULL`;
				if (reply?.kind !== "received") return `${head}, ${word.POINTER}, [110]`;
				if (reply.from === null) return `${head}, ${word.POINTER}, [110 => 0]`;
				const [text, length] = addressText(reply.from);
				return `${head}, ${text}, [110 => ${length}]`;
			});
		case "recvmsg":
			return ending(
				"recvmsg",
				[call.fd],
				(outcome) => `${receivedMessage(call, outcome)}, ${flagsText(call.flags)}`,
			);
	}
}
