// Declarations of objects, functions and types, outside functions and in blocks (C11 6.7, 6.9).

import type { Note, Span } from "../../base/index.ts";
import { type Attributes, attributes, checkAlignas, refuseAlignas } from "./attributes.ts";
import { involvesUnknown, isUnknown, quotedType, unknownType } from "./conversions.ts";
import { type Declarator, declarator, expectName } from "./declarators.ts";
import { noteAt, SyntaxFailure } from "./diagnostics.ts";
import { recordNotes } from "./hints.ts";
import { initialiser } from "./initialisers.ts";
import { noteVariable } from "./jumps.ts";
import { sizeExpression } from "./operators.ts";
import {
	accept,
	addAnonymousObject,
	addLocal,
	atEnd,
	attempt,
	current,
	expectSemicolon,
	following,
	is,
	isName,
	type Parser,
	previous,
	type Specifiers,
	shown,
} from "./parser.ts";
import type { Entity } from "./scope.ts";
import { specifiers } from "./specifiers.ts";
import { staticData } from "./static-data.ts";
import type { Token } from "./tokens.ts";
import type { FunctionSymbol, Initialiser, LValue, ObjectSymbol, Statement } from "./tree.ts";
import {
	alignedTo,
	alignOf,
	arrayOf,
	CONST,
	type CType,
	compatible,
	type FunctionType,
	isComplete,
	named,
	pointerTo,
	sameType,
	type VariableArrayType,
} from "./types.ts";

/** What a declarator declares, and with which specifiers. */
export interface Declared {
	readonly base: Specifiers;
	readonly declarator: Declarator;
	readonly name: Token;
	readonly attributes: Readonly<Attributes>;
}

// init-declarator = declarator attributes ("=" initialiser)?
export function declared(p: Parser, base: Specifiers): Declared {
	refuseBrackets(p);
	const result = declarator(p, base.type);
	const name = expectName(p, result);
	const given = attributes(p, { ...base.attributes, packed: false });
	refuseOtherInitialiser(p, name);
	if (result.type.kind === "function" && is(p, "="))
		p.reporter.fail(
			`'${name.text}' is a function, and has no initial value`,
			current(p),
			"a pointer to a function is written (*name)(…)",
		);
	return { base, declarator: result, name, attributes: given };
}

/** `int[] a`, as other languages have it. */
function refuseBrackets(p: Parser): void {
	if (!is(p, "[")) return;
	let n = 1;
	while (following(p, n).text !== "]" && following(p, n).text !== ";" && following(p, n).kind !== "end") n++;
	const name = following(p, n + 1);
	if (!isName(name)) return;
	p.scope.names.set(name.text, { kind: "unknown", place: name });
	const message = "the brackets of an array do not stand before its name";
	p.reporter.error(message, current(p), `they come after it: ${name.text}[…]`);
	p.at += n + 1;
	skipDeclarator(p, p.at);
	throw new SyntaxFailure(message);
}

/** `int x == 5` and `int x := 5`. */
function refuseOtherInitialiser(p: Parser, name: Token): void {
	const isColon = is(p, ":") && following(p).text === "=";
	if (!isColon && !is(p, "==")) return;
	p.scope.names.set(name.text, { kind: "unknown", place: name });
	p.reporter.fail(`'${isColon ? ":=" : "=="}' gives no initial value`, current(p), "did you mean '='?");
}

function before(p: Parser, name: Token): Entity | undefined {
	return p.scope.names.get(name.text);
}

function redefined(p: Parser, name: Token, old: Entity, message = `redefinition of '${name.text}'`): void {
	p.reporter.error(message, name, noteAt("previous declaration is here", old.place));
}

// ---- typedef ----

export function declareTypedef(p: Parser, what: Declared): void {
	const { name } = what;
	const { type } = what.declarator;
	const old = before(p, name);
	if (old !== undefined && old.kind !== "unknown") {
		const same = old.kind === "typedef" && (sameType(old.type, type) || involvesUnknown(type));
		if (!same) {
			const message =
				old.kind === "typedef"
					? `typedef redefinition of '${name.text}' with different types (${quotedType(type)} and ${quotedType(old.type)})`
					: `redefinition of '${name.text}' as a type`;
			redefined(p, name, old, message);
			return;
		}
	}
	refuseAlignas(p, what.base, `typedef '${name.text}'`);
	const aligned = alignedTo(type, what.attributes.align);
	const own = type.kind === "record" || type.kind === "enum" ? named(aligned, name.text) : aligned;
	p.scope.names.set(name.text, { kind: "typedef", type: own, place: name });
}

