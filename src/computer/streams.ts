// What the library's streams of a process still hold: bytes that were printed and that the kernel has not seen.

import type { Processor } from "../machine/index.ts";

/** Bytes in the buffer of one stream, written by the program and not yet by write(2). */
export interface Unwritten {
	readonly fd: number;
	readonly bytes: Uint8Array;
	/** Bytes that the buffer can hold. */
	readonly room: number;
}

/** The library's list of streams with a buffer: FILE *__open_streams. */
export const STREAM_LIST = "__open_streams";

/** Offsets in struct _IO_FILE, see machine/libc/include/bits/file.h. */
const FLAGS = 0;
const FD = 112;
const WRITE_BASE = 32;
const WRITE_PTR = 40;
const BUFFER = 56;
const BUFFER_END = 64;
const NEXT = 104;
const WRITING = 128;
const IN_MEMORY = 256;
/** Streams that are looked at: a list that a wild pointer has destroyed may never end. */
const MOST = 64;

/** The streams that hold something, newest first; what stands before the address `written` the kernel has taken. */
export function unwrittenIn(processor: Processor, written = 0): readonly Unwritten[] {
	const { memory } = processor;
	const list = processor.symbol(STREAM_LIST);
	const found: Unwritten[] = [];
	let stream = list === null ? 0 : address(memory.getInt64(list));
	for (let i = 0; stream !== 0 && i < MOST; i++) {
		const flags = memory.getInt32(stream + FLAGS);
		const fd = memory.getInt32(stream + FD);
		const next = memory.getInt64(stream + NEXT);
		if (flags === null || fd === null || next === null) break;
		const first = address(memory.getInt64(stream + WRITE_BASE));
		const end = address(memory.getInt64(stream + WRITE_PTR));
		const base = written > first && written <= end ? written : first;
		const length = end - base;
		const bytes =
			(flags & WRITING) !== 0 && (flags & IN_MEMORY) === 0 && length > 0 ? memory.read(base, length) : null;
		const room = address(memory.getInt64(stream + BUFFER_END)) - address(memory.getInt64(stream + BUFFER));
		if (bytes !== null) found.push({ fd, bytes, room });
		stream = address(next);
	}
	return found;
}

function address(value: bigint | null): number {
	return value === null ? 0 : Number(value & 0xffff_ffffn);
}
