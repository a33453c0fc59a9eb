// Statements: one function for each kind, its production above it (C11 6.8).

import { attributes } from "./attributes.ts";
import {
	assigned,
	checkScalar,
	isUnknown,
	type Operand,
	quotedType,
	toValue,
	toVoid,
} from "./conversions.ts";
import { flushPending, localDeclaration } from "./declarations.ts";
import { closest, noteAt } from "./diagnostics.ts";
import { warnOfCase, warnOfMissingCases } from "./enumerations.ts";
import { constantExpression, expression } from "./expressions.ts";
import { behindLabels, fallsThrough } from "./flow.ts";
import { isTruth } from "./fold.ts";
import { warnOfForegoneTruth } from "./foregone.ts";
import { checkJump } from "./jumps.ts";
import { labelMeant, localLabels } from "./local-labels.ts";
import { leavingMain } from "./main-line.ts";
import {
	accept,
	advance,
	atEnd,
	attempt,
	closeHead,
	current,
	enter,
	expect,
	expectClosing,
	expectSemicolon,
	following,
	is,
	isName,
	leave,
	type Parser,
	previous,
	type SwitchContext,
} from "./parser.ts";
import { withoutResult } from "./plain-output.ts";
import { bareOperator } from "./precedence.ts";
import { withoutOwnAddress } from "./returned-address.ts";
import { createScope, findName, type Scope } from "./scope.ts";
import { looksLikeType, startsDeclaration } from "./specifiers.ts";
import { staticAssertion } from "./static-assert.ts";
import type { Token } from "./tokens.ts";
import type { BlockStatement, CaseLabel, Expression, IfStatement, Statement } from "./tree.ts";
import { intType, isInteger, promoted, typeText, wrapped } from "./types.ts";
import { warnIfUnused } from "./unused-values.ts";

// compound = "{" (declaration | statement)* "}"
/** A block whose names go into `scope` (a new one, or that of a function's parameters). */
export function compoundStatement(p: Parser, scope: Scope): BlockStatement {
	const open = expect(p, "{");
	enter(p);
	const outer = p.scope;
	p.scope = scope === outer ? createScope(outer) : scope;
	const { blocks, variable } = p.inside!;
	const own = { locals: [], allocates: false };
	blocks.push(own);
	const { ownLabels } = p.inside!;
	ownLabels.push(new Map());
	const items: Statement[] = [];
	const depth = blocks.length;
	const labelDepth = ownLabels.length;
	while (is(p, "__label__")) localLabels(p);
	while (!is(p, "}") && !atEnd(p)) {
		attempt(
			p,
			() => blockItem(p, items),
			() => {
				blocks.length = depth;
				ownLabels.length = labelDepth;
				recover(p);
			},
		);
	}
	const end = expectClosing(p, "}", open);
	blocks.pop();
	p.inside!.variable = variable;
	ownLabels.pop();
	p.scope = outer;
	leave(p);
	return { kind: "block", items, locals: own.locals, allocates: own.allocates, place: open, end };
}

const statementWords: ReadonlySet<string> = new Set(
	"if else while do for switch case default break continue return goto".split(" "),
);

/** After a syntax error: to behind the next `;`, or before what begins or ends a statement. */
function recover(p: Parser): void {
	let depth = 0;
	while (!atEnd(p)) {
		const token = current(p);
		if (depth === 0) {
			if (token.text === ";") {
				p.at++;
				if (isWithinParentheses(p)) continue;
				return;
			}
			if (token.text === "}" || token.text === "{") return;
			if (token.first && (statementWords.has(token.text) || startsDeclaration(p, token))) return;
		}
		if (token.text === "(" || token.text === "[" || token.text === "{") depth++;
		else if (token.text === ")" || token.text === "]" || token.text === "}") {
			if (depth > 0) depth--;
		}
		p.at++;
		if (token.text === ";" && depth > 0 && current(p).first) return;
	}
}

