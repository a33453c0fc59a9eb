// The order in which gcc evaluates operands where C leaves it open: a program may have been written by what gcc does.
import type { Expression, Load, Local, LValue } from "../c/tree.ts";
import { isScalar, sizeOf } from "../c/types.ts";
import type { Generator } from "./generator.ts";
import { arithmeticOf, wordsOf } from "./scalars.ts";

/** Two operands in slots; a right one that may be evaluated later is still an expression. */
export interface Operands {
	readonly left: number;
	readonly right: Expression | number;
}

/**
 * Evaluates the operands of an operator. A left one that is read from memory is read first, but a variable comes after a
 * right operand that changes something when the operator `commutes`; a variable that lies in a register is read where it is used.
 */
export function operands(g: Generator, left: Expression, right: Expression, commutes: boolean): Operands {
	const variable = variableOf(left);
	const place = variable ?? changedFirst(left);
	if (place === null || isInRegister(g, place) || !changes(right)) return { left: g.value(left), right };
	if (commutes && variable !== null && variable.kind !== "member") {
		const second = g.value(right);
		return { left: g.value(left), right: second };
	}
	return { left: g.value(left, g.out.temporary(wordsOf(left.type))), right };
}

/** The variable, or member of one, that an expression reads, if only under another name for its type; else null. */
function variableOf(e: Expression): LValue | null {
	if (e.kind === "cast") {
		const { operand } = e;
		const isRenamed = e.type.kind !== "bool" && arithmeticOf(e.type) === arithmeticOf(operand.type);
		return isRenamed && sizeOf(e.type) === sizeOf(operand.type) ? variableOf(operand) : null;
	}
	if (e.kind !== "load" || !isScalar(e.type)) return null;
	const { from } = e;
	return from.kind === "local" || from.kind === "object" || from.kind === "member" ? from : null;
}

/** Whether gcc keeps it in a register: a scalar of the function whose address nobody takes. */
function isInRegister(g: Generator, place: LValue): place is Extract<LValue, { kind: "local" }> {
	return place.kind === "local" && isScalar(place.type) && !g.pointedAt.has(place.local);
}

/** An argument that is read when all others have been evaluated: what it does before, and what is read then. */
export interface LateArgument {
	readonly before: Expression | null;
	readonly read: Load;
}

/** As gcc reads the variables of `f(++k, ++k)` where it makes the call; null for an argument whose value is there before. */
export function lateArgument(
	g: Generator,
	e: Expression,
	before: readonly Expression[],
): LateArgument | null {
	const place = e.kind === "load" ? e.from : changedFirst(e);
	if (place === null || !isInRegister(g, place) || sizeOf(place.type) < 4) return null;
	const { local } = place;
	if (!before.some((each) => changes(each, local))) return null;
	const read: Load = e.kind === "load" ? e : { kind: "load", from: place, type: e.type, place: e.place };
	return { before: e.kind === "load" ? null : e, read };
}

/** The place that an expression changes and whose new value it has. */
function changedFirst(e: Expression): LValue | null {
	if (e.kind === "increment") return e.postfix ? null : e.target;
	return e.kind === "assign" || e.kind === "compound-assign" ? e.target : null;
}

/** How an assignment's value comes before its place: all of it, the operands of its operator, or not at all. */
export type Precedence = "value" | "operands" | "place";

/** What gcc evaluates first when the value or finding the place changes something, as in `*top++ = *--top + *--top`. */
export function precedence(g: Generator, target: LValue, value: Expression): Precedence {
	if (!findingChanges(target, null) && !(isComputed(target) && changes(value))) return "place";
	switch (value.kind) {
		case "binary":
			return isLate(g, value.left) || isLate(g, value.right) ? "operands" : "value";
		case "unary":
		case "cast":
			return isLate(g, value.operand) ? "place" : "value";
		case "increment":
		case "assign":
		case "compound-assign":
		case "compare":
		case "logical":
		case "conditional":
		case "comma":
			return "value";
		default:
			return "place";
	}
}

/** Whether finding a place reads variables. */
function isComputed(place: LValue): boolean {
	return place.kind === "dereference" || (place.kind === "member" && isComputed(place.record));
}

/** Whether an operand is read where it is used, after everything else. */
export function isLate(g: Generator, e: Expression): boolean {
	if (e.kind === "integer" || e.kind === "floating") return true;
	return e.kind === "load" && isInRegister(g, e.from) && sizeOf(e.type) >= 4;
}

/** Whether evaluating it may change a variable: this one that lies in a register, or any at all. */
export function changes(e: Expression, local: Local | null = null): boolean {
	const within = (each: Expression) => changes(each, local);
	switch (e.kind) {
		case "increment":
			return isChanged(e.target, local);
		case "assign":
		case "compound-assign":
			return isChanged(e.target, local) || within(e.value);
		case "load":
			return findingChanges(e.from, local);
		case "address":
			return findingChanges(e.of, local);
		case "unary":
		case "cast":
			return within(e.operand);
		case "binary":
		case "compare":
		case "logical":
		case "comma":
		case "pointer-difference":
			return within(e.right) || within(e.left);
		case "pointer-add":
			return within(e.index) || within(e.pointer);
		case "conditional":
			return within(e.condition) || within(e.then) || within(e.otherwise);
		case "call":
			return local === null || within(e.callee) || e.arguments.some(within);
		case "integer":
		case "floating":
		case "function-address":
			return false;
		default:
			return true;
	}
}

function isChanged(target: LValue, local: Local | null): boolean {
	if (local === null || (target.kind === "local" && target.local === local)) return true;
	return findingChanges(target, local);
}

/** Whether a variable may change while a place is found. */
export function findingChanges(place: LValue, local: Local | null): boolean {
	switch (place.kind) {
		case "local":
		case "object":
			return false;
		case "dereference":
			return changes(place.pointer, local);
		case "member":
			return findingChanges(place.record, local);
		case "temporary":
			return changes(place.value, local);
		case "compound-literal":
			return true;
	}
}
