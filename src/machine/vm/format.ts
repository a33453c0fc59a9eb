// A double as text, digit for digit as glibc's printf: exact, rounded half to even.

/** What `printf` was told about one conversion besides its letter. */
export interface DoubleFormat {
	/** e, f, g or a; a capital gives capitals. */
	readonly letter: string;
	/** Digits; below 0 means none given. */
	readonly precision: number;
	/** `#`: keep the point and, for g, the zeros. */
	readonly alternate: boolean;
	/** What stands before a number that is not negative: `+`, a space or nothing. */
	readonly sign: string;
	/** The sign of a NaN, which a number of JavaScript does not tell. */
	readonly isNegativeNan?: boolean;
}

const bits = new DataView(new ArrayBuffer(8));

/** A finite double's size as mantissa * 2^exponent, exactly. */
function parts(value: number): { mantissa: bigint; exponent: number } {
	bits.setFloat64(0, Math.abs(value));
	const raw = bits.getBigUint64(0);
	const biased = Number(raw >> 52n);
	const fraction = raw & 0xf_ffff_ffff_ffffn;
	return biased === 0
		? { mantissa: fraction, exponent: -1074 }
		: { mantissa: fraction | 0x10_0000_0000_0000n, exponent: biased - 1075 };
}

/** numerator / denominator, rounded half to even. */
function rounded(numerator: bigint, denominator: bigint): bigint {
	const quotient = numerator / denominator;
	const twice = (numerator - quotient * denominator) * 2n;
	const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
	return up ? quotient + 1n : quotient;
}

/** |value| * 10^power, rounded to a whole number. */
function scaled(value: number, power: number): bigint {
	const { mantissa, exponent } = parts(value);
	let numerator = mantissa;
	let denominator = 1n;
	if (power >= 0) numerator *= 10n ** BigInt(power);
	else denominator *= 10n ** BigInt(-power);
	if (exponent >= 0) numerator <<= BigInt(exponent);
	else denominator <<= BigInt(-exponent);
	return rounded(numerator, denominator);
}

export function formatDouble(value: number, format: DoubleFormat): string {
	const letter = format.letter.toLowerCase();
	const negative = value < 0 || Object.is(value, -0) || (Number.isNaN(value) && format.isNegativeNan);
	const body = Number.isFinite(value) ? finite(value, letter, format) : Number.isNaN(value) ? "nan" : "inf";
	const text = (negative ? "-" : format.sign) + body;
	return letter === format.letter ? text : text.toUpperCase();
}

function finite(value: number, letter: string, { precision, alternate }: DoubleFormat): string {
	const digits = precision < 0 ? 6 : precision;
	switch (letter) {
		case "f":
			return fixed(value, digits, alternate);
		case "e":
			return exponential(value, digits, alternate).text;
		case "a":
			return hexadecimal(value, precision, alternate);
		default:
			return general(value, Math.max(digits, 1), alternate);
	}
}

function fixed(value: number, digits: number, alternate: boolean): string {
	const all = scaled(value, digits)
		.toString()
		.padStart(digits + 1, "0");
	const point = digits > 0 || alternate ? "." : "";
	return all.slice(0, all.length - digits) + point + all.slice(all.length - digits);
}

