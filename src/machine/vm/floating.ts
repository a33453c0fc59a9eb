// Floating point: float is one word, double two; IEEE 754 as SSE computes it.

import { beforeFloat } from "../rounding.ts";
import { op } from "./opcodes.ts";
import { signedWide, unsignedWide } from "./wide.ts";

const TWO_32 = 0x1_0000_0000;
const TWO_63 = 2 ** 63;

const scratchWords = new Int32Array(2);
const scratchDouble = new Float64Array(scratchWords.buffer);
const scratchFloat = new Float32Array(scratchWords.buffer);

export function loadDouble(w: Int32Array, a: number): number {
	scratchWords[0] = w[a]!;
	scratchWords[1] = w[a + 1]!;
	return scratchDouble[0]!;
}

export function storeDouble(w: Int32Array, d: number, value: number): void {
	scratchDouble[0] = value;
	w[d] = scratchWords[0]!;
	w[d + 1] = scratchWords[1]!;
}

export function loadFloat(w: Int32Array, a: number): number {
	scratchWords[0] = w[a]!;
	return scratchFloat[0]!;
}

export function storeFloat(w: Int32Array, d: number, value: number): void {
	scratchFloat[0] = value;
	w[d] = scratchWords[0]!;
}

const NAN_DOUBLE = 0x7ff8_0000;
const NAN_FLOAT = 0x7fc0_0000;
const SIGN = -0x8000_0000;

/** The result of an operation on the doubles at `a` and `b`: of two NaNs the first goes on, and what has no value is a NaN whose sign is set. */
export function storeResult(w: Int32Array, d: number, a: number, b: number, value: number): void {
	if (!Number.isNaN(value)) {
		storeDouble(w, d, value);
		return;
	}
	const from = Number.isNaN(loadDouble(w, a)) ? a : Number.isNaN(loadDouble(w, b)) ? b : null;
	const [low, high] = from === null ? [0, SIGN | NAN_DOUBLE] : [w[from]!, w[from + 1]! | NAN_DOUBLE];
	w[d] = low;
	w[d + 1] = high;
}

/** The same of floats. */
function storeFloatResult(w: Int32Array, d: number, a: number, b: number, value: number): void {
	if (!Number.isNaN(value)) storeFloat(w, d, value);
	else {
		const from = Number.isNaN(loadFloat(w, a)) ? a : Number.isNaN(loadFloat(w, b)) ? b : null;
		w[d] = from === null ? SIGN | NAN_FLOAT : w[from]! | NAN_FLOAT;
	}
}

/** Does one operation of floating point; false when the number is none of them. */
export function floating(operation: number, w: Int32Array, d: number, a: number, b: number): boolean {
	if (operation >= op.FADD && operation <= op.FLE) floats(operation, w, d, a, b);
	else if (operation >= op.DADD && operation <= op.DLE) doubles(operation, w, d, a, b);
	else if (operation >= op.I_TO_D && operation <= op.UL_TO_F) convert(operation, w, d, a);
	else return false;
	return true;
}

function floats(operation: number, w: Int32Array, d: number, a: number, b: number): void {
	const x = loadFloat(w, a);
	switch (operation) {
		case op.FADD:
			storeFloatResult(w, d, a, b, x + loadFloat(w, b));
			return;
		case op.FSUB:
			storeFloatResult(w, d, a, b, x - loadFloat(w, b));
			return;
		case op.FMUL:
			storeFloatResult(w, d, a, b, x * loadFloat(w, b));
			return;
		case op.FDIV:
			storeFloatResult(w, d, a, b, x / loadFloat(w, b));
			return;
		case op.FNEG:
			w[d] = w[a]! ^ -0x8000_0000;
			return;
		case op.FEQ:
			w[d] = x === loadFloat(w, b) ? 1 : 0;
			return;
		case op.FNE:
			w[d] = x !== loadFloat(w, b) ? 1 : 0;
			return;
		case op.FLT:
			w[d] = x < loadFloat(w, b) ? 1 : 0;
			return;
		case op.FLE:
			w[d] = x <= loadFloat(w, b) ? 1 : 0;
			return;
	}
}

