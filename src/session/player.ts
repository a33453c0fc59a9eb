// Holds the timeline of the open lesson and moves it: by hand, by playing, to moments, into other futures.
import type { StoreApi } from "zustand/vanilla";
import type { Decision } from "../computer/index.ts";
import type { Fix, Lesson, Prebuilt, Predict, ReadyPrograms } from "../lessons/index.ts";
import type { NewDecision, Timeline } from "../timeline/index.ts";
import type { LessonAddress } from "./address.ts";
import type { Compiler, Tools } from "./compiler.ts";
import { asksOf, isDone, isRight, questionBefore, questionsOf, questionWithRun } from "./reading.ts";
import { lazyReasons, needsReason, type Reasons } from "./reasons.ts";
import { type Built, buildRun, choicesAt, keptFrom, momentStep, sceneAt, startKnobs } from "./run.ts";
import type { Scene } from "./scene.ts";
import type { Clock, FixResult, Gate, SessionState, TranscriptLine, Unit } from "./state.ts";
import { EMPTY_LESSON, type LessonProgress, type Storage, saveProgress } from "./storage.ts";
import { branchesOf, historyOf, toldAfter, toldBefore } from "./told.ts";

export interface SessionOptions {
	readonly clock: Clock;
	readonly storage: Storage;
	/** No motion: what is played is jumped to. */
	readonly calm: () => boolean;
	readonly compiler: Compiler;
	/** The rules of diagnosis; left out: fetched when a run first stands still. */
	readonly reasons?: Reasons;
	/** Steps that are run at once when a run is opened; without it, as many as a lesson has. */
	readonly atOnce?: number;
}

/** Milliseconds that one event is shown while playing at the usual pace. */
const PACE = 900;
/** A whole stretch that is played to a moment takes no longer than this. */
const LONGEST_PLAY = 9000;
/** Steps that are run at once when a lesson is opened, and in each slice after. */
const FIRST_SLICE = 30_000;
const SLICE = 2_000;
/** Milliseconds after which a mere step is written down. */
const SOON = 300;
/** Milliseconds after which a slice gives the page its turn. */
const TURN = 10;

/** Holds the timeline and moves it; the store shows what came of it. */
export class Player {
	readonly #store: StoreApi<SessionState>;
	readonly #options: SessionOptions;
	readonly #reasons: Reasons;
	#built: Built | null = null;
	/** What makes the run that is shown another than the one as it comes. */
	#decisions: readonly Decision[] = [];
	/** Programs that need no compiler, and how those of the questions are had; null once they are. */
	#prebuilt: Prebuilt = {};
	#questions: ReadyPrograms["questions"] | null = null;
	/** Counts the runs asked for: what was fetched for an older one is dropped. */
	#asked = 0;
	#version = 0;
	#stopPlaying: (() => void) | null = null;
	#stopRunning: (() => void) | null = null;
	#stopSaving: (() => void) | null = null;
	/** Where playing ends; null: it goes on to the gate or the end. */
	#playUntil: number | null = null;
	#pace = PACE;

	constructor(store: StoreApi<SessionState>, options: SessionOptions) {
		this.#store = store;
		this.#options = options;
		this.#reasons = options.reasons ?? lazyReasons();
	}

