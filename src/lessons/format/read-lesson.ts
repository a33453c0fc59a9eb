// One lesson's folder made a Lesson, with the list of what it asserts.
import type { Moment } from "../../timeline/index.ts";
import { parseMoment } from "../../timeline/proof.ts";
import type { Block, Explored, KeptRoom, Lesson, LessonProgram, LessonRef, Term } from "../lesson.ts";
import { splitLesson } from "./blocks.ts";
import type { Check } from "./checks.ts";
import { type Entry, Fields } from "./fields.ts";
import { readKernel } from "./kernel-keys.ts";
import { readKnobs, SIZES } from "./knobs.ts";
import { manPages } from "./man-pages.ts";
import { Folder } from "./programs.ts";
import { Prose } from "./prose.ts";
import { readBlock, readParts } from "./read-blocks.ts";
import { DEFAULT_RUN, type Reading } from "./reading.ts";
import type { BookFiles, Field, Problems } from "./source.ts";

/** What a lesson needs to know of the rest of the book. */
export interface Surroundings {
	readonly files: BookFiles;
	readonly number: string;
	readonly chapter: string;
	readonly lessons: ReadonlySet<string>;
	readonly glossary: readonly Term[];
	readonly notes: ReadonlyMap<string, string>;
}

export interface LessonRead {
	readonly lesson: Lesson;
	readonly checks: readonly Check[];
	/** Other programs, by the names of `variants:`. */
	readonly variants: ReadonlyMap<string, readonly LessonProgram[]>;
}

/** Reads the lesson in the folder `id`; what is wrong with it goes to `problems`. */
export function readLesson(id: string, around: Surroundings, problems: Problems): LessonRead | null {
	const file = `${id}/lesson.md`;
	const text = around.files.get(file);
	if (text === undefined) return null;
	const { front, blocks: raw } = splitLesson(file, text, problems);
	const folder = new Folder(id, around.files);
	const terms = new Set(around.glossary.map((term) => term.id));
	const prose = new Prose({ folder, terms, lessons: around.lessons }, problems);
	const programs = folder.programs(front.entries("programs"), problems);
	if (programs.length === 0)
		problems.error(front.span, "'programs' is missing", "programs: { writer: main.c }");
	const kernel = readKernel(tableOf(front, "kernel", problems), problems);
	const knobs = readKnobs(front, kernel, programs, problems);
	const { variants, rooms } = readVariants(front, folder, problems);
	const reading: Reading = {
		folder,
		prose,
		problems,
		programs,
		variants,
		rooms,
		knobs,
		notes: around.notes,
		checks: [],
		ids: new Set(),
	};
	const review = front.yes("review");
	const room = readRoom(tableOf(front, "room", problems));
	const ref = readRef(id, around.number, front, problems);
	const lists = readLists(front, around, problems);
	const showsSmallPipe =
		lists.show.includes("pipes") && room?.pipes !== 0 && kernel.limits.pipeSlots !== undefined;
	front.close();
	const blocks = raw.flatMap((block) => readBlock(block, reading) ?? []);
	const bounds = readBounds(folder.text("explored.json"));
	folder.close(problems);
	addLinked(reading);
	return {
		checks: reading.checks,
		variants: reading.variants,
		lesson: {
			...ref,
			...lists,
			chapter: around.chapter,
			...(room === null ? {} : { room }),
			...(review ? { review } : {}),
			programs,
			kernel,
			knobs: showsSmallPipe ? [...knobs, SIZES] : knobs,
			blocks: blocks.map((block) => withBound(block, bounds)),
			moments: momentsOf(reading.checks),
			terms: around.glossary.filter((term) => prose.linked.terms.has(term.id)),
		},
	};
}

/** Title, question, idea and minutes, for the page of contents. */
function readRef(id: string, number: string, front: Fields, problems: Problems): LessonRef {
	return {
		id,
		number,
		title: front.need("title").value,
		question: readQuestionOf(front, problems),
		idea: front.need("idea", "the lesson in one sentence").value,
		minutes: front.whole("minutes") ?? 5,
	};
}

/** What stands under the title before the lesson is read has to ask, so that it cannot answer. */
function readQuestionOf(front: Fields, problems: Problems): string {
	const { value, span } = front.need("question", "what the lesson is about, without its answer");
	if (value !== "" && !value.endsWith("?"))
		problems.error(span, "'question' must end with a question mark", "question: Who is waiting for whom?");
	return value;
}

