// A process standing at a call that only the kernel can answer: its arguments, read with care.

import type { Processor } from "../machine/index.ts";
import { accessible, type Memory, MOST_BYTES, SIZE } from "./structures.ts";

/** TASK_SIZE of x86-64. */
const TASK_SIZE = 0x7fff_ffff_f000n;
/** What stands for an address of more than 32 bits. */
const FAR = 0xffff_ffff;
/** More zeros stand for no buffer that leads nowhere. */
const NOWHERE_BYTES = 65_536;

/**
 * Reads the arguments of the call at which a processor stands. A pointer that leads nowhere sets `badAddress` and
 * counts as empty: the caller refuses with EFAULT before the kernel has done anything.
 */
export class Trapped {
	readonly processor: Processor;
	badAddress = false;
	/** A bad address that is seen before anything else: of a buffer that no process could have, of the record that tells of the buffers. */
	beyond = false;

	constructor(processor: Processor) {
		this.processor = processor;
	}

	get memory(): Memory {
		return this.processor.memory;
	}

	/** An int, or anything of which the low 32 bits count. */
	int(index: number): number {
		return this.processor.argument(index);
	}

	unsigned(index: number): number {
		return this.processor.argument(index) >>> 0;
	}

	/** A long; beyond 2^53 it is rounded. */
	long(index: number): number {
		return Number(this.processor.argument64(index));
	}

	/** A size_t, cut to what one call can move. */
	size(index: number): number {
		return Math.min(this.processor.argumentSize(index), MOST_BYTES);
	}

	/** A pointer as it is; 0 is NULL. */
	pointer(index: number): number {
		return this.processor.argumentAddress(index);
	}

	/** A pointer to something of `size` bytes to be read. */
	input(index: number, size: number): number {
		const address = this.pointer(index);
		if (!this.memory.readable(address, size)) this.badAddress = true;
		return address;
	}

	/** A pointer to something of `size` bytes to be written; 0 for NULL, where that means 'not wanted'. */
	output(index: number, size: number, optional: "optional" | "needed" = "needed"): number {
		const address = this.pointer(index);
		if (address === 0 && optional === "optional") return 0;
		if (!this.memory.writable(address, size)) this.badAddress = true;
		return address;
	}

	/** The bytes of a buffer; fewer when its end cannot be read, zeros when it leads nowhere: then nobody may look at them. */
	bytes(index: number, count: number): Uint8Array {
		const address = this.pointer(index);
		const length = accessible(this.memory, address, count, false);
		if (length === 0 && count > 0) {
			this.#leadsNowhere(index);
			return new Uint8Array(Math.min(count, NOWHERE_BYTES));
		}
		return this.memory.read(address, length) ?? new Uint8Array(0);
	}

	/** The bytes of a buffer that can be read, and how many it is said to have where that is more. */
	found(index: number, size: number): { readonly bytes: Uint8Array; readonly counted?: string } {
		const count = this.size(size);
		const address = this.pointer(index);
		const bytes =
			this.memory.read(address, accessible(this.memory, address, count, false)) ?? new Uint8Array(0);
		return bytes.length === count ? { bytes } : { bytes, counted: this.digits(size) };
	}

	/** How many bytes a buffer can take; fewer than `count` when its end cannot be written, all when it leads nowhere. */
	room(index: number, count: number): number {
		const length = accessible(this.memory, this.pointer(index), count, true);
		if (length > 0 || count === 0) return length;
		this.#leadsNowhere(index);
		return count;
	}

	/**
	 * How many bytes the program says a buffer has, cut to what one call can move. One that ends where no process can have
	 * memory, as a buffer of -1 bytes does, leads nowhere: Linux sees that before it touches it.
	 */
	extent(index: number, size: number): number {
		const count = this.processor.argumentSize(size);
		if (count <= MOST_BYTES && this.pointer(index) !== FAR) return count;
		if (this.#unsigned64(index) + this.#unsigned64(size) > TASK_SIZE) {
			this.badAddress = true;
			this.beyond = true;
		}
		return Math.min(count, MOST_BYTES);
	}

	/** Whether a pointer leads where no process can have memory. */
	isBeyond(index: number): boolean {
		return this.pointer(index) === FAR && this.#unsigned64(index) > TASK_SIZE;
	}

	/** A size_t in digits, as the program gave it. */
	digits(index: number): string {
		return String(this.#unsigned64(index));
	}

	#unsigned64(index: number): bigint {
		return BigInt.asUintN(64, this.processor.argument64(index));
	}

	#leadsNowhere(index: number): void {
		this.badAddress = true;
		this.beyond ||= this.#unsigned64(index) >= TASK_SIZE;
	}

	/** A C string. */
	text(index: number): string {
		return this.textAt(this.pointer(index));
	}

	/** The strings of an array that ends with NULL. */
	texts(index: number): string[] {
		const found: string[] = [];
		const start = this.pointer(index);
		if (start === 0) return found;
		for (let at = start; ; at += SIZE.long) {
			const address = this.memory.getInt64(at);
			if (address === null) {
				this.badAddress = true;
				return found;
			}
			if (address === 0n) return found;
			found.push(this.textAt(Number(BigInt.asUintN(32, address)), 1 << 21));
			if (this.badAddress) return found;
		}
	}

	textAt(address: number, most = 1 << 17): string {
		const text = this.memory.cString(address, most);
		if (text === null) this.badAddress = true;
		return text ?? "";
	}
}
