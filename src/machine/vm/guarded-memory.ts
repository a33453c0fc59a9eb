// The memory of a program that is watched for misuse: around every array, record and block lie bytes that nobody is to
// touch, and a block that is given back is never given out again. What a good program does is the same here.

import type { Image, Place, Shape } from "../code/image.ts";
import { GUARD_BYTES } from "./frame.ts";
import { CACHE_SIZE, HEAP_MAX, Memory, type MemorySnapshot } from "./memory.ts";
import { sizeOfShape } from "./objects.ts";
import { PAGE_SIZE } from "./pages.ts";
import type { Processor } from "./processor.ts";
import { type Near, Rooms, type RoomsSnapshot } from "./rooms.ts";

/** What was missed: the object that the access should have stayed inside. */
export type Missed =
	| {
			readonly kind: "variable";
			readonly name: string;
			readonly type: string;
			readonly size: number;
			/** The function whose variable it is; null: of the whole program. */
			readonly function: string | null;
	  }
	| {
			readonly kind: "block";
			readonly size: number;
			readonly allocatedAt: Place | null;
			readonly freedAt: Place | null;
			/** The function of the library that was called for it. */
			readonly by: string | null;
	  };

export interface Misuse {
	/** `after-return`: the function whose variable it is has returned; `after-block`: its block has ended. */
	readonly kind:
		| "beyond"
		| "before"
		| "after-free"
		| "after-return"
		| "after-block"
		| "freed-twice"
		| "not-a-block";
	/** `free`: by free or realloc. */
	readonly access: "read" | "write" | "free";
	/** How far from the beginning of what was missed: the first byte that nobody is to touch, and where the access began. */
	readonly offset: number;
	readonly begin: number;
	/** Bytes of the access. */
	readonly size: number;
	readonly missed: Missed | null;
	readonly place: Place | null;
	/** The function of the library that did it; null: the program's own code. */
	readonly by: string | null;
	/** The same as seen from the object on the other side of what was touched; null: there is none. */
	readonly instead: Pick<Misuse, "kind" | "offset" | "begin" | "missed"> | null;
}

/** Where the first misuse is noted, of all processes of a run. */
export interface Ledger {
	/** What was touched, until it is known what it belongs to. */
	touched: Touch | null;
	misuse: Misuse | null;
	/** The pointers of the function in which a fault happened that were null then. */
	nulls: readonly string[];
	/** That of the first process; null before it has begun. */
	first: GuardedMemory | null;
	/** More memory was asked for than can be watched. */
	exhausted: boolean;
	/** Nothing is refused, and only a wrong free is noted: what is misused lands beside the objects, and harms none. */
	readonly lenient?: boolean;
}

interface Touch {
	readonly kind: "read" | "write";
	/** Of the first byte that nobody is to touch. */
	readonly address: number;
	/** Where the access begins, and its bytes. */
	readonly begin: number;
	readonly size: number;
	readonly memory: GuardedMemory;
}

export interface Block {
	readonly start: number;
	readonly size: number;
	readonly allocatedAt: Place | null;
	readonly freedAt: Place | null;
	readonly freed: boolean;
	/** The function of the library that the program has called for it. */
	readonly by: string | null;
}

interface GuardedSnapshot extends MemorySnapshot {
	readonly guards?: Guards;
}

interface Guards {
	/** By page: for each byte, whether it is guarded. */
	readonly marks: ReadonlyMap<number, Uint8Array>;
	readonly blocks: readonly Block[];
	readonly next: number;
	readonly end: number;
	readonly live: number;
	readonly rooms: RoomsSnapshot;
}

const OPEN = 0;
const CLOSED = 1;
/** Bytes of memory that are taken for blocks at once. */
const CHUNK = 1 << 20;
const NO_TAG = -1;
/** Functions whose blocks the caller is to free. */
const OWN = /^(?:malloc|calloc|realloc|reallocarray|aligned_alloc|strn?dup)$/;

/** The image as one whose processes are watched. */
export function watched(image: Image, ledger: Ledger): Image {
	return { ...image, newMemory: (own) => new GuardedMemory(own, ledger) };
}

