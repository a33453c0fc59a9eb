// What a letter takes of its sender's buffer: on Linux the memory of its skb, in lessons its bytes. See socket(7).
import type { Socket } from "./state.ts";

const PAGE = 4096;
/** struct sk_buff, and struct skb_shared_info behind the bytes. */
const HEAD = 256;
const SHARED = 320;
/** The most bytes that share a page with it, and the most in one piece of memory that Linux asks for at once. */
const SMALL_MAX = 3776;
const LINEAR_MAX = 16_064;
/** Beside the first piece a stream's chunk has whole pages, at most so many bytes. */
const PAGES_MAX = 32_768;

/** What one piece of memory for so many bytes takes: a power of two. */
function linear(bytes: number): number {
	let size = 512;
	while (size < bytes + SHARED) size *= 2;
	return HEAD + size;
}

function whole(pages: number): number {
	return Math.ceil(pages / PAGE) * PAGE;
}

/** `page` 1 counts bytes. */
export function chargeOf(type: Socket["type"], page: number, bytes: number): number {
	if (page === 1) return bytes;
	const most = type === "stream" ? SMALL_MAX : LINEAR_MAX;
	if (bytes <= most) return linear(bytes);
	const inPages = type === "stream" ? Math.min(bytes, whole(bytes - most)) : whole(bytes - most);
	return linear(Math.max(0, bytes - inPages)) + whole(inPages);
}

/** The most bytes of a stream that go into one letter. */
export function chunkSize({ charged, page, sendBuffer }: Socket): number {
	if (page === 1) return sendBuffer - charged;
	return Math.min(SMALL_MAX + PAGES_MAX, Math.floor(sendBuffer / 2) - 64);
}

/** Whether one more letter may be begun: with the last one the buffer may be overdrawn. */
export function hasRoom({ charged, sendBuffer }: Socket): boolean {
	return charged < sendBuffer;
}

/** What poll calls writable, and what a sleeping writer is woken for: on Linux three quarters must be free. */
export function isSocketWritable(socket: Socket): boolean {
	const { charged, page, sendBuffer } = socket;
	return page === 1 ? hasRoom(socket) : (charged + 1) * 4 <= sendBuffer;
}

/** The longest letter that can ever be sent. */
export function longestLetter({ page, sendBuffer }: Socket): number {
	return page === 1 ? sendBuffer : sendBuffer - 32;
}