/** Whether a ')' on this line closes what was opened before it. */
function isWithinParentheses(p: Parser): boolean {
	let depth = 0;
	for (let n = 0; !following(p, n).first; n++) {
		const { kind, text } = following(p, n);
		if (kind === "end" || text === ";" || text === "{" || text === "}") return false;
		if (text === "(") depth++;
		else if (text === ")" && depth-- === 0) return true;
	}
	return false;
}

function blockItem(p: Parser, out: Statement[]): void {
	const token = current(p);
	if (token.text === "_Static_assert") {
		staticAssertion(p);
		return;
	}
	if (token.text === "__extension__") p.at++;
	if (following(p).text !== ":" || token.text === "default") {
		if (startsDeclaration(p, current(p)) && !isAttributeStatement(p)) {
			localDeclaration(p, out);
			return;
		}
		if (isUnknownType(p, token)) {
			localDeclaration(p, out);
			return;
		}
	}
	const result = statement(p);
	flushPending(p, out);
	out.push(result);
}

/** `__attribute__((fallthrough));` */
function isAttributeStatement(p: Parser): boolean {
	if (!/^__attribute(__)?$/.test(current(p).text)) return false;
	const at = p.at;
	attributes(p);
	const alone = is(p, ";");
	if (!alone) p.at = at;
	return alone;
}

/** A name that nobody declared where only a type makes sense: `foo_t x;`, or a misspelt keyword. */
function isUnknownType(p: Parser, token: Token): boolean {
	if (!isName(token) || findName(p.scope, token.text) !== undefined) return false;
	const next = following(p);
	if (isName(next) || next.kind === "number" || next.kind === "string") {
		const meant = closest(token.text, statementWords, 2);
		if (meant !== null) p.reporter.fail(`unknown name '${token.text}'`, token, `did you mean '${meant}'?`);
	}
	return looksLikeType(p);
}

// statement = labelled | compound | if | switch | while | do | for | goto | continue | break | return | expression? ";"
function statement(p: Parser): Statement {
	const token = current(p);
	enter(p);
	const result = statementOf(p, token);
	leave(p);
	return result;
}

function statementOf(p: Parser, token: Token): Statement {
	if (token.kind === "identifier") {
		if (startsLabel(p)) return labelledStatement(p);
		switch (token.text) {
			case "if":
				return ifStatement(p);
			case "while":
				return whileStatement(p);
			case "for":
				return forStatement(p);
			case "do":
				return doStatement(p);
			case "switch":
				return switchStatement(p);
			case "return":
				return returnStatement(p);
			case "break":
			case "continue":
				return jump(p, token.text);
			case "goto":
				return gotoStatement(p);
			case "else":
				return p.reporter.fail(
					"'else' without a previous 'if'",
					token,
					"is a '}' missing before it, or a ';' too many?",
				);
			case "asm":
			case "__asm":
			case "__asm__":
				return assembly(p);
		}
	}
	if (token.text === "{") return compoundStatement(p, createScope(p.scope));
	const meant = headMeant(p, token);
	if (meant !== null) {
		p.reporter.error(`unknown word '${token.text}'`, token, `did you mean '${meant}'?`);
		return HEADS[meant](p);
	}
	if (accept(p, ";")) return { kind: "empty", place: token };
	return expressionStatement(p, token);
}

const HEADS = {
	if: ifStatement,
	while: whileStatement,
	for: forStatement,
	switch: switchStatement,
} as const;

/** The word that was meant where an unknown name, parentheses and a block follow each other. */
function headMeant(p: Parser, token: Token): keyof typeof HEADS | null {
	if (!isName(token) || following(p).text !== "(" || findName(p.scope, token.text) !== undefined) return null;
	const meant = closest(token.text, Object.keys(HEADS), 2) as keyof typeof HEADS | null;
	let depth = 0;
	for (let n = 1; meant !== null; n++) {
		const { kind, text } = following(p, n);
		if (kind === "end" || text === "{" || text === "}") return null;
		if (text === "(") depth++;
		else if (text === ")" && --depth === 0) return following(p, n + 1).text === "{" ? meant : null;
	}
	return null;
}

