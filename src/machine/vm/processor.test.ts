// The processor as the computer uses it: traps, calls from outside, copies, steps, the stack, faults.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../base/index.ts";
import { compile } from "../code/compile.ts";
import { placeOf } from "../code/image.ts";
import { computesReals } from "../further.ts";
import { createProcessor, type Processor, where } from "./processor.ts";
import type { Stop } from "./stop.ts";
import { imageOf } from "./testing.ts";

function begin(text: string): Processor {
	return createProcessor(imageOf(text), { argv: ["p", "één"], envp: ["HOME=/"] });
}

const PLENTY = 1_000_000;

/** Runs on, answering every trap with 0, to the first stop that `_exit` or a fault makes. */
function toEnd(processor: Processor): Stop {
	for (;;) {
		const stop = processor.run(PLENTY);
		if (stop.kind !== "trap" || stop.name === "_exit") return stop;
		processor.finish(0);
	}
}

function line(processor: Processor): number | undefined {
	return processor.place()?.line;
}

describe("traps", () => {
	const program = `
		long ask(int a, long b, const char *text, double d, unsigned char c, ...);
		int result;
		int main(void) { result = ask(-5, 1L << 40, "hello", 2.5, 200, -1, 'x') == -7 ? 1 : 2; return result; }`;

	test("the arguments of a function that nobody defined, those without a declared type too", () => {
		const processor = begin(program);
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "ask" });
		expect(processor.argument(0)).toBe(-5);
		expect(processor.argument64(0)).toBe(-5n);
		expect(processor.argument64(1)).toBe(1n << 40n);
		expect(processor.memory.cString(processor.argumentAddress(2))).toBe("hello");
		expect(processor.argumentDouble(3)).toBe(2.5);
		expect(processor.argument64(4)).toBe(200n);
		expect(processor.argument64(5)).toBe(-1n);
		expect(processor.argument(6)).toBe(120);
	});

	test("an unanswered trap is asked again", () => {
		const processor = begin(program);
		processor.run(PLENTY);
		const before = processor.fingerprint();
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "ask" });
		expect(processor.executed).toBe(0);
		expect(processor.fingerprint()).toBe(before);
	});

	test("the answer is the call's value", () => {
		const processor = begin(program);
		processor.run(PLENTY);
		processor.finish(-7);
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "_exit" });
		expect(processor.argument(0)).toBe(1);
		expect(processor.memory.getInt32(processor.symbol("result")!)).toBe(1);
	});

	test("a trap through a pointer", () => {
		const processor = begin("int ask(int); int (*p)(int) = ask; int main(void) { return p(3) + p(4); }");
		const arguments_: number[] = [];
		for (
			let stop = processor.run(PLENTY);
			stop.kind === "trap" && stop.name === "ask";
			stop = processor.run(PLENTY)
		) {
			arguments_.push(processor.argument(0));
			processor.finish(10n);
		}
		expect(arguments_).toEqual([3, 4]);
		expect(processor.argument(0)).toBe(20);
	});

	test("argc, argv and environ", () => {
		const processor = begin(
			"void see(int, char *, char *, char *); extern char **environ; int main(int argc, char **argv) { see(argc, argv[1], argv[2], environ[0]); return 0; }",
		);
		processor.run(PLENTY);
		expect(processor.argument(0)).toBe(2);
		expect(processor.memory.cString(processor.argumentAddress(1))).toBe("één");
		expect(processor.argumentAddress(2)).toBe(0);
		expect(processor.memory.cString(processor.argumentAddress(3))).toBe("HOME=/");
	});
});

