// Linking: gives every function and object its address, fills them in, and makes the image.

import { type Diagnostic, invariant, type Span } from "../../base/index.ts";
import { spanOf } from "../c/tokens.ts";
import type { FunctionSymbol, ObjectSymbol } from "../c/tree.ts";
import { arrayOf, isComplete, pointerTo, sizeOf, voidType } from "../c/types.ts";
import { codeAddress, GUARD_BYTES, HEAD_WORDS } from "../vm/frame.ts";
import { nativeNames } from "../vm/natives.ts";
import { op } from "../vm/opcodes.ts";
import type { CodeRelocation, FunctionCode } from "./emitter.ts";
import type { FunctionInfo, Image, LineTable, Segment, Shape, SymbolInfo, VariableInfo } from "./image.ts";
import { notePointees, shapeOf } from "./shapes.ts";
import type { UnitCode } from "./units.ts";

/** The library as the linker sees it: the unit that defines a name, compiled when first asked for. */
export interface Library {
	unitDefining(name: string): UnitCode | null;
	/** Whether one of its headers declares a function of that name: the system may have what the library does not define. */
	declares(name: string): boolean;
}

export interface Linked {
	/** Null when there are errors. */
	readonly image: Image | null;
	readonly diagnostics: readonly Diagnostic[];
	readonly undefinedFunctions: readonly Undefined[];
}

/** A function that is used and defined nowhere. */
export interface Undefined {
	/** As the first of the user's files that uses it sees it. */
	readonly symbol: FunctionSymbol;
	/** The statement that uses it and that the program can come to from its beginning; null when there is none. */
	readonly reached: Span | null;
}

type AnySymbol = FunctionSymbol | ObjectSymbol;

/** What a mention of a symbol comes to. */
type Target =
	| { readonly kind: "function"; readonly function: FunctionCode }
	| { readonly kind: "object"; readonly object: ObjectSymbol; readonly library: boolean }
	| { readonly kind: "native"; readonly index: number }
	| { readonly kind: "jump"; readonly operation: number }
	| { readonly kind: "trap"; readonly name: string }
	| { readonly kind: "edge"; readonly edge: Edge }
	| { readonly kind: "missing" }
	/** A weak symbol that is defined nowhere. */
	| { readonly kind: "null" };

/** Where the code, the data with a value and all data end: end(3). */
type Edge = "text" | "data" | "all";

const EDGES: { readonly [name: string]: Edge | undefined } = {
	etext: "text",
	_etext: "text",
	__etext: "text",
	edata: "data",
	_edata: "data",
	__bss_start: "data",
	end: "all",
	_end: "all",
};

/** The library uses the program's own definitions of these names. */
const REPLACEABLE = new Set([
	...["main", "__init_array", "__fini_array", "malloc", "calloc", "realloc", "free"],
	...[
		"argp_program_version",
		"argp_program_version_hook",
		"argp_program_bug_address",
		"argp_err_exit_status",
	],
]);

const NO_MAIN = "there is no function 'main': the program has no beginning";

/** Before the name of a library function: gcc's own version of it. */
const BUILTIN = "__builtin_";

const JUMPS: Readonly<Record<string, number>> = {
	__builtin_trap: op.ILLEGAL,
	__builtin_setjmp: op.SETJMP,
	setjmp: op.SETJMP,
	_setjmp: op.SETJMP,
	__builtin_longjmp: op.LONGJMP,
	longjmp: op.LONGJMP,
	_longjmp: op.LONGJMP,
};

/** Links the user's units with what they need of the library; `guarded`: with room around the user's objects. */
export function link(units: readonly UnitCode[], library: Library, name: string, guarded = false): Linked {
	const linker = new Linker(units, library, guarded);
	const image = linker.image(name);
	const reached = image === null ? new Map<string, Span>() : linker.reached();
	const undefinedFunctions = linker.undefinedFunctions.map((symbol) => ({
		symbol,
		reached: reached.get(linkName(symbol)) ?? null,
	}));
	return { image, diagnostics: linker.diagnostics, undefinedFunctions };
}

