// For tests of the front end: C in, what is said about it out.

import { type Diagnostic, invariant } from "../../base/index.ts";
import { type Parsed, parse } from "./index.ts";
import type { Expression, FunctionDefinition, Statement, TranslationUnit } from "./tree.ts";

const headers: Readonly<Record<string, string>> = {
	"stddef.h":
		"#define NULL ((void *)0)\ntypedef unsigned long size_t;\n#define offsetof(t, m) __builtin_offsetof(t, m)\n",
	"stdarg.h":
		"typedef __builtin_va_list va_list;\n#define va_start(ap, last) __builtin_va_start(ap, last)\n" +
		"#define va_arg(ap, type) __builtin_va_arg(ap, type)\n#define va_end(ap) __builtin_va_end(ap)\n" +
		"#define va_copy(to, from) __builtin_va_copy(to, from)\n",
	"stdio.h":
		"#include <stddef.h>\nint printf(const char *format, ...);\nint puts(const char *s);\nint scanf(const char *format, ...);\n",
};

/** Reads a program whose file is `main.c`; a few small headers exist. */
export function read(text: string, define: Readonly<Record<string, string>> = {}, isLibrary = false): Parsed {
	return parse(
		{ path: "main.c", text },
		{ headers: (name) => headers[name], known: Object.keys(headers), define, isLibrary },
	);
}

/** The unit of a program that must be without fault; what this machine does not have is none. */
export function unitOf(text: string): TranslationUnit {
	const { unit, diagnostics } = read(text, {}, true);
	invariant(unit !== null && diagnostics.length === 0, `${text}\n${diagnostics.map(said).join("\n")}`);
	return unit;
}

/** `line:column: severity: message`, notes behind it in brackets. */
export function said(diagnostic: Diagnostic): string {
	const { span } = diagnostic;
	const notes = diagnostic.notes.map((note) => ` [${note.message}]`).join("");
	return `${span?.line}:${span?.column}: ${diagnostic.severity}: ${diagnostic.message}${notes}`;
}

/** All that is said about a program. */
export function complaints(text: string): string[] {
	return read(text).diagnostics.map(said);
}

/** The only function of that name. */
export function functionOf(unit: TranslationUnit, name: string): FunctionDefinition {
	const found = unit.functions.find((each) => each.symbol.name === name);
	invariant(found, `no function ${name}`);
	return found;
}

/** The statements of `body` inside a function without parameters, behind the declarations `before`. */
export function statementsOf(body: string, before = ""): readonly Statement[] {
	return functionOf(unitOf(`${before}\nvoid test(void) { ${body} }`), "test").body.items;
}

/** The value of the last expression statement; `(void)` around it is dropped. */
export function expressionOf(text: string, before = ""): Expression {
	const last = statementsOf(`(void)(${text});`, before).at(-1);
	invariant(last?.kind === "expression", "an expression statement");
	const { expression } = last;
	return expression.kind === "cast" && expression.type.kind === "void" ? expression.operand : expression;
}
