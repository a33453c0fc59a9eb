// Text into tokens.
import { describe, expect, test } from "vitest";
import { lex } from "./lexer.ts";
import { readCharacter, readNumber, readUnits } from "./literals.ts";
import { typeText } from "./types.ts";

function texts(source: string): string[] {
	return lex("main.c", source)
		.slice(0, -1)
		.map((token) => token.text);
}

describe("tokens", () => {
	test.each([
		["a+++b", "a ++ + b"],
		["x->y.z", "x -> y . z"],
		["a<<=1>>=2...", "a <<= 1 >>= 2..."],
		["f(a, ...)", "f ( a , ... )"],
		["/* a */ x // rest\ny", "x y"],
		["/* a\n * b */ x", "x"],
		["a//**/b\nc", "a c"],
		['"a /* b */" c', '"a /* b */" c'],
		["'\\'' '\"' \"\\\"\"", "'\\'' '\"' \"\\\"\""],
		['L"w" u8"x" L\'c\' uint', 'L"w" u8"x" L\'c\' uint'],
		["1.5e-3f .5 0x1p-2 1..2", "1.5e-3f .5 0x1p-2 1..2"],
		["<: :> <% %>", "[ ] { }"],
		["ab\\\ncd", "abcd"],
		["größe", "größe"],
	])("%s", (source, tokens) => {
		expect(texts(source).join(" ")).toBe(tokens);
	});

	test("places count from 1 and survive joined lines and comments", () => {
		const tokens = lex("main.c", "a\n\tb /* x\n y */ c\n#def \\\n  d e\n  f");
		expect(tokens.slice(0, -1).map((t) => [t.text, t.line, t.column])).toEqual([
			["a", 1, 1],
			["b", 2, 2],
			["c", 3, 7],
			["#", 4, 1],
			["def", 4, 2],
			["d", 5, 3],
			["e", 5, 5],
			["f", 6, 3],
		]);
	});

	test.each([
		['"abc', "missing terminating '\"' character"],
		["'a\nb", 'missing terminating "\'" character'],
		["/* abc", "unterminated /* comment"],
		["a @ b", "stray '@' in program"],
		["\\ x", "stray '\\' in program"],
		["5 – 3", "unexpected character '–' (U+2013): C has '-' there"],
		["“x”", "unexpected character '“' (U+201C): C has '\"' there"],
		["‘x’", "unexpected character '‘' (U+2018): C has \"'\" there"],
		["a\u00a0b", "unexpected space of another kind (U+00A0)"],
		["pri\u200bntf", "unexpected invisible character (U+200B)"],
		["f（）", "unexpected character '（' (U+FF08): C has '(' there"],
		["☃", "unexpected character '☃' (U+2603)"],
	])("%s is no token", (source, problem) => {
		const wrong = lex("main.c", source).find((token) => token.kind === "invalid");
		expect(wrong?.problem).toBe(problem);
	});
});

test.each([
	["a–b", ["a", "-", "b"]],
	["5–1", ["5", "-", "1"]],
	["f(“%d\\n”, n);", ["f", "(", '"%d\\n"', ",", "n", ")", ";"]],
	["c = ‘x’;", ["c", "=", "'x'", ";"]],
	["x ≤ y", ["x", "<=", "y"]],
	["größe、名前", ["größe", ",", "名前"]],
	["“open", ["open"]],
])("%s is read as it was meant, after it has been told", (source, texts) => {
	const tokens = lex("main.c", source);
	const meant = tokens.filter(({ kind }) => kind !== "invalid" && kind !== "end");
	expect(meant.map(({ text }) => text)).toEqual(texts);
	expect(tokens.length).toBeGreaterThan(texts.length + 1);
});

