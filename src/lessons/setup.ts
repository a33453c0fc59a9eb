// A lesson made a run: its programs and the options of the computer, knobs turned as the reader has them.
import { defaultOptions, type Options, type ProgramSource } from "../computer/index.ts";
import type { Limits } from "../kernel/index.ts";
import type { Knob, KnobValues, Lesson, LessonKernel, LessonProgram } from "./lesson.ts";
import { isLimitKey, limitsOf, SCHEDULES } from "./limits.ts";

export interface LessonRun {
	readonly programs: readonly ProgramSource[];
	readonly options: Options;
}

type Setup = Pick<Lesson, "programs" | "kernel" | "knobs">;

/** Steps after which a lesson's run is stopped: far more than any lesson takes. */
const MAX_STEPS = 100_000;
/** A run may do so much work for each step it may take: those that make calls all the time come nearly as far as others. */
export const WORK_OF_STEP = 20;

/** The run of a lesson; `programs` are those of a question or an exercise instead of the lesson's own. */
export function runOfLesson(
	lesson: Setup,
	knobs: KnobValues = {},
	programs: readonly LessonProgram[] | null = null,
): LessonRun {
	return { programs: programs ?? lesson.programs, options: optionsOf(lesson.kernel, lesson.knobs, knobs) };
}

function optionsOf(kernel: LessonKernel, knobs: readonly Knob[], values: KnobValues): Options {
	const start = defaultOptions("lesson");
	let limits: Limits = { ...start.limits, ...kernel.limits };
	let schedule: LessonKernel["schedule"] = kernel.schedule;
	const define: Record<string, string> = {};
	for (const { name, target, start: unturned } of knobs) {
		const value = values[name] ?? unturned;
		if (target === "define" && value !== unturned) define[name] = value;
		if (target === "limit" && isLimitKey(name))
			limits = { ...limits, ...limitsOf(name, Number(value), limits) };
		if (target === "sizes" && value === "linux") {
			const { pipeAtomic, pipePage, pipeSlots } = defaultOptions("linux").limits;
			limits = { ...limits, pipeAtomic, pipePage, pipeSlots };
		}
		if (target === "schedule") schedule = SCHEDULES.find((known) => known === value) ?? schedule;
	}
	const maxSteps = kernel.maxSteps ?? MAX_STEPS;
	return {
		...start,
		limits,
		define,
		maxSteps,
		maxWork: WORK_OF_STEP * maxSteps,
		user: kernel.user ?? start.user,
		owners: kernel.owners ?? {},
		args: kernel.args ?? [],
		env: kernel.env ?? start.env,
		schedule: { kind: schedule, seed: kernel.seed },
		stdin: {
			text: kernel.stdin ?? "",
			ended: kernel.stdin === null,
			interactive: kernel.stdin === null,
			...kernel.input,
		},
		terminal: { stdout: kernel.terminal, stderr: kernel.terminal },
	};
}
