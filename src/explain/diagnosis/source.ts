// The program's text, as far as a diagnosis reads it: its lines, and the tree that a parser makes of it however it is laid out.
import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/cpp";
import type { Place } from "../../kernel/index.ts";
import type { NamedProgram } from "../../timeline/index.ts";

type File = NamedProgram["files"][number];

/** One file of C. Lines are counted from 1, as places count them. */
export interface Source {
	readonly lines: readonly string[];
	/** The lines with blanks for comments and for what strings hold: what is left stands in its columns. */
	readonly code: readonly string[];
	readonly text: string;
	readonly tree: Tree;
	/** Where each line begins in the text. */
	readonly begins: readonly number[];
}

const EMPTY: File = { path: "", text: "" };
const parsed = new WeakMap<File, Source>();

/** The text of every file. */
export function textsOf(programs: readonly NamedProgram[]): readonly string[] {
	return programs.flatMap(({ files }) => files).map(({ text }) => text);
}

/** A file of the programs; empty when it is not at hand. */
export function sourceOf(programs: readonly NamedProgram[], path: string): Source {
	return sourceOfFile(programs.flatMap(({ files }) => files).find((file) => file.path === path) ?? EMPTY);
}

/** Each file is parsed once. The parser is the editor's: it finds its way through what does not compile, too. */
export function sourceOfFile(file: File): Source {
	const known = parsed.get(file);
	if (known !== undefined) return known;
	const { text } = file;
	const tree = parser.parse(text);
	const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
	const begins = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	const code = withoutWords(text, tree)
		.split("\n")
		.map((line) => line.replace(/\r$/, ""));
	const source = { lines, code, text, tree, begins };
	parsed.set(file, source);
	return source;
}

const WORDS: ReadonlySet<string> = new Set(["LineComment", "BlockComment", "String", "CharLiteral"]);

function withoutWords(text: string, tree: Tree): string {
	let code = "";
	let at = 0;
	tree.iterate({
		enter({ name, from, to }) {
			if (!WORDS.has(name)) return;
			const edge = name.endsWith("Comment") ? 0 : 1;
			code += text.slice(at, from + edge) + text.slice(from + edge, to - edge).replace(/[^\n]/g, " ");
			at = to - edge;
		},
	});
	return code + text.slice(at);
}

/** What is written on a line, with what goes on with it below, in one line without comments; empty when there is none. */
export function codeAt(programs: readonly NamedProgram[], place: Place | null): string {
	if (place === null) return "";
	const source = sourceOf(programs, place.file);
	const { line } = place;
	const parts = beginningOn(source, line, IN_ONE_PIECE).map(({ to }) => lineOf(source, to - 1));
	return inOneLine(source.code.slice(line - 1, Math.max(line, ...parts)).join("\n"));
}

/** The ends of lines and what indents the next are one blank. */
export function inOneLine(code: string): string {
	return code.replace(/\s*\n\s*/g, " ").trim();
}

/** A text as the pattern of a regular expression that finds just that text. */
export function literally(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The place where a line first matches, as a place in its file; null when none does. */
export function findLine(programs: readonly NamedProgram[], pattern: RegExp): Place | null {
	for (const file of programs.flatMap(({ files }) => files)) {
		const line = sourceOfFile(file).code.findIndex((one) => pattern.test(one));
		if (line >= 0) return { file: file.path, line: line + 1 };
	}
	return null;
}

// ---- the tree ----

/** The line, counted from 1, on which a place in the text stands. */
export function lineOf({ begins }: Source, at: number): number {
	let low = 0;
	let high = begins.length;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((begins[middle] ?? 0) <= at) low = middle;
		else high = middle;
	}
	return low + 1;
}

/** What is written between two places, as `Source.code` has it. */
export function codeOf(source: Source, { from, to }: { readonly from: number; readonly to: number }): string {
	const first = lineOf(source, from);
	const last = lineOf(source, to);
	const lines = source.code.slice(first - 1, last);
	const end = to - (source.begins[last - 1] ?? 0);
	const cut = lines.map((line, i) => (i === lines.length - 1 ? line.slice(0, end) : line));
	return cut
		.map((line, i) => (i === 0 ? line.slice(from - (source.begins[first - 1] ?? 0)) : line))
		.join("\n");
}

/** The nodes around the first word of a line, innermost first. */
function around(source: Source, line: number): readonly SyntaxNode[] {
	const column = (source.code[line - 1] ?? "").search(/\S/);
	if (column < 0) return [];
	const nodes: SyntaxNode[] = [];
	const at = (source.begins[line - 1] ?? 0) + column;
	for (let node: SyntaxNode | null = source.tree.resolveInner(at, 1); node !== null; node = node.parent)
		nodes.push(node);
	return nodes;
}

