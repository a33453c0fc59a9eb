// The worker's side of the playground: the session that moves lessons, told what to do by messages, its state sent back.
import { createStore } from "zustand/vanilla";
import { build } from "../../computer/compiler.ts";
import { type Computer, type Decision, nameInBin, type Userland } from "../../computer/index.ts";
import type { Diagnosis } from "../../explain/index.ts";
import type { Pid } from "../../kernel/index.ts";
import { type BuildPrograms, type LessonProgram, runOfLesson } from "../../lessons/index.ts";
import type { Timeline } from "../../timeline/index.ts";
import { cureAt, cureOfExercise, cureOfRun } from "../cure.ts";
import { tryPlacement, tryText } from "../exercise.ts";
import { Player } from "../player.ts";
import { reasonAt } from "../reason.ts";
import { actionsOf, emptyState } from "../session.ts";
import type { Clock, Part, SessionState } from "../state.ts";
import { loadProgress, passingStorage } from "../storage.ts";
import { transcriptOf } from "../transcript.ts";
import { Follow, isAtRest } from "./follow.ts";
import { MemoryReasons } from "./memory.ts";
import type { Answers, FromWorker, MirroredState, Question, ToWorker } from "./messages.ts";
import { packHistory, portableScene } from "./portable.ts";
import { type Goal, Search } from "./stops.ts";
import { TraceList } from "./trace.ts";
import { isAtShell, lessonOf, needsUserland } from "./work.ts";

export interface Host {
	readonly clock: Clock;
	post(message: FromWorker): void;
}

type MirroredKey = Exclude<keyof MirroredState, "traced" | "searching">;

const MIRRORED: readonly MirroredKey[] = [
	"lesson",
	"programs",
	"run",
	"knobs",
	"diagnostics",
	"scene",
	"history",
	"branches",
	"branch",
	"choices",
	"held",
	"playing",
	"speed",
	"unit",
	"busy",
	"notice",
];

/** Milliseconds between two lanes of a run that is still going on. */
const HISTORY_REST = 250;

/** Steps before the first picture. */
const AT_ONCE = 2_000;

/** Serves one page: the returned function takes its messages. */
export function serve(host: Host): (message: ToWorker) => void {
	const server = new Server(host);
	return (message) => server.take(message);
}

class Server {
	readonly #host: Host;
	readonly #store = createStore<SessionState>(() => emptyState(loadProgress(passingStorage())));
	readonly #player: Player;
	/** The keys that the page does not know in their present state. */
	readonly #changed = new Set<MirroredKey>();
	#done = 0;
	#flushes = false;
	#historySent = Number.NEGATIVE_INFINITY;
	#historyWaits = false;
	/** Shows the end when it is known, unless the reader goes elsewhere first. */
	#toEnd = false;
	#trace: TraceList | null = null;
	#stopSearch: (() => void) | null = null;
	#searching = false;
	/** The programs of /bin, once some work has needed them; to one that does not need them they are not there. */
	#bin: { readonly userland: Userland; readonly sourceText: (path: string) => string | undefined } | null =
		null;
	#needsBin = false;
	/** Counts the works opened: one whose programs were fetched too late is dropped. */
	#opened = 0;
	#shell = false;
	/** The program of /bin that runs first; null: the first of the work. */
	#first: string | null = null;
	#follow: Follow | null = null;
	/** What was typed before the shell asked for it; null: it has asked. */
	#early: string | null = null;
	/** What the page knows as the stretch to be drawn. */
	#part: Part | null = null;
	/** Files of /bin in which somebody has stood: the page shows them. */
	#stoodIn: readonly LessonProgram[] = [];