export class GuardedMemory extends Memory {
	readonly #image: Image;
	readonly #ledger: Ledger;
	#marks = new Map<number, Uint8Array>();
	#blocks: Block[] = [];
	/** Where the next block may begin, and where the room for it ends. */
	#next = 0;
	#end = 0;
	/** Bytes of blocks in use. */
	#live = 0;
	readonly #rooms: Rooms;
	readonly #noRooms: RoomsSnapshot;
	/** The computer looks, and not the program. */
	#quiet = false;

	constructor(image: Image, ledger: Ledger) {
		super();
		this.#image = image;
		this.#ledger = ledger;
		ledger.first ??= this;
		const guard = (address: number, size: number, guarded: boolean) => this.#guard(address, size, guarded);
		this.#rooms = new Rooms(this, guard, () => {
			ledger.exhausted = true;
		});
		this.#noRooms = this.#rooms.snapshot();
	}

	override room(w: Int32Array, o: number): void {
		this.#rooms.answer(w, o);
	}

	// ---- guards ----

	/** From now on nobody is to touch these bytes; or again. */
	#guard(address: number, size: number, guarded: boolean): void {
		for (let at = address; at < address + size; ) {
			const part = Math.min(address + size - at, PAGE_SIZE - (at % PAGE_SIZE));
			const page = Math.floor(at / PAGE_SIZE);
			let marks = this.#marks.get(page);
			if (marks === undefined && guarded) {
				marks = new Uint8Array(PAGE_SIZE);
				this.#marks.set(page, marks);
			}
			marks?.fill(guarded ? CLOSED : OPEN, at % PAGE_SIZE, (at % PAGE_SIZE) + part);
			at += part;
		}
	}

	override allows(kind: "read" | "write", address: number, size: number): boolean {
		if (this.#quiet || this.#ledger.lenient) return true;
		for (let at = address; at < address + size; ) {
			const part = Math.min(address + size - at, PAGE_SIZE - (at % PAGE_SIZE));
			const marks = this.#marks.get(Math.floor(at / PAGE_SIZE));
			const from = at % PAGE_SIZE;
			const found = marks === undefined ? -1 : firstClosed(marks, from, from + part);
			if (found >= 0) {
				this.#ledger.touched ??= { kind, address: at + found, begin: address, size, memory: this };
				this.refuse(kind, at + found, size);
				return false;
			}
			at += part;
		}
		return true;
	}

	#guardObjects(): void {
		const { functions, symbols } = this.#image;
		for (const { address, library, shape } of Object.values(symbols))
			if (!library && shape !== null) this.#guardObject(address, shape);
		for (const { library, variables } of functions)
			for (const { at, shape, storage } of library ? [] : variables)
				if (storage === "static") this.#guardObject(at, shape);
	}

	#guardObject(address: number, shape: Shape): void {
		const size = sizeOfShape(shape);
		if (!this.writable(address, 1) || isFlexible(shape)) return;
		this.#guard(address - GUARD_BYTES, GUARD_BYTES, true);
		this.#guard(address + size, GUARD_BYTES, true);
	}

	// ---- blocks ----

	/** Room for a block; 0 when there is none, as malloc would have none. */
	allocate(size: number, alignment: number, processor: Processor): number {
		if (this.#live + size > HEAP_MAX) this.heapRefused = this.#live + size;
		if (this.#live + size > this.heapMost) return 0;
		let start = this.#startOf(alignment);
		if (start + size + 2 * GUARD_BYTES > this.#end) {
			const chunk = Math.max(CHUNK, size + alignment + 4 * GUARD_BYTES);
			const at = this.mapAnywhere(chunk);
			if (at === null) {
				this.#ledger.exhausted = true;
				return 0;
			}
			// What has not been given out yet is nobody's; of a large block only its edges are marked.
			if (chunk === CHUNK) this.#guard(at, chunk, true);
			this.#next = at;
			this.#end = at + chunk;
			start = this.#startOf(alignment);
		}
		this.#next = (start + size + GUARD_BYTES + 15) & -16;
		this.#blocks.push({
			start,
			size,
			allocatedAt: processor.place(),
			freedAt: null,
			freed: false,
			by: processor.called(),
		});
		this.#live += size;
		this.#guard(start - GUARD_BYTES, GUARD_BYTES, true);
		this.#guard(start, size, false);
		this.#guard(start + size, this.#next - start - size, true);
		return start;
	}

	/** The blocks that the program itself has asked for and not given back. */
	kept(): readonly Block[] {
		return this.#blocks.filter(({ by, freed }) => !freed && OWN.test(by ?? ""));
	}

	#startOf(alignment: number): number {
		return Math.ceil((this.#next + GUARD_BYTES) / alignment) * alignment;
	}

	/** free: the block is nobody's from now on. */
	release(address: number, processor: Processor): void {
		const i = this.#indexOf(address);
		const block = this.#blocks[i];
		if (block === undefined || block.start !== address || block.freed) {
			const twice = block !== undefined && block.start === address;
			this.#note(twice ? "freed-twice" : "not-a-block", "free", address, processor);
			return;
		}
		this.#blocks[i] = { ...block, freed: true, freedAt: processor.place() };
		this.#live -= block.size;
		this.#guard(address, Math.max(block.size, 1), true);
	}

	/** Bytes of a block that realloc or malloc_usable_size is asked about. */
	sizeOf(address: number, processor: Processor): number {
		const block = this.#blocks[this.#indexOf(address)];
		if (block !== undefined && block.start === address && !block.freed) return block.size;
		this.#note(block?.start === address ? "after-free" : "not-a-block", "free", address, processor);
		return 0;
	}

	/** Of the last block that begins at the address or before it. */
	#indexOf(address: number): number {
		let low = 0;
		let high = this.#blocks.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#blocks[middle] as Block).start <= address) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}

	// ---- what was touched ----

	override stopped(processor: Processor): void {
		if (this.#ledger.touched?.memory === this) this.explain(processor);
		this.#quiet = true;
		const pointers = processor
			.stack()[0]
			?.variables.filter(({ size, type }) => size === 8 && /\*/.test(type));
		const nulls = pointers?.filter(({ address }) => this.getInt64(address) === 0n) ?? [];
		this.#ledger.nulls = nulls.map(({ name }) => name);
		this.#quiet = false;
	}

	/** Says of what was touched what it belongs to; the processor stands at the access. */
	explain(processor: Processor): void {
		const { touched } = this.#ledger;
		if (touched === null) return;
		const { address, kind } = touched;
		const block = this.#blocks[this.#indexOf(address)];
		// Beyond its end, too: a block that was moved may have grown.
		const inFreed = block?.freed === true && address < block.start + block.size + GUARD_BYTES;
		const gone = this.#rooms.gone(this.#image, address);
		this.#note(inFreed ? "after-free" : (gone?.how ?? null), kind, address, processor, touched, gone?.near);
	}

	#note(
		kind: Misuse["kind"] | null,
		access: Misuse["access"],
		address: number,
		processor: Processor,
		{ begin, size }: Pick<Touch, "begin" | "size"> = { begin: address, size: 0 },
		among?: readonly Near[],
	): void {
		if (this.#ledger.misuse !== null || (this.#ledger.lenient && access !== "free")) return;
		this.#quiet = true;
		const [near, ...others] = nearest(
			address,
			among ?? this.#near(address, processor, kind === null || kind === "not-a-block"),
		);
		const seenFrom = ({ missed, start }: Pick<Near, "start"> & { readonly missed: Missed | null }) => ({
			kind: kind ?? (address < start ? ("before" as const) : ("beyond" as const)),
			offset: address - start,
			begin: begin - start,
			missed,
		});
		const before = near !== undefined && address < near.start;
		const other = kind === null ? others.find(({ start }) => address < start !== before) : undefined;
		this.#ledger.misuse = {
			...seenFrom(near ?? { missed: null, start: address }),
			instead: other === undefined ? null : seenFrom(other),
			access,
			size,
			place: processor.place(),
			by: processor.called(),
		};
		this.#quiet = false;
	}

	/** The blocks before and after an address, and all variables. */
	#near(address: number, processor: Processor, variables: boolean): readonly Near[] {
		const i = this.#indexOf(address);
		const near = [this.#blocks[i], this.#blocks[i + 1]].flatMap((block): Near[] =>
			block === undefined
				? []
				: [{ start: block.start, size: block.size, missed: { kind: "block", ...block } }],
		);
		if (variables) near.push(...variablesOf(this.#image, processor), ...this.#rooms.arrays(this.#image));
		return near;
	}

	// ---- copies ----

	override snapshot(): GuardedSnapshot {
		const marks = new Map([...this.#marks].map(([page, each]) => [page, each.slice()]));
		const guards = {
			marks,
			blocks: [...this.#blocks],
			next: this.#next,
			end: this.#end,
			live: this.#live,
			rooms: this.#rooms.snapshot(),
		};
		return { ...super.snapshot(), guards };
	}

	override restore(snapshot: GuardedSnapshot): void {
		super.restore(snapshot);
		const { guards } = snapshot;
		this.#rooms.restore(guards?.rooms ?? this.#noRooms);
		if (guards === undefined) {
			this.#guardObjects();
			return;
		}
		this.#marks = new Map([...guards.marks].map(([page, each]) => [page, each.slice()]));
		this.#blocks = [...guards.blocks];
		this.#next = guards.next;
		this.#end = guards.end;
		this.#live = guards.live;
	}

	// ---- every access comes by here: no page is ever found in the caches ----

	override pageToRead(address: number): Int32Array | null {
		const page = super.pageToRead(address);
		this.readTags[(address >>> 12) % CACHE_SIZE] = NO_TAG;
		return page;
	}

	override pageToWrite(address: number): Int32Array | null {
		const page = super.pageToWrite(address);
		const entry = (address >>> 12) % CACHE_SIZE;
		this.readTags[entry] = this.writeTags[entry] = NO_TAG;
		return page;
	}

	override load8(address: number): number {
		return this.allows("read", address, 1) ? super.load8(address) : 0;
	}

	override load16(address: number): number {
		return this.allows("read", address, 2) ? super.load16(address) : 0;
	}

	override load32(address: number): number {
		return this.allows("read", address, 4) ? super.load32(address) : 0;
	}

	override load64(address: number, w: Int32Array, d: number): void {
		if (this.allows("read", address, 8)) super.load64(address, w, d);
	}

	override store8(address: number, value: number): void {
		if (this.allows("write", address, 1)) super.store8(address, value);
	}

	override store16(address: number, value: number): void {
		if (this.allows("write", address, 2)) super.store16(address, value);
	}

	override store32(address: number, value: number): void {
		if (this.allows("write", address, 4)) super.store32(address, value);
	}

	override store64(address: number, low: number, high: number): void {
		if (this.allows("write", address, 8)) super.store64(address, low, high);
	}

	override readable(address: number, length: number): boolean {
		return super.readable(address, length) && this.allows("read", address, length);
	}

	override writable(address: number, length: number): boolean {
		return super.writable(address, length) && this.allows("write", address, length);
	}
}

/** How far from `from` the first guarded byte is; -1: there is none before `to`. */
function firstClosed(marks: Uint8Array, from: number, to: number): number {
	if (to - from > 16) return marks.subarray(from, to).indexOf(CLOSED);
	for (let i = from; i < to; i++) if (marks[i] === CLOSED) return i - from;
	return -1;
}

/**
 * Whether what lies beyond its size belongs to it: of a record that ends with an array of no length what it was given to
 * begin with, of one with bit-fields the rest of their unit.
 */
export function isFlexible(shape: Shape): boolean {
	if (shape.kind === "array") return isFlexible(shape.element);
	if (shape.kind !== "record") return false;
	const last = shape.members.at(-1)?.shape;
	return (
		(last?.kind === "array" && last.size === 0) ||
		shape.members.some((member) => member.bits !== null || isFlexible(member.shape))
	);
}

/** The objects that an address lies in, or whose guarded bytes it may be one of, the nearest first. */
function nearest(address: number, near: readonly Near[]): readonly Near[] {
	const distance = ({ start, size }: Near): number =>
		address < start ? start - address : Math.max(0, address - start - size + 1);
	return near.filter((each) => distance(each) <= 2 * GUARD_BYTES).sort((a, b) => distance(a) - distance(b));
}

/** The variables of the user's functions that are running, and those of the whole program. */
function variablesOf(image: Image, processor: Processor): Near[] {
	const near: Near[] = [];
	for (const { function: name, variables } of processor.stack())
		for (const { address, name: own, size, type } of variables)
			near.push({
				start: address,
				size,
				missed: { kind: "variable", name: own, type, size, function: name },
			});
	for (const { address, library, name, shape } of Object.values(image.symbols)) {
		if (library || shape === null) continue;
		const size = sizeOfShape(shape);
		near.push({
			start: address,
			size,
			missed: { kind: "variable", name, type: shape.text, size, function: null },
		});
	}
	return near;
}
