// Operations that are not worth room in the processor's loop: the slower ones on 64 bits; the rest is floating.ts's.

import { op } from "./opcodes.ts";
import { reals } from "./reals.ts";
import {
	divide,
	divideUnsigned,
	less,
	lessUnsigned,
	multiply,
	shiftLeft,
	shiftRight,
	shiftRightUnsigned,
} from "./wide.ts";

/** Does one operation on w[a] and w[b], with the result at w[d]. */
export function rare(
	operation: number,
	w: Int32Array,
	d: number,
	a: number,
	b: number,
): "done" | "divide" | "illegal" {
	switch (operation) {
		case op.MUL2:
			multiply(w, d, a, b);
			return "done";
		case op.AND2:
			return both(w, d, w[a]! & w[b]!, w[a + 1]! & w[b + 1]!);
		case op.OR2:
			return both(w, d, w[a]! | w[b]!, w[a + 1]! | w[b + 1]!);
		case op.XOR2:
			return both(w, d, w[a]! ^ w[b]!, w[a + 1]! ^ w[b + 1]!);
		case op.SHL2:
			shiftLeft(w, d, a, w[b]!);
			return "done";
		case op.SHR2:
			shiftRight(w, d, a, w[b]!);
			return "done";
		case op.SHRU2:
			shiftRightUnsigned(w, d, a, w[b]!);
			return "done";
		case op.NEG2:
			return both(w, d, -w[a]! | 0, w[a] === 0 ? -w[a + 1]! | 0 : ~w[a + 1]!);
		case op.NOT2:
			return both(w, d, ~w[a]!, ~w[a + 1]!);
		case op.DIV2:
		case op.MOD2:
			if (refusesDivision(w, a, b)) return "divide";
			divide(w, d, a, b, operation === op.MOD2);
			return "done";
		case op.DIVU2:
		case op.MODU2:
			if ((w[b]! | w[b + 1]!) === 0) return "divide";
			divideUnsigned(w, d, a, b, operation === op.MODU2);
			return "done";
		case op.EQ2:
			return flag(w, d, w[a] === w[b] && w[a + 1] === w[b + 1]);
		case op.NE2:
			return flag(w, d, w[a] !== w[b] || w[a + 1] !== w[b + 1]);
		case op.LT2:
			return flag(w, d, less(w, a, b));
		case op.LE2:
			return flag(w, d, !less(w, b, a));
		case op.LTU2:
			return flag(w, d, lessUnsigned(w, a, b));
		case op.LEU2:
			return flag(w, d, !lessUnsigned(w, b, a));
		case op.BOOL2:
			return flag(w, d, (w[a]! | w[a + 1]!) !== 0);
		default:
			if (operation < op.FADD || operation > op.UL_TO_F) return "illegal";
			return reals().floating(operation, w, d, a, b) ? "done" : "illegal";
	}
}

function both(w: Int32Array, d: number, low: number, high: number): "done" {
	w[d] = low;
	w[d + 1] = high;
	return "done";
}

function flag(w: Int32Array, d: number, holds: boolean): "done" {
	w[d] = holds ? 1 : 0;
	return "done";
}

/** Division by zero, and of the most negative number by -1. */
function refusesDivision(w: Int32Array, a: number, b: number): boolean {
	const low = w[b]!;
	const high = w[b + 1]!;
	if ((low | high) === 0) return true;
	return (low & high) === -1 && w[a] === 0 && w[a + 1] === -0x8000_0000;
}
