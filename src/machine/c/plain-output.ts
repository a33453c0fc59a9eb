// printf and its kin where nobody looks at the result: gcc, not optimising either, calls puts, putchar, fputs, fputc or
// fwrite instead, and a program can see it: puts(NULL) is a fault, and without a buffer puts writes twice.

import { convert, integerConstant } from "./conversions.ts";
import { literalText } from "./formats.ts";
import { declareLibraryFunction, libraryCall } from "./library-call.ts";
import type { Parser } from "./parser.ts";
import { stringObject } from "./strings.ts";
import type { Call, Expression } from "./tree.ts";
import {
	CONST,
	charType,
	functionType,
	intType,
	isInteger,
	pointerTo,
	qualified,
	unqualified,
	unsignedLongType,
	voidType,
} from "./types.ts";

/** Where each has its stream (null: standard output) and its format, and whether its arguments come as a va_list. */
const printing = {
	printf: { stream: null, format: 0, list: false },
	vprintf: { stream: null, format: 0, list: true },
	fprintf: { stream: 0, format: 1, list: false },
	vfprintf: { stream: 0, format: 1, list: true },
} as const;

/** `e` as it is computed when its value is not used. */
export function withoutResult(p: Parser, e: Expression): Expression {
	switch (e.kind) {
		case "cast":
			return e.type.kind === "void" ? { ...e, operand: withoutResult(p, e.operand) } : e;
		case "comma":
			return { ...e, right: withoutResult(p, e.right) };
		case "statement-expression":
			return e.result === null ? e : { ...e, result: withoutResult(p, e.result) };
		case "call":
			return plainCall(p, e) ?? e;
		default:
			return e;
	}
}

function plainCall(p: Parser, call: Call): Expression | null {
	if (call.callee.kind !== "function-address") return null;
	const { name, linkage } = call.callee.symbol;
	if (linkage !== "external" || call.type.kind !== "integer") return null;
	if (name === "fputs") return fputs(p, call, call.arguments[0], call.arguments[1]);
	if (!Object.hasOwn(printing, name)) return null;
	const { stream, format, list } = printing[name as keyof typeof printing];
	const text = textOf(call.arguments[format]);
	if (text === null) return null;
	const given = list ? [] : call.arguments.slice(format + 1);
	if (list && text.includes("%")) return null;
	const to = stream === null ? undefined : call.arguments[stream];
	return stream === null ? onOutput(p, call, text, given) : onStream(p, call, text, given, to);
}

function onOutput(p: Parser, call: Call, text: string, given: readonly Expression[]): Expression | null {
	const [first, ...more] = given;
	if (!text.includes("%")) return first === undefined ? written(p, call, text) : null;
	if (first === undefined || more.length > 0) return null;
	if (text === "%c" && isInteger(first.type)) return toFunction(p, call, "putchar", [first]);
	if (first.type.kind !== "pointer") return null;
	const literal = textOf(first);
	if (text === "%s\n") return toFunction(p, call, "puts", [first]);
	return text === "%s" && literal !== null ? written(p, call, literal) : null;
}

/** A text that is known: one character, or a line. */
function written(p: Parser, call: Call, text: string): Expression | null {
	if (text === "") return integerConstant(0n, intType, call.place);
	if (text.length === 1) return toFunction(p, call, "putchar", [character(text, call)]);
	if (!text.endsWith("\n")) return null;
	return toFunction(p, call, "puts", [literal(p, text.slice(0, -1), call)]);
}

function onStream(
	p: Parser,
	call: Call,
	text: string,
	given: readonly Expression[],
	stream: Expression | undefined,
): Expression | null {
	const [first, ...more] = given;
	if (!text.includes("%"))
		return first === undefined ? fputs(p, call, call.arguments[1], stream, text) : null;
	if (first === undefined || stream === undefined || more.length > 0) return null;
	if (text === "%c" && isInteger(first.type)) return toFunction(p, call, "fputc", [first, stream]);
	return text === "%s" && first.type.kind === "pointer" ? fputs(p, call, first, stream) : null;
}

/** fputs, or what is written of a text that is known: nothing, one character, so many bytes. */
function fputs(
	p: Parser,
	call: Call,
	what: Expression | undefined,
	stream: Expression | undefined,
	text = textOf(what),
): Expression | null {
	if (what === undefined || stream === undefined) return null;
	if (text === null) return toFunction(p, call, "fputs", [what, stream]);
	if (text === "") return integerConstant(0n, intType, call.place);
	if (text.length === 1) return toFunction(p, call, "fputc", [character(text, call), stream]);
	const one = integerConstant(1n, unsignedLongType, call.place);
	const length = integerConstant(BigInt(text.length), unsignedLongType, call.place);
	return toFunction(p, call, "fwrite", [what, one, length, stream]);
}

/** The text of a literal, whatever pointer it has been converted to. */
function textOf(e: Expression | undefined): string | null {
	return e?.kind === "cast" && e.type.kind === "pointer" ? textOf(e.operand) : literalText(e);
}

function character(text: string, { place }: Call): Expression {
	return integerConstant(BigInt(text.charCodeAt(0)), intType, place);
}

function literal(p: Parser, text: string, { place }: Call): Expression {
	const units = [...text].map((each) => each.charCodeAt(0));
	const symbol = stringObject(p, { place: p.tokens[p.at]!, units, width: 1, wide: false });
	const of = { kind: "object", symbol, type: symbol.type, place } as const;
	return { kind: "address", of, type: pointerTo(charType), place };
}

const constText = pointerTo(qualified(charType, CONST));
const anything = pointerTo(voidType);

const functions = {
	puts: { result: intType, parameters: [constText] },
	putchar: { result: intType, parameters: [intType] },
	fputs: { result: intType, parameters: [constText, anything] },
	fputc: { result: intType, parameters: [intType, anything] },
	fwrite: { result: unsignedLongType, parameters: [anything, unsignedLongType, unsignedLongType, anything] },
} as const;

/** A call of the library's function, whether the program has declared it or not. */
function toFunction(
	p: Parser,
	call: Call,
	name: keyof typeof functions,
	given: readonly Expression[],
): Expression {
	const { place } = call;
	const { result, parameters } = functions[name];
	const type = functionType(
		result,
		parameters.map((each) => ({ name: null, type: each })),
		false,
		true,
	);
	// A prototype that waits becomes a symbol.
	p.fileScope.names.get(name);
	const symbol = p.symbols.find((each) => each.name === name && each.linkage === "external");
	const own = symbol ?? declareLibraryFunction(p, name, type, place);
	own.firstUse ??= place;
	const passed = given.map((each, i) => convert(each, unqualified(parameters[i]!)));
	return libraryCall(own, type, passed, place);
}