function expressionStatement(p: Parser, place: Token): Statement {
	const value = toValue(expression(p));
	// A word that is no statement of C has been told.
	if (isUnknown(value.type) && previous(p) === place && current(p).first) return { kind: "empty", place };
	warnIfUnused(p, value);
	// The last one of a statement expression is its value.
	const isValue = following(p).text === "}" && following(p, 2).text === ")";
	expectSemicolon(p, " after the expression");
	return { kind: "expression", expression: isValue ? value : withoutResult(p, value), place };
}

// ---- conditions ----

// condition = "(" expression ")"
function condition(p: Parser, after: string): Expression {
	const open = current(p);
	if (open.text !== "(") p.reporter.fail(`expected '(' after '${after}'`, open);
	p.at++;
	const operand = expression(p);
	const test = conditionOf(p, operand, after);
	closeHead(p, open);
	return test;
}

/** The operand as what decides in a statement, `after` its word. */
function conditionOf(p: Parser, operand: Operand, after: string): Expression {
	warnAboutAssignment(p, operand);
	warnAboutParentheses(p, operand);
	const value = toValue(operand);
	warnOfForegoneTruth(p, value);
	return checkScalar(p, value, `the condition of '${after}'`);
}

/** `((a == b))`: the second pair is written when an assignment is meant. */
function warnAboutParentheses(p: Parser, operand: Operand): void {
	if (operand.kind !== "compare" || operand.operator !== "==" || !p.parenthesised.has(operand)) return;
	const token = p.written.get(operand);
	const left = operand.left.kind === "cast" ? operand.left.operand : operand.left;
	if (token === undefined || token.origin !== null || left.kind !== "load") return;
	p.reporter.warning(
		"equality comparison with extraneous parentheses",
		token,
		"use '=' if an assignment is meant; else one pair is enough",
	);
}

function warnAboutAssignment(p: Parser, operand: Operand): void {
	if (operand.kind !== "assign" || p.parenthesised.has(operand)) return;
	const value = operand.value.kind === "cast" ? operand.value.operand : operand.value;
	const compared = value.kind === "compare" ? bareOperator(p, value) : null;
	p.reporter.warning(
		"using the result of an assignment as a condition without parentheses",
		operand.place,
		compared !== null
			? `the comparison is done first, and its truth assigned: write '(a = b) ${compared.text} c'`
			: "use '==' to compare, or another pair of parentheses if the assignment is meant",
	);
}

/** More 'else if' in a row are refused. */
const MOST_ARMS = 20_000;

// if = "if" condition statement ("else" statement)?
/** A chain of `else if` is read arm by arm: it is long, not deep. */
function ifStatement(p: Parser): Statement {
	const arms: Omit<IfStatement, "otherwise">[] = [];
	let otherwise: Statement | null = null;
	let firstElse: Token | null = null;
	do {
		const place = advance(p);
		const test = condition(p, "if");
		warnIfEmpty(p, "if", previous(p), true);
		refuseThen(p);
		const then = statement(p);
		arms.push({ kind: "if", condition: test, then, place });
		if (arms.length > MOST_ARMS) p.reporter.giveUp(`more than ${MOST_ARMS} 'else if' in a row`, place);
		if (isMisspeltElseIf(p)) continue;
		if (!accept(p, "else")) {
			warnOfDanglingElse(p, then);
			break;
		}
		firstElse ??= previous(p);
		if (isConditionOfElse(p)) {
			p.reporter.error("'else' has no condition", current(p), "did you mean 'else if'?");
			p.at--;
		} else if (!is(p, "if")) otherwise = statement(p);
	} while (otherwise === null);
	const whole = arms.reduceRight<Statement | null>((rest, arm) => ({ ...arm, otherwise: rest }), otherwise)!;
	if (firstElse !== null) p.elses.set(whole, firstElse);
	return whole;
}