describe("numbers", () => {
	test.each([
		["0", "int 0"],
		["42", "int 42"],
		["2147483647", "int 2147483647"],
		["2147483648", "long 2147483648"],
		["0x7fffffff", "int 2147483647"],
		["0xffffffff", "unsigned int 4294967295"],
		["0x100000000", "long 4294967296"],
		["0xffffffffffffffff", "unsigned long 18446744073709551615"],
		["017", "int 15"],
		["0b101", "int 5"],
		["1u", "unsigned int 1"],
		["1UL", "unsigned long 1"],
		["1LLU", "unsigned long long 1"],
		["1ll", "long long 1"],
		["4294967296U", "unsigned long 4294967296"],
		["1.0", "double 1"],
		["1e3", "double 1000"],
		["1.", "double 1"],
		[".5f", "float 0.5"],
		["0.1f", `float ${Math.fround(0.1)}`],
		["2.5L", "long double 2.5"],
		["0x1.8p1", "double 3"],
		["0x1p-2", "double 0.25"],
		["0x1.fffffffffffffp0", "double 1.9999999999999998"],
	])("%s is %s", (text, wanted) => {
		const number = readNumber(text);
		expect(number.kind === "wrong" ? number.problem : `${typeText(number.type)} ${number.value}`).toBe(
			wanted,
		);
	});

	test.each([
		["089", "invalid digit '8' in octal constant"],
		["12abc", "invalid suffix 'abc' on integer constant"],
		["1lul", "invalid suffix 'lul' on integer constant"],
		["1.5x", "invalid suffix 'x' on floating constant"],
		["0x1.8", "hexadecimal floating constant requires an exponent"],
		["18446744073709551616", "integer literal is too large to be represented in any integer type"],
		["1..2", "a number has one decimal point at most"],
		["1.2.3", "a number has one decimal point at most"],
		["0b12", "invalid digit '2' in binary constant"],
		["0b", "'0b' has no digits behind it"],
		["0x", "'0x' has no digits behind it"],
		["0xg", "'0x' has no digits behind it"],
		["0x.p1", "'0x' has no digits behind it"],
		["5l5", "invalid suffix 'l5' on integer constant"],
		["1_000", "invalid suffix '_000' on integer constant"],
		["1e", "exponent has no digits"],
		["1.5e+", "exponent has no digits"],
		["0x1p", "exponent has no digits"],
		["3.f.g", "invalid suffix 'f.g' on floating constant"],
		["1e5e5", "invalid suffix 'e5' on floating constant"],
		["0b1.1", "a binary constant is a whole number"],
	])("%s: %s", (text, problem) => {
		expect(readNumber(text)).toMatchObject({ kind: "wrong", problem });
	});

	test.each([
		["09", "a leading 0 means base 8: write 9 for the decimal number"],
		["0b2", "binary digits are 0 and 1"],
		["1_000", "the digits of a number are written together"],
		["10px", "a name does not begin with a digit"],
		["1f", "only a number with a decimal point can be a float: 1.0f"],
		["0x1.8", "write '0x1.8p0'"],
	])("%s is mended: %s", (text, cure) => {
		expect(readNumber(text)).toMatchObject({ kind: "wrong", cure });
	});
});

describe("characters and strings", () => {
	test.each([
		["'a'", 97n],
		["'\\n'", 10n],
		["'\\0'", 0n],
		["'\\x41'", 65n],
		["'\\101'", 65n],
		["'\\377'", -1n],
		["'\\''", 39n],
		["'ab'", 24930n],
		["L'é'", 233n],
	])("%s is %s", (text, value) => {
		expect(readCharacter(text).value).toBe(value);
	});

	test.each([
		['"a\\tb"', [97, 9, 98]],
		['"\\x41g"', [65, 103]],
		['"\\1234"', [83, 52]],
		['"é"', [0xc3, 0xa9]],
		['"€"', [0xe2, 0x82, 0xac]],
		['"😀"', [0xf0, 0x9f, 0x98, 0x80]],
		['"\\u00e9"', [0xc3, 0xa9]],
		['L"é"', [233]],
		['u"😀"', [0xd83d, 0xde00]],
	])("%s", (text, units) => {
		expect(readUnits(text).units).toEqual(units);
	});

	test.each([
		['"\\q"', "unknown escape sequence '\\q'", false],
		['"\\xfff"', "hex escape sequence out of range", true],
		['"\\xg"', "\\x used with no following hex digits", true],
	])("%s: %s", (text, problem, fatal) => {
		expect(readUnits(text)).toMatchObject({ problem, fatal });
	});
});
