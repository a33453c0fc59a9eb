// Functions that the compiler itself knows: variable arguments, atomic operations, hints (gcc's __builtin_, __sync_, __atomic_).

import { encodeText, type Span } from "../../base/index.ts";
import {
	assigned,
	convert,
	integerConstant,
	isUnknown,
	quotedType,
	toValue,
	toVoid,
	unknownValue,
} from "./conversions.ts";
import { truthOf } from "./fold.ts";
import { declareLibraryFunction, libraryCall } from "./library-call.ts";
import { functionName } from "./names.ts";
import type { Parser } from "./parser.ts";
import { stringObject } from "./strings.ts";
import type { Token } from "./tokens.ts";
import type { AtomicUpdate, Expression, LValue } from "./tree.ts";
import {
	boolType,
	type CType,
	charType,
	doubleType,
	floatType,
	functionType,
	intType,
	isComplete,
	isInteger,
	isSigned,
	longDoubleType,
	longLongType,
	longType,
	pointerTo,
	sizeOf,
	toUnsigned,
	unqualified,
	unsignedLongType,
	voidType,
} from "./types.ts";

type Arguments = readonly Expression[];

/** Makes the node of a call; `place` is the name. The count of arguments has been checked. */
type Builder = (p: Parser, place: Token, given: Arguments) => Expression;

interface Builtin {
	readonly least: number;
	readonly most: number;
	readonly build: Builder;
}

export function isBuiltin(name: string): boolean {
	return name.startsWith("__") && builtins.has(name);
}

/** A call of a builtin function with the arguments' values. */
export function builtinCall(p: Parser, name: Token, given: Arguments): Expression {
	const builtin = builtins.get(name.text)!;
	if (given.some((argument) => isUnknown(argument.type))) return unknownValue(name);
	if (given.length < builtin.least || given.length > builtin.most) {
		const few = given.length < builtin.least;
		const wanted = few ? builtin.least : builtin.most;
		p.reporter.error(
			`too ${few ? "few" : "many"} arguments to '${name.text}': expected ${wanted}, have ${given.length}`,
			name,
		);
		return unknownValue(name);
	}
	return builtin.build(p, name, given);
}

const builtins = new Map<string, Builtin>();

function define(name: string, least: number, most: number, build: Builder): void {
	builtins.set(name, { least, most, build });
}

function nothing(place: Span): Expression {
	return { kind: "cast", operand: integerConstant(0n, intType, place), type: voidType, place };
}

// ---- variable arguments ----

function listOf(p: Parser, place: Token, list: Expression | undefined): Expression | null {
	const type = list?.type;
	const fits =
		type?.kind === "pointer" && type.to.kind === "record" && type.to.record.tag === "__va_list_tag";
	if (fits) return list!;
	p.reporter.error(`the argument of '${place.text.replace("__builtin_", "")}' must be a va_list`, place);
	return null;
}

define("__builtin_va_start", 1, 2, (p, place, given) => {
	const list = listOf(p, place, given[0]);
	if (list === null) return unknownValue(place);
	if (p.inside === null || !p.inside.type.variadic) {
		p.reporter.error("'va_start' used in a function with fixed arguments", place);
		return unknownValue(place);
	}
	return { kind: "va-start", list, type: voidType, place };
});

define("__builtin_va_end", 1, 1, (p, place, given) => {
	const list = listOf(p, place, given[0]);
	return list === null ? unknownValue(place) : { kind: "va-end", list, type: voidType, place };
});

define("__builtin_va_copy", 2, 2, (p, place, given) => {
	const list = listOf(p, place, given[0]);
	const source = listOf(p, place, given[1]);
	if (list === null || source === null) return unknownValue(place);
	return { kind: "va-copy", list, source, type: voidType, place };
});

// ---- memory and hints ----

define("__builtin_alloca", 1, 1, (_p, place, given) => ({
	kind: "alloca",
	size: convert(given[0]!, unsignedLongType),
	type: pointerTo(voidType),
	place,
}));

define("__builtin_expect", 2, 2, (_p, place, given) =>
	after([given[1]!], convert(given[0]!, longType), place),
);