/** `if (a) if (b) …; else …;`: the 'else' belongs to the second 'if', however it is indented. */
function warnOfDanglingElse(p: Parser, then: Statement): void {
	let last = behindLabels(then);
	while (last.kind === "while" || last.kind === "for" || last.kind === "switch")
		last = behindLabels(last.body);
	const token = p.elses.get(last);
	if (token !== undefined)
		p.reporter.warning(
			"this 'else' belongs to the 'if' just above it",
			token,
			"braces say to which it belongs",
		);
}

/** `if (x) then …` */
function refuseThen(p: Parser): void {
	if (!is(p, "then") || findName(p.scope, "then") !== undefined) return;
	p.reporter.error("C has no word 'then'", current(p), "what is to be done follows the condition");
	p.at++;
}

/** `elif (x)` and `elseif (x)`, which is said; the word stands for `if` then. */
function isMisspeltElseIf(p: Parser): boolean {
	const token = current(p);
	if (!/^els?e?_?if$/i.test(token.text) || following(p).text !== "(") return false;
	if (findName(p.scope, token.text) !== undefined) return false;
	p.reporter.error(`unknown word '${token.text}'`, token, "did you mean 'else if'?");
	return true;
}

/** `else (x) {`: a block behind an expression in parentheses. */
function isConditionOfElse(p: Parser): boolean {
	if (!is(p, "(")) return false;
	let depth = 0;
	for (let n = 0; ; n++) {
		const { kind, text } = following(p, n);
		if (kind === "end" || text === ";" || text === "{") return false;
		if (text === "(") depth++;
		else if (text === ")" && --depth === 0) return following(p, n + 1).text === "{";
	}
}

/** Whether what follows the next token is written on a line of its own and further in than `word`: as its body would be. */
function isFurtherIn(p: Parser, word: Token): boolean {
	const after = following(p);
	return word.first && after.first && after.column > word.column && after.text !== "}";
}

/** `if (x);` and `while (x); { … }` */
function warnIfEmpty(p: Parser, word: string, close: Token, always: boolean): void {
	const token = current(p);
	if (token.text !== ";" || token.line !== close.line || token.origin !== null) return;
	if (!always && following(p).text !== "{") return;
	if (following(p).text === "else") return;
	p.reporter.warning(`'${word}' has an empty body: is the ';' meant?`, token);
}

// ---- loops ----

function loopBody(p: Parser): Statement {
	const inside = p.inside!;
	inside.breakable++;
	inside.continuable++;
	const body = statement(p);
	inside.breakable--;
	inside.continuable--;
	return body;
}

// while = "while" condition statement
function whileStatement(p: Parser): Statement {
	const place = advance(p);
	const test = condition(p, "while");
	warnIfEmpty(p, "while", previous(p), isFurtherIn(p, place));
	return { kind: "while", condition: test, body: loopBody(p), place };
}

// do = "do" statement "while" condition ";"
function doStatement(p: Parser): Statement {
	const place = advance(p);
	const body = loopBody(p);
	expect(p, "while", " after the body of 'do'");
	const test = condition(p, "while");
	expectSemicolon(p, " after 'do … while'");
	return { kind: "do", body, condition: test, place };
}

// for = "for" "(" (declaration | expression? ";") expression? ";" expression? ")" statement
function forStatement(p: Parser): Statement {
	const place = advance(p);
	const open = current(p);
	if (open.text !== "(") p.reporter.fail("expected '(' after 'for'", open);
	p.at++;
	const outer = p.scope;
	p.scope = createScope(outer);
	const own = { locals: [], allocates: false };
	const { variable } = p.inside!;
	p.inside!.blocks.push(own);
	const start: Statement[] = [];
	if (startsDeclaration(p, current(p))) {
		refuseRange(p);
		localDeclaration(p, start);
	} else if (!accept(p, ";")) start.push(expressionStatement(p, current(p)));
	let test: Expression | null = null;
	if (!is(p, ";")) {
		test = conditionOf(p, expression(p), "for");
	}
	expect(p, ";", " in 'for'");
	const step = is(p, ")") ? null : stepOf(p, toValue(expression(p)));
	const close = closeHead(p, open);
	warnIfEmpty(p, "for", close, isFurtherIn(p, place));
	const body = loopBody(p);
	p.inside!.blocks.pop();
	p.inside!.variable = variable;
	p.scope = outer;
	return { kind: "for", start, locals: own.locals, condition: test, step, body, place };
}

