// Declaration specifiers: storage, qualifiers and the type they name (C11 6.7.1 to 6.7.5).

import { type Attributes, attributes, checkedAlignment, noAttributes, qualifierWords } from "./attributes.ts";
import { quotedType, unknownType } from "./conversions.ts";
import { closest } from "./diagnostics.ts";
import { assignmentValue, constantExpression, typeOrOperand } from "./expressions.ts";
import { headerNotes, refuseCpp } from "./hints.ts";
import { warnOfLongDouble } from "./long-double.ts";
import {
	advance,
	current,
	expect,
	expectClosing,
	following,
	is,
	isName,
	type Parser,
	previous,
	type Specifiers,
	type Storage,
} from "./parser.ts";
import { enumSpecifier, recordSpecifier } from "./records.ts";
import { findName, similarName } from "./scope.ts";
import { keywords, spanAfter, type Token } from "./tokens.ts";
import {
	ATOMIC,
	alignOf,
	boolType,
	type CType,
	charType,
	doubleType,
	floatType,
	intType,
	longDoubleType,
	longLongType,
	longType,
	named,
	qualified,
	shortType,
	signedCharType,
	unqualified,
	unsignedCharType,
	unsignedIntType,
	unsignedLongLongType,
	unsignedLongType,
	unsignedShortType,
	voidType,
} from "./types.ts";

const storageWords: ReadonlySet<string> = new Set("typedef extern static auto register".split(" "));

const typeWords: ReadonlySet<string> = new Set(
	"void _Bool char short int long float double signed unsigned __signed __signed__ _Complex __complex __complex__ _Imaginary".split(
		" ",
	),
);

const otherWords: ReadonlySet<string> = new Set(
	`struct union enum __auto_type typeof __typeof __typeof__ inline __inline __inline__ _Noreturn _Alignas _Thread_local __thread
	__attribute__ __attribute __extension__`.split(/\s+/),
);

/** Whether a token can begin a declaration. */
export function startsDeclaration(p: Parser, token: Token): boolean {
	if (token.kind !== "identifier") return false;
	const { text } = token;
	if (typeWords.has(text) || storageWords.has(text) || qualifierWords.has(text) || otherWords.has(text))
		return true;
	return findName(p.scope, text)?.kind === "typedef";
}

/** Whether a token can begin a type name in an expression. */
export function startsTypeName(p: Parser, token: Token): boolean {
	if (token.kind !== "identifier" || token.text === "__extension__") return false;
	return startsDeclaration(p, token);
}

/** `unsigned long int` and its like, the words sorted. */
const combinations = new Map<string, CType>();

function combine(type: CType, ...spellings: readonly string[]): void {
	for (const spelling of spellings) combinations.set(spelling.split(" ").sort().join(" "), type);
}

combine(voidType, "void");
combine(boolType, "_Bool");
combine(charType, "char");
combine(signedCharType, "signed char");
combine(unsignedCharType, "unsigned char");
combine(shortType, "short", "short int", "signed short", "signed short int");
combine(unsignedShortType, "unsigned short", "unsigned short int");
combine(intType, "int", "signed", "signed int");
combine(unsignedIntType, "unsigned", "unsigned int");
combine(longType, "long", "long int", "signed long", "signed long int");
combine(unsignedLongType, "unsigned long", "unsigned long int");
combine(longLongType, "long long", "long long int", "signed long long", "signed long long int");
combine(unsignedLongLongType, "unsigned long long", "unsigned long long int");
combine(floatType, "float");
combine(doubleType, "double");
combine(longDoubleType, "long double");

interface Reading {
	readonly words: string[];
	type: CType | null;
	qualifiers: number;
	storage: Storage | null;
	threadLocal: boolean;
	inline: boolean;
	alignas: { readonly place: Token; readonly align: number } | null;
	standsAlone: boolean;
	readonly attributes: Attributes;
}

// specifiers = (storage | qualifier | type-word | record | enum | typedef-name | typeof | function-specifier | alignment
//            | attribute)+
export function specifiers(p: Parser): Specifiers {
	const place = current(p);
	const reading: Reading = {
		words: [],
		type: null,
		qualifiers: 0,
		storage: null,
		threadLocal: false,
		inline: false,
		alignas: null,
		standsAlone: false,
		attributes: noAttributes(),
	};
	while (readSpecifier(p, reading));
	const type = qualified(finished(p, reading, place), reading.qualifiers);
	return {
		type,
		storage: reading.storage,
		threadLocal: reading.threadLocal,
		inline: reading.inline,
		attributes: {
			...reading.attributes,
			align: Math.max(reading.alignas?.align ?? 0, reading.attributes.align),
		},
		alignas: reading.alignas,
		place,
		standsAlone: reading.standsAlone,
	};
}

