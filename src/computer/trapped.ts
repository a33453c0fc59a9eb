// A process standing at a call that only the kernel can answer: its arguments, read with care.

import type { Processor } from "../machine/index.ts";
import { accessible, type Memory, MOST_BYTES, SIZE } from "./structures.ts";

/** TASK_SIZE of x86-64. */
const TASK_SIZE = 0x7fff_ffff_f000n;
/** More zeros stand for no buffer that leads nowhere. */
const NOWHERE_BYTES = 65_536;

interface Outgoing {
	readonly bytes: Uint8Array;
	readonly counted?: string;
}

interface Incoming {
	readonly count: number;
	readonly counted?: string;
}

/**
 * Reads the arguments of the call at which a processor stands. A pointer that leads nowhere sets `badAddress` and
 * counts as empty: the caller refuses with EFAULT before the kernel has done anything.
 */
export class Trapped {
	readonly processor: Processor;
	badAddress = false;
	/** A bad address of a buffer that no process could have. */
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

	/** How many bytes a buffer can take; fewer than `count` when its end cannot be written, all when it leads nowhere. */
	room(index: number, count: number): number {
		const length = accessible(this.memory, this.pointer(index), count, true);
		if (length > 0 || count === 0) return length;
		this.#leadsNowhere(index);
		return count;
	}

	/** A buffer to be written to a descriptor, as `bytes` has it, and how many the program said there are, when that is more. */
	outgoing(index: number, size: number): Outgoing {
		const counted = this.#counted(size);
		if (this.#reachesTooFar(index, counted)) return { bytes: new Uint8Array(0), counted: `${counted}` };
		const bytes = this.bytes(index, this.size(size));
		return bytes.length === Number(counted) ? { bytes } : { bytes, counted: `${counted}` };
	}

	/** How many bytes a buffer can take that is to be filled, as `room` has it, and how many the program said, when that is more. */
	incoming(index: number, size: number): Incoming {
		const counted = this.#counted(size);
		const count = this.#reachesTooFar(index, counted) ? this.size(size) : this.room(index, this.size(size));
		return count === Number(counted) ? { count } : { count, counted: `${counted}` };
	}

	#counted(size: number): bigint {
		return BigInt.asUintN(64, this.processor.argument64(size));
	}

	/** Whether a buffer ends where no process can have memory, as one of -1 bytes does: Linux sees that before it touches it. */
	#reachesTooFar(index: number, counted: bigint): boolean {
		const end = BigInt.asUintN(64, this.processor.argument64(index)) + counted;
		if (end <= TASK_SIZE) return false;
		this.badAddress = true;
		this.beyond = true;
		return true;
	}

	#leadsNowhere(index: number): void {
		this.badAddress = true;
		this.beyond ||= BigInt.asUintN(64, this.processor.argument64(index)) >= TASK_SIZE;
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
