// What is said of wrong C, and where.
import { describe, expect, test } from "vitest";
import { parse } from "./index.ts";
import { complaints, read } from "./testing.ts";

describe("what is said about a wrong program", () => {
	test.each<[string, string[]]>([
		["int f(void) { return x; }", ["1:22: error: use of undeclared identifier 'x'"]],
		[
			"int f(void) { int count = 1; return coutn; }",
			["1:37: error: use of undeclared identifier 'coutn' [did you mean 'count'?]"],
		],
		[
			'int main(void) { printf("hi"); }',
			[
				"1:18: warning: implicit declaration of function 'printf' ['printf' comes with <stdio.h>: add #include <stdio.h>]",
			],
		],
		[
			'int main(void) { int fd = opne("x", 0); return fd; }',
			["1:27: warning: implicit declaration of function 'opne' [did you mean 'open'?]"],
		],
		[
			"int main(void) { return O_RDONLY; }",
			[
				"1:25: error: use of undeclared identifier 'O_RDONLY' ['O_RDONLY' comes with <fcntl.h>: add #include <fcntl.h>]",
			],
		],
		[
			"pid_t p;",
			[
				"1:1: error: unknown type name 'pid_t' ['pid_t' comes with <sys/types.h>: add #include <sys/types.h>]",
			],
		],
		[
			"int main(void) { size_t n = 3; return n; }",
			["1:18: error: unknown type name 'size_t' ['size_t' comes with <stddef.h>: add #include <stddef.h>]"],
		],
		[
			"#define MAX 10;\nint a[MAX];\nint main(void) { for (int i = 0; i < MAX; i++) a[i] = (MAX + 1) * MAX / 2; return f(MAX); }\nint f(int n) { if (n) n = MAX; else n = 1; return n; }",
			[
				"2:7: error: unexpected ';' from the macro 'MAX' [macro 'MAX' is defined with a ';' at its end: leave it out]",
				"3:83: warning: implicit declaration of function 'f' [it is defined only here: declare it above its first call]",
			],
		],
		[
			"#define SIZE = 10\nint a[SIZE];",
			[
				"2:7: error: unexpected '=' from the macro 'SIZE' [macro 'SIZE' is defined with a '=' before its value: leave it out]",
			],
		],
		...["char", "_Bool", "enum __attribute__((packed)) { A }"].map((type): [string, string[]] => [
			`int f(__builtin_va_list v) { return __builtin_va_arg(v, ${type}); }`,
			[
				`1:37: warning: second argument to 'va_arg' is of promotable type '${type.replace(/ __.*/, " <anonymous>")}'; it was passed as 'int'`,
			],
		]),
		...[
			["register int y = 1;", "y"],
			["register int y[2] = { 1 };", "y[1]"],
			["register struct { int m, k[2]; } y = { 1 };", "y.k[n]"],
		].map(([declaration, what]): [string, string[]] => [
			`int f(int n) { ${declaration} int *p = &${what}; return n + *p; }`,
			[
				`1:${26 + declaration!.length}: error: address of register variable 'y' requested [leave 'register' out here: it makes no program faster]`,
			],
		]),
		[
			"int f(register int n) { return *&n; }",
			[
				"1:33: error: address of register variable 'n' requested [leave 'register' out here: it makes no program faster]",
			],
		],
		["int a = sizeof(_Alignas(16) int);", ["1:16: error: alignment specified for a type name"]],
		["_Alignas(_Alignas(int) char) char c;", ["1:10: error: alignment specified for a type name"]],
		["int a = (int _Alignas(8))3;", ["1:14: error: alignment specified for a type name"]],
		["void f(_Alignas(8) int x);", ["1:8: error: alignment specified for parameter 'x'"]],
		["_Alignas(8) int f(void);", ["1:1: error: alignment specified for function 'f'"]],
		["typedef _Alignas(8) int t;", ["1:9: error: alignment specified for typedef 't'"]],
		["struct s { _Alignas(16) int b : 3; };", ["1:12: error: alignment specified for bit-field 'b'"]],
		[
			"struct s { _Alignas(2) int m; };",
			["1:12: error: '_Alignas' specifiers cannot reduce alignment of 'm'"],
		],
		["_Alignas(2) int small;", ["1:1: error: '_Alignas' specifiers cannot reduce alignment of 'small'"]],
		[
			"typedef int wide __attribute__((aligned(16))); wide few[3];",
			["1:56: error: alignment of array elements is greater than element size"],
		],
		["struct s { int a; }; s x;", ["1:22: error: unknown type name 's' [did you mean 'struct s'?]"]],
		[
			"int main(void) { foo_t x; foo_t *y = &x; return y != 0; }",
			["1:18: error: unknown type name 'foo_t'", "1:27: error: unknown type name 'foo_t'"],
		],
		[
			"int f(int a, int b); int main(void) { return f(1); }",
			["1:47: error: too few arguments to function 'f': expected 2, have 1 ['f' declared here]"],
		],
		[
			"int f(int a, int b); int main(void) { return f(1, 2, 3); }",
			["1:54: error: too many arguments to function 'f': expected 2, have 3 ['f' declared here]"],
		],
		[
			"int main(void) { const int x = 1; x = 2; }",
			[
				"1:37: error: cannot assign to variable 'x' with const-qualified type 'const int' [declared const here]",
			],
		],
		[
			"int main(void) { const char *s = \"a\"; *s = 'b'; }",
			["1:42: error: cannot assign to a place with const-qualified type 'const char'"],
		],
		["int main(void) { 1 = 2; }", ["1:20: error: expression is not assignable: it is no place in memory"]],
		["int main(void) { int a[3], b[3]; a = b; }", ["1:36: error: array type 'int[3]' is not assignable"]],
		[
			'int main(void) { char s[3]; s = "ab"; }',
			[
				"1:31: error: array type 'char[3]' is not assignable [strcpy or memcpy copies characters into an array]",
			],
		],
		[
			"int f(void); int main(void) { f = 0; }",
			["1:33: error: expression is not assignable: it is no place in memory"],
		],
		[
			"int f(void); int main(void) { f() = 0; }",
			["1:35: error: expression is not assignable: it is no place in memory"],
		],
		[
			"int main(void) { int *p; char *q = 0; p = q; return *p; }",
			["1:41: warning: incompatible pointer types assigning to 'int *' from 'char *'"],
		],
		[
			"int main(void) { int *p = 5; return *p; }",
			[
				"1:27: warning: incompatible integer to pointer conversion initializing 'int *' with an expression of type 'int'",
			],
		],
		[
			"int main(void) { int *p = 0; int x = p; return x; }",
			[
				"1:38: warning: incompatible pointer to integer conversion initializing 'int' with an expression of type 'int *' [did you mean '*p'?]",
			],
		],
		[
			'int main(void) { const char *s = "a"; char *t = s; return *t; }',
			["1:49: warning: initializing 'char *' with an expression of type 'const char *' discards qualifiers"],
		],
		[
			"void g(int m[2][2]); void f(const int (*m)[2]) { g(m); }",
			[
				"1:52: warning: passing 'const int (*)[2]' to 'g', parameter of type 'int (*)[2]' discards qualifiers ['g' declared here]",
			],
		],
		[
			"void g(unsigned *p); int main(void) { int x; g(&x); }",
			[
				"1:48: warning: passing 'int *' to 'g', parameter of type 'unsigned int *' converts between pointers to integer types with different sign ['g' declared here]",
			],
		],
		[
			"struct a { int x; } x; struct b { int x; } y; int main(void) { x = y; }",
			["1:66: error: assigning to 'struct a' from 'struct b': incompatible types"],
		],
		[
			"struct a { int value; } x, *p; int main(void) { return x.valeu + p->zzz; }",
			[
				"1:58: error: no member named 'valeu' in 'struct a' [did you mean 'value'?]",
				"1:69: error: no member named 'zzz' in 'struct a'",
			],
		],
		[
			"struct a { int value; } x, *p; int main(void) { return x->value + p.value; }",
			[
				"1:57: error: member reference type 'struct a' is not a pointer; did you mean to use '.'?",
				"1:68: error: member reference type 'struct a *' is a pointer; did you mean to use '->'?",
			],
		],
		[
			"int main(void) { int x; return x.y; }",
			["1:33: error: member reference '.y' on 'int', which is not a struct or union"],
		],
		[
			"struct t; int main(void) { struct t *p = 0; return p->x; }",
			["1:53: error: member access into incomplete type 'struct t'"],
		],
		[
			"int x; float x;",
			[
				"1:14: error: redefinition of 'x' with a different type: 'float' and 'int' [previous declaration is here]",
			],
		],
		[
			"int f(void) { return 1; } int f(void) { return 2; }",
			["1:31: error: redefinition of 'f' [previous definition is here]"],
		],
		[
			"int f(int); int f(char c) { return c; }",
			["1:17: error: conflicting types for 'f': 'int (char)' [previous declaration is here: 'int (int)']"],
		],
		["int main(void) { int x; int x; }", ["1:29: error: redefinition of 'x' [previous declaration is here]"]],
		[
			"void f(int argc) { int argc; }",
			["1:24: error: redefinition of 'argc' [previous declaration is here]"],
		],
		["int main(void) { break; }", ["1:18: error: 'break' statement not in loop or switch statement"]],
		["int main(void) { continue; }", ["1:18: error: 'continue' statement not in loop statement"]],
		["int main(void) { case 1: ; }", ["1:18: error: 'case' statement not in switch statement"]],
		[
			"int main(void) { switch (1) { case 1: case 1: ; default: ; default: ; } }",
			[
				"1:39: error: duplicate case value '1' [previous case is here]",
				"1:60: error: multiple default labels in one switch [previous default is here]",
			],
		],
		["int main(void) { goto out; }", ["1:23: error: use of undeclared label 'out'"]],
		["int main(void) { a: a: ; }", ["1:21: error: redefinition of label 'a' [previous definition is here]"]],
		[
			"int f(int n) { if (n) goto l; int a[n]; l: return a[0]; }",
			[
				"1:28: error: this goto jumps past the declaration of 'a', which has variable length ['a' is declared here]",
			],
		],
		[
			"int f(int n) { switch (n) { int (*p)[n]; case 1: return p != 0; default: return p == 0; } }",
			[
				"1:42: error: this switch jumps past the declaration of 'p', which has variable length ['p' is declared here]",
				"1:65: error: this switch jumps past the declaration of 'p', which has variable length ['p' is declared here]",
			],
		],
		[
			"int f(int n) { l: if (n < 0) goto out; { int a[n]; a[0] = n; m: if (a[0] > 2) goto l; if (a[0] > 1) { a[0]--; goto m; } } for (int b[n];; b[0] = 1) goto out; out: return n; }",
			[],
		],
		[
			"struct s { int a : 0; int : 0; union { int b[]; } c; };",
			[
				"1:16: error: bit-field 'a' has a name and no bits [only ': 0' without a name has a meaning]",
				"1:44: error: member 'b' of a union has unknown length",
			],
		],
		[
			"int f(int x) { return _Generic(x, int: 1, long: 2, signed: 3); }",
			["1:52: error: _Generic has two associations for 'int'"],
		],
		[
			"int f(void) { _Thread_local int x; static _Thread_local int y; return x + y; }",
			["1:33: error: 'x' in a block is thread-local only when it is 'static' or 'extern', too"],
		],
		["int main(void) { int x = 1 return x; }", ["1:27: error: expected ';' at the end of the declaration"]],
		[
			"int main(void) {\n\tint x = 1\n\treturn x;\n}",
			["2:11: error: expected ';' at the end of the declaration"],
		],
		[
			"int main(void) {\n\tint x = 1;\n\tx = x + 1\n\treturn x;\n}",
			["3:11: error: expected ';' after the expression"],
		],
		["int main(void) { if (1 { } }", ["1:24: error: expected ')' [to match this '(']"]],
		["int main(void) { int x = (1 + 2; return x; }", ["1:32: error: expected ')' [to match this '(']"]],
		[
			"int main(void) { int x = 0; if (x = 1) return 1; while ((x = 0)) ; return x; }",
			[
				"1:35: warning: using the result of an assignment as a condition without parentheses [use '==' to compare, or another pair of parentheses if the assignment is meant]",
			],
		],
		[
			"int main(void) { int x = 0; if (x & 1 == 0) return 1; if ((x & 1) == 0) return 2; }",
			[
				"1:35: warning: '&' has lower precedence than '==': the comparison is done first [put parentheses around the '&' expression]",
			],
		],
		[
			"int main(void) { int x = 0; if (x); return 1; }",
			["1:35: warning: 'if' has an empty body: is the ';' meant?"],
		],
		[
			"int f(int x) { if (x) return 1; }",
			["1:33: warning: non-void function 'f' does not return a value in all control paths"],
		],
		["int f(void) { int y = 2 return y; }", ["1:24: error: expected ';' at the end of the declaration"]],
		["int f(int x) { while (1) { if (x) return 1; } }", []],
		["int f(void) { return; }", ["1:15: warning: non-void function 'f' should return a value"]],
		["void f(void) { return 1; }", ["1:23: warning: void function 'f' should not return a value"]],
		[
			"int main(void) { int x; x == 1; x + 1; f; }",
			[
				"1:27: warning: equality comparison result unused [use '=' to turn this equality comparison into an assignment]",
				"1:35: warning: expression result unused",
				"1:40: error: use of undeclared identifier 'f'",
			],
		],
		["int f(void); int main(void) { f; }", ["1:31: warning: 'f' is not called: the parentheses are missing"]],
		[
			"int main(void) { int x = 1; return *x; }",
			["1:36: error: indirection requires a pointer ('int' is none)"],
		],
		[
			"int main(void) { int x = 1; return x[0]; }",
			["1:37: error: subscripted value is not an array or a pointer"],
		],
		[
			"int main(void) { int x = 1; return x(); }",
			["1:36: error: called object is not a function or function pointer: its type is 'int'"],
		],
		["int main(void) { return &5 != 0; }", ["1:25: error: cannot take the address of a value of type 'int'"]],
		[
			"struct s { int b : 3; } x; int main(void) { return &x.b != 0; }",
			["1:52: error: address of bit-field 'b' requested"],
		],
		[
			"int main(void) { int x = 1 / 0; int y = 1 << 40; return x + y; }",
			["1:28: warning: division by zero", "1:43: warning: shift count is >= width of type"],
		],
		[
			"int main(void) { struct { int a; } x, y; return x == y; }",
			["1:51: error: invalid operands to binary expression ('struct <anonymous>' and 'struct <anonymous>')"],
		],
		[
			"int main(void) { struct { int a; } x; if (x) return 1; }",
			["1:43: error: the condition of 'if' needs a number or a pointer, not 'struct <anonymous>'"],
		],
		[
			"int main(void) { int *p, *q; return p + q; }",
			["1:39: error: invalid operands to binary expression ('int *' and 'int *')"],
		],
		[
			"int main(void) { int *p; double *q; return p - q; }",
			["1:46: error: 'int *' and 'double *' are not pointers to compatible types"],
		],
		[
			"int main(void) { int *p; double d; p = d; d = p; }",
			[
				"1:38: error: assigning to 'int *' from 'double': incompatible types",
				"1:45: error: assigning to 'double' from 'int *': incompatible types",
			],
		],
		[
			"void v; int main(void) { void x; return 0; }",
			[
				"1:6: error: variable 'v' has incomplete type 'void'",
				"1:31: error: variable 'x' has incomplete type 'void'",
			],
		],
		[
			"struct t x; int main(void) { struct t y; return sizeof(struct t); }",
			[
				"1:10: error: variable 'x' has incomplete type 'struct t'",
				"1:39: error: variable 'y' has incomplete type 'struct t'",
				"1:49: error: sizeof cannot be applied to an incomplete type 'struct t'",
			],
		],
		[
			"int a[]; int main(void) { int b[]; return 0; }",
			[
				"1:5: warning: array 'a' assumed to have one element",
				"1:31: error: the length of array 'b' is not known",
			],
		],
		[
			"int a[-1]; int main(void) { int n = -1; char b[1.5]; return 0; }",
			["1:7: error: array size is negative: -1", "1:48: error: size of array has non-integer type 'double'"],
		],
		[
			"int n; int a[n];",
			[
				"1:13: error: variable length array declaration not allowed outside a function [its size is not a constant]",
			],
		],
		[
			"int a[2] = { 1, 2, 3 }; struct { int x; } s = { 1, 2 }; int z = { 1, 2 };",
			[
				"1:20: warning: excess elements in array initializer",
				"1:52: warning: excess elements in struct initializer",
				"1:70: warning: excess elements in scalar initializer",
			],
		],
		['char s[2] = "abc";', ["1:13: warning: the string (3 characters) is too long for the array (2)"]],
		[
			"int x = f(); int f(void); int g = f();",
			[
				"1:9: error: initializer element is not a compile-time constant",
				"1:9: warning: implicit declaration of function 'f'",
				"1:35: error: initializer element is not a compile-time constant",
			],
		],
		[
			"int a[2] = { [5] = 1 }; struct { int x; } s = { .y = 1 };",
			[
				"1:14: error: array designator index (5) exceeds the bounds of the array of 2 elements",
				"1:50: error: no member named 'y' in 'struct <anonymous>'",
			],
		],
		[
			'int main(void) { int x = "abc"; char c = 300; int i = 3.7; return x + c + i; }',
			[
				"1:26: warning: incompatible pointer to integer conversion initializing 'int' with an expression of type 'char *'",
				"1:42: warning: implicit conversion from 'int' to 'char' changes value from 300 to 44",
				"1:55: warning: implicit conversion from 'double' to 'int' changes value from 3.7 to 3",
			],
		],
		[
			"int main(void) { int a = 3000000000, b = 0xffffffff; short s = 40000; unsigned u = 4294967295; return a + b + s + u; }",
			[
				"1:26: warning: implicit conversion from 'long' to 'int' changes value from 3000000000 to -1294967296",
				"1:64: warning: implicit conversion from 'int' to 'short' changes value from 40000 to -25536",
			],
		],
		["int main(void) { unsigned char c = -1; char d = 200; unsigned u = -1; return c + d + u; }", []],
		[
			"typedef int t; typedef char t; int main(void) { return t; }",
			[
				"1:29: error: typedef redefinition of 't' with different types ('char' and 'int') [previous declaration is here]",
				"1:56: error: unexpected type name 't': expected an expression [it is a type]",
			],
		],
		["int main(void) { int if = 1; }", ["1:22: error: expected a name, found 'if'"]],
		["int main(void) { retrun 1; }", ["1:18: error: unknown name 'retrun' [did you mean 'return'?]"]],
		["int main(void) { esle x; }", ["1:18: error: unknown name 'esle' [did you mean 'else'?]"]],
		[
			"int main(void) { else return 1; }",
			["1:18: error: 'else' without a previous 'if' [is a '}' missing before it, or a ';' too many?]"],
		],
		[
			"long long long x; short double y; unsigned struct s { int a; } z;",
			[
				"1:1: error: 'long long long' is not a type",
				"1:19: error: 'short double' is not a type",
				"1:44: error: cannot combine 'struct' with the previous type 'unsigned'",
			],
		],
		[
			"static extern int x; int f(void) { auto int y = 1; register int z = y; return z; }",
			["1:8: error: cannot combine 'extern' with the previous 'static'"],
		],
		[
			"enum e { A, A }; enum e { B }; struct s { int a; int a; }; struct s { int b; };",
			[
				"1:13: error: redefinition of 'A' [previous definition is here]",
				"1:23: error: redefinition of 'enum e' [previous definition is here]",
				"1:41: error: duplicate member 'a'",
				"1:67: error: redefinition of 'struct s' [previous definition is here]",
			],
		],
		[
			"struct s { struct s x; int f(void); void v; int a[]; int b; };",
			[
				"1:21: error: member 'x' has incomplete type 'struct s'",
				"1:28: error: member 'f' declared as a function [a pointer to a function is written (*name)(…)]",
				"1:42: error: member 'v' has incomplete type 'void'",
				"1:58: error: a member of unknown length must be the last one",
			],
		],
		[
			"union u { int b : 40; float c : 2; }; struct u y;",
			[
				"1:15: error: the width of the bit-field (40) exceeds that of its type (32)",
				"1:29: error: a bit-field cannot have type 'float'",
				"1:46: error: use of 'u' as struct: it was declared as union [previous use is here]",
				"1:48: error: variable 'y' has incomplete type 'struct u'",
			],
		],
		[
			'int main(void) { asm("mov eax, 1"); asm volatile("" ::: "memory"); }',
			["1:18: error: inline assembly is not supported"],
		],
		["int main(void) { goto *p; }", ["1:24: error: use of undeclared identifier 'p'"]],
		[
			"void f(int x, ...); int main(void) { f(); __builtin_va_list ap; __builtin_va_start(ap, 1); }",
			[
				"1:39: error: too few arguments to function 'f': expected at least 1, have 0 ['f' declared here]",
				"1:65: error: 'va_start' used in a function with fixed arguments",
			],
		],
		[
			"int main() { int x = 08; char c = ''; char d = 'ab'; return x + c + d + 12abc; }",
			[
				"1:22: error: invalid digit '8' in octal constant [a leading 0 means base 8: write 8 for the decimal number]",
				"1:35: error: empty character constant ['\\0' is the character with the value 0]",
				'1:48: warning: multi-character character constant [a string is written in double quotes: "ab"]',
				"1:48: warning: implicit conversion from 'int' to 'char' changes value from 24930 to 98",
				"1:73: error: invalid suffix 'abc' on integer constant [a name does not begin with a digit]",
			],
		],
		['int main(void) { char *s = "abc\n; return 0; }', ["1:28: error: missing terminating '\"' character"]],
		["int main(void) { @ }", ["1:18: error: stray '@' in program"]],
		["int main(void) {", ["1:17: error: expected '}' [to match this '{']"]],
		["int main(void) { { }", ["1:21: error: expected '}' [to match this '{']"]],
		["} int main(void) { }", ["1:1: error: a '}' too many: nothing is open here"]],
		[
			"int f(void) {\n\tif (1) {\n\treturn 1;\n}\n\nint main(void) {\n\treturn f();\n}",
			[
				"6:5: error: function definition of 'main' is not allowed here [nested functions (a GNU extension) are not supported] [is a '}' missing in 'f'?]",
			],
		],
		[
			'#include <stdio.h>\nint main(void) { long l = 1; printf("%d %s %d\\n", l, 3); }',
			[
				"2:44: warning: more '%' conversions than data arguments: '%d' has none",
				"2:51: warning: format specifies type 'int' ('%d') but the argument has type 'long'",
				"2:54: warning: format specifies type 'char *' ('%s') but the argument has type 'int'",
			],
		],
		[
			'#include <stdio.h>\nint main(void) { printf("%d %q\\n", 1); printf("x", 1); printf("%"); int x; scanf("%d", x); scanf("%ld", &x); }',
			[
				"2:29: warning: invalid conversion specifier 'q' in '%q'",
				"2:52: warning: data argument not used by format string",
				"2:64: warning: incomplete format specifier: '%' at the end of the format",
				"2:88: warning: format specifies type 'int *' ('%d') but the argument has type 'int'",
				"2:88: warning: variable 'x' is uninitialized when used here [nothing gives it a value before]",
				"2:105: warning: format specifies type 'long *' ('%ld') but the argument has type 'int *'",
			],
		],
		[
			'#include <stdio.h>\nint main(void) { printf("%zu %ld %p %s %c %5.2f %%\\n", sizeof(int), 1L, (void *)0, "s", \'c\', 1.5); }',
			[],
		],
		[
			"#define N 3\nint main(void) { N = 4; }",
			["2:20: error: expression is not assignable: it is no place in memory"],
		],
		[
			"#define CALL(x) undefined_fn(x)\nint main(void) { CALL(3); }",
			["2:18: warning: implicit declaration of function 'undefined_fn' [expanded from macro 'CALL']"],
		],
		[
			"int main(void) { int a[3]; return a[3] + a[-1]; }",
			[
				"1:36: warning: array index 3 is past the end of the array (of 3 elements)",
				"1:43: warning: array index -1 is before the beginning of the array (of 3 elements)",
			],
		],
		[
			"int *f(void) { int x = 1; return &x; }",
			[
				"1:34: warning: address of stack memory associated with local variable 'x' returned [it is gone when the function returns]",
			],
		],
		[
			"void main(void) { }",
			[
				"1:1: warning: return type of 'main' is not 'int' [the exit status is 0 here; with gcc it is left to chance, often what the last call returned: write 'int main', and 'return 0;' at its end]",
			],
		],
		[
			"foo(void) { return 1; } main() { return foo(); }",
			[
				"1:1: warning: type specifier missing, defaults to 'int'",
				"1:25: warning: type specifier missing, defaults to 'int'",
			],
		],
		[
			'_Static_assert(sizeof(int) == 8, "int must be 8"); int main(void) { _Static_assert(1, "fine"); }',
			["1:1: error: static assertion failed: int must be 8"],
		],
		["int main(void) { int x = 1, 2; return x; }", ["1:29: error: expected a name, found '2'"]],
		[
			"int main(void) { for (int i = 0, i < 3, i++) { } }",
			[
				"1:34: error: redefinition of 'i' [previous declaration is here]",
				"1:35: error: expected ';' at the end of the declaration",
			],
		],
		[
			"int main(void) { for (int i = 0; i < 3; i++ { } return 0; }",
			["1:45: error: expected ')' [to match this '(']"],
		],
		["int main(void) { do { } while (1) return 0; }", ["1:34: error: expected ';' after 'do … while'"]],
		["int main(void) { return 0; } }", ["1:30: error: a '}' too many: nothing is open here"]],
		["int x = 1;;; int y", ["1:19: error: expected ';' after the declaration"]],
		[
			"int main(void) { char *p = NULL; }",
			[
				"1:28: error: use of undeclared identifier 'NULL' ['NULL' comes with <stddef.h>: add #include <stddef.h>]",
			],
		],
		[
			"int main(void) { return sizeof(struct nothing); }",
			["1:25: error: sizeof cannot be applied to an incomplete type 'struct nothing'"],
		],
		[
			'int main(void) { int x = 5; switch (x) { int y = 1; case 1: return y; } switch ("a") { } }',
			["1:81: error: statement requires an integer, not 'char *'"],
		],
		[
			"int main(void) { long x = 99999999999999999999; return x; }",
			["1:27: error: integer literal is too large to be represented in any integer type"],
		],
		[
			"int main(void) { (struct s)1; (int)main; return (int)1.5; }",
			[
				"1:18: error: cannot cast from 'int' to 'struct s': the type is not a number or pointer",
				"1:31: warning: cast to smaller integer type 'int' from 'int (*)(void)' [a long or an intptr_t holds a pointer whole]",
			],
		],
		[
			"union u { int n; char *s; }; int f(void) { return ((union u)2.5).n; }",
			["1:52: error: cannot cast from 'double' to 'union u': no member has this type"],
		],
		["int f(a, b) int a; int c; { return a; }", ["1:24: error: parameter named 'c' is missing in the list"]],
		["int f(int, char) { return 1; }", []],
		[
			"int main(void) { int n = 3; int a[n] = { 1 }; static int b[n]; }",
			[
				"1:38: error: a variable length array cannot be initialized",
				"1:58: error: 'b' has static storage: its length must be constant",
			],
		],
		[
			"extern int x; static int x; int f(void); static int f(void) { return 1; }",
			[
				"1:26: error: static declaration of 'x' follows non-static declaration [previous declaration is here]",
				"1:53: error: static declaration of 'f' follows non-static declaration [previous declaration is here]",
			],
		],
		["int main(void) { if 1 return 2; }", ["1:21: error: expected '(' after 'if'"]],
		[
			"int main(void) { x = 1; x = 2; y(1); y(2); }",
			[
				"1:18: error: use of undeclared identifier 'x'",
				"1:32: warning: implicit declaration of function 'y'",
			],
		],
		[
			"int main(void) { void *p = 0; return *p; }",
			[
				"1:38: error: returning 'void' from a function with result type 'int' is not possible: the expression has no value",
			],
		],
		[
			"int main(void) { void *p = 0; return p[0]; }",
			["1:39: error: subscript of a pointer to void ('void *')"],
		],
		[
			"int f(void g); int h(int x, int x);",
			[
				"1:12: error: the parameter 'g' has type 'void'",
				"1:33: error: redefinition of parameter 'x' [previous declaration is here]",
			],
		],
		[
			"int a[2][]; int *b[]; void (*c)(void)[3]; int d(void)[3];",
			[
				"1:6: error: an array cannot have elements of type 'int[]'",
				"1:18: warning: array 'b' assumed to have one element",
				"1:32: error: a function cannot return an array",
				"1:48: error: a function cannot return an array",
			],
		],
		[
			"int b[1<<30][1<<30]; int c[][1 << 30][1 << 30];",
			[
				"1:15: error: array is too large (1073741824 elements)",
				"1:41: error: array is too large (1073741824 elements)",
			],
		],
		[`int a${"[2]".repeat(40)}; int b;`, ["1:40: error: array is too large (2 elements)"]],
		[
			"int main(void) { int n = 1, v[n][1L << 40][1L << 40]; return v[0][0][0]; }",
			["1:47: error: array is too large (1099511627776 elements)"],
		],
		["struct s { nosuch_t a[4]; int b; };", ["1:12: error: unknown type name 'nosuch_t'"]],
		[
			"int main(void) { return (1, 2; }",
			[
				"1:26: warning: left operand of comma operator has no effect",
				"1:30: error: expected ')' [to match this '(']",
			],
		],
		["_Complex double z;", ["1:1: error: complex numbers are not supported"]],
		["__complex__ float z;", ["1:1: error: complex numbers are not supported"]],
		[
			"struct e { } a[2]; long d = &a[1] - &a[0];",
			["1:35: error: initializer element is not a compile-time constant"],
		],
		["struct s { int a; int b };", ["1:24: warning: expected ';' after the last member"]],
		["struct s { int a; }\nint main(void) { return 0; }", ["1:20: error: expected ';' after the struct"]],
		[
			"int main(void) {\n\tint i;\n\tfor (i = 0; i < 3; i++);\n\t\ti--;\n\treturn i;\n}",
			["3:25: warning: 'for' has an empty body: is the ';' meant?"],
		],
		["int main(void) {\n\tint i;\n\tfor (i = 0; i < 3; i++);\n\tfor (; i; i--)\n\t\t;\n\treturn i;\n}", []],
		[
			"int f(int x) { if (x => 3) x = 1; return x; }",
			["1:23: error: expected an expression after '=', found '>' [did you mean '>='?]"],
		],
		[
			"int f(int x) { x =+ 1; x =-1; x = !x; return x; }",
			["1:18: warning: '=+' is an assignment and a unary '+' [did you mean '+='?]"],
		],
		[
			"int f(int x) { return (0 < x) < 3 || 0 < x < 3; }",
			[
				"1:44: warning: comparisons like 'a < b < c' do not mean what they mean in mathematics [this compares the truth of the first, 0 or 1: write 'a < b && b < c']",
			],
		],
		[
			"int f(void) { return O_RDNLY; }",
			["1:22: error: use of undeclared identifier 'O_RDNLY' [did you mean 'O_RDONLY'?]"],
		],
		["*p;", ["1:1: warning: type specifier missing, defaults to 'int'"]],
		[
			"static int a, b; static long c = (char *)&a - (char *)&b;",
			["1:45: error: initializer element is not a compile-time constant"],
		],
		[
			"int f(int x) { return x } int g(void) { return 2; }",
			["1:24: error: expected ';' after the return statement"],
		],
	])("%s", (source, wanted) => {
		expect(complaints(source)).toEqual(wanted);
	});
});

