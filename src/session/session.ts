// The session: what a page sees and what it can ask for. Clock, storage and compiler are passed in.
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Decision } from "../computer/index.ts";
import type { LessonAddress } from "./address.ts";
import { Player, type SessionOptions } from "./player.ts";
import { startKnobs } from "./run.ts";
import type { SessionActions, SessionState } from "./state.ts";
import { loadProgress, type Progress } from "./storage.ts";

export interface Session {
	readonly store: StoreApi<SessionState>;
	readonly actions: SessionActions;
	/** The address of what is shown, or null when no lesson is open. */
	address(): LessonAddress | null;
	/** What makes the run that is shown another than the one as it comes. */
	decisions(): readonly Decision[];
	/** Keeps at once what would be kept soon: the page is about to go. */
	flush(): void;
}

export function createSession(options: SessionOptions): Session {
	const store = createStore<SessionState>(() => emptyState(loadProgress(options.storage)));
	const player = new Player(store, options);
	return {
		store,
		actions: actionsOf(store, player),
		address: () => player.address(),
		decisions: () => player.decisions,
		flush: () => player.save(),
	};
}

/** Milliseconds after the last key in which what is written is kept. */
const WRITING_REST = 300;

/** A page on which no lesson is open. */
export function emptyState(progress: Progress): SessionState {
	return {
		lesson: null,
		programs: [],
		run: null,
		knobs: {},
		diagnostics: [],
		scene: null,
		history: null,
		branches: [],
		branch: 0,
		choices: [],
		gate: null,
		held: false,
		playing: false,
		speed: 1,
		unit: "event",
		busy: false,
		notice: null,
		progress,
		fixResults: {},
		remembers: true,
	};
}

/** What can be asked of a player. */
export function actionsOf(store: StoreApi<SessionState>, player: Player): SessionActions {
	return {
		open: (lesson, programs, address) => player.open(lesson, programs, address),
		close: () => player.close(),
		seek: (step) => player.goTo(step),
		forward: (unit) => player.forward(unit ?? store.getState().unit),
		back: (unit) => player.back(unit ?? store.getState().unit),
		first: () => player.goTo(0),
		last: () => player.last(),
		play: () => player.play(),
		pause: () => player.pause(),
		setSpeed: (speed) => store.setState({ speed }),
		setUnit: (unit) => store.setState({ unit }),
		playTo: (moment) => player.playTo(moment),
		jumpTo: (moment) => player.jumpTo(moment),
		setKnob: (name, value) => player.setKnobs({ ...store.getState().knobs, [name]: value }),
		resetKnobs: () => player.setKnobs(startKnobs(store.getState().lesson)),
		commit: (question, answer) => player.commit(question, answer),
		showRun: (id) => player.showRun(id),
		letRun: (pid) => player.letRun(pid),
		switchBranch: (id) => player.switchBranch(id),
		type: (text, terminal) => player.type(text, terminal),
		endInput: () => player.endInput(),
		stop: () => player.stop(),
		arrange: (fix, placement) =>
			player.keep((own) => ({ ...own, fixes: { ...own.fixes, [fix]: copy(placement) } })),
		tryFix: (fix) => player.tryFix(fix),
		write: (fix, text) =>
			player.keep((own) => ({ ...own, texts: { ...own.texts, [fix]: text } }), WRITING_REST),
		judged: (fix, result) => player.judged(fix, result),
		dismiss: () => store.setState({ notice: null }),
		transcript: () => player.transcript(),
	};
}

function copy(placement: { readonly [place: string]: readonly string[] }): { [place: string]: string[] } {
	return Object.fromEntries(Object.entries(placement).map(([place, pieces]) => [place, [...pieces]]));
}
