// The page's side of the playground: a session like any other to the views, whose work is done in a worker.
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Decision } from "../../computer/index.ts";
import type { LessonProgram } from "../../lessons/index.ts";
import { emptyState, type Session } from "../session.ts";
import type { Clock, SessionActions, SessionState } from "../state.ts";
import type { ActionName, Answers, FromWorker, MirroredState, Question, ToWorker } from "./messages.ts";
import { unpackHistory } from "./portable.ts";
import type { Goal } from "./stops.ts";
import type { Work } from "./work.ts";

/** A worker, as far as it matters here. */
export interface Connection {
	post(message: ToWorker): void;
	close(): void;
}

export interface ClientOptions {
	readonly clock: Clock;
	/** Starts a worker that answers to `hear`; `fail` when it breaks. */
	connect(hear: (message: FromWorker) => void, fail: () => void): Connection;
}

/** What the page knows besides the session's own state. */
export interface RemoteState {
	/** Lines of the trace known so far. */
	readonly traced: number;
	readonly searching: boolean;
	/** The work whose run is shown, or null. */
	readonly shown: Work | null;
	/** When the worker was asked for something that it has not done yet, in milliseconds; null: nothing is outstanding. */
	readonly since: number | null;
}

/** A worker that does not answer a stop for so many milliseconds is ended. */
const PATIENCE = 1_500;
/** Compiling takes no longer, in milliseconds, unless the program is made to. */
const MOST_COMPILING = 10_000;

/** What the page may ask, and with how many arguments: a button hands over its event too, which cannot cross. */
const ACTIONS: { readonly [name in ActionName]: number } = {
	close: 0,
	seek: 1,
	forward: 1,
	back: 1,
	first: 0,
	last: 0,
	play: 0,
	pause: 0,
	setSpeed: 1,
	setUnit: 1,
	playTo: 1,
	jumpTo: 1,
	setKnob: 2,
	resetKnobs: 0,
	commit: 2,
	showRun: 1,
	letRun: 1,
	switchBranch: 1,
	type: 2,
	endInput: 0,
	stop: 0,
	arrange: 2,
	tryFix: 1,
	write: 2,
	judged: 2,
	dismiss: 0,
};

export class RemoteSession {
	readonly session: Session;
	readonly state: StoreApi<RemoteState> = createStore(() => ({
		traced: 0,
		searching: false,
		shown: null,
		since: null,
	}));
	readonly #options: ClientOptions;
	readonly #store: StoreApi<SessionState>;
	#worker: Connection | null = null;
	/** What was typed before the first work was opened. */
	#early: (readonly unknown[])[] = [];
	#number = 0;
	#done = 0;
	/** Questions count by themselves: an answer says nothing of how far the worker is with what it was told to do. */
	#asked = 0;
	/** The newest place asked for while the one before it is not reached yet. */
	#seek: { readonly sent: number; wanted: number | null } | null = null;
	readonly #questions = new Map<number, (answer: never) => void>();
	#stopWaiting: (() => void) | null = null;

	constructor(options: ClientOptions) {
		this.#options = options;
		this.#store = createStore<SessionState>(() => emptyState({ version: 1, lessons: {} }));
		const actions = Object.fromEntries(
			Object.entries(ACTIONS).map(([name, arity]) => [
				name,
				(...args: unknown[]) => this.#act(name as ActionName, args.slice(0, arity)),
			]),
		) as unknown as SessionActions;
		this.session = {
			store: this.#store,
			actions: {
				...actions,
				open: () => {},
				seek: (step) => this.#seekTo(step),
				stop: () => this.stop(),
				transcript: () => this.ask({ of: "transcript" }, "transcript").then((told) => told ?? []),
			},
			address: () => null,
			decisions: () => [],
			flush: () => {},
		};
	}

