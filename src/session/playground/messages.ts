// What the page and the worker of the playground say to each other. Only plain data goes across.
import type { Diagnostic } from "../../base/index.ts";
import type { Decision } from "../../computer/index.ts";
import type { Pid } from "../../kernel/index.ts";
import type { Fix, KnobValues, Lesson, LessonProgram } from "../../lessons/index.ts";
import type { Look } from "../../machine/index.ts";
import type { Arrow, Interval, LaneMark } from "../../timeline/index.ts";
import type { Cure, ExerciseCure } from "../cure.ts";
import type { FixResult, Part, SessionActions, SessionState, TranscriptLine } from "../state.ts";
import type { Goal } from "./stops.ts";
import type { Work } from "./work.ts";

/** What can be asked of the session in the worker, but for what is answered. */
export type ActionName = Exclude<keyof SessionActions, "open" | "transcript">;

export type ToWorker =
	/** Builds the work and runs it; `toEnd`: shows the end once it is known. */
	| {
			readonly kind: "open";
			readonly number: number;
			readonly work: Work;
			readonly step: number;
			readonly decisions: readonly Decision[];
			readonly toEnd: boolean;
	  }
	| {
			readonly kind: "act";
			readonly number: number;
			readonly name: ActionName;
			readonly args: readonly unknown[];
	  }
	/** Goes on to the first step that fits. */
	| { readonly kind: "search"; readonly number: number; readonly goal: Goal }
	| { readonly kind: "ask"; readonly number: number; readonly question: Question };

export type Question =
	| { readonly of: "transcript" }
	/** Lines `from` … of the trace. */
	| { readonly of: "trace"; readonly from: number; readonly count: number }
	| { readonly of: "decisions" }
	/** What mends the program, where the run stands still or has ended. */
	| { readonly of: "cure" }
	/** The objects that a process can name, and what they lead to. */
	| { readonly of: "objects"; readonly pid: Pid }
	| { readonly of: "memory" }
	/** Whether an exercise's file as the reader has written it reaches the goal. */
	| { readonly of: "judgement"; readonly lesson: Lesson; readonly fix: Fix; readonly text: string }
	/** What mends an exercise's file as the reader has written it. */
	| { readonly of: "exercise-cure"; readonly lesson: Lesson; readonly fix: Fix; readonly text: string }
	/** What mends a lesson's run at one of its steps. */
	| {
			readonly of: "lesson-cure";
			readonly lesson: Lesson;
			readonly knobs: KnobValues;
			readonly programs: readonly LessonProgram[];
			readonly decisions: readonly Decision[];
			readonly step: number;
	  }
	/** What the compiler says of these programs. */
	| { readonly of: "diagnostics"; readonly programs: readonly LessonProgram[] };

export interface TraceLine {
	readonly step: number;
	readonly pid: Pid;
	readonly text: string;
}

export interface TraceWindow {
	readonly from: number;
	readonly lines: readonly TraceLine[];
	/** The line of the present position, or the last before it; -1 when there is none. */
	readonly here: number;
}

export type { Look, LookFrame, ObjectLook } from "../../machine/index.ts";

export interface Answers {
	readonly cure: Cure | null;
	readonly transcript: readonly TranscriptLine[];
	readonly trace: TraceWindow;
	readonly decisions: readonly Decision[];
	/** null: the process is not there. */
	readonly objects: Look | null;
	/** Bytes of history held. */
	readonly memory: number;
	readonly judgement: FixResult;
	readonly "exercise-cure": ExerciseCure | null;
	readonly "lesson-cure": Cure | null;
	readonly diagnostics: readonly Diagnostic[];
}

/** A run's lanes as data: `History` without its questions. */
export interface PackedHistory {
	readonly length: number;
	/** The stretch that the rest is about. */
	readonly part: Part;
	readonly complete: boolean;
	readonly pids: readonly Pid[];
	readonly lanes: readonly {
		readonly pid: Pid;
		/** The first ones, when there are very many. */
		readonly intervals: readonly Interval[];
		readonly dominant: Uint8Array;
	}[];
	readonly arrows: readonly Arrow[];
	readonly marks: readonly LaneMark[];
}

/** What of the session's state goes across whenever it has changed. */
export type MirroredState = Omit<
	SessionState,
	"history" | "progress" | "fixResults" | "remembers" | "gate"
> & {
	readonly history: PackedHistory | null;
	/** Lines of the trace known so far. */
	readonly traced: number;
	/** On the way to a step that fits. */
	readonly searching: boolean;
};

export type FromWorker =
	/** `done`: the number of the last wish that has been worked off. */
	| { readonly kind: "state"; readonly state: Partial<MirroredState>; readonly done: number }
	| { readonly kind: "answer"; readonly number: number; readonly answer: Answers[keyof Answers] };
