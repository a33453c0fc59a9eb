// Locals whose value is read where they have none, as clang tells it: always, or on a way that must lead there.
import type { Span } from "../../base/index.ts";
import { noteAt } from "./diagnostics.ts";
import type { FunctionContext, Parser } from "./parser.ts";
import type { BlockStatement, Local } from "./tree.ts";
import { isScalar, VOLATILE } from "./types.ts";
import { type Happening, type Stretch, type Way, waysThrough } from "./ways.ts";

/**
 * Warns of scalars without initialiser whose value is read before anything assigns to them or takes their address. After
 * an error nothing is said: the assignment may be lost.
 */
export function warnOfUninitialised(p: Parser, inside: FunctionContext, body: BlockStatement): void {
	if (p.reporter.errors > 0) return;
	const suspects = new Map<Local, number>();
	for (const local of inside.locals) if (isSuspect(local, inside)) suspects.set(local, suspects.size);
	if (suspects.size === 0) return;
	const first = waysThrough(p, body, inside.addressed, new Set(suspects.keys()));
	if (first !== null) new Values(p, first, suspects).tell();
}

function isSuspect(local: Local, { initialised, used }: FunctionContext): boolean {
	const { declared, hidden, parameter } = local;
	if (hidden || parameter || initialised.has(local) || !used.has(local)) return false;
	return isScalar(declared) && (declared.qualifiers & VOLATILE) === 0;
}

/** What a variable may hold at a place, by the ways that lead there: a value, none, or either. */
const GIVEN = 1;
const NONE = 2;
const EITHER = GIVEN | NONE;

/** Functions with more stretches times variables are let alone. */
const ROOM = 8_000_000;

/** One reading of a variable without a value; the less sure, the later it is told. */
interface Reading {
	readonly local: Local;
	readonly place: Span;
	/** 0: always without; 1: without the first time; 2: without on the way `whenever`. */
	readonly doubt: 0 | 1 | 2;
	readonly whenever: Way["whenever"];
}

class Values {
	readonly #p: Parser;
	readonly #first: Stretch;
	readonly #suspects: ReadonlyMap<Local, number>;
	/** All stretches that can be reached, roughly in the order of control. */
	readonly #all: readonly Stretch[];
	/** What the variables hold at the end of each. */
	readonly #ends = new Map<Stretch, Uint8Array>();

	constructor(p: Parser, first: Stretch, suspects: ReadonlyMap<Local, number>) {
		this.#p = p;
		this.#first = first;
		this.#suspects = suspects;
		this.#all = reached(first);
	}

	/** Warns once of each variable, of the surest reading. */
	tell(): void {
		if (this.#all.length * this.#suspects.size > ROOM) return;
		this.#follow();
		const worst = new Map<Local, Reading>();
		for (const reading of this.#readings()) {
			const other = worst.get(reading.local);
			if (other === undefined || isBefore(reading, other)) worst.set(reading.local, reading);
		}
		for (const reading of worst.values()) this.#warn(reading);
	}

	#warn({ local, place, doubt, whenever }: Reading): void {
		const { reporter } = this.#p;
		if (doubt === 2)
			reporter.warning(
				`variable '${local.name}' is used uninitialized whenever ${whenever!.text}`,
				whenever!.place,
				noteAt("it is used here", place),
			);
		else
			reporter.warning(
				`variable '${local.name}' is uninitialized when used here`,
				place,
				noteAt(
					doubt === 0 ? "nothing gives it a value before" : "nothing gives it a value before the first round",
					local.place,
				),
			);
	}