	get #state(): SessionState {
		return this.#store.getState();
	}

	get #timeline(): Timeline | null {
		return this.#built?.timeline ?? null;
	}

	// ---- lessons and their runs ----

	/** `decisions` are those of the address, unless it cannot hold them all. */
	open(
		lesson: Lesson,
		programs: ReadyPrograms,
		address: LessonAddress,
		decisions: readonly Decision[] = address.lets.map(({ at, pid }) => ({ at, kind: "run", pid })),
	): void {
		this.close();
		this.#prebuilt = programs.own;
		this.#questions = programs.questions;
		const kept = this.#state.progress.lessons[lesson.id];
		const knobs = { ...startKnobs(lesson), ...address.knobs };
		const named = questionWithRun(lesson, address.run) === undefined ? null : address.run;
		const asked = named === null && isPlain(address) ? questionBefore(lesson, kept) : undefined;
		const run = asked?.id ?? named;
		this.#store.setState({ lesson, knobs, run, fixResults: {}, notice: null });
		const step = address.step ?? (run === null ? (kept?.step ?? 0) : 0);
		this.#start(step, decisions, run, () => asked !== undefined && this.jumpTo(asked.at));
	}

	close(): void {
		this.pause();
		this.save();
		this.#stopRunning?.();
		this.#built = null;
		this.#decisions = [];
		this.#asked++;
		this.#store.setState({
			lesson: null,
			scene: null,
			history: null,
			branches: [],
			branch: 0,
			diagnostics: [],
			run: null,
		});
	}

	address(): LessonAddress | null {
		const { lesson, scene, knobs, progress, run } = this.#state;
		if (lesson === null) return null;
		// What the reader has tried is in no address: it names the place in the lesson's own run.
		const tried = this.#tried(run) !== undefined;
		const start = startKnobs(lesson);
		const turned = Object.fromEntries(Object.entries(knobs).filter(([name, value]) => start[name] !== value));
		return {
			page: "lesson",
			id: lesson.id,
			step: (tried ? progress.lessons[lesson.id]?.step : scene?.step) ?? null,
			knobs: turned,
			lets: tried
				? []
				: this.#decisions.flatMap((one) => (one.kind === "run" ? [{ at: one.at, pid: one.pid }] : [])),
			run: tried ? null : run,
		};
	}

	/** Knobs are of the lesson's own run: another that is shown makes way for it. What comes of them stands at its end. */
	setKnobs(knobs: SessionState["knobs"]): void {
		this.#store.setState({ knobs, run: null });
		this.#start(0, [], null, () => this.last());
		this.#notice(null);
	}

	/** `then` is done once the run is there: its programs may have to be fetched. What came of a try stands at its end. */
	showRun(id: string | null, then: () => void = () => {}): void {
		const { lesson } = this.#state;
		if (lesson === null) return;
		const predict = questionWithRun(lesson, id);
		const tried = this.#tried(id);
		this.#store.setState({ run: predict === undefined && tried === undefined ? null : id });
		this.#start(0, tried?.decisions ?? [], this.#state.run, () => {
			if (predict !== undefined) this.jumpTo(predict.at);
			else if (tried !== undefined) this.last();
			then();
		});
	}

	/** The exercise of that name as it was tried last. */
	#tried(run: string | null): FixResult["tried"] {
		return this.#state.fixResults[run ?? ""]?.tried;
	}

	/** Builds the run that is asked for, goes to `step` of it, and does `then`. */
	#start(
		step: number,
		decisions: readonly Decision[],
		run = this.#state.run,
		then: () => void = () => {},
	): void {
		this.pause();
		this.#stopRunning?.();
		const { lesson, knobs } = this.#state;
		if (lesson === null) return;
		const predict = questionWithRun(lesson, run);
		const built = buildRun(
			lesson,
			run === null ? knobs : { ...startKnobs(lesson), ...predict?.variant?.knobs },
			{
				programs: this.#tried(run)?.programs ?? predict?.variant?.programs ?? lesson.programs,
				decisions,
				prebuilt: this.#prebuilt,
				build: this.#options.compiler.tools?.build ?? null,
			},
		);
		const asked = ++this.#asked;
		if (built === null) {
			const again = (): void => {
				if (asked === this.#asked) this.#start(step, decisions, run, then);
			};
			if (run !== null && this.#questions !== null) this.#withQuestions(this.#questions, again);
			else this.#withCompiler(again);
			return;
		}
		this.#decisions = decisions;
		this.#built = built.timeline === null ? null : built;
		this.#store.setState({ run, programs: built.programs, diagnostics: built.diagnostics });
		if (built.timeline === null) {
			this.#store.setState({
				scene: null,
				history: null,
				branches: [],
				choices: [],
				gate: null,
				held: false,
			});
			return;
		}
		built.timeline.extend(this.#options.atOnce ?? FIRST_SLICE);
		this.#know();
		this.#seek(step, "jump");
		this.#runOn();
		then();
	}

	/** Does `then` once the programs of the lesson's questions are at hand. */
	#withQuestions(questions: ReadyPrograms["questions"], then: () => void): void {
		const { lesson } = this.#state;
		this.#fetch("The program of this question", questions(), (loaded) => {
			if (this.#state.lesson !== lesson) return;
			this.#prebuilt = { ...this.#prebuilt, ...loaded };
			this.#questions = null;
			then();
		});
	}

	/** Does `then` once the compiler is at hand. */
	#withCompiler(then: (tools: Tools) => void): void {
		const { compiler } = this.#options;
		if (compiler.tools !== null) then(compiler.tools);
		else this.#fetch("The C compiler", compiler.load(), then);
	}

	/** Waits for a part of the page; says so when it cannot be had. */
	#fetch<T>(what: string, part: Promise<T>, then: (loaded: T) => void): void {
		this.#store.setState({ busy: true });
		part.then(
			(loaded) => {
				this.#store.setState({ busy: false });
				then(loaded);
			},
			() => {
				this.#store.setState({ busy: false });
				this.#notice(`${what} could not be loaded. Check the connection, then try again.`);
			},
		);
	}

	/** Runs what is not known yet in slices, so that the page keeps answering. */
	#runOn(): void {
		const timeline = this.#timeline;
		if (timeline === null) return;
		this.#store.setState({ busy: !timeline.complete });
		if (timeline.complete) return;
		this.#stopRunning = this.#options.clock.after(0, () => {
			const end = this.#options.clock.now() + TURN;
			let more = true;
			while (more && this.#options.clock.now() < end) more = timeline.extend(SLICE);
			this.#know();
			if (more && !timeline.complete) this.#runOn();
			else this.#store.setState({ busy: false });
		});
	}

	/** Lets the run be known only so far; whoever goes on from there takes it further. */
	stop(): void {
		this.pause();
		this.#stopRunning?.();
		this.#stopRunning = null;
		this.#store.setState({ busy: false });
	}

	/** The timeline of the open run, for who looks into it; it must be left where it stands. */
	get timeline(): Timeline | null {
		return this.#timeline;
	}

	/** All that was decided in the run that is shown. */
	get decisions(): readonly Decision[] {
		return this.#decisions;
	}

	/** What is known of the run has grown: lanes, gate and branches follow. */
	#know(): void {
		const timeline = this.#timeline;
		if (timeline === null) return;
		const gate = this.#gateOf(timeline);
		const { scene } = this.#state;
		this.#store.setState({
			history: historyOf(timeline),
			gate,
			held: gate !== null && scene !== null && scene.step >= gate.step,
			branches: branchesOf(timeline),
			branch: timeline.active.id,
		});
	}

	/** The first question that the reader has not answered: the run does not go past its moment. */
	#gateOf(timeline: Timeline): Gate | null {
		const { lesson, progress, run } = this.#state;
		if (lesson === null) return null;
		const answers = progress.lessons[lesson.id]?.answers ?? {};
		let gate: Gate | null = null;
		for (const predict of questionsOf(lesson)) {
			if (answers[predict.id] !== undefined || !asksOf(predict, run)) continue;
			const step = momentStep(lesson, timeline, predict.at);
			if (step !== null && (gate === null || step < gate.step)) gate = { step, question: predict.id };
		}
		return gate;
	}

	// ---- moving ----

	/** Goes there, or to the gate; answers where. */
	#seek(step: number, moved: "forward" | "back" | "jump"): void {
		const timeline = this.#timeline;
		if (timeline === null) return;
		const { gate } = this.#state;
		const wanted = gate === null ? step : Math.min(step, gate.step);
		const came = timeline.seek(wanted);
		this.#version++;
		const scene = keptFrom(this.#state.scene, sceneAt(timeline, this.#version, moved, this.#reasons.find));
		const history = this.#state.history;
		if (history === null || history.length !== timeline.length) this.#know();
		const held = gate !== null && came >= gate.step;
		const { choices: before } = this.#state;
		const now = choicesAt(timeline);
		const choices = before.join() === now.join() ? before : now;
		this.#store.setState({ scene, held, choices });
		if (needsReason(scene)) this.#explain(scene);
		if (came < wanted && timeline.complete) {
			this.#notice(`This run has ${came} steps; the address asks for step ${wanted}. You are at the end.`);
		}
		this.#arrive(came);
	}

	/** Fetches the rules of diagnosis, and tells what they say if the reader is still here. Without them the waits are told. */
	#explain(scene: Scene): void {
		if (this.#reasons.find !== null) return;
		this.#reasons.load().then(
			(find) => {
				const timeline = this.#timeline;
				if (this.#state.scene !== scene || timeline === null) return;
				this.#store.setState({ scene: { ...scene, diagnosis: find(timeline) } });
			},
			() => {},
		);
	}

	/** Notes what the reader has come to: moments of the text, and the place to come back to. */
	#arrive(step: number): void {
		const { lesson, run } = this.#state;
		const timeline = this.#timeline;
		if (lesson === null || run !== null || timeline === null) return;
		const own = this.#state.progress.lessons[lesson.id] ?? EMPTY_LESSON;
		const reached = lesson.blocks.flatMap((block) => {
			if (block.kind !== "run" || own.reached.includes(block.until)) return [];
			const moment = momentStep(lesson, timeline, block.until);
			return moment !== null && moment <= step ? [block.until] : [];
		});
		this.keep((before) => ({ ...before, reached: [...before.reached, ...reached], step }), SOON);
	}

	#notice(notice: string | null): void {
		if (notice !== this.#state.notice) this.#store.setState({ notice });
	}

	goTo(step: number): void {
		this.pause();
		this.#notice(null);
		this.#seek(step, "jump");
	}

	forward(unit: Unit): void {
		this.pause();
		this.#notice(null);
		this.#step(unit);
	}

	#step(unit: Unit): void {
		const timeline = this.#timeline;
		if (timeline === null || this.#state.held) return;
		const { gate } = this.#state;
		const next = unit === "event" ? toldAfter(timeline) : timeline.next(unit);
		this.#seek(gate === null ? next : Math.min(next, gate.step), "forward");
	}

	back(unit: Unit): void {
		this.pause();
		this.#notice(null);
		const timeline = this.#timeline;
		if (timeline === null) return;
		this.#seek(unit === "event" ? toldBefore(timeline) : timeline.previous(unit), "back");
	}

	/** The end of the run, or the question that stands before it. */
	last(): void {
		const timeline = this.#timeline;
		if (timeline === null) return;
		this.pause();
		this.#notice(null);
		this.#seek(this.#state.gate?.step ?? timeline.length, "jump");
	}

	play(): void {
		this.#playUntil = null;
		this.#pace = PACE;
		this.#begin();
	}

	#begin(): void {
		const timeline = this.#timeline;
		if (timeline === null || this.#state.held) return;
		this.#notice(null);
		if (timeline.complete && timeline.position >= timeline.length) return;
		this.#store.setState({ playing: true });
		this.#beat();
	}

	#beat(): void {
		this.#stopPlaying?.();
		this.#stopPlaying = this.#options.clock.after(this.#pace / this.#state.speed, () => {
			const timeline = this.#timeline;
			if (timeline === null) return;
			const until = this.#playUntil;
			const next = toldAfter(timeline);
			if (until !== null && next >= until) {
				this.#seek(until, "forward");
				this.pause();
				return;
			}
			this.#step("event");
			if (this.#state.held || (timeline.complete && timeline.position >= timeline.length)) this.pause();
			else if (this.#state.playing) this.#beat();
		});
	}

	pause(): void {
		this.#stopPlaying?.();
		this.#stopPlaying = null;
		if (this.#state.playing) this.#store.setState({ playing: false });
	}

	playTo(moment: string): void {
		const step = this.#stepOf(moment);
		const timeline = this.#timeline;
		if (step === null || timeline === null) return;
		if (step <= timeline.position || this.#options.calm()) {
			this.goTo(step);
			return;
		}
		this.pause();
		const events = timeline.index.from(step + 1) - timeline.index.from(timeline.position + 1);
		this.#playUntil = step;
		this.#pace = Math.min(PACE, LONGEST_PLAY / Math.max(1, events));
		this.#begin();
	}

	jumpTo(moment: string): void {
		const step = this.#stepOf(moment);
		if (step !== null) this.goTo(step);
	}

	/** The step of a moment of the lesson's own run; comes back to that run when another is shown. */
	#stepOf(moment: string): number | null {
		const { lesson, run } = this.#state;
		if (lesson === null) return null;
		const predict = questionWithRun(lesson, run);
		const own = predict !== undefined && (predict.at === moment || predict.until === moment);
		if (run !== null && !own) {
			this.#store.setState({ run: null });
			this.#start(0, []);
		}
		const timeline = this.#timeline;
		if (timeline === null) return null;
		const step = momentStep(lesson, timeline, moment);
		if (step === null)
			this.#notice("With these settings that moment does not come. Put them back as the lesson has them.");
		return step;
	}

	async transcript(): Promise<readonly TranscriptLine[]> {
		const { transcriptOf } = await import("./transcript.ts");
		const timeline = this.#timeline;
		return timeline === null ? [] : transcriptOf(timeline, this.#state.gate?.step ?? timeline.length);
	}

	// ---- other futures ----

	letRun(pid: number): void {
		this.#decide({ kind: "run", pid });
	}

	/** Something is typed at that terminal of /dev/pts at this moment of the run; `instead` of what was typed at this very step. */
	type(text: string, terminal?: number, instead = false): void {
		this.#decide({ kind: "type", text, ...(terminal === undefined ? {} : { terminal }) }, instead);
	}

	/** The reader at the terminal says that no more will come: Control-D. */
	endInput(): void {
		this.#decide({ kind: "end-input" });
	}

	#decide(decision: NewDecision, instead = false): void {
		const timeline = this.#timeline;
		if (timeline === null || this.#state.held) return;
		this.pause();
		timeline.switchTo(timeline.fork(timeline.position, decision, instead));
		this.#branched();
	}

	switchBranch(id: number): void {
		const timeline = this.#timeline;
		if (timeline === null) return;
		this.pause();
		timeline.switchTo(id);
		this.#branched();
	}

	#branched(): void {
		const timeline = this.#timeline as Timeline;
		this.#stopRunning?.();
		timeline.extend(this.#options.atOnce ?? FIRST_SLICE);
		this.#decisions = timeline.active.decisions;
		this.#know();
		this.#seek(timeline.position, "jump");
		this.#runOn();
	}

	// ---- answers ----

	commit(question: string, given: { choice: number | null; number: number | null; sure: boolean }): void {
		const { lesson } = this.#state;
		const predict = lesson?.blocks.find((block) => block.kind === "predict" && block.id === question);
		if (lesson === null || predict?.kind !== "predict") return;
		const right = isRight(predict, given);
		this.keep((own) => {
			const next = { ...own, answers: { ...own.answers, [question]: { ...given, right } } };
			return { ...next, done: isDone(lesson, next) };
		});
		this.#know();
		if (predict.variant !== null && this.#state.run !== question) {
			this.showRun(question, () => this.playTo(predict.until));
			return;
		}
		if (predict.variant === null) this.#goBefore(predict);
		this.playTo(predict.until);
	}

	/** The answer is watched from the moment of the question on. */
	#goBefore(predict: Predict): void {
		const timeline = this.#timeline;
		const { lesson } = this.#state;
		const at = timeline === null || lesson === null ? null : momentStep(lesson, timeline, predict.at);
		if (timeline !== null && at !== null && timeline.position < at) this.#seek(at, "jump");
	}

	tryFix(id: string): void {
		const { lesson, progress } = this.#state;
		const fix = lesson?.blocks.find((block) => block.kind === "fix" && block.id === id) as Fix | undefined;
		if (lesson === null || fix === undefined) return;
		const placement = progress.lessons[lesson.id]?.fixes[id] ?? {};
		this.#withCompiler(({ build, tryPlacement }) => {
			if (this.#state.lesson !== lesson) return;
			this.judged(id, tryPlacement(build, lesson, fix, placement));
		});
	}

	/** What came of trying an exercise: it is seen running. */
	judged(id: string, result: FixResult): void {
		this.#store.setState({ fixResults: { ...this.#state.fixResults, [id]: result } });
		if (result.right) this.keep((own) => ({ ...own, fixed: [...new Set([...own.fixed, id])] }));
		if (result.tried !== undefined || this.#state.run === id) this.showRun(id);
	}

	/** Changes what is kept of this lesson, and writes it down after so many milliseconds. */
	keep(change: (own: LessonProgress) => LessonProgress, delay = 0): void {
		const { lesson, progress } = this.#state;
		if (lesson === null) return;
		const lessons = { ...progress.lessons, [lesson.id]: change(progress.lessons[lesson.id] ?? EMPTY_LESSON) };
		this.#store.setState({ progress: { ...progress, lessons } });
		this.#stopSaving?.();
		this.#stopSaving = this.#options.clock.after(delay, () => this.save());
	}

	save(): void {
		if (this.#stopSaving === null) return;
		this.#stopSaving();
		this.#stopSaving = null;
		const kept = saveProgress(this.#options.storage, this.#state.progress);
		if (!kept && this.#state.remembers) this.#store.setState({ remembers: false });
	}
}

/** Whether an address asks for no moment and no settings of its own. */
function isPlain({ step, knobs, lets }: LessonAddress): boolean {
	return step === null && Object.keys(knobs).length === 0 && lets.length === 0;
}