/** `value`, after what the program computes only for the compiler's eyes. */
function after(computed: readonly Expression[], value: Expression, place: Span): Expression {
	return computed.reduceRight((right, each): Expression => {
		const constant = each.kind === "integer" || each.kind === "floating";
		return constant ? right : { kind: "comma", left: toVoid(each), right, type: right.type, place };
	}, value);
}

define("__builtin_constant_p", 1, 1, (_p, place, given) =>
	integerConstant(truthOf(given[0]!) === null ? 0n : 1n, intType, place),
);

/** How many bytes there are from an address on, when it is that of an object; else what gcc says when it does not know. */
define("__builtin_object_size", 2, 2, (_p, place, given) => {
	const [pointer, mode] = given;
	const least = mode?.kind === "integer" && (mode.value & 2n) !== 0n;
	const base = pointer!.kind === "cast" ? pointer!.operand : pointer!;
	const at =
		base.kind === "address" && (base.of.kind === "local" || base.of.kind === "object") ? base.of : null;
	const size = at === null || !isComplete(at.type) ? null : sizeOf(at.type);
	return integerConstant(BigInt(size ?? (least ? 0 : -1)), unsignedLongType, place);
});

define("__builtin_LINE", 0, 0, (_p, place) => integerConstant(BigInt(place.line), intType, place));
define("__builtin_FUNCTION", 0, 0, (p, place) => toValue(functionName(p, place)));
define("__builtin_FILE", 0, 0, (p, place) => {
	const units = [...encodeText(place.file)];
	const symbol = stringObject(p, { place, units, width: 1, wide: false });
	return toValue({ kind: "object", symbol, type: symbol.type, place });
});

define("__builtin_prefetch", 1, 3, (_p, place, given) => after(given, nothing(place), place));

define("__builtin_huge_val", 0, 0, (_p, place) => floating(Number.POSITIVE_INFINITY, "double", place));
define("__builtin_inf", 0, 0, (_p, place) => floating(Number.POSITIVE_INFINITY, "double", place));
define("__builtin_inff", 0, 0, (_p, place) => floating(Number.POSITIVE_INFINITY, "float", place));
define("__builtin_huge_valf", 0, 0, (_p, place) => floating(Number.POSITIVE_INFINITY, "float", place));
define("__builtin_infl", 0, 0, (_p, place) => floating(Number.POSITIVE_INFINITY, "long double", place));
define("__builtin_huge_vall", 0, 0, (_p, place) => floating(Number.POSITIVE_INFINITY, "long double", place));
define("__builtin_nan", 1, 1, (_p, place) => floating(Number.NaN, "double", place));
define("__builtin_nanf", 1, 1, (_p, place) => floating(Number.NaN, "float", place));

function floating(value: number, size: "float" | "double" | "long double", place: Span): Expression {
	const type = size === "float" ? floatType : size === "double" ? doubleType : longDoubleType;
	return { kind: "floating", value, type, place };
}

// ---- arithmetic that says whether it overflowed ----

const overflowType = functionType(
	boolType,
	[intType, unsignedLongType, unsignedLongType, intType, intType, pointerTo(voidType)].map((type) => ({
		name: null,
		type,
	})),
	false,
	true,
);

/** The library computes it exactly; `type`: what the operands are converted to, or null for their own types. */
function overflow(operator: "+" | "-" | "*", type: CType | null): Builder {
	return (p, place, [left, right, result]) => {
		const target = targetOf(p, place, result!);
		if (target === null) return unknownValue(place);
		const operands = [left!, right!].map((each) => (type === null ? each : convert(each, type)));
		const types = [...operands, target].map((each) => unqualified(each.type));
		const wrong = types.find((each) => !isInteger(each));
		if (wrong !== undefined) {
			p.reporter.error(`'${place.text}' works on whole numbers, not on ${quotedType(wrong)}`, place);
			return unknownValue(place);
		}
		const signs = types.reduce((bits, each, i) => bits | (isSigned(each) ? 1 << i : 0), 0);
		const whole = (value: number) => integerConstant(BigInt(value), intType, place);
		const [a, b] = operands.map((each) => convert(each, unsignedLongType));
		const size = whole(sizeOf(target.type));
		const given = [whole(operator.charCodeAt(0)), a!, b!, whole(signs), size, result!];
		const called = declareLibraryFunction(p, "__arithmetic_overflow", overflowType, place);
		return libraryCall(called, overflowType, given, place);
	};
}