function exponential(value: number, digits: number, alternate: boolean): { text: string; exponent: number } {
	let exponent = value === 0 ? 0 : decimalExponent(value);
	let all = scaled(value, digits - exponent).toString();
	// Rounding may have carried into one more digit.
	if (all.length > digits + 1) {
		exponent++;
		all = scaled(value, digits - exponent).toString();
	}
	all = all.padEnd(digits + 1, "0");
	const point = digits > 0 || alternate ? "." : "";
	const power = `${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
	return { text: `${all[0]}${point}${all.slice(1)}e${power}`, exponent };
}

/** The exponent e with 10^e <= |value| < 10^(e + 1). */
function decimalExponent(value: number): number {
	const guess = Math.floor(Math.log10(Math.abs(value)));
	for (let e = guess + 1; ; e--) if (isAtLeast(value, e)) return e;
}

function isAtLeast(value: number, power: number): boolean {
	const { mantissa, exponent } = parts(value);
	const left = (power < 0 ? mantissa * 10n ** BigInt(-power) : mantissa) << BigInt(Math.max(exponent, 0));
	const right = (power < 0 ? 1n : 10n ** BigInt(power)) << BigInt(Math.max(-exponent, 0));
	return left >= right;
}

function general(value: number, digits: number, alternate: boolean): string {
	const { text, exponent } = exponential(value, digits - 1, alternate);
	const usesExponent = exponent < -4 || exponent >= digits;
	const full = usesExponent ? text : fixed(value, digits - 1 - exponent, alternate);
	if (alternate || !full.includes(".")) return full;
	return full.replace(/\.?0*(e.*)?$/, "$1");
}

function hexadecimal(value: number, precision: number, alternate: boolean): string {
	const { mantissa, exponent } = parts(value);
	const normal = mantissa >> 52n === 1n;
	const power = mantissa === 0n ? 0 : normal ? exponent + 52 : -1022;
	let digits = precision;
	let all = mantissa;
	if (digits >= 0 && digits < 13) all = rounded(mantissa, 1n << BigInt(52 - digits * 4));
	else digits = 13;
	let fraction = (all & ((1n << BigInt(digits * 4)) - 1n)).toString(16).padStart(digits, "0");
	if (digits === 0) fraction = "";
	const lead = all >> BigInt(digits * 4);
	fraction = precision < 0 ? fraction.replace(/0+$/, "") : fraction.padEnd(precision, "0");
	const point = fraction !== "" || alternate ? "." : "";
	return `0x${lead}${point}${fraction}p${power < 0 ? "-" : "+"}${Math.abs(power)}`;
}

const DECIMAL = /^[ \t\n\v\f\r]*([+-]?)((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/;
const HEXADECIMAL =
	/^[ \t\n\v\f\r]*([+-]?)0[xX](?=[\da-fA-F]|\.[\da-fA-F])([\da-fA-F]*)(?:\.([\da-fA-F]*))?(?:[pP]([+-]?\d+))?/;
const WORD = /^[ \t\n\v\f\r]*([+-]?)(infinity|inf|nan(?:\(\w*\))?)/i;

/** What `strtod` makes of the beginning of a text: the value and how many characters it took (0: no number). */
export function parseDouble(text: string): { value: number; length: number } {
	const match = WORD.exec(text) ?? HEXADECIMAL.exec(text) ?? DECIMAL.exec(text);
	if (match === null) return { value: 0, length: 0 };
	const size = WORD.test(text)
		? /^i/i.test(match[2]!)
			? Number.POSITIVE_INFINITY
			: Number.NaN
		: number(match);
	return { value: match[1] === "-" ? -size : size, length: match[0].length };
}

function number(match: RegExpExecArray): number {
	if (match.length === 3) return Number(match[2]);
	const fraction = match[3] ?? "";
	const mantissa = BigInt(`0x0${match[2]}${fraction}`);
	return timesPowerOfTwo(mantissa, Number(match[4] ?? 0) - fraction.length * 4);
}

/** mantissa * 2^exponent, rounded once. */
function timesPowerOfTwo(mantissa: bigint, exponent: number): number {
	if (mantissa === 0n) return 0;
	const length = mantissa.toString(2).length;
	const top = length + exponent;
	if (top > 1100) return Number.POSITIVE_INFINITY;
	if (top < -1100) return 0;
	// Bits below the last one that a double of this size keeps.
	const drop = Math.max(length - 53, -1074 - exponent);
	if (drop <= 0) return Number(mantissa) * 2 ** Math.max(exponent, -1000) * 2 ** Math.min(exponent + 1000, 0);
	const kept = Number(rounded(mantissa, 1n << BigInt(drop)));
	const power = exponent + drop;
	return kept * 2 ** Math.max(power, -1000) * 2 ** Math.min(power + 1000, 0);
}
