// The ABI of poll(2) and select(2): struct pollfd and fd_set as they lie in memory.
import type { Named, Reply, SystemCall } from "../kernel/index.ts";
import { BAD_TIME, type Binding, timespec } from "./abi.ts";
import { readSet, readSignals, readTimeval, SIZE, writeSet, writeTimeval } from "./structures.ts";
import type { Trapped } from "./trapped.ts";

const TICKS_PER_MILLISECOND = 1000;

function storeEvents(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "ready") return value;
	reply.events.forEach((events, i) => {
		trap.memory.write(trap.pointer(0) + i * SIZE.pollfd + 6, Uint8Array.of(events & 255, events >> 8));
	});
	return value;
}

function storeSets(trap: Trapped, value: number, reply: Reply | null): number {
	storeSelectTime(trap, reply);
	return storeSetsAlone(trap, value, reply);
}

/** Linux's select tells how much of its timeout is left. */
function storeSelectTime(trap: Trapped, reply: Reply | null): void {
	if (reply?.kind === "selected" && trap.pointer(4) !== 0) {
		writeTimeval(trap.memory, trap.pointer(4), reply.left);
	}
}

/** pselect leaves its timeout as it is. */
function storeSetsAlone(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "selected") return value;
	const count = trap.int(0);
	writeSet(trap.memory, trap.pointer(1), count, reply.read);
	writeSet(trap.memory, trap.pointer(2), count, reply.write);
	writeSet(trap.memory, trap.pointer(3), count, reply.except);
	return value;
}

function optionalTimespec(trap: Trapped, index: number): number | null {
	return trap.pointer(index) === 0 ? null : timespec(trap, index);
}

/** The signal mask of ppoll and pselect; NULL leaves it. */
function masked(trap: Trapped, address: number): { readonly mask?: readonly number[] } {
	if (address === 0) return {};
	if (!trap.memory.readable(address, SIZE.signals)) trap.badAddress = true;
	return { mask: readSignals(trap.memory, address) };
}

function askPoll(trap: Trapped): SystemCall {
	const milliseconds = trap.int(2);
	const timeout = milliseconds < 0 ? null : milliseconds * TICKS_PER_MILLISECOND;
	return { name: "poll", ...pollEntries(trap), timeout };
}

/** The list is looked at after all else, so that the kernel has to know where it is none. */
function pollEntries(trap: Trapped): Pick<Named<"poll">, "entries" | "nowhere"> {
	const count = trap.unsigned(1);
	const address = trap.pointer(0);
	const beyond = trap.isBeyond(0);
	if (address === 0 || beyond || !trap.memory.writable(address, count * SIZE.pollfd))
		return { entries: [], nowhere: { count, isNull: address === 0, beyond } };
	const entries = Array.from({ length: count }, (_, i) => ({
		fd: trap.memory.getInt32(address + i * SIZE.pollfd) ?? -1,
		events: (trap.memory.getInt32(address + i * SIZE.pollfd + 4) ?? 0) & 0xffff,
	}));
	return { entries };
}

function askSelect(trap: Trapped): SystemCall {
	const sets = askedSets(trap);
	const forEver = trap.pointer(4) === 0;
	const timeout = forEver ? null : (readTimeval(trap.memory, trap.output(4, SIZE.time)) ?? BAD_TIME);
	return { name: "select", highest: trap.int(0), ...sets, timeout };
}

function askedSets(trap: Trapped) {
	const highest = trap.int(0);
	const sets = [1, 2, 3].map((index) => {
		trap.output(index, Math.ceil(Math.max(0, highest) / 64) * SIZE.long, "optional");
		return readSet(trap.memory, trap.pointer(index), highest);
	});
	const [read = [], write = [], except = []] = sets;
	const empty = (["read", "write", "except"] as const).filter(
		(_, i) => sets[i]?.length === 0 && trap.pointer(i + 1) !== 0,
	);
	return { read, write, except, ...(empty.length > 0 ? { empty } : {}) };
}

/** See poll(2), select(2). */
export const pollBindings: { readonly [name: string]: Binding } = {
	poll: { ask: askPoll, answer: storeEvents },
	ppoll: {
		ask: (trap) => {
			const timeout = optionalTimespec(trap, 2);
			const mask = timeout === BAD_TIME ? {} : masked(trap, trap.pointer(3));
			return { name: "poll", ...pollEntries(trap), timeout, ...mask };
		},
		answer: storeEvents,
	},
	select: {
		ask: askSelect,
		answer: storeSets,
		fail: (trap, errno, reply) => {
			storeSelectTime(trap, reply);
			return { result: -1, errno };
		},
	},
	pselect: {
		ask: (trap) => {
			const call = { name: "select", highest: trap.int(0), ...askedSets(trap) } as const;
			return { ...call, timeout: optionalTimespec(trap, 4), ...masked(trap, trap.pointer(5)) };
		},
		answer: storeSetsAlone,
	},
};
