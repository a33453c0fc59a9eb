// The reader's work in the playground: programs and the options of their run. Read from storage and from links, so checked.
import * as v from "valibot";
import { defaultOptions } from "../../computer/index.ts";
import { type Limits, USERS } from "../../kernel/index.ts";
import {
	type Fix,
	type KnobValues,
	type Lesson,
	type LessonKernel,
	type LessonProgram,
	LIMIT_KEYS,
	type LimitKey,
	limitsOf,
	type Placement,
	runOfLesson,
	withPieces,
	withText,
} from "../../lessons/index.ts";
import { PLAYGROUND } from "../reading.ts";

/** What a work may hold at most; a link's text no more letters than `letters`. */
export const MOST = { programs: 8, files: 32, letters: 300_000, steps: 10_000_000, stops: 200 } as const;

export const FILE_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,47}\.[ch]$/;
export const PROGRAM_NAME = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,31}$/;

const fileSchema = v.object({ path: v.pipe(v.string(), v.regex(FILE_NAME)), text: v.string() });

const programSchema = v.object({
	name: v.pipe(v.string(), v.regex(PROGRAM_NAME)),
	files: v.pipe(v.array(fileSchema), v.minLength(1), v.maxLength(MOST.files)),
});

const stopSchema = v.object({
	file: v.pipe(v.string(), v.regex(FILE_NAME)),
	line: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST.letters)),
});

const optionsSchema = v.object({
	/** Linux's real sizes, or the small ones of the lessons. */
	profile: v.picklist(["lesson", "linux"]),
	/** The limits that are not the profile's. */
	limits: v.partial(
		v.object(
			v.entriesFromList(LIMIT_KEYS, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_048_576))),
		),
	),
	schedule: v.picklist(["round-robin", "run-to-block", "random"]),
	seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0x7fff_ffff)),
	/** As one types them after the program's name. */
	args: v.pipe(v.string(), v.maxLength(4_000)),
	stdin: v.pipe(v.string(), v.maxLength(65_536)),
	/** Standard input is a terminal: more can be typed while it runs. */
	typing: v.boolean(),
	/** Standard output is a terminal; else it is a file, and stdio keeps what is printed until its buffer is full. */
	terminal: v.boolean(),
	maxSteps: v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(MOST.steps)),
	/** The user the run belongs to, a name of the kernel's `USERS`; left out: the usual one. */
	user: v.optional(v.picklist(Object.keys(USERS))),
	/** A person at the shell of the computer, who runs its programs by their names; left out: the first program runs. */
	shell: v.optional(v.boolean()),
	/** The first program runs, and at some step a person logs in beside it: a decision says when. */
	login: v.optional(v.boolean()),
});

const texts = v.record(v.string(), v.pipe(v.string(), v.maxLength(4_000)));

/** What a lesson's computer is, where the options of a work cannot say it. */
const kernelSchema = v.object({
	limits: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_194_304))),
	schedule: v.picklist(["round-robin", "run-to-block", "random"]),
	seed: v.number(),
	stdin: v.nullable(v.pipe(v.string(), v.maxLength(65_536))),
	terminal: v.boolean(),
	user: v.exactOptional(v.picklist(Object.keys(USERS))),
	owners: v.exactOptional(texts),
	args: v.exactOptional(v.pipe(v.array(v.string()), v.maxLength(100))),
	input: v.exactOptional(
		v.object({ ended: v.boolean(), interactive: v.boolean(), attended: v.exactOptional(v.boolean()) }),
	),
	env: v.exactOptional(texts),
});

const workSchema = v.pipe(
	v.object({
		version: v.literal(1),
		title: v.pipe(v.string(), v.maxLength(80)),
		/** The first one is the one that runs; exec finds the others by their names. */
		programs: v.pipe(v.array(programSchema), v.maxLength(MOST.programs)),
		options: optionsSchema,
		kernel: v.optional(kernelSchema),
		/** Where its run is to stop: lines of its files, and system calls by their names. */
		stops: v.optional(
			v.object({
				lines: v.pipe(v.array(stopSchema), v.maxLength(MOST.stops)),
				calls: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z_0-9]{1,32}$/))), v.maxLength(MOST.stops)),
			}),
		),
	}),
	v.check(({ options, programs }) => options.shell === true || programs.length > 0, "there is no program"),
	v.check(({ programs }) => distinct(pathsOf(programs)), "two files have the same name"),
	v.check(({ programs }) => distinct(programs.map(({ name }) => name)), "two programs have the same name"),
);

