// 64-bit arithmetic against BigInt.
import fc from "fast-check";
import { expect, test } from "vitest";
import { op } from "./opcodes.ts";
import { rare } from "./rare.ts";
import { setWide, signedWide, unsignedWide } from "./wide.ts";

const edges = [
	0n,
	1n,
	-1n,
	2n ** 31n,
	2n ** 32n,
	2n ** 53n,
	2n ** 53n + 1n,
	2n ** 63n - 1n,
	-(2n ** 63n),
	10n,
];
const wide = fc.oneof(
	fc.constantFrom(...edges),
	fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
	fc.bigInt(-99n, 99n),
);

const D = 0;
const A = 2;
const B = 4;

function unsigned(value: bigint): bigint {
	return BigInt.asUintN(64, value);
}

/** The result word pair, or what stopped the operation. */
function run(operation: number, a: bigint, b: bigint): Int32Array | string {
	const w = new Int32Array(6);
	setWide(w, A, a);
	setWide(w, B, b);
	const outcome = rare(operation, w, D, A, B);
	return outcome === "done" ? w : outcome;
}

const results: readonly [
	name: string,
	operation: number,
	meaning: (a: bigint, b: bigint) => bigint | null,
][] = [
	["product", op.MUL2, (a, b) => a * b],
	["and", op.AND2, (a, b) => a & b],
	["or", op.OR2, (a, b) => a | b],
	["exclusive or", op.XOR2, (a, b) => a ^ b],
	["left shift", op.SHL2, (a, b) => a << (b & 63n)],
	["signed right shift", op.SHR2, (a, b) => a >> (b & 63n)],
	["unsigned right shift", op.SHRU2, (a, b) => unsigned(a) >> (b & 63n)],
	["negation", op.NEG2, (a) => -a],
	["complement", op.NOT2, (a) => ~a],
	["quotient", op.DIV2, (a, b) => (b === 0n || (b === -1n && a === -(2n ** 63n)) ? null : a / b)],
	["remainder", op.MOD2, (a, b) => (b === 0n || (b === -1n && a === -(2n ** 63n)) ? null : a % b)],
	["unsigned quotient", op.DIVU2, (a, b) => (b === 0n ? null : unsigned(a) / unsigned(b))],
	["unsigned remainder", op.MODU2, (a, b) => (b === 0n ? null : unsigned(a) % unsigned(b))],
];

test.each(results)("%s of 64 bits is exact", (_, operation, meaning) => {
	fc.assert(
		fc.property(wide, wide, (a, b) => {
			const result = run(operation, a, b);
			const wanted = meaning(a, b);
			if (wanted === null) expect(result).toBe("divide");
			else expect(signedWide(result as Int32Array, D)).toBe(BigInt.asIntN(64, wanted));
		}),
	);
});

const truths: readonly [name: string, operation: number, meaning: (a: bigint, b: bigint) => boolean][] = [
	["==", op.EQ2, (a, b) => a === b],
	["!=", op.NE2, (a, b) => a !== b],
	["<", op.LT2, (a, b) => a < b],
	["<=", op.LE2, (a, b) => a <= b],
	["unsigned <", op.LTU2, (a, b) => unsigned(a) < unsigned(b)],
	["unsigned <=", op.LEU2, (a, b) => unsigned(a) <= unsigned(b)],
	["truth", op.BOOL2, (a) => a !== 0n],
];

test.each(truths)("%s of 64 bits", (_, operation, meaning) => {
	fc.assert(
		fc.property(wide, fc.boolean(), wide, (a, same, other) => {
			const b = same ? a : other;
			expect((run(operation, a, b) as Int32Array)[D]).toBe(meaning(a, b) ? 1 : 0);
		}),
	);
});

test("the result may take the place of an operand", () => {
	fc.assert(
		fc.property(wide, wide, (a, b) => {
			const w = new Int32Array(6);
			setWide(w, A, a);
			setWide(w, B, b);
			rare(op.MUL2, w, A, A, B);
			expect(signedWide(w, A)).toBe(BigInt.asIntN(64, a * b));
			rare(op.SHL2, w, B, B, B);
			expect(unsignedWide(w, B)).toBe(unsigned(b << (b & 63n)));
		}),
	);
});
