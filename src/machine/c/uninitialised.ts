// Locals that are read and never given a value: a warning at the first reading.
import type { Span } from "../../base/index.ts";
import { noteAt } from "./diagnostics.ts";
import type { FunctionContext, Parser } from "./parser.ts";
import type { BlockStatement, Cast, CompoundAssign, Increment, Load, Local, LocalPlace } from "./tree.ts";
import { isScalar, VOLATILE } from "./types.ts";

/**
 * Warns of scalars without initialiser whose value is read although nothing in the function assigns to them or takes
 * their address. After an error nothing is said: the assignment may be lost.
 */
export function warnOfUninitialised(p: Parser, inside: FunctionContext, body: BlockStatement): void {
	if (p.reporter.errors > 0) return;
	const suspects = new Set(inside.locals.filter((local) => isSuspect(local, inside)));
	if (suspects.size === 0) return;
	const read = new Map<Local, Span>();
	look(body, suspects, read);
	for (const [local, place] of read) {
		if (suspects.has(local))
			p.reporter.warning(
				`variable '${local.name}' is uninitialized when used here`,
				place,
				noteAt("nothing gives it a value", local.place),
			);
	}
}

function isSuspect(local: Local, { initialised, used }: FunctionContext): boolean {
	const { declared, hidden, parameter } = local;
	if (hidden || parameter || initialised.has(local) || !used.has(local)) return false;
	return isScalar(declared) && (declared.qualifiers & VOLATILE) === 0;
}

/** Members of the tree that hold no part of the function. */
const BESIDE: ReadonlySet<string> = new Set("type place symbol member computed declared end".split(" "));

/** Any part of the tree; its members are looked at by name. */
type Part =
	| Partial<Cast>
	| Partial<CompoundAssign>
	| Partial<Increment>
	| Partial<Load>
	| Partial<LocalPlace>;

/** Notes where each suspect is read first; one that is mentioned in any other way is no suspect any more. */
function look(whole: unknown, suspects: Set<Local>, read: Map<Local, Span>): void {
	const ahead = [whole];
	while (ahead.length > 0 && suspects.size > 0) {
		const part = ahead.pop();
		if (typeof part !== "object" || part === null) continue;
		if (Array.isArray(part)) {
			for (let i = part.length - 1; i >= 0; i--) ahead.push(part[i]);
			continue;
		}
		const node = part as Part;
		if ((node.kind === "compound-assign" || node.kind === "increment") && node.target?.kind === "local") {
			// `x += 1` and `x++` read x before they give it a value.
			if (!read.has(node.target.local)) read.set(node.target.local, node.target.place);
			if (node.kind === "compound-assign") ahead.push(node.value);
		} else if (node.kind === "local") {
			if (node.local !== undefined) suspects.delete(node.local);
		} else if (node.kind === "load" && node.from?.kind === "local") {
			if (!read.has(node.from.local)) read.set(node.from.local, node.from.place);
			// `(void)x` says that x is not used on purpose.
		} else if (node.kind !== "cast" || node.type?.kind !== "void" || node.operand?.kind !== "load") {
			pushParts(node, ahead);
		}
	}
}

/** The parts of a node, so that the first is taken first: this runs for every node of every function. */
function pushParts(node: Part, ahead: unknown[]): void {
	let low = ahead.length;
	for (const name in node) {
		const value = (node as Readonly<Record<string, unknown>>)[name];
		if (typeof value === "object" && value !== null && !BESIDE.has(name)) ahead.push(value);
	}
	for (let high = ahead.length - 1; low < high; low++, high--) {
		const value = ahead[low];
		ahead[low] = ahead[high];
		ahead[high] = value;
	}
}
