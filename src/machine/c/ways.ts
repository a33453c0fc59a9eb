// The ways that control can take through a function, with what becomes of some of its variables on them.

import type { Span } from "../../base/index.ts";
import { neverReturns } from "./flow.ts";
import { truthOf } from "./fold.ts";
import { truthOfBoth } from "./foregone.ts";
import type { Parser } from "./parser.ts";
import type {
	BlockStatement,
	Call,
	CaseLabel,
	Conditional,
	Expression,
	ForStatement,
	IfStatement,
	Initialiser,
	Local,
	LValue,
	Statement,
	SwitchStatement,
} from "./tree.ts";
import { CONST } from "./types.ts";

/**
 * What happens to a variable: its scope begins, its value is read, or passed on as a pointer to what is const, it may
 * have been given one.
 */
export interface Happening {
	readonly what: "begin" | "read" | "pass" | "give";
	readonly local: Local;
	readonly place: Span;
}

/** A way from one stretch to another. */
export interface Way {
	readonly to: Stretch;
	/** What must hold for it to be taken, `'if' condition is false`, and where that is decided; null: not to be said. */
	readonly whenever: { readonly text: string; readonly place: Span } | null;
}

/** What is always done from its beginning to its end. */
export interface Stretch {
	readonly happenings: Happening[];
	readonly next: Way[];
	readonly before: Stretch[];
}

/** What a condition decides, in a message: when it holds and when it does not. */
interface Decision {
	readonly holds: string;
	readonly fails: string;
}

function decisionOf(name: string): Decision {
	return { holds: `'${name}' condition is true`, fails: `'${name}' condition is false` };
}

function loopDecision(name: string): Decision {
	return { holds: `'${name}' loop is entered`, fails: `'${name}' loop exits because its condition is false` };
}

const IF = decisionOf("if");
const CHOICE = decisionOf("?:");
const WHILE = loopDecision("while");
const FOR = loopDecision("for");
const DO: Decision = {
	holds: "'do' condition is true",
	fails: "'do' loop exits because its condition is false",
};

/** Functions that return once more, when there is no saying which variables have a value. */
const returnTwice: ReadonlySet<string> = new Set(["__builtin_setjmp", "getcontext", "setjmp", "vfork"]);

/** Expressions are followed so deep; a function with deeper ones has no ways. */
const DEEPEST = 300;

/** The first stretch of a function, from which all that can be reached is; null when the function is too deep. */
export function waysThrough(
	p: Parser,
	body: BlockStatement,
	addressed: readonly string[],
	of: ReadonlySet<Local>,
): Stretch | null {
	const ways = new Ways(p, of);
	return ways.through(body, addressed) ? ways.first : null;
}

function stretch(): Stretch {
	return { happenings: [], next: [], before: [] };
}

class Ways {
	readonly first = stretch();
	readonly #p: Parser;
	readonly #of: ReadonlySet<Local>;
	#at = stretch();
	readonly #labels = new Map<string | CaseLabel, Stretch>();
	readonly #computed: Stretch[] = [];
	#breaks: Stretch | null = null;
	#continues: Stretch | null = null;
	#depth = 0;
	#tooDeep = false;

	constructor(p: Parser, of: ReadonlySet<Local>) {
		this.#p = p;
		this.#of = of;
		link(this.first, this.#at);
	}

	/** Whether the function could be followed to its end. */
	through(body: BlockStatement, addressed: readonly string[]): boolean {
		this.#statement(body);
		for (const from of this.#computed) for (const name of addressed) link(from, this.#labelled(name));
		return !this.#tooDeep;
	}

	/** The stretch that begins at a label, by its name, or at that of a switch. */
	#labelled(label: string | CaseLabel): Stretch {
		const known = this.#labels.get(label);
		if (known !== undefined) return known;
		const begun = stretch();
		this.#labels.set(label, begun);
		return begun;
	}

	/** Goes on in a stretch that others may lead to. */
	#enter(next: Stretch): void {
		link(this.#at, next);
		this.#at = next;
	}

	/** Nothing leads to what follows, unless by a label. */
	#leave(to: Stretch | null): void {
		if (to !== null) link(this.#at, to);
		this.#at = stretch();
	}

	#note(what: Happening["what"], local: Local, place: Span): void {
		if (this.#of.has(local)) this.#at.happenings.push({ what, local, place });
	}

	#begin(locals: readonly Local[]): void {
		for (const local of locals) this.#note("begin", local, local.place);
	}

