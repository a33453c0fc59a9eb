// One process's processor as the computer sees it: run, traps, calls from outside, snapshots, a look at the stack.

import { encodeText, Hash, invariant } from "../../base/index.ts";
import { functionAt, type Image, type Place, placeOf, type Shape, type VariableInfo } from "../code/image.ts";
import { CALL_NAME_WORD, Cpu } from "./cpu.ts";
import {
	CALLER_FRAME_WORD,
	CALLER_STACK_WORD,
	codeAddress,
	codeIndex,
	HEAD_WORDS,
	RETURN_WORD,
	STACK_END,
	STACK_SIZE,
	STACK_START,
	TEXT_START,
} from "./frame.ts";
import { Memory, type MemorySnapshot } from "./memory.ts";
import { nativeNames } from "./natives.ts";
import { type Look, type LookFrame, sizeOfShape, Viewer } from "./objects.ts";
import { MARKED, op } from "./opcodes.ts";
import { reals } from "./reals.ts";
import type { Stop } from "./stop.ts";
import { renderValue } from "./values.ts";

/** All that a process's program can remember, at one moment; opaque, never changed, restored any number of times. */
export interface Snapshot {
	readonly memory: MemorySnapshot;
	readonly pc: number;
	readonly fp: number;
	readonly sp: number;
}

export interface Variable {
	readonly name: string;
	/** The type as C writes it. */
	readonly type: string;
	readonly address: number;
	/** Bytes. */
	readonly size: number;
	/** As a debugger prints it: `42`, `97 'a'`, `0x7fffe010`, `"text"`, `{x = 1, y = 2}`. */
	readonly value: string;
	readonly parameter: boolean;
}

/** One call of one of the user's functions. */
export interface Frame {
	readonly function: string;
	/** Where the function stands: at the call of the next inner frame, unless it is the innermost. */
	readonly place: Place | null;
	readonly variables: readonly Variable[];
}

/** Frames that `look` shows at most. */
const LOOKED_FRAMES = 12;
/** Frames that `stack` shows at most. */
const FRAMES_MAX = 1000;
/** In the frame of a call from outside: the slot of the function's address. */
const CALL_TARGET_SLOT = HEAD_WORDS + 14;
const CALL_FRAME_BYTES = (CALL_NAME_WORD + 16) * 4;
const CALL_ARGUMENTS_MAX = 7;
/** Bytes of the frame that a process begins in: three arguments. */
const FIRST_FRAME_BYTES = 64;

/** A stack that the program has named for handlers, see sigaltstack(2). */
export interface NamedStack {
	readonly start: number;
	/** The first address beyond it. */
	readonly end: number;
}

export class Processor {
	readonly image: Image;
	readonly memory: Memory;
	readonly #cpu: Cpu;

	constructor(image: Image, snapshot: Snapshot) {
		this.image = image;
		this.memory = image.newMemory?.(image) ?? new Memory();
		this.#cpu = new Cpu(image, this.memory);
		this.restore(snapshot);
	}

	// ---- running ----

	/** Executes until `budget` statements of the user's code have begun and the next one would, or an earlier stop. */
	run(budget: number): Stop {
		const stop = this.#cpu.run(budget);
		if (stop.kind === "fault") this.memory.stopped(this);
		return stop;
	}

	/** Statements that began in the last `run`. */
	get executed(): number {
		return this.#cpu.executed;
	}

	/** How often loops of the library went round in the last `run`: work that no statement shows. */
	get ticks(): number {
		return this.#cpu.ticks;
	}

