// Translation units: external declarations, one after the other (C11 6.9), and the parser's beginning and end.

import {
	checkUseful,
	compoundLiteral,
	declared,
	declareFunction,
	declareObject,
	declareTypedef,
	expectedDeclaration,
	finishObjects,
	skipDeclarator,
	unnamedObject,
} from "./declarations.ts";
import { typeName } from "./declarators.ts";
import { noteAt, type Reporter } from "./diagnostics.ts";
import { functionDefinition } from "./functions.ts";
import { warnOfImplicitFunctions } from "./implicit.ts";
import {
	accept,
	atEnd,
	attempt,
	current,
	expectSemicolon,
	following,
	type Grammar,
	is,
	isName,
	type Parser,
	previous,
} from "./parser.ts";
import { findName } from "./scope.ts";
import { specifiers, startsDeclaration, startsTypeName } from "./specifiers.ts";
import { compoundStatement } from "./statements.ts";
import { staticAssertion } from "./static-assert.ts";
import { spanAfter, type Token } from "./tokens.ts";
import type { TranslationUnit } from "./tree.ts";
import {
	arrayOf,
	layOut,
	pointerTo,
	recordType,
	type StructOrUnion,
	unsignedIntType,
	voidType,
} from "./types.ts";
import { createFileScope, letWait } from "./waiting.ts";

const grammar: Grammar = {
	startsDeclaration,
	startsTypeName,
	specifiers,
	typeName,
	compoundStatement,
	compoundLiteral,
	unnamedObject,
};

// translation-unit = external-declaration*
/** The typed tree of a file's tokens. With errors reported it is not fit for use. */
export function translationUnit(
	file: string,
	tokens: readonly Token[],
	reporter: Reporter,
	declaring: Parser["declaring"] = () => undefined,
): TranslationUnit {
	const fileScope = createFileScope();
	const p: Parser = {
		file,
		tokens,
		at: 0,
		reporter,
		fileScope,
		scope: fileScope,
		inside: null,
		isStatic: false,
		prototypes: 0,
		depth: 0,
		functions: [],
		objects: [],
		symbols: [],
		strings: new Map(),
		parenthesised: new WeakSet(),
		written: new WeakMap(),
		measured: new WeakMap(),
		enumerations: new WeakMap(),
		enumerators: new WeakMap(),
		elses: new WeakMap(),
		registers: new WeakSet(),
		writtenAsArrays: new WeakSet(),
		declaring,
		mayBeUnused: new Set(),
		grammar,
	};
	declareBuiltinTypes(p);
	try {
		externalDeclarations(p);
	} finally {
		warnOfImplicitFunctions(p);
	}
	finishObjects(p);
	warnOfUnusedFunctions(p);
	return { file, functions: p.functions, objects: p.objects, symbols: p.symbols };
}

function externalDeclarations(p: Parser): void {
	while (!atEnd(p)) {
		const { at } = p;
		attempt(
			p,
			() => externalDeclaration(p),
			() => {
				rememberName(p, at);
				recover(p);
			},
		);
		p.inside = null;
	}
}

/** A function of this file alone that nobody calls. */
function warnOfUnusedFunctions(p: Parser): void {
	if (p.reporter.errors > 0) return;
	for (const symbol of p.symbols) {
		const isIdle = symbol.linkage === "internal" && symbol.defined && symbol.firstUse === null;
		if (isIdle && !p.mayBeUnused.has(symbol) && (symbol.place as Token).origin === null)
			p.reporter.warning(`unused function '${symbol.name}'`, symbol.place);
	}
}

/** `__builtin_va_list`, an array of one record as on x86-64, so that passing it passes a pointer. */
function declareBuiltinTypes(p: Parser): void {
	const record: StructOrUnion = { union: false, tag: "__va_list_tag", members: null, size: 0, align: 1 };
	const member = (name: string, type: typeof voidType | typeof unsignedIntType, pointer: boolean) => ({
		name,
		type: pointer ? pointerTo(type) : type,
		width: null,
		align: 0,
		packed: false,
	});
	layOut(record, [
		member("gp_offset", unsignedIntType, false),
		member("fp_offset", unsignedIntType, false),
		member("overflow_arg_area", voidType, true),
		member("reg_save_area", voidType, true),
	]);
	const place = p.tokens[0]!;
	const type = { ...arrayOf(recordType(record), 1), alias: "va_list" };
	p.fileScope.names.set("__builtin_va_list", { kind: "typedef", type, place });
}

