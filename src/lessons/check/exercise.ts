// Does an exercise: the start must miss the goal, its solutions reach it and need their lines, wrong pieces alone must not help, and something is said against each.

import { formatDiagnostic } from "../../base/index.ts";
import { build } from "../../computer/compiler.ts";
import type { Bounds } from "../../timeline/proof.ts";
import { readClaim } from "../claims.ts";
import type { Check, Problems } from "../format/index.ts";
import { judge, type Verdict } from "../judge.ts";
import type { Fix, Lesson } from "../lesson.ts";
import { type Placement, withPieces } from "../pieces.ts";

/** A page that judges what a reader tries looks at fewer. */
const solutionBounds: Bounds = { states: 8_000, steps: 20_000 };

type Exercise = Extract<Check, { kind: "fix" }>;

export function checkExercise(
	lesson: Lesson,
	{ fix, also, spare, goal }: Exercise,
	problems: Problems,
): { tried: number; runs: number } {
	const read = readClaim(fix.goal, {}, goal.span);
	if (!read.ok) {
		problems.list.push(read.diagnostic);
		return { tried: 0, runs: 0 };
	}
	let runs = 0;
	for (const solution of [fix.solution, ...also]) {
		const solved = judge(build, lesson, fix, solution, solutionBounds);
		if (solved.kind === "met") {
			runs += solved.explored.runs;
			continue;
		}
		const which = solution === fix.solution ? "the" : "another";
		const why = whyNot(solved, lesson, fix, solution);
		problems.error(goal.span, `${which} solution of '${fix.id}' does not reach the goal`, why);
	}
	if (judge(build, lesson, fix, {}).kind === "met") {
		problems.error(goal.span, `the goal of '${fix.id}' is reached before anything is done`);
	}
	const wrong = wrongPlacements(fix, also);
	for (const placement of wrong) {
		if (judge(build, lesson, fix, placement).kind === "met") {
			problems.error(goal.span, `wrong pieces reach the goal of '${fix.id}'`, JSON.stringify(placement));
		}
	}
	const short = shortened([fix.solution, ...also]);
	for (const { piece, placement } of short) {
		const met = judge(build, lesson, fix, placement).kind === "met";
		if (met && !spare.includes(piece))
			problems.error(
				goal.span,
				`the goal of '${fix.id}' is reached without the piece '${piece}'`,
				`let the goal ask for what it does, or say that it is only good manners: spare: ${piece}`,
			);
		if (!met && spare.includes(piece))
			problems.error(
				goal.span,
				`the piece '${piece}' is spare, and without it the goal of '${fix.id}' is missed`,
			);
	}
	const unsaid = placesUnsaid(fix, also).filter(({ tries }) =>
		tries.some((placement) => judge(build, lesson, fix, placement).kind === "missed"),
	);
	for (const { piece, place } of unsaid) {
		problems.error(
			goal.span,
			`with the piece '${piece}' in '${place}' the goal of '${fix.id}' is missed, and nothing is said against it`,
			"say in its 'but' what one believes who puts it there",
		);
	}
	return { tried: wrong.length + short.length + 2 + also.length, runs };
}

interface Unsaid {
	readonly piece: string;
	readonly place: string;
	/** The solution with the piece moved there; the piece alone where that is too many. */
	readonly tries: readonly Placement[];
}

/** Where a piece does not stand in any solution, nor one of the same text, and the lesson says nothing of it. */
function placesUnsaid(fix: Fix, also: readonly Placement[]): Unsaid[] {
	const textOf = (id: string) => fix.pieces.find((one) => one.id === id)?.text;
	const solutions = [fix.solution, ...also];
	return fix.pieces.flatMap(({ but, id, text }) => {
		const silent = fix.places.filter(
			(place) =>
				but?.[place.id] === undefined &&
				!solutions.some((solution) => solution[place.id]?.some((one) => textOf(one) === text)),
		);
		return silent.map((place) => ({ piece: id, place: place.id, tries: moved(fix, id, place.id) }));
	});
}

function moved(fix: Fix, piece: string, to: string): Placement[] {
	const rest = Object.entries(fix.solution).map(
		([place, pieces]) => [place, pieces.filter((one) => one !== piece)] as const,
	);
	const others: Placement = Object.fromEntries(rest);
	const count = rest.reduce((sum, [, pieces]) => sum + pieces.length, 1);
	if (fix.atMost !== null && count > fix.atMost) return [{ [to]: [piece] }];
	const there = others[to] ?? [];
	return [
		[piece, ...there],
		[...there, piece],
	].map((pieces) => ({ ...others, [to]: pieces }));
}

/** Each piece that no solution uses, alone in each place; and where the lesson says that a piece does not do. */
function wrongPlacements(fix: Fix, also: readonly Placement[]): Placement[] {
	const never = unused(fix, also);
	return fix.pieces.flatMap((piece) => {
		const { but, id } = piece;
		const wrong = fix.places.filter((place) => never.includes(piece) || but?.[place.id] !== undefined);
		return wrong.map((place) => ({ [place.id]: [id] }));
	});
}

/** Every solution with one of its lines left out. */
function shortened(solutions: readonly Placement[]): { piece: string; placement: Placement }[] {
	return solutions.flatMap((solution) =>
		Object.entries(solution).flatMap(([place, pieces]) =>
			pieces.map((piece) => ({
				piece,
				placement: { ...solution, [place]: pieces.filter((one) => one !== piece) },
			})),
		),
	);
}

function unused({ pieces, solution }: Fix, also: readonly Placement[]): Fix["pieces"] {
	const right = new Set([solution, ...also].flatMap((one) => Object.values(one).flat()));
	return pieces.filter(({ id }) => !right.has(id));
}

function whyNot(verdict: Verdict, lesson: Lesson, fix: Fix, solution: Placement): string | null {
	switch (verdict.kind) {
		case "met":
			return null;
		case "missed":
			return verdict.always ? "not even in the run as it comes" : "other orders of the processes miss it";
		case "too-many-pieces":
			return `it uses more than ${verdict.atMost} pieces`;
		case "not-c": {
			const files = withPieces(lesson, fix, solution).flatMap((program) => program.files);
			const text = (path: string) => files.find((file) => file.path === path)?.text;
			return verdict.diagnostics.map((one) => formatDiagnostic(one, text)).join("\n");
		}
	}
}
