// Random programs over sockets against Linux: what each printed there is recorded, and the program is made again from its seed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { laws } from "../../kernel/index.ts";
import { type Ran, randomSocketProgram, runHere, textOfSocketProgram } from "./index.ts";

/** Written by `npm run check:linux -- --record`. */
const answers: readonly Ran[] = JSON.parse(
	readFileSync(join(import.meta.dirname, "linux-sockets.json"), "utf8"),
);

describe("as on Linux", () => {
	test.each(answers.map((linux, i) => [i + 1, linux] as const))("seed %i", (seed, linux) => {
		const text = textOfSocketProgram(randomSocketProgram(seed));
		const here = runHere(text, ({ kernel }) => {
			const broken = laws(kernel);
			if (broken.length > 0) expect(broken).toEqual([]);
		});
		expect(here, text.slice(text.indexOf("int main(void)"))).toEqual(linux);
	});
});

test("the programs are many, and say much", () => {
	expect(answers.length).toBeGreaterThan(30);
	const words = new Set(answers.flatMap(({ stdout }) => stdout.match(/E[A-Z]{3,}|SIGPIPE/g) ?? []));
	for (const word of ["EPIPE", "ECONNRESET", "ECONNREFUSED", "EPROTOTYPE", "EISCONN", "EMSGSIZE", "SIGPIPE"])
		expect(words).toContain(word);
});