/** The nodes of these kinds that begin on a line, in the order of the text. */
function beginningOn(source: Source, line: number, kinds: ReadonlySet<string>): readonly SyntaxNode[] {
	const found: SyntaxNode[] = [];
	const from = source.begins[line - 1] ?? 0;
	const to = source.begins[line] ?? source.text.length + 1;
	source.tree.iterate({
		from,
		to: to - 1,
		enter(node) {
			if (kinds.has(node.name) && node.from >= from && node.from < to) found.push(node.node);
		},
	});
	return found;
}

const LOOPS: ReadonlySet<string> = new Set(["WhileStatement", "ForStatement", "DoStatement"]);
const HEADS: ReadonlySet<string> = new Set([...LOOPS, "IfStatement", "SwitchStatement"]);
const STATEMENTS: ReadonlySet<string> = new Set([
	...HEADS,
	"ExpressionStatement",
	"Declaration",
	"ReturnStatement",
	"BreakStatement",
	"ContinueStatement",
	"GotoStatement",
	"LabeledStatement",
	"CompoundStatement",
]);

const IN_ONE_PIECE: ReadonlySet<string> = new Set([
	"ExpressionStatement",
	"Declaration",
	"ReturnStatement",
	"ConditionClause",
]);

/** Lines, counted from 1, of a thing's first and last word, and where it stands in the text. */
export interface Stretch {
	readonly first: number;
	readonly last: number;
	readonly from: number;
	readonly to: number;
}

export interface Loop extends Stretch {
	/** What is asked before each round, without the brackets; of a `for` all that is written in them. */
	readonly head: string;
}

export interface Statement extends Stretch {
	/** Whether it is the body of an `if` or a loop, without braces of its own. */
	readonly unbraced: boolean;
	/** Whether it is a block in braces. */
	readonly block: boolean;
	/** How many loops it is in. */
	readonly loops: number;
}

function stretch(source: Source, { from, to }: SyntaxNode): Stretch {
	return { first: lineOf(source, from), last: lineOf(source, to - 1), from, to };
}

/** The loops around a line inside its function, innermost first; with those that begin on it. */
export function loopsAround(source: Source, line: number): readonly Loop[] {
	return nodesAround(source, line, LOOPS).map((node) => ({
		...stretch(source, node),
		head: headOf(source, node),
	}));
}

/** The lines of `if`, `while`, `for` and their like around a line inside its function, innermost first. */
export function headsAround(source: Source, line: number): readonly number[] {
	return nodesAround(source, line, HEADS).map(({ from }) => lineOf(source, from));
}

function nodesAround(source: Source, line: number, kinds: ReadonlySet<string>): readonly SyntaxNode[] {
	const outer = around(source, line).filter(({ name }) => kinds.has(name));
	const known = new Set(outer.map(({ from }) => from));
	const begun = beginningOn(source, line, kinds).filter(({ from }) => !known.has(from));
	return [...begun.reverse(), ...outer];
}

function headOf(source: Source, node: SyntaxNode): string {
	const condition = node.getChild("ConditionClause") ?? node.getChild("ParenthesizedExpression");
	if (condition !== null) return codeOf(source, { from: condition.from + 1, to: condition.to - 1 });
	const open = node.getChild("(");
	const close = node.getChild(")");
	return open === null || close === null ? "" : codeOf(source, { from: open.to, to: close.from });
}

export interface Call {
	/** Of the function, as it is written. */
	readonly name: string;
	readonly line: number;
	/** The whole call. */
	readonly text: string;
}

/** The calls within a stretch, in the order of the text. */
export function callsIn(source: Source, { from, to }: Pick<Stretch, "from" | "to">): readonly Call[] {
	const calls: Call[] = [];
	source.tree.iterate({
		from,
		to,
		enter(node) {
			if (node.name !== "CallExpression" || node.from < from || node.to > to) return;
			const name = node.node.getChild("Identifier");
			if (name === null) return;
			const text = source.text.slice(node.from, node.to);
			calls.push({ name: source.text.slice(name.from, name.to), line: lineOf(source, node.from), text });
		},
	});
	return calls;
}

/** A function of the program, from its head to its closing brace. */
export function definitionOf(source: Source, name: string): Stretch | null {
	for (const node of source.tree.topNode.getChildren("FunctionDefinition"))
		if (nameOf(source, node) === name) return stretch(source, node);
	return null;
}