function tableOf(front: Fields, key: string, problems: Problems): Fields {
	const value = front.value(key);
	return new Fields(front.entries(key), value?.span ?? front.span, problems);
}

/** `room: { pipes: 2, fifos: 1, racks: 1, places: 3, files: 1 }`: of two pipes one has a name; without `pipes` one is reckoned with. */
function readRoom(fields: Fields): KeptRoom | null {
	const pipes = fields.whole("pipes");
	const fifos = fields.whole("fifos");
	const racks = fields.whole("racks");
	const places = fields.whole("places");
	const files = fields.whole("files");
	fields.close();
	if ([pipes, fifos, racks, places, files].every((each) => each === null)) return null;
	return {
		pipes: pipes ?? 1,
		fifos: fifos ?? 0,
		racks: racks ?? 0,
		places: places ?? 0,
		files: files ?? 0,
	};
}

/** `variants: { recall: { parent: recall/main.c } }`; a table `room` beside the programs is the room that they need. */
function readVariants(
	front: Fields,
	folder: Folder,
	problems: Problems,
): Pick<Reading, "variants" | "rooms"> {
	const variants = new Map<string, readonly LessonProgram[]>();
	const rooms = new Map<readonly LessonProgram[], KeptRoom>();
	for (const { key, value } of front.entries("variants")) {
		if (value.kind !== "map") problems.error(key.span, `the variant '${key.value}' is a table of programs`);
		const entries = value.kind === "map" ? value.entries : [];
		const isRoom = ({ key: name, value: own }: Entry): boolean => name.value === "room" && own.kind === "map";
		const programs = folder.programs(
			entries.filter((entry) => !isRoom(entry)),
			problems,
		);
		variants.set(key.value, programs);
		const own = entries.find(isRoom)?.value;
		const room = own?.kind === "map" ? readRoom(new Fields(own.entries, own.span, problems)) : null;
		if (room !== null) rooms.set(programs, room);
	}
	return { variants, rooms };
}

type Lists = Pick<Lesson, "needs" | "cites" | "teaches" | "show">;

function readLists(front: Fields, around: Surroundings, problems: Problems): Lists {
	const needs = front.words("needs");
	const cites = front.words("cites");
	const teaches = front.words("teaches");
	for (const need of needs) {
		if (!around.lessons.has(need.value))
			problems.unknown(need, "lesson in contents.md called", around.lessons);
	}
	for (const page of cites) {
		if (!manPages.has(page.value)) problems.unknown(page, "man page", manPages);
	}
	for (const statement of teaches) {
		if (!around.notes.has(statement.value)) {
			problems.unknown(statement, "statement in notes.md", around.notes.keys());
		}
	}
	const values = (fields: readonly Field[]): string[] => fields.map((field) => field.value);
	return {
		needs: values(needs),
		cites: values(cites),
		teaches: values(teaches),
		show: readParts(front.words("show"), problems),
	};
}

/** explored.json: how many runs the checker has looked at, by the claim; it keeps the file true. */
function readBounds(text: string | null): { readonly [claim: string]: Explored } {
	return text === null ? {} : (JSON.parse(text) as { [claim: string]: Explored });
}

function withBound(block: Block, bounds: { readonly [claim: string]: Explored }): Block {
	if (block.kind !== "always" && block.kind !== "sometimes") return block;
	return { ...block, explored: bounds[`${block.kind} ${block.claim}`] ?? null };
}

/** What the links of the prose assert: their steps come, their rules exist. */
function addLinked({ prose, checks }: Reading): void {
	for (const moment of prose.linked.steps) checks.push({ kind: "moment", moment, run: DEFAULT_RUN });
	for (const rule of prose.linked.rules) checks.push({ kind: "rule", rule, run: DEFAULT_RUN });
}

/** Read here, so that a page need not know how moments are written; what is none the checker says. */
function momentsOf(checks: readonly Check[]): Lesson["moments"] {
	const moments: { [words: string]: Moment } = {};
	for (const check of checks) {
		if (!("moment" in check)) continue;
		const read = parseMoment(check.moment.value);
		if (read.ok) moments[check.moment.value] = read.value;
	}
	return moments;
}
