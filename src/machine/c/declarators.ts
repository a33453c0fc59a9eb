// Declarators and type names: pointers, arrays, functions around a name (C11 6.7.6, 6.7.7).

import { attributes, qualifierList, refuseAlignas } from "./attributes.ts";
import { isUnknown, quotedType, toVoid, unknownType } from "./conversions.ts";
import { noteAt } from "./diagnostics.ts";
import { assignmentValue } from "./expressions.ts";
import { product, sizeExpression } from "./operators.ts";
import {
	accept,
	addLocal,
	advance,
	current,
	enter,
	expectClosing,
	following,
	is,
	isName,
	leave,
	type Parser,
	shown,
} from "./parser.ts";
import { createScope } from "./scope.ts";
import type { Token } from "./tokens.ts";
import type { Expression, Local } from "./tree.ts";
import {
	alignedTo,
	alignOf,
	arrayOf,
	type CType,
	functionType,
	isComplete,
	isInteger,
	type Parameter,
	pointerTo,
	qualified,
	sizeOf,
	unsignedLongType,
	variableArrayOf,
} from "./types.ts";

export interface Declarator {
	/** null in a type name or an unnamed parameter. */
	readonly name: Token | null;
	readonly type: CType;
	/** Where the parameter list of the declared function itself begins, behind its `(`; null when it is no function. */
	readonly parametersAt: number | null;
	/** The names of a K&R parameter list. */
	readonly oldNames: readonly Token[];
}

/** Objects above this size are refused: 2 GiB. */
const LARGEST = 2 ** 31;

// declarator = ("*" qualifiers)* (name | "(" declarator ")")? suffix
export function declarator(p: Parser, base: CType): Declarator {
	enter(p);
	const result = declaratorOf(p, pointers(p, base));
	leave(p);
	return result;
}

const MOST_POINTERS = 200;

function pointers(p: Parser, base: CType): CType {
	let type = base;
	for (let n = 0; is(p, "*"); n++) {
		if (n > MOST_POINTERS) p.reporter.giveUp(`more than ${MOST_POINTERS} levels of pointers`, current(p));
		p.at++;
		type = qualified(pointerTo(type), qualifierList(p));
	}
	return type;
}

function declaratorOf(p: Parser, base: CType): Declarator {
	const token = current(p);
	if (token.text === "(" && isNested(p)) return nestedDeclarator(p, base);
	let name: Token | null = null;
	if (isName(token)) name = advance(p);
	return { name, ...suffix(p, base, name) };
}

/** Whether a `(` opens a declarator in parentheses, not a parameter list. */
function isNested(p: Parser): boolean {
	const next = following(p);
	if (next.text === "*" || next.text === "(" || next.text === "[") return true;
	if (/^__attribute(__)?$/.test(next.text)) return true;
	return isName(next) && !p.grammar.startsDeclaration(p, next);
}

/** The part in parentheses is read after what follows it, for that is what it applies to. */
function nestedDeclarator(p: Parser, base: CType): Declarator {
	const open = advance(p);
	attributes(p);
	const start = p.at;
	skipToClosing(p, open);
	const outer = suffix(p, base, null);
	const end = p.at;
	p.at = start;
	const inner = declarator(p, outer.type);
	expectClosing(p, ")", open);
	p.at = end;
	const own = inner.type === outer.type && inner.name !== null;
	return own ? { ...inner, parametersAt: outer.parametersAt, oldNames: outer.oldNames } : inner;
}

function skipToClosing(p: Parser, open: Token): void {
	for (let depth = 1; depth > 0; ) {
		const token = current(p);
		if (token.kind === "end" || token.text === ";" || token.text === "{")
			p.reporter.fail("expected ')'", token, noteAt("to match this '('", open));
		p.at++;
		if (token.text === "(") depth++;
		else if (token.text === ")") depth--;
	}
}

type Suffix = Omit<Declarator, "name">;

// suffix = "(" parameters ")" | ("[" size? "]")*
function suffix(p: Parser, base: CType, name: Token | null): Suffix {
	if (is(p, "(")) return functionSuffix(p, base, name);
	if (is(p, "[")) return { type: arraySuffix(p, base), parametersAt: null, oldNames: [] };
	return { type: base, parametersAt: null, oldNames: [] };
}

