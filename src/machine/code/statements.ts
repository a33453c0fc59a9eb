// Statements: marks, jumps, and which variables are in scope where.

import type { Span } from "../../base/index.ts";
import { unreachable } from "../../base/index.ts";
import type {
	BlockStatement,
	CaseLabel,
	CaseStatement,
	Expression,
	ForStatement,
	IfStatement,
	LabelStatement,
	Local,
	Statement,
	SwitchStatement,
} from "../c/tree.ts";
import { type CType, sizeOf } from "../c/types.ts";
import { HEAD_WORDS } from "../vm/frame.ts";
import type { Label } from "./emitter.ts";
import type { Generator } from "./generator.ts";
import { constantInto, copyRecord, store } from "./places.ts";
import type { Room } from "./room.ts";
import { isUnsigned, isWide, wordsOf } from "./scalars.ts";

/** Where `break` or `continue` goes, and how many blocks with variable length arrays are open there. */
interface Exit {
	readonly label: Label;
	readonly allocations: number;
}

/** What statements need to know beyond a generator of expressions. */
export interface Flow {
	readonly g: Generator;
	/** Of a program that is watched: where the function's variables lie. */
	readonly room: Room | null;
	/** Code of the library has ticks at loops instead of marks at statements. */
	readonly library: boolean;
	readonly result: CType;
	readonly breaks: Exit[];
	readonly continues: Exit[];
	readonly labels: Map<string, Label>;
	/** Those whose address is taken, the first having address 1. */
	readonly addressed: readonly string[];
	readonly cases: Map<CaseLabel, Label>;
	/** Slots that hold the stack pointer from before each open block with variable length arrays. */
	readonly allocations: number[];
	/** Slots that hold the stack pointer as it is now in each of them: after the last array that is declared so far. */
	readonly levels: number[];
	/** How many such blocks are open at each label; asked only where one is open. */
	depths(): ReadonlyMap<string, number>;
	/** Where the scope of a local begins, once it is initialised. */
	readonly begun: Map<Local, number>;
	scope(locals: readonly Local[], start: number): void;
}

/** A statement begins here. */
function begin({ g, library }: Flow, place: Span): void {
	if (library) return;
	g.out.mark(place);
}

export function block(f: Flow, { items, locals, allocates }: BlockStatement): void {
	const { out } = f.g;
	const start = out.pc;
	const mark = out.inUse();
	if (allocates) {
		const slot = stackPointer(f);
		f.allocations.push(slot);
		f.levels.push(slot);
	}
	for (const item of items) {
		statement(f, item);
		if (item.kind === "allocate") f.levels[f.levels.length - 1] = stackPointer(f);
	}
	if (allocates) {
		out.emit("SETSP", f.allocations.pop()!);
		f.levels.pop();
	}
	out.release(mark);
	f.scope(locals, start);
}

/** A slot of the block that holds where the stack ends now. */
function stackPointer({ g: { out } }: Flow): number {
	const slot = out.temporary(1);
	out.emit("GETSP", slot);
	return slot;
}

/** How many blocks with variable length arrays are open at each label of `s`, `depth` being open around it. */
export function labelDepths(s: Statement, depth = 0, found = new Map<string, number>()): Map<string, number> {
	switch (s.kind) {
		case "block":
			for (const item of s.items) labelDepths(item, s.allocates ? depth + 1 : depth, found);
			break;
		case "if": {
			let rest: Statement | null = s;
			for (; rest?.kind === "if"; rest = rest.otherwise) labelDepths(rest.then, depth, found);
			if (rest !== null) labelDepths(rest, depth, found);
			break;
		}
		case "label":
		case "case": {
			let rest: Statement = s;
			for (; rest.kind === "label" || rest.kind === "case"; rest = rest.body)
				if (rest.kind === "label") found.set(rest.name, depth);
			labelDepths(rest, depth, found);
			break;
		}
		case "while":
		case "do":
		case "for":
		case "switch":
			labelDepths(s.body, depth, found);
	}
	return found;
}