	/** The address of the next instruction. */
	pc(): number {
		return codeAddress(this.#cpu.pc);
	}

	// ---- traps: the processor stands at a call that only the outside can answer ----

	/** The low 32 bits of an argument, signed; the first is 0. */
	argument(index: number): number {
		return this.memory.load32(this.#argumentAddress(index));
	}

	/** An argument that is an address: its low 32 bits, unsigned. One with more bits gives 0xffffffff, which is unmapped. */
	argumentAddress(index: number): number {
		const at = this.#argumentAddress(index);
		return this.memory.load32(at + 4) === 0 ? this.memory.load32(at) >>> 0 : 0xffff_ffff;
	}

	/** Signed. */
	argument64(index: number): bigint {
		return this.memory.getInt64(this.#argumentAddress(index)) ?? 0n;
	}

	/** A size_t, or any unsigned number of 64 bits; beyond 2^53 it is rounded. */
	argumentSize(index: number): number {
		const at = this.#argumentAddress(index);
		return (this.memory.load32(at + 4) >>> 0) * 2 ** 32 + (this.memory.load32(at) >>> 0);
	}

	argumentDouble(index: number): number {
		const at = this.#argumentAddress(index);
		return reals().loadDouble(Int32Array.of(this.memory.load32(at), this.memory.load32(at + 4)), 0);
	}

	/** Where the argument's 8 bytes lie: the third operand of a call or trap is the first one's slot. */
	#argumentAddress(index: number): number {
		return this.#cpu.fp + (this.image.code[this.#cpu.pc + 2]! + index * 2) * 4;
	}

	/** Answers the trap: the call returns `result` (sign-extended to 64 bits), and execution goes on after it. */
	finish(result: number | bigint): void {
		const { code } = this.image;
		const at = code[this.#cpu.pc];
		invariant(at === op.TRAP || at === op.CALLP, "finish at a trap");
		this.memory.setInt64(this.#argumentAddress(0), result);
		this.#cpu.pc += 4;
	}

	// ---- calls from outside: signal handlers ----

	/**
	 * Makes the next `run` call a function of the program; when it returns, the processor stops with the trap
	 * `returnTrap`. At most 7 arguments; `returnTrap` has less than 64 letters. Its frame goes below `top`, the stack
	 * pointer or what `placeForCall` gave.
	 */
	call(
		functionAddress: number,
		args: readonly (number | bigint)[],
		returnTrap: string,
		top = this.#cpu.sp,
	): void {
		invariant(
			args.length <= CALL_ARGUMENTS_MAX && returnTrap.length < 64,
			"a call from outside fits its frame",
		);
		const { memory } = this;
		const { pc, fp, sp } = this.#cpu;
		const frame = frameBelow(top, CALL_FRAME_BYTES);
		if (memory.pageToWrite(frame) !== null) {
			memory.store32(frame + RETURN_WORD * 4, pc);
			memory.store32(frame + CALLER_FRAME_WORD * 4, fp);
			memory.store32(frame + CALLER_STACK_WORD * 4, sp);
			args.forEach((value, i) => {
				memory.setInt64(frame + (HEAD_WORDS + i * 2) * 4, value);
			});
			memory.setInt64(frame + CALL_TARGET_SLOT * 4, functionAddress >>> 0);
			memory.write(frame + CALL_NAME_WORD * 4, encodeText(`${returnTrap}\0`));
		}
		this.#cpu.pc = this.image.callStub;
		this.#cpu.fp = frame;
		this.#cpu.sp = frame;
	}

	/**
	 * Where `bytes` go that a call from outside is to find on the stack: below the stack pointer, or at the end of a
	 * `stack` of its own, unless the processor is there already.
	 */
	placeForCall(bytes: number, stack: NamedStack | null): number {
		const { sp } = this.#cpu;
		const isThere = stack !== null && sp > stack.start && sp <= stack.end;
		return ((stack === null || isThere ? sp : stack.end) - bytes) & -16;
	}

	/** The addresses of the next instruction, of the frame and of the end of the stack. */
	get registers(): { readonly pc: number; readonly fp: number; readonly sp: number } {
		const { fp, pc, sp } = this.#cpu;
		return { pc: codeAddress(pc), fp, sp };
	}

	/** At the trap of a call from outside: goes back to exactly where the processor stood before `call`. */
	resume(): void {
		invariant(this.image.code[this.#cpu.pc] === op.RETURNED, "resume after a call from outside");
		const { memory } = this;
		const frame = this.#cpu.fp;
		this.#cpu.pc = memory.load32(frame + RETURN_WORD * 4);
		this.#cpu.fp = memory.load32(frame + CALLER_FRAME_WORD * 4);
		this.#cpu.sp = memory.load32(frame + CALLER_STACK_WORD * 4);
		memory.refusal = null;
	}

	// ---- copies ----

	/** A second processor in the same state; pages are shared until one of the two writes them. */
	copy(): Processor {
		return new Processor(this.image, this.snapshot());
	}

	snapshot(): Snapshot {
		const { pc, fp, sp } = this.#cpu;
		return { memory: this.memory.snapshot(), pc, fp, sp };
	}

	restore(snapshot: Snapshot): void {
		this.memory.restore(snapshot.memory);
		this.#cpu.pc = snapshot.pc;
		this.#cpu.fp = snapshot.fp;
		this.#cpu.sp = snapshot.sp;
	}

	/** Of memory and registers: equal states have equal ones. What lies below the stack pointer does not count. */
	fingerprint(): number {
		const hash = new Hash();
		hash.number(this.#cpu.pc);
		hash.number(this.#cpu.fp);
		hash.number(this.#cpu.sp);
		this.memory.hash(hash, this.#lowestStackPointer());
		return hash.digest();
	}

	// ---- a look inside ----

	/** The address of a function or global of the program or the library. */
	symbol(name: string): number | null {
		return Object.hasOwn(this.image.symbols, name) ? this.image.symbols[name]!.address : null;
	}

	/** Where the user's code stands: inside the library, at the call of it. */
	place(): Place | null {
		let place: Place | null = null;
		this.#walk((pc) => {
			place = placeOf(this.image, pc);
			return place === null;
		});
		return place ?? this.#calledPlace();
	}

	/** The function of the library in which it is, as the user's code has called it; null in the user's own code. */
	called(): string | null {
		const { code } = this.image;
		let at = -1;
		this.#walk((pc) => {
			if (placeOf(this.image, pc) !== null) at = pc;
			return at < 0;
		});
		if (at < 0) return null;
		const operation = code[at]! % MARKED;
		if (operation === op.NATIVE) return nativeNames[code[at + 1]!] ?? null;
		if (operation === op.TRAP) return this.image.traps[code[at + 1]!] ?? null;
		return operation === op.CALL ? (functionAt(this.image, code[at + 1]!)?.name ?? null) : null;
	}

	/** The line on which main returned; null while it has not. */
	leftMain(): Place | null {
		const address = this.symbol("__main_line");
		const line = address === null ? 0 : (this.memory.getInt32(address) ?? 0);
		const main = this.image.functions.find(({ library, name }) => name === "main" && !library);
		const begins = line === 0 || main === undefined ? null : placeOf(this.image, main.start);
		return begins === null ? null : { ...begins, line, column: 1 };
	}

	/** Of the function about to be called: where `main` has no room for its frame, say. */
	#calledPlace(): Place | null {
		const { code } = this.image;
		const { pc } = this.#cpu;
		return code[pc]! % MARKED === op.CALL ? placeOf(this.image, code[pc + 1]!) : null;
	}

	/** The calls of the user's functions, innermost first, and at most so many. */
	stack(most = FRAMES_MAX): Frame[] {
		const frames: Frame[] = [];
		this.#walk((pc, fp) => {
			const inside = functionAt(this.image, pc);
			if (inside === null || inside.library) return true;
			const visible = inside.variables.filter(({ start, end }) => start <= pc && pc < end);
			const variables = visible.map((variable) => this.#variable(variable, fp));
			frames.push({ function: inside.name, place: placeOf(this.image, pc), variables });
			return frames.length < most;
		});
		return frames;
	}

	/** The address of the innermost frame of the user's functions; null when there is none. A called function's is lower. */
	frame(): number | null {
		let found: number | null = null;
		this.#walk((pc, fp) => {
			if (placeOf(this.image, pc) !== null) found = fp;
			return found === null;
		});
		return found;
	}

	/** Calls `visit` with each frame's place in the code and address, innermost first, until it returns false. */
	#walk(visit: (pc: number, fp: number) => boolean): void {
		const { memory } = this;
		let { pc, fp } = this.#cpu;
		for (let depth = 0; visit(pc, fp) && depth < 100_000; depth++) {
			const isCallFromOutside = this.#isCallFromOutside(pc);
			const back = memory.getInt32(fp + RETURN_WORD * 4);
			const caller = memory.getInt32(fp + CALLER_FRAME_WORD * 4);
			if (back === null || caller === null || back <= 0 || (caller <= fp && !isCallFromOutside)) return;
			pc = isCallFromOutside ? back : back - 4;
			fp = caller;
		}
	}

	/** What the user's program calls the object of so many bytes that lies there, innermost function first; null where it bears no name. */
	variableAt(address: number, size: number): string | null {
		// Values are not looked at: a pointer among them may lead to what is watched.
		let name: string | null = null;
		this.#walk((pc, fp) => {
			const inside = functionAt(this.image, pc);
			const found = inside?.library
				? undefined
				: inside?.variables.find(
						(one) =>
							one.start <= pc &&
							pc < one.end &&
							sizeOfShape(one.shape) === size &&
							this.#addressOf(one, fp) === address,
					);
			name = found?.name ?? null;
			return name === null;
		});
		if (name !== null) return name;
		const symbols = Object.values(this.image.symbols).filter(({ library }) => !library);
		return (
			symbols.find((one) => one.address === address && one.shape !== null && sizeOfShape(one.shape) === size)
				?.name ?? null
		);
	}

	/** What lies below it no function will read: a handler's stack may lie above those of the functions that it interrupts. */
	#lowestStackPointer(): number {
		let lowest = this.#cpu.sp;
		this.#walk((pc, fp) => {
			if (this.#isCallFromOutside(pc))
				lowest = Math.min(lowest, this.memory.getInt32(fp + CALLER_STACK_WORD * 4) ?? lowest);
			return true;
		});
		return lowest;
	}

	#isCallFromOutside(pc: number): boolean {
		return pc === this.image.callStub || pc === this.image.callStub + 4;
	}

	/** A global variable of the user's program, or null when there is none of that name. */
	global(name: string): Variable | null {
		const symbol = Object.hasOwn(this.image.symbols, name) ? this.image.symbols[name] : undefined;
		if (symbol === undefined || symbol.library || symbol.shape === null) return null;
		const { shape, address } = symbol;
		const value = renderValue(this.image, this.memory, shape, address);
		return { name, type: shape.text, address, size: sizeOfShape(shape), value, parameter: false };
	}

	/** All objects that the user's code can name, as trees, and those in memory that their pointers lead to. */
	look(): Look {
		const { image, memory } = this;
		const view = new Viewer(image, memory);
		const frames: LookFrame[] = [];
		this.#walk((pc, fp) => {
			const inside = functionAt(image, pc);
			if (inside === null || inside.library) return true;
			const visible = inside.variables.filter(({ start, end }) => start <= pc && pc < end);
			const objects = visible.map((info) => view.object(info.name, info.shape, this.#addressOf(info, fp)));
			frames.push({ function: inside.name, place: placeOf(image, pc), objects });
			return frames.length < LOOKED_FRAMES;
		});
		const named = Object.values(image.symbols).filter(({ library, shape }) => !library && shape !== null);
		const globals = named.map(({ name, shape, address }) => view.object(name, shape as Shape, address));
		const known = [...frames.flatMap(({ objects }) => objects), ...globals];
		return { frames, globals, reached: view.reachedFrom(known) };
	}

	#addressOf({ at, inRoom = 0, storage }: VariableInfo, fp: number): number {
		if (storage === "static") return at;
		return storage === "frame" ? fp + at : ((this.memory.getInt32(fp + at) ?? 0) >>> 0) + inRoom;
	}

	#variable(info: VariableInfo, fp: number): Variable {
		const { name, parameter, shape } = info;
		const address = this.#addressOf(info, fp);
		const value = renderValue(this.image, this.memory, shape, address);
		return { name, type: shape.text, address, size: sizeOfShape(shape), value, parameter };
	}
}