	// ---- statements ----

	#statement(given: Statement): void {
		let statement = given;
		for (; statement.kind === "label" || statement.kind === "case"; statement = statement.body)
			this.#enter(this.#labelled(statement.kind === "label" ? statement.name : statement.label));
		switch (statement.kind) {
			case "expression":
				this.#value(statement.expression);
				return;
			case "initialise":
				this.#initialiser(statement.initialiser);
				this.#note("give", statement.local, statement.place);
				return;
			case "allocate":
				this.#value(statement.size);
				return;
			case "block":
				this.#begin(statement.locals);
				for (const item of statement.items) this.#statement(item);
				return;
			case "if":
				this.#if(statement);
				return;
			case "while": {
				const body = stretch();
				const after = stretch();
				const test = stretch();
				this.#enter(test);
				this.#branch(statement.condition, body, after, WHILE);
				this.#at = body;
				this.#loop(statement.body, after, test);
				link(this.#at, test);
				this.#at = after;
				return;
			}
			case "do": {
				const body = stretch();
				const test = stretch();
				const after = stretch();
				this.#enter(body);
				this.#loop(statement.body, after, test);
				this.#enter(test);
				this.#branch(statement.condition, body, after, DO);
				this.#at = after;
				return;
			}
			case "for":
				this.#for(statement);
				return;
			case "switch":
				this.#switch(statement);
				return;
			case "goto":
				this.#leave(this.#labelled(statement.name));
				return;
			case "computed-goto":
				this.#value(statement.target);
				this.#computed.push(this.#at);
				this.#leave(null);
				return;
			case "break":
				this.#leave(this.#breaks);
				return;
			case "continue":
				this.#leave(this.#continues);
				return;
			case "return":
				if (statement.value !== null) this.#value(statement.value);
				this.#leave(null);
				return;
			default:
		}
	}

	/** There may be many `else if` in a row. */
	#if(first: IfStatement): void {
		const after = stretch();
		let rest: Statement | null = first;
		for (; rest?.kind === "if"; rest = rest.otherwise) {
			const then = stretch();
			const otherwise = stretch();
			this.#branch(rest.condition, then, otherwise, IF);
			this.#at = then;
			this.#statement(rest.then);
			link(this.#at, after);
			this.#at = otherwise;
		}
		if (rest !== null) this.#statement(rest);
		this.#enter(after);
	}

