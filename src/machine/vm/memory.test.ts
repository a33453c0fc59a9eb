// Memory: what one side writes no other side sees; every access at every alignment; refusals.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Hash } from "../../base/index.ts";
import { copyBytes, fillBytes } from "./blocks.ts";
import { Memory, type MemorySnapshot } from "./memory.ts";
import { PAGE_SIZE } from "./pages.ts";

const START = 0x10_0000;
const SIZE = 4 * PAGE_SIZE;

function mapped(): Memory {
	const memory = new Memory();
	memory.map(START, SIZE);
	return memory;
}

/** Quicker than a comparison that explains itself. */
function holds(memory: Memory, bytes: Uint8Array): boolean {
	const found = memory.read(START, SIZE)!;
	return found.every((byte, i) => byte === bytes[i]);
}

function digest(memory: Memory): number {
	const hash = new Hash();
	memory.hash(hash, 0);
	return hash.digest();
}

type Action =
	| { readonly kind: "store"; readonly at: number; readonly value: number; readonly size: 1 | 2 | 4 }
	| { readonly kind: "copy"; readonly to: number; readonly from: number; readonly length: number }
	| { readonly kind: "fill"; readonly at: number; readonly byte: number; readonly length: number }
	| { readonly kind: "snapshot" }
	| { readonly kind: "restore"; readonly which: number };

const at = fc.nat(SIZE - 5000);
const action: fc.Arbitrary<Action> = fc.oneof(
	fc.record({ kind: fc.constant("store" as const), at, value: fc.integer(), size: fc.constantFrom(1, 2, 4) }),
	fc.record({ kind: fc.constant("copy" as const), to: at, from: at, length: fc.nat(5000) }),
	fc.record({ kind: fc.constant("fill" as const), at, byte: fc.nat(255), length: fc.nat(5000) }),
	fc.record({ kind: fc.constant("snapshot" as const) }),
	fc.record({ kind: fc.constant("restore" as const), which: fc.nat(9) }),
);

/** Does an action on both the memory and a plain array of bytes. */
function act(memory: Memory, plain: Uint8Array, a: Action): void {
	if (a.kind === "store") {
		if (a.size === 1) memory.store8(START + a.at, a.value);
		else if (a.size === 2) memory.store16(START + a.at, a.value);
		else memory.store32(START + a.at, a.value);
		for (let i = 0; i < a.size; i++) plain[a.at + i] = a.value >> (i * 8);
	} else if (a.kind === "copy") {
		copyBytes(memory, START + a.to, START + a.from, a.length);
		plain.copyWithin(a.to, a.from, a.from + a.length);
	} else if (a.kind === "fill") {
		fillBytes(memory, START + a.at, a.byte, a.length);
		plain.fill(a.byte, a.at, a.at + a.length);
	}
}

test("any mix of writes, snapshots and restores reads like an array of bytes that is copied each time", () => {
	fc.assert(
		fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
			const memory = mapped();
			let plain = new Uint8Array(SIZE);
			const kept: { snapshot: MemorySnapshot; bytes: Uint8Array; hash: number }[] = [];
			for (const a of actions) {
				if (a.kind === "snapshot")
					kept.push({ snapshot: memory.snapshot(), bytes: plain.slice(), hash: digest(memory) });
				else if (a.kind === "restore") {
					const chosen = kept[a.which % Math.max(kept.length, 1)];
					if (chosen === undefined) continue;
					memory.restore(chosen.snapshot);
					plain = chosen.bytes.slice();
					expect(digest(memory)).toBe(chosen.hash);
				} else act(memory, plain, a);
				expect(holds(memory, plain)).toBe(true);
			}
			for (const { snapshot, bytes } of kept) {
				const other = new Memory();
				other.restore(snapshot);
				expect(holds(other, bytes)).toBe(true);
			}
		}),
		{ numRuns: 40 },
	);
});

test("two memories from one snapshot do not see each other's writes", () => {
	const parent = mapped();
	parent.store32(START, 1);
	const child = new Memory();
	child.restore(parent.snapshot());
	parent.store32(START, 2);
	child.store32(START + 4, 3);
	expect([parent.load32(START), parent.load32(START + 4)]).toEqual([2, 0]);
	expect([child.load32(START), child.load32(START + 4)]).toEqual([1, 3]);
});

test("equal contents have equal hashes, however they came about", () => {
	const one = mapped();
	const other = mapped();
	one.store32(START + 8, 5);
	one.store32(START + PAGE_SIZE, 1);
	one.snapshot();
	one.store32(START + PAGE_SIZE, 0);
	other.store8(START + 8, 5);
	expect(digest(one)).toBe(digest(other));
	other.store8(START + 9, 1);
	expect(digest(one)).not.toBe(digest(other));
});

