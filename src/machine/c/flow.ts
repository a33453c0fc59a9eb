// Whether control can reach the end of a statement: for 'missing return'.

import { truthOf } from "./fold.ts";
import type { Call, Expression, IfStatement, Statement } from "./tree.ts";

/** Functions that do not come back, whatever their declaration says. */
const neverReturn: ReadonlySet<string> = new Set(
	"exit _exit _Exit abort quick_exit longjmp siglongjmp pthread_exit __assert_fail".split(" "),
);

/** Whether control can run off the end of `statement`; in doubt, no. */
export function fallsThrough(whole: Statement): boolean {
	const statement = behindLabels(whole);
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
		case "if":
			return chainFalls(statement);
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
		default:
			return true;
	}
}

/** The statement to which labels belong: there may be many in a row. */
export function behindLabels(statement: Statement): Statement {
	let behind = statement;
	while (behind.kind === "case" || behind.kind === "label") behind = behind.body;
	return behind;
}

/** Whether control can run off the end of any arm of a chain of `else if`, which may be long. */
function chainFalls(first: IfStatement): boolean {
	let rest: Statement | null = first;
	while (rest?.kind === "if") {
		const truth = truthOf(rest.condition);
		if (truth !== false && fallsThrough(rest.then)) return true;
		if (truth === true) return false;
		rest = rest.otherwise;
	}
	return rest === null || fallsThrough(rest);
}

function blockFalls(items: readonly Statement[]): boolean {
	let reached = true;
	for (const item of items) {
		if (!reached && !hasLabel(item)) continue;
		reached = fallsThrough(item);
	}
	return reached;
}

function isLast(whole: Expression): boolean {
	let e = whole;
	for (; e.kind === "conditional"; e = e.otherwise) if (!isLast(e.then)) return false;
	if (e.kind === "cast") return isLast(e.operand);
	if (e.kind === "comma") return isLast(e.left) || isLast(e.right);
	return e.kind === "call" && neverReturns(e);
}

/** Whether a call does not come back. */
export function neverReturns({ callee }: Call): boolean {
	if (callee.kind !== "function-address") return false;
	return callee.symbol.noreturn || neverReturn.has(callee.symbol.name);
}

/** The statements directly inside one. */
function parts(statement: Statement): readonly Statement[] {
	switch (statement.kind) {
		case "block":
			return statement.items;
		case "if":
			return arms(statement);
		case "while":
		case "do":
		case "for":
		case "switch":
			return [statement.body];
		case "case":
		case "label":
			return [behindLabels(statement)];
		default:
			return [];
	}
}

/** What the conditions of a chain of `else if` choose from. */
function arms(first: IfStatement): Statement[] {
	const found: Statement[] = [];
	let rest: Statement | null = first;
	for (; rest?.kind === "if"; rest = rest.otherwise) found.push(rest.then);
	if (rest !== null) found.push(rest);
	return found;
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