describe("calls from outside", () => {
	const program = `
		int pause(void); void note(int);
		int seen; struct { long a, b; } got;
		void handler(int n, void *p) { seen += n; got.b = (long)p; }
		void nested(int n) { note(n); }
		int main(void) { int local = 5; local += pause(); note(local + seen); return 0; }`;

	test("a handler runs at an unanswered trap, and the trap is there again afterwards", () => {
		const processor = begin(program);
		processor.run(PLENTY);
		const stood = processor.pc();
		processor.call(processor.symbol("handler")!, [3, 0x1234], "handler done");
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "handler done" });
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "handler done" });
		processor.resume();
		expect(processor.pc()).toBe(stood);
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "pause" });
		processor.finish(10);
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "note" });
		expect(processor.argument(0)).toBe(18);
		expect(processor.memory.getInt64(processor.symbol("got")! + 8)).toBe(0x1234n);
	});

	test("calls nest, and each goes back to where it came from", () => {
		const processor = begin(program);
		processor.run(PLENTY);
		processor.call(processor.symbol("nested")!, [1], "outer");
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "note" });
		processor.call(processor.symbol("handler")!, [4, 0], "inner");
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "inner" });
		processor.resume();
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "note" });
		processor.finish(0);
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "outer" });
		processor.resume();
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "pause" });
	});

	test("between two statements, with the interrupted function on the stack", () => {
		const processor = begin(program);
		processor.run(1);
		processor.call(processor.symbol("handler")!, [1, 0], "done");
		processor.run(1);
		expect(processor.stack().map((frame) => frame.function)).toEqual(["handler", "main"]);
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "done" });
		processor.resume();
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "pause" });
	});

	test("an address that is no function is a fault", () => {
		const processor = begin(program);
		processor.run(PLENTY);
		processor.call(0x1234, [], "done");
		expect(processor.run(PLENTY)).toMatchObject({
			kind: "fault",
			fault: { kind: "execute", address: 0x1234 },
		});
	});
});

describe("copies", () => {
	const program = `
		int next(void); int total; int *heap;
		int add(int n) { int before = total; total += n; return before; }
		int main(void) { for (;;) { int n = next(); if (n == 0) return total; add(n); } }`;

	/** Answers the next questions with these numbers and says what the program returns. */
	function feed(processor: Processor, ...numbers: number[]): number {
		for (const number of [...numbers, 0]) {
			processor.run(PLENTY);
			processor.finish(number);
		}
		processor.run(PLENTY);
		return processor.argument(0);
	}

	test("parent and child go their own ways", () => {
		const parent = begin(program);
		parent.run(PLENTY);
		parent.finish(1);
		parent.run(3);
		const child = parent.copy();
		expect(child.fingerprint()).toBe(parent.fingerprint());
		expect(feed(child, 10, 20)).toBe(31);
		expect(feed(parent, 100)).toBe(101);
		expect(child.fingerprint()).not.toBe(parent.fingerprint());
	});

	test("snapshots restore in any order, any number of times", () => {
		const processor = begin(program);
		const snapshots = [1, 2, 3].map((number) => {
			processor.run(PLENTY);
			processor.finish(number);
			const snapshot = processor.snapshot();
			return { snapshot, fingerprint: processor.fingerprint() };
		});
		for (const i of [2, 0, 1, 0, 2]) {
			processor.restore(snapshots[i]!.snapshot);
			expect(processor.fingerprint()).toBe(snapshots[i]!.fingerprint);
			expect(feed(processor, 50)).toBe([51, 53, 56][i]);
		}
	});

	test("one statement at a time comes to the same as all at once", () => {
		const steps = begin(program);
		const whole = begin(program);
		for (const number of [5, 6, 0]) {
			while (steps.run(1).kind === "statements") expect(steps.executed).toBe(1);
			whole.run(PLENTY);
			expect(steps.fingerprint()).toBe(whole.fingerprint());
			steps.finish(number);
			whole.finish(number);
		}
	});
});

