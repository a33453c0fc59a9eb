// What programs are told of a signal, siginfo_t, and of where its handler goes back to, ucontext_t; calls about signals that few
// programs make. See sigaction(2), sigwaitinfo(2), waitid(2), sigqueue(3), sigpending(2).

import { SI_TKILL, SI_USER, type SignalInfo, type SystemCall, signals } from "../kernel/index.ts";
import { type Binding, type Context, type HandlerRecords, timespec, toNobody } from "./abi.ts";
import { type Memory, readSignals, readValue, SIZE, writeSignals } from "./structures.ts";
import type { Trapped } from "./trapped.ts";

const faultSignals: readonly number[] = [signals.SIGSEGV, signals.SIGBUS, signals.SIGFPE, signals.SIGILL];

/** A siginfo_t; all zeros for null. The fields that are filled depend on why the signal came, as sigaction(2) says. */
function writeSignalInfo(memory: Memory, address: number, info: SignalInfo | null): void {
	memory.write(address, new Uint8Array(SIZE.siginfo));
	if (info === null) return;
	memory.setInt32(address, info.signal);
	memory.setInt32(address + 8, info.code);
	if (info.code > 0 && faultSignals.includes(info.signal)) {
		memory.setInt64(address + 16, info.address);
		return;
	}
	memory.setInt32(address + 16, info.pid);
	memory.setInt32(address + 20, info.uid);
	if (info.signal === signals.SIGCHLD && info.code > 0) memory.setInt32(address + 24, info.status);
	else memory.setInt64(address + 24, info.value);
}

const UC_STACK = 16;
const UC_REGISTERS = 40;
const UC_MASK = 296;
const REG_RBP = 10;
const REG_RSP = 15;
const REG_RIP = 16;

/** A ucontext_t: of its registers those that there are here. */
function writeContext(memory: Memory, address: number, { mask, registers, stack }: Context): void {
	const { fp, pc, sp } = registers;
	memory.write(address, new Uint8Array(SIZE.context));
	if (stack !== null) {
		memory.setInt64(address + UC_STACK, stack.start);
		memory.setInt64(address + UC_STACK + 2 * SIZE.long, stack.end - stack.start);
	}
	for (const [register, value] of [
		[REG_RBP, fp],
		[REG_RSP, sp],
		[REG_RIP, pc],
	] as const)
		memory.setInt64(address + UC_REGISTERS + register * SIZE.long, value);
	writeSignals(memory, address + UC_MASK, mask);
}

export const signalRecords: HandlerRecords = {
	write(memory, address, info, context) {
		writeSignalInfo(memory, address, info);
		writeContext(memory, address + SIZE.siginfo, context);
	},
	mask: (memory, address) => readSignals(memory, address + SIZE.siginfo + UC_MASK),
};

function storeInfo(index: number): NonNullable<Binding["answer"]> {
	return (trap, value, reply) => {
		const address = trap.pointer(index);
		if (address === 0) return value;
		if (reply?.kind === "info") {
			// glibc does not show what raise sent as such to sigwaitinfo.
			const { code } = reply.info;
			writeSignalInfo(trap.memory, address, { ...reply.info, code: code === SI_TKILL ? SI_USER : code });
		}
		if (reply?.kind === "status") writeSignalInfo(trap.memory, address, reply.info);
		return value;
	};
}

function askSigtimedwait(trap: Trapped): SystemCall {
	const set = readSignals(trap.memory, trap.input(0, SIZE.signals));
	trap.output(1, SIZE.siginfo, "optional");
	const forEver = trap.pointer(2) === 0;
	return { name: "sigtimedwait", set, timeout: forEver ? null : timespec(trap, 2), ...toNobody(trap, 1) };
}

export const seldomSignalBindings: { readonly [name: string]: Binding } = {
	waitid: {
		ask: (trap) => {
			trap.output(2, SIZE.siginfo, "optional");
			return {
				name: "waitid",
				type: trap.int(0),
				id: trap.int(1),
				options: trap.int(3),
				...toNobody(trap, 2),
			};
		},
		answer: storeInfo(2),
	},
	sigqueue: {
		ask: (trap) => ({
			name: "sigqueue",
			pid: trap.int(0),
			signal: trap.int(1),
			// A union is passed as the address of the caller's copy.
			value: readValue(trap.memory, trap.input(2, SIZE.long)),
		}),
	},
	sigpending: {
		ask: (trap) => {
			trap.output(0, SIZE.signals);
			return { name: "sigpending" };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind === "signals") writeSignals(trap.memory, trap.pointer(0), reply.signals);
			return value;
		},
	},
	sigsuspend: {
		ask: (trap) => ({
			name: "sigsuspend",
			mask: readSignals(trap.memory, trap.input(0, SIZE.signals)),
		}),
	},
	sigtimedwait: { ask: askSigtimedwait, answer: storeInfo(1) },
};
