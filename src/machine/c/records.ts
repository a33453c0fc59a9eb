// struct, union and enum specifiers: tags, members, enumerators (C11 6.7.2.1 to 6.7.2.3).

import { type Attributes, attributes, checkAlignas, noAttributes, refuseAlignas } from "./attributes.ts";
import { isUnknown, quotedType } from "./conversions.ts";
import { declarator } from "./declarators.ts";
import { noteAt } from "./diagnostics.ts";
import { constantExpression } from "./expressions.ts";
import { headerNotes } from "./hints.ts";
import {
	accept,
	advance,
	atEnd,
	attempt,
	current,
	enter,
	expectClosing,
	expectSemicolon,
	is,
	isName,
	leave,
	type Parser,
	previous,
	type Specifiers,
	shown,
} from "./parser.ts";
import { findTag, type Tag } from "./scope.ts";
import { staticAssertion } from "./static-assert.ts";
import { spanAfter, type Token } from "./tokens.ts";
import {
	type CType,
	type Enumeration,
	enumType,
	intType,
	isComplete,
	isInteger,
	layOut,
	longType,
	type MemberDeclaration,
	newEnumeration,
	recordType,
	type StructOrUnion,
	settleEnumeration,
	sizeOf,
	unsignedIntType,
	wholeType,
} from "./types.ts";

// record = ("struct" | "union") attributes tag? ("{" member* "}" attributes)?
export function recordSpecifier(p: Parser): CType {
	const keyword = advance(p);
	const kind = keyword.text as "struct" | "union";
	const given = attributes(p);
	const tag = isName(current(p)) ? advance(p) : null;
	if (!is(p, "{")) {
		if (tag === null) p.reporter.fail(`expected a tag or '{' after '${kind}'`, current(p));
		return recordType(mentioned(p, kind, tag));
	}
	enter(p);
	const record = begun(p, kind, tag);
	const members = memberList(p, record, given);
	leave(p);
	const pack = given.packed ? 1 : previous(p).pack;
	if (!layOut(record, members, pack))
		p.reporter.error("a packed bit-field that crosses the boundary of its type is not supported", keyword);
	if (given.align > record.align) {
		record.align = given.align;
		record.size = Math.ceil(record.size / given.align) * given.align;
	}
	return recordType(record);
}

function newRecord(union: boolean, tag: Token | null): StructOrUnion {
	return { union, tag: tag?.text ?? null, members: null, size: 0, align: 1 };
}

/** `struct tag` without a body: the one in scope, or a new one (always so in `struct tag;`). */
function mentioned(p: Parser, kind: "struct" | "union", tag: Token): StructOrUnion {
	const found = is(p, ";") ? p.scope.tags.get(tag.text) : findTag(p.scope, tag.text);
	if (found !== undefined && found.kind !== "enum" && found.kind === kind) return found.record;
	if (found !== undefined) wrongTag(p, tag, kind, found);
	const record = newRecord(kind === "union", tag);
	p.scope.tags.set(tag.text, { kind, record, place: tag });
	if (p.prototypes > 0) warnOfVisibility(p, kind, tag);
	return record;
}

/** A tag that first occurs between a function's parentheses is another one each time. */
function warnOfVisibility(p: Parser, kind: "struct" | "union", tag: Token): void {
	const name = `${kind} ${tag.text}`;
	const header = headerNotes(p, name);
	p.reporter.warning(
		`declaration of '${name}' will not be visible outside of this function`,
		tag,
		...(header.length > 0 ? header : [`declare it above: ${name};`]),
	);
}

function wrongTag(p: Parser, tag: Token, kind: string, found: Tag): void {
	p.reporter.error(
		`use of '${tag.text}' as ${kind}: it was declared as ${found.kind}`,
		tag,
		noteAt("previous use is here", found.place),
	);
}

/** The record whose body begins here. */
function begun(p: Parser, kind: "struct" | "union", tag: Token | null): StructOrUnion {
	const found = tag === null ? undefined : p.scope.tags.get(tag.text);
	if (tag !== null && found !== undefined) {
		if (found.kind !== kind) wrongTag(p, tag, kind, found);
		else if (found.record.members === null) return found.record;
		else
			p.reporter.error(
				`redefinition of '${kind} ${tag.text}'`,
				tag,
				noteAt("previous definition is here", found.place),
			);
	}
	const record = newRecord(kind === "union", tag);
	if (tag !== null) p.scope.tags.set(tag.text, { kind, record, place: tag });
	return record;
}