/** Whether the result would overflow the type of the third argument, which is not computed. */
function overflows(operator: "+" | "-" | "*"): Builder {
	return (p, place, [left, right, wanted]) => {
		const type = unqualified(wanted!.type);
		const unnamed = p.grammar.unnamedObject(p, type, { zero: false, entries: [] }, place);
		const result: Expression = { kind: "address", of: unnamed, type: pointerTo(type), place };
		return overflow(operator, null)(p, place, [left!, right!, result]);
	};
}

for (const [name, operator] of [
	["add", "+"],
	["sub", "-"],
	["mul", "*"],
] as const) {
	define(`__builtin_${name}_overflow`, 3, 3, overflow(operator, null));
	define(`__builtin_${name}_overflow_p`, 3, 3, overflows(operator));
	const types = { s: intType, sl: longType, sll: longLongType };
	for (const [sign, suffix] of [
		["s", ""],
		["s", "l"],
		["s", "ll"],
		["u", ""],
		["u", "l"],
		["u", "ll"],
	]) {
		const signed = types[`s${suffix}` as keyof typeof types];
		const type = sign === "s" ? signed : toUnsigned(signed);
		define(`__builtin_${sign}${name}${suffix}_overflow`, 3, 3, overflow(operator, type));
	}
}

// ---- atomic operations ----

/** What the pointer argument points at. */
function targetOf(p: Parser, place: Token, pointer: Expression): LValue | null {
	const { type } = pointer;
	if (
		type.kind === "pointer" &&
		type.to.kind !== "void" &&
		type.to.kind !== "function" &&
		!isUnknown(type.to)
	)
		return { kind: "dereference", pointer, type: type.to, place };
	p.reporter.error(
		`the first argument of '${place.text}' must be a pointer to a number or pointer, not ${quotedType(type)}`,
		place,
	);
	return null;
}

function valueFor(p: Parser, target: LValue, value: Expression): Expression {
	return assigned(p, value, unqualified(target.type), { kind: "assigning" }, value.place);
}

function update(operator: AtomicUpdate["operator"], result: AtomicUpdate["result"]): Builder {
	return (p, place, given) => {
		const target = targetOf(p, place, given[0]!);
		if (target === null) return unknownValue(place);
		const type = unqualified(target.type);
		const arithmetic = type.kind === "pointer" && operator !== "exchange";
		const value = arithmetic ? convert(given[1]!, longType) : valueFor(p, target, given[1]!);
		return { kind: "atomic-update", operator, target, value, result, type, place };
	};
}

const operations = { add: "+", sub: "-", and: "&", or: "|", xor: "^", nand: "nand" } as const;

for (const [name, operator] of Object.entries(operations)) {
	define(`__sync_fetch_and_${name}`, 2, 99, update(operator, "old"));
	define(`__sync_${name}_and_fetch`, 2, 99, update(operator, "new"));
	define(`__atomic_fetch_${name}`, 3, 3, update(operator, "old"));
	define(`__atomic_${name}_fetch`, 3, 3, update(operator, "new"));
	define(`__c11_atomic_fetch_${name}`, 3, 3, update(operator, "old"));
}
define("__sync_lock_test_and_set", 2, 99, update("exchange", "old"));
define("__atomic_exchange_n", 3, 3, update("exchange", "old"));
define("__c11_atomic_exchange", 3, 3, update("exchange", "old"));

function compareExchange(result: "old" | "success"): Builder {
	return (p, place, given) => {
		const target = targetOf(p, place, given[0]!);
		if (target === null) return unknownValue(place);
		const value = valueFor(p, target, given[1]!);
		const desired = valueFor(p, target, given[2]!);
		const type = result === "old" ? unqualified(target.type) : boolType;
		const expected = { kind: "value", value } as const;
		return { kind: "atomic-compare-exchange", target, expected, desired, result, type, place };
	};
}

