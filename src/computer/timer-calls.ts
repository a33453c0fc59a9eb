// The ABI of timers, of limits and of what a process has used. See setitimer(2), timer_create(2), getrlimit(2).
import { encodeText } from "../base/index.ts";
import { errnos, type Reply, type SystemCall, signals } from "../kernel/index.ts";
import {
	BAD_TIME,
	type Binding,
	clockOf,
	secondsLeft,
	storeTimeLeft,
	timespec,
	toNobody,
	written,
	zeroOf,
} from "./abi.ts";
import {
	readTimespec,
	readTimeval,
	readValue,
	SIZE,
	TICKS_PER_SECOND,
	writeTimespec,
	writeTimeval,
} from "./structures.ts";
import type { Trapped } from "./trapped.ts";

const TIMER_ABSTIME = 1;
const PR_GET_PDEATHSIG = 2;
const PR_SET_NAME = 15;
const PR_GET_NAME = 16;
const PR_GET_CHILD_SUBREAPER = 37;
/** TASK_COMM_LEN */
const NAME_BYTES = 16;
const SIGEV_SIGNAL = 0;
const SIGEV_NONE = 1;
const SIGEV_THREAD = 2;
const SIGEV_THREAD_ID = 4;
const RLIM_INFINITY = 0xffff_ffff_ffff_ffffn;

function storeLimit(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "limit") {
		writeLimit(trap, trap.pointer(1), reply);
	}
	return value;
}

interface LimitPair {
	readonly soft: number;
	readonly hard: number;
}

/** A struct rlimit. */
export function writeLimit(trap: Trapped, address: number, { hard, soft }: LimitPair): void {
	trap.memory.setInt64(address, limitWord(soft));
	trap.memory.setInt64(address + SIZE.long, limitWord(hard));
}

function limitWord(limit: number): bigint {
	return Number.isFinite(limit) ? BigInt(limit) : RLIM_INFINITY;
}

export function readLimit(trap: Trapped, address: number): LimitPair {
	const limit = (offset: number) => {
		const word = BigInt.asUintN(64, trap.memory.getInt64(address + offset) ?? 0n);
		return word > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(word);
	};
	return { soft: limit(0), hard: limit(SIZE.long) };
}

function askSetLimit(trap: Trapped): SystemCall {
	const limits = readLimit(trap, trap.input(1, SIZE.rlimit));
	return { name: "setrlimit", resource: trap.int(0), ...limits };
}

/** A NULL sigevent means SIGALRM. */
function askTimerCreate(trap: Trapped): SystemCall {
	trap.output(2, SIZE.long);
	const id = trap.int(0);
	const head = { name: "timer_create", clock: clockOf(id), zero: zeroOf(id) } as const;
	if (trap.pointer(1) === 0) return { ...head, signal: signals.SIGALRM, value: 0 };
	const address = trap.input(1, SIZE.sigevent);
	const how = trap.memory.getInt32(address + 12) ?? 0;
	const number = trap.memory.getInt32(address + 8) ?? 0;
	const known = how === SIGEV_SIGNAL || how === SIGEV_THREAD_ID;
	if (how === SIGEV_THREAD) return { ...head, signal: "thread", value: 0 };
	const signal = how === SIGEV_NONE ? null : known ? number : 0;
	return { ...head, signal, value: readValue(trap.memory, address) };
}

function storeTimer(
	index: number,
	write: (memory: Trapped["memory"], address: number, ticks: number) => void,
): NonNullable<Binding["answer"]> {
	return (trap, value, reply) => {
		const address = trap.pointer(index);
		if (reply?.kind !== "timer" || address === 0) return value;
		write(trap.memory, address, reply.interval);
		write(trap.memory, address + SIZE.time, reply.left);
		return value;
	};
}

