// The types of C in the LP64 model of x86-64 Linux: sizes, alignments, layout, compatibility, and their text.

/** Qualifier bits of a type. */
export const CONST = 1;
export const VOLATILE = 2;
export const ATOMIC = 4;
export const RESTRICT = 8;

interface Common {
	/** A sum of CONST, VOLATILE, ATOMIC, RESTRICT. */
	readonly qualifiers: number;
	/** The typedef's name under which the program mentions the type, for messages and pictures; otherwise null. */
	readonly alias: string | null;
	/** From an aligned attribute of a typedef or type name, in bytes. */
	readonly align?: number;
}

export type IntegerName =
	| "char"
	| "signed char"
	| "unsigned char"
	| "short"
	| "unsigned short"
	| "int"
	| "unsigned int"
	| "long"
	| "unsigned long"
	| "long long"
	| "unsigned long long";

export interface VoidType extends Common {
	readonly kind: "void";
}

/** `_Bool`: one byte that holds 0 or 1; conversion to it compares with zero. */
export interface BoolType extends Common {
	readonly kind: "bool";
}

export interface IntegerType extends Common {
	readonly kind: "integer";
	readonly name: IntegerName;
	readonly size: 1 | 2 | 4 | 8;
	readonly signed: boolean;
	/** Integer conversion rank (C11 6.3.1.1): char 1, short 2, int 3, long 4, long long 5. */
	readonly rank: number;
	/** Of the value of a bit-field wider than int: gcc computes with as many bits as the field has. */
	readonly width?: number;
}

/** `long double` has the size and alignment of x86-64 (16) but holds a double in its first 8 bytes. */
export interface FloatingType extends Common {
	readonly kind: "floating";
	readonly name: "float" | "double" | "long double";
	readonly size: 4 | 8 | 16;
}

export interface EnumType extends Common {
	readonly kind: "enum";
	readonly enumeration: Enumeration;
}

/** What all mentions of one enumerated type share. */
export interface Enumeration {
	readonly tag: string | null;
	complete: boolean;
	/** Whether a value is negative. */
	signed: boolean;
	/** In bytes: 4, or 8 when a value needs them, as with gcc; with the attribute `packed` as few as the values need. */
	size: 1 | 2 | 4 | 8;
}

/** One whose values are not known yet. */
export function newEnumeration(tag: string | null): Enumeration {
	return { tag, complete: false, signed: false, size: 4 };
}

/** Settles the size and the sign by all values. */
export function settleEnumeration(
	enumeration: Enumeration,
	values: readonly bigint[],
	packed: boolean,
): void {
	const signed = values.some((value) => value < 0n);
	const fits = (bits: number) =>
		values.every((value) => (signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) === value);
	enumeration.signed = signed;
	enumeration.size = packed && fits(8) ? 1 : packed && fits(16) ? 2 : fits(32) ? 4 : 8;
	enumeration.complete = true;
}

export interface PointerType extends Common {
	readonly kind: "pointer";
	readonly to: CType;
}

/** An array; `length` in elements, null while unknown (`int a[];`, a flexible member). */
export interface ArrayType extends Common {
	readonly kind: "array";
	readonly element: CType;
	readonly length: number | null;
}

/** A variable length array; the function's local number `sizeLocal` (an `unsigned long`) holds its size in bytes. */
export interface VariableArrayType extends Common {
	readonly kind: "variable-array";
	readonly element: CType;
	readonly sizeLocal: number;
}

export interface RecordType extends Common {
	readonly kind: "record";
	readonly record: StructOrUnion;
}

/** What all mentions of one struct or union share; completed in place when its members are seen. */
export interface StructOrUnion {
	readonly union: boolean;
	readonly tag: string | null;
	/** null while incomplete. */
	members: readonly Member[] | null;
	/** In bytes; 0 while incomplete. */
	size: number;
	align: number;
}

export interface Member {
	/** null for an anonymous struct or union member, whose own members are found through it. */
	readonly name: string | null;
	readonly type: CType;
	/** In bytes from the start of the record; for a bit-field, of the storage unit of `type` that holds it. */
	readonly offset: number;
	readonly bits: BitField | null;
}

