// The ABI of the calls on users and groups. See credentials(7).

import type { Reply, SystemCall } from "../kernel/index.ts";
import type { Binding } from "./abi.ts";
import { SIZE } from "./structures.ts";
import type { Trapped } from "./trapped.ts";

function one(name: "setuid" | "setgid"): Binding {
	return { ask: (trap) => ({ name, id: trap.unsigned(0) }) };
}

function two(name: "setreuid" | "setregid"): Binding {
	return { ask: (trap) => ({ name, real: trap.unsigned(0), effective: trap.unsigned(1) }) };
}

function three(name: "setresuid" | "setresgid"): Binding {
	return {
		ask: (trap) => ({
			name,
			real: trap.unsigned(0),
			effective: trap.unsigned(1),
			saved: trap.unsigned(2),
		}),
	};
}

const KEEP = 0xffff_ffff;

/** seteuid(3), setegid(3): the C library makes setresuid(2) of it, and takes no -1. */
function effective(name: "setresuid" | "setresgid"): Binding {
	return {
		ask: (trap): SystemCall => {
			const id = trap.unsigned(0);
			if (id === KEEP) return { name: name === "setresuid" ? "setuid" : "setgid", id };
			return { name, real: KEEP, effective: id, saved: KEEP };
		},
	};
}

function told(name: "getresuid" | "getresgid"): Binding {
	return {
		ask: (trap) => {
			for (const index of [0, 1, 2]) trap.output(index, SIZE.int);
			return { name };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind !== "ids") return value;
			for (const [index, id] of [reply.real, reply.effective, reply.saved].entries()) {
				trap.memory.setInt32(trap.pointer(index), id | 0);
			}
			return value;
		},
	};
}

function storeGroups(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "groups") return value;
	for (const [i, group] of reply.groups.entries()) {
		trap.memory.setInt32(trap.pointer(1) + i * SIZE.int, group | 0);
	}
	return value;
}

function askSetGroups(trap: Trapped): SystemCall {
	const count = Math.min(trap.size(0), 65_537);
	// More than there can be are not looked at.
	const address = count > 0 && count <= 65_536 ? trap.input(1, count * SIZE.int) : 0;
	const groups = Array.from({ length: trap.badAddress ? 0 : count }, (_, i) =>
		address === 0 ? 0 : (trap.memory.getInt32(address + i * SIZE.int) ?? 0) >>> 0,
	);
	return { name: "setgroups", groups };
}

export const userBindings: { readonly [name: string]: Binding } = {
	setuid: one("setuid"),
	setgid: one("setgid"),
	seteuid: effective("setresuid"),
	setegid: effective("setresgid"),
	setreuid: two("setreuid"),
	setregid: two("setregid"),
	setresuid: three("setresuid"),
	setresgid: three("setresgid"),
	getresuid: told("getresuid"),
	getresgid: told("getresgid"),
	getgroups: {
		ask: (trap) => {
			const size = trap.int(0);
			if (size > 0) trap.output(1, Math.min(size, 65_536) * SIZE.int);
			return { name: "getgroups", size };
		},
		answer: storeGroups,
	},
	setgroups: { ask: askSetGroups },
};
