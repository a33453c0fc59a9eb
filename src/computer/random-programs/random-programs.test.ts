// Random programs against Linux: what each printed there is recorded, and the program is made again from its seed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Hash } from "../../base/index.ts";
import { laws } from "../../kernel/index.ts";
import { kinds, type Ran, runHere, smaller } from "./index.ts";

/** Written by `npm run check:linux -- --record`. */
interface Recorded {
	/** Of all the programs' texts: other programs have other answers. */
	readonly programs: number;
	/** From seed 1 on. */
	readonly answers: readonly Ran[];
}

describe.each(Object.values(kinds))(
	"random programs over $name",
	({ program, record, recorded, texts, user }) => {
		const { answers, programs }: Recorded = JSON.parse(
			readFileSync(join(import.meta.dirname, record), "utf8"),
		);

		test("the record is of these programs", () => {
			const hash = new Hash();
			for (const seed of answers.keys()) hash.text(texts.one(program(seed + 1)));
			expect(answers.length).toBe(recorded);
			expect(hash.digest(), "npm run check:linux -- --record").toBe(programs);
		});

		test.each(answers.map((linux, i) => [i + 1, linux] as const))("seed %i: as on Linux", (seed, linux) => {
			const text = texts.one(program(seed));
			const here = runHere(text, user, ({ kernel }) => {
				const broken = laws(kernel);
				if (broken.length > 0) expect(broken).toEqual([]);
			});
			expect(here, text.slice(text.indexOf("\nint main("))).toEqual(linux);
		});

		test("the programs come to many errors", () => {
			const met = new Set(answers.flatMap(({ stdout }) => stdout.match(/\bE[A-Z0-9]{3,}\b|SIGPIPE/g) ?? []));
			expect([...(ERRORS[record] as string[])].filter((word) => !met.has(word))).toEqual([]);
		});
	},
);

const ERRORS: { readonly [record: string]: readonly string[] } = {
	"linux.json": ["EAGAIN", "EBADF", "EPIPE", "ENOENT", "EEXIST", "EINVAL", "ESPIPE", "ECHILD", "EISDIR"],
	"linux-sockets.json": [
		"EPIPE",
		"ECONNRESET",
		"ECONNREFUSED",
		"EPROTOTYPE",
		"EISCONN",
		"EMSGSIZE",
		"ENOTCONN",
		"SIGPIPE",
	],
	"linux-messages.json": [
		"EACCES",
		"EAGAIN",
		"EBUSY",
		"EEXIST",
		"EIDRM",
		"EINTR",
		"EINVAL",
		"EMSGSIZE",
		"ENOMSG",
		"ENXIO",
		"EPERM",
		"ETIMEDOUT",
	],
};

test("a smaller program has fewer statements, and some are left", () => {
	const { program, texts } = kinds.calls;
	const count = (text: string) => text.split("\n").length;
	const whole = program(3);
	const candidates = smaller({ ...whole, end: "return 0;" });
	expect(candidates.length).toBeGreaterThan(20);
	for (const candidate of candidates)
		expect(count(texts.one(candidate))).toBeLessThan(count(texts.one(whole)));
});