	/** Builds the work and shows its run from `step` on, or its end once it is known. */
	open(
		work: Work,
		place: { readonly step: number; readonly decisions: readonly Decision[] },
		toEnd: boolean,
	): void {
		this.state.setState({ shown: work });
		this.#store.setState({ busy: true, notice: null });
		this.#post({ kind: "open", number: 0, work, ...place, toEnd });
		for (const args of this.#early.splice(0)) this.#act("type", args);
	}

	search(goal: Goal): void {
		this.#post({ kind: "search", number: 0, goal });
	}

	/** null when the worker has been ended in the meantime. */
	ask<K extends keyof Answers>(question: Question & { of: K }, _: K): Promise<Answers[K] | null> {
		return new Promise((resolve) => {
			const number = ++this.#asked;
			this.#questions.set(number, resolve as (answer: never) => void);
			this.#connected().post({ kind: "ask", number, question });
		});
	}

	/** Stops whatever is going on; a worker that does not listen is ended. */
	stop(): void {
		if (this.#worker === null) return;
		this.#act("stop", []);
		this.#stopWaiting?.();
		const number = this.#number;
		this.#stopWaiting = this.#options.clock.after(PATIENCE, () => {
			if (this.#done >= number) return;
			this.#end("The run was stopped. Press Run to begin anew.");
		});
	}

	/** Lets the worker go. */
	close(): void {
		this.#stopWaiting?.();
		this.#worker?.close();
		this.#worker = null;
		for (const answer of this.#questions.values()) answer(null as never);
		this.#questions.clear();
	}

	#end(notice: string): void {
		this.close();
		this.#done = this.#number;
		this.#seek = null;
		this.state.setState({ since: null, searching: false });
		this.#store.setState({ busy: false, playing: false, notice });
	}

	#act(name: ActionName, args: readonly unknown[]): void {
		if (name === "type" && this.state.getState().shown === null) this.#early.push(args);
		if (this.#worker === null && name !== "close") return;
		if (name === "dismiss") this.#store.setState({ notice: null });
		this.#post({ kind: "act", number: 0, name, args });
	}

	/** While the worker is on its way to one place, only the newest wish for another is kept. */
	#seekTo(step: number): void {
		if (this.#seek !== null) {
			this.#seek.wanted = step;
			return;
		}
		this.#act("seek", [step]);
		if (this.#worker !== null) this.#seek = { sent: this.#number, wanted: null };
	}

	#post(message: ToWorker): void {
		const number = ++this.#number;
		if (this.state.getState().since === null) this.state.setState({ since: this.#options.clock.now() });
		this.#connected().post({ ...message, number });
	}

	#connected(): Connection {
		this.#worker ??= this.#options.connect(
			(message) => this.#hear(message),
			() =>
				this.#end("The computer behind this page has stopped. Your text is kept; press Run to begin anew."),
		);
		return this.#worker;
	}

	#hear(message: FromWorker): void {
		if (message.kind === "answer") {
			this.#questions.get(message.number)?.(message.answer as never);
			this.#questions.delete(message.number);
			return;
		}
		this.#done = Math.max(this.#done, message.done);
		const { traced, searching, history, ...state } = message.state;
		this.#store.setState({ ...state, ...unpacked(history) });
		const idle = this.#done >= this.#number && searching !== true && !this.#store.getState().busy;
		this.state.setState({
			traced: traced ?? this.state.getState().traced,
			searching: searching ?? false,
			...(idle ? { since: null } : {}),
		});
		if (this.#seek === null || this.#done < this.#seek.sent) return;
		const { wanted } = this.#seek;
		this.#seek = null;
		if (wanted !== null) this.#seekTo(wanted);
	}
}

function unpacked(history: MirroredState["history"] | undefined): Partial<SessionState> {
	if (history === undefined) return {};
	return { history: history === null ? null : unpackHistory(history) };
}

/** Asks a worker of its own what the compiler says; an older question's answer is dropped. */
export class Checker {
	readonly #options: ClientOptions;
	#worker: Connection | null = null;
	#number = 0;
	#answer: ((answer: Answers["diagnostics"] | null) => void) | null = null;
	#stopWaiting: (() => void) | null = null;

	constructor(options: ClientOptions) {
		this.#options = options;
	}

	/** null: something newer was asked, or the compiler did not come to an end. */
	check(programs: readonly LessonProgram[]): Promise<Answers["diagnostics"] | null> {
		this.#answer?.(null);
		this.#stopWaiting?.();
		return new Promise((resolve) => {
			const number = ++this.#number;
			this.#answer = resolve;
			this.#worker ??= this.#options.connect(
				(message) => {
					if (message.kind !== "answer" || message.number !== this.#number) return;
					this.#stopWaiting?.();
					this.#answer?.(message.answer as Answers["diagnostics"]);
					this.#answer = null;
				},
				() => this.close(),
			);
			this.#stopWaiting = this.#options.clock.after(MOST_COMPILING, () => this.close());
			this.#worker.post({ kind: "ask", number, question: { of: "diagnostics", programs } });
		});
	}

	close(): void {
		this.#stopWaiting?.();
		this.#worker?.close();
		this.#worker = null;
		this.#answer?.(null);
		this.#answer = null;
	}
}