describe("what was meant is named, and nothing follows from it", () => {
	test.each([
		["int a[3] = { 1 2, 3 };", ["1:15: error: expected ',' between the values"]],
		["int g(int, int); int f(int x) { return g(1 x); }", ["1:43: error: expected ',' between the arguments"]],
		[
			"int main(void) {\n\tif (1)\n\t\tmain();\n\t}\n\treturn 0;\n}\nint f(void) { return x; }",
			[
				"5:2: error: a statement outside of a function: 'return' [is there a '}' too many above, or a '{' missing?]",
				"7:22: error: use of undeclared identifier 'x'",
			],
		],
		[
			"int f(int x);\n{\n\treturn x;\n}\nint g(void) { return 1; }",
			["2:1: error: a block outside of a function [is this ';' too many?]"],
		],
		[
			"int f(int x) {\n\tif (x) x = 1;\n\telse (x == 2) { x = 3; }\n\treturn x;\n}",
			["3:7: error: 'else' has no condition [did you mean 'else if'?]"],
		],
		[
			"int f(int x) {\n\tif (x) return 1;\n\telif (x == 2) return 3;\n\treturn x;\n}",
			["3:2: error: unknown word 'elif' [did you mean 'else if'?]"],
		],
		[
			"int f(x, int y) { return x + y; }",
			["1:10: error: expected a parameter's name, found 'int' [every parameter needs its own type]"],
		],
		[
			"int g(int); void f(void) { g(int x); }",
			[
				"1:30: error: expected an expression after '(', found 'int' [in a call only values are written, no types]",
			],
		],
		[
			"int f(int a, int b = 2) { return a + b; }",
			["1:20: error: C has no default arguments [every call writes all arguments]"],
		],
		[
			"void f(int &a) { a = 1; }",
			["1:12: error: C has no references [let the parameter be a pointer, and pass the address with '&']"],
		],
		[
			"class A { public: int x; };\nint main(void) { A a; return a.x; }",
			["1:1: error: 'class' is C++, and this is C [C has struct, without functions in it]"],
		],
		[
			"using namespace std;\nint main() { return 0; }",
			["1:1: error: 'using' is C++, and this is C [C has no namespaces]"],
		],
		[
			"int main(void) { int *p = new int; delete p; return *p; }",
			[
				"1:27: error: 'new' is C++, and this is C [C gets memory from malloc, from <stdlib.h>]",
				"1:36: error: 'delete' is C++, and this is C [C gives memory back with free, from <stdlib.h>]",
			],
		],
		[
			"int main(void) { cout << 1; }",
			[
				"1:18: error: use of undeclared identifier 'cout' [this is C++: C prints with printf, from <stdio.h>]",
			],
		],
		[
			"#include <iostream>\nint main(void) { cout << 1; return x; }",
			[
				"1:10: error: 'iostream' file not found [this is a header of C++: C's are <stdio.h>, <stdlib.h>, <string.h> and their like]",
			],
		],
		[
			"#include <conio.h>\n#include <none/of.h>\nint x = y;",
			[
				"1:10: error: 'conio.h' file not found [this header belongs to Windows or DOS, not to POSIX]",
				"2:10: error: 'none/of.h' file not found",
			],
		],
	])("%s", (source, wanted) => {
		expect(complaints(source)).toEqual(wanted);
	});
});