export type WorkOptions = Readonly<v.InferOutput<typeof optionsSchema>>;
export interface Work {
	readonly version: 1;
	readonly title: string;
	readonly programs: readonly LessonProgram[];
	readonly options: WorkOptions;
	/** The computer of the lesson that it is, to the letter; its options then say no more than how far it runs. */
	readonly kernel?: LessonKernel | undefined;
	readonly stops?: Stops | undefined;
}

/** Breakpoints. */
export interface Stops {
	readonly lines: readonly { readonly file: string; readonly line: number }[];
	readonly calls: readonly string[];
}

export const NO_STOPS: Stops = { lines: [], calls: [] };

/** The reader's own work as it was kept: where its options cannot be read, its programs still can; null: nothing can. */
export function readOwnWork(value: unknown): Work | null {
	const plain = typeof value === "object" && value !== null ? value : {};
	return readWork(value) ?? readWork({ ...plain, title: "Kept", options: START_OPTIONS, stops: undefined });
}

/** The work that a value from outside is, or null. */
export function readWork(value: unknown): Work | null {
	const read = v.safeParse(workSchema, value);
	return read.success ? read.output : null;
}

function pathsOf(programs: readonly LessonProgram[]): string[] {
	return programs.flatMap(({ files }) => files.map(({ path }) => path));
}

/** Characters of all files together. */
export function lettersOf(programs: readonly LessonProgram[]): number {
	return programs.reduce(
		(sum, { files }) => sum + files.reduce((each, { text }) => each + text.length, 0),
		0,
	);
}

function distinct(names: readonly string[]): boolean {
	return new Set(names).size === names.length;
}

export const START_OPTIONS: WorkOptions = {
	profile: "lesson",
	limits: {},
	schedule: "round-robin",
	seed: 1,
	args: "",
	stdin: "",
	typing: false,
	terminal: true,
	maxSteps: 1_000_000,
};

/** One program of one file. */
export function workOf(title: string, text: string, options: Partial<WorkOptions> = {}): Work {
	const programs = [{ name: "main", files: [{ path: "main.c", text }] }];
	return { version: 1, title, programs, options: { ...START_OPTIONS, ...options } };
}

const SHELL_ENV = { PATH: "/bin:/usr/bin", HOME: "/home/student", TERM: "dumb", PS1: "$ " };

/** Nothing but the shell, and a person before it. */
export const SHELL_WORK: Work = {
	version: 1,
	title: "Terminal",
	programs: [],
	options: { ...START_OPTIONS, profile: "linux", typing: true, shell: true, maxSteps: MOST.steps },
};

/** What the reader has made of a lesson's exercises, by exercise. */
interface Kept {
	readonly fixes: { readonly [fix: string]: Placement };
	readonly texts: { readonly [fix: string]: string };
}

/** An exercise's programs as the reader has left them: written by hand, or with the pieces where they lie. */
export function exercisePrograms(lesson: Lesson, fix: Fix, kept: Kept | undefined): readonly LessonProgram[] {
	const text = kept?.texts[fix.id];
	return text === undefined
		? withPieces(lesson, fix, kept?.fixes[fix.id] ?? {})
		: withText(lesson, fix, text);
}

/** A lesson's program with its settings as they stand, to be changed at will. */
export function workOfLesson(lesson: Lesson, knobs: KnobValues, programs: readonly LessonProgram[]): Work {
	const { options } = runOfLesson(lesson, knobs, programs);
	const usual = defaultOptions("lesson").limits;
	const { limits, define, schedule } = options;
	const own = LIMIT_KEYS.flatMap((key) => {
		const value = LIMIT_OF[key](limits);
		return value === LIMIT_OF[key](usual) ? [] : [[key, value] as const];
	});
	return {
		version: 1,
		title: lesson.title,
		programs: inOneFolder(programs).map(({ name, files }) => ({
			name,
			files: files.map(({ path, text }) => ({ path, text: defined(text, define) })),
		})),
		options: {
			...START_OPTIONS,
			limits: Object.fromEntries(own),
			schedule: schedule.kind,
			seed: schedule.seed,
			stdin: lesson.kernel.stdin ?? "",
			terminal: lesson.kernel.terminal,
		},
	};
}

/** A work whose run somebody visits. */
export function visited(work: Work): Work {
	return { ...work, options: { ...work.options, login: true, maxSteps: MOST.steps } };
}