describe("accesses of 1, 2 and 4 bytes", () => {
	test.each([0, 1, 2, 3, 4093, 4094, 4095])("at offset %d of a page", (offset) => {
		const memory = mapped();
		const address = START + offset;
		memory.write(address, Uint8Array.of(0x11, 0x22, 0x93, 0xf4));
		expect(memory.load8(address + 3)).toBe(0xf4);
		expect(memory.load16(address)).toBe(0x2211);
		expect(memory.load32(address)).toBe(0xf493_2211 | 0);
		memory.store32(address, -2);
		expect([...memory.read(address, 4)!]).toEqual([0xfe, 0xff, 0xff, 0xff]);
		memory.store64(address, 7, 9);
		expect(memory.getInt64(address)).toBe(0x9_0000_0007n);
		expect(memory.refusal).toBeNull();
	});
});

describe("refusals", () => {
	test.each([
		["load32", 0],
		["load8", START - 1],
		["load16", START + SIZE - 1],
		["load32", START + SIZE - 3],
		["load32", -4],
		["load8", 0x7fff_ffff],
	] as const)("%s at %d", (name, address) => {
		const memory = mapped();
		expect(memory[name](address)).toBe(0);
		expect(memory.refusal).toMatchObject({ kind: "read", address: address >>> 0 });
	});

	test("a write that crosses into nothing changes nothing", () => {
		const memory = mapped();
		memory.store32(START + SIZE - 2, -1);
		expect(memory.refusal?.kind).toBe("write");
		expect(memory.load16(START + SIZE - 2)).toBe(0);
		expect(memory.write(START + SIZE - 2, new Uint8Array(3))).toBe(false);
	});

	test("constants can be read and not written", () => {
		const memory = mapped();
		memory.store32(START, 42);
		memory.protect(START, PAGE_SIZE, "constants", true);
		memory.store32(START, 1);
		expect(memory.refusal?.kind).toBe("write");
		expect(memory.load32(START)).toBe(42);
		expect(memory.writable(START, 4)).toBe(false);
	});
});

describe("copying", () => {
	test.each([
		["forward over itself", 8, 0, 60],
		["back over itself", 0, 8, 60],
		["over the border of a page", PAGE_SIZE - 8, 16, 32],
		["from over the border of a page", 16, PAGE_SIZE - 8, 32],
		["odd bytes", 33, 6, 21],
		["many", 100, 64, 900],
	])("%s", (_, to, from, size) => {
		const memory = mapped();
		const bytes = Uint8Array.from({ length: SIZE }, (_, i) => (i * 7) & 255);
		memory.write(START, bytes);
		copyBytes(memory, START + to, START + from, size);
		bytes.copyWithin(to, from, from + size);
		expect(memory.read(START, SIZE)).toEqual(bytes);
	});

	test.each(["read", "write"])("an address whose lower half only is mapped is refused: %s", (kind) => {
		const memory = mapped();
		memory.store32(START, 42);
		const far = START + 2 ** 32;
		copyBytes(memory, kind === "write" ? far : START + 8, kind === "read" ? far : START, 8);
		expect(memory.refusal).toEqual({ kind, address: START, high: 1, size: 1 });
		expect(memory.load32(START + 8)).toBe(0);
	});
});

describe("mapping", () => {
	test("the heap grows with zeros and shrinks to nothing", () => {
		const memory = mapped();
		memory.startHeap(0x20_0000);
		expect(memory.setBreak(0x20_1800)).toBe(true);
		memory.store32(0x20_17fc, 9);
		expect(memory.regions.find(({ kind }) => kind === "heap")).toMatchObject({
			start: 0x20_0000,
			end: 0x20_2000,
		});
		expect(memory.setBreak(0x20_0000)).toBe(true);
		expect(memory.readable(0x20_0000, 1)).toBe(false);
		memory.setBreak(0x20_1800);
		expect(memory.getInt32(0x20_17fc)).toBe(0);
		expect(memory.setBreak(0x1f_0000)).toBe(false);
	});

	test("a mapping goes where there is room, and again where another was", () => {
		const memory = mapped();
		const first = memory.mapAnywhere(5000)!;
		const second = memory.mapAnywhere(1)!;
		expect(second).toBe(first + 2 * PAGE_SIZE);
		memory.unmap(first, 5000);
		expect(memory.readable(first, 1)).toBe(false);
		expect(memory.mapAnywhere(PAGE_SIZE)).toBe(first);
	});
});

test("cString reads UTF-8 up to the zero, and refuses what has no end", () => {
	const memory = mapped();
	memory.write(START + PAGE_SIZE - 2, Uint8Array.of(0x61, 0xc3, 0xa9, 0x21, 0));
	expect(memory.cString(START + PAGE_SIZE - 2)).toBe("aé!");
	fillBytes(memory, START, 65, SIZE);
	expect(memory.cString(START + SIZE - 10)).toBeNull();
	expect(memory.cString(0)).toBeNull();
});