// ---- functions ----

/** Declares a function, or finds the declaration that this one repeats. */
export function declareFunction(p: Parser, what: Declared, isDefinition: boolean): FunctionSymbol {
	const { name, base } = what;
	const type = what.declarator.type as FunctionType;
	refuseAlignas(p, base, `function '${name.text}'`);
	const old = p.scope.names.get(name.text) ?? p.fileScope.names.get(name.text);
	if (old?.kind === "function") {
		repeatFunction(p, what, type, old.symbol, isDefinition);
		p.scope.names.set(name.text, old);
		noteUse(p, what, old.symbol);
		return old.symbol;
	}
	if (old !== undefined && old.kind !== "unknown" && before(p, name) !== undefined)
		redefined(p, name, old, `redefinition of '${name.text}' as a different kind of symbol`);
	if (base.storage === "static" && p.inside !== null)
		p.reporter.error("a function declared in a block cannot be static", base.place);
	const symbol: FunctionSymbol = {
		kind: "function",
		name: name.text,
		type,
		linkage: base.storage === "static" || (base.inline && base.storage === null) ? "internal" : "external",
		defined: false,
		noreturn: what.attributes.noreturn,
		implicit: false,
		beforeMain: what.attributes.beforeMain,
		afterMain: what.attributes.afterMain,
		definedAt: null,
		firstUse: null,
		place: name,
	};
	p.symbols.push(symbol);
	noteUse(p, what, symbol);
	const entity: Entity = { kind: "function", symbol, place: name };
	p.scope.names.set(name.text, entity);
	if (p.inside !== null && !p.fileScope.names.has(name.text)) p.fileScope.names.set(name.text, entity);
	return symbol;
}

/** Notes whether the function may be left unused, and how it is linked. */
function noteUse(p: Parser, { base, attributes: given }: Declared, symbol: FunctionSymbol): void {
	if (base.inline || given.unused || given.beforeMain !== null || given.afterMain !== null)
		p.mayBeUnused.add(symbol);
	noteLinking(given, symbol);
}

/** What the attributes of any of its declarations say of how a function or object is linked. */
function noteLinking({ weak, label }: Readonly<Attributes>, symbol: FunctionSymbol | ObjectSymbol): void {
	if (weak) symbol.weak = true;
	if (label !== null) symbol.label ??= label;
}

function repeatFunction(
	p: Parser,
	what: Declared,
	type: FunctionType,
	symbol: FunctionSymbol,
	isDefinition: boolean,
): void {
	const { name, base } = what;
	const wasImplicit = symbol.implicit && symbol.type.result.kind === "integer" && type.result.kind === "void";
	if (wasImplicit && base.storage !== "static") {
		p.reporter.warning(`conflicting types for '${name.text}': ${quotedType(type)}`, name, impliedAt(symbol));
		symbol.type = type;
	} else if (
		!compatible(symbol.type, type) &&
		!involvesUnknown(type) &&
		!unknownParameters(type, symbol.type)
	)
		p.reporter.error(
			`conflicting types for '${name.text}': ${quotedType(type)}`,
			name,
			symbol.implicit
				? impliedAt(symbol)
				: noteAt(`previous declaration is here: ${quotedType(symbol.type)}`, symbol.place),
		);
	else if (type.prototype && (!symbol.type.prototype || isDefinition)) symbol.type = type;
	if (base.storage === "static" && symbol.linkage === "external") {
		p.reporter.error(
			`static declaration of '${name.text}' follows non-static declaration`,
			name,
			symbol.implicit ? impliedAt(symbol) : noteAt("previous declaration is here", symbol.place),
		);
	}
	symbol.noreturn ||= what.attributes.noreturn;
	symbol.beforeMain ??= what.attributes.beforeMain;
	symbol.afterMain ??= what.attributes.afterMain;
}

function impliedAt({ name, place }: FunctionSymbol): Note {
	return noteAt(`called here before it was declared, '${name}' was taken to return int`, place);
}

function unknownParameters(a: FunctionType, b: FunctionType): boolean {
	return [...a.parameters, ...b.parameters].some((parameter) => involvesUnknown(parameter.type));
}

// ---- objects with static storage ----