/** Where a frame of `bytes` slots goes below `sp`: aligned, and inside one page. */
function frameBelow(sp: number, bytes: number): number {
	const frame = (sp - bytes) & -16;
	return (frame & 4095) + bytes > 4096 ? ((frame + bytes) & -4096) - bytes : frame;
}

/** A program about to begin. `argv` and `envp` are copied to the top of its stack. */
export function createProcessor(
	image: Image,
	args: { readonly argv: readonly string[]; readonly envp: readonly string[] },
): Processor {
	const memory = new Memory();
	memory.restore(loaded(image));
	let top = STACK_END;
	const place = (text: string): number => {
		const bytes = encodeText(`${text}\0`);
		top -= bytes.length;
		memory.write(top, bytes);
		return top;
	};
	// From low addresses to high, as on Linux: the two arrays, one behind the other, then what they point to, in the same order.
	const envp = args.envp.toReversed().map(place).reverse();
	const argv = args.argv.toReversed().map(place).reverse();
	const pointers = [...argv, 0, ...envp, 0];
	top = (top - pointers.length * 8) & -16;
	pointers.forEach((address, i) => {
		memory.setInt64(top + i * 8, address);
	});
	const argvAddress = top;
	const envpAddress = top + (argv.length + 1) * 8;
	const fp = frameBelow(top, FIRST_FRAME_BYTES);
	[argv.length, argvAddress, envpAddress].forEach((value, i) => {
		memory.setInt64(fp + (HEAD_WORDS + i * 2) * 4, value);
	});
	return new Processor(image, { memory: memory.snapshot(), pc: image.entry, fp, sp: fp });
}

const loadedImages = new WeakMap<Image, MemorySnapshot>();

/** The memory of a program before it begins, made once per image. */
function loaded(image: Image): MemorySnapshot {
	const known = loadedImages.get(image);
	if (known !== undefined) return known;
	const memory = new Memory();
	memory.protect(TEXT_START, image.code.length * 4, "text", false);
	for (const { address, bytes, size, kind } of image.segments) {
		if (size === 0) continue;
		memory.map(address, size, kind);
		memory.write(address, bytes);
		if (kind === "constants") memory.protect(address, size, kind, true);
	}
	memory.startHeap(image.heapStart);
	memory.map(STACK_START, STACK_SIZE, "stack");
	const snapshot = memory.snapshot();
	loadedImages.set(image, snapshot);
	return snapshot;
}

/** Where in the user's text the instruction at an address comes from; null inside the library. */
export function where(image: Image, address: number): Place | null {
	const pc = codeIndex(address, image.code.length);
	return pc < 0 ? null : placeOf(image, pc);
}
