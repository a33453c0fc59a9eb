// The command's own standard streams, read and written at once and in order.

import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from "node:fs";

const PAUSE_MILLISECONDS = 5;
const MOST_READ_AHEAD = 1 << 20;

/** Nobody reads standard output any more: as with any command, that ends it. */
export class BrokenPipe extends Error {
	override name = "BrokenPipe";
}

/** Writes all of `bytes` to descriptor 1 or 2. Throws BrokenPipe. */
export function writeAll(fd: 1 | 2, bytes: Uint8Array): void {
	for (let done = 0; done < bytes.length; ) {
		try {
			done += writeSync(fd, bytes, done);
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code === "EPIPE") throw new BrokenPipe();
			if (code !== "EAGAIN") throw error;
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

/** As much of standard input as is there already, and whether that is all. */
export function inputSoFar(): { readonly bytes: Uint8Array; readonly ended: boolean } {
	const collected = new Collected();
	const answer = (ended: boolean) => ({ bytes: collected.bytes(), ended });
	let fd = -1;
	try {
		const kind = fstatSync(0);
		// A description of its own does not block; a file keeps its place in the one that is there.
		fd = kind.isFile() ? 0 : openSync("/dev/stdin", constants.O_RDONLY | constants.O_NONBLOCK);
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
