// The ABI of what few programs do with names: owners, links, times, and every call that begins at a directory. See openat(2).
import { encodeText } from "../base/index.ts";
import type { Reply, SystemCall } from "../kernel/index.ts";
import { askOpen, type Binding, base, landsStat } from "./abi.ts";
import { readFileTime, SIZE, writeStat } from "./structures.ts";
import type { Trapped } from "./trapped.ts";

const AT_EACCESS = 0x200;

/** readlink and readlinkat; a buffer without room is refused before the path is looked at, which is argument `path`. */
function askReadlink(trap: Trapped, by: { readonly at?: number }, path: number): SystemCall {
	const size = trap.int(path + 2);
	return { name: "readlink", ...by, path: size > 0 ? trap.text(path) : "", size };
}

/** Whether the target has room in the buffer that is argument `index`. */
function targetLands(index: number): NonNullable<Binding["lands"]> {
	return (trap, reply) => {
		if (reply?.kind !== "path") return true;
		const length = Math.min(encodeText(reply.path).length, trap.int(index + 1));
		return trap.memory.writable(trap.pointer(index), length);
	};
}

/** readlink(2): as much of the target as fits, without a null byte. */
function storeTarget(trap: Trapped, value: number, reply: Reply | null, index = 1): number {
	if (reply?.kind !== "path") return value;
	const bytes = encodeText(reply.path).subarray(0, trap.size(index + 1));
	trap.memory.write(trap.pointer(index), bytes);
	return bytes.length;
}

/** renameat, renameat2 and linkat; the last two have a fifth argument. */
function askTwoNames(trap: Trapped, name: "rename" | "link", flags?: number): SystemCall {
	const { at: fromAt } = base(trap, 0);
	const { at: toAt } = base(trap, 2);
	return {
		name,
		from: trap.text(1),
		to: trap.text(3),
		...(fromAt === undefined ? {} : { fromAt }),
		...(toAt === undefined ? {} : { toAt }),
		...(flags === undefined ? {} : { flags }),
		...(name === "link" && trap.int(4) !== 0 ? { follow: true } : {}),
	};
}

/** A NULL path means the descriptor itself; NULL times mean now. */
function askUtimensat(trap: Trapped): SystemCall {
	const now = trap.pointer(2) === 0;
	const address = now ? 0 : trap.input(2, 2 * SIZE.time);
	const time = (offset: number) => (now ? "now" : readFileTime(trap.memory, address + offset));
	return {
		name: "utimensat",
		...base(trap, 0),
		path: trap.pointer(1) === 0 ? null : trap.text(1),
		follow: trap.int(3) === 0,
		accessed: time(0),
		modified: time(SIZE.time),
	};
}

function askEffective(trap: Trapped): SystemCall {
	return { name: "access", path: trap.text(0), mode: trap.int(1), effective: true };
}

function askChown(follow: boolean): Binding {
	return {
		ask: (trap) => ({
			name: "chown",
			path: trap.text(0),
			uid: trap.unsigned(1),
			gid: trap.unsigned(2),
			follow,
		}),
	};
}

/** See openat(2), chown(2), symlink(2), utimensat(2). */
export const nameBindings: { readonly [name: string]: Binding } = {
	rename: { ask: (trap) => ({ name: "rename", from: trap.text(0), to: trap.text(1) }) },
	link: { ask: (trap) => ({ name: "link", from: trap.text(0), to: trap.text(1) }) },
	euidaccess: { ask: askEffective },
	eaccess: { ask: askEffective },
	chown: askChown(true),
	lchown: askChown(false),
	fchown: {
		ask: (trap) => ({ name: "fchown", fd: trap.int(0), uid: trap.unsigned(1), gid: trap.unsigned(2) }),
	},
	symlink: { ask: (trap) => ({ name: "symlink", target: trap.text(0), path: trap.text(1) }) },
	readlink: {
		ask: (trap) => askReadlink(trap, {}, 0),
		lands: targetLands(1),
		answer: storeTarget,
	},
	// The calls by a directory; the library has seen to their flags.
	openat: { ask: askOpen(1) },
	__statat: {
		ask: (trap) => ({ name: "stat", ...base(trap, 0), path: trap.text(1), follow: trap.int(3) !== 0 }),
		lands: landsStat(2),
		answer: (trap, value, reply) => {
			if (reply?.kind === "stat") writeStat(trap.memory, trap.pointer(2), reply.stat);
			return value;
		},
	},
	__unlinkat: { ask: (trap) => ({ name: "unlink", ...base(trap, 0), path: trap.text(1) }) },
	__rmdirat: { ask: (trap) => ({ name: "rmdir", ...base(trap, 0), path: trap.text(1) }) },
	mkdirat: {
		ask: (trap) => ({ name: "mkdir", ...base(trap, 0), path: trap.text(1), mode: trap.int(2) & 0o7777 }),
	},
	mknodat: {
		ask: (trap) => ({ name: "mknod", ...base(trap, 0), path: trap.text(1), mode: trap.int(2) }),
	},
	__chmodat: {
		ask: (trap) => ({ name: "chmod", ...base(trap, 0), path: trap.text(1), mode: trap.int(2) & 0o7777 }),
	},
	__accessat: {
		ask: (trap) => ({
			name: "access",
			...base(trap, 0),
			path: trap.text(1),
			mode: trap.int(2),
			flags: trap.int(3),
			...(trap.int(3) & AT_EACCESS ? { effective: true } : {}),
		}),
	},
	__chownat: {
		ask: (trap) => ({
			name: "chown",
			...base(trap, 0),
			path: trap.text(1),
			uid: trap.unsigned(2),
			gid: trap.unsigned(3),
			follow: trap.int(4) !== 0,
		}),
	},
	renameat: { ask: (trap) => askTwoNames(trap, "rename") },
	renameat2: { ask: (trap) => askTwoNames(trap, "rename", trap.unsigned(4)) },
	__linkat: { ask: (trap) => askTwoNames(trap, "link") },
	symlinkat: {
		ask: (trap) => ({ name: "symlink", target: trap.text(0), ...base(trap, 1), path: trap.text(2) }),
	},
	readlinkat: {
		ask: (trap) => askReadlink(trap, base(trap, 0), 1),
		lands: targetLands(2),
		answer: (trap, value, reply) => storeTarget(trap, value, reply, 2),
	},
	__utimensat: { ask: askUtimensat },
};