/** Of each clang 14 says as much or more. */
describe("one mistake gives one error", () => {
	test.each([
		[
			"int f(int x) {\n\tif (x == 1 {\n\t\tx = 2;\n\t} else x = 3;\n\twhile (x > 3\n\t\tx--;\n\tfor (; x; x-- { }\n\treturn x;\n}",
			[
				"2:13: error: expected ')' [to match this '(']",
				"5:14: error: expected ')' [to match this '(']",
				"7:16: error: expected ')' [to match this '(']",
			],
		],
		[
			"int f(void) { int x == 5; return x; }",
			["1:21: error: '==' gives no initial value [did you mean '='?]"],
		],
		[
			"int f(void) { int x := 5; return x; }",
			["1:21: error: ':=' gives no initial value [did you mean '='?]"],
		],
		[
			"int f(void) { int[] a = { 1, 2, 3 }; return a[0]; } int[3] b;",
			[
				"1:18: error: the brackets of an array do not stand before its name [they come after it: a[…]]",
				"1:56: error: the brackets of an array do not stand before its name [they come after it: b[…]]",
			],
		],
		["int f(int x) { f(1; 2); return x; }", ["1:19: error: expected ')' [to match this '(']"]],
		[
			"int f(int x) { if (x and x) return 1; if (x or x) return 2; return x mod 2; }",
			[
				"1:22: error: expected ')' [did you mean '&&'?] [to match this '(']",
				"1:45: error: expected ')' [did you mean '||'?] [to match this '(']",
				"1:69: error: expected ';' after the return statement [did you mean '%'?]",
			],
		],
		[
			"int f(int *a) { for (int x : a) { a++; } return *a; }",
			[
				"1:28: error: 'for' does not go through an array by itself [count its elements: for (int i = 0; i < length; i++)]",
			],
		],
		[
			"int f(int x) { whlie (x) { x--; } fro (int i = 0; i < 3; i++) { x++; } return x; }",
			[
				"1:16: error: unknown word 'whlie' [did you mean 'while'?]",
				"1:35: error: unknown word 'fro' [did you mean 'for'?]",
			],
		],
		[
			"int f(int x) { x = x + sizeof int; return sizeof unsigned long + y; }",
			[
				"1:31: error: a type stands in parentheses here [write '(int)']",
				"1:50: error: a type stands in parentheses here [write '(unsigned)']",
				"1:66: error: use of undeclared identifier 'y'",
			],
		],
		[
			"int f(void) { int x = (1 + ; int y = 2 return x; }",
			[
				"1:28: error: expected an expression after '+', found ';'",
				"1:39: error: expected ';' at the end of the declaration",
			],
		],
		[
			"int a[2][2] = { { 1, 2 } { 3, 4 } }; int b = x;",
			["1:25: error: expected ',' between the values", "1:46: error: use of undeclared identifier 'x'"],
		],
		["{ int x; }\nint main(void) { return 0; }", ["1:1: error: a block outside of a function"]],
		[
			'int puts(const char *);\nputs("a");\nint x = y;',
			[
				"2:1: error: a call outside of a function: of 'puts' [is there a '}' too many above, or a '{' missing?]",
				"3:9: error: use of undeclared identifier 'y'",
			],
		],
		[
			"int f(int x) { return x; } void f(int x) { x++; }",
			["1:33: error: conflicting types for 'f': 'void (int)' [previous declaration is here: 'int (int)']"],
		],
		["int f(void) { enum e n; return n; }", ["1:22: error: variable 'n' has incomplete type 'enum e'"]],
		[
			"int g(int); int *f(int) = g;",
			[
				"1:25: error: 'f' is a function, and has no initial value [a pointer to a function is written (*name)(…)]",
			],
		],
		[
			"#define ADD(a, b) ((a) + (b))\nint x = ADD(1); int y = ADD(1, 2, 3) + 1;",
			[
				"2:9: error: too few arguments to the macro 'ADD': 1 given, 2 wanted [macro 'ADD' defined here]",
				"2:25: error: too many arguments to the macro 'ADD': 3 given, 2 wanted [macro 'ADD' defined here]",
			],
		],
		[
			"#define ADD(a, b) ((a) + (b))\nint f(void) { return ADD(1, 2; }\nint g(void) { return 1; }",
			["2:22: error: unterminated call of the macro 'ADD' [macro 'ADD' defined here]"],
		],
		[
			"register int r; auto int a;",
			[
				"1:1: error: 'r' outside of a function cannot be 'register'",
				"1:17: error: 'a' outside of a function cannot be 'auto'",
			],
		],
		[
			"int f(int a, int b) { if (a <> b) a = 1; if (a === b) a = 2; a = a ^^ b; return a; }",
			[
				"1:30: error: expected an expression after '<', found '>' [did you mean '!='?]",
				"1:50: error: expected an expression after '==', found '=' [did you mean '=='?]",
				"1:69: error: expected an expression after '^', found '^' [C has no such operator: '!a != !b' is true when one of both is]",
			],
		],
		[
			'struct s { int a; char t[4]; int b; }; struct s x = { .a = 1 .b = 2 }, y = { .t = "abc" .b = 3 };',
			["1:61: error: expected ',' between the values", "1:88: error: expected ',' between the values"],
		],
		[
			"struct s { int a; }; int f(struct s *p) { p.a = 1; return sizeof(s); }",
			[
				"1:44: error: member reference type 'struct s *' is a pointer; did you mean to use '->'?",
				"1:66: error: use of undeclared identifier 's' [did you mean 'struct s'?]",
			],
		],
		[
			"int f(void) { struct none s; s.a = 1; return 0; }",
			["1:27: error: variable 's' has incomplete type 'struct none'"],
		],
		[
			"int f(int x) {\n\tif (x) then\n\t\tx = 1;\n\tendif\n\treturn x;\n}",
			[
				"2:9: error: C has no word 'then' [what is to be done follows the condition]",
				"4:2: error: use of undeclared identifier 'endif' [a block ends with '}']",
			],
		],
		[
			"int *f(void) { return null; }",
			["1:23: error: use of undeclared identifier 'null' [C's null pointer is NULL]"],
		],
		[
			"void g(int *), h(int); void f(int *p, int **q, int *a) { g(a[1]); g(**q); h(&p[0]); h(&*p); g(*p); }",
			[
				"1:61: warning: incompatible integer to pointer conversion passing 'int' to 'g', parameter of type 'int *' [take its address with '&'] ['g' declared here]",
				"1:69: warning: incompatible integer to pointer conversion passing 'int' to 'g', parameter of type 'int *' [leave out the '*'] ['g' declared here]",
				"1:78: warning: incompatible pointer to integer conversion passing 'int *' to 'h', parameter of type 'int' [did you mean '*p'?] ['h' declared here]",
				"1:89: warning: incompatible pointer to integer conversion passing 'int *' to 'h', parameter of type 'int' [did you mean '*p'?] ['h' declared here]",
				"1:95: warning: incompatible integer to pointer conversion passing 'int' to 'g', parameter of type 'int *' [leave out the '*'] ['g' declared here]",
			],
		],
		["int f(void) { return foreach(1); }", ["1:22: warning: implicit declaration of function 'foreach'"]],
	])("%s", (source, wanted) => {
		expect(complaints(source)).toEqual(wanted);
	});
});

