// What is kept between visits: read and checked, written when it changes, and done without when the browser refuses.
import * as v from "valibot";

/** The little that is asked of a browser's storage. */
export interface Storage {
	read(key: string): string | null;
	/** False when it was not kept: refused, or full. */
	write(key: string, text: string): boolean;
}

interface BrowserStorage {
	getItem(key: string): string | null;
	setItem(key: string, text: string): void;
}

/** Wraps the browser's storage; even touching it may throw, so it is handed over as a question. */
export function browserStorage(ask: () => BrowserStorage): Storage {
	return {
		read(key) {
			try {
				return ask().getItem(key);
			} catch {
				return null;
			}
		},
		write(key, text) {
			try {
				ask().setItem(key, text);
				return ask().getItem(key) === text;
			} catch {
				return false;
			}
		},
	};
}

/** Storage that forgets with the page: for tests, and where nothing may be kept. */
export function passingStorage(): Storage {
	const kept = new Map<string, string>();
	return {
		read: (key) => kept.get(key) ?? null,
		write(key, text) {
			kept.set(key, text);
			return true;
		},
	};
}

const answerSchema = v.object({
	/** Index of the choice in the lesson's order, or null when a number was typed that is none of them. */
	choice: v.nullable(v.number()),
	number: v.nullable(v.number()),
	sure: v.boolean(),
	right: v.boolean(),
});

const lessonSchema = v.object({
	/** Moments of `run` blocks that the reader has come to. */
	reached: v.array(v.string()),
	answers: v.record(v.string(), answerSchema),
	/** By fix: the pieces in each place. */
	fixes: v.record(v.string(), v.record(v.string(), v.array(v.string()))),
	/** By fix: its file as the reader has written it. */
	texts: v.optional(v.record(v.string(), v.string()), {}),
	/** Fixes whose goal was met. */
	fixed: v.array(v.string()),
	step: v.pipe(v.number(), v.integer(), v.minValue(0)),
	done: v.boolean(),
});

const progressSchema = v.object({
	version: v.literal(1),
	lessons: v.record(v.string(), lessonSchema),
});

export type Answer = Readonly<v.InferOutput<typeof answerSchema>>;
export type LessonProgress = Readonly<v.InferOutput<typeof lessonSchema>>;
export type Progress = Readonly<v.InferOutput<typeof progressSchema>>;

export const EMPTY_LESSON: LessonProgress = {
	reached: [],
	answers: {},
	fixes: {},
	texts: {},
	fixed: [],
	step: 0,
	done: false,
};

const KEY = "interprocess.progress";

/** What was kept, or an empty beginning when there is nothing or it is not ours. */
export function loadProgress(storage: Storage): Progress {
	const empty: Progress = { version: 1, lessons: {} };
	const text = storage.read(KEY);
	if (text === null) return empty;
	try {
		const checked = v.safeParse(progressSchema, JSON.parse(text));
		return checked.success ? checked.output : empty;
	} catch {
		return empty;
	}
}

/** False when it could not be kept. */
export function saveProgress(storage: Storage, progress: Progress): boolean {
	return storage.write(KEY, JSON.stringify(progress));
}
