// The kernel as one thing to hold: its records, the journal that alone changes them, and what has just happened.
import { copyPlain, invariant, Journal } from "../base/index.ts";
import type { KernelEvent } from "./events.ts";
import type { KernelState, Process } from "./state.ts";
import type { ObjectId, Pid } from "./words.ts";

export interface Kernel {
	readonly state: KernelState;
	readonly journal: Journal;
	/** What happened since the computer last took them; the computer empties it. Not part of the state. */
	events: KernelEvent[];
	/** What a process has of memory, of which the computer alone knows; none of who has ended. */
	readonly memoryOf?: (pid: Pid) => ProcessMemory | undefined;
}

/** What is to be known of a process's memory. */
export interface ProcessMemory {
	/** In the order of addresses, which are multiples of the page's size; `end` is behind the last byte. */
	readonly regions: readonly {
		readonly start: number;
		readonly end: number;
		readonly kind: "text" | "constants" | "data" | "heap" | "map" | "stack";
		readonly readable: boolean;
		readonly writable: boolean;
	}[];
	/** The numbers of the pages that hold something. */
	touchedPages(): readonly number[];
}

/** init: it adopts orphans and reaps them by itself. It makes no calls. */
export const INIT: Pid = 1;

/** The root directory. */
export const ROOT: ObjectId = 1;

/** A deep copy of the records, to be kept while the kernel goes on. */
export function snapshot(kernel: Kernel): KernelState {
	return copyPlain(kernel.state);
}

/** A kernel that goes on from `state` (which stays as it is), with an empty journal. */
export function restore(state: KernelState): Kernel {
	return { state: copyPlain(state), journal: new Journal(), events: [] };
}

export function processOf(kernel: Kernel, pid: Pid): Process {
	const process = kernel.state.processes[pid];
	invariant(process !== undefined, "there is a process", pid);
	return process;
}

export function newObject(kernel: Kernel): ObjectId {
	const id = kernel.state.nextObject;
	kernel.journal.set(kernel.state, "nextObject", id + 1);
	return id;
}

/** `list` without the first `item`; the same list if it is not in it. */
export function without<T>(list: readonly T[], item: T): readonly T[] {
	const at = list.indexOf(item);
	if (at < 0) return list;
	return list.length === 1 ? [] : [...list.slice(0, at), ...list.slice(at + 1)];
}