/** `for (int x : list)`, as other languages have it. */
function refuseRange(p: Parser): void {
	let n = 0;
	while (/^[\w*]+$/.test(following(p, n).text)) n++;
	if (following(p, n).text === ":" && following(p, n + 1).text !== "=")
		p.reporter.fail(
			"'for' does not go through an array by itself",
			following(p, n),
			"count its elements: for (int i = 0; i < length; i++)",
		);
}

function stepOf(p: Parser, value: Expression): Expression {
	warnIfUnused(p, value);
	return toVoid(withoutResult(p, value));
}

// ---- switch ----

// switch = "switch" condition statement
function switchStatement(p: Parser): Statement {
	const place = advance(p);
	const open = expect(p, "(", " after 'switch'");
	let value = toValue(expression(p));
	warnIfEmpty(p, "switch", closeHead(p, open), true);
	if (!isUnknown(value.type) && !isInteger(value.type)) {
		p.reporter.error(`statement requires an integer, not ${quotedType(value.type)}`, value.place);
		value = { kind: "integer", value: 0n, type: intType, place };
	}
	if (isTruth(value))
		p.reporter.warning("the value of 'switch' is a truth, 0 or 1", place, "an 'if' chooses between two");
	const type = isUnknown(value.type) ? intType : promoted(value.type);
	const converted: Expression =
		typeText(type) === typeText(value.type)
			? value
			: { kind: "cast", operand: value, type, place: value.place };
	const inside = p.inside!;
	const own: SwitchContext = {
		written: value.type,
		type,
		cases: [],
		values: new Map(),
		ranges: [],
		default: null,
		variable: inside.variable,
	};
	inside.switches.push(own);
	inside.breakable++;
	const body = statement(p);
	inside.breakable--;
	inside.switches.pop();
	warnOfMissingCases(p, value, own);
	if (body.kind === "block") warnOfFallingThrough(p, body.items);
	return { kind: "switch", value: converted, cases: own.cases, default: own.default, body, place };
}

/** Warns where control runs from one case's statements into the next one's, unless a comment or an attribute says that it is meant. */
function warnOfFallingThrough(p: Parser, items: readonly Statement[]): void {
	let reached = false;
	for (const [i, item] of items.entries()) {
		const isLabel = item.kind === "case";
		if (isLabel && reached && !isMeant(item, items[i - 1]) && !leavesAtOnce(item, items[i + 1]))
			p.reporter.warning(
				"control falls through to this label from the statements above it",
				item.place,
				"a 'break' is missing, or a comment that says so: /* fall through */",
			);
		if (isLabel || item.kind === "label" || reached) reached = fallsThrough(item);
		if (isLabel && isEmpty(item)) reached = false;
	}
}

function isMeant({ place }: Statement, before: Statement | undefined): boolean {
	const { isMeant: isSaid, origin } = place as Token;
	return isSaid === true || origin !== null || before?.kind === "empty";
}

/** Labels with nothing behind them but a `break` or the like: whether control falls in there makes no difference. */
function leavesAtOnce(item: Statement, next: Statement | undefined): boolean {
	const first = behindLabels(item);
	const does = first.kind === "empty" ? next : first;
	if (does === undefined || does.kind === "break" || does.kind === "goto" || does.kind === "continue")
		return true;
	return does.kind === "return" && does.value === null;
}

function isEmpty(item: Statement): boolean {
	return behindLabels(item).kind === "empty";
}