	#for({ start, locals, condition, step, body: given }: ForStatement): void {
		this.#begin(locals);
		for (const each of start) this.#statement(each);
		const test = stretch();
		const body = stretch();
		const next = stretch();
		const after = stretch();
		this.#enter(test);
		if (condition === null) link(this.#at, body);
		else this.#branch(condition, body, after, FOR);
		this.#at = body;
		this.#loop(given, after, next);
		this.#enter(next);
		if (step !== null) this.#value(step);
		link(this.#at, test);
		this.#at = after;
	}

	#loop(body: Statement, breaks: Stretch, continues: Stretch | null): void {
		const [outerBreaks, outerContinues] = [this.#breaks, this.#continues];
		this.#breaks = breaks;
		this.#continues = continues;
		this.#statement(body);
		this.#breaks = outerBreaks;
		this.#continues = outerContinues;
	}

	#switch(statement: SwitchStatement): void {
		const { value, cases, default: other, body } = statement;
		this.#value(value);
		const from = this.#at;
		const after = stretch();
		const known = value.kind === "integer" ? value.value : null;
		const taken = cases.filter(({ low, high }) => known === null || (low <= known && known <= high));
		for (const label of taken)
			link(from, this.#labelled(label), { text: "'switch' case is taken", place: label.place });
		if (known !== null ? taken.length === 0 : !this.#namesAll(statement)) {
			if (other === null) link(from, after);
			else link(from, this.#labelled(other), { text: "'switch' default is taken", place: other.place });
		}
		this.#at = stretch();
		this.#loop(body, after, this.#continues);
		this.#enter(after);
	}

	/** Whether a switch over an enumeration has a case for each of its values, and no default. */
	#namesAll({ value, cases, default: other }: SwitchStatement): boolean {
		if (other !== null) return false;
		const { type } = value.kind === "cast" ? value.operand : value;
		const constants = type.kind === "enum" ? this.#p.enumerations.get(type.enumeration) : undefined;
		if (constants === undefined) return false;
		for (const each of constants.values())
			if (!cases.some(({ low, high }) => low <= each && each <= high)) return false;
		return true;
	}

	// ---- conditions ----

	/** Computes a condition and goes on to one of two; `decision` null: both are the same, as its value alone counts. */
	#branch(e: Expression, holds: Stretch, fails: Stretch, decision: Decision | null): void {
		if (this.#depth > DEEPEST) {
			this.#tooDeep = true;
			return;
		}
		if (e.kind === "logical") {
			this.#depth++;
			const right = stretch();
			const own = decisionOf(e.operator);
			if (e.operator === "&&") this.#branch(e.left, right, fails, own);
			else this.#branch(e.left, holds, right, own);
			this.#at = right;
			const truth = truthOfBoth(e);
			if (truth === null) this.#branch(e.right, holds, fails, decision);
			else {
				this.#value(e.right);
				link(this.#at, truth ? holds : fails);
			}
			this.#depth--;
			return;
		}
		this.#value(e);
		if (decision === null) {
			link(this.#at, holds);
			return;
		}
		const truth = truthOf(e);
		const place = isForegone(e) ? null : e.place;
		if (truth !== false) link(this.#at, holds, place && { text: decision.holds, place });
		if (truth !== true) link(this.#at, fails, place && { text: decision.fails, place });
	}

	// ---- expressions ----

	#value(e: Expression): void {
		if (this.#depth > DEEPEST) this.#tooDeep = true;
		if (this.#tooDeep) return;
		this.#depth++;
		this.#parts(e);
		this.#depth--;
	}

	#parts(e: Expression): void {
		switch (e.kind) {
			case "load":
				if (e.from.kind === "local") this.#note("read", e.from.local, e.from.place);
				this.#place(e.from);
				return;
			case "address":
				if (e.of.kind === "local") this.#note("give", e.of.local, e.of.place);
				this.#place(e.of);
				return;
			case "assign":
				this.#value(e.value);
				this.#place(e.target);
				if (e.target.kind === "local") this.#note("give", e.target.local, e.place);
				return;
			case "compound-assign":
			case "increment":
				// `x += 1` and `x++` read x; what they make of nothing is no value either.
				if (e.target.kind === "local") this.#note("read", e.target.local, e.target.place);
				this.#place(e.target);
				if (e.kind === "compound-assign") this.#value(e.value);
				return;
			case "unary":
				this.#value(e.operand);
				return;
			case "cast":
				if (e.type.kind === "void") this.#dropped(e.operand);
				else this.#value(e.operand);
				return;
			case "binary":
			case "compare":
			case "comma":
			case "pointer-difference":
				this.#value(e.left);
				this.#value(e.right);
				return;
			case "pointer-add":
				this.#value(e.pointer);
				this.#value(e.index);
				return;
			case "logical": {
				const after = stretch();
				this.#branch(e, after, after, null);
				this.#at = after;
				return;
			}
			case "conditional":
				this.#conditional(e, (arm) => this.#value(arm));
				return;
			case "call":
				this.#call(e);
				return;
			case "statement-expression":
				this.#statement(e.body);
				if (e.result !== null) this.#value(e.result);
				return;
			default:
				this.#rare(e);
				return;
		}
	}

	#conditional({ condition, then, otherwise }: Conditional, arm: (e: Expression) => void): void {
		const holds = stretch();
		const fails = stretch();
		const after = stretch();
		this.#branch(condition, holds, fails, CHOICE);
		this.#at = holds;
		arm(then);
		link(this.#at, after);
		this.#at = fails;
		arm(otherwise);
		this.#enter(after);
	}

	/** `(void)x` says that x is not used on purpose. */
	#dropped(e: Expression): void {
		if (e.kind === "conditional") this.#conditional(e, (arm) => this.#dropped(arm));
		else if (e.kind !== "load" || e.from.kind !== "local") this.#value(e);
	}

	#call(call: Call): void {
		const { callee, arguments: given } = call;
		this.#value(callee);
		for (const argument of given) this.#argument(argument);
		if (neverReturns(call)) this.#leave(null);
		if (callee.kind !== "function-address" || !returnTwice.has(callee.symbol.name)) return;
		for (const local of this.#of) this.#note("give", local, call.place);
	}

	/** What is called gives no value to a variable of which it gets a pointer to const. */
	#argument(argument: Expression): void {
		let e = argument;
		while (e.kind === "cast" && e.operand.type.kind === "pointer") e = e.operand;
		if (argument.type.kind !== "pointer" || (argument.type.to.qualifiers & CONST) === 0)
			this.#value(argument);
		else if (e.kind === "load" && e.from.kind === "local") this.#note("pass", e.from.local, e.from.place);
		else if (e.kind !== "address" || e.of.kind !== "local") this.#value(argument);
	}

	#rare(e: Expression): void {
		switch (e.kind) {
			case "va-start":
			case "va-arg":
			case "va-end":
				this.#value(e.list);
				return;
			case "va-copy":
				this.#value(e.list);
				this.#value(e.source);
				return;
			case "alloca":
				this.#value(e.size);
				return;
			case "atomic-update":
				this.#given(e.target);
				this.#value(e.value);
				return;
			case "atomic-compare-exchange":
				this.#given(e.target);
				if (e.expected.kind === "place") this.#given(e.expected.place);
				else this.#value(e.expected.value);
				this.#value(e.desired);
				return;
			default:
		}
	}

	/** A place whose address is taken. */
	#given(place: LValue): void {
		if (place.kind === "local") this.#note("give", place.local, place.place);
		this.#place(place);
	}

	/** What is computed to find a place. */
	#place(place: LValue): void {
		switch (place.kind) {
			case "dereference":
				this.#value(place.pointer);
				return;
			case "member":
				this.#place(place.record);
				return;
			case "compound-literal":
				this.#initialiser(place.initialiser);
				return;
			case "temporary":
				this.#value(place.value);
				return;
			default:
		}
	}

	#initialiser({ entries }: Initialiser): void {
		for (const entry of entries) if (entry.kind === "value") this.#value(entry.value);
	}
}

function link(from: Stretch, to: Stretch, whenever: Way["whenever"] = null): void {
	from.next.push({ to, whenever });
	to.before.push(from);
}

/** Whether a condition is made of constants and const objects alone: only one of its ways is ever taken. */
function isForegone(e: Expression): boolean {
	switch (e.kind) {
		case "integer":
		case "floating":
			return true;
		case "load":
			return e.from.kind === "object" && (e.from.type.qualifiers & CONST) !== 0;
		case "unary":
		case "cast":
			return isForegone(e.operand);
		case "binary":
		case "compare":
			return isForegone(e.left) && isForegone(e.right);
		default:
			return false;
	}
}