describe("several errors", () => {
	test("each function's errors are found", () => {
		const source = `int one(void) { return a; }
int two(void) { int x = 1 +; return x }
struct s { int m; };
int three(struct s *p) {
	if (p.m) return 1;
	p->n = 2;
	return four(p);
}`;
		expect(complaints(source)).toEqual([
			"1:24: error: use of undeclared identifier 'a'",
			"2:28: error: expected an expression after '+', found ';'",
			"2:38: error: expected ';' after the return statement",
			"5:7: error: member reference type 'struct s *' is a pointer; did you mean to use '->'?",
			"6:5: error: no member named 'n' in 'struct s'",
			"7:9: warning: implicit declaration of function 'four'",
		]);
	});

	test("a head without its body, a wrong head, and their consequences", () => {
		const source = `int add(int a, int b)
	return a + b;
}
void show(char *s {
	s = 1;
}
int main(void) {
	show("x");
	return add(1, 2);
}`;
		expect(complaints(source)).toEqual([
			"1:22: error: expected '{' or ';' after the head of function 'add'",
			"4:19: error: expected ')' [to match this '(']",
		]);
	});

	test("there is an end to them", () => {
		const source = `int main(void) { ${"int 1; ".repeat(100)} }`;
		const all = complaints(source);
		expect(all).toHaveLength(20);
		expect(all.filter((each) => each.includes("reading ends here"))).toEqual([all.at(-1)]);
		expect(all.at(-1)).toContain("[reading ends here, after 20 errors]");
	});

	test("a chain of 'else if' that has no reasonable end is refused by its number, and nothing else is said", () => {
		const chain = Array.from({ length: 20_001 }, () => "if (x) x++;").join(" else ");
		expect(
			complaints(`int f(int x) { ${chain} return -1; }`).map((each) => each.replace(/^.*: /, "")),
		).toEqual(["more than 20000 'else if' in a row"]);
	});

	test("a wrong program has no unit, one with warnings has", () => {
		expect(read("int main(void) { return x; }").unit).toBeNull();
		expect(read("int main(void) { int x = 1; x + 1; return x; }")).toMatchObject({
			unit: { file: "main.c" },
			diagnostics: [{ severity: "warning" }],
		});
	});
});