describe("steps", () => {
	/** The lines that one step after the other stands before. */
	function lines(text: string, count: number): (number | undefined)[] {
		const processor = begin(text);
		processor.run(0);
		const seen: (number | undefined)[] = [];
		for (let i = 0; i < count; i++) {
			seen.push(line(processor));
			if (processor.run(1).kind !== "statements") break;
		}
		return seen;
	}

	test.each([
		["every statement once", "int main(void)\n{\nint a = 1;\na++;\nreturn 0;\n}", [3, 4, 5]],
		[
			"declarations without a value are none",
			"int main(void)\n{\nint a;\nint b = 1;\na = b; return a;\n}",
			[4, 5, 5],
		],
		[
			"the parts of a for",
			"int main(void) {\nfor (int i = 0;\ni < 2;\ni++)\n;\nreturn 0; }",
			[2, 3, 5, 4, 3, 5, 4, 3, 6],
		],
		[
			"a while asks each time",
			"int main(void) { int i = 2;\nwhile (i)\ni--;\nreturn 0; }",
			[1, 2, 3, 2, 3, 2, 4],
		],
		[
			"the function called, then on",
			"int f(void) {\nreturn 1; }\nint main(void) {\nint a = f();\nreturn a; }",
			[4, 2, 5],
		],
		[
			"over the library",
			'#include <stdio.h>\nint main(void) { char b[9];\nsprintf(b, "%d", 42);\nreturn 0; }',
			[3, 4],
		],
		[
			"a branch taken",
			"int main(void) { int i = 0;\nif (i)\ni = 5;\nelse\ni = 6;\nreturn 0; }",
			[1, 2, 5, 6],
		],
		[
			"switch and break",
			"int main(void) {\nswitch (2) {\ncase 1: return 1;\ncase 2:\nbreak; }\nreturn 0; }",
			[2, 5, 6],
		],
	])("%s", (_, text, wanted) => {
		expect(lines(text, wanted.length)).toEqual(wanted);
	});

	test("a loop without end spends its budget and no more", () => {
		const processor = begin("int main(void) { for (;;) ; }");
		expect(processor.run(1000)).toEqual({ kind: "statements" });
		expect(processor.executed).toBe(1000);
	});

	test("a loop without end inside the library comes back", () => {
		const processor = begin("#include <stdlib.h>\nint main(void) { while (1) rand_r(&(unsigned){1}); }");
		expect(processor.run(100_000)).toEqual({ kind: "statements" });
	});

	test("every instruction of the user's code has a place", () => {
		const image = imageOf("int f(int a) { return a ? f(a - 1) : 0; } int main(void) { return f(3); }");
		for (const { start, end, name, library } of image.functions) {
			for (let pc = start; pc < end; pc += 4) {
				if (library) expect(placeOf(image, pc)).toBeNull();
				else expect(placeOf(image, pc)).toMatchObject({ file: "p.c", line: 1, function: name });
			}
		}
		expect(where(image, 0)).toBeNull();
	});
});

describe("the stack", () => {
	test("frames and their variables, innermost first", () => {
		const processor = begin(`
struct point { int x; char name[4]; double d; };
void stop(void);
enum mode { OFF, ON };
static void inner(struct point p, const char *text, void (*f)(void))
{
	static long calls = 41;
	calls++;
	unsigned char c = 'A';
	int a[3] = { 1, 2 };
	_Bool b = 5;
	float f32 = 0.1f;
	enum mode m = ON;
	char s[] = "q\\"\\n";
	stop();
}
int main(void)
{
	struct point p = { 7, "abc", 1.5 };
	{
		int hidden = 9;
		hidden++;
	}
	inner(p, "hi", stop);
	return 0;
}`);
		processor.run(PLENTY);
		const [inner, main] = processor.stack();
		const values = (frame: typeof inner): string[] =>
			frame!.variables.map((v) => `${v.type} ${v.name} = ${v.value}`);
		expect(inner).toMatchObject({ function: "inner", place: { line: 15 } });
		expect(main).toMatchObject({ function: "main", place: { line: 24 } });
		expect(values(main)).toEqual(['struct point p = {x = 7, name = "abc", d = 1.5}']);
		const shown = values(inner).map((text) => text.replace(/0x[0-9a-f]+/g, "0x…"));
		expect(shown.sort()).toEqual(
			[
				'struct point p = {x = 7, name = "abc", d = 1.5}',
				'const char * text = 0x… "hi"',
				"void (*)(void) f = 0x…",
				"long calls = 42",
				"unsigned char c = 65 'A'",
				"int[3] a = {1, 2, 0}",
				"_Bool b = true",
				"float f32 = 0.1",
				"enum mode m = 1",
				'char[4] s = "q\\"\\n"',
			].sort(),
		);
	});

	test("a deep recursion is cut", () => {
		const processor = begin(
			"void stop(void); void f(int n) { if (n) f(n - 1); else stop(); } int main(void) { f(5000); return 0; }",
		);
		processor.run(PLENTY);
		expect(processor.stack()).toHaveLength(1000);
	});
});

