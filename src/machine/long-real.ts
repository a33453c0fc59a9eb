// Real numbers that lose nothing: a whole number times a power of two.

/** whole · 2^exponent. */
export interface LongReal {
	readonly whole: bigint;
	readonly exponent: number;
}

/** 0. */
export const ZERO: LongReal = { whole: 0n, exponent: 0 };

/** How many bits a whole number has. */
export function sizeOf(x: bigint): number {
	return (x < 0n ? -x : x).toString(2).length;
}

/** Exactly a double that is a number. */
export function exactly(x: number): LongReal {
	if (x === 0) return ZERO;
	const bits = new DataView(new ArrayBuffer(8));
	bits.setFloat64(0, x);
	const word = bits.getBigUint64(0);
	const field = Number((word >> 52n) & 0x7ffn);
	const fraction = word & 0xf_ffff_ffff_ffffn;
	const whole = field === 0 ? fraction : fraction | (1n << 52n);
	return { whole: x < 0 ? -whole : whole, exponent: Math.max(field, 1) - 1075 };
}

/** The place of its highest bit: 1 for a number from 1 to 2. */
export function order(x: LongReal): number {
	return x.whole === 0n ? Number.NEGATIVE_INFINITY : sizeOf(x.whole) + x.exponent;
}

/** To the nearest of so many bits, halves to the even one. */
export function rounded(x: LongReal, bits: number): LongReal {
	const lost = sizeOf(x.whole) - bits;
	if (lost <= 0) return x;
	if (bits < 0) return ZERO;
	const size = x.whole < 0n ? -x.whole : x.whole;
	const kept = size >> BigInt(lost);
	const twice = (size - (kept << BigInt(lost))) * 2n;
	const half = 1n << BigInt(lost);
	const up = twice > half || (twice === half && kept % 2n === 1n) ? kept + 1n : kept;
	return { whole: x.whole < 0n ? -up : up, exponent: x.exponent + lost };
}

/** A number that a double holds, as it. */
export function asDouble({ whole, exponent }: LongReal): number {
	const half = Math.trunc(exponent / 2);
	return Number(whole) * 2 ** half * 2 ** (exponent - half);
}

/** As a double, or as a float of 24 bits: rounded once, though it may be subnormal; infinite when it is too large. */
export function nearest(x: LongReal, bits: 24 | 53 = 53): number {
	const [least, greatest] = bits === 24 ? [-149, 128] : [-1074, 1024];
	const value = rounded(x, Math.min(bits, order(x) - least));
	if (order(value) > greatest) return value.whole < 0n ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	return value.whole === 0n && x.whole < 0n ? -0 : asDouble(value);
}

/** About the number, as a double. */
export function near(x: LongReal): number {
	return asDouble(rounded(x, 53));
}

export function negated(x: LongReal): LongReal {
	return { whole: -x.whole, exponent: x.exponent };
}

export function exactProduct(a: LongReal, b: LongReal): LongReal {
	return { whole: a.whole * b.whole, exponent: a.exponent + b.exponent };
}

export function exactSum(a: LongReal, b: LongReal): LongReal {
	if (a.whole === 0n) return b;
	if (b.whole === 0n) return a;
	const least = Math.min(a.exponent, b.exponent);
	const whole = (a.whole << BigInt(a.exponent - least)) + (b.whole << BigInt(b.exponent - least));
	return whole === 0n ? ZERO : { whole, exponent: least };
}

/** x · 2^power. */
export function shifted(x: LongReal, power: number): LongReal {
	return { whole: x.whole, exponent: x.exponent + power };
}

/** π · 2^bits, by Machin's formula. */
export function machin(bits: number): bigint {
	const inverseTangent = (n: bigint): bigint => {
		let term = (1n << BigInt(bits + 64)) / n;
		let total = 0n;
		for (let i = 1n; term !== 0n; i += 2n) {
			total += i % 4n === 1n ? term / i : -term / i;
			term /= n * n;
		}
		return total;
	};
	return (16n * inverseTangent(5n) - 4n * inverseTangent(239n)) >> 64n;
}