// external-declaration = function | specifiers (init-declarator ("," init-declarator)*)? ";" | static-assertion | ";"
function externalDeclaration(p: Parser): void {
	if (accept(p, ";") || letWait(p, () => declaration(p))) return;
	declaration(p);
}

function declaration(p: Parser): void {
	const start = current(p);
	if (start.text === "_Static_assert") {
		staticAssertion(p);
		return;
	}
	if (start.text === "asm" || start.text === "__asm__")
		p.reporter.fail("inline assembly is not supported", start);
	if (isStray(p, start)) return;
	if (!startsDeclaration(p, start) && !isName(start) && start.text !== "*") expectedDeclaration(p);
	const base = specifiers(p);
	if (accept(p, ";")) {
		checkUseful(p, base);
		return;
	}
	for (;;) {
		const { at } = p;
		const what = declared(p, base);
		const { type } = what.declarator;
		if (type.kind === "function" && startsBody(p, what.declarator.oldNames.length > 0)) {
			functionDefinition(p, what);
			return;
		}
		attempt(
			p,
			() => {
				if (base.storage === "typedef") declareTypedef(p, what);
				else if (type.kind === "function") declareFunction(p, what, false);
				else declareObject(p, what);
			},
			() => skipDeclarator(p, at),
		);
		if (!accept(p, ",")) {
			if (type.kind === "function" && !is(p, ";") && current(p).first) {
				missingBody(p, what.name);
				return;
			}
			break;
		}
	}
	expectSemicolon(p, " after the declaration");
}

const STATEMENTS: ReadonlySet<string> = new Set(
	"if else while do for switch case default break continue return goto".split(" "),
);

/** What only a function can have, or a '}' that closes nothing: said once, and passed over to the next declaration in column 1. */
function isStray(p: Parser, start: Token): boolean {
	if (start.text === "}") {
		p.reporter.error("a '}' too many: nothing is open here", start);
		p.at++;
		return true;
	}
	if (start.text === "{") {
		const before = previous(p);
		const cure = before.text === ";" ? [noteAt("is this ';' too many?", before)] : [];
		p.reporter.error("a block outside of a function", start, ...cure);
	} else if (isCall(p, start))
		p.reporter.error(
			`a call outside of a function: of '${start.text}'`,
			start,
			"is there a '}' too many above, or a '{' missing?",
		);
	else if (STATEMENTS.has(start.text))
		p.reporter.error(
			`a statement outside of a function: '${start.text}'`,
			start,
			"is there a '}' too many above, or a '{' missing?",
		);
	else return false;
	do p.at++;
	while (!atEnd(p) && !(current(p).first && current(p).column === 1 && startsDeclaration(p, current(p))));
	return true;
}

/** A function's name, and between parentheses what can only be a value. */
function isCall(p: Parser, start: Token): boolean {
	if (findName(p.scope, start.text)?.kind !== "function" || following(p).text !== "(") return false;
	const { kind, text } = following(p, 2);
	return kind === "string" || kind === "number" || kind === "character" || text === "&";
}

function startsBody(p: Parser, old: boolean): boolean {
	return is(p, "{") || (old && startsDeclaration(p, current(p)));
}

/** A function whose `{` is missing: what was to be its body is passed over. */
function missingBody(p: Parser, name: Token): void {
	if (startsDeclaration(p, current(p)) && current(p).column === 1) {
		expectSemicolon(p, " after the declaration");
		return;
	}
	p.reporter.error(`expected '{' or ';' after the head of function '${name.text}'`, spanAfter(previous(p)));
	while (!atEnd(p)) {
		const token = current(p);
		if (token.first && token.column === 1 && startsDeclaration(p, token)) return;
		p.at++;
		if (token.text === "}" && token.column === 1) return;
	}
}

/** The function that a wrong declaration was to declare is not reported as undeclared later. */
function rememberName(p: Parser, start: number): void {
	for (let at = start; at < p.at && at < start + 8; at++) {
		const token = p.tokens[at]!;
		if (!isName(token) || p.tokens[at + 1]?.text !== "(") continue;
		if (!p.fileScope.names.has(token.text))
			p.fileScope.names.set(token.text, { kind: "unknown", place: token });
		return;
	}
}

/** After a syntax error outside functions: to behind the `;` or `}` that ends what was being read. */
function recover(p: Parser): void {
	let depth = 0;
	while (!atEnd(p)) {
		const token = current(p);
		if (token.column === 1 && token.first && token.origin === null && startsDeclaration(p, token)) return;
		p.at++;
		if (token.text === "{") depth++;
		else if (token.text === "}" && --depth <= 0) {
			accept(p, ";");
			return;
		} else if (token.text === ";" && depth === 0) return;
	}
}