describe("faults", () => {
	test.each([
		["int *p = 0; int main(void) {\nreturn *p; }", "read", "read of 4 bytes at 0x0: a null pointer"],
		[
			"int *p = 0; int main(void) {\np[5] = 1; return 0; }",
			"write",
			"write of 4 bytes at 0x14: a null pointer plus an offset",
		],
		[
			"struct s { long a, b; } *p; int main(void) {\nreturn p->b; }",
			"read",
			"read of 8 bytes at 0x8: a null pointer plus an offset",
		],
		[
			'char *s = "abc"; int main(void) {\ns[0] = 1; return 0; }',
			"write",
			"a string literal or constant, which is read-only",
		],
		[
			"const int c = 1; int main(void) {\n*(int *)&c = 2; return 0; }",
			"write",
			"a string literal or constant, which is read-only",
		],
		["int z; int main(void) {\nreturn 1 / z; }", "divide", "division by zero"],
		["long z; int main(void) {\nreturn 1 % z; }", "divide", "division by zero"],
		[
			"int m = -2147483647 - 1, n = -1; int main(void) {\nreturn m / n; }",
			"divide",
			"division of the most negative number by -1, which has no result",
		],
		[
			"long m = -9223372036854775807 - 1, n = -1; int main(void) {\nreturn m / n; }",
			"divide",
			"division of the most negative number of 64 bits by -1, which has no result",
		],
		[
			"long m = -9223372036854775807 - 1, n = -1; int main(void) {\nreturn m % n; }",
			"divide",
			"division of the most negative number of 64 bits by -1, which has no result",
		],
		[
			"void (*f)(void); int main(void) {\nf(); return 0; }",
			"execute",
			"call of the function at 0x0: a null pointer",
		],
		["int main(void) {\n((void (*)(void))0x12345)(); return 0; }", "execute", "no function"],
		["int main(void) {\nreturn *(int *)main; }", "read", "the program's code, which is no data"],
		["int *p = (int *)-1; int main(void) {\nreturn *p; }", "read", "the pointer -1"],
		[
			"int main(void) {\nreturn *(int *)0x100000008; }",
			"read",
			"read of 4 bytes at 0x100000008: no memory there",
		],
		[
			"long p = 0x4141414141414141; int main(void) {\n*(char *)p = 1; return 0; }",
			"write",
			"write of 1 byte at 0x4141414141414141: no memory there",
		],
		[
			"#include <string.h>\nchar b[8]; long p = 0x4141414141414141; int main(void) {\nmemcpy(b, (char *)p, 8); return 0; }",
			"read",
			"read of 1 byte at 0x4141414141414141: no memory there",
		],
		[
			"struct s { int a[8]; } b, *p = (struct s *)0x4242424243434343; int main(void) {\nb = *p; return 0; }",
			"read",
			"at 0x4242424243434343: no memory there",
		],
		[
			"int a[4]; unsigned i; int main(void) {\nreturn ((int *)0)[i - 1]; }",
			"read",
			"read of 4 bytes at 0x3fffffffc: no memory there",
		],
		[
			"long i = -1; int main(void) {\nreturn ((int *)0)[i]; }",
			"read",
			"at 0xfffffffffffffffc: a null pointer minus an offset",
		],
		[
			"long p = 0x100000008; int main(void) {\nreturn ((int (*)(void))p)(); }",
			"execute",
			"call of the function at 0x100000008: no function",
		],
		[
			"#include <string.h>\nint main(void) { char *volatile p = 0; int n = 0;\nreturn n + strlen(p); }",
			"read",
			"read of 1 byte at 0x0: a null pointer",
		],
		[
			"#include <string.h>\nint main(void) { char b[4] = {0};\nmemset(b, 0, 1 << 30); return 0; }",
			"write",
			"just beyond the end of the stack",
		],
		[
			"int main(void) { int a[3000000]; a[0] = 1; return a[0]; }",
			"stack-overflow",
			"the stack has no room left",
		],
		[
			"int f(int n) {\nreturn f(n + 1) + 1; } int main(void) { return f(0); }",
			"stack-overflow",
			"the stack has no room left",
		],
		[
			"#include <alloca.h>\nint main(void) { long n = 1L << 40;\nreturn *(char *)alloca(n); }",
			"stack-overflow",
			"the stack has no room left",
		],
		[
			"#include <string.h>\nvoid f(void) { char b[4]; memset(b, 65, 80); } int main(void) { f(); return 0; }",
			"execute",
			"overwritten its own stack",
		],
	])("%s", (text, kind, explanation) => {
		const processor = begin(text);
		const stop = toEnd(processor);
		expect(stop).toMatchObject({ kind: "fault", fault: { kind } });
		if (stop.kind === "fault") expect(stop.fault.explanation).toContain(explanation);
		if (!explanation.includes("own stack")) expect(line(processor)).toBe(text.split("\n").length);
	});

	test("a call of the library that was refused may be made again with the same arguments", () => {
		const processor = begin(
			"#include <string.h>\nint main(void) { const char *volatile p = (char *)0x5000000; return strlen(p); }",
		);
		const first = toEnd(processor);
		expect(first).toMatchObject({ fault: { address: 0x500_0000 } });
		expect(toEnd(processor)).toEqual(first);
	});

	test("a fault is met again when nothing has changed", () => {
		const processor = begin("int *p; int main(void) { *p = 1; return 0; }");
		expect(toEnd(processor)).toEqual(toEnd(processor));
	});

	test("after a fault a handler may jump away", () => {
		const processor = begin(`
			#include <setjmp.h>
			jmp_buf back; int *p; int tries;
			void on_fault(int signal) { tries++; longjmp(back, signal); }
			int main(void) { int n = setjmp(back); if (n == 0) *p = 1; return n + tries; }`);
		expect(toEnd(processor)).toMatchObject({ kind: "fault" });
		processor.call(processor.symbol("on_fault")!, [11], "returned");
		expect(toEnd(processor)).toEqual({ kind: "trap", name: "_exit" });
		expect(processor.argument(0)).toBe(12);
	});
});

