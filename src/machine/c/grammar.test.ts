// grammar.md is true: what it says is accepted is accepted without a word, and what it says is refused is refused so.
import { describe, expect, test } from "vitest";
import { declaring } from "../libc/declaring.ts";
import { header, headerNames } from "../libc/index.ts";
import grammar from "./grammar.md?raw";
import { parse } from "./index.ts";

const sources = import.meta.glob(["./*.ts", "!./*.test.ts"], {
	query: "?raw",
	import: "default",
	eager: true,
}) as Readonly<Record<string, string>>;

function diagnosticsOf(text: string) {
	return parse({ path: "main.c", text }, { headers: header, known: headerNames, declaring }).diagnostics;
}

const sections = grammar
	.split(/^## /m)
	.slice(1)
	.map((text) => ({
		title: text.slice(0, text.indexOf("\n")),
		text,
		examples: [...text.matchAll(/```c\n(.*?)```/gs)].map(([, example]) => example!),
	}));
const refused = sections.filter(({ title }) => title === "What is refused");
const warned = sections.filter(({ title }) => title === "What is only warned of");
const accepted = sections.filter((section) => !refused.includes(section) && !warned.includes(section));

describe("is accepted", () => {
	test.each(accepted)("$title", ({ examples }) => {
		expect(examples.length).toBeGreaterThan(0);
		for (const example of examples) {
			expect(diagnosticsOf(example)).toEqual([]);
		}
	});
});

describe("is only warned of", () => {
	test.each(warned.flatMap(({ examples }) => examples))("%s", (example) => {
		const message = /^\/\/ (.*)$/m.exec(example)?.[1] as string;
		const found = diagnosticsOf(example);
		expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
		expect(found.map((each) => each.message).join("\n")).toContain(message);
	});
});

describe("is refused", () => {
	test.each(refused.flatMap(({ examples }) => examples))("%s", (example) => {
		const message = /^\/\/ (.*)$/m.exec(example)?.[1];
		const errors = diagnosticsOf(example).filter(({ severity }) => severity === "error");
		expect(errors[0]).toMatchObject({ message, span: { file: "main.c" } });
		expect(errors[0]!.span!.line).toBeGreaterThan(1);
	});
});

test("every production of the parser is in it", () => {
	const names = Object.entries(sources)
		.filter(([path]) => !/condition|macros|preprocessor/.test(path))
		.flatMap(([, text]) => [...text.matchAll(/^\/\/ ([a-z-]+) = /gm)].map(([, name]) => name!));
	expect(names.length).toBeGreaterThan(40);
	expect(names.filter((name) => !grammar.includes(`\`${name}\``))).toEqual([]);
});
