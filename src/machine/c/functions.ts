// Function definitions, K&R ones too (C11 6.9.1).

import { attributes } from "./attributes.ts";
import { convert, integerConstant, isUnknown, quotedType } from "./conversions.ts";
import { type Declared, declareFunction } from "./declarations.ts";
import { adjusted, declarator, expectName, parameters } from "./declarators.ts";
import { noteAt } from "./diagnostics.ts";
import { fallsThrough } from "./flow.ts";
import { checkGotos } from "./jumps.ts";
import { writtenLabel } from "./local-labels.ts";
import { leavingMain } from "./main-line.ts";
import {
	accept,
	addLocal,
	current,
	expectSemicolon,
	type FunctionContext,
	is,
	type Parser,
} from "./parser.ts";
import { createScope, type Scope } from "./scope.ts";
import { specifiers, startsDeclaration } from "./specifiers.ts";
import { compoundStatement } from "./statements.ts";
import type { Token } from "./tokens.ts";
import type { BlockStatement, FunctionSymbol, Local, LValue, Statement } from "./tree.ts";
import {
	argumentPromoted,
	type CType,
	charType,
	compatible,
	type FunctionType,
	functionType,
	intType,
	isComplete,
	isInteger,
	type Parameter,
	sameType,
	sizeOf,
} from "./types.ts";
import { warnOfUninitialised } from "./uninitialised.ts";
import { warnOfUnsequenced } from "./unsequenced.ts";

// function = specifiers declarator declaration* compound
/** Reads a definition from its K&R declarations or its `{` on. */
export function functionDefinition(p: Parser, what: Declared): void {
	const { name, declarator: own } = what;
	const given = own.type as FunctionType;
	const old = own.oldNames.length > 0 ? oldParameters(p, own.oldNames) : null;
	const type = old === null ? given : functionType(given.result, old.map(passed), false, false);
	const symbol = declareFunction(p, what, true);
	checkDefinition(p, what, symbol, type);
	symbol.defined = true;
	symbol.definedAt = name;
	const inside = enterFunction(p, symbol, type);
	p.inside = inside;
	const scope = createScope(p.scope);
	const locals = declareParameters(p, what, type, scope);
	if (old !== null) narrowParameters(p, old, locals, scope);
	const prologue = inside.pending.splice(0);
	const body = compoundStatement(p, scope);
	p.inside = null;
	finishFunction(p, inside, name, locals, { ...body, items: [...prologue, ...body.items] });
}

function enterFunction(p: Parser, symbol: FunctionSymbol, type: FunctionType): FunctionContext {
	return {
		symbol,
		errorsBefore: p.reporter.errors,
		type,
		locals: [],
		used: new Set(),
		initialised: new Set(),
		blocks: [],
		pointedAt: new Set(),
		labels: new Map(),
		idleLabels: new Set(),
		ownLabels: [],
		gotos: [],
		variable: null,
		among: new Map(),
		addressed: [],
		switches: [],
		breakable: 0,
		continuable: 0,
		pending: [],
		name: null,
	};
}

function checkDefinition(p: Parser, what: Declared, symbol: FunctionSymbol, type: FunctionType): void {
	const { name, base } = what;
	if (symbol.defined && compatible(symbol.type, type))
		p.reporter.error(
			`redefinition of '${name.text}'`,
			name,
			noteAt("previous definition is here", symbol.definedAt ?? symbol.place),
		);
	if (base.storage === "typedef") p.reporter.error("a function definition cannot be a typedef", base.place);
	const { result } = type;
	if (result.kind !== "void" && !isComplete(result) && !isUnknown(result))
		p.reporter.error(`incomplete result type ${quotedType(result)} in function definition`, name);
	if (name.text === "main" && !isUnknown(result) && (result.kind !== "integer" || result.name !== "int"))
		p.reporter.warning(
			"return type of 'main' is not 'int'",
			base.place,
			...(result.kind === "void"
				? [
						"the exit status is 0 here; with gcc it is left to chance, often what the last call returned: write 'int main', and 'return 0;' at its end",
					]
				: []),
		);
	if (name.text === "main") checkMain(p, name, type);
	if (what.declarator.parametersAt === null)
		p.reporter.error(`the definition of '${name.text}' needs a parameter list`, name);
}

const MAIN = ["first parameter of 'main' (argument count)", "second parameter of 'main' (argument array)"];
const ENVIRONMENT = "third parameter of 'main' (environment)";

/** What main is given is an int and pointers to pointers: with any other kind of parameter it gets something else. */
function checkMain(p: Parser, name: Token, { parameters: given }: FunctionType): void {
	if (given.length === 1) p.reporter.warning("only one parameter on 'main' declaration", name);
	if (given.length > 3)
		p.reporter.error(`too many parameters (${given.length}) for 'main': must be 0, 2, or 3`, name);
	for (const [i, what] of [...MAIN, ENVIRONMENT].entries()) {
		const type = given[i]?.type;
		if (type === undefined || isUnknown(type)) continue;
		const text = `${what} must be of type '${i === 0 ? "int" : "char **"}'`;
		const target = type.kind === "pointer" && type.to.kind === "pointer" ? type.to.to : null;
		if (i === 0 ? sameType({ ...type, qualifiers: 0 }, intType) : target !== null && isPlainChar(target))
			continue;
		const fits = i === 0 ? isInteger(type) && sizeOf(type) === 4 : target !== null;
		p.reporter[fits ? "warning" : "error"](text, name);
	}
}