/** A lesson's run step by step as it is there, to be visited. */
export function visitOfLesson(lesson: Lesson, knobs: KnobValues, programs: readonly LessonProgram[]): Work {
	const { limits, schedule } = runOfLesson(lesson, knobs, programs).options;
	const { maxSteps: _, ...own } = lesson.kernel;
	const kernel = { ...own, limits: { ...limits }, schedule: schedule.kind, seed: schedule.seed };
	return visited({ ...workOfLesson(lesson, knobs, programs), kernel });
}

/** The playground has one folder: what lay in `twin/main.c` becomes `main.c`, or `twin-main.c` where there is one. */
function inOneFolder(programs: readonly LessonProgram[]): readonly LessonProgram[] {
	const taken = new Set(programs.flatMap(({ files }) => files.map(({ path }) => path)));
	const named = (path: string): string => {
		const last = path.slice(path.lastIndexOf("/") + 1);
		const name = last === path || !taken.has(last) ? last : path.replaceAll("/", "-");
		taken.add(name);
		return name;
	};
	return programs.map((program) => ({
		...program,
		files: program.files.map(({ path, text }) => ({ path: named(path), text })),
	}));
}

const LIMIT_OF: { readonly [K in LimitKey]: (limits: Limits) => number } = {
	"pipe-capacity": ({ pipePage, pipeSlots }) => pipePage * pipeSlots,
	"pipe-page": ({ pipePage }) => pipePage,
	"pipe-atomic": ({ pipeAtomic }) => pipeAtomic,
	descriptors: ({ descriptors }) => descriptors,
	processes: ({ processes }) => processes,
	queues: ({ queues }) => queues,
	processors: ({ processors }) => processors,
};

/** The text with the values of its `#define`s replaced. */
function defined(text: string, values: { readonly [name: string]: string }): string {
	return text.replace(
		/^([ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+)(\S+)/gm,
		(whole, head: string, name: string) => (Object.hasOwn(values, name) ? `${head}${values[name]}` : whole),
	);
}

/** The work as a lesson without a text: what moves lessons moves it. */
export function lessonOf(work: Work): Lesson {
	const { options, programs, title } = work;
	const { limits } = defaultOptions(options.profile);
	const set: { -readonly [K in keyof Limits]: Limits[K] } = { ...limits };
	for (const key of LIMIT_KEYS) {
		const value = options.limits[key];
		if (value !== undefined) Object.assign(set, limitsOf(key, value, set));
	}
	return {
		id: PLAYGROUND,
		number: "",
		title,
		question: "",
		idea: "",
		minutes: 0,
		chapter: "",
		programs,
		kernel:
			work.kernel === undefined ? kernelOf(options, set) : { ...work.kernel, maxSteps: options.maxSteps },
		knobs: [],
		needs: [],
		cites: [],
		teaches: [],
		show: ["processes", "descriptors", "open-files", "pipes", "queues", "output", "files"],
		blocks: [],
		moments: {},
		terms: [],
	};
}

function kernelOf(options: WorkOptions, limits: Limits): LessonKernel {
	return {
		limits,
		schedule: options.schedule,
		seed: options.seed,
		stdin: options.stdin,
		terminal: options.terminal,
		args: options.shell === true ? ["-i"] : splitArguments(options.args),
		input: { ended: !options.typing, interactive: options.typing, attended: options.shell === true },
		...(options.shell === true ? { env: SHELL_ENV } : {}),
		...(options.user === undefined ? {} : { user: options.user }),
		maxSteps: options.maxSteps,
	};
}

/** Splits a line into words as a shell does: quotes and backslashes keep blanks together. */
export function splitArguments(line: string): string[] {
	const words: string[] = [];
	for (const [word] of line.matchAll(/(?:"(?:\\[\s\S]|[^"\\])*"?|'[^']*'?|\\[\s\S]?|[^\s"'\\])+/g)) {
		words.push(
			word.replace(
				/"((?:\\[\s\S]|[^"\\])*)"?|'([^']*)'?|\\([\s\S]?)/g,
				(_, double?: string, single?: string, escaped?: string) =>
					double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? escaped ?? "",
			),
		);
	}
	return words;
}

/** Whether a person is to come before the shell of it. */
export function isAtShell({ options }: Pick<Work, "options">): boolean {
	return options.shell === true || options.login === true;
}

const NEEDS_BIN = /\b(?:exec[lv]|system|popen|posix_spawn)|\/bin\b/;

/** Whether a work can come to the programs of /bin, as far as its text tells. */
export function needsUserland({ options, programs }: Work): boolean {
	return (
		isAtShell({ options }) || programs.some(({ files }) => files.some(({ text }) => NEEDS_BIN.test(text)))
	);
}