/** Bytes as a text of as many letters. */
function textOf(bytes: Uint8Array): string {
	let text = "";
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
}

class Linker {
	readonly diagnostics: Diagnostic[] = [];
	readonly undefinedFunctions: FunctionSymbol[] = [];
	readonly #units: readonly UnitCode[];
	readonly #library: Library;
	readonly #external = new Map<string, Target>();
	/** Functions and objects with internal linkage or none, and those that are definitions themselves. */
	readonly #local = new Map<AnySymbol, Target>();
	readonly #known = new Set<UnitCode>();
	/** Those that are needed, with the word of the code at which each begins. */
	readonly #functions = new Map<FunctionCode, number>();
	readonly #objects = new Map<ObjectSymbol, { readonly library: boolean; address: number }>();
	readonly #traps: string[] = [];
	/** The names of the objects that are missing. */
	readonly #absent = new Set<string>();
	/** Where a pointer to a function that is no code leads. */
	readonly #stubs = new Map<string, number>();
	readonly #literals = new Map<string, ObjectSymbol>();
	#edges: Readonly<Record<Edge, number>> = { text: 0, data: 0, all: 0 };

	readonly #guarded: boolean;

	constructor(units: readonly UnitCode[], library: Library, guarded: boolean) {
		this.#guarded = guarded;
		this.#units = units;
		this.#library = library;
	}

	image(name: string): Image | null {
		for (const unit of this.#units) this.#define(unit);
		for (const unit of this.#units) {
			for (const code of unit.functions) if (!this.#isReplaced(code.symbol, code)) this.#needFunction(code);
			for (const object of unit.objects) {
				const target = this.#resolve(object, false);
				if (object.definition !== "declared") this.#need(target, object);
			}
		}
		const start = this.#start();
		this.#need(start, null);
		const main = this.#external.get("main");
		if (main?.kind !== "function")
			this.diagnostics.push({ severity: "error", message: NO_MAIN, span: null, notes: [] });
		if (this.diagnostics.some(({ severity }) => severity === "error")) return null;
		if (start.kind !== "function") return null;
		return this.#build(name, start.function);
	}

	/** Where the program begins; the library's file that runs constructors and destructors is taken only with them. */
	#start(): Target {
		const all = this.#units.flatMap(({ functions }) => functions.map(({ symbol }) => symbol));
		const before = inOrder(all, ({ beforeMain }) => beforeMain);
		const after = inOrder(all, ({ afterMain }) => afterMain);
		if (before.length + after.length === 0) return this.#named("_start", false);
		for (const [name, symbols] of Object.entries({ __init_array: before, __fini_array: after }))
			this.#external.set(name, { kind: "object", object: arrayOfFunctions(symbols), library: false });
		return this.#named("__start_with_arrays", false);
	}

	/** The functions without definition that the program can come to, each with the first statement that uses it. */
	reached(): Map<string, Span> {
		const found = new Map<string, Span>();
		const seen = new Set<FunctionCode | ObjectSymbol>();
		const ahead: Target[] = [this.#start()];
		for (let target = ahead.shift(); target !== undefined; target = ahead.shift()) {
			const at =
				target.kind === "function" ? target.function : target.kind === "object" ? target.object : null;
			if (at === null || seen.has(at)) continue;
			seen.add(at);
			if (target.kind === "function") this.#follow(target.function, ahead, found);
			else if (target.kind === "object") {
				const { object, library } = target;
				for (const { symbol } of object.data?.relocations ?? [])
					this.#go(this.#resolve(symbol, library), symbol, symbol.place, ahead, found);
			}
		}
		return found;
	}

	#follow(code: FunctionCode, ahead: Target[], found: Map<string, Span>): void {
		for (const relocation of code.relocations) {
			if (relocation.kind === "jump") continue;
			const { symbol, word } = relocation;
			const target = this.#resolve(symbol, code.library);
			const mark = target.kind === "trap" ? code.marks.findLast(({ pc }) => pc <= word) : undefined;
			this.#go(target, symbol, mark?.place ?? symbol.place, ahead, found);
		}
	}

	#go(target: Target, symbol: AnySymbol, place: Span, ahead: Target[], found: Map<string, Span>): void {
		if (target.kind !== "trap") ahead.push(target);
		else if (symbol.kind === "function" && !found.has(target.name))
			found.set(target.name, symbol.firstUse?.line === place.line ? symbol.firstUse : place);
	}