export function statement(f: Flow, s: Statement): void {
	const { g } = f;
	const { out } = g;
	const mark = out.inUse();
	switch (s.kind) {
		case "expression":
			begin(f, s.place);
			g.effect(s.expression);
			break;
		case "initialise":
			begin(f, s.place);
			g.initialise(s.local, s.initialiser);
			f.begun.set(s.local, out.pc);
			break;
		case "allocate": {
			begin(f, s.place);
			const address = out.temporary(2);
			const size = g.value(s.size);
			out.emit("ALLOCA", address, size);
			if (f.room === null || !f.room.allocate(g.locationOf(s.local), size))
				store(g, g.locationOf(s.local), s.local.type, null, address);
			f.begun.set(s.local, out.pc);
			break;
		}
		case "block":
			scoped(f, s.locals, s, () => block(f, s));
			break;
		case "if":
			ifStatement(f, s);
			break;
		case "while": {
			const test = out.label();
			out.jump(test);
			loop(f, s.body, test, (top) => condition(f, s.condition, s.place, top));
			break;
		}
		case "do":
			loop(f, s.body, out.label(), (top) => condition(f, s.condition, s.condition.place, top));
			break;
		case "for":
			scoped(f, s.locals, s.body, () => forLoop(f, s));
			break;
		case "switch":
			switchStatement(f, s);
			break;
		case "case":
		case "label":
			labelled(f, s);
			break;
		case "goto":
			begin(f, s.place);
			leaveTo(f, { label: labelOf(f, s.name), allocations: openAt(f, s.name) });
			break;
		case "computed-goto": {
			begin(f, s.place);
			const nowhere = out.label();
			const targets = f.addressed.map((name) => labelOf(f, name));
			out.table(g.value(s.target), 1, targets, nowhere);
			out.bind(nowhere);
			out.emit("ILLEGAL");
			break;
		}
		case "break":
		case "continue":
			begin(f, s.place);
			leaveTo(f, (s.kind === "break" ? f.breaks : f.continues).at(-1)!);
			break;
		case "return":
			begin(f, s.place);
			returnStatement(f, s.value);
			break;
		case "empty":
			begin(f, s.place);
			break;
		default:
			unreachable(s);
	}
	out.release(mark);
}

/** In a program that is watched the variables of a block end with it, but in a function with labels. */
function scoped(f: Flow, locals: readonly Local[], body: Statement, makes: () => void): void {
	if (f.room === null || locals.length === 0) makes();
	else f.room.block(locals, body, f.depths().size > 0, makes);
}

/** A chain of `else if` is made arm by arm: it may be long. */
function ifStatement(f: Flow, first: IfStatement): void {
	const { out } = f.g;
	const ends: Label[] = [];
	let rest: Statement | null = first;
	while (rest?.kind === "if") {
		const mark = out.inUse();
		begin(f, rest.place);
		const otherwise = out.label();
		f.g.branch(rest.condition, otherwise, false);
		statement(f, rest.then);
		if (rest.otherwise !== null) {
			const end = out.label();
			out.jump(end);
			ends.push(end);
		}
		out.bind(otherwise);
		out.release(mark);
		rest = rest.otherwise;
	}
	if (rest !== null) statement(f, rest);
	for (const end of ends.reverse()) out.bind(end);
}

function labelled(f: Flow, first: LabelStatement | CaseStatement): void {
	const { out } = f.g;
	let rest: Statement = first;
	for (; rest.kind === "label" || rest.kind === "case"; rest = rest.body) {
		out.bind(rest.kind === "case" ? f.cases.get(rest.label)! : labelOf(f, rest.name));
		if (rest.kind === "case") continue;
		// Who comes back from below a variable length array has left its scope.
		if (f.levels.length > 0) out.emit("SETSP", f.levels.at(-1)!);
		if (f.library) out.emit("TICK");
	}
	statement(f, rest);
}

function labelOf(f: Flow, name: string): Label {
	const known = f.labels.get(name);
	if (known !== undefined) return known;
	const label = f.g.out.label();
	f.labels.set(name, label);
	return label;
}

/** The body at the top, then at `test` whatever `goOn` emits, which may jump back to the top. */
function loop(f: Flow, body: Statement, test: Label, goOn: (top: Label) => void): void {
	const { out } = f.g;
	const top = out.label();
	const end = out.label();
	out.bind(top);
	inside(f, body, test, end);
	out.bind(test);
	goOn(top);
	out.bind(end);
}

function inside(f: Flow, body: Statement, next: Label, end: Label): void {
	const allocations = f.allocations.length;
	f.breaks.push({ label: end, allocations });
	f.continues.push({ label: next, allocations });
	statement(f, body);
	f.breaks.pop();
	f.continues.pop();
}

function condition(f: Flow, e: Expression, place: Span, top: Label): void {
	begin(f, place);
	if (f.library) f.g.out.emit("TICK");
	f.g.branch(e, top, true);
}

function forLoop(f: Flow, s: ForStatement): void {
	const { g } = f;
	const { out } = g;
	const start = out.pc;
	for (const item of s.start) statement(f, item);
	const test = out.label();
	const next = out.label();
	if (s.condition !== null) out.jump(test);
	loop(f, s.body, next, (top) => {
		if (s.step !== null) {
			begin(f, s.step.place);
			g.effect(s.step);
		}
		out.bind(test);
		if (s.condition !== null) condition(f, s.condition, s.condition.place, top);
		else {
			if (f.library) out.emit("TICK");
			else if (s.step === null) begin(f, s.place);
			out.jump(top);
		}
	});
	f.scope(s.locals, start);
}

function openAt(f: Flow, label: string): number {
	const here = f.allocations.length;
	return here === 0 ? 0 : (f.depths().get(label) ?? here);
}

