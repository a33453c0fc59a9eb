// A lesson as data: what the parser makes of lesson.md and its C files, and what the page shows.
import type { Limits } from "../kernel/index.ts";
import type { Moment } from "../timeline/index.ts";

export interface Chapter {
	readonly number: number;
	readonly title: string;
	readonly lessons: readonly LessonRef[];
}

/** An entry of contents.md; the number (`2.5`) follows from the order. */
export interface LessonRef {
	/** `pipes/flow-control`: folder under the book, and the address of the page. */
	readonly id: string;
	readonly number: string;
	readonly title: string;
	/** What the lesson is about, in one line that gives nothing away: for who has not read it. */
	readonly question: string;
	/** What it says, in one sentence: for who has read it. */
	readonly idea: string;
	readonly minutes: number;
}

export interface Lesson extends LessonRef {
	readonly chapter: string;
	readonly programs: readonly LessonProgram[];
	readonly kernel: LessonKernel;
	readonly knobs: readonly Knob[];
	/** Lessons to read before this one. */
	readonly needs: readonly string[];
	/** Man pages: `pipe(7)`. */
	readonly cites: readonly string[];
	/** Statements of the notes it teaches, `S7`. */
	readonly teaches: readonly string[];
	/** The end of a chapter: questions from all its lessons, mixed, and one thing to build. */
	readonly review?: true;
	/** What the stage shows at first: more is revealed by `show` blocks. */
	readonly show: readonly StagePart[];
	readonly room?: KeptRoom;
	readonly blocks: readonly Block[];
	/** The moments it speaks of, by their words. */
	readonly moments: { readonly [words: string]: Moment };
	/** Words of the glossary that its prose links to, so that a page needs no second file. */
	readonly terms: readonly Term[];
}

/** What the stage keeps room for from the first step, so that nothing moves when it comes. */
export interface KeptRoom {
	readonly pipes: number;
	readonly fifos: number;
	readonly racks: number;
	/** Messages for which each of these has a place. */
	readonly places: number;
	readonly files: number;
}

/** An entry of glossary.md; `id` is its heading in small letters with hyphens. */
export interface Term {
	readonly id: string;
	readonly title: string;
	readonly html: string;
}

export type StagePart =
	| "processes"
	| "descriptors"
	| "open-files"
	| "pipes"
	| "queues"
	| "output"
	| "files"
	| "buffers"
	| "meter"
	/** Below the lanes: how much went into the pipe and how much came out, step by step. */
	| "flow"
	/** In its place: the stream as it was written and as it was read, byte by byte. */
	| "ruler"
	/** In its place: what lies on the disk, behind a switch. */
	| "disk"
	/** Bytes as a reader sees them; a switch shows who wrote each. */
	| "anonymous";

export interface LessonProgram {
	readonly name: string;
	/** The first program is the one that starts. */
	readonly files: readonly { readonly path: string; readonly text: string }[];
}

export interface LessonKernel {
	readonly limits: Partial<Limits>;
	readonly schedule: "round-robin" | "run-to-block" | "random";
	readonly seed: number;
	readonly stdin: string | null;
	/** Standard output is a terminal. */
	readonly terminal: boolean;
	/** The user the run belongs to, when it is not the usual one: a name of the kernel's `USERS`. */
	readonly user?: string;
	/** Programs that act as another user, whoever starts them: names of users by program. */
	readonly owners?: { readonly [program: string]: string };
	/** Arguments of the first process, without its own name. */
	readonly args?: readonly string[];
	/** Whether more can be typed, and whether standard input is a terminal, where `stdin` does not say it. */
	readonly input?: {
		readonly ended: boolean;
		readonly interactive: boolean;
		/** A person sits before it: what is typed shows on the screen. */
		readonly attended?: boolean;
	};
	/** The first process's environment, when it is not the usual one. */
	readonly env?: { readonly [name: string]: string };
	/** Steps after which the run is stopped, when it is not the usual number. */
	readonly maxSteps?: number;
}

/** A control of the lesson: a limit of the kernel, the schedule, or a `#define` of the program. */
export interface Knob {
	readonly name: string;
	/** `sizes`: those of the lesson, or Linux's; every lesson with a pipe has that knob. */
	readonly target: "limit" | "define" | "schedule" | "sizes";
	readonly label: string;
	readonly unit: string | null;
	readonly choices: readonly KnobChoice[];
	readonly start: string;
}

