// Doubles as text and back, against what glibc prints.
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDouble, parseDouble } from "./format.ts";

test.each([
	[0, "%f", "0.000000"],
	[-0, "%g", "-0"],
	[0.5, "%.0f", "0"],
	[1.5, "%.0f", "2"],
	[2.5, "%.0f", "2"],
	[0.1, "%.20f", "0.10000000000000000555"],
	[
		1e100,
		"%.0f",
		"10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104",
	],
	[5e-324, "%e", "4.940656e-324"],
	[1e-7, "%.17g", "9.9999999999999995e-08"],
	[9.9999995, "%g", "10"],
	[999999.5, "%g", "1e+06"],
	[1.51263e20, "%g", "1.51263e+20"],
	[100000, "%g", "100000"],
	[0.0001, "%g", "0.0001"],
	[0.00001, "%g", "1e-05"],
	[123, "%#.0f", "123."],
	[1, "%#g", "1.00000"],
	[2, "%+f", "+2.000000"],
	[1, "%a", "0x1p+0"],
	[0.1, "%a", "0x1.999999999999ap-4"],
	[0.1, "%.2a", "0x1.9ap-4"],
	[5e-324, "%a", "0x0.0000000000001p-1022"],
	[-1.5, "%A", "-0X1.8P+0"],
	[Number.POSITIVE_INFINITY, "%f", "inf"],
	[Number.NEGATIVE_INFINITY, "%G", "-INF"],
	[Number.NaN, "%e", "nan"],
])("%d as %s is %s", (value, format, text) => {
	const [, flags, precision, letter] = /^%([#+]*)(?:\.(\d+))?(\w)$/.exec(format)!;
	const given = precision === undefined ? -1 : Number(precision);
	const sign = flags!.includes("+") ? "+" : "";
	expect(
		formatDouble(value, { letter: letter!, precision: given, alternate: flags!.includes("#"), sign }),
	).toBe(text);
});

test("17 digits bring every double back", () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true }), (value) => {
			for (const letter of ["g", "e", "a"]) {
				const precision = letter === "a" ? -1 : 17;
				const text = formatDouble(value, { letter, precision, alternate: false, sign: "" });
				expect(parseDouble(text)).toEqual({ value, length: text.length });
			}
		}),
	);
});

test.each([
	["  1.5x", 1.5, 5],
	[".5", 0.5, 2],
	["5.", 5, 2],
	["1e", 1, 1],
	["1e+", 1, 1],
	["0x", 0, 1],
	["0x.8p1", 1, 6],
	["-inf", Number.NEGATIVE_INFINITY, 4],
	["infinityx", Number.POSITIVE_INFINITY, 8],
	["1e400", Number.POSITIVE_INFINITY, 5],
	["0x1p-1075", 0, 9],
	["0x1.8p-1074", 1e-323, 11],
	["abc", 0, 0],
	["", 0, 0],
])("strtod of %j is %d and takes %d characters", (text, value, length) => {
	expect(parseDouble(text)).toEqual({ value, length });
});
