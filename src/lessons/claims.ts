// Whether what a lesson claims is true of a run. Adds to the timeline's language the number of descriptors of a pipe's end.
import type { Diagnostic } from "../base/index.ts";
import type { KernelState } from "../kernel/index.ts";
import type { Known, Origin, Timeline } from "../timeline/index.ts";
import { holds, parseClaim, parseMoment } from "../timeline/proof.ts";

/** A claim ready to be asked of any run, or what is wrong with its words. */
export type LessonClaim =
	| { readonly ok: true; readonly holds: (timeline: Timeline) => boolean }
	| { readonly ok: false; readonly diagnostic: Diagnostic };

const DESCRIPTORS = /^pipe\.(read|write)-descriptors is (\d+)$/;
const AT = /^at ([^:"]+): /;

/**
 * Reads a claim. Besides the timeline's own (`parseClaim`) it may say `pipe.write-descriptors is 2`, joined by `and`:
 * descriptors in all processes that lead to the last pipe's end, where `pipe.writers` counts open file descriptions.
 */
export function readClaim(source: string, known: Known, origin: Origin): LessonClaim {
	if (!/\bpipe\.(read|write)-descriptors\b/.test(source)) return plain(source, known, origin);
	const at = AT.exec(source);
	if (at !== null) return later(source, at, known, origin);
	let column = origin.column;
	const parts: ((timeline: Timeline) => boolean)[] = [];
	for (const part of source.split(" and ")) {
		const read = readPart(part, known, { ...origin, column });
		if (!read.ok) return read;
		parts.push(read.holds);
		column += part.length + " and ".length;
	}
	return { ok: true, holds: (timeline) => parts.every((holds) => holds(timeline)) };
}

function plain(source: string, known: Known, origin: Origin): LessonClaim {
	const parsed = parseClaim(source, known, origin);
	return parsed.ok ? { ok: true, holds: (timeline) => holds(timeline, parsed.value) } : parsed;
}

/** `at MOMENT: CLAIM`; false in a run where the moment never comes. */
function later(source: string, at: RegExpExecArray, known: Known, origin: Origin): LessonClaim {
	const [head, words = ""] = at;
	const moment = parseMoment(words, known, { ...origin, column: origin.column + "at ".length });
	if (!moment.ok) return moment;
	const claim = readClaim(source.slice(head.length), known, {
		...origin,
		column: origin.column + head.length,
	});
	if (!claim.ok) return claim;
	const holds = (timeline: Timeline): boolean => {
		const { position } = timeline;
		const step = timeline.find(moment.value);
		if (step === null) return false;
		timeline.seek(step);
		const truth = claim.holds(timeline);
		timeline.seek(position);
		return truth;
	};
	return { ok: true, holds };
}

function readPart(part: string, known: Known, origin: Origin): LessonClaim {
	const match = DESCRIPTORS.exec(part);
	if (match === null) return plain(part, known, origin);
	const end = match[1] as "read" | "write";
	const count = Number(match[2]);
	return { ok: true, holds: ({ computer }) => descriptorsOf(computer.kernel.state, end) === count };
}

/** Descriptors, in all processes, that lead to one end of the pipe made last. */
export function descriptorsOf({ openFiles }: KernelState, end: "read" | "write"): number {
	const ends = Object.values(openFiles).filter(
		({ object }) => object.kind === "pipe" && (object.end === end || object.end === "both"),
	);
	return ends.reduce((sum, { references }) => sum + references, 0);
}