/** Skips to behind the next `;` or before the closing brace. */
function skipMember(p: Parser): void {
	let depth = 0;
	while (!atEnd(p)) {
		if (is(p, "{")) depth++;
		if (is(p, "}") && depth-- === 0) return;
		if (advance(p).text === ";" && depth === 0) return;
	}
}

function memberList(p: Parser, record: StructOrUnion, given: Attributes): readonly MemberDeclaration[] {
	const open = advance(p);
	const members: MemberDeclaration[] = [];
	while (!is(p, "}") && !atEnd(p)) {
		attempt(
			p,
			() => member(p, members, record),
			() => skipMember(p),
		);
	}
	expectClosing(p, "}", open);
	attributes(p, given);
	checkDuplicates(p, members, open);
	return members;
}

// member = specifiers (member-declarator ("," member-declarator)*)? ";" | static-assertion | ";"
function member(p: Parser, members: MemberDeclaration[], record: StructOrUnion): void {
	if (accept(p, ";")) return;
	if (is(p, "_Static_assert")) {
		staticAssertion(p);
		return;
	}
	const start = current(p);
	if (!p.grammar.startsDeclaration(p, start) && !isName(start))
		p.reporter.fail(`expected a member declaration, found ${shown(start)}`, start);
	const base = p.grammar.specifiers(p);
	const { align, packed } = base.attributes;
	if (base.storage !== null) p.reporter.error(`a member cannot be '${base.storage}'`, start);
	if (accept(p, ";")) {
		if (base.type.kind === "record" && base.type.record.members !== null && base.type.record.tag === null)
			members.push({ name: null, type: base.type, width: null, align, packed });
		else if (!base.standsAlone) p.reporter.warning("declaration does not declare anything", start);
		return;
	}
	do memberDeclarator(p, members, record, base);
	while (accept(p, ","));
	if (is(p, "}")) p.reporter.warning("expected ';' after the last member", spanAfter(previous(p)));
	else expectSemicolon(p, " at the end of the member declaration");
}

// member-declarator = declarator | declarator? ":" constant-expression
function memberDeclarator(
	p: Parser,
	members: MemberDeclaration[],
	record: StructOrUnion,
	base: Specifiers,
): void {
	const { align, packed } = base.attributes;
	const start = current(p);
	const declared = is(p, ":") ? { name: null, type: base.type } : declarator(p, base.type);
	const name = declared.name;
	const given = { ...noAttributes(), align, packed };
	let width: number | null = null;
	if (accept(p, ":")) {
		refuseAlignas(p, base, name === null ? "a bit-field" : `bit-field '${name.text}'`);
		width = bitWidth(p, declared.type, name ?? start);
		if (width === 0 && name !== null)
			p.reporter.error(
				`bit-field '${name.text}' has a name and no bits`,
				name,
				"only ': 0' without a name has a meaning",
			);
	} else {
		if (name === null) p.reporter.fail(`expected a member's name, found ${shown(current(p))}`, current(p));
		checkAlignas(p, base, name, declared.type);
	}
	attributes(p, given);
	const type = checkedMember(p, members, record, declared.type, name ?? start);
	if (type !== null)
		members.push({ name: name?.text ?? null, type, width, align: given.align, packed: given.packed });
}

function bitWidth(p: Parser, type: CType, place: Token): number {
	const width = constantExpression(p, "the width of a bit-field");
	if (isUnknown(type) || width === null) return 1;
	if (!isInteger(type)) {
		p.reporter.error(`a bit-field cannot have type ${quotedType(type)}`, place);
		return 1;
	}
	const most = type.kind === "bool" ? 1 : sizeOf(type) * 8;
	if (width >= 0n && width <= BigInt(most)) return Number(width);
	p.reporter.error(
		width < 0n
			? `the width of a bit-field is negative (${width})`
			: `the width of the bit-field (${width}) exceeds that of its type (${most})`,
		place,
	);
	return 1;
}

/** The member's type if objects of it can be members; null after an error. */
function checkedMember(
	p: Parser,
	members: readonly MemberDeclaration[],
	record: StructOrUnion,
	type: CType,
	place: Token,
): CType | null {
	if (isUnknown(type)) return type;
	if (type.kind === "function") {
		p.reporter.error(
			`member '${place.text}' declared as a function`,
			place,
			"a pointer to a function is written (*name)(…)",
		);
		return null;
	}
	if (type.kind === "variable-array") {
		p.reporter.error("members of variable length are not supported", place);
		return null;
	}
	const before = members.at(-1)?.type;
	if (before?.kind === "array" && before.length === null && !record.union)
		p.reporter.error("a member of unknown length must be the last one", place);
	const flexible = type.kind === "array" && type.length === null;
	if (flexible && record.union) {
		p.reporter.error(`member '${place.text}' of a union has unknown length`, place);
		return null;
	}
	if (flexible ? isComplete(type.element) : isComplete(type)) return type;
	p.reporter.error(`member '${place.text}' has incomplete type ${quotedType(type)}`, place);
	return null;
}