	constructor(host: Host) {
		this.#host = host;
		const tools = { build: this.#build, tryPlacement };
		this.#player = new Player(this.#store, {
			clock: host.clock,
			storage: passingStorage(),
			calm: () => false,
			atOnce: AT_ONCE,
			compiler: { tools, load: async () => tools },
			reasons: { find: this.#reason, load: async () => this.#reason },
		});
		this.#store.subscribe((state, before) => {
			for (const key of MIRRORED) if (state[key] !== before[key]) this.#changed.add(key);
			if (before.busy && !state.busy) this.#arrived();
			this.#soon();
		});
	}

	take(message: ToWorker): void {
		switch (message.kind) {
			case "open":
				this.#open(message);
				break;
			case "act": {
				this.#endSearch();
				if (message.name === "type" && this.#isEarly(String(message.args[0]))) break;
				if (message.name === "type" && this.#isBeforeLogin()) {
					this.#store.setState({
						notice: "Nobody has logged in yet. Go on to the shell's first prompt to type.",
					});
					break;
				}
				const act = actionsOf(this.#store, this.#player)[message.name] as (...args: unknown[]) => void;
				// Who types at the end of what there is wants to read the answer; at the shell, wherever it is.
				const typed = message.name === "type" || message.name === "endInput";
				const moves = message.name !== "setSpeed" && message.name !== "setUnit";
				if (typed) this.#toEnd = !this.#shell && this.#atEnd();
				else if (moves) this.#toEnd = false;
				if (moves) {
					this.#endFollow();
					this.#early = null;
				}
				if (message.name === "type" && this.#shell) this.#type(message.args);
				else act(...message.args);
				if (typed && this.#shell) this.#followOn();
				else if (typed && !this.#store.getState().busy) this.#arrived();
				break;
			}
			case "search":
				this.#search(message.goal);
				break;
			case "ask":
				this.#host.post({ kind: "answer", number: message.number, answer: this.#answer(message.question) });
				return;
		}
		this.#done = message.number;
		this.#soon();
	}

	#type([text, terminal]: readonly unknown[]): void {
		this.#player.type(String(text), typeof terminal === "number" ? terminal : undefined, true);
	}

	#open(message: Extract<ToWorker, { kind: "open" }>): void {
		this.#endSearch();
		this.#endFollow();
		const opened = ++this.#opened;
		this.#early = message.toEnd && isAtShell(message.work) ? "" : null;
		this.#needsBin = needsUserland(message.work);
		if (this.#bin !== null || !this.#needsBin) {
			this.#openNow(message);
			return;
		}
		this.#player.close();
		this.#store.setState({ busy: true });
		import("../../userland/index.ts").then(
			({ createUserland, sourceText }) => {
				this.#bin ??= { userland: createUserland(), sourceText };
				if (opened !== this.#opened) return;
				this.#store.setState({ busy: false });
				this.#openNow(message);
			},
			() => {
				if (opened !== this.#opened) return;
				const notice = "The programs of /bin could not be loaded. Check the connection, then try again.";
				this.#store.setState({ busy: false, notice });
			},
		);
	}

	#openNow({ work, step, decisions, toEnd }: Extract<ToWorker, { kind: "open" }>): void {
		this.#shell = isAtShell(work);
		this.#first = work.options.shell === true ? "sh" : null;
		this.#stoodIn = [];
		const lesson = lessonOf(work);
		this.#toEnd = toEnd && !this.#shell;
		this.#trace = null;
		for (const key of MIRRORED) this.#changed.add(key);
		const at = (to: number) =>
			({ page: "lesson", id: lesson.id, step: to, knobs: {}, lets: [], run: null }) as const;
		const ready = { own: {}, questions: async () => ({}) };
		this.#player.open(lesson, ready, at(step), decisions);
		// Who comes as a guest logs in where the run stands, which may be over before.
		const here = this.#player.timeline?.position ?? null;
		if (work.options.login === true && here !== null && !decisions.some(isLogin)) {
			this.#player.open(lesson, ready, at(here), [...decisions, { at: here, kind: "login" }]);
		}
		const { timeline } = this.#player;
		const rests = timeline !== null && isAtRest(timeline.computer);
		if (this.#shell && toEnd && rests) {
			this.#player.stop();
			this.#asks();
		} else if (this.#shell && toEnd) this.#followOn();
		else if (!this.#store.getState().busy) this.#arrived();
	}

	/** Programs with those of /bin beside them; at the shell, that runs first. */
	readonly #build: BuildPrograms = (programs, options) => {
		const { diagnostics, software } = build(programs, options);
		if (software === null || this.#bin === null || !this.#needsBin) return { diagnostics, software };
		const first = this.#first === null ? software.first : nameInBin(software, this.#first);
		return { diagnostics, software: { ...software, first, userland: this.#bin.userland } };
	};

	/** Why the run stands still, or ended badly. */
	readonly #reason = (timeline: Timeline): Diagnosis | null => {
		const { knobs, lesson, programs } = this.#store.getState();
		const diagnosis = reasonAt(timeline);
		if (lesson === null || this.#shell) return diagnosis;
		return this.#memory.complete(timeline, diagnosis, runOfLesson(lesson, knobs, programs));
	};

	readonly #memory = new MemoryReasons((programs, options) => this.#build(programs, options));

	// ---- a session at the shell ----

	/** From the line typed last before the position to the next one. */
	#partOf({ history, scene }: SessionState): Part {
		const length = history?.length ?? 0;
		const here = Math.min(scene?.step ?? 0, length);
		const typed = this.#player.decisions.flatMap(({ at, kind }) => (kind === "run" ? [] : [at]));
		const from = Math.max(0, ...typed.filter((at) => at < here));
		const to = Math.min(length, ...typed.filter((at) => at >= here));
		return { from, to };
	}

	/** The shell is not there yet: what is typed would be another's. */
	#isBeforeLogin(): boolean {
		const { decisions, timeline } = this.#player;
		const login = decisions.find(isLogin);
		return login !== undefined && timeline !== null && timeline.position <= login.at;
	}

	/** Keeps a line for the first prompt; keys that end or stop something are for who runs now. */
	#isEarly(text: string): boolean {
		if (this.#early === null) return false;
		this.#early += text;
		if (["\u0003", "\u001a"].some((key) => text.includes(key)) && this.#player.timeline !== null)
			this.#asks();
		return true;
	}

	/** Somebody waits for the keyboard: what was typed before goes there now. */
	#asks(): void {
		const typed = this.#early;
		this.#early = null;
		if (!typed) return;
		this.#endFollow();
		this.#type([typed]);
		this.#followOn();
	}

	#followOn(): void {
		this.#follow = new Follow(this.#player, this.#host.clock, {
			asks: () => this.#asks(),
			tired: () => {
				this.#store.setState({ notice: "It goes on and on. Ctrl-C ends what runs in the foreground." });
			},
		});
		this.#follow.go();
	}

	#endFollow(): void {
		this.#follow?.end();
		this.#follow = null;
	}

	#atEnd(): boolean {
		const { timeline } = this.#player;
		return timeline !== null && timeline.position >= timeline.length;
	}

	/** The run is known to its end. */
	#arrived(): void {
		if (!this.#toEnd || !(this.#player.timeline?.complete ?? false)) return;
		this.#toEnd = false;
		this.#player.last();
	}

	// ---- searching ----

	#search(goal: Goal): void {
		this.#endSearch();
		this.#toEnd = false;
		const { timeline } = this.#player;
		if (timeline === null) return;
		this.#player.pause();
		const search = new Search(timeline, goal);
		const go = (): void => {
			const found = search.go();
			if (found === null) {
				this.#stopSearch = this.#host.clock.after(0, go);
				return;
			}
			this.#endSearch();
			const ended = timeline.position >= timeline.length;
			this.#player.goTo(found === "end" ? timeline.length : found);
			if (found === "end" && !ended) this.#store.setState({ notice: missed(goal) });
		};
		this.#searching = true;
		this.#soon();
		go();
	}

	#endSearch(): void {
		this.#stopSearch?.();
		this.#stopSearch = null;
		if (!this.#searching) return;
		this.#searching = false;
		this.#soon();
	}

	// ---- telling the page ----

	/** One message for all that changes in one task. */
	#soon(): void {
		if (this.#flushes) return;
		this.#flushes = true;
		queueMicrotask(() => {
			this.#flushes = false;
			this.#flush();
		});
	}

	#flush(): void {
		const state = this.#store.getState();
		if (this.#changed.has("scene") && this.#meetFiles(state)) this.#changed.add("programs");
		const part = this.#shell ? this.#partOf(state) : null;
		if (part?.from !== this.#part?.from || part?.to !== this.#part?.to) this.#changed.add("history");
		this.#part = part;
		const told: Record<string, unknown> = { searching: this.#searching, traced: this.#known() };
		for (const key of this.#changed) {
			if (key === "history" && this.#restsHistory()) continue;
			this.#changed.delete(key);
			told[key] =
				key === "scene"
					? state.scene && portableScene(state.scene, part)
					: key === "history"
						? state.history && packHistory(state.history, part ?? undefined)
						: key === "programs"
							? [...state.programs, ...this.#stoodIn]
							: state[key];
		}
		this.#host.post({ kind: "state", state: told as Partial<MirroredState>, done: this.#done });
	}

	/** Notes the files of /bin in which somebody stands for the first time; whether there are any. */
	#meetFiles({ scene }: SessionState): boolean {
		const known = new Set(this.#stoodIn.flatMap(({ files }) => files.map(({ path }) => path)));
		const before = this.#stoodIn;
		for (const { file } of scene?.places.values() ?? []) {
			if (known.has(file)) continue;
			const found = this.#bin?.sourceText(file);
			if (found === undefined) continue;
			known.add(file);
			this.#stoodIn = [...this.#stoodIn, { name: file, files: [{ path: file, text: found }] }];
		}
		return before !== this.#stoodIn;
	}

	/** Lanes of a run that goes on are sent now and then; those of one that has ended at once. */
	#restsHistory(): boolean {
		const { clock } = this.#host;
		const left = this.#historySent + HISTORY_REST - clock.now();
		if (!this.#store.getState().busy || left <= 0) {
			this.#historySent = clock.now();
			return false;
		}
		if (!this.#historyWaits) {
			this.#historyWaits = true;
			clock.after(left, () => {
				this.#historyWaits = false;
				this.#soon();
			});
		}
		return true;
	}

	#known(): number {
		const index = this.#player.timeline?.index;
		if (index === undefined) return 0;
		if (this.#trace?.index !== index) this.#trace = new TraceList(index);
		return this.#trace.length;
	}

	// ---- questions ----

	#answer(question: Question): Answers[keyof Answers] {
		const { timeline } = this.#player;
		switch (question.of) {
			case "transcript":
				return timeline === null ? [] : transcriptOf(timeline, timeline.length);
			case "cure":
				return this.#cure();
			case "decisions":
				return this.#player.decisions;
			case "objects":
				return this.#look(question.pid);
			case "memory":
				return timeline?.bytes ?? 0;
			case "judgement":
				return tryText(build, question.lesson, question.fix, question.text);
			case "exercise-cure":
				return cureOfExercise(build, question.lesson, question.fix, question.text);
			case "lesson-cure": {
				const run = runOfLesson(question.lesson, question.knobs, question.programs);
				return cureOfRun(build, run, question.decisions, question.step);
			}
			case "diagnostics":
				return build(question.programs, { define: {} }).diagnostics;
			case "trace":
				if (timeline === null || this.#trace === null) return { from: 0, lines: [], here: -1 };
				return this.#trace.window(timeline, question.from, question.count);
		}
	}

	#cure(): Answers["cure"] {
		const { knobs, lesson, programs } = this.#store.getState();
		const { timeline } = this.#player;
		if (lesson === null || timeline === null) return null;
		const run = runOfLesson(lesson, knobs, programs);
		return cureAt(timeline, run.programs, run.options, build);
	}

	#look(pid: Pid): Answers["objects"] {
		const { processors } = (this.#player.timeline?.computer ?? {}) as Partial<Computer>;
		return processors?.get(pid)?.look() ?? null;
	}
}

function isLogin({ kind }: Decision): boolean {
	return kind === "login";
}

function missed(goal: Goal): string {
	if (goal.kind === "reach") return "The run does not come there any more. This is its end.";
	return "The process never comes to such a line any more. This is the end of the run.";
}
