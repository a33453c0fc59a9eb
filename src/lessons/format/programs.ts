// The C files of a lesson: which programs they make, and the labels in their comments.
import type { LessonProgram } from "../lesson.ts";
import type { Entry, Value } from "./fields.ts";
import type { BookFiles, Field, Problems } from "./source.ts";
import { spanAt } from "./source.ts";

/** `//@ fill`, `//@ name reader`, `//@ place early: before the fork`, on the line they mark. */
export interface Label {
	readonly kind: "label" | "name" | "place";
	readonly name: string;
	/** The words after a place's name. */
	readonly words: string;
	readonly line: number;
	readonly indent: string;
}

export function labelsOf(text: string): Label[] {
	return text.split("\n").flatMap((line, index) => {
		const match = /^([ \t]*)(.*?)\/\/@\s*(?:(name|place)\s+)?([\w-]+)\s*:?\s*(.*?)\s*$/.exec(line);
		if (match === null) return [];
		const [, indent = "", , kind, name = "", words = ""] = match;
		return [{ kind: (kind ?? "label") as Label["kind"], name, words, line: index + 1, indent }];
	});
}

/** The files of one lesson's folder, by their path below it. */
export class Folder {
	readonly path: string;
	readonly #files: BookFiles;
	readonly #used = new Set<string>();

	constructor(path: string, files: BookFiles) {
		this.path = path;
		this.#files = files;
	}

	text(path: string): string | null {
		return this.#files.get(`${this.path}/${path}`) ?? null;
	}

	/** Every path below the folder. */
	paths(): string[] {
		const prefix = `${this.path}/`;
		return [...this.#files.keys()]
			.filter((path) => path.startsWith(prefix))
			.map((p) => p.slice(prefix.length));
	}

	/** A label of a file, for `code:main.c#fill`. */
	label(path: string, name: string): Label | null {
		return (
			labelsOf(this.text(path) ?? "").find((label) => label.kind !== "place" && label.name === name) ?? null
		);
	}

	/** Makes programs of `name: file` or `name: [file, …]`. */
	programs(entries: readonly Entry[], problems: Problems): LessonProgram[] {
		return entries.map(({ key, value }) => ({
			name: key.value,
			files: fileNames(value).flatMap((field) => this.#file(field, problems)),
		}));
	}

	#file(field: Field, problems: Problems): { path: string; text: string }[] {
		const text = this.text(field.value);
		if (text === null) {
			problems.unknown(field, "file in this lesson's folder", this.paths());
			return [];
		}
		this.#used.add(field.value);
		return [{ path: field.value, text }];
	}

	/** Refuses C that no program uses, and labels given twice in one file. */
	close(problems: Problems): void {
		for (const path of this.paths().filter((name) => /\.[ch]$/.test(name))) {
			const place = `${this.path}/${path}`;
			if (!this.#used.has(path) && path.endsWith(".c")) {
				problems.error(spanAt(place, 1), "no program of the lesson uses this file", "name it in lesson.md");
			}
			const seen = new Set<string>();
			for (const { kind, name, line } of labelsOf(this.text(path) ?? "")) {
				const key = kind === "place" ? `place ${name}` : name;
				if (seen.has(key)) problems.error(spanAt(place, line), `the label '${key}' is given twice`);
				seen.add(key);
			}
		}
	}
}

function fileNames(value: Value): Field[] {
	if (value.kind === "text") return [value];
	return value.kind === "list" ? value.items.flatMap((item) => (item.kind === "text" ? [item] : [])) : [];
}