function nameOf(source: Source, definition: SyntaxNode): string {
	let node: SyntaxNode | null = definition;
	while (node !== null && node.name !== "Identifier")
		node =
			node.getChild("PointerDeclarator") ??
			node.getChild("FunctionDeclarator") ??
			node.getChild("Identifier");
	return node === null ? "" : source.text.slice(node.from, node.to);
}

/** An array as a function declares it. */
export interface ArrayDeclared extends Stretch {
	readonly name: string;
	readonly line: number;
	/** What stands between the brackets. */
	readonly lengths: readonly string[];
}

/** The arrays that a function declares, in the order of the text. */
export function arraysOf(source: Source, inside: string): readonly ArrayDeclared[] {
	return declaratorsIn(source, inside, "ArrayDeclarator").flatMap((outer) => {
		const lengths: string[] = [];
		let node: SyntaxNode | null = outer;
		for (; node?.name === "ArrayDeclarator"; node = node.firstChild) {
			const open = node.getChild("[");
			const close = node.getChild("]");
			if (open === null || close === null) return [];
			lengths.unshift(inOneLine(codeOf(source, { from: open.to, to: close.from })));
		}
		if (node?.name !== "Identifier") return [];
		const place = stretch(source, outer);
		return [{ ...place, line: place.first, name: source.text.slice(node.from, node.to), lengths }];
	});
}

/** Whether a variable of a function is declared without a value, and nothing between there and a later declaration names it. */
export function withoutValue(source: Source, name: string, inside: string, later: ArrayDeclared): boolean {
	const isReached = (node: SyntaxNode) =>
		node.parent?.name === "Declaration" &&
		node.to <= later.from &&
		later.to <= (node.parent.parent?.to ?? 0) &&
		textOf(source, node) === name;
	const node = declaratorsIn(source, inside, "Identifier").findLast(isReached);
	if (node === undefined || /^(static|extern)\b/.test(textOf(source, node.parent ?? node))) return false;
	if (new RegExp(`\\b${name}\\b`).test(codeOf(source, { from: node.to, to: later.from }))) return false;
	// In a second round of a loop it may have a value.
	return !loopsAround(source, later.line).some(
		({ from, to }) => node.to <= from && from <= later.from && later.to <= to,
	);
}

function textOf({ text }: Source, { from, to }: SyntaxNode): string {
	return text.slice(from, to);
}

/** The parts of this kind of a function's declarations, each whole. */
function declaratorsIn(source: Source, inside: string, kind: string): readonly SyntaxNode[] {
	const body = definitionOf(source, inside);
	const found: SyntaxNode[] = [];
	if (body === null) return found;
	source.tree.iterate({
		from: body.from,
		to: body.to,
		enter({ name, node }) {
			if (name === kind && /^(Init|Pointer)?Declarat(ion|or)$/.test(node.parent?.name ?? ""))
				found.push(node);
		},
	});
	return found;
}

/** The last line of the function around a line. */
export function functionEnd(source: Source, line: number): number {
	const body = around(source, line).findLast(({ name }) => name === "CompoundStatement");
	return body === undefined ? source.lines.length : lineOf(source, body.to - 1);
}

/** The innermost statement that a line belongs to: it begins there, or goes on there; null outside functions. */
export function statementAt(source: Source, line: number): Statement | null {
	const node = around(source, line).find(isStatement);
	return node === undefined ? null : statement(source, node);
}

/** The statements that begin on a line, in the order of the text. */
export function statementsOn(source: Source, line: number): readonly Statement[] {
	return beginningOn(source, line, STATEMENTS)
		.filter(isStatement)
		.map((node) => statement(source, node));
}

/** What stands in the head of a `for` is none. */
function isStatement(node: SyntaxNode): boolean {
	if (!STATEMENTS.has(node.name)) return false;
	const { parent } = node;
	return (
		parent !== null &&
		(parent.name !== "ForStatement" || node.nextSibling === null) &&
		parent.name !== "Program"
	);
}

const BODY_OF: ReadonlySet<string> = new Set(["IfStatement", ...LOOPS]);

function statement(source: Source, node: SyntaxNode): Statement {
	const block = node.name === "CompoundStatement";
	return {
		...stretch(source, node),
		block,
		loops: loopsOver(node),
		unbraced: !block && BODY_OF.has(node.parent?.name ?? ""),
	};
}

function loopsOver(node: SyntaxNode): number {
	let loops = 0;
	for (let outer = node.parent; outer !== null; outer = outer.parent) if (LOOPS.has(outer.name)) loops++;
	return loops;
}

