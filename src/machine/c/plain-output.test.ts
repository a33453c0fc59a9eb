// Which function is called where the program writes printf or fputs: as gcc 12 -O0 answered, call by call.
import { expect, test } from "vitest";
import { invariant } from "../../base/index.ts";
import { functionOf, read } from "./testing.ts";

const before = `#include <stdio.h>
#include <stdarg.h>
typedef struct file FILE;
extern FILE *stderr;
int fprintf(FILE *, const char *, ...);
int vprintf(const char *, va_list);
int vfprintf(FILE *, const char *, va_list);
int fputs(const char *, FILE *);
extern const char *const fixed;
`;

/** The names of the functions that the body calls, in the order of the text. */
function called(body: string): string[] {
	// Some are warned of: a null pointer for %s, a format with a zero in it.
	const { unit } = read(`${before}void test(char *p, int c, va_list l) { ${body} }`);
	invariant(unit !== null, body);
	const names: string[] = [];
	const look = (part: unknown): void => {
		if (typeof part !== "object" || part === null) return;
		const node = part as { kind?: string; symbol?: { name: string } };
		if (node.kind === "function-address") names.push(node.symbol!.name);
		for (const [name, value] of Object.entries(part)) if (name !== "symbol" && name !== "type") look(value);
	};
	look(functionOf(unit, "test").body);
	return names;
}

test.each([
	['printf("%s\\n", p);', ["puts"]],
	['printf("%s\\n", NULL);', ["puts"]],
	['printf("x\\n");', ["puts"]],
	['printf("x\\n\\n");', ["puts"]],
	['printf("%c", c);', ["putchar"]],
	['printf("x");', ["putchar"]],
	['printf("\\n");', ["putchar"]],
	['printf("a\\0b\\n");', ["putchar"]],
	['printf("%s", "x");', ["putchar"]],
	['printf("%s", "line\\n");', ["puts"]],
	['printf("");', []],
	['printf("%s", "");', []],
	['printf("hello");', ["printf"]],
	['printf("%s", p);', ["printf"]],
	['printf("%%\\n");', ["printf"]],
	['printf("%c\\n", c);', ["printf"]],
	['printf("a\\nb");', ["printf"]],
	["printf(fixed);", ["printf"]],
	['c = printf("x\\n");', ["printf"]],
	['c = ({ printf("x\\n"); });', ["printf"]],
	['c ? printf("x\\n") : 0;', ["printf"]],
	['if (c && printf("x\\n")) c = 1;', ["printf"]],
	['c = (printf("x\\n"), 2);', ["puts"]],
	['c ? (void)printf("x\\n") : (void)0;', ["puts"]],
	['for (printf("x\\n"); c; printf("y\\n")) c--;', ["puts", "puts"]],
	['({ printf("x\\n"); });', ["puts"]],
	['fprintf(stderr, "x\\n");', ["fwrite"]],
	['fprintf(stderr, "x");', ["fputc"]],
	['fprintf(stderr, "%s", p);', ["fputs"]],
	['fprintf(stderr, "%c", c);', ["fputc"]],
	['fprintf(stderr, "");', []],
	['fprintf(stderr, "%s\\n", p);', ["fprintf"]],
	['fprintf(stderr, "%%");', ["fprintf"]],
	["fputs(p, stderr);", ["fputs"]],
	['fputs("hello", stderr);', ["fwrite"]],
	['fputs("h", stderr);', ["fputc"]],
	['vprintf("x\\n", l);', ["puts"]],
	['vfprintf(stderr, "x\\n", l);', ["fwrite"]],
])("%s calls %j", (body, names) => {
	expect(called(body)).toEqual(names);
});
