// A sentence in pieces, so that a page can colour the names and a terminal can print the text.
import type { Pid, SystemCall } from "../kernel/index.ts";
import { nameOf, type View } from "./view.ts";

export type Part =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "process"; readonly pid: Pid; readonly text: string }
	| { readonly kind: "code"; readonly text: string };

export interface Sentence {
	readonly parts: readonly Part[];
	readonly text: string;
}

type Piece = string | number | Part | Sentence;

/** The process by its name. */
export function who(view: View, pid: Pid): Part {
	return { kind: "process", pid, text: nameOf(view, pid) };
}

/** A word of C, or bytes as a program would see them. */
export function code(text: string): Part {
	return { kind: "code", text };
}

/** say`${who(view, pid)} waits.` */
export function say(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Sentence {
	const parts: Part[] = [];
	strings.forEach((text, i) => {
		if (text !== "") parts.push({ kind: "text", text });
		const piece = pieces[i];
		if (piece === undefined || piece === "") return;
		if (typeof piece === "object" && "parts" in piece) parts.push(...piece.parts);
		else if (typeof piece === "object") parts.push(piece);
		else parts.push({ kind: "text", text: String(piece) });
	});
	return { parts, text: parts.map((part) => part.text).join("") };
}

/** Sentences one after the other, a space between. */
export function join(sentences: readonly (Sentence | null)[]): Sentence {
	return sentences
		.filter((sentence) => sentence !== null)
		.filter((sentence) => sentence.text !== "")
		.reduce((all, next) => (all.text === "" ? next : say`${all} ${next}`), say``);
}

/** `writer`, `writer and reader`, `writer, sorter and reader`. */
export function list(pieces: readonly Part[]): Sentence {
	return pieces.reduce((all: Sentence, piece, i) => {
		if (i === 0) return say`${piece}`;
		return i === pieces.length - 1 ? say`${all} and ${piece}` : say`${all}, ${piece}`;
	}, say``);
}

/** `1 byte`, `3 bytes`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
	return `${n === 0 ? "no" : n} ${n === 1 ? noun : plural}`;
}

/** Bytes as a C string of at most `limit` characters: `"hi\n"`. */
export function quoted(bytes: Uint8Array, limit = 24): string {
	let text = "";
	for (const byte of bytes.subarray(0, limit)) text += escaped(byte);
	return `"${text}"${bytes.length > limit ? "…" : ""}`;
}

function escaped(byte: number): string {
	if (byte === 10) return "\\n";
	if (byte === 9) return "\\t";
	if (byte === 34 || byte === 92) return `\\${String.fromCharCode(byte)}`;
	if (byte >= 32 && byte < 127) return String.fromCharCode(byte);
	return `\\x${byte.toString(16).padStart(2, "0")}`;
}

/** Simulated time in the unit a person would use; one tick is a microsecond. */
export function duration(ticks: number): string {
	if (ticks >= 1_000_000) return `${trim(ticks / 1_000_000)} s`;
	if (ticks >= 1000) return `${trim(ticks / 1000)} ms`;
	return `${ticks} µs`;
}

function trim(value: number): string {
	return String(Math.round(value * 100) / 100);
}

/** A call under the name that C programs write. */
export function callName(call: SystemCall | null | undefined): string {
	if (call == null) return "a call";
	if (call.name === "wait4" || call.name === "waitid") return "wait";
	if (call.name === "sigtimedwait") return "sigwait";
	// With every function that sleeps the library makes this one, as strace shows.
	if (call.name === "nanosleep") return "clock_nanosleep";
	if (call.name === "mq_send" || call.name === "mq_receive")
		return call.until === null ? call.name : call.name.replace("_", "_timed");
	if (call.name === "sendto" && call.to === null) return "send";
	return call.name === "recvfrom" && !call.wantsName ? "recv" : call.name;
}
