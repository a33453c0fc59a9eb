// A translation does what the processor's loop does, statement by statement: the same registers, memory and faults.

import { describe, expect, test, vi } from "vitest";
import { draw, nextSeed } from "../../../base/index.ts";
import type { Image } from "../../code/image.ts";
import "../../further.ts";
import { op } from "../opcodes.ts";
import { paired } from "../pairs.ts";
import { createProcessor, type Processor } from "../processor.ts";
import { imageOf, sources, take } from "../testing.ts";
import { hotCode } from "./hot-functions.ts";
import "./index.ts";
import { translate } from "./translate.ts";

const WHOLE = 1_000_000;
/** Words of code that few functions have. */
const SHORT = 40;

/** All functions in one text, each of the program's own in a text of its own, or of longer functions the loops only. */
type Form = "together" | "single" | "loops";
const forms: readonly Form[] = ["together", "single", "loops"];

/** A processor, and one with the same program that runs its translation. */
function both(image: Image, form: Form): readonly [plain: Processor, hot: Processor] {
	const hot = { ...image, code: image.code.slice() };
	const single = image.functions.filter(({ library }) => form === "loops" || !library);
	const groups = form === "together" ? [image.functions] : single.map((one) => [one]);
	for (const group of groups) {
		const translation = translate(hot, group, form === "loops" ? SHORT : WHOLE);
		if (translation !== null) hotCode(hot).enter(translation);
		else expect(form).toBe("loops");
	}
	const begun = { argv: ["p"], envp: [] };
	return [createProcessor(image, begun), createProcessor(hot, begun)];
}

const SMALL = 50;
const LARGE = 30;

/** In pieces of more statements than are interpreted for being few: many small ones, then larger ones. */
function expectSame([plain, hot]: readonly [Processor, Processor]): unknown {
	let seed = 1;
	for (let piece = 0; piece < SMALL + LARGE; piece++) {
		seed = nextSeed(seed);
		const size = 32 + draw(seed, piece < SMALL ? 60 : 4000);
		const end = take(plain, size);
		expect(take(hot, size)).toEqual(end);
		expect([hot.pc(), hot.executed, hot.ticks, hot.fingerprint()]).toEqual([
			plain.pc(),
			plain.executed,
			plain.ticks,
			plain.fingerprint(),
		]);
		if (end !== null) return end;
	}
	return null;
}

test.each(Object.entries(sources))("%s, in pieces", (_, text) => {
	const image = imageOf(text);
	for (const form of forms) expectSame(both(image, form));
});

const loops = (body: string): string => `
	static int table[64]; static char bytes[64]; static long longs[8];
	struct pair { int a; long b; };
	static int twice(int n) { return 2 * n; }
	static int deep(int n) { char room[60000]; room[0] = n; return deep(n + 1) + room[0]; }
	static struct pair make(int n) { struct pair p = { n, -n }; return p; }
	int main(void) {
		int sum = 0;
		int (*call)(int) = twice;
		for (int round = 0; round < 200; round++) { ${body} }
		return sum & 127;
	}`;

test.each([
	["a division by what becomes zero", "sum += 1000 / (150 - round);", "divide"],
	["a remainder of what becomes zero", "sum += 1000u % (150u - round);", "divide"],
	["a long division by what becomes zero", "longs[0] = 1000L / (150L - round);", "divide"],
	["an index that runs out of memory", "table[round * 100000] = round;", "write"],
	["a pointer that becomes null", "int *p = round < 150 ? &table[1] : 0; sum += *p;", "read"],
	["a byte read far before the beginning", "sum += bytes[-30000L * round];", "read"],
	["a call that goes too deep", "sum += deep(round);", "stack-overflow"],
	[
		"a call of what is no function",
		"if (round == 150) call = (int (*)(int))5; sum += call(round);",
		"execute",
	],
	[
		"a stack that is overwritten",
		"if (round == 150) for (int *p = &sum - 8; p < &sum; p++) *p = 7; sum += make(round).a;",
		"execute",
	],
	[
		"labels inside a loop",
		"goto odd; even: sum++; odd: if (sum % 2 == 0 && round & 1) goto even; sum += 3;",
		null,
	],
	[
		"a switch",
		"switch (round % 7) { case 0: sum++; case 1: sum += 2; break; case 5: continue; default: sum ^= 1; }",
		null,
	],
	[
		"loops in loops",
		"for (int i = 0; i < 9; i++) { int j = i; do { if (j == 4) break; sum += j; } while (j-- > 0); }",
		null,
	],
	[
		"64 bits",
		"longs[round & 7] += (long)round << (round & 63); if (longs[3] < longs[round & 7]) sum++;",
		null,
	],
	[
		"unsigned numbers",
		"sum += (unsigned)sum > 3000000000u; longs[1] = (unsigned long)longs[1] / 3 - round;",
		null,
	],
	[
		"unaligned words",
		"*(int *)(bytes + 1 + round % 50) += round; *(short *)(bytes + round % 50) = -round; sum += *(int *)(bytes + 3);",
		null,
	],
	["real numbers", "double d = round * 0.5; float f = d; sum += d > 20 ? (int)f : -1;", null],
	["arrays of a length that is computed", "int row[round + 1]; row[round] = round; sum += row[round];", null],
	["calls through a pointer and of records", "sum += call(round) + make(round).b; call = twice;", null],
])("%s", (_, body, kind) => {
	const image = imageOf(loops(body));
	for (const form of forms) {
		const end = expectSame(both(image, form));
		if (kind === null) expect(end).toEqual({ kind: "trap", name: "_exit" });
		else expect(end).toMatchObject({ kind: "fault", fault: { kind } });
	}
});

describe("what is hot", () => {
	const image = imageOf(loops("for (int i = 0; i < 1000; i++) sum += table[i & 63];"));

	test("is translated after a while, and nothing else", () => {
		const processor = createProcessor(image, { argv: ["p"], envp: [] });
		const { code } = hotCode(image);
		const plain = paired(image.code);
		take(processor, 1000);
		expect(code).toEqual(plain);
		take(processor, 100_000);
		const entered = [...code].flatMap((word, pc) => (word === op.TRANSLATED ? [pc] : []));
		const main = image.functions.find(({ name }) => name === "main")!;
		expect(entered.length).toBeGreaterThan(0);
		expect(entered.every((pc) => main.start < pc && pc < main.end)).toBe(true);
	});
});

test("where no code may be made from text, nothing is translated", () => {
	const image = imageOf(loops("sum++;"));
	vi.stubGlobal(
		"Function",
		class {
			constructor() {
				throw new EvalError("unsafe-eval is not an allowed source of script");
			}
		},
	);
	expect(translate(image, image.functions, WHOLE)).toBeNull();
	vi.unstubAllGlobals();
});