test("whatever happens to its memory, a program never stops the simulator itself", () => {
	const image = imageOf(`
		#include <stdio.h>
		#include <string.h>
		#include <setjmp.h>
		int ask(void);
		jmp_buf back; int (*call)(int); char text[100] = "abc"; double d = 1.5; int count;
		int fact(int n) { return n < 2 ? 1 : n * fact(n - 1); }
		int main(void) {
			int array[20]; char *p = text; call = fact;
			if (setjmp(back) > 5) return 1;
			for (int i = 0; i < 20; i++) {
				array[i] = call(i % 7) / (i + 1);
				snprintf(p, 90, "%d %s %.3f", array[i], "text", d);
				strcat(p, "x"); d *= strlen(text); count += ask();
			}
			longjmp(back, 2 + count);
		}`);
	const start = createProcessor(image, { argv: ["p"], envp: [] });
	const bad = fc.record({
		steps: fc.nat(40),
		word: fc.nat(400),
		value: fc.oneof(fc.integer(), fc.nat(100_000), fc.constantFrom(0, -1, 0x7fff_e000, 0x40_0010)),
		global: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(bad, { minLength: 1, maxLength: 12 }), (writes) => {
			const processor = start.copy();
			for (const { steps, word, value, global } of writes) {
				const stop = processor.run(steps);
				if (stop.kind === "trap" && stop.name !== "ask") return;
				if (stop.kind === "trap") processor.finish(1);
				const base = global ? processor.symbol("back")! : 0x7fff_e000;
				processor.memory.setInt32(base + word * (global ? 4 : 10), value);
				processor.stack();
				processor.fingerprint();
			}
			processor.run(3000);
			processor.place();
		}),
		{ numRuns: 200 },
	);
});

