// A place in a run as a short text for an address: the step, and the decisions that make the run what it is.
//
//     1k.r2a-3.t8-aGkK.e0     position 56; at step 82 process 3 runs; 8 steps later "hi\n" is typed; input ends at once
//
// Numbers are in base 36. A decision is its kind (r run, t type, y type at a terminal, e end of input, l login), the steps since the one before, and
// what was decided: a pid, or a text as base64url of its UTF-8, for y after the number of /dev/pts.

import { type Diagnostic, decodeText, encodeText, unreachable } from "../base/index.ts";
import type { Decision } from "../computer/index.ts";

/** A step of a run with these decisions. */
export interface LinkedPlace {
	readonly step: number;
	readonly decisions: readonly Decision[];
}

/** What a link may ask for at most. */
const LONGEST = 100_000;
const MOST_STEPS = 1_000_000_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function writeLink({ step, decisions }: LinkedPlace): string {
	const parts = [step.toString(36)];
	let last = 0;
	for (const decision of [...decisions].sort((a, b) => a.at - b.at)) {
		parts.push(writeDecision(decision, (decision.at - last).toString(36)));
		last = decision.at;
	}
	return parts.join(".");
}

function writeDecision(decision: Decision, after: string): string {
	switch (decision.kind) {
		case "run":
			return `r${after}-${decision.pid.toString(36)}`;
		case "type":
			return decision.terminal === undefined
				? `t${after}-${encode(decision.text)}`
				: `y${after}-${decision.terminal.toString(36)}-${encode(decision.text)}`;
		case "end-input":
			return `e${after}`;
		case "login":
			return `l${after}`;
		default:
			return unreachable(decision);
	}
}

/** Reads what `writeLink` wrote; a mangled text gives words for what is wrong with it, never an exception. */
export function readLink(text: string): LinkedPlace | Diagnostic {
	if (text.length > LONGEST)
		return wrong(text, 0, text.length, "this address is too long for a place in a run");
	const decisions: Decision[] = [];
	let step = 0;
	let last = 0;
	let at = 0;
	for (const [i, part] of text.split(".").entries()) {
		if (i === 0) {
			const read = readNumber(part);
			if (read === null) return wrong(text, at, part.length, `'${part}' is not a step`);
			step = read;
		} else {
			const decision = readDecision(part, last);
			if (decision === null) return wrong(text, at, part.length, `'${part}' is not a decision`);
			last = decision.at;
			decisions.push(decision);
		}
		at += part.length + 1;
	}
	return { step, decisions };
}

function readDecision(part: string, last: number): Decision | null {
	const match = /^([rtely])([0-9a-z]+)(?:-([\w-]*))?$/.exec(part);
	const after = match === null ? null : readNumber(match[2] as string);
	if (match === null || after === null || last + after > MOST_STEPS) return null;
	const at = last + after;
	const what = match[3];
	if (match[1] === "e") return what === undefined ? { at, kind: "end-input" } : null;
	if (match[1] === "l") return what === undefined ? { at, kind: "login" } : null;
	if (what === undefined) return null;
	if (match[1] === "r") {
		const pid = readNumber(what);
		return pid === null || pid < 1 ? null : { at, kind: "run", pid };
	}
	const cut = match[1] === "y" ? what.indexOf("-") : -1;
	const terminal = match[1] === "y" ? readNumber(what.slice(0, Math.max(0, cut))) : undefined;
	const typed = decode(what.slice(cut + 1));
	if (typed === null || terminal === null) return null;
	return { at, kind: "type", text: typed, ...(terminal === undefined ? {} : { terminal }) };
}

function readNumber(text: string): number | null {
	if (!/^(0|[1-9a-z][0-9a-z]{0,6})$/.test(text)) return null;
	const number = Number.parseInt(text, 36);
	return number <= MOST_STEPS ? number : null;
}

function wrong(text: string, at: number, length: number, message: string): Diagnostic {
	const span = { file: text, line: 1, column: at + 1, length: Math.max(1, length) };
	return { severity: "error", message, span, notes: [] };
}

function encode(text: string): string {
	const bytes = encodeText(text);
	let out = "";
	for (let i = 0; i < bytes.length; i += 3) {
		const [a, b, c] = [bytes[i] as number, bytes[i + 1], bytes[i + 2]];
		const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
		const letters = b === undefined ? 2 : c === undefined ? 3 : 4;
		for (let k = 0; k < letters; k++) out += ALPHABET[(bits >> (18 - 6 * k)) & 63];
	}
	return out;
}

/** The text, or null when the letters are not what `encode` writes. */
function decode(letters: string): string | null {
	const bytes: number[] = [];
	for (let i = 0; i < letters.length; i += 4) {
		let bits = 0;
		const four = letters.slice(i, i + 4);
		if (four.length === 1) return null;
		for (let k = 0; k < 4; k++) bits = (bits << 6) | Math.max(0, ALPHABET.indexOf(four[k] ?? "A"));
		for (let k = 0; k < four.length - 1; k++) bytes.push((bits >> (16 - 8 * k)) & 255);
	}
	const text = decodeText(Uint8Array.from(bytes));
	return encode(text) === letters ? text : null;
}