/** An object at file level, or `extern` in a block. */
export function declareObject(p: Parser, what: Declared): void {
	const { name, base } = what;
	const { type } = what.declarator;
	const hasInitialiser = is(p, "=");
	if (p.inside === null && (base.storage === "auto" || base.storage === "register"))
		p.reporter.error(`'${name.text}' outside of a function cannot be '${base.storage}'`, base.place);
	if (!usableType(p, type, name)) {
		skipInitialiser(p, name, type);
		return;
	}
	const old =
		p.scope.names.get(name.text) ??
		(base.storage === "extern" ? p.fileScope.names.get(name.text) : undefined);
	const symbol =
		old?.kind === "object" && old.symbol.linkage !== "none" ? old.symbol : newObject(p, what, old);
	if (old?.kind === "object" && old.symbol === symbol) repeatObject(p, what, symbol, type);
	noteLinking(what.attributes, symbol);
	p.scope.names.set(name.text, { kind: "object", symbol, place: name });
	if (!hasInitialiser) {
		if (base.storage !== "extern" && symbol.definition === "declared") {
			symbol.definition = "tentative";
			symbol.definedAt = name;
		}
		return;
	}
	if (base.storage === "extern" && p.inside === null)
		p.reporter.warning(
			"'extern' variable has an initializer",
			name,
			"leave 'extern' out where the variable is defined, and the value where it is only declared",
		);
	if (p.inside !== null)
		p.reporter.error(`'extern' variable '${name.text}' in a block cannot have an initializer`, name);
	if (symbol.definition === "defined")
		p.reporter.error(
			`redefinition of '${name.text}'`,
			name,
			noteAt("previous definition is here", symbol.definedAt ?? symbol.place),
		);
	p.at++;
	initialiseObject(p, symbol);
	symbol.definition = "defined";
	symbol.definedAt = name;
}

function newObject(p: Parser, what: Declared, old: Entity | undefined): ObjectSymbol {
	const { name, base } = what;
	const { type } = what.declarator;
	checkAlignas(p, base, name, type);
	if (old !== undefined && old.kind !== "unknown" && before(p, name) !== undefined) redefined(p, name, old);
	const symbol: ObjectSymbol = {
		kind: "object",
		name: name.text,
		type,
		linkage: base.storage === "static" ? "internal" : "external",
		definition: "declared",
		data: null,
		align: Math.max(alignOf(type), what.attributes.align),
		readOnly: isConst(type),
		threadLocal: base.threadLocal,
		within: null,
		place: name,
		definedAt: null,
		firstUse: null,
	};
	p.objects.push(symbol);
	return symbol;
}

function isConst(type: CType): boolean {
	return type.kind === "array" ? isConst(type.element) : (type.qualifiers & CONST) !== 0;
}

function repeatObject(p: Parser, what: Declared, symbol: ObjectSymbol, type: CType): void {
	const { name, base } = what;
	if (!sameType(symbol.type, type) && !involvesUnknown(type)) {
		p.reporter.error(
			`redefinition of '${name.text}' with a different type: ${quotedType(type)} and ${quotedType(symbol.type)}`,
			name,
			noteAt("previous declaration is here", symbol.place),
		);
		return;
	}
	if (type.kind === "array" && type.length !== null) symbol.type = type;
	if (base.storage === "static" && symbol.linkage === "external")
		p.reporter.error(
			`static declaration of '${name.text}' follows non-static declaration`,
			name,
			noteAt("previous declaration is here", symbol.place),
		);
}

/** Reads the initialiser behind `=` of an object with static storage. */
function initialiseObject(p: Parser, symbol: ObjectSymbol): void {
	const was = p.isStatic;
	p.isStatic = true;
	const result = initialiser(p, symbol.type);
	p.isStatic = was;
	symbol.type = result.type;
	symbol.data = staticData(p, result.type, result.initialiser);
}

/** Whether objects can have the type; says so when not. An array's length may still come from its initialiser. */
function usableType(p: Parser, type: CType, name: Token): boolean {
	if (isUnknown(type)) return false;
	if (type.kind !== "void" && type.kind !== "variable-array") return true;
	p.reporter.error(
		type.kind === "void"
			? `variable '${name.text}' has incomplete type 'void'`
			: `'${name.text}' has static storage: its length must be constant`,
		name,
	);
	return false;
}