	// ---- definitions ----

	#define(unit: UnitCode): void {
		if (this.#known.has(unit)) return;
		this.#known.add(unit);
		for (const code of unit.functions) {
			const target: Target = { kind: "function", function: code };
			this.#local.set(code.symbol, target);
			if (code.symbol.linkage === "external" && !unit.library) this.#defineExternal(code.symbol, target);
		}
		for (const object of unit.objects) {
			if (object.definition === "declared") continue;
			const target: Target = { kind: "object", object, library: unit.library };
			if (object.linkage !== "external" || unit.library) this.#local.set(object, target);
			else this.#defineExternal(object, target);
		}
	}

	#defineExternal(symbol: AnySymbol, target: Target): void {
		const name = linkName(symbol);
		const before = this.#external.get(name);
		const old =
			before?.kind === "function" ? before.function.symbol : before?.kind === "object" ? before.object : null;
		if (old !== null && symbol.weak) return;
		if (old !== null && !old.weak) {
			const isVariable = symbol.kind === "object" && old.kind === "object";
			const here = spanOf(symbol.definedAt ?? symbol.place);
			const there = spanOf(old.definedAt ?? old.place);
			const isShared = here.file === there.file && here.line === there.line;
			const cure = isShared
				? `${here.file} is included by more than one file: only declare it there${isVariable ? ", with 'extern' and no value" : ""}, and define it in one .c file`
				: isVariable
					? "declare it 'extern' in all files but one"
					: null;
			this.diagnostics.push({
				severity: "error",
				message: `'${name}' is defined twice`,
				span: here,
				notes: [
					...(isShared ? [] : [{ message: "the other definition", span: there }]),
					...(cure === null ? [] : [{ message: cure, span: null }]),
				],
			});
		}
		this.#external.set(name, target);
	}

	/** Whether a weak definition gave way to another. */
	#isReplaced(symbol: FunctionSymbol, code: FunctionCode): boolean {
		if (!symbol.weak || symbol.linkage !== "external") return false;
		const target = this.#external.get(linkName(symbol));
		return target?.kind !== "function" || target.function !== code;
	}

	/** What a symbol mentioned in the user's or the library's code comes to. */
	#resolve(symbol: AnySymbol, fromLibrary: boolean): Target {
		if (symbol.linkage !== "external") {
			const target = this.#local.get(symbol);
			if (target !== undefined) return target;
			if (symbol.kind === "object") return { kind: "object", object: symbol, library: fromLibrary };
		}
		const name = linkName(symbol);
		const target = this.#named(name, fromLibrary);
		if (target.kind !== "trap") return target;
		if (symbol.kind === "function")
			return symbol.weak && !this.#library.declares(name) ? { kind: "null" } : target;
		const edge = Object.hasOwn(EDGES, name) ? EDGES[name] : undefined;
		return edge !== undefined ? { kind: "edge", edge } : { kind: symbol.weak ? "null" : "missing" };
	}

	#named(name: string, fromLibrary: boolean): Target {
		const own = this.#external.get(name);
		if (own !== undefined && (!fromLibrary || REPLACEABLE.has(name))) return own;
		const index = nativeNames.indexOf(name);
		if (index >= 0) return { kind: "native", index };
		if (name.startsWith(BUILTIN)) {
			if (JUMPS[name] !== undefined) return { kind: "jump", operation: JUMPS[name] };
			const plain = this.#named(name.slice(BUILTIN.length), fromLibrary);
			if (plain.kind !== "trap") return plain;
		}
		const unit = this.#library.unitDefining(name);
		if (unit !== null) {
			this.#define(unit);
			const code = unit.functions.find(({ symbol }) => symbol.name === name);
			if (code !== undefined) return { kind: "function", function: code };
			const object = unit.objects.find((o) => o.name === name && o.definition !== "declared");
			if (object !== undefined) return { kind: "object", object, library: true };
		}
		return JUMPS[name] === undefined ? { kind: "trap", name } : { kind: "jump", operation: JUMPS[name] };
	}

	// ---- what is needed ----

	#need(target: Target, symbol: AnySymbol | null): void {
		if (target.kind === "function") this.#needFunction(target.function);
		else if (target.kind === "object") this.#needObject(target.object, target.library);
		else if (target.kind === "trap") this.#needTrap(target.name, symbol);
		else if (target.kind === "missing" && symbol?.kind === "object") this.#missing(symbol);
	}

	#missing(symbol: ObjectSymbol): void {
		const name = linkName(symbol);
		if (this.#absent.has(name)) return;
		this.#absent.add(name);
		const message = `'${name}' is used here but defined nowhere`;
		const declaration = { message: `'${symbol.name}' is only declared, here`, span: spanOf(symbol.place) };
		this.diagnostics.push({
			severity: "error",
			message,
			span: spanOf(symbol.firstUse ?? symbol.place),
			notes: [declaration],
		});
	}

	#needTrap(name: string, symbol: AnySymbol | null): void {
		if (this.#traps.includes(name)) return;
		this.#traps.push(name);
		if (symbol?.kind === "function") this.undefinedFunctions.push(symbol);
	}

	#needFunction(code: FunctionCode): void {
		if (this.#functions.has(code)) return;
		this.#functions.set(code, 0);
		for (const relocation of code.relocations) {
			if (relocation.kind === "jump") continue;
			const target = this.#resolve(relocation.symbol, code.library);
			this.#need(target, relocation.symbol);
			if (relocation.kind === "address" && relocation.symbol.kind === "function") this.#needStub(target);
		}
	}

	#needObject(object: ObjectSymbol, library: boolean): void {
		if (this.#objects.has(object)) return;
		this.#objects.set(object, { library, address: 0 });
		for (const { symbol } of object.data?.relocations ?? []) {
			const target = this.#resolve(symbol, library);
			this.#need(target, symbol);
			if (symbol.kind === "function") this.#needStub(target);
		}
	}

	#needStub(target: Target): void {
		const key = stubKey(target);
		if (key !== null) this.#stubs.set(key, 0);
	}

	// ---- layout ----

	#build(name: string, start: FunctionCode): Image {
		// Word 0 is no instruction, so that 0 is never the return address of a call.
		const code: number[] = [op.ILLEGAL, 0, 0, 0];
		const callStub = code.length;
		code.push(op.CALLP, HEAD_WORDS + 14, HEAD_WORDS, 0, op.RETURNED, 0, 0, 0);
		const entry = code.length;
		code.push(op.CALL, 0, HEAD_WORDS, 0, op.ILLEGAL, 0, 0, 0);
		for (const needed of this.#functions.keys()) {
			this.#functions.set(needed, code.length);
			for (const word of needed.code) code.push(word);
		}
		for (const key of this.#stubs.keys()) {
			this.#stubs.set(key, code.length);
			const [kind, which] = key.split(" ") as [string, string];
			if (kind === "native") code.push(op.NATIVE, Number(which), 0, 0);
			else code.push(op.TRAP, this.#traps.indexOf(which), 0, 0);
		}
		const segments = this.#layOut(codeAddress(code.length));
		for (const [{ relocations, library }, base] of this.#functions)
			for (const relocation of relocations) this.#fix(code, base, relocation, library);
		code[entry + 1] = this.#functions.get(start)!;
		const last = segments.at(-1)!;
		return {
			name,
			code: Int32Array.from(code),
			entry,
			callStub,
			traps: this.#traps,
			segments,
			heapStart: pageUp(last.address + last.size),
			functions: this.#functionInfos(),
			lines: this.#lines(),
			pointees: this.#pointees(),
			symbols: this.#symbols(),
		};
	}

	/** Gives every object its address and makes the initial memory. */
	#layOut(codeEnd: number): Segment[] {
		const start = pageUp(codeEnd);
		const all = [...this.#objects.keys()].map((object) => this.#unique(object));
		const objects = [...new Set(all)];
		const constants = objects.filter((object) => object.readOnly);
		const filled = objects.filter((object) => !object.readOnly && object.data !== null);
		const empty = objects.filter((object) => !object.readOnly && object.data === null);
		const constantsEnd = this.#place(constants, start);
		const dataStart = pageUp(constantsEnd);
		const filledEnd = this.#place(filled, dataStart);
		const end = this.#place(empty, filledEnd);
		this.#edges = { text: codeEnd, data: filledEnd, all: end };
		for (const [object, info] of this.#objects)
			info.address = this.#objects.get(this.#unique(object))!.address;
		return [
			{ ...this.#fill(constants, start, constantsEnd), kind: "constants" },
			{ ...this.#fill(filled, dataStart, filledEnd), size: end - dataStart, kind: "data" },
		];
	}

	/** The one object for all string literals with the same bytes. */
	#unique(object: ObjectSymbol): ObjectSymbol {
		if (!object.readOnly || object.name !== "" || object.data === null || object.data.relocations.length > 0)
			return object;
		const key = `${object.align} ${byteLength(object)} ${textOf(object.data.bytes)}`;
		const first = this.#literals.get(key);
		if (first === undefined) this.#literals.set(key, object);
		return first ?? object;
	}

	#place(objects: readonly ObjectSymbol[], start: number): number {
		let at = start;
		for (const object of objects) {
			const align = Math.max(object.align, 1);
			const info = this.#objects.get(object)!;
			const room = this.#guarded && !info.library && !object.readOnly ? GUARD_BYTES : 0;
			at = Math.ceil((at + room) / align) * align;
			info.address = at;
			at += byteLength(object) + room;
		}
		return at;
	}

	#fill(objects: readonly ObjectSymbol[], address: number, end: number): Omit<Segment, "kind"> {
		const bytes = new Uint8Array(end - address);
		const view = new DataView(bytes.buffer);
		for (const object of objects) {
			const { library, address: at } = this.#objects.get(object)!;
			if (object.data === null) continue;
			bytes.set(object.data.bytes, at - address);
			for (const { offset, symbol, addend } of object.data.relocations) {
				const value = this.#addressOf(this.#resolve(symbol, library)) + addend;
				view.setBigInt64(at - address + offset, BigInt(value), true);
			}
		}
		return { address, bytes, size: bytes.length };
	}

	#addressOf(target: Target): number {
		switch (target.kind) {
			case "function":
				return codeAddress(this.#functions.get(target.function)!);
			case "object":
				return this.#objects.get(target.object)!.address;
			case "edge":
				return this.#edges[target.edge];
			case "null":
				return 0;
			default: {
				const key = stubKey(target);
				invariant(key !== null, "a pointer to a function has a target");
				return codeAddress(this.#stubs.get(key)!);
			}
		}
	}

	#fix(code: number[], base: number, relocation: CodeRelocation, library: boolean): void {
		const word = base + relocation.word;
		if (relocation.kind === "jump") code[word] = code[word]! + base;
		else if (relocation.kind === "address")
			code[word] = this.#addressOf(this.#resolve(relocation.symbol, library)) + relocation.addend;
		else this.#fixCall(code, word, this.#resolve(relocation.symbol, library));
	}

	#fixCall(code: number[], word: number, target: Target): void {
		switch (target.kind) {
			case "function":
				code[word + 1] = this.#functions.get(target.function)!;
				break;
			case "native":
				code[word] = op.NATIVE;
				code[word + 1] = target.index;
				break;
			case "trap":
				code[word] = op.TRAP;
				code[word + 1] = this.#traps.indexOf(target.name);
				break;
			case "jump":
				code[word] = target.operation;
				code[word + 1] = code[word + 2]!;
				break;
			default:
				code[word] = op.ILLEGAL;
		}
	}

	// ---- what is known about the program ----

	#functionInfos(): FunctionInfo[] {
		return [...this.#functions].map(([code, start]) => ({
			name: code.symbol.name,
			start,
			end: start + code.code.length,
			library: code.library,
			variables: [
				...code.variables.map((v): VariableInfo => ({ ...v, start: v.start + start, end: v.end + start })),
				...code.statics
					.filter((object) => object.name !== "" && this.#objects.has(object))
					.map(
						(object): VariableInfo => ({
							name: object.name,
							shape: shapeOf(object.type),
							at: this.#objects.get(object)!.address,
							storage: "static",
							parameter: false,
							start,
							end: start + code.code.length,
						}),
					),
			],
		}));
	}

	#lines(): LineTable {
		const files: string[] = [];
		const pcs: number[] = [];
		const fileIndexes: number[] = [];
		const lines: number[] = [];
		const columns: number[] = [];
		for (const [{ marks }, start] of this.#functions) {
			for (const { pc, place } of marks) {
				let file = files.indexOf(place.file);
				if (file < 0) file = files.push(place.file) - 1;
				pcs.push(start + pc);
				fileIndexes.push(file);
				lines.push(place.line);
				columns.push(place.column);
			}
		}
		return {
			files,
			pcs: Int32Array.from(pcs),
			fileIndexes: Int32Array.from(fileIndexes),
			lines: Int32Array.from(lines),
			columns: Int32Array.from(columns),
		};
	}

	#pointees(): Record<string, Shape> {
		const noted = new Map<string, Shape>();
		for (const [{ library, types, statics }] of this.#functions) {
			if (library) continue;
			for (const type of types) notePointees(type, noted);
			for (const { type } of statics) notePointees(type, noted);
		}
		for (const [{ type, name }, { library }] of this.#objects)
			if (!library && name !== "") notePointees(type, noted);
		return Object.fromEntries(noted);
	}

	#symbols(): Record<string, SymbolInfo> {
		const symbols: Record<string, SymbolInfo> = {};
		const add = (symbol: AnySymbol, address: number, library: boolean): void => {
			if (symbol.name === "" || (library && symbol.linkage !== "external")) return;
			if (Object.hasOwn(symbols, symbol.name) && (library || symbol.linkage !== "external")) return;
			const shape = symbol.kind === "object" && isComplete(symbol.type) ? shapeOf(symbol.type) : null;
			symbols[symbol.name] = { name: symbol.name, address, kind: symbol.kind, shape, library };
		};
		for (const [{ symbol, library }, start] of this.#functions) add(symbol, codeAddress(start), library);
		for (const [object, { address, library }] of this.#objects)
			if (object.within === null) add(object, address, library);
		return symbols;
	}
}