/** See setitimer(2), timer_create(2), getrlimit(2), setpriority(2), prctl(2), close_range(2). */
export const timerBindings: { readonly [name: string]: Binding } = {
	// The library has computed how long it is until an absolute time.
	__clock_nanosleep: {
		ask: (trap) => {
			trap.input(2, SIZE.time);
			const absolute = (trap.int(1) & TIMER_ABSTIME) !== 0;
			if (!absolute) trap.output(3, SIZE.time, "optional");
			return {
				name: "nanosleep",
				ticks: timespec(trap, 4),
				clock: trap.int(0),
				absolute,
				...written(trap, 2, "always"),
				...toNobody(trap, 3),
			};
		},
		fail: (trap, errno, reply) => {
			if ((trap.int(1) & TIMER_ABSTIME) === 0) storeTimeLeft(3)(trap, errno, reply);
			return { result: errnos[errno], errno: null };
		},
	},
	alarm: {
		ask: (trap) => ({ name: "alarm", after: trap.unsigned(0) * TICKS_PER_SECOND }),
		answer: (_, value) => secondsLeft(value),
	},
	getrusage: {
		ask: (trap) => {
			trap.output(1, SIZE.rusage);
			return { name: "getrusage", who: trap.int(0) };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind !== "usage") return value;
			trap.memory.write(trap.pointer(1), new Uint8Array(SIZE.rusage));
			writeTimeval(trap.memory, trap.pointer(1), reply.ticks);
			return value;
		},
	},
	getitimer: {
		ask: (trap) => {
			trap.output(1, SIZE.itimer);
			return { name: "getitimer", which: trap.int(0) };
		},
		answer: storeTimer(1, writeTimeval),
	},
	setitimer: {
		ask: (trap) => {
			trap.output(2, SIZE.itimer, "optional");
			const none = trap.pointer(1) === 0;
			const address = none ? 0 : trap.input(1, SIZE.itimer);
			const interval = none ? 0 : (readTimeval(trap.memory, address, "exact") ?? BAD_TIME);
			const after = none ? 0 : (readTimeval(trap.memory, address + SIZE.time, "exact") ?? BAD_TIME);
			return { name: "setitimer", which: trap.int(0), after, interval, ...toNobody(trap, 2) };
		},
		answer: storeTimer(2, writeTimeval),
	},
	timer_create: {
		ask: askTimerCreate,
		answer: (trap, value) => {
			trap.memory.setInt64(trap.pointer(2), value);
			return 0;
		},
	},
	timer_settime: {
		ask: (trap) => {
			const address = trap.input(2, SIZE.itimer);
			trap.output(3, SIZE.itimer, "optional");
			const interval = readTimespec(trap.memory, address) ?? BAD_TIME;
			const after = readTimespec(trap.memory, address + SIZE.time) ?? BAD_TIME;
			const absolute = (trap.int(1) & TIMER_ABSTIME) !== 0;
			return { name: "timer_settime", id: trap.int(0), absolute, after, interval, ...toNobody(trap, 3) };
		},
		answer: storeTimer(3, writeTimespec),
	},
	timer_gettime: {
		ask: (trap) => {
			trap.output(1, SIZE.itimer);
			return { name: "timer_gettime", id: trap.int(0) };
		},
		answer: storeTimer(1, writeTimespec),
	},
	timer_getoverrun: { ask: (trap) => ({ name: "timer_getoverrun", id: trap.int(0) }) },
	timer_delete: { ask: (trap) => ({ name: "timer_delete", id: trap.int(0) }) },
	getrlimit: {
		ask: (trap) => {
			trap.output(1, SIZE.rlimit);
			return { name: "getrlimit", resource: trap.int(0) };
		},
		answer: storeLimit,
	},
	setrlimit: { ask: askSetLimit },
	getpriority: { ask: (trap) => ({ name: "getpriority", which: trap.int(0), who: trap.int(1) }) },
	prctl: {
		ask: (trap) => {
			const option = trap.int(0);
			if (option === PR_GET_NAME) trap.output(1, NAME_BYTES);
			if (option === PR_GET_PDEATHSIG || option === PR_GET_CHILD_SUBREAPER) trap.output(1, SIZE.int);
			const text = option === PR_SET_NAME ? trap.text(1) : "";
			const plain = [2, 3, 4].every((index) => trap.long(index) === 0);
			return { name: "prctl", option, argument: trap.int(1), plain, text };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind !== "attribute") return value;
			const address = trap.pointer(1);
			if (typeof reply.value === "number") {
				trap.memory.setInt32(address, reply.value);
				return value;
			}
			const name = new Uint8Array(NAME_BYTES);
			name.set(encodeText(reply.value).subarray(0, NAME_BYTES - 1));
			trap.memory.write(address, name);
			return value;
		},
	},
	close_range: {
		ask: (trap) => ({
			name: "close_range",
			first: trap.unsigned(0),
			last: trap.unsigned(1),
			flags: trap.int(2),
		}),
	},
	setpriority: {
		ask: (trap) => ({ name: "setpriority", which: trap.int(0), who: trap.int(1), nice: trap.int(2) }),
	},
};