// case = ("case" constant ("..." constant)? | "default") ":" statement
function caseLabel(p: Parser): LabelRead {
	const place = advance(p);
	const own = p.inside!.switches.at(-1);
	let label: CaseLabel = { low: 0n, high: 0n, place };
	if (place.text === "case") {
		const written = current(p);
		const low = constantExpression(p, "the value of 'case'");
		const high = accept(p, "...") ? constantExpression(p, "the value of 'case'") : low;
		const type = own?.type ?? intType;
		if (low !== null && high !== null) {
			label = { low: wrapped(low, type), high: wrapped(high, type), place };
			addCase(p, label);
			if (own !== undefined) warnOfCase(p, own, low, written);
		}
	} else if (own?.default)
		p.reporter.error(
			"multiple default labels in one switch",
			place,
			noteAt("previous default is here", own.default.place),
		);
	else if (own !== undefined) own.default = label;
	if (own === undefined) p.reporter.error(`'${place.text}' statement not in switch statement`, place);
	else checkJump(p, own.variable, p.inside!.variable, "this switch", place);
	expect(p, ":", ` after '${place.text}'`);
	return { kind: "case", label, place };
}

function addCase(p: Parser, label: CaseLabel): void {
	const own = p.inside!.switches.at(-1);
	if (own === undefined) return;
	if (label.high < label.low) {
		p.reporter.warning("empty case range specified", label.place);
		return;
	}
	const overlaps = (each: CaseLabel): boolean => each.low <= label.high && label.low <= each.high;
	const isRange = label.high !== label.low;
	const old = own.ranges.find(overlaps) ?? (isRange ? own.cases.find(overlaps) : own.values.get(label.low));
	if (old !== undefined) {
		p.reporter.error(
			`duplicate case value '${label.low}'`,
			label.place,
			noteAt("previous case is here", old.place),
		);
		return;
	}
	own.cases.push(label);
	if (isRange) own.ranges.push(label);
	else own.values.set(label.low, label);
}

/** The statement behind a label; a declaration or the block's end may follow it, too. */
function afterLabel(p: Parser): Statement {
	const token = current(p);
	if (token.text === "}" || (startsDeclaration(p, token) && following(p).text !== ":"))
		return { kind: "empty", place: previous(p) };
	return statement(p);
}

/** What stands before a statement: `case 1:`, `default:`, `name:`. */
type LabelRead =
	| { readonly kind: "case"; readonly label: CaseLabel; readonly place: Token }
	| { readonly kind: "label"; readonly name: string; readonly place: Token };

/** Labels in a row are many, not deep: they are read one by one. */
function labelledStatement(p: Parser): Statement {
	const labels: LabelRead[] = [];
	while (startsLabel(p)) labels.push(is(p, "case") || is(p, "default") ? caseLabel(p) : plainLabel(p));
	return labels.reduceRight<Statement>((body, label) => ({ ...label, body }), afterLabel(p));
}

function startsLabel(p: Parser): boolean {
	const token = current(p);
	if (token.kind !== "identifier") return false;
	if (token.text === "case" || token.text === "default") return true;
	return following(p).text === ":" && isName(token);
}

// ---- jumps ----

// labelled = name ":" statement
function plainLabel(p: Parser): LabelRead {
	const written = current(p);
	const name = labelMeant(p, written);
	p.at += 2;
	const { labels } = p.inside!;
	const old = labels.get(name.text);
	if (old !== undefined)
		p.reporter.error(
			`redefinition of label '${written.text}'`,
			name,
			noteAt("previous definition is here", old),
		);
	labels.set(name.text, name);
	p.inside!.among.set(name, p.inside!.variable);
	if (attributes(p).unused) p.inside!.idleLabels.add(name.text);
	return { kind: "label", name: name.text, place: name };
}

