// Variables that one expression changes twice, or changes and reads, in no order that C knows (C11 6.5, 2).
import type { Span } from "../../base/index.ts";
import type { Parser } from "./parser.ts";
import type { Expression, Initialiser, Local, LValue, ObjectSymbol, Statement } from "./tree.ts";

type Variable = Local | ObjectSymbol;

/** One use of a variable; `settled`: done before the expression has its value. */
interface Use {
	readonly of: Variable;
	readonly change: boolean;
	readonly settled: boolean;
	readonly place: Span;
}

const NONE: readonly Use[] = [];

/** Expressions are looked at so deep: a sum of thousands of terms is not a place where somebody looks for this. */
const DEEPEST = 200;

/** Warns of them in each expression of the statement. */
export function warnOfUnsequenced(p: Parser, statement: Statement): void {
	const whole = (e: Expression | null) => {
		if (e !== null && changes(e) > 0) new Expressions(p).uses(e);
	};
	// A list of its own: thousands of statements may stand one in the other.
	const ahead: Statement[] = [statement];
	for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) ahead.push(...parts(next, whole));
}

/** Looks at the statement's own expressions; the statements in it, the last one first. */
function parts(statement: Statement, whole: (e: Expression | null) => void): readonly Statement[] {
	switch (statement.kind) {
		case "expression":
			whole(statement.expression);
			return [];
		case "initialise":
			inInitialiser(statement.initialiser, whole);
			return [];
		case "block":
			return [...statement.items].reverse();
		case "if": {
			const { condition, otherwise, then } = statement;
			whole(condition);
			return otherwise === null ? [then] : [otherwise, then];
		}
		case "for":
			whole(statement.condition);
			whole(statement.step);
			return [statement.body, ...statement.start];
		case "while":
		case "do":
			whole(statement.condition);
			return [statement.body];
		case "switch":
			whole(statement.value);
			return [statement.body];
		case "case":
		case "label":
			return [statement.body];
		case "return":
			whole(statement.value);
			return [];
		default:
			return [];
	}
}

function inInitialiser({ entries }: Initialiser, whole: (e: Expression) => void): void {
	for (const entry of entries) if (entry.kind === "value") whole(entry.value);
}

/** How many changes stand below the outermost one: most expressions have none, and nothing more is asked of them. */
function changes(e: Expression): number {
	switch (e.kind) {
		case "increment":
			return inPlace(e.target);
		case "assign":
		case "compound-assign":
			return inPlace(e.target) + count(e.value);
		default:
			return count(e);
	}
}

function count(e: Expression, depth = 0): number {
	if (depth > DEEPEST) return 0;
	const below = depth + 1;
	switch (e.kind) {
		case "increment":
		case "assign":
		case "compound-assign":
			return 1;
		case "load":
			return inPlace(e.from, below);
		case "address":
			return inPlace(e.of, below);
		case "unary":
		case "cast":
			return count(e.operand, below);
		case "binary":
		case "compare":
		case "logical":
		case "comma":
		case "pointer-difference":
			return count(e.left, below) + count(e.right, below);
		case "conditional":
			return count(e.condition, below) + count(e.then, below) + count(e.otherwise, below);
		case "pointer-add":
			return count(e.pointer, below) + count(e.index, below);
		case "call": {
			let all = count(e.callee, below);
			for (const argument of e.arguments) all += count(argument, below);
			return all;
		}
		case "statement-expression":
			return 1;
		default:
			return 0;
	}
}

function inPlace(place: LValue, depth = 0): number {
	if (place.kind === "dereference") return count(place.pointer, depth);
	return place.kind === "member" ? inPlace(place.record, depth) : 0;
}

/** One whole expression: what its parts use; each variable is told of once. */
class Expressions {
	readonly #p: Parser;
	readonly #told = new Set<Variable>();
	#depth = 0;

	constructor(p: Parser) {
		this.#p = p;
	}

	/** Everything that the expression uses, in the order of its text. */
	uses(e: Expression): readonly Use[] {
		if (this.#depth > DEEPEST) return NONE;
		this.#depth++;
		const all = this.#usesIn(e);
		this.#depth--;
		return all;
	}

	#usesIn(e: Expression): readonly Use[] {
		switch (e.kind) {
			case "load": {
				const variable = variableOf(e.from);
				return variable === null ? this.#address(e.from) : [use(variable, false, e.place)];
			}
			case "address":
				return this.#address(e.of);
			case "increment":
				return this.#change(e.target, NONE, e.place);
			case "assign":
				return this.#change(e.target, this.uses(e.value), e.place);
			case "compound-assign": {
				const variable = variableOf(e.target);
				const value = this.uses(e.value);
				const read = variable === null ? NONE : [use(variable, false, e.target.place)];
				return this.#change(e.target, this.#beside(read, value), e.place);
			}
			case "unary":
			case "cast":
				return this.uses(e.operand);
			case "binary":
			case "compare":
			case "pointer-difference":
				return this.#beside(this.uses(e.left), this.uses(e.right));
			case "pointer-add":
				return this.#beside(this.uses(e.pointer), this.uses(e.index));
			case "logical":
				return settled([...this.uses(e.left), ...this.uses(e.right)]);
			case "comma":
				return [...settled(this.uses(e.left)), ...this.uses(e.right)];
			case "conditional":
				return [...settled(this.uses(e.condition)), ...this.uses(e.then), ...this.uses(e.otherwise)];
			case "call":
				return settled(
					e.arguments.reduce((all, each) => this.#beside(all, this.uses(each)), this.uses(e.callee)),
				);
			case "statement-expression":
				warnOfUnsequenced(this.#p, e.body);
				if (e.result !== null) new Expressions(this.#p).uses(e.result);
				return NONE;
			default:
				return NONE;
		}
	}

	/** What is used to find a place. */
	#address(place: LValue): readonly Use[] {
		if (place.kind === "dereference") return this.uses(place.pointer);
		return place.kind === "member" ? this.#address(place.record) : NONE;
	}

	/** The change comes after the values from which it is made, but not after what else they change. */
	#change(target: LValue, value: readonly Use[], place: Span): readonly Use[] {
		const variable = variableOf(target);
		if (variable === null) return this.#beside(this.#address(target), value);
		const other = value.find((each) => each.of === variable && each.change && !each.settled);
		if (other !== undefined) this.#tell(other, true);
		return [...value, use(variable, true, place)];
	}

	/** Two parts of which neither comes first. */
	#beside(left: readonly Use[], right: readonly Use[]): readonly Use[] {
		if (left.length === 0) return right;
		for (const a of left) {
			const b = right.find((each) => each.of === a.of && (each.change || a.change));
			if (b !== undefined) this.#tell(a.change ? a : b, a.change && b.change);
		}
		return right.length === 0 ? left : [...left, ...right];
	}

	#tell({ of, place }: Use, twice: boolean): void {
		if (this.#told.has(of) || of.name === "") return;
		this.#told.add(of);
		this.#p.reporter.warning(
			twice
				? `multiple unsequenced modifications to '${of.name}'`
				: `unsequenced modification and access to '${of.name}'`,
			place,
			"C does not say which of them comes first: write them as statements of their own",
		);
	}
}

function use(of: Variable, change: boolean, place: Span): Use {
	return { of, change, settled: false, place };
}

function settled(uses: readonly Use[]): readonly Use[] {
	return uses.some((each) => !each.settled) ? uses.map((each) => ({ ...each, settled: true })) : uses;
}

function variableOf(place: LValue): Variable | null {
	if (place.kind === "local") return place.local;
	return place.kind === "object" ? place.symbol : null;
}