define("__sync_bool_compare_and_swap", 3, 99, compareExchange("success"));
define("__sync_val_compare_and_swap", 3, 99, compareExchange("old"));

const compareExchangeAt: Builder = (p, place, given) => {
	const target = targetOf(p, place, given[0]!);
	const from = target === null ? null : targetOf(p, place, given[1]!);
	if (target === null || from === null) return unknownValue(place);
	const desired = valueFor(p, target, given[2]!);
	const expected = { kind: "place", place: from } as const;
	return {
		kind: "atomic-compare-exchange",
		target,
		expected,
		desired,
		result: "success",
		type: boolType,
		place,
	};
};

define("__atomic_compare_exchange_n", 6, 6, compareExchangeAt);
define("__c11_atomic_compare_exchange_strong", 5, 5, compareExchangeAt);
define("__c11_atomic_compare_exchange_weak", 5, 5, compareExchangeAt);

const load: Builder = (p, place, given) => {
	const from = targetOf(p, place, given[0]!);
	return from === null ? unknownValue(place) : { kind: "load", from, type: unqualified(from.type), place };
};

const store: Builder = (p, place, given) => {
	const target = targetOf(p, place, given[0]!);
	if (target === null) return unknownValue(place);
	const value = valueFor(p, target, given[1]!);
	if (isUnknown(value.type)) return value;
	return toVoid({ kind: "assign", target, value, type: unqualified(target.type), place });
};

define("__atomic_load_n", 2, 2, load);
define("__c11_atomic_load", 2, 2, load);
define("__atomic_store_n", 3, 3, store);
define("__c11_atomic_store", 3, 3, store);
define("__c11_atomic_init", 2, 2, store);

/** The generic form: the values come and go through pointers. */
define("__atomic_load", 3, 3, (p, place, given) => {
	const from = targetOf(p, place, given[0]!);
	const target = from === null ? null : targetOf(p, place, given[1]!);
	if (from === null || target === null) return unknownValue(place);
	const type = unqualified(from.type);
	const value: Expression = { kind: "load", from, type, place };
	return toVoid({ kind: "assign", target, value: valueFor(p, target, value), type, place });
});

define("__atomic_store", 3, 3, (p, place, given) => {
	const from = targetOf(p, place, given[1]!);
	if (from === null) return unknownValue(place);
	const value: Expression = { kind: "load", from, type: unqualified(from.type), place };
	return store(p, place, [given[0]!, value]);
});

define("__sync_lock_release", 1, 99, (p, place, given) =>
	store(p, place, [given[0]!, integerConstant(0n, intType, place)]),
);

define("__atomic_test_and_set", 2, 2, (p, place, given) => {
	const pointer = convert(given[0]!, pointerTo(charType));
	const target: LValue = { kind: "dereference", pointer, type: charType, place };
	if (given[0]!.type.kind !== "pointer")
		return targetOf(p, place, given[0]!) === null ? unknownValue(place) : nothing(place);
	const value = integerConstant(1n, charType, place);
	const old: Expression = {
		kind: "atomic-update",
		operator: "exchange",
		target,
		value,
		result: "old",
		type: charType,
		place,
	};
	return convert(old, boolType);
});

define("__atomic_clear", 2, 2, (p, place, given) => {
	if (given[0]!.type.kind !== "pointer")
		return targetOf(p, place, given[0]!) === null ? unknownValue(place) : nothing(place);
	const pointer = convert(given[0]!, pointerTo(charType));
	return store(p, place, [pointer, integerConstant(0n, charType, place)]);
});

for (const name of [
	"__sync_synchronize",
	"__atomic_thread_fence",
	"__atomic_signal_fence",
	"__c11_atomic_thread_fence",
])
	define(name, 0, 1, (_p, place) => nothing(place));

define("__atomic_always_lock_free", 2, 2, (_p, place) => integerConstant(1n, boolType, place));
define("__atomic_is_lock_free", 2, 2, (_p, place) => integerConstant(1n, boolType, place));
