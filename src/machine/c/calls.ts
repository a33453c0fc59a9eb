// Calls of functions: the arguments against the parameters.

import { constantCall } from "./constant-calls.ts";
import {
	assigned,
	convert,
	involvesUnknown,
	type Operand,
	quotedType,
	toValue,
	unknownValue,
} from "./conversions.ts";
import { noteAt } from "./diagnostics.ts";
import { checkFormat } from "./formats.ts";
import { implicitFunction } from "./implicit.ts";
import { warnOfLongDouble } from "./long-double.ts";
import { warnOfNetwork } from "./networks.ts";
import { warnOfOverflow } from "./overflows.ts";
import type { Parser } from "./parser.ts";
import { warnOfSuspiciousCall } from "./suspicious-calls.ts";
import type { Token } from "./tokens.ts";
import type { Expression, FunctionSymbol } from "./tree.ts";
import { argumentPromoted, type FunctionType, isComplete } from "./types.ts";

/** `callee(given…)`; `token` is the opening parenthesis. */
export function call(p: Parser, token: Token, callee: Operand, given: readonly Expression[]): Operand {
	const pointer = toValue(callee);
	if (involvesUnknown(pointer.type)) return unknownValue(token);
	if (pointer.type.kind !== "pointer" || pointer.type.to.kind !== "function") {
		p.reporter.error(
			`called object is not a function or function pointer: its type is ${quotedType(callee.type)}`,
			callee.place,
		);
		return unknownValue(token);
	}
	const signature = pointer.type.to;
	const symbol = pointer.kind === "function-address" ? pointer.symbol : null;
	if (!checkCount(p, token, signature, symbol, given)) return unknownValue(token);
	const passed = given.map((argument, i) => passArgument(p, signature, symbol, argument, i));
	if (symbol !== null) {
		checkFormat(p, symbol.name, given);
		warnOfOverflow(p, symbol, given);
		warnOfNetwork(p, symbol, given);
		warnOfSuspiciousCall(p, symbol, given);
	}
	if (signature.result.kind !== "void" && !isComplete(signature.result)) {
		p.reporter.error(
			`calling a function that returns incomplete type ${quotedType(signature.result)}`,
			token,
		);
		return unknownValue(token);
	}
	warnOfLongDouble(p.reporter, signature.result, callee.place);
	const known = symbol === null ? null : constantCall(symbol, passed, signature.result, callee.place);
	if (known !== null) return known;
	return {
		kind: "call",
		callee: pointer,
		signature,
		arguments: passed,
		type: withoutQualifiers(signature),
		place: callee.place,
	};
}

function withoutQualifiers(signature: FunctionType) {
	const { result } = signature;
	return result.qualifiers === 0 ? result : { ...result, qualifiers: 0 };
}

function checkCount(
	p: Parser,
	token: Token,
	signature: FunctionType,
	symbol: FunctionSymbol | null,
	given: readonly Expression[],
): boolean {
	if (!signature.prototype) return true;
	const wanted = signature.parameters.length;
	const few = given.length < wanted;
	if (!few && (signature.variadic || given.length === wanted)) return true;
	const place = few ? token : (given[wanted]?.place ?? token);
	const expected = `expected ${signature.variadic ? "at least " : ""}${wanted}, have ${given.length}`;
	const name = symbol === null ? "" : ` '${symbol.name}'`;
	p.reporter.error(
		`too ${few ? "few" : "many"} arguments to function${name}: ${expected}`,
		place,
		...(symbol === null ? [] : [noteAt(`'${symbol.name}' declared here`, symbol.place)]),
	);
	return false;
}

function passArgument(
	p: Parser,
	signature: FunctionType,
	symbol: FunctionSymbol | null,
	argument: Expression,
	i: number,
): Expression {
	const parameter = signature.parameters[i];
	if (parameter !== undefined && signature.prototype)
		return assigned(p, argument, parameter.type, { kind: "passing", callee: symbol }, argument.place);
	if (argument.type.kind === "void") {
		p.reporter.error("an argument of type 'void' cannot be passed", argument.place);
		return unknownValue(argument.place);
	}
	if (argument.type.kind === "record") return argument;
	return convert(argument, argumentPromoted(argument.type));
}

/** A call of a name that nobody declared: its function, or null after an error. */
export function undeclaredFunction(p: Parser, token: Token): FunctionSymbol | null {
	const { text } = token;
	if (!/^__(builtin|sync|atomic)_/.test(text)) return implicitFunction(p, token);
	p.reporter.error(`the compiler's own function '${text}' is not supported`, token);
	p.fileScope.names.set(text, { kind: "unknown", place: token });
	return null;
}