// goto = "goto" (name | "*" expression) ";"
function gotoStatement(p: Parser): Statement {
	const place = advance(p);
	const name = current(p);
	if (accept(p, "*")) {
		const target = toValue(expression(p));
		if (target.type.kind !== "pointer" && !isUnknown(target.type))
			p.reporter.error(`computed goto needs a pointer, not ${quotedType(target.type)}`, target.place);
		expectSemicolon(p, " after the goto statement");
		return { kind: "computed-goto", target, place };
	}
	if (!isName(name)) p.reporter.fail("expected a label's name after 'goto'", name);
	p.at++;
	const meant = labelMeant(p, name);
	p.inside!.gotos.push(meant);
	p.inside!.among.set(meant, p.inside!.variable);
	expectSemicolon(p, " after the goto statement");
	return { kind: "goto", name: meant.text, place };
}

// jump = ("break" | "continue") ";"
function jump(p: Parser, kind: "break" | "continue"): Statement {
	const place = advance(p);
	const inside = p.inside!;
	if (kind === "break" && inside.breakable === 0)
		p.reporter.error("'break' statement not in loop or switch statement", place);
	if (kind === "continue" && inside.continuable === 0)
		p.reporter.error("'continue' statement not in loop statement", place);
	expectSemicolon(p, ` after '${kind}'`);
	return { kind, place };
}

// return = "return" expression? ";"
function returnStatement(p: Parser): Statement {
	const place = advance(p);
	const { symbol, type } = p.inside!;
	const { result } = type;
	if (accept(p, ";") || is(p, "}")) {
		if (is(p, "}") && previous(p).text !== ";") expectSemicolon(p, " after the return statement");
		if (result.kind !== "void")
			p.reporter.warning(`non-void function '${symbol.name}' should return a value`, place);
		return { kind: "return", value: null, place };
	}
	const value = toValue(expression(p));
	expectSemicolon(p, " after the return statement");
	if (result.kind === "void") {
		if (value.type.kind !== "void" && !isUnknown(value.type))
			p.reporter.warning(`void function '${symbol.name}' should not return a value`, value.place);
		// `return f();` in a void function: the call is made all the same.
		return {
			kind: "block",
			items: [
				{ kind: "expression", expression: toVoid(value), place },
				{ kind: "return", value: null, place },
			],
			locals: [],
			allocates: false,
			place,
			end: place,
		};
	}
	const kept = withoutOwnAddress(p, value);
	const returned = assigned(p, kept, result, { kind: "returning" }, value.place);
	const fromMain = symbol.name === "main" && result.kind === "integer";
	return { kind: "return", value: fromMain ? leavingMain(p, returned, place) : returned, place };
}

// ---- assembly ----

const effects: ReadonlySet<string> = new Set("++ -- = += -= *= /= %= <<= >>= &= ^= |=".split(" "));

/** Instructions that change nothing: they wait, or order what one processor does for others. */
const idle = /^"(?:nop|pause|rep; ?nop|[lms]fence)?(?:\\[nt]|;)*"$/;

/**
 * An empty `asm volatile ("" : : : "memory")`, or one of an idle instruction, only keeps a compiler from moving things, which this one never does. Nor are
 * its operands computed here: one that may do something is refused.
 */
function assembly(p: Parser): Statement {
	const place = advance(p);
	while (/^(__volatile__|__volatile|volatile|goto|inline)$/.test(current(p).text)) p.at++;
	const open = expect(p, "(");
	let empty = idle.test(current(p).text);
	for (let depth = 1; depth > 0 && !atEnd(p); ) {
		const { text } = advance(p);
		// An output that is only written gets its value from the assembly.
		if (text.startsWith('"=')) empty = false;
		if (effects.has(text) || (isName(previous(p)) && is(p, "("))) empty = false;
		if (text === "(") depth++;
		else if (text === ")") depth--;
	}
	if (atEnd(p)) expectClosing(p, ")", open);
	if (!empty) p.reporter.error("inline assembly is not supported", place);
	expectSemicolon(p, " after 'asm'");
	return { kind: "empty", place };
}