describe("linking", () => {
	test.each([
		["int x = 1;", "int x = 2; int main(void) { return x; }", "'x' is defined twice"],
		["int x;", "int x; int main(void) { return x; }", "'x' is defined twice"],
		["int x = 1;", "int x; int main(void) { return x; }", "'x' is defined twice"],
		["void f(void) {}", "void f(void) {} int main(void) { return 0; }", "'f' is defined twice"],
		[
			"extern int x; int f(void) { return x; }",
			"int main(void) { return 0; }",
			"'x' is used here but defined nowhere",
		],
		[
			'extern int x __asm__("y"); int f(void) { return x; } int y(void);',
			"int x; int main(void) { return 0; }",
			"'y' is used here but defined nowhere",
		],
		['int f(void) asm("g"); int f(void) { return 1; }', "int g(void) { return 2; }", "'g' is defined twice"],
		["int f(void) { return 1; }", "int g(void) { return 2; }", "there is no function 'main'"],
	])("%s and %s: %s", (first, second, message) => {
		const files = [first, second].map((text, i) => ({ path: `${i}.c`, text }));
		const { image, diagnostics } = compile(files, { name: "p" });
		expect(image).toBeNull();
		expect(diagnostics.map((d) => d.message).join()).toContain(message);
	});

	test.each([
		["extern int g;", "int g = 1;", "int g = 2;", ["b.c:2", "a.c:2"]],
		["void f(void);", "void f(void) { }", "\nvoid f(void) { }", ["b.c:3", "a.c:2"]],
		["int g = 1;", "", "", ["h.h:1", "h.h is included by more than one file"]],
	])("a second definition is shown, and the first: %s %s %s", (header, a, b, wanted) => {
		const main = "int main(void) { return 0; }";
		const files = [`${a}\n${main}`, b].map((text, i) => ({
			path: `${"ab"[i]}.c`,
			text: `#include "h.h"\n${text}`,
		}));
		const { diagnostics } = compile(files, { name: "p", include: () => header });
		const [found] = diagnostics;
		const at = ({ span }: { span: Span | null }) => (span === null ? "" : `${span.file}:${span.line}`);
		const [first, second] = wanted;
		expect(at(found!)).toBe(first);
		expect(found!.notes.map((note) => `${at(note)} ${note.message}`).join()).toContain(second);
		expect(Object.keys(found!.span!).sort()).toEqual(["column", "file", "length", "line"]);
	});

	test("two files share what is external and nothing else", () => {
		const files = [
			"static int hidden = 1; extern int shared; int f(void) { return hidden + shared; }",
			"static int hidden = 10; int shared = 100; int f(void); int main(void) { return f() + hidden; }",
		].map((text, i) => ({ path: `${i}.c`, text }));
		const processor = createProcessor(compile(files, { name: "p" }).image!, { argv: [], envp: [] });
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "_exit" });
		expect(processor.argument(0)).toBe(111);
	});

	// gcc and Linux's linker answer 111 and 'defined nowhere' too.
	test.each([
		["__attribute__((weak)) int f(void) { return 1; }", "int f(void) { return 101; }"],
		["int f(void) { return 101; }", "__attribute__((weak)) int f(void) { return 1; }"],
		["int f(void) { extern int v; return v; } int v = 101;", "int __attribute__((weak)) v = 1;"],
		['int g(void) asm("f"); int g(void) { return 101; }', "#pragma GCC diagnostic ignored"],
	])("a weak definition gives way to another, a label is the linker's name: %s %s", (a, b) => {
		const main = "int f(void); int main(void) { return f() + 10; }";
		const files = [a, b, main].map((text, i) => ({ path: `${i}.c`, text }));
		const { diagnostics, image } = compile(files, { name: "p" });
		expect(diagnostics).toEqual([]);
		const processor = createProcessor(image!, { argv: [], envp: [] });
		expect(processor.run(PLENTY)).toEqual({ kind: "trap", name: "_exit" });
		expect(processor.argument(0)).toBe(111);
	});

	test("only what is reachable is linked", () => {
		const image = imageOf("int main(void) { return 0; }");
		expect(image.traps).toEqual(["_exit"]);
		expect(image.code.length / 4).toBeLessThan(100);
	});

	test("the program's own function hides the library's, but not from the library", () => {
		const processor = begin(
			'#include <stdio.h>\nint strlen_calls; unsigned long strlen(const char *s) { strlen_calls++; return 0; } int main(void) { char b[9]; snprintf(b, 9, "%s", "abc"); return b[2] == \'c\' && strlen(b) == 0 && strlen_calls == 1; }',
		);
		expect(toEnd(processor)).toEqual({ kind: "trap", name: "_exit" });
		expect(processor.argument(0)).toBe(1);
	});
});

test.each([
	["int main(void) { int n = 3; return n * 2; }", false],
	['#include <stdio.h>\nint main(void) { printf("%d\\n", 7); return 0; }', false],
	["int main(int n) { return n / 1e3 > 1; }", true],
	[
		"float half(int n) { return n; } int main(int n) { switch (n) { case 1: case 2: return 1; } return half(n); }",
		true,
	],
])("whether a program computes with real numbers: %s", (text, computes) => {
	expect(computesReals(imageOf(text))).toBe(computes);
});