export interface KnobChoice {
	readonly value: string;
	readonly label: string;
}

export type KnobValues = { readonly [knob: string]: string };

/** Prose is HTML made at build time from Markdown; links carry `data-code`, `data-step`, `data-term`, `data-rule`, `data-man`, `data-lesson`. */
export type Block =
	| { readonly kind: "prose"; readonly html: string }
	/** Plays to a moment; what follows is shown when the moment is reached. */
	| { readonly kind: "run"; readonly until: string; readonly label: string }
	| Predict
	/** `statement` is the number of a statement of the notes (`S6`), `quote` its words. */
	| {
			readonly kind: "rule";
			readonly html: string;
			readonly statement: string | null;
			readonly quote: string | null;
	  }
	| { readonly kind: "finer"; readonly html: string }
	| { readonly kind: "linux"; readonly html: string; readonly rule: string | null }
	| {
			readonly kind: "always" | "sometimes";
			readonly html: string;
			readonly claim: string;
			readonly explored: Explored | null;
	  }
	| { readonly kind: "knobs"; readonly html: string; readonly names: readonly string[] }
	| Fix
	| Compare
	| { readonly kind: "reveal"; readonly parts: readonly StagePart[] };

export interface Explored {
	readonly runs: number;
	readonly complete: boolean;
}

/** A question asked at a moment, before its answer can be seen. */
export interface Predict {
	readonly kind: "predict";
	readonly id: string;
	/** The run stops here until the reader has committed. */
	readonly at: string;
	/** Where the run goes on to once committed: the answer becomes visible. */
	readonly until: string;
	readonly role: "recall" | "key" | "twin";
	readonly question: string;
	/** Of a number: those that are likely to be typed, and the right one. */
	readonly choices: readonly Choice[];
	/** Order of choices is kept (they form a scale) instead of shuffled. */
	readonly ordered: boolean;
	/** A number typed in, with no choices to be seen before; its right value is read from the run. */
	readonly number: { readonly value: number; readonly unit: string } | null;
	readonly because: string;
	readonly rule: string | null;
	/** Another program for the twin: the run the question is asked of. */
	readonly variant: {
		readonly knobs: KnobValues;
		readonly programs: readonly LessonProgram[] | null;
		/** Of a program that makes more than the lesson's. */
		readonly room?: KeptRoom;
	} | null;
	/** Its program would give the answer away: it is shown once the reader has committed. */
	readonly covered?: true;
}

export interface Choice {
	readonly html: string;
	readonly right: boolean;
	/** Speaks to the belief behind this answer. */
	readonly feedback: string;
	/** `M13` of the misconceptions, or null. */
	readonly belief: string | null;
}

/** Lines to put into places of a program so that the goal holds: judged by running it. */
export interface Fix {
	readonly kind: "fix";
	readonly id: string;
	readonly html: string;
	readonly program: string;
	readonly file: string;
	/** What is run once the pieces are in their places; null: the lesson's own programs. */
	readonly programs: readonly LessonProgram[] | null;
	/** Holds in every run: a claim at the end, or `at MOMENT: CLAIM`. */
	readonly goal: string;
	readonly goalHtml: string;
	/** Every place can hold any number of pieces, in order; `line` holds the place's own comment, which they replace. */
	readonly places: readonly {
		readonly id: string;
		readonly label: string;
		readonly line: number;
		readonly indent: string;
	}[];
	readonly pieces: readonly {
		readonly id: string;
		readonly text: string;
		readonly subgoal: string | null;
		/** By place: why it does not do there (HTML), said after a try that misses the goal. */
		readonly but?: { readonly [place: string]: string };
	}[];
	/** The most pieces a solution may use, or null. */
	readonly atMost: number | null;
	readonly solution: { readonly [place: string]: readonly string[] };
	readonly because: string;
}

/** The same task done two ways, side by side. */
export interface Compare {
	readonly kind: "compare";
	readonly html: string;
	readonly left: CompareSide;
	readonly right: CompareSide;
}

export interface CompareSide {
	readonly title: string;
	readonly html: string;
	readonly lesson: string | null;
}