/** A bit-field inside a little-endian storage unit of the member's type: value = unit >> shift, `width` bits. */
export interface BitField {
	readonly shift: number;
	readonly width: number;
}

export interface FunctionType extends Common {
	readonly kind: "function";
	readonly result: CType;
	readonly parameters: readonly Parameter[];
	readonly variadic: boolean;
	/** false for `int f()`: the arguments are not checked and get the default promotions. */
	readonly prototype: boolean;
}

export interface Parameter {
	readonly name: string | null;
	/** Already adjusted: arrays and functions are pointers. */
	readonly type: CType;
}

export type CType =
	| VoidType
	| BoolType
	| IntegerType
	| FloatingType
	| EnumType
	| PointerType
	| ArrayType
	| VariableArrayType
	| RecordType
	| FunctionType;

// ---- construction ----

function integer(name: IntegerName, size: 1 | 2 | 4 | 8, signed: boolean, rank: number): IntegerType {
	return { kind: "integer", qualifiers: 0, alias: null, name, size, signed, rank };
}

function floating(name: FloatingType["name"], size: 4 | 8 | 16): FloatingType {
	return { kind: "floating", qualifiers: 0, alias: null, name, size };
}

export const voidType: VoidType = { kind: "void", qualifiers: 0, alias: null };
export const boolType: BoolType = { kind: "bool", qualifiers: 0, alias: null };
export const charType = integer("char", 1, true, 1);
export const signedCharType = integer("signed char", 1, true, 1);
export const unsignedCharType = integer("unsigned char", 1, false, 1);
export const shortType = integer("short", 2, true, 2);
export const unsignedShortType = integer("unsigned short", 2, false, 2);
export const intType = integer("int", 4, true, 3);
export const unsignedIntType = integer("unsigned int", 4, false, 3);
export const longType = integer("long", 8, true, 4);
export const unsignedLongType = integer("unsigned long", 8, false, 4);
export const longLongType = integer("long long", 8, true, 5);
export const unsignedLongLongType = integer("unsigned long long", 8, false, 5);
export const floatType = floating("float", 4);
export const doubleType = floating("double", 8);
export const longDoubleType = floating("long double", 16);

export function pointerTo(to: CType): PointerType {
	return { kind: "pointer", qualifiers: 0, alias: null, to };
}

export function arrayOf(element: CType, length: number | null): ArrayType {
	return { kind: "array", qualifiers: 0, alias: null, element, length };
}

export function variableArrayOf(element: CType, sizeLocal: number): VariableArrayType {
	return { kind: "variable-array", qualifiers: 0, alias: null, element, sizeLocal };
}

export function functionType(
	result: CType,
	parameters: readonly Parameter[],
	variadic: boolean,
	prototype: boolean,
): FunctionType {
	return { kind: "function", qualifiers: 0, alias: null, result, parameters, variadic, prototype };
}

export function recordType(record: StructOrUnion): RecordType {
	return { kind: "record", qualifiers: 0, alias: null, record };
}

export function enumType(enumeration: Enumeration): EnumType {
	return { kind: "enum", qualifiers: 0, alias: null, enumeration };
}

/** The type with more qualifiers; those of an array belong to its elements (C11 6.7.3). */
export function qualified(type: CType, qualifiers: number): CType {
	if ((type.qualifiers | qualifiers) === type.qualifiers) return type;
	if (type.kind === "array" || type.kind === "variable-array")
		return { ...type, element: qualified(type.element, qualifiers) };
	return { ...type, qualifiers: type.qualifiers | qualifiers };
}

/** The type of the value read from an object of this type. */
export function unqualified<T extends CType>(type: T): T {
	if (type.align === undefined) return type.qualifiers === 0 ? type : { ...type, qualifiers: 0 };
	const { align: _, ...plain } = type;
	return { ...plain, qualifiers: 0 } as T;
}

/** The type as an attribute aligns it; 0: as it is. */
export function alignedTo(type: CType, align: number): CType {
	return align === 0 ? type : { ...type, align };
}

export function named(type: CType, alias: string): CType {
	return type.alias === alias ? type : { ...type, alias };
}

// ---- size and alignment ----

