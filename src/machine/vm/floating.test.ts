// Conversions between whole numbers and floating point, with values recorded from gcc on x86-64.
import fc from "fast-check";
import { expect, test } from "vitest";
import { floating, loadDouble, loadFloat, storeDouble, storeFloat } from "./floating.ts";
import { op } from "./opcodes.ts";
import { setWide, signedWide } from "./wide.ts";

const wide = fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);

function fromLong(operation: number, value: bigint): Int32Array {
	const w = new Int32Array(4);
	setWide(w, 2, value);
	floating(operation, w, 0, 2, 2);
	return w;
}

test("64 bits to double round once", () => {
	fc.assert(
		fc.property(wide, (value) => {
			expect(loadDouble(fromLong(op.L_TO_D, value), 0)).toBe(Number(value));
			expect(loadDouble(fromLong(op.UL_TO_D, value), 0)).toBe(Number(BigInt.asUintN(64, value)));
		}),
	);
});

test.each([
	[0x7fff_ffbf_ffff_ffffn, 2 ** 63 - 2 ** 39],
	[0x7fff_ffc0_0000_0001n, 2 ** 63],
	[-(2n ** 63n), -(2 ** 63)],
	[16777217n, 16777216],
])("the long %d becomes the float %d, not rounded twice", (value, wanted) => {
	expect(loadFloat(fromLong(op.L_TO_F, value), 0)).toBe(wanted);
});

function toWhole(operation: number, value: number): bigint {
	const w = new Int32Array(4);
	storeDouble(w, 2, value);
	floating(operation, w, 0, 2, 2);
	return operation === op.D_TO_I ? BigInt(w[0]!) : signedWide(w, 0);
}

test.each([
	[op.D_TO_I, -3.9, -3n],
	[op.D_TO_I, 2147483647.9, 2147483647n],
	[op.D_TO_I, 2147483648, -2147483648n],
	[op.D_TO_I, Number.NaN, -2147483648n],
	[op.D_TO_L, -4294967296.5, -4294967296n],
	[op.D_TO_L, 9.3e18, -(2n ** 63n)],
	[op.D_TO_UL, 1.8e19, BigInt.asIntN(64, 18000000000000000000n)],
	[op.D_TO_UL, -1.5, -1n],
])("operation %d of the double %d gives %d", (operation, value, wanted) => {
	expect(toWhole(operation, value)).toBe(wanted);
});

test("arithmetic on float rounds to float", () => {
	fc.assert(
		fc.property(fc.float(), fc.float(), (a, b) => {
			const w = new Int32Array(3);
			storeFloat(w, 1, a);
			storeFloat(w, 2, b);
			floating(op.FMUL, w, 0, 1, 2);
			expect(loadFloat(w, 0)).toBe(Math.fround(a * b));
		}),
	);
});

test("comparisons with a NaN are false, except !=", () => {
	const w = new Int32Array(6);
	storeDouble(w, 2, Number.NaN);
	storeDouble(w, 4, 1);
	const answers = [op.DEQ, op.DNE, op.DLT, op.DLE].map((operation) => {
		floating(operation, w, 0, 2, 4);
		return w[0];
	});
	expect(answers).toEqual([0, 1, 0, 0]);
});
