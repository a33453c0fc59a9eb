// The ring of a pipe as a value: what fits, what an append or a take makes of it. Page 1 makes it a ring of bytes.
import type { Dye, Pipe, PipeBuffer } from "./state.ts";
import type { Pid } from "./words.ts";

/** Unread bytes in the pipe. */
export function bytesInside(pipe: Pipe): number {
	return pipe.written - pipe.taken - pipe.discarded;
}

/** Room in whole free slots, in bytes. */
export function freeRoom(pipe: Pipe): number {
	return (pipe.slots - pipe.buffers.length) * pipe.page;
}

/** Room at the end of the last page, where only a remainder that fits whole may go; in bytes. */
export function roomInLast(pipe: Pipe): number {
	const last = pipe.buffers.at(-1);
	return last === undefined || last.packet || last.sealed ? 0 : pipe.page - last.offset - last.bytes.length;
}

/** POLLOUT: a write of PIPE_BUF bytes would not sleep. */
export function isWritable(pipe: Pipe): boolean {
	return freeRoom(pipe) >= pipe.atomic;
}

/** Bytes of a write of `count` that go to the end of the last page before any new slot: all of the remainder, or none. */
export function mergeable(pipe: Pipe, count: number, packet: boolean): number {
	const last = pipe.buffers.at(-1);
	const remainder = count % pipe.page;
	if (last === undefined || remainder === 0 || packet || last.packet || last.sealed) return 0;
	return last.offset + last.bytes.length + remainder <= pipe.page ? remainder : 0;
}

/**
 * The room that a write of `count` bytes, of which `done` are already in, needs to go on: all of it for a write of up
 * to PIPE_BUF bytes, which is never split; one slot for a longer one. In bytes, to be compared with `freeRoom`.
 */
export function roomNeeded(pipe: Pipe, count: number, done: number): number {
	return done > 0 || count > pipe.atomic ? 1 : count;
}

/** The last buffer with `bytes` added to its page. */
export function grown(last: PipeBuffer, bytes: Uint8Array, pid: Pid): PipeBuffer {
	const joined = new Uint8Array(last.bytes.length + bytes.length);
	joined.set(last.bytes);
	joined.set(bytes, last.bytes.length);
	const dyes = joinDyes(last.dyes, [{ pid, count: bytes.length }]);
	return { ...last, bytes: joined, dyes };
}

/** New buffers of at most a page for `bytes`, as many as `free` slots hold. */
export function paged(
	bytes: Uint8Array,
	page: number,
	free: number,
	pid: Pid,
	packet: boolean,
): readonly PipeBuffer[] {
	const buffers: PipeBuffer[] = [];
	for (let at = 0; at < bytes.length && buffers.length < free; at += page) {
		// What a call brings is its own and never changes: it needs no copy.
		const slice = bytes.length <= page ? bytes : bytes.slice(at, at + page);
		buffers.push({ bytes: slice, dyes: [{ pid, count: slice.length }], offset: 0, packet, sealed: false });
	}
	return buffers;
}

export interface Taken {
	readonly bytes: Uint8Array;
	readonly dyes: readonly Dye[];
	/** The rest of a packet that was longer than asked for. */
	readonly discarded: number;
	readonly buffers: readonly PipeBuffer[];
}

/** Takes up to `count` bytes from the front; a packet ends the taking. */
export function take(pipe: Pipe, count: number): Taken {
	const [first] = pipe.buffers;
	if (first !== undefined && first.bytes.length === count) {
		return { bytes: first.bytes, dyes: first.dyes, discarded: 0, buffers: pipe.buffers.slice(1) };
	}
	const parts: Uint8Array[] = [];
	let dyes: readonly Dye[] = [];
	let left = count;
	let used = 0;
	let rest: PipeBuffer | null = null;
	let discarded = 0;
	for (const buffer of pipe.buffers) {
		if (left === 0) break;
		const size = Math.min(left, buffer.bytes.length);
		parts.push(size === buffer.bytes.length ? buffer.bytes : buffer.bytes.subarray(0, size));
		const [taken, kept] = splitDyes(buffer.dyes, size);
		dyes = parts.length === 1 ? taken : joinDyes(dyes, taken);
		left -= size;
		used++;
		if (buffer.packet) {
			discarded = buffer.bytes.length - size;
			break;
		}
		if (size < buffer.bytes.length) {
			const offset = buffer.offset + size;
			rest = { ...buffer, bytes: buffer.bytes.subarray(size), dyes: kept, offset };
		}
	}
	const tail = pipe.buffers.slice(used);
	return { bytes: joinBytes(parts), dyes, discarded, buffers: rest === null ? tail : [rest, ...tail] };
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
	if (parts.length === 1) return parts[0] as Uint8Array;
	const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}

/** Two runs of dyes, one after the other; neighbours of one process become one. */
export function joinDyes(first: readonly Dye[], second: readonly Dye[]): readonly Dye[] {
	const last = first.at(-1);
	const next = second[0];
	if (last === undefined) return second;
	if (next === undefined) return first;
	if (last.pid !== next.pid) return [...first, ...second];
	return [...first.slice(0, -1), { pid: last.pid, count: last.count + next.count }, ...second.slice(1)];
}

/** The dyes of the first `count` bytes, and of the rest. */
export function splitDyes(dyes: readonly Dye[], count: number): [readonly Dye[], readonly Dye[]] {
	let left = count;
	for (const [i, dye] of dyes.entries()) {
		if (left === 0) return [dyes.slice(0, i), dyes.slice(i)];
		if (left < dye.count) {
			const head = { pid: dye.pid, count: left };
			const tail = { pid: dye.pid, count: dye.count - left };
			return [
				[...dyes.slice(0, i), head],
				[tail, ...dyes.slice(i + 1)],
			];
		}
		left -= dye.count;
	}
	return [dyes, []];
}