/** After a wrong declaration: the name is known but means nothing. */
function skipInitialiser(p: Parser, name: Token, type: CType): void {
	if (before(p, name) === undefined || isUnknown(type))
		p.scope.names.set(name.text, { kind: "unknown", place: name });
	if (accept(p, "=")) initialiser(p, isComplete(type) ? type : unknownType);
}

/** At the file's end: tentative definitions must have become complete. */
export function finishObjects(p: Parser): void {
	for (const symbol of p.objects) {
		if (symbol.definition === "declared" || isUnknown(symbol.type)) continue;
		const { type } = symbol;
		if (type.kind === "array" && type.length === null && isComplete(type.element)) {
			if (symbol.definition === "tentative")
				p.reporter.warning(`array '${symbol.name}' assumed to have one element`, symbol.place);
			symbol.type = arrayOf(type.element, 1);
		} else if (!isComplete(type))
			p.reporter.error(`variable '${symbol.name}' has incomplete type ${quotedType(type)}`, symbol.place);
		symbol.align = Math.max(symbol.align, alignOf(symbol.type));
	}
}

// ---- objects in blocks ----

// declaration = specifiers (init-declarator ("," init-declarator)*)? ";"
/** A declaration in a block; what it does when reached is added to `out`. */
export function localDeclaration(p: Parser, out: Statement[]): void {
	const base = specifiers(p);
	if (accept(p, ";")) {
		checkUseful(p, base);
		return;
	}
	do {
		const start = p.at;
		const what = declared(p, base);
		if (is(p, "{") && what.declarator.type.kind === "function") nestedFunction(p, what);
		attempt(
			p,
			() => declareLocally(p, what, out),
			() => skipDeclarator(p, start),
		);
	} while (accept(p, ","));
	expectSemicolon(p, " at the end of the declaration");
}

export function checkUseful(p: Parser, base: Specifiers): void {
	const { type } = base;
	const hasName = base.standsAlone && (type.kind !== "record" || type.record.tag !== null);
	if (!hasName && !isUnknown(type)) p.reporter.warning("declaration does not declare anything", base.place);
	else if (base.storage === "typedef")
		p.reporter.warning("typedef requires a name", base.place, "it stands before the ';'");
}

function nestedFunction(p: Parser, what: Declared): never {
	const outer = p.inside!.symbol;
	return p.reporter.giveUp(
		`function definition of '${what.name.text}' is not allowed here`,
		what.name,
		"nested functions (a GNU extension) are not supported",
		noteAt(`is a '}' missing in '${outer.name}'?`, outer.place),
	);
}

/** Skips to the `,` or `;` that ends a declarator, which began at `start`: braces may be open. */
export function skipDeclarator(p: Parser, start: number): void {
	let depth = 0;
	for (let at = start; at < p.at; at++) {
		const { text } = p.tokens[at]!;
		if (text === "{") depth++;
		else if (text === "}" && depth > 0) depth--;
	}
	while (!atEnd(p)) {
		const { text, first } = current(p);
		if (text === ";" || (depth === 0 && (text === "," || text === "}"))) return;
		if (first && depth === 0 && p.inside !== null && p.grammar.startsDeclaration(p, current(p))) return;
		if (text === "(" || text === "[" || text === "{") depth++;
		else if ((text === ")" || text === "]" || text === "}") && depth > 0) depth--;
		p.at++;
	}
}

function declareLocally(p: Parser, what: Declared, out: Statement[]): void {
	const { storage } = what.base;
	const { type } = what.declarator;
	flushPending(p, out);
	if (storage === "typedef") declareTypedef(p, what);
	else if (type.kind === "function") declareFunction(p, what, false);
	else if (storage === "extern") declareObject(p, what);
	else if (storage === "static" || what.base.threadLocal) {
		if (storage !== "static")
			p.reporter.error(
				`'${what.name.text}' in a block is thread-local only when it is 'static' or 'extern', too`,
				what.name,
			);
		declareStaticLocal(p, what);
	} else if (type.kind === "variable-array") declareVariableArray(p, what, type, out);
	else declareAutomatic(p, what, out);
	noteVariable(p, what.name, type);
}

/** Sizes of variable length arrays are computed where they are declared. */
export function flushPending(p: Parser, out: Statement[]): void {
	const { pending } = p.inside!;
	if (pending.length > 0) out.push(...pending.splice(0));
}

function checkFresh(p: Parser, name: Token): void {
	const old = before(p, name);
	if (old !== undefined && old.kind !== "unknown") redefined(p, name, old);
}

