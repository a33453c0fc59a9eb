// A work as the address of a page: the programs compressed, the place in the run beside them. What comes in is data, not trust.
import type { Decision } from "../../computer/index.ts";
import { readLink, writeLink } from "../../timeline/index.ts";
import { lettersOf, MOST, readWork, type Work } from "./work.ts";

/** Letters of an address that is looked at at all. */
const LONGEST = 200_000;
/** Bytes that its programs may become. */
const MOST_BYTES = MOST.letters * 4;
const VERSION = "1.";

export interface Linked {
	readonly work: Work;
	/** null: the address names no place in the run. */
	readonly step: number | null;
	readonly decisions: readonly Decision[];
}

/** `p=1.…&at=…`, for the address after `#/playground?`; null: the work is too long for a link. */
export async function writeWorkLink({ work, step, decisions }: Linked): Promise<string | null> {
	if (lettersOf(work.programs) > MOST.letters) return null;
	const bytes = new TextEncoder().encode(JSON.stringify(work));
	const packed = await readAll(
		through(bytes, new CompressionStream("deflate-raw")),
		Number.POSITIVE_INFINITY,
	);
	const place = step === null ? "" : `&at=${writeLink({ step, decisions })}`;
	const query = `p=${VERSION}${toLetters(packed as Uint8Array)}${place}`;
	return query.length > LONGEST ? null : query;
}

/** The work that an address carries; a sentence when it cannot be read; null when it carries none. */
export async function readWorkLink(query: string): Promise<Linked | string | null> {
	if (query.length > LONGEST) return "This link is too long to be one of ours.";
	const parameters = new URLSearchParams(query);
	const packed = parameters.get("p");
	if (packed === null) return null;
	if (!packed.startsWith(VERSION)) return "This link was made by another version of the playground.";
	const work = await unpack(packed.slice(VERSION.length));
	if (work === null) return "This link cannot be read: a part of it is missing or changed.";
	const at = parameters.get("at");
	if (at === null) return { work, step: null, decisions: [] };
	const place = readLink(at);
	if ("message" in place) return { work, step: null, decisions: [] };
	return { work, ...place };
}

async function unpack(letters: string): Promise<Work | null> {
	const bytes = fromLetters(letters);
	if (bytes === null) return null;
	try {
		const text = await readAll(through(bytes, new DecompressionStream("deflate-raw")), MOST_BYTES);
		if (text === null) return null;
		const work = readWork(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text)));
		return work !== null && lettersOf(work.programs) <= MOST.letters ? work : null;
	} catch {
		return null;
	}
}

function through(
	bytes: Uint8Array<ArrayBuffer>,
	transform: ReadableWritablePair<Uint8Array, BufferSource>,
): ReadableStream<Uint8Array> {
	return new Blob([bytes]).stream().pipeThrough(transform);
}

/** All bytes of a stream, or null as soon as they are more than `most`. */
async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
	const parts: Uint8Array[] = [];
	let size = 0;
	const reader = stream.getReader();
	for (;;) {
		const { value, done } = await reader.read();
		if (done) break;
		size += value.length;
		if (size > most) {
			await reader.cancel();
			return null;
		}
		parts.push(value);
	}
	const all = new Uint8Array(size);
	let end = 0;
	for (const part of parts) {
		all.set(part, end);
		end += part.length;
	}
	return all;
}

function toLetters(bytes: Uint8Array): string {
	let binary = "";
	for (let i = 0; i < bytes.length; i += 8_192)
		binary += String.fromCharCode(...bytes.subarray(i, i + 8_192));
	return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromLetters(letters: string): Uint8Array<ArrayBuffer> | null {
	if (!/^[\w-]*$/.test(letters)) return null;
	try {
		const binary = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
		return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
	} catch {
		return null;
	}
}