function linkName({ name, label }: AnySymbol): string {
	return label ?? name;
}

/** Those that have a priority, the lowest first; of one priority in the order of the files. */
function inOrder(
	symbols: readonly FunctionSymbol[],
	priority: (symbol: FunctionSymbol) => number | null,
): FunctionSymbol[] {
	return symbols.filter((each) => priority(each) !== null).sort((a, b) => priority(a)! - priority(b)!);
}

/** An array of pointers to functions with a null pointer at its end. */
function arrayOfFunctions(symbols: readonly FunctionSymbol[]): ObjectSymbol {
	const bytes = new Uint8Array(8 * (symbols.length + 1));
	return {
		kind: "object",
		name: "",
		type: arrayOf(pointerTo(voidType), symbols.length + 1),
		linkage: "external",
		definition: "defined",
		data: { bytes, relocations: symbols.map((symbol, i) => ({ offset: 8 * i, symbol, addend: 0 })) },
		align: 8,
		readOnly: true,
		threadLocal: false,
		within: null,
		place: symbols[0]?.place ?? NOWHERE,
		definedAt: null,
		firstUse: null,
	};
}

const NOWHERE: Span = { file: "", line: 0, column: 0, length: 0 };

function stubKey(target: Target): string | null {
	if (target.kind === "native") return `native ${target.index}`;
	return target.kind === "trap" ? `trap ${target.name}` : null;
}

function byteLength(object: ObjectSymbol): number {
	return Math.max(sizeOf(object.type), object.data?.bytes.length ?? 0);
}

function pageUp(address: number): number {
	return Math.ceil(address / 4096) * 4096;
}
