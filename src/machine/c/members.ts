// Member access: `.` and `->`.

import { involvesUnknown, isPlace, type Operand, quotedType, toValue, unknownValue } from "./conversions.ts";
import { closest } from "./diagnostics.ts";
import { recordNotes } from "./hints.ts";
import { addLocal, type Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";
import type { LValue } from "./tree.ts";
import { CONST, type CType, findMember, qualified, type StructOrUnion, VOLATILE } from "./types.ts";

/** `operand.name` or `operand->name`; `token` is the operator. */
export function memberAccess(p: Parser, token: Token, operand: Operand, name: Token): Operand {
	const record = recordOf(p, token, operand, name);
	if (record === null) return unknownValue(name);
	if (record.type.kind !== "record") return unknownValue(name);
	const { record: layout } = record.type;
	if (layout.members === null) {
		p.reporter.error(
			`member access into incomplete type ${quotedType(record.type)}`,
			token,
			...recordNotes(p, record.type),
		);
		return unknownValue(name);
	}
	const path = findMember(layout, name.text);
	if (path.length === 0) {
		const meant = closest(name.text, memberNames(layout));
		p.reporter.error(
			`no member named '${name.text}' in ${quotedType(record.type)}`,
			name,
			...(meant === null ? [] : [`did you mean '${meant}'?`]),
		);
		return unknownValue(name);
	}
	let place = record;
	for (const member of path) {
		const type = qualified(member.type, place.type.qualifiers & (CONST | VOLATILE));
		place = { kind: "member", record: place, member, type, place: name };
	}
	return place;
}

/** The record on the left, as a place; null after an error. */
function recordOf(p: Parser, token: Token, operand: Operand, name: Token): LValue | null {
	if (involvesUnknown(operand.type)) return null;
	if (token.text === "->") {
		const pointer = toValue(operand);
		if (pointer.type.kind === "pointer" && pointer.type.to.kind === "record")
			return { kind: "dereference", pointer, type: pointer.type.to, place: token };
		if (operand.type.kind !== "record") return noRecord(p, token, pointer.type, name);
		p.reporter.error(
			`member reference type ${quotedType(operand.type)} is not a pointer; did you mean to use '.'?`,
			token,
		);
		return isPlace(operand) ? operand : null;
	}
	if (operand.type.kind === "record") {
		if (isPlace(operand)) return operand;
		if (operand.kind === "function" || p.inside === null) return null;
		const local = addLocal(p, "", operand.type, token);
		return { kind: "temporary", local, value: operand, type: operand.type, place: token };
	}
	const pointer = toValue(operand);
	if (pointer.type.kind !== "pointer" || pointer.type.to.kind !== "record")
		return noRecord(p, token, pointer.type, name);
	p.reporter.error(
		`member reference type ${quotedType(pointer.type)} is a pointer; did you mean to use '->'?`,
		token,
	);
	return { kind: "dereference", pointer, type: pointer.type.to, place: token };
}

function noRecord(p: Parser, token: Token, type: CType, name: Token): null {
	p.reporter.error(
		`member reference '${token.text}${name.text}' on ${quotedType(type)}, which is not a struct or union`,
		token,
	);
	return null;
}

function memberNames(layout: StructOrUnion): string[] {
	return (layout.members ?? []).flatMap((member) => {
		if (member.name !== null) return [member.name];
		return member.type.kind === "record" ? memberNames(member.type.record) : [];
	});
}
