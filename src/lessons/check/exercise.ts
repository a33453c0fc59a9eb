// Does an exercise: the start must miss the goal, the solution reach it, and wrong pieces alone must not help.

import { formatDiagnostic } from "../../base/index.ts";
import { build } from "../../computer/compiler.ts";
import { readClaim } from "../claims.ts";
import type { Field, Problems } from "../format/index.ts";
import { judge, type Verdict } from "../judge.ts";
import type { Fix, Lesson } from "../lesson.ts";
import { type Placement, withPieces } from "../pieces.ts";

export function checkExercise(
	lesson: Lesson,
	fix: Fix,
	goal: Field,
	problems: Problems,
): { tried: number; runs: number } {
	const read = readClaim(fix.goal, {}, goal.span);
	if (!read.ok) {
		problems.list.push(read.diagnostic);
		return { tried: 0, runs: 0 };
	}
	const solved = judge(build, lesson, fix, fix.solution);
	if (solved.kind !== "met") {
		problems.error(
			goal.span,
			`the solution of '${fix.id}' does not reach the goal`,
			whyNot(solved, lesson, fix),
		);
	}
	if (judge(build, lesson, fix, {}).kind === "met") {
		problems.error(goal.span, `the goal of '${fix.id}' is reached before anything is done`);
	}
	const wrong = wrongPlacements(fix);
	for (const placement of wrong) {
		if (judge(build, lesson, fix, placement).kind === "met") {
			problems.error(goal.span, `wrong pieces reach the goal of '${fix.id}'`, JSON.stringify(placement));
		}
	}
	return { tried: wrong.length + 2, runs: solved.kind === "met" ? solved.explored.runs : 0 };
}

/** Each piece that the solution does not use, alone in each place. */
function wrongPlacements(fix: Fix): Placement[] {
	const right = new Set(Object.values(fix.solution).flat());
	const wrong = fix.pieces.filter((piece) => !right.has(piece.id));
	return wrong.flatMap((piece) => fix.places.map((place) => ({ [place.id]: [piece.id] })));
}

function whyNot(verdict: Verdict, lesson: Lesson, fix: Fix): string | null {
	switch (verdict.kind) {
		case "met":
			return null;
		case "missed":
			return verdict.always ? "not even in the run as it comes" : "other orders of the processes miss it";
		case "too-many-pieces":
			return `it uses more than ${verdict.atMost} pieces`;
		case "not-c": {
			const files = withPieces(lesson, fix, fix.solution).flatMap((program) => program.files);
			const text = (path: string) => files.find((file) => file.path === path)?.text;
			return verdict.diagnostics.map((one) => formatDiagnostic(one, text)).join("\n");
		}
	}
}
