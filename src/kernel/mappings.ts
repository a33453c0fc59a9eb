// A process's memory as /proc tells of it: stretches, what may be done there, and how much of it has been touched.
import type { ProcessMemory } from "./kernel.ts";

const PAGE = 4096;
/** A stack is shown as large as this when nothing lies deeper. */
const FIRST_STACK = 132 << 10;

export interface Mapping {
	readonly start: number;
	readonly end: number;
	/** As /proc/PID/maps has it: "r-xp". */
	readonly access: string;
	/** What it holds: a part of the program's file, or what the program made. */
	readonly of: "program" | "heap" | "map" | "stack";
	/** Bytes of it that have been touched, by pages. */
	readonly resident: number;
}

/** In the order of addresses; none of who has no memory. */
export function mappingsOf(memory: ProcessMemory | undefined): readonly Mapping[] {
	if (memory === undefined) return [];
	const touched = memory.touchedPages();
	return memory.regions.map(({ end, kind, readable, start: lowest, writable }) => {
		const inside = touched.filter((page) => page * PAGE >= lowest && page * PAGE < end);
		const deepest = Math.min(...inside) * PAGE;
		const start = kind === "stack" ? Math.max(lowest, Math.min(deepest, end - FIRST_STACK)) : lowest;
		const isText = kind === "text";
		const access = `${readable || isText ? "r" : "-"}${writable ? "w" : "-"}${isText ? "x" : "-"}p`;
		const isLoaded = isText || kind === "constants";
		const of = kind === "heap" || kind === "stack" || kind === "map" ? kind : "program";
		return { start, end, access, of, resident: isLoaded ? end - start : inside.length * PAGE };
	});
}