function leaveTo(f: Flow, { label, allocations }: Exit): void {
	if (f.allocations.length > allocations) f.g.out.emit("SETSP", f.allocations[allocations]!);
	f.g.out.jump(label);
}

function returnStatement(f: Flow, value: Expression | null): void {
	const { g } = f;
	const { out } = g;
	if (value === null) out.emit("RET");
	else if (value.type.kind === "void") {
		g.effect(value);
		out.emit("RET");
	} else if (value.type.kind === "record") {
		copyRecord(g, HEAD_WORDS, g.value(value), sizeOf(f.result));
		out.emit("RET");
	} else {
		const slot = g.value(value);
		out.emit(wordsOf(value.type) === 2 ? "RET2" : "RET1", slot);
	}
}

// ---- switch ----

/** A jump table is made when at least one in four of its entries is used. */
const DENSITY = 4;

function switchStatement(f: Flow, s: SwitchStatement): void {
	const { g } = f;
	const { out } = g;
	begin(f, s.place);
	const end = out.label();
	for (const label of s.cases) f.cases.set(label, out.label());
	if (s.default !== null) f.cases.set(s.default, out.label());
	const otherwise = s.default === null ? end : f.cases.get(s.default)!;
	const value = g.value(s.value);
	if (!isWide(s.value.type) && isDense(s)) table(f, s, value, otherwise);
	else {
		const sorted = [...s.cases].sort((a, b) => (a.low < b.low ? -1 : 1));
		search(f, s.value.type, value, sorted, otherwise);
	}
	f.breaks.push({ label: end, allocations: f.allocations.length });
	statement(f, s.body);
	f.breaks.pop();
	out.bind(end);
}

function isDense({ cases }: SwitchStatement): boolean {
	if (cases.length < 4) return false;
	const low = cases.reduce((a, b) => (b.low < a ? b.low : a), cases[0]!.low);
	const high = cases.reduce((a, b) => (b.high > a ? b.high : a), cases[0]!.high);
	return high - low < BigInt(cases.length * DENSITY);
}

function table({ g, cases: labels }: Flow, { cases }: SwitchStatement, slot: number, otherwise: Label): void {
	const low = cases.reduce((a, b) => (b.low < a ? b.low : a), cases[0]!.low);
	const high = cases.reduce((a, b) => (b.high > a ? b.high : a), cases[0]!.high);
	const targets: Label[] = new Array(Number(high - low) + 1).fill(otherwise);
	for (const label of cases)
		targets.fill(labels.get(label)!, Number(label.low - low), Number(label.high - low) + 1);
	g.out.table(slot, Number(BigInt.asIntN(32, low)), targets, otherwise);
}

/** Binary search among sorted labels, down to a few comparisons in a row. */
function search(f: Flow, type: CType, slot: number, cases: readonly CaseLabel[], otherwise: Label): void {
	const { out } = f.g;
	if (cases.length > 4) {
		const middle = cases.length >> 1;
		const upper = out.label();
		jumpUnlessBelow(f, type, slot, cases[middle]!.low, upper);
		search(f, type, slot, cases.slice(0, middle), otherwise);
		out.bind(upper);
		search(f, type, slot, cases.slice(middle), otherwise);
		return;
	}
	for (const label of cases) {
		const target = f.cases.get(label)!;
		const next = out.label();
		if (label.low === label.high) jumpIfEqual(f, type, slot, label.low, target);
		else {
			jumpIfBelow(f, type, slot, label.low, next);
			jumpUnlessBelow(f, type, slot, label.high + 1n, next);
			out.jump(target);
		}
		out.bind(next);
	}
	out.jump(otherwise);
}

function jumpIfEqual({ g }: Flow, type: CType, slot: number, constant: bigint, label: Label): void {
	const { out } = g;
	if (!isWide(type)) out.compareBranch("JEQI", slot, Number(BigInt.asIntN(32, constant)), label);
	else withConstant(g, type, constant, (held) => out.compareBranch("JEQ2", slot, held, label));
}

function jumpIfBelow({ g }: Flow, type: CType, slot: number, constant: bigint, label: Label): void {
	const name = `JLT${isUnsigned(type) ? "U" : ""}${isWide(type) ? "2" : ""}` as const;
	withConstant(g, type, constant, (held) => g.out.compareBranch(name, slot, held, label));
}

function jumpUnlessBelow({ g }: Flow, type: CType, slot: number, constant: bigint, label: Label): void {
	const name = `JLE${isUnsigned(type) ? "U" : ""}${isWide(type) ? "2" : ""}` as const;
	withConstant(g, type, constant, (held) => g.out.compareBranch(name, held, slot, label));
}

function withConstant(g: Generator, type: CType, constant: bigint, use: (slot: number) => void): void {
	const mark = g.out.inUse();
	const slot = g.out.temporary(wordsOf(type));
	constantInto(g, slot, constant, isWide(type));
	use(slot);
	g.out.release(mark);
}
