// What a page can see of the session, and all that it can ask of it.
import type { Diagnostic } from "../base/index.ts";
import type { Decision } from "../computer/index.ts";
import type { Sentence } from "../explain/index.ts";
import type { Pid } from "../kernel/index.ts";
import type { KnobValues, Lesson, LessonProgram, ReadyPrograms } from "../lessons/index.ts";
import type { Arrow, Interval, LaneMark } from "../timeline/index.ts";
import type { LessonAddress } from "./address.ts";
import type { Scene } from "./scene.ts";
import type { Answer, LessonProgress, Progress } from "./storage.ts";

/** What one step of the reader means. */
export type Unit = "event" | "line" | "step";

/** Steps of a run, from one to another. */
export interface Part {
	readonly from: number;
	readonly to: number;
}

/** Bytes that went into a pipe, or came out of it, in one step. */
export interface Flow {
	readonly step: number;
	readonly pid: Pid;
	readonly way: "in" | "out";
	readonly bytes: Uint8Array;
}

/** A run as far as it is known: what the lanes are drawn from. A new one whenever more is known. */
export interface History {
	readonly length: number;
	/** What is drawn of it when that is not all: in a session at the shell, what came of one line. */
	readonly part?: Part;
	readonly complete: boolean;
	/** In the order of birth. */
	readonly pids: readonly Pid[];
	/** What a process does in steps [from, to); the first `limit` intervals. */
	intervals(pid: Pid, from: number, to: number, limit?: number): readonly Interval[];
	/** For each of `pixels` equal parts the state that fills most of it: 0 absent, then running, ready, waiting, stopped, zombie. */
	dominant(pid: Pid, from: number, to: number, pixels: number): Uint8Array;
	arrows(from: number, to: number, limit?: number): readonly Arrow[];
	marks(from: number, to: number, limit?: number): readonly LaneMark[];
	/** What went into the pipe that was read from first, and what came out; not told where no lesson draws it. */
	flow?(): readonly Flow[];
}

/** A question that must be answered before the run goes past `step`. */
export interface Gate {
	readonly step: number;
	readonly question: string;
}

export interface BranchPicture {
	readonly id: number;
	readonly parent: number | null;
	/** The step at which it leaves its parent, and who was let run there. */
	readonly at: number;
	readonly pid: Pid | null;
}

export interface FixResult {
	readonly right: boolean;
	/** In sentences: what happened when it ran. */
	readonly text: string;
	/** Why it is right, or what speaks against a line where it stands (HTML). */
	readonly more?: string;
	/** What the program printed, or null when it did not come to that. */
	readonly output: string | null;
	/** What ran, in the order in which it missed the goal; left out when nothing did. */
	readonly tried?: { readonly programs: readonly LessonProgram[]; readonly decisions: readonly Decision[] };
	/** The exercise's file as it was tried, when it hung or ended in a way for which there may be a known change. */
	readonly troubled?: string;
}

export interface SessionState {
	readonly lesson: Lesson | null;
	/** The programs of the run that is shown: the lesson's, a question's own, or an exercise as it was tried. */
	readonly programs: readonly LessonProgram[];
	/** The question whose own run is shown, or the exercise; null: the lesson's run. */
	readonly run: string | null;
	readonly knobs: KnobValues;
	/** Set when the C did not compile: then there is no scene. */
	readonly diagnostics: readonly Diagnostic[];
	readonly scene: Scene | null;
	readonly history: History | null;
	readonly branches: readonly BranchPicture[];
	readonly branch: number;
	/** Who could take the next step, the one who will take it first. */
	readonly choices: readonly Pid[];
	readonly gate: Gate | null;
	/** The position is the gate's: nothing goes on before the answer. */
	readonly held: boolean;
	readonly playing: boolean;
	/** Times the usual pace. */
	readonly speed: number;
	readonly unit: Unit;
	/** Running on towards a far step. */
	readonly busy: boolean;
	/** A sentence for the reader about the page itself, until the next action. */
	readonly notice: string | null;
	readonly progress: Progress;
	readonly fixResults: { readonly [fix: string]: FixResult };
	/** False once the browser has refused to keep the progress. */
	readonly remembers: boolean;
}

export interface SessionActions {
	/** `programs`: those that need no compiler. */
	open(lesson: Lesson, programs: ReadyPrograms, address: LessonAddress): void;
	close(): void;
	/** Goes to a step, as far as the gate allows. */
	seek(step: number): void;
	forward(unit?: Unit): void;
	back(unit?: Unit): void;
	first(): void;
	last(): void;
	play(): void;
	pause(): void;
	setSpeed(speed: number): void;
	setUnit(unit: Unit): void;
	/** Plays to a moment of the lesson; at once when `calm`. */
	playTo(moment: string): void;
	/** Goes to a moment at once. */
	jumpTo(moment: string): void;
	setKnob(name: string, value: string): void;
	resetKnobs(): void;
	commit(question: string, answer: Omit<Answer, "right">): void;
	/** Shows the run of a question, or of an exercise as it was tried last, or the lesson's own again. */
	showRun(id: string | null): void;
	/** A new branch in which `pid` takes the next step. */
	letRun(pid: Pid): void;
	switchBranch(id: number): void;
	/** A new branch in which this is typed at the terminal now, or no more ever is. */
	type(text: string, terminal?: number): void;
	endInput(): void;
	/** Leaves off finding out how the run goes on. */
	stop(): void;
	arrange(fix: string, placement: { readonly [place: string]: readonly string[] }): void;
	tryFix(fix: string): void;
	/** Keeps what the reader has written for an exercise. */
	write(fix: string, text: string): void;
	/** Notes what came of it. */
	judged(fix: string, result: FixResult): void;
	dismiss(): void;
	/** What happened at each step of the run, as far as it may be seen; of very long runs the part around the position. */
	transcript(): Promise<readonly TranscriptLine[]>;
}

export interface TranscriptLine {
	readonly step: number;
	readonly sentence: Sentence;
}

export interface Clock {
	/** In milliseconds. */
	now(): number;
	/** Calls `then` once after that time; the returned function takes it back. */
	after(milliseconds: number, then: () => void): () => void;
}

export function lessonProgress(state: SessionState, id: string): LessonProgress | undefined {
	return state.progress.lessons[id];
}
