// Where a process stands, as places before which something could be done.
import type { Pid, Place } from "../../kernel/index.ts";
import type { Culprit, Ran, Remedy } from "./finding.ts";
import { callsIn, loopsAround, sourceOf, textsOf } from "./source.ts";
import { originOf } from "./told.ts";

/** Places before which a process could still have done something: outside the loops it stands in first. */
export function standsAt(ran: Ran, pid: Pid): readonly Place[] {
	const places = ran.stack(pid).flatMap(({ place }) => (place === null ? [] : [place]));
	const since = ran.kernel.processes[pid]?.since?.place;
	const all = places.length > 0 ? places : since == null ? [] : [since];
	return all.flatMap(({ file, line }) => {
		const outer = loopsAround(sourceOf(ran.programs, file), line).at(-1);
		return outer === undefined || outer.first === line
			? [{ file, line }]
			: [
					{ file, line: outer.first },
					{ file, line },
				];
	});
}

/** Each of these descriptors is closed in its process: before the exec that carried it along, else before it waits. */
export function closings(ran: Ran, culprits: readonly Culprit[]): readonly Remedy[] {
	return culprits.flatMap((culprit): Remedy[] => {
		if (culprit.descriptor === null) return [];
		const { pid, descriptor, openedAt } = culprit;
		const origin = originOf(ran, pid, descriptor);
		const exec = origin?.inherited.at(-1);
		const before = exec?.by === "exec" && exec.place !== null ? [exec.place] : standsAt(ran, pid);
		return [{ kind: "close", pid, descriptor, openedAt, before }];
	});
}

const PRINTS = /^(v?f?printf|puts|putchar|fputs|f?putc|fputc|fwrite)$/;

/** fflush behind what prints in the loop in which a process stands: who prints again has to flush again. */
export function flushAfterPrinting(ran: Ran, pid: Pid, fd: number): readonly Remedy[] {
	const streams = fd === 1 ? ["stdout"] : streamNames(ran);
	return ran.stack(pid).flatMap(({ place }): Remedy[] => {
		if (place === null) return [];
		const source = sourceOf(ran.programs, place.file);
		const loop = loopsAround(source, place.line)[0];
		if (loop === undefined) return [];
		const prints = callsIn(source, loop).findLast(({ name }) => PRINTS.test(name));
		if (prints === undefined) return [];
		const after = { file: place.file, line: prints.line };
		return streams.map((stream) => ({ kind: "insert-after", after, text: `fflush(${stream});` }));
	});
}

/** fflush of the stream of a descriptor, by every name that the program has for one. */
export function flushBefore(ran: Ran, pid: Pid, fd: number): readonly Remedy[] {
	const streams = fd === 1 ? ["stdout"] : streamNames(ran);
	return [...streams, "NULL"].flatMap((stream) =>
		standsAt(ran, pid).map((before): Remedy => {
			return { kind: "insert", before, text: `fflush(${stream});` };
		}),
	);
}

function streamNames(ran: Ran): readonly string[] {
	const texts = textsOf(ran.programs);
	return [
		...new Set(
			texts.flatMap((text) =>
				[...text.matchAll(/(\w+)\s*=\s*(?:fdopen|fopen|popen)\b/g)].map((m) => m[1] as string),
			),
		),
	];
}