/** In bytes. 1 for void and functions as gcc has it; 0 for an incomplete type or one of variable length. */
export function sizeOf(type: CType): number {
	switch (type.kind) {
		case "void":
		case "bool":
		case "function":
			return 1;
		case "integer":
		case "floating":
			return type.size;
		case "enum":
			return type.enumeration.size;
		case "pointer":
			return 8;
		case "array":
			return type.length === null ? 0 : type.length * sizeOf(type.element);
		case "variable-array":
			return 0;
		case "record":
			return type.record.size;
	}
}

export function alignOf(type: CType): number {
	if (type.align !== undefined) return type.align;
	switch (type.kind) {
		case "array":
		case "variable-array":
			return alignOf(type.element);
		case "record":
			return type.record.align;
		default:
			return sizeOf(type);
	}
}

/** Whether objects of the type can exist: its size is known, at least when the program runs. */
export function isComplete(type: CType): boolean {
	switch (type.kind) {
		case "void":
			return false;
		case "array":
			return type.length !== null && isComplete(type.element);
		case "record":
			return type.record.members !== null;
		default:
			return true;
	}
}

// ---- kinds of types ----

/** `_Bool`, the integers, enumerations. */
export function isInteger(type: CType): type is BoolType | IntegerType | EnumType {
	return type.kind === "integer" || type.kind === "bool" || type.kind === "enum";
}

export function isArithmetic(type: CType): type is BoolType | IntegerType | EnumType | FloatingType {
	return isInteger(type) || type.kind === "floating";
}

export function isScalar(
	type: CType,
): type is BoolType | IntegerType | EnumType | FloatingType | PointerType {
	return isArithmetic(type) || type.kind === "pointer";
}

export function isArray(type: CType): type is ArrayType | VariableArrayType {
	return type.kind === "array" || type.kind === "variable-array";
}

/** Whether values of an integer, enumerated or pointer type are signed. */
export function isSigned(type: CType): boolean {
	if (type.kind === "integer") return type.signed;
	if (type.kind === "enum") return type.enumeration.signed;
	return type.kind === "floating";
}

export function isCharacter(type: CType): boolean {
	return type.kind === "integer" && type.size === 1;
}

// ---- conversions (C11 6.3) ----

/** The type after integer promotion; a bit-field narrower than int becomes int. */
export function promoted(type: CType, bits: BitField | null = null): CType {
	if (bits !== null && isInteger(type)) {
		if (bits.width < 32 || (bits.width === 32 && isSigned(type))) return intType;
		if (bits.width === 32) return unsignedIntType;
		if (bits.width < 64 && type.kind === "integer") return fieldType(type, bits.width);
	}
	if (type.kind === "bool") return intType;
	if (type.kind === "enum") return wholeType(type.enumeration);
	if (type.kind === "integer" && type.rank < intType.rank) return intType;
	return unqualified(type);
}

/** The type that an enumeration's values have in arithmetic. */
export function wholeType({ size, signed }: Enumeration): IntegerType {
	if (size === 8) return signed ? longType : unsignedLongType;
	return signed || size < 4 ? intType : unsignedIntType;
}

/** The type of the values of a bit-field of 33 to 63 bits: between int and long. */
function fieldType(type: IntegerType, width: number): IntegerType {
	return { ...unqualified(type), alias: null, width, rank: intType.rank + width / 64 };
}

/** How many bits the values of the type have. */
export function widthOf(type: CType): number {
	return (type.kind === "integer" ? type.width : undefined) ?? 8 * sizeOf(type);
}

/** The common type of two arithmetic operands (the usual arithmetic conversions). */
export function commonType(left: CType, right: CType): CType {
	if (left.kind === "floating" || right.kind === "floating") {
		const l = left.kind === "floating" ? left.size : 0;
		const r = right.kind === "floating" ? right.size : 0;
		return floatingOfSize(Math.max(l, r));
	}
	const a = promoted(left);
	const b = promoted(right);
	if (a.kind !== "integer" || b.kind !== "integer") return intType;
	if (a.signed === b.signed) return a.rank >= b.rank ? a : b;
	const [unsigned, signed] = a.signed ? [b, a] : [a, b];
	if (unsigned.rank >= signed.rank) return unsigned;
	return widthOf(signed) > widthOf(unsigned) ? signed : toUnsigned(signed);
}