function declareStaticLocal(p: Parser, what: Declared): void {
	const { name } = what;
	const { type } = what.declarator;
	checkFresh(p, name);
	checkAlignas(p, what.base, name, type);
	if (!usableType(p, type, name)) {
		skipInitialiser(p, name, type);
		return;
	}
	const symbol: ObjectSymbol = {
		...addAnonymousObject(p, type, name, null, isConst(type)),
		name: name.text,
		align: Math.max(alignOf(type), what.attributes.align),
		threadLocal: what.base.threadLocal,
	};
	p.objects[p.objects.length - 1] = symbol;
	p.scope.names.set(name.text, { kind: "object", symbol, place: name });
	if (accept(p, "=")) initialiseObject(p, symbol);
	if (!isComplete(symbol.type)) incomplete(p, name, symbol.type);
}

function incomplete(p: Parser, name: Token, type: CType): void {
	p.reporter.error(
		type.kind === "array" && type.length === null
			? `the length of array '${name.text}' is not known`
			: `variable '${name.text}' has incomplete type ${quotedType(type)}`,
		name,
		...recordNotes(p, type),
		...(type.alias === null ? [] : [`only a pointer to one can be declared: ${type.alias} *${name.text}`]),
	);
}

function declareVariableArray(p: Parser, what: Declared, type: VariableArrayType, out: Statement[]): void {
	const { name } = what;
	checkFresh(p, name);
	const local = addLocal(p, name.text, pointerTo(type.element), name, { declared: type });
	if (what.attributes.unused) p.inside!.used.add(local);
	p.scope.names.set(name.text, { kind: "variable-array", local, type, place: name });
	out.push({ kind: "allocate", local, size: sizeExpression(p, type, name), place: name });
	const block = p.inside!.blocks.at(-1);
	if (block !== undefined) block.allocates = true;
	if (is(p, "=")) p.reporter.fail("a variable length array cannot be initialized", current(p));
}

function declareAutomatic(p: Parser, what: Declared, out: Statement[]): void {
	const { name } = what;
	const { type } = what.declarator;
	checkFresh(p, name);
	if (!usableType(p, type, name)) {
		skipInitialiser(p, name, type);
		return;
	}
	if (type.kind === "enum" && !type.enumeration.complete) incomplete(p, name, type);
	const growing = type.kind === "array" && type.length === null && is(p, "=");
	if (!growing && !isComplete(type)) {
		incomplete(p, name, type);
		skipInitialiser(p, name, type);
		return;
	}
	checkAlignas(p, what.base, name, type);
	const local = addLocal(p, name.text, type, name, { align: what.attributes.align });
	if (what.attributes.unused) p.inside!.used.add(local);
	if (what.base.storage === "register") p.registers.add(local);
	p.scope.names.set(name.text, { kind: "local", local, place: name });
	if (!accept(p, "=")) return;
	p.inside!.initialised.add(local);
	const result = initialiser(p, type);
	flushPending(p, out);
	if (growing) Object.assign(local, { type: result.type, declared: result.type });
	out.push({ kind: "initialise", local, initialiser: result.initialiser, place: name });
}

// ---- compound literals ----

// compound-literal = "(" type-name ")" "{" … "}"
export function compoundLiteral(p: Parser, type: CType, place: Token): LValue {
	if (type.kind === "variable-array" || type.kind === "function" || type.kind === "void")
		p.reporter.fail(`a compound literal cannot have type ${quotedType(type)}`, place);
	const result = initialiser(p, type);
	return unnamedObject(p, result.type, result.initialiser, place);
}

/** An object without a name: the function's own, or static outside of functions. */
export function unnamedObject(p: Parser, type: CType, initialiser: Initialiser, place: Token): LValue {
	if (p.inside !== null && !p.isStatic) {
		const local = addLocal(p, "", type, place);
		return { kind: "compound-literal", local, initialiser, type, place };
	}
	const symbol = addAnonymousObject(p, type, place, staticData(p, type, initialiser), isConst(type));
	return { kind: "object", symbol, type, place };
}

/** What stands where a declaration was expected. */
export function expectedDeclaration(p: Parser): never {
	const token = current(p);
	const place: Span = token.kind === "end" ? previous(p) : token;
	return p.reporter.fail(`expected a declaration or definition, found ${shown(token)}`, place);
}