function functionSuffix(p: Parser, result: CType, name: Token | null): Suffix {
	const open = advance(p);
	const parametersAt = p.at;
	if (result.kind === "function" || result.kind === "array")
		p.reporter.error(
			`a function cannot return ${result.kind === "array" ? "an array" : "a function"}`,
			name ?? open,
		);
	const list = parameters(p, open, null);
	const qualifiersDropped = result.kind === "record" ? result : { ...result, qualifiers: 0 };
	const type = functionType(qualifiersDropped, list.parameters, list.variadic, list.prototype);
	if (is(p, "[") || is(p, "("))
		p.reporter.fail(`a function cannot return ${is(p, "[") ? "an array" : "a function"}`, open);
	return { type, parametersAt, oldNames: list.oldNames };
}

// ---- arrays ----

function arraySuffix(p: Parser, base: CType): CType {
	enter(p);
	const open = advance(p);
	qualifierList(p);
	accept(p, "static");
	qualifierList(p);
	let size: Expression | null = null;
	if (is(p, "*") && following(p).text === "]") p.at++;
	else if (!is(p, "]")) size = assignmentValue(p);
	expectClosing(p, "]", open);
	const element = is(p, "[") ? arraySuffix(p, base) : base;
	if (is(p, "(")) p.reporter.fail("an array cannot have functions as elements", open);
	leave(p);
	return arrayType(p, element, size, open);
}

function arrayType(p: Parser, element: CType, size: Expression | null, open: Token): CType {
	if (isUnknown(element)) return element;
	if (element.kind === "function" || !isComplete(element)) {
		p.reporter.error(`an array cannot have elements of type ${quotedType(element)}`, open);
		return unknownType;
	}
	if (size === null) return arrayOf(element, null);
	if (isUnknown(size.type)) return unknownType;
	if (!isInteger(size.type)) {
		p.reporter.error(`size of array has non-integer type ${quotedType(size.type)}`, size.place);
		return unknownType;
	}
	if (size.kind !== "integer") return variableArray(p, element, size, open);
	if (size.value < 0n) {
		p.reporter.error(`array size is negative: ${size.value}`, size.place);
		return unknownType;
	}
	if (size.value * BigInt(Math.max(1, sizeOf(element))) >= BigInt(LARGEST)) {
		p.reporter.error(`array is too large (${size.value} elements)`, size.place);
		return unknownType;
	}
	if (element.kind === "variable-array") return variableArray(p, element, size, open);
	if (alignOf(element) > sizeOf(element) && sizeOf(element) > 0)
		p.reporter.error("alignment of array elements is greater than element size", open);
	return arrayOf(element, Number(size.value));
}

function variableArray(p: Parser, element: CType, size: Expression, open: Token): CType {
	if (p.prototypes > 0) return variableArrayOf(element, -1);
	if (p.inside === null) {
		p.reporter.error(
			"variable length array declaration not allowed outside a function",
			open,
			"its size is not a constant",
		);
		return unknownType;
	}
	const bytes = product(size, sizeExpression(p, element, open), open);
	const local = addLocal(p, "", unsignedLongType, open);
	const target = { kind: "local", local, type: unsignedLongType, place: open } as const;
	const expression = toVoid({ kind: "assign", target, value: bytes, type: unsignedLongType, place: open });
	p.inside.pending.push({ kind: "expression", expression, place: open });
	return variableArrayOf(element, local.id);
}

// ---- parameters ----

interface ParameterList {
	readonly parameters: readonly Parameter[];
	readonly variadic: boolean;
	readonly prototype: boolean;
	readonly oldNames: readonly Token[];
}

// parameters = ("void" | parameter ("," parameter)* ("," "...")? | name ("," name)*)? ")"
/** `defined`: the locals to declare, when the function is being defined; otherwise the names live in the list only. */
export function parameters(p: Parser, open: Token, defined: readonly Local[] | null): ParameterList {
	if (accept(p, ")")) return { parameters: [], variadic: false, prototype: false, oldNames: [] };
	if (is(p, "void") && following(p).text === ")") {
		p.at += 2;
		return { parameters: [], variadic: false, prototype: true, oldNames: [] };
	}
	if (isOldList(p)) return oldList(p, open);
	const outer = p.scope;
	if (defined === null) {
		p.scope = createScope(outer);
		p.prototypes++;
	}
	const list: Parameter[] = [];
	let variadic = false;
	do {
		if (accept(p, "...")) {
			variadic = true;
			break;
		}
		list.push(parameter(p, defined, list.length));
		if (is(p, "="))
			p.reporter.fail("C has no default arguments", current(p), "every call writes all arguments");
	} while (accept(p, ","));
	expectClosing(p, ")", open);
	if (defined === null) {
		p.scope = outer;
		p.prototypes--;
	}
	return { parameters: list, variadic, prototype: true, oldNames: [] };
}