function isPlainChar(type: CType): boolean {
	return sameType({ ...type, qualifiers: 0 }, charType);
}

/** The parameters as locals, in order; the list is read again, for sizes in it count now. */
function declareParameters(p: Parser, what: Declared, type: FunctionType, scope: Scope): Local[] {
	const { name, declarator: own } = what;
	const locals = type.parameters.map((parameter) =>
		addLocal(p, parameter.name ?? "", parameter.type, name, {
			parameter: true,
			hidden: parameter.name === null,
		}),
	);
	for (const local of locals)
		if (!isComplete(local.type) && !isUnknown(local.type) && local.type.kind !== "void")
			p.reporter.error(`parameter '${local.name}' has incomplete type ${quotedType(local.type)}`, name);
	if (!type.prototype || own.parametersAt === null) {
		for (const local of locals) scope.names.set(local.name, { kind: "local", local, place: local.place });
		return locals;
	}
	const outer = p.scope;
	const { at } = p;
	p.scope = scope;
	p.at = own.parametersAt;
	parameters(p, p.tokens[own.parametersAt - 1]!, locals);
	p.scope = outer;
	p.at = at;
	return locals;
}

// ---- K&R ----

/** An argument of a function without a prototype comes with the default promotions. */
function passed({ name, type }: Parameter): Parameter {
	return { name, type: argumentPromoted(type) };
}

/** A parameter declared narrower than it is passed (char, short, float) is a variable of its own type. */
function narrowParameters(
	p: Parser,
	declared: readonly Parameter[],
	locals: readonly Local[],
	scope: Scope,
): void {
	for (const [i, { type }] of declared.entries()) {
		const given = locals[i]!;
		if (sameType(type, given.type)) continue;
		const { name, place } = given;
		const local = addLocal(p, name, type, place);
		p.inside!.used.add(local);
		const value = convert({ kind: "load", from: localPlace(given), type: given.type, place }, type);
		const expression = { kind: "assign", target: localPlace(local), value, type, place } as const;
		p.inside!.pending.push({ kind: "expression", expression, place });
		scope.names.set(name, { kind: "local", local, place });
	}
}

function localPlace(local: Local): LValue {
	return { kind: "local", local, type: local.type, place: local.place };
}

/** The declarations between a K&R parameter list and the body; what is not declared is int. */
function oldParameters(p: Parser, names: readonly Token[]): Parameter[] {
	const types = new Map<string, CType>();
	while (!is(p, "{") && startsDeclaration(p, current(p))) {
		const base = specifiers(p);
		do {
			const declared = declarator(p, base.type);
			const name = expectName(p, declared);
			attributes(p);
			if (!names.some((each) => each.text === name.text))
				p.reporter.error(`parameter named '${name.text}' is missing in the list`, name);
			types.set(name.text, adjusted(declared.type));
		} while (accept(p, ","));
		expectSemicolon(p, " at the end of the declaration");
	}
	return names.map((name) => ({ name: name.text, type: types.get(name.text) ?? intType }));
}

// ---- the end ----

function finishFunction(
	p: Parser,
	inside: FunctionContext,
	name: Token,
	locals: readonly Local[],
	body: BlockStatement,
): void {
	const { symbol, type } = inside;
	for (const goto of inside.gotos)
		if (!inside.labels.has(goto.text))
			p.reporter.error(`use of undeclared label '${writtenLabel(goto.text)}'`, goto);
	checkGotos(p, inside);
	warnOfUnusedLabels(p, inside);
	warnOfUnusedLocals(p, inside);
	warnOfUninitialised(p, inside, body);
	if (p.reporter.errors === 0) warnOfUnsequenced(p, body);
	const { result } = type;
	const isMain = symbol.name === "main" && result.kind === "integer";
	// What could not be read may have been the return.
	const isWhole = p.reporter.errors === inside.errorsBefore;
	if (isWhole && result.kind !== "void" && !isMain && !isUnknown(result) && fallsThrough(body))
		p.reporter.warning(
			`non-void function '${symbol.name}' does not return a value in all control paths`,
			body.end,
		);
	const finished = isMain ? { ...body, items: [...body.items, returnZero(p, body, result)] } : body;
	p.functions.push({
		symbol,
		type,
		parameters: locals,
		locals: inside.locals,
		pointedAt: inside.pointedAt,
		addressed: inside.addressed,
		body: finished,
		place: name,
		end: body.end,
	});
}

function warnOfUnusedLabels(p: Parser, { gotos, idleLabels, labels }: FunctionContext): void {
	if (p.reporter.errors > 0) return;
	const used = new Set(gotos.map(({ text }) => text));
	for (const [name, place] of labels)
		if (!used.has(name) && !idleLabels.has(name) && place.origin === null)
			p.reporter.warning(`unused label '${writtenLabel(name)}'`, place);
}

/** A variable that is declared and never mentioned again. After an error nothing is said: the mention may be lost. */
function warnOfUnusedLocals(p: Parser, inside: FunctionContext): void {
	if (p.reporter.errors > 0) return;
	for (const local of inside.locals) {
		if (local.hidden || local.parameter || inside.used.has(local)) continue;
		if ((local.place as Token).origin !== null) continue;
		p.reporter.warning(`unused variable '${local.name}'`, local.place);
	}
}

/** Running off the end of main returns 0 (C11 5.1.2.2.3). */
function returnZero(p: Parser, body: BlockStatement, result: CType): Statement {
	const value = leavingMain(p, integerConstant(0n, result, body.end), body.end);
	return { kind: "return", value, place: body.end };
}