function checkDuplicates(p: Parser, members: readonly MemberDeclaration[], open: Token): void {
	const seen = new Set<string>();
	const names = members.flatMap((each) =>
		each.name !== null ? [each.name] : each.type.kind === "record" ? allNames(each.type.record) : [],
	);
	for (const name of names) {
		if (seen.has(name)) p.reporter.error(`duplicate member '${name}'`, open);
		seen.add(name);
	}
}

function allNames(record: StructOrUnion): string[] {
	return (record.members ?? []).flatMap((each) =>
		each.name !== null ? [each.name] : each.type.kind === "record" ? allNames(each.type.record) : [],
	);
}

// ---- enumerations ----

// enum = "enum" attributes tag? ("{" enumerator ("," enumerator)* ","? "}" attributes)?
export function enumSpecifier(p: Parser): CType {
	advance(p);
	const given = attributes(p);
	const tag = isName(current(p)) ? advance(p) : null;
	if (!is(p, "{")) {
		if (tag === null) p.reporter.fail("expected a tag or '{' after 'enum'", current(p));
		return mentionedEnum(p, tag);
	}
	const enumeration = begunEnum(p, tag);
	const values = new Map<string, bigint>();
	p.enumerations.set(enumeration, values);
	const open = advance(p);
	let next = 0n;
	while (!is(p, "}")) {
		next = enumerator(p, next, enumeration) + 1n;
		if (!accept(p, ",")) break;
	}
	expectClosing(p, "}", open);
	settleEnumeration(enumeration, [...values.values()], attributes(p, given).packed);
	for (const name of values.keys()) retypeEnumerator(p, name, enumeration);
	return enumType(enumeration);
}

/** A value that is no int has the type of all values once they are known. */
function retypeEnumerator(p: Parser, name: string, of: Enumeration): void {
	const entity = p.scope.names.get(name);
	if (entity?.kind === "enumerator" && entity.of === of && entity.type !== intType)
		p.scope.names.set(name, { ...entity, type: wholeType(of) });
}

function mentionedEnum(p: Parser, tag: Token): CType {
	const found = findTag(p.scope, tag.text);
	if (found?.kind === "enum") return enumType(found.enumeration);
	if (found !== undefined) wrongTag(p, tag, "enum", found);
	const enumeration = newEnumeration(tag.text);
	p.scope.tags.set(tag.text, { kind: "enum", enumeration, place: tag });
	return enumType(enumeration);
}

function begunEnum(p: Parser, tag: Token | null): Enumeration {
	const found = tag === null ? undefined : p.scope.tags.get(tag.text);
	if (tag !== null && found !== undefined) {
		if (found.kind !== "enum") wrongTag(p, tag, "enum", found);
		else if (!found.enumeration.complete) return found.enumeration;
		else
			p.reporter.error(
				`redefinition of 'enum ${tag.text}'`,
				tag,
				noteAt("previous definition is here", found.place),
			);
	}
	const enumeration = newEnumeration(tag?.text ?? null);
	if (tag !== null) p.scope.tags.set(tag.text, { kind: "enum", enumeration, place: tag });
	return enumeration;
}

// enumerator = name ("=" constant-expression)?
function enumerator(p: Parser, next: bigint, of: Enumeration): bigint {
	const name = current(p);
	if (!isName(name)) p.reporter.fail(`expected an enumerator's name, found ${shown(name)}`, name);
	p.at++;
	attributes(p);
	const value = accept(p, "=") ? (constantExpression(p, `the value of '${name.text}'`) ?? next) : next;
	const before = p.scope.names.get(name.text);
	if (before !== undefined)
		p.reporter.error(
			`redefinition of '${name.text}'`,
			name,
			noteAt("previous definition is here", before.place),
		);
	const fitsInt = value >= -0x80000000n && value <= 0x7fffffffn;
	const type = fitsInt ? intType : value > 0n && value <= 0xffffffffn ? unsignedIntType : longType;
	p.enumerations.get(of)?.set(name.text, value);
	p.scope.names.set(name.text, { kind: "enumerator", of, value, type, place: name });
	return value;
}
