// The book for the bundler: `virtual:book` is the contents, and every lesson is a module of its own, loaded when opened.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { bundle } from "../../scripts/run-ts.mjs";
import { formatDiagnostic } from "../base/index.ts";
import { type Book, readBook } from "./format/index.ts";
import type { BookFiles } from "./format/source.ts";
import type { Lesson } from "./lesson.ts";
import type { prebuild as Prebuild } from "./prebuild.ts";

/** The compiler reads its headers through the bundler, so it is bundled before it is used here. */
let prebuilder: Promise<{ prebuild: typeof Prebuild }> | null = null;

const CONTENTS = "virtual:book";
const LESSON = "virtual:lesson/";
/** The programs of a lesson's questions: they come when the first is answered. */
const QUESTIONS = "virtual:questions/";
const OURS = [CONTENTS, LESSON, QUESTIONS];

/** Reads the book in `src/lessons/book`; a lesson that cannot be read stops the build with its place. */
export function book(): Plugin {
	let folder = "";
	let files: BookFiles = new Map();
	let known: Book | null = null;
	const read = (): Book => {
		if (known === null) {
			files = bookFiles(folder);
			known = readBook(files);
		}
		return known;
	};
	return {
		name: "book",
		configResolved({ root }) {
			folder = resolve(root, "src/lessons/book");
		},
		resolveId(id) {
			return OURS.some((own) => id.startsWith(own)) ? `\0${id}` : undefined;
		},
		load(id) {
			if (!OURS.some((own) => id.startsWith(`\0${own}`))) return undefined;
			const { chapters, lessons, diagnostics } = read();
			for (const path of files.keys()) this.addWatchFile(resolve(folder, path));
			if (diagnostics.length > 0) {
				this.error(diagnostics.map((one) => formatDiagnostic(one, (path) => files.get(path))).join("\n"));
			}
			if (id === `\0${CONTENTS}`) return contentsModule(chapters, [...lessons.keys()]);
			const ofQuestions = id.startsWith(`\0${QUESTIONS}`);
			const lesson = lessons.get(id.slice((ofQuestions ? QUESTIONS : LESSON).length + 1))?.lesson;
			if (lesson === undefined) return undefined;
			return ofQuestions ? questionsModule(lesson) : lessonModule(lesson);
		},
		hotUpdate({ file }) {
			if (!file.replaceAll("\\", "/").startsWith(`${folder.replaceAll("\\", "/")}/`)) return;
			known = null;
			const { moduleGraph } = this.environment;
			for (const [id, module] of moduleGraph.idToModuleMap) {
				if (OURS.some((own) => id.startsWith(`\0${own}`))) moduleGraph.invalidateModule(module);
			}
			this.environment.hot.send({ type: "full-reload" });
			return [];
		},
	};
}

/** The lesson and the programs of its own run, compiled: a module of plain data. */
async function lessonModule(lesson: Lesson): Promise<string> {
	const { makesLateCalls, mayBeRefused, own } = await prebuiltOf(lesson);
	const doors = makesLateCalls || mentionsLate(lesson) ? CHANNELS : mayBeRefused ? FAILURES : "";
	const questions = `() => import(${JSON.stringify(QUESTIONS + lesson.id)}).then(({ programs }) => programs)`;
	return `${doors}export const lesson = ${JSON.stringify(lesson)};
export const programs = { own: ${parsed(own)}, questions: ${questions} };`;
}

async function questionsModule(lesson: Lesson): Promise<string> {
	return `export const programs = ${parsed((await prebuiltOf(lesson)).questions)};`;
}

async function prebuiltOf(lesson: Lesson): Promise<ReturnType<typeof Prebuild>> {
	prebuilder ??= bundle("src/lessons/prebuild.ts").then((path) => import(pathToFileURL(path).href));
	return (await prebuilder).prebuild(lesson);
}

/** With a lesson whose programs need it comes what few programs need. */
const CHANNELS = 'import "/src/views/channels.ts";\n';
/** With one whose programs name files or processes, why a call fails. */
const FAILURES = 'import "/src/explain/failures.ts";\n';
const HEADERS =
	/#\s*include\s*[<"](?:complex|math|mqueue|mailbox|tgmath|sys\/msg|sys\/socket|sys\/un)\.h[>"]/;

/** Real numbers that a program may hold without computing with them. */
const REALS =
	/\b(?:double|float|difftime|(?:str|wcs)to(?:d|f|ld)|atof|[de]rand48|getloadavg|q?[efg]cvt)\b|%[-+#0-9.*']*[lL]?[aefgAEFG]\b/;

/** Needs that no function's name tells: words for channels, names below /proc, random devices, flags of open, what a handler is shown, locks that fcntl places. */
function mentionsLate(lesson: Lesson): boolean {
	const text = JSON.stringify(lesson).replaceAll('\\"', '"');
	return (
		HEADERS.test(text) ||
		/"\/(?:proc|dev\/(?:fd|std\w+|u?random))\b/.test(text) ||
		/\b(?:O_PATH|O_TMPFILE|SA_SIGINFO)\b/.test(text) ||
		REALS.test(text) ||
		/\bF_(?:OFD_)?[GS]ETLKW?\b|\blockf\(/.test(text)
	);
}

/** Browsers read JSON faster than JavaScript. */
function parsed(value: unknown): string {
	return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

function contentsModule(chapters: Book["chapters"], ids: readonly string[]): string {
	const loaders = ids.map((id) => {
		const name = JSON.stringify(id);
		return `${name}: () => import(${JSON.stringify(LESSON + id)})`;
	});
	return `export const chapters = ${JSON.stringify(chapters)};\nexport const lessons = {${loaders.join(",\n")}};`;
}

/** Every file below `folder` that belongs to the book: Markdown, C, and what was recorded of Linux. */
export function bookFiles(folder: string): BookFiles {
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => /\.(md|c|h|json)$/.test(path))
		.sort();
	return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
