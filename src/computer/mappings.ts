// A process's memory as /proc tells of it: stretches, what may be done there, and how much of it has been touched.
import type { Mapping } from "../kernel/index.ts";
import type { Memory } from "./structures.ts";

const PAGE = 4096;
/** A stack is shown as large as this when nothing lies deeper. */
const FIRST_STACK = 132 << 10;

/** In the order of addresses. */
export function mappingsOf(memory: Memory): readonly Mapping[] {
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