/** The block in braces that a line stands in, from brace to brace; null outside functions. */
export function blockAround(source: Source, line: number): Stretch | null {
	const at = source.begins[line - 1] ?? 0;
	const node = around(source, line).find(({ name, from }) => name === "CompoundStatement" && from < at);
	return node === undefined ? null : stretch(source, node);
}

/** The statements of a block that come after a place in it. */
export function statementsAfter(source: Source, { to }: Stretch): readonly Statement[] {
	const found: Statement[] = [];
	let node = source.tree.resolveInner(to, -1) as SyntaxNode | null;
	while (node !== null && node.to <= to && (node.parent?.to ?? 0) <= to) node = node.parent;
	for (let next = node?.nextSibling ?? null; next !== null; next = next.nextSibling)
		if (isStatement(next)) found.push(statement(source, next));
	return found;
}

/** The `if` around a line whose condition matches, the line standing in what is done when it is true; as a stretch of that part. */
export function branchAround(source: Source, line: number, condition: RegExp): Stretch | null {
	let inner: SyntaxNode | null = null;
	for (const node of around(source, line)) {
		const asked = node.name === "IfStatement" ? node.getChild("ConditionClause") : null;
		if (
			asked !== null &&
			inner !== null &&
			thenOf(node)?.from === inner.from &&
			condition.test(codeOf(source, asked))
		)
			return stretch(source, inner);
		inner = node;
	}
	return null;
}

/** What an `if` does when its condition is true. */
function thenOf(node: SyntaxNode): SyntaxNode | null {
	for (let child = node.firstChild; child !== null; child = child.nextSibling)
		if (STATEMENTS.has(child.name)) return child;
	return null;
}

/** Whether a process that stands here reads on until the end: its call is the condition of a loop, or inside one. */
export function readsToTheEnd(programs: readonly NamedProgram[], place: Place | null): boolean {
	return place !== null && loopsAround(sourceOf(programs, place.file), place.line).length > 0;
}

/** Calls of functions whose name matches, that begin on a line. */
function callsOn(source: Source, line: number, names: RegExp): readonly SyntaxNode[] {
	return beginningOn(source, line, new Set(["CallExpression"])).filter((node) => {
		const name = node.getChild("Identifier");
		return name !== null && names.test(source.text.slice(name.from, name.to));
	});
}

/** What a value goes through without being looked at. */
const AROUND_VALUES: ReadonlySet<string> = new Set(["CastExpression", "ParenthesizedExpression"]);

function useOf(call: SyntaxNode): SyntaxNode | null {
	let use = call.parent;
	while (use !== null && (AROUND_VALUES.has(use.name) || isVoidOfNot(use))) use = use.parent;
	return use;
}

/** `(void)!write(…)`: what one writes so that gcc does not warn. */
function isVoidOfNot(node: SyntaxNode): boolean {
	return node.name === "UnaryExpression" && node.parent?.name === "CastExpression";
}

/** Whether a call on a line does nothing with what it returns. */
export function resultIgnored(source: Source, line: number, call: string): boolean {
	const names = new RegExp(`^(?:${call})$`);
	return callsOn(source, line, names).some((node) => useOf(node)?.name === "ExpressionStatement");
}

/** Whether nobody looks at what a call returns: it is ignored, or put into a variable that is never compared. */
export function resultUnseen(programs: readonly NamedProgram[], place: Place | null, call: string): boolean {
	if (place === null) return false;
	const source = sourceOf(programs, place.file);
	if (resultIgnored(source, place.line, call)) return true;
	const names = new RegExp(`^(?:${call})$`);
	return callsOn(source, place.line, names).some((node) => {
		const use = useOf(node);
		const kept =
			use?.name === "InitDeclarator" ||
			(use?.name === "AssignmentExpression" && use.parent?.name === "ExpressionStatement");
		const variable = kept ? use?.getChild("Identifier") : null;
		return variable != null && !isCompared(source, source.text.slice(variable.from, variable.to));
	});
}

const COMPARISONS = /^(?:[<>]=?|[=!]=)$/;

/** Whether a variable is compared somewhere, or a condition itself. */
function isCompared(source: Source, variable: string): boolean {
	let found = false;
	source.tree.iterate({
		enter({ name, node, from, to }) {
			if (found || name !== "Identifier" || source.text.slice(from, to) !== variable) return;
			const { parent } = node;
			const compare = parent?.getChild("CompareOp") ?? null;
			found =
				(compare !== null && COMPARISONS.test(source.text.slice(compare.from, compare.to))) ||
				parent?.getChild("LogicOp") != null ||
				parent?.name === "UnaryExpression" ||
				parent?.name === "ConditionClause" ||
				parent?.name === "ConditionalExpression";
		},
	});
	return found;
}