describe("headers", () => {
	const headers = (name: string) =>
		name === "old.h" ? "static int unused() { int *p = 5; return *p; }\n" : undefined;

	test("warnings in system headers are not told", () => {
		const program = { path: "main.c", text: "#include <old.h>\nint main(void) { return unused(); }" };
		expect(parse(program, { headers }).diagnostics).toEqual([]);
	});

	test("errors in local headers are told at their place", () => {
		const program = { path: "main.c", text: '#include "own.h"\nint main(void) { return 0; }' };
		const { diagnostics } = parse(program, { headers, include: () => "\nint x = y;\n" });
		expect(diagnostics.map((each) => each.span)).toEqual([{ file: "own.h", line: 2, column: 9, length: 1 }]);
	});
});

describe("nesting that is too deep", () => {
	const deep = 5000;
	test.each([
		["parentheses", `int x = ${"(".repeat(deep)}1${")".repeat(deep)};`],
		["blocks", `int main(void) ${"{".repeat(deep)}${"}".repeat(deep)}`],
		["braces", `int x = ${"{".repeat(deep)}1${"}".repeat(deep)};`],
		["unary operators", `int x = ${"- ".repeat(deep)}1;`],
		["casts", `int x = ${"(int)".repeat(deep)}1;`],
		["pointers", `int ${"*".repeat(deep)}x;`],
		["arrays", `int x${"[1]".repeat(deep)};`],
		["declarators", `int ${"(".repeat(deep)}x${")".repeat(deep)};`],
		["parameters", `int ${"f(int ".repeat(deep)}${")".repeat(deep)};`],
		["structs", `${"struct { ".repeat(deep)}int x; ${"} a; ".repeat(deep)}`],
		["assignments", `int f(int x) { return ${"x = ".repeat(deep)}1; }`],
		["conditionals in the middle", `int f(int x) { return ${"x ? ".repeat(deep)}1${" : 2".repeat(deep)}; }`],
		["ifs", `int f(int x) { ${"if (x) ".repeat(deep)}return 1; return 0; }`],
		["subscripts", `int f(int *x) { return x${"[0]".repeat(deep)}; }`],
		["#if", `#if ${"(".repeat(deep)}1${")".repeat(deep)}\n#endif`],
		["macro arguments", `#define f(x) x\nint x = ${"f(".repeat(deep)}1${")".repeat(deep)};`],
		[
			"macro chain",
			`${Array.from({ length: deep }, (_, i) => `#define m${i} m${i + 1}\n`).join("")}int x = m0;`,
		],
		["open brackets", `int x = ${"[".repeat(30 * deep)}1;`],
		[
			"typedefs",
			`${Array.from({ length: deep }, (_, i) => `typedef ${i === 0 ? "int" : `t${i - 1}`} *t${i};\n`).join("")}t${deep - 1} x, y = x;`,
		],
	])("%s", (_, source) => {
		const { unit, diagnostics } = read(source);
		expect(unit).toBeNull();
		expect(diagnostics.length).toBeGreaterThan(0);
	});
});
