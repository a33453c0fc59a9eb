// The command's own standard streams, read and written at once and in order.

import {
	closeSync,
	constants,
	fstatSync,
	openSync,
	readFileSync,
	readSync,
	realpathSync,
	type Stats,
	statSync,
	writeSync,
} from "node:fs";
import { resolve } from "node:path";
import { getSystemErrorMap } from "node:util";
import { DEVICES, type StandardInput } from "../kernel/index.ts";

const PAUSE_MILLISECONDS = 5;
const MOST_READ_AHEAD = 1 << 20;

/** Nobody reads standard output any more: as with any command, that ends it. */
export class BrokenPipe extends Error {
	override name = "BrokenPipe";
}

/** One of the command's own streams takes no more: a full disk, say. */
export class Unwritable extends Error {
	override name = "Unwritable";

	constructor(fd: 1 | 2, { code, errno }: NodeJS.ErrnoException) {
		const reason = getSystemErrorMap().get(errno ?? 0)?.[1] ?? "write error";
		super(`cannot write to standard ${fd === 1 ? "output" : "error"}: ${reason} (${code})`);
	}
}

/** Writes all of `bytes` to descriptor 1 or 2. Throws BrokenPipe, Unwritable. */
export function writeAll(fd: 1 | 2, bytes: Uint8Array): void {
	for (let done = 0; done < bytes.length; ) {
		try {
			done += writeSync(fd, bytes, done);
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code === "EPIPE") throw new BrokenPipe();
			if (code !== "EAGAIN") throw new Unwritable(fd, error as NodeJS.ErrnoException);
			pause();
		}
	}
}

export function writeText(fd: 1 | 2, text: string): void {
	writeAll(fd, new TextEncoder().encode(text));
}

/** What comes next on standard input, waiting for it; null at its end. */
export function readInput(): Uint8Array | null {
	const buffer = new Uint8Array(65536);
	for (;;) {
		try {
			const count = readSync(0, buffer);
			return count === 0 ? null : buffer.slice(0, count);
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code === "EAGAIN") pause();
			else if (code === "EINTR") continue;
			else return null;
		}
	}
}

/** What is there of an input before the run begins, and whether that is all. */
export interface Input {
	readonly bytes: Uint8Array;
	readonly ended: boolean;
	/** What it is, where it is no pipe; then no bytes come by themselves. */
	readonly source?: StandardInput;
}

const NO_BYTES = new Uint8Array(0);

/** What a path leads to: a file, a device that programs here know, or all that comes there. */
export function inputAt(path: string, read: (path: string) => Uint8Array): Input {
	const stat = statSync(path, { throwIfNoEntry: false });
	const device = stat === undefined ? null : deviceOf(stat);
	if (device !== null) return { bytes: NO_BYTES, ended: true, source: device };
	const bytes = read(path);
	if (stat?.isFile() !== true) return { bytes, ended: true };
	return { bytes: NO_BYTES, ended: true, source: { kind: "file", path: resolve(path), bytes } };
}

function deviceOf(stat: Stats): StandardInput | null {
	if (!stat.isCharacterDevice()) return null;
	const names = Object.keys(DEVICES) as (keyof typeof DEVICES)[];
	const name = names.find((each) => DEVICES[each] === stat.rdev);
	return name === undefined ? null : { kind: "device", name };
}

/** Of a file all that is behind its place; of a pipe as much as is there already. */
export function inputSoFar(): Input {
	const collected = new Collected();
	const answer = (ended: boolean) => ({ bytes: collected.bytes(), ended });
	let fd = -1;
	try {
		const stat = fstatSync(0);
		const device = deviceOf(stat);
		if (device !== null) return { bytes: NO_BYTES, ended: true, source: device };
		if (stat.isFile()) {
			const source = { kind: "file", path: realpathSync("/dev/stdin"), bytes: readFileSync(0) } as const;
			return { bytes: NO_BYTES, ended: true, source };
		}
		// A description of its own does not block.
		fd = openSync("/dev/stdin", constants.O_RDONLY | constants.O_NONBLOCK);
		const buffer = new Uint8Array(65536);
		while (collected.length < MOST_READ_AHEAD) {
			const count = readSync(fd, buffer);
			if (count === 0) return answer(true);
			collected.add(buffer.subarray(0, count));
		}
		return answer(false);
	} catch {
		return answer(false);
	} finally {
		if (fd > 0) closeSync(fd);
	}
}

/** Node may hand over descriptors that do not block. */
function pause(): void {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
}

/** Bytes that come in pieces, as many as may be. */
export class Collected {
	#bytes = new Uint8Array(4096);
	#length = 0;

	add(bytes: Uint8Array): void {
		const length = this.#length + bytes.length;
		if (length > this.#bytes.length) {
			const larger = new Uint8Array(length * 2);
			larger.set(this.#bytes.subarray(0, this.#length));
			this.#bytes = larger;
		}
		this.#bytes.set(bytes, this.#length);
		this.#length = length;
	}

	get length(): number {
		return this.#length;
	}

	bytes(): Uint8Array {
		return this.#bytes.slice(0, this.#length);
	}

	text(): string {
		return new TextDecoder().decode(this.#bytes.subarray(0, this.#length));
	}
}
