// The ABI of what few programs ask about files, processes and chance. See wait4(2), prlimit(2), getrandom(2), fallocate(2).
import { askWait, type Binding, base } from "./abi.ts";
import { SIZE, writeTimeval } from "./structures.ts";
import { readLimit, writeLimit } from "./timer-calls.ts";
import type { Trapped } from "./trapped.ts";

/** A struct rusage in which the processor time alone is told. */
export function writeUsage(trap: Trapped, index: number, ticks: number): void {
	const address = trap.pointer(index);
	trap.memory.write(address, new Uint8Array(SIZE.rusage));
	writeTimeval(trap.memory, address, ticks);
}

const waits = askWait(
	(trap) => trap.int(2),
	(trap) => trap.int(0),
	1,
);

export const seldomBindings: { readonly [name: string]: Binding } = {
	wait4: {
		ask: (trap) => {
			const wantsUsage = trap.output(3, SIZE.rusage, "optional") !== 0;
			const call = waits.ask(trap);
			return wantsUsage && call.name === "wait4" ? { ...call, wantsUsage } : call;
		},
		answer: (trap, value, reply) => {
			const told = reply?.kind === "status" && reply.pid > 0;
			if (told && trap.pointer(3) !== 0) writeUsage(trap, 3, reply.ran ?? 0);
			return waits.answer?.(trap, value, reply) ?? value;
		},
	},
	truncate: { ask: (trap) => ({ name: "truncate", path: trap.text(0), length: trap.long(1) }) },
	fdatasync: { ask: (trap) => ({ name: "fsync", fd: trap.int(0), data: true }) },
	fchdir: { ask: (trap) => ({ name: "fchdir", fd: trap.int(0) }) },
	getsid: { ask: (trap) => ({ name: "getsid", pid: trap.int(0) }) },
	prlimit: {
		ask: (trap) => {
			const given = trap.pointer(2) !== 0;
			const address = given ? trap.input(2, SIZE.rlimit) : 0;
			const tells = trap.output(3, SIZE.rlimit, "optional") !== 0;
			const limits = given ? readLimit(trap, address) : null;
			return { name: "prlimit", pid: trap.int(0), resource: trap.int(1), limits, tells };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind === "limit" && trap.pointer(3) !== 0) writeLimit(trap, trap.pointer(3), reply);
			return value;
		},
	},
	getrandom: {
		ask: (trap) => ({ name: "getrandom", count: trap.room(0, trap.size(1)), flags: trap.unsigned(2) }),
		answer: (trap, value, reply) => {
			if (reply?.kind === "bytes") trap.memory.write(trap.pointer(0), reply.bytes);
			return value;
		},
	},
	pidfd_open: { ask: (trap) => ({ name: "pidfd_open", pid: trap.int(0), flags: trap.unsigned(1) }) },
	pidfd_send_signal: {
		ask: (trap) => {
			trap.output(2, SIZE.siginfo, "optional");
			const [fd, signal] = [trap.int(0), trap.int(1)];
			return { name: "pidfd_send_signal", fd, signal, flags: trap.unsigned(3) };
		},
	},
	fallocate: {
		ask: (trap) => ({
			name: "fallocate",
			fd: trap.int(0),
			mode: trap.int(1),
			offset: trap.long(2),
			length: trap.long(3),
		}),
	},
	__execveat: {
		ask: (trap) => ({
			name: "execve",
			...base(trap, 0),
			path: trap.text(1),
			argv: trap.texts(2),
			envp: trap.texts(3),
		}),
	},
	// What these tell the library knows: the kernel is asked whether it may.
	__uname: {
		ask: (trap) => {
			trap.output(0, SIZE.utsname);
			return { name: "uname" };
		},
	},
	__statfs: { ask: (trap) => ({ name: "statfs", path: trap.text(0) }) },
	__fstatfs: { ask: (trap) => ({ name: "statfs", path: null, descriptor: trap.int(0) }) },
};