function doubles(operation: number, w: Int32Array, d: number, a: number, b: number): void {
	const x = loadDouble(w, a);
	switch (operation) {
		case op.DADD:
			storeResult(w, d, a, b, x + loadDouble(w, b));
			return;
		case op.DSUB:
			storeResult(w, d, a, b, x - loadDouble(w, b));
			return;
		case op.DMUL:
			storeResult(w, d, a, b, x * loadDouble(w, b));
			return;
		case op.DDIV:
			storeResult(w, d, a, b, x / loadDouble(w, b));
			return;
		case op.DNEG:
			w[d] = w[a]!;
			w[d + 1] = w[a + 1]! ^ -0x8000_0000;
			return;
		case op.DEQ:
			w[d] = x === loadDouble(w, b) ? 1 : 0;
			return;
		case op.DNE:
			w[d] = x !== loadDouble(w, b) ? 1 : 0;
			return;
		case op.DLT:
			w[d] = x < loadDouble(w, b) ? 1 : 0;
			return;
		case op.DLE:
			w[d] = x <= loadDouble(w, b) ? 1 : 0;
			return;
	}
}

function convert(operation: number, w: Int32Array, d: number, a: number): void {
	switch (operation) {
		case op.I_TO_D:
			storeDouble(w, d, w[a]!);
			return;
		case op.U_TO_D:
			storeDouble(w, d, w[a]! >>> 0);
			return;
		case op.L_TO_D:
			storeDouble(w, d, w[a + 1]! * TWO_32 + (w[a]! >>> 0));
			return;
		case op.UL_TO_D:
			storeDouble(w, d, (w[a + 1]! >>> 0) * TWO_32 + (w[a]! >>> 0));
			return;
		case op.F_TO_D:
			widen(w, d, a);
			return;
		case op.D_TO_F:
			narrow(w, d, a);
			return;
		case op.D_TO_I:
			w[d] = toInteger(loadDouble(w, a));
			return;
		case op.D_TO_L:
			storeLong(w, d, loadDouble(w, a));
			return;
		case op.D_TO_UL:
			storeUnsignedLong(w, d, loadDouble(w, a));
			return;
		case op.I_TO_F:
			storeFloat(w, d, w[a]!);
			return;
		case op.U_TO_F:
			storeFloat(w, d, w[a]! >>> 0);
			return;
		case op.L_TO_F:
			storeFloat(w, d, beforeFloat(signedWide(w, a)));
			return;
		case op.UL_TO_F:
			storeFloat(w, d, beforeFloat(unsignedWide(w, a)));
			return;
	}
}

/** A NaN keeps its sign. */
function widen(w: Int32Array, d: number, a: number): void {
	const value = loadFloat(w, a);
	const sign = w[a]! & SIGN;
	storeDouble(w, d, value);
	if (Number.isNaN(value)) w[d + 1] = sign | NAN_DOUBLE;
}

function narrow(w: Int32Array, d: number, a: number): void {
	const value = loadDouble(w, a);
	if (!Number.isNaN(value)) storeFloat(w, d, value);
	else w[d] = (w[a + 1]! & SIGN) | NAN_FLOAT;
}

/** As cvttsd2si: what does not fit gives the most negative number. */
function toInteger(value: number): number {
	return value > -0x8000_0001 && value < 0x8000_0000 ? Math.trunc(value) : -0x8000_0000;
}

function storeLong(w: Int32Array, d: number, value: number): void {
	const whole = value >= -TWO_63 && value < TWO_63 ? Math.trunc(value) : -TWO_63;
	const high = Math.floor(whole / TWO_32);
	w[d] = whole - high * TWO_32;
	w[d + 1] = high;
}

/** As gcc: values from 2^63 on are brought down first; negative ones wrap. */
function storeUnsignedLong(w: Int32Array, d: number, value: number): void {
	if (!(value >= TWO_63)) {
		storeLong(w, d, value);
		return;
	}
	storeLong(w, d, value - TWO_63);
	w[d + 1] = w[d + 1]! ^ -0x8000_0000;
}
