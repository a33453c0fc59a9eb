// However a run is cut into pieces, it is the same run: joined instructions stop between their statements.

import { describe, expect, test } from "vitest";
import { draw, nextSeed } from "../../base/index.ts";
import { MARKED, op, opNames } from "./opcodes.ts";
import { paired } from "./pairs.ts";
import { createProcessor } from "./processor.ts";
import { imageOf, sources, take } from "./testing.ts";

const PIECES = 400;

test.each(Object.entries(sources))("%s, one statement at a time and in pieces", (_, text) => {
	const image = imageOf(text);
	const slow = createProcessor(image, { argv: ["p"], envp: [] });
	const fast = createProcessor(image, { argv: ["p"], envp: [] });
	let seed = 1;
	for (let piece = 0; piece < PIECES; piece++) {
		seed = nextSeed(seed);
		const size = 1 + draw(seed, piece < PIECES / 2 ? 4 : 90);
		const end = take(fast, size);
		let ended: typeof end = null;
		for (let i = 0; i < size && ended === null; i++) ended = take(slow, 1);
		expect(ended).toEqual(end);
		expect([slow.pc(), slow.fingerprint()]).toEqual([fast.pc(), fast.fingerprint()]);
		if (end !== null) break;
	}
});

describe("joining", () => {
	const image = imageOf(`
		int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
		int choose(int n) { switch (n) { case 1: return 5; case 2: return 7; case 3: return 9; case 4: return 2; } return 0; }
		static char flags[9]; static int counts[9];
		void clear(char *f, int *c, int n) { for (int i = 0; i < n; i++) { f[i] = 0; c[i] = 0; flags[i] = 1; counts[i] = 1; } }
		int main(void) { int sum = 0; for (int i = 0; i < 9; i++) sum += fib(i) + choose(i); return sum; }`);

	test("changes the operation of the first instruction of a pair and nothing else", () => {
		const code = paired(image.code);
		const changed = [...code].flatMap((word, pc) => (word === image.code[pc] ? [] : [pc]));
		expect(changed.every((pc) => pc % 4 === 0 && code[pc]! % MARKED >= op.ADDI_CALL)).toBe(true);
		expect(new Set(changed.map((pc) => opNames[code[pc]! % MARKED]))).toEqual(
			new Set([
				"ADDI_CALL",
				"ADD_RET1",
				"ADDI_JLTI",
				"ADDI_JLT",
				"LDI_XST8",
				"LDI_XST32",
				"LDI_GXST8",
				"LDI_GXST32",
			]),
		);
	});

	test("is done once for each code", () => {
		expect(paired(image.code)).toBe(paired(image.code));
	});
});