/** Takes one specifier; false when the next token is none. */
function readSpecifier(p: Parser, reading: Reading): boolean {
	const token = current(p);
	if (token.kind !== "identifier") return false;
	const { text } = token;
	if (typeWords.has(text)) {
		if (reading.type !== null && !endedRecord(p, token, reading)) cannotCombine(p, token, reading);
		reading.words.push(text.startsWith("__signed") ? "signed" : text);
		p.at++;
		return true;
	}
	if (text === "_Atomic" && following(p).text === "(") return atomicSpecifier(p, reading);
	const qualifier = qualifierWords.get(text);
	if (qualifier !== undefined) {
		if ((reading.qualifiers & qualifier) !== 0)
			p.reporter.warning(`duplicate '${text}' declaration specifier`, token);
		reading.qualifiers |= qualifier;
		p.at++;
		return true;
	}
	if (storageWords.has(text)) return storageSpecifier(p, token, reading);
	if (otherWords.has(text)) return otherSpecifier(p, token, reading);
	return typedefName(p, token, reading);
}

function storageSpecifier(p: Parser, token: Token, reading: Reading): boolean {
	if (reading.storage !== null && reading.storage !== token.text)
		p.reporter.error(`cannot combine '${token.text}' with the previous '${reading.storage}'`, token);
	reading.storage = token.text as Storage;
	p.at++;
	return true;
}

/** `struct s { … } int main`: the `;` is missing, and with it goes what was read. */
function endedRecord(p: Parser, token: Token, reading: Reading): boolean {
	const end = previous(p);
	if (end.text !== "}" || !token.first || reading.storage !== null) return false;
	const what =
		reading.type?.kind === "enum"
			? "enum"
			: reading.type?.kind === "record" && reading.type.record.union
				? "union"
				: "struct";
	p.reporter.error(`expected ';' after the ${what}`, spanAfter(end));
	reading.type = null;
	return true;
}

function cannotCombine(p: Parser, token: Token, reading: Reading): void {
	const before = reading.type === null ? `'${reading.words.join(" ")}'` : quotedType(reading.type);
	p.reporter.error(`cannot combine '${token.text}' with the previous type ${before}`, token);
	reading.words.length = 0;
	reading.type = null;
}

function setType(p: Parser, token: Token, reading: Reading, type: CType): void {
	if (reading.type !== null || reading.words.length > 0) cannotCombine(p, token, reading);
	reading.type = type;
}

function atomicSpecifier(p: Parser, reading: Reading): boolean {
	const token = advance(p);
	const open = expect(p, "(");
	setType(p, token, reading, qualified(p.grammar.typeName(p), ATOMIC));
	expectClosing(p, ")", open);
	return true;
}

function otherSpecifier(p: Parser, token: Token, reading: Reading): boolean {
	switch (token.text) {
		case "struct":
		case "union":
			reading.standsAlone = true;
			setType(p, token, reading, recordSpecifier(p));
			return true;
		case "enum":
			reading.standsAlone = true;
			setType(p, token, reading, enumSpecifier(p));
			return true;
		case "_Noreturn":
			reading.attributes.noreturn = true;
			break;
		case "_Thread_local":
		case "__thread":
			reading.threadLocal = true;
			break;
		case "_Alignas":
			reading.alignas = {
				place: reading.alignas?.place ?? token,
				align: Math.max(reading.alignas?.align ?? 0, alignment(p)),
			};
			return true;
		case "__attribute__":
		case "__attribute":
			attributes(p, reading.attributes);
			return true;
		case "__auto_type":
			p.at++;
			setType(p, token, reading, deducedType(p, token));
			return true;
		case "typeof":
		case "__typeof":
		case "__typeof__":
			p.at++;
			setType(p, token, reading, typeOrOperand(p).type);
			return true;
		case "__extension__":
			break;
		default:
			reading.inline = true;
	}
	p.at++;
	return true;
}

// alignment = "_Alignas" "(" (type-name | constant-expression) ")"
function alignment(p: Parser): number {
	const token = advance(p);
	const open = expect(p, "(");
	const value = p.grammar.startsTypeName(p, current(p))
		? alignOf(p.grammar.typeName(p))
		: Number(constantExpression(p, "the alignment") ?? 1n);
	expectClosing(p, ")", open);
	return checkedAlignment(p, token, value);
}