function isOldList(p: Parser): boolean {
	const token = current(p);
	if (!isName(token) || p.grammar.startsDeclaration(p, token)) return false;
	const after = following(p).text;
	return after === "," || after === ")";
}

function oldList(p: Parser, open: Token): ParameterList {
	const oldNames: Token[] = [];
	do {
		const name = current(p);
		if (!isName(name))
			p.reporter.fail(
				`expected a parameter's name, found ${shown(name)}`,
				name,
				...(p.grammar.startsDeclaration(p, name) ? ["every parameter needs its own type"] : []),
			);
		oldNames.push(advance(p));
	} while (accept(p, ","));
	expectClosing(p, ")", open);
	return { parameters: [], variadic: false, prototype: false, oldNames };
}

// parameter = specifiers declarator
function parameter(p: Parser, defined: readonly Local[] | null, index: number): Parameter {
	const start = current(p);
	if (!p.grammar.startsDeclaration(p, start) && !isName(start))
		p.reporter.fail(`expected a parameter declaration, found ${shown(start)}`, start);
	const base = p.grammar.specifiers(p);
	if (is(p, "&") || is(p, "&&"))
		p.reporter.fail(
			"C has no references",
			current(p),
			"let the parameter be a pointer, and pass the address with '&'",
		);
	const declared = declarator(p, base.type);
	attributes(p);
	const type = adjusted(declared.type);
	const { name } = declared;
	refuseAlignas(p, base, name === null ? "a parameter" : `parameter '${name.text}'`);
	if (type.kind === "void" && !isUnknown(type))
		p.reporter.error(`the parameter ${name === null ? "" : `'${name.text}' `}has type 'void'`, name ?? start);
	if (name !== null) {
		const local = declareParameter(p, name, type, defined?.[index] ?? null);
		if (declared.type.kind === "array") p.writtenAsArrays.add(local);
		if (base.storage === "register") p.registers.add(local);
	}
	return { name: name?.text ?? null, type };
}

/** Arrays and functions as parameters are pointers (C11 6.7.6.3). */
export function adjusted(type: CType): CType {
	if (type.kind === "array" || type.kind === "variable-array") return pointerTo(type.element);
	return type.kind === "function" ? pointerTo(type) : type;
}

function declareParameter(p: Parser, name: Token, type: CType, defined: Local | null): Local {
	const before = p.scope.names.get(name.text);
	if (before !== undefined)
		p.reporter.error(
			`redefinition of parameter '${name.text}'`,
			name,
			noteAt("previous declaration is here", before.place),
		);
	if (defined !== null) Object.assign(defined, { type, declared: type, place: name });
	const local: Local = defined ?? {
		id: -1,
		name: name.text,
		hidden: false,
		parameter: true,
		type,
		declared: type,
		align: 1,
		place: name,
	};
	p.scope.names.set(name.text, { kind: "local", local, place: name });
	return local;
}

// ---- type names ----

// type-name = specifiers abstract-declarator
export function typeName(p: Parser): CType {
	const start = current(p);
	const base = p.grammar.specifiers(p);
	if (base.storage !== null) p.reporter.error(`'${base.storage}' cannot stand in a type name`, start);
	refuseAlignas(p, base, "a type name");
	const declared = declarator(p, alignedTo(base.type, base.attributes.align));
	if (declared.name !== null)
		p.reporter.fail(`unexpected name '${declared.name.text}' in a type`, declared.name);
	return declared.type;
}

/** The declared name; leaves when there is none. */
export function expectName(p: Parser, declared: Declarator): Token {
	if (declared.name !== null) return declared.name;
	const token = current(p);
	return p.reporter.fail(`expected a name, found ${shown(token)}`, token);
}
