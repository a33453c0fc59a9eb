// An exercise tried out: the program with the pieces in their places, built and run in every order that can matter.
import type { Decision } from "../computer/index.ts";
import { signalName } from "../kernel/index.ts";
import {
	type BuildPrograms,
	type Fix,
	type Lesson,
	type LessonProgram,
	type Placement,
	runOfLesson,
	withPieces,
	withText,
} from "../lessons/index.ts";
import { countsMissed, judge, judgePrograms, type Verdict } from "../lessons/proof.ts";
import { createTimeline, type Timeline } from "../timeline/index.ts";
import { outputOf } from "../timeline/proof.ts";
import { reasonAt } from "./reason.ts";
import type { FixResult } from "./state.ts";
import { transcriptOf } from "./transcript.ts";

/** Runs the program with the pieces in their places, in every order that can matter. */
export function tryPlacement(
	build: BuildPrograms,
	lesson: Lesson,
	fix: Fix,
	placement: Placement,
): FixResult {
	const programs = withPieces(lesson, fix, placement);
	const text = programs.flatMap(({ files }) => files).find(({ path }) => path === fix.file)?.text ?? "";
	const judged = resultOf(judge(build, lesson, fix, placement), fix, { programs, text }, (decisions) =>
		watched(build, lesson, fix, programs, decisions),
	);
	const more = judged.right || judged.output === null ? undefined : againstIt(fix, placement);
	return more === undefined ? judged : { ...judged, more };
}

/** What the lesson says against the first of the lines that should not stand where it does. */
function againstIt(fix: Fix, placement: Placement): string | undefined {
	const lying = fix.places.flatMap(({ id }) => (placement[id] ?? []).map((piece) => [id, piece] as const));
	return lying.flatMap(([place, id]) => fix.pieces.find((one) => one.id === id)?.but?.[place] ?? [])[0];
}

/** The same of the exercise's file as the reader has written it. */
export function tryText(build: BuildPrograms, lesson: Lesson, fix: Fix, text: string): FixResult {
	const programs = withText(lesson, fix, text);
	return resultOf(judgePrograms(build, lesson, fix, programs), fix, { programs, text }, (decisions) =>
		watched(build, lesson, fix, programs, decisions),
	);
}

function resultOf(
	verdict: Verdict,
	fix: Fix,
	{ programs, text: file }: { readonly programs: readonly LessonProgram[]; readonly text: string },
	watch: (decisions: readonly Decision[]) => Watched,
): FixResult {
	switch (verdict.kind) {
		case "not-c": {
			const first = verdict.diagnostics[0]?.message ?? "it is no C program";
			return { right: false, text: `It does not compile: ${first}.`, output: null };
		}
		case "too-many-pieces": {
			const most = verdict.atMost === 1 ? "one line" : `${verdict.atMost} lines`;
			return { right: false, text: `That is more than ${most}.`, output: null };
		}
		case "met":
		case "missed": {
			const decisions = verdict.kind === "missed" ? verdict.decisions : [];
			const { text, output, diagnosed, refused, counts } = watch(decisions);
			const tried = { programs, decisions };
			if (verdict.kind === "met") return { right: true, text, more: fix.because, output, tried };
			const when = verdict.always
				? ""
				: "It goes well in the usual order, but not in every one. In another: ";
			const missed = {
				right: false,
				text: `${when}${[text, ...counts, ...refused].join(" ")}`,
				output,
				tried,
			};
			return diagnosed ? { ...missed, troubled: file } : missed;
		}
	}
}

interface Watched {
	readonly text: string;
	readonly output: string;
	readonly diagnosed: boolean;
	/** The counts that its goal asks for and it has not, in words. */
	readonly counts: readonly string[];
	/** The call that first failed in it, in words; nothing of interest where the goal is reached. */
	readonly refused: readonly string[];
}

/** How that run ends, in words. */
function watched(
	build: BuildPrograms,
	lesson: Lesson,
	fix: Fix,
	programs: readonly LessonProgram[],
	decisions: readonly Decision[],
): Watched {
	const run = runOfLesson(lesson, {}, programs);
	const { software } = build(run.programs, run.options);
	if (software === null) return { text: "", output: "", diagnosed: false, counts: [], refused: [] };
	const timeline = createTimeline(software, run.options, decisions);
	timeline.seek(Number.POSITIVE_INFINITY);
	const diagnosis = reasonAt(timeline);
	const output = outputOf(timeline);
	const counts = countsMissed(fix.goal, timeline);
	if (diagnosis !== null)
		return { text: diagnosis.sentence.text, output, diagnosed: true, counts, refused: [] };
	const nothing = output === "" ? ["Nothing was printed."] : [];
	const text = [endText(timeline), ...nothing].join(" ");
	return { text, output, diagnosed: false, counts, refused: refusedIn(timeline, programs) };
}

/** No fault: there was no child left to wait for. */
const EXPECTED = /ECHILD/;
/** Nor is this, where it is stdio that asks a stream for its position. */
const NO_POSITION = /^lseek\(.*ESPIPE/;
/** A line that asks for it itself. */
const SEEKS = /seek|tell|rewind|[gs]etpos/;

/** What first went wrong in a run that ended: the call that failed, in words. */
function refusedIn(timeline: Timeline, programs: readonly LessonProgram[]): readonly string[] {
	const fault = transcriptOf(timeline, timeline.length).find(({ sentence, step }) => {
		if (!/ fails for | is killed by /.test(sentence.text) || EXPECTED.test(sentence.text)) return false;
		return !NO_POSITION.test(sentence.text) || SEEKS.test(lineAt(timeline, step, programs));
	});
	return fault === undefined ? [] : [fault.sentence.text];
}

/** The line of the program from which the call was made that returned in a step. */
function lineAt(timeline: Timeline, step: number, programs: readonly LessonProgram[]): string {
	timeline.seek(step);
	const returned = timeline.events().find((event) => event.kind === "returns");
	// When it has returned, the process stands behind it already.
	timeline.seek(step - 1);
	const place = returned === undefined ? null : timeline.computer.placeOf(returned.pid);
	const file = programs.flatMap(({ files }) => files).find(({ path }) => path === place?.file);
	return file?.text.split("\n")[(place?.line ?? 0) - 1] ?? "";
}

function endText(timeline: Timeline): string {
	const { outcome } = timeline.computer;
	switch (outcome?.kind) {
		case "exited":
			return `Every process came to its end; the first with status ${outcome.status}.`;
		case "killed":
			return `The first process was killed by ${signalName(outcome.signal)}.`;
		case "limit":
			return "It never came to an end: it was stopped after very many steps.";
		default:
			return "It waits, and nothing can wake it.";
	}
}