/** A typedef's name, when no type has been seen yet; an unknown name that can only be a type, too. */
function typedefName(p: Parser, token: Token, reading: Reading): boolean {
	if (!isName(token)) return false;
	if (reading.type !== null || reading.words.length > 0) {
		const isSigning = reading.words.some((word) => /^(?:un)?signed$|^__signed/.test(word));
		if (isSigning && unsupportedTypes.has(token.text)) unknownTypeName(p, token);
		return false;
	}
	const entity = findName(p.scope, token.text);
	if (entity?.kind === "typedef") {
		reading.type = named(entity.type, token.text);
		p.at++;
		return true;
	}
	if (entity !== undefined && entity.kind !== "unknown") return false;
	if (!looksLikeType(p)) return false;
	if (entity === undefined) unknownTypeName(p, token);
	reading.type = unknownType;
	p.at++;
	return true;
}

/** Whether the name at the front is used as a type: `foo_t x`, `foo_t *x;`. */
export function looksLikeType(p: Parser): boolean {
	const next = following(p);
	if (isName(next)) return true;
	if (next.text !== "*") return next.text === "const";
	let n = 1;
	while (following(p, n).text === "*" || following(p, n).text === "const") n++;
	const after = following(p, n);
	if (!isName(after)) return (after.text === ")" || after.text === ",") && p.inside === null;
	return /^[;,)=[(]$/.test(following(p, n + 1).text);
}

const unsupportedTypes: ReadonlyMap<string, string> = new Map([
	["__int128", "128-bit integers"],
	["__int128_t", "128-bit integers"],
	["__uint128_t", "128-bit integers"],
	["__float128", "128-bit floating-point numbers"],
	["_Float128", "128-bit floating-point numbers"],
	["_Float16", "16-bit floating-point numbers"],
	["_Decimal32", "decimal floating-point numbers"],
	["_Decimal64", "decimal floating-point numbers"],
	["_Decimal128", "decimal floating-point numbers"],
	["__complex__", "complex numbers"],
]);

/** The type of the initialiser, which is read here for its type alone. */
function deducedType(p: Parser, token: Token): CType {
	if (!isName(current(p)) || following(p).text !== "=")
		p.reporter.fail("'__auto_type' needs one name and an initialiser", token);
	const { at } = p;
	p.at += 2;
	const { type } = assignmentValue(p);
	p.at = at;
	return unqualified(type);
}

function unknownTypeName(p: Parser, token: Token): void {
	const unsupported = unsupportedTypes.get(token.text);
	if (unsupported !== undefined) p.reporter.fail(`${unsupported} are not supported`, token);
	refuseCpp(p, token);
	const notes = headerNotes(p, token.text);
	const keyword = closest(token.text, keywords, 2);
	const tag = similarTag(p, token.text);
	const meant = similarName(p.scope, token.text, (entity) => entity.kind === "typedef");
	const instead = keyword ?? (tag === null ? meant : `${tag} ${token.text}`);
	if (notes.length === 0 && instead !== null) notes.push(`did you mean '${instead}'?`);
	p.reporter.error(`unknown type name '${token.text}'`, token, ...notes);
}

function similarTag(p: Parser, name: string): string | null {
	for (let scope: typeof p.scope | null = p.scope; scope !== null; scope = scope.parent) {
		const tag = scope.tags.get(name);
		if (tag !== undefined) return tag.kind;
	}
	return null;
}

function finished(p: Parser, reading: Reading, place: Token): CType {
	if (reading.type !== null) return reading.type;
	if (reading.words.length > 0) {
		const key = [...reading.words].sort().join(" ");
		const type = combinations.get(key);
		if (type !== undefined) {
			warnOfLongDouble(p.reporter, type, place);
			return type;
		}
		const complex = reading.words.find((word) => /complex|_Imaginary/i.test(word));
		p.reporter.error(
			complex === undefined
				? `'${reading.words.join(" ")}' is not a type`
				: "complex numbers are not supported",
			place,
		);
		return unknownType;
	}
	const isBare = p.at === 0 || reading.storage !== null || reading.qualifiers !== 0 || is(p, place.text);
	if ((isName(current(p)) && isBare) || (is(p, "*") && place.text === "*"))
		p.reporter.warning("type specifier missing, defaults to 'int'", place);
	return intType;
}