	/** Goes over the ways until no end changes any more. */
	#follow(): void {
		for (const each of this.#all) this.#ends.set(each, new Uint8Array(this.#suspects.size));
		const waiting = new Set(this.#all);
		while (waiting.size > 0)
			for (const each of this.#all) {
				if (!waiting.delete(each)) continue;
				const now = this.#start(each);
				for (const { what, local } of each.happenings) setTo(now, this.#suspects.get(local)!, what);
				const end = this.#ends.get(each)!;
				if (now.every((value, i) => value === end[i])) continue;
				end.set(now);
				for (const { to } of each.next) waiting.add(to);
			}
	}

	#start(at: Stretch): Uint8Array {
		const values = new Uint8Array(this.#suspects.size);
		if (at === this.#first) values.fill(NONE);
		for (const before of at.before) {
			const end = this.#ends.get(before);
			if (end !== undefined) for (let i = 0; i < end.length; i++) values[i]! |= end[i]!;
		}
		return values;
	}

	*#readings(): Iterable<Reading> {
		for (const each of this.#all) {
			if (!each.happenings.some(({ what }) => what === "read" || what === "pass")) continue;
			const now = this.#start(each);
			for (const { what, local, place } of each.happenings) {
				const i = this.#suspects.get(local)!;
				if (what === "give" || what === "begin") setTo(now, i, what);
				else if (now[i] === NONE) yield { local, place, doubt: 0, whenever: null };
				else if (now[i] === EITHER && what === "read") {
					const found = this.#certain(each, i);
					if (found !== null) yield { local, place, ...found };
				}
			}
		}
	}

	/**
	 * Why a reading in `at` must meet a variable without a value although it may have one: because the way from the
	 * function's beginning leads there in any case, or that from a decision. A decision counts when one of its ways
	 * leads there and the variable has surely no value yet. null: the one that gives the value and the one that leads
	 * here may go together.
	 */
	#certain(at: Stretch, i: number): Pick<Reading, "doubt" | "whenever"> | null {
		// How many of the ways out of a stretch lead to the reading.
		const leading = new Map([[at, at.next.length]]);
		const ahead = [at];
		let always = false;
		for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
			if (next === this.#first) always = true;
			for (const before of next.before) {
				const end = this.#ends.get(before)?.[i];
				if (end === undefined || end === GIVEN) continue;
				if (end === EITHER && this.#ends.get(next)![i] === NONE) {
					always = true;
					continue;
				}
				const count = (leading.get(before) ?? 0) + 1;
				leading.set(before, count);
				if (count === before.next.length) ahead.push(before);
			}
		}
		if (always) return { doubt: 1, whenever: null };
		let first: Way["whenever"] = null;
		for (const [from, count] of leading) {
			if (count >= from.next.length || this.#ends.get(from)![i] !== NONE) continue;
			for (const { to, whenever } of from.next)
				if (whenever !== null && (leading.get(to) ?? -1) >= to.next.length)
					if (first === null || comesBefore(whenever.place, first.place)) first = whenever;
		}
		return first === null ? null : { doubt: 2, whenever: first };
	}
}

function setTo(values: Uint8Array, i: number, what: Happening["what"]): void {
	if (what === "give") values[i] = GIVEN;
	else if (what === "begin") values[i] = NONE;
}

function isBefore(a: Reading, b: Reading): boolean {
	return a.doubt === b.doubt ? comesBefore(a.place, b.place) : a.doubt < b.doubt;
}

function comesBefore(a: Span, b: Span): boolean {
	return a.line === b.line ? a.column < b.column : a.line < b.line;
}

/** All that can be reached from `first`, each before those it leads to, but for the ways back of loops. */
function reached(first: Stretch): Stretch[] {
	const found: Stretch[] = [];
	const seen = new Set([first]);
	const ahead = [{ at: first, way: 0 }];
	for (let top = ahead.at(-1); top !== undefined; top = ahead.at(-1)) {
		const to = top.at.next[top.way++]?.to;
		if (to === undefined) {
			found.push(top.at);
			ahead.pop();
		} else if (!seen.has(to)) {
			seen.add(to);
			ahead.push({ at: to, way: 0 });
		}
	}
	return found.reverse();
}
