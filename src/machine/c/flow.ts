// Whether control can reach the end of a statement: for 'missing return'.

import { truthOf } from "./fold.ts";
import type { Expression, Statement } from "./tree.ts";

/** Functions that do not come back, whatever their declaration says. */
const neverReturn: ReadonlySet<string> = new Set(
	"exit _exit _Exit abort quick_exit longjmp siglongjmp pthread_exit __assert_fail".split(" "),
);

/** Whether control can run off the end of `statement`; in doubt, no. */
export function fallsThrough(statement: Statement): boolean {
	switch (statement.kind) {
		case "return":
		case "goto":
		case "computed-goto":
		case "break":
		case "continue":
			return false;
		case "expression":
			return !isLast(statement.expression);
		case "block":
			return blockFalls(statement.items);
		case "if": {
			const truth = truthOf(statement.condition);
			if (truth !== null) {
				const taken = truth ? statement.then : statement.otherwise;
				return taken === null || fallsThrough(taken);
			}
			return (
				statement.otherwise === null || fallsThrough(statement.then) || fallsThrough(statement.otherwise)
			);
		}
		case "while":
			return truthOf(statement.condition) !== true || hasBreak(statement.body);
		case "for":
			return (
				(statement.condition !== null && truthOf(statement.condition) !== true) || hasBreak(statement.body)
			);
		case "do":
			if (hasBreak(statement.body)) return true;
			if (truthOf(statement.condition) === true) return false;
			return fallsThrough(statement.body) || hasContinue(statement.body);
		case "switch":
			return statement.default === null || hasBreak(statement.body) || fallsThrough(statement.body);
		case "case":
		case "label":
			return fallsThrough(statement.body);
		default:
			return true;
	}
}

function blockFalls(items: readonly Statement[]): boolean {
	let reached = true;
	for (const item of items) {
		if (!reached && !hasLabel(item)) continue;
		reached = fallsThrough(item);
	}
	return reached;
}

function isLast(e: Expression): boolean {
	if (e.kind === "cast") return isLast(e.operand);
	if (e.kind === "comma") return isLast(e.left) || isLast(e.right);
	if (e.kind === "conditional") return isLast(e.then) && isLast(e.otherwise);
	if (e.kind !== "call" || e.callee.kind !== "function-address") return false;
	return e.callee.symbol.noreturn || neverReturn.has(e.callee.symbol.name);
}

/** The statements directly inside one. */
function parts(statement: Statement): readonly Statement[] {
	switch (statement.kind) {
		case "block":
			return statement.items;
		case "if":
			return statement.otherwise === null ? [statement.then] : [statement.then, statement.otherwise];
		case "while":
		case "do":
		case "for":
		case "switch":
		case "case":
		case "label":
			return [statement.body];
		default:
			return [];
	}
}

function isLoop(statement: Statement): boolean {
	return statement.kind === "while" || statement.kind === "do" || statement.kind === "for";
}

/** Whether a `break` inside leaves the statement around. */
function hasBreak(statement: Statement): boolean {
	if (statement.kind === "break") return true;
	if (isLoop(statement) || statement.kind === "switch") return false;
	return parts(statement).some(hasBreak);
}

function hasContinue(statement: Statement): boolean {
	if (statement.kind === "continue") return true;
	return !isLoop(statement) && parts(statement).some(hasContinue);
}

function hasLabel(statement: Statement): boolean {
	return statement.kind === "label" || statement.kind === "case" || parts(statement).some(hasLabel);
}