function floatingOfSize(size: number): FloatingType {
	return size === 16 ? longDoubleType : size === 8 ? doubleType : floatType;
}

/** The unsigned integer type of the same rank. */
export function toUnsigned(type: IntegerType): IntegerType {
	if (type.width !== undefined) return { ...unsignedLongType, width: type.width, rank: type.rank };
	switch (type.rank) {
		case 1:
			return unsignedCharType;
		case 2:
			return unsignedShortType;
		case 3:
			return unsignedIntType;
		case 4:
			return unsignedLongType;
		default:
			return unsignedLongLongType;
	}
}

/** The default argument promotions, for arguments without a declared parameter. */
export function argumentPromoted(type: CType): CType {
	return type.kind === "floating" && type.size === 4 ? doubleType : promoted(type);
}

/** A whole number brought into the range of an integer, enumerated, bool or pointer type. */
export function wrapped(value: bigint, type: CType): bigint {
	if (type.kind === "bool") return value === 0n ? 0n : 1n;
	const bits = widthOf(type);
	return isSigned(type) ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

// ---- compatibility (C11 6.2.7) ----

/** Whether two types are the same type, qualifiers included. */
export function sameType(a: CType, b: CType): boolean {
	return ((a.qualifiers ^ b.qualifiers) & (CONST | VOLATILE)) === 0 && compatible(a, b);
}

/** Whether two types are compatible; the outermost qualifiers do not matter. */
export function compatible(a: CType, b: CType): boolean {
	if (a === b) return true;
	if (a.kind === "enum" && b.kind === "integer") return compatibleEnum(a, b);
	if (b.kind === "enum" && a.kind === "integer") return compatibleEnum(b, a);
	if (isArray(a) && isArray(b)) return compatibleArrays(a, b);
	switch (a.kind) {
		case "void":
		case "bool":
			return b.kind === a.kind;
		case "integer":
			return b.kind === "integer" && a.name === b.name && a.width === b.width;
		case "floating":
			return b.kind === "floating" && a.name === b.name;
		case "enum":
			return b.kind === "enum" && a.enumeration === b.enumeration;
		case "pointer":
			return b.kind === "pointer" && sameType(a.to, b.to);
		case "record":
			return b.kind === "record" && a.record === b.record;
		case "function":
			return b.kind === "function" && compatibleFunctions(a, b);
		default:
			return false;
	}
}

function compatibleEnum(a: EnumType, b: IntegerType): boolean {
	const { signed, size } = a.enumeration;
	const rank = { 1: signedCharType, 2: shortType, 4: intType, 8: longType }[size].rank;
	return b.rank === rank && b.signed === signed;
}

function compatibleArrays(a: ArrayType | VariableArrayType, b: ArrayType | VariableArrayType): boolean {
	if (!sameType(a.element, b.element)) return false;
	if (a.kind !== "array" || b.kind !== "array") return true;
	return a.length === null || b.length === null || a.length === b.length;
}

function compatibleFunctions(a: FunctionType, b: FunctionType): boolean {
	if (!compatible(a.result, b.result)) return false;
	if (!a.prototype || !b.prototype) return true;
	if (a.variadic !== b.variadic || a.parameters.length !== b.parameters.length) return false;
	return a.parameters.every((parameter, i) => compatible(parameter.type, b.parameters[i]!.type));
}

// ---- layout ----

/** A member as declared, before it has a place. `width` is null unless it is a bit-field. */
export interface MemberDeclaration {
	readonly name: string | null;
	readonly type: CType;
	readonly width: number | null;
	/** From `_Alignas` or an aligned attribute; 0 when not given. */
	readonly align: number;
	/** Whether it is not aligned by its type. */
	readonly packed: boolean;
}

/**
 * Gives each member its place as gcc does on x86-64, and completes the record. No member is aligned to more than `pack`
 * bytes by its type (1: `packed`). False when a bit-field would have to lie across its unit's end, which this layout
 * does not have.
 */
export function layOut(
	record: StructOrUnion,
	declarations: readonly MemberDeclaration[],
	pack = Number.POSITIVE_INFINITY,
): boolean {
	let fits = true;
	const members: Member[] = [];
	let bit = 0;
	let align = 1;
	let size = 0;
	for (const declaration of declarations) {
		if (record.union) bit = 0;
		const unit = sizeOf(declaration.type) * 8;
		if (declaration.width === 0) {
			bit = roundUp(bit, unit);
			continue;
		}
		const ownAlign = Math.max(
			Math.min(declaration.packed ? 1 : pack, alignOf(declaration.type)),
			declaration.align,
		);
		if (declaration.width !== null) {
			if (Math.floor(bit / unit) !== Math.floor((bit + declaration.width - 1) / unit)) {
				fits &&= ownAlign * 8 >= unit;
				bit = roundUp(bit, unit);
			}
			const offset = Math.floor(bit / unit) * (unit / 8);
			const bits = { shift: bit - offset * 8, width: declaration.width };
			if (declaration.name !== null)
				members.push({ name: declaration.name, type: declaration.type, offset, bits });
			bit += declaration.width;
		} else {
			const offset = roundUp(Math.ceil(bit / 8), ownAlign);
			members.push({ name: declaration.name, type: declaration.type, offset, bits: null });
			bit = (offset + sizeOf(declaration.type)) * 8;
		}
		if (declaration.width === null || declaration.name !== null) align = Math.max(align, ownAlign);
		size = Math.max(size, Math.ceil(bit / 8));
	}
	record.members = members;
	record.align = align;
	record.size = roundUp(size, align);
	return fits;
}

function roundUp(n: number, multiple: number): number {
	return Math.ceil(n / multiple) * multiple;
}

/** The way to a member: through anonymous members to the one named; empty when there is none. */
export function findMember(record: StructOrUnion, name: string): readonly Member[] {
	for (const member of record.members ?? []) {
		if (member.name === name) return [member];
		if (member.name === null && member.type.kind === "record") {
			const rest = findMember(member.type.record, name);
			if (rest.length > 0) return [member, ...rest];
		}
	}
	return [];
}

// ---- text ----

/** The type as C writes it: `const char *`, `int (*)(void)`, `struct sigaction`; typedef names are kept. */
export function typeText(type: CType): string {
	return declare(type, "");
}

/** A declaration of `name` with this type: `int (*handler)(int)`. */
export function declare(type: CType, name: string): string {
	if (type.alias !== null) return join(qualifierText(type) + type.alias, name);
	switch (type.kind) {
		case "pointer": {
			const inner = `*${qualifierText(type)}${name}`.trimEnd();
			const wrap = type.to.alias === null && (isArray(type.to) || type.to.kind === "function");
			return declare(type.to, wrap ? `(${inner})` : inner);
		}
		case "array":
			return declare(type.element, `${name}[${type.length ?? ""}]`);
		case "variable-array":
			return declare(type.element, `${name}[*]`);
		case "function":
			return declare(type.result, `${name}(${parametersText(type)})`);
		default:
			return join(qualifierText(type) + specifierText(type), name);
	}
}

function join(specifier: string, declarator: string): string {
	return declarator === "" || declarator.startsWith("[")
		? specifier + declarator
		: `${specifier} ${declarator}`;
}

function qualifierText(type: CType): string {
	const words: string[] = [];
	if (type.qualifiers & ATOMIC) words.push("_Atomic ");
	if (type.qualifiers & CONST) words.push("const ");
	if (type.qualifiers & VOLATILE) words.push("volatile ");
	if (type.qualifiers & RESTRICT) words.push("restrict ");
	return words.join("");
}

function parametersText(type: FunctionType): string {
	if (!type.prototype) return "";
	if (type.parameters.length === 0 && !type.variadic) return "void";
	const texts = type.parameters.map((parameter) => typeText(parameter.type));
	if (type.variadic) texts.push("...");
	return texts.join(", ");
}

function specifierText(
	type: VoidType | BoolType | IntegerType | FloatingType | EnumType | RecordType,
): string {
	switch (type.kind) {
		case "void":
			return "void";
		case "bool":
			return "_Bool";
		case "integer":
			return type.width === undefined ? type.name : `${type.name}:${type.width}`;
		case "floating":
			return type.name;
		case "enum":
			return `enum ${type.enumeration.tag ?? "<anonymous>"}`;
		case "record":
			return `${type.record.union ? "union" : "struct"} ${type.record.tag ?? "<anonymous>"}`;
	}
}
