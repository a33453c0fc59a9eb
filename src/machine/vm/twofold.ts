// Numbers of twice a double's precision: the sum of two doubles, of which the first is the sum rounded. Dekker's arithmetic.

/** About 106 bits; `low` is at most half a unit in the last place of `high`. */
export interface Twofold {
	readonly high: number;
	readonly low: number;
}

export function twofold(high: number, low = 0): Twofold {
	return { high, low };
}

export const ONE: Twofold = twofold(1);

/** Exactly x + y. */
export function sum(x: number, y: number): Twofold {
	const high = x + y;
	const part = high - x;
	return { high, low: x - (high - part) + (y - part) };
}

/** Exactly x + y, where x is not the smaller of the two. */
export function quickSum(x: number, y: number): Twofold {
	const high = x + y;
	return { high, low: y - (high - x) };
}

/** Exactly x · y, where neither it nor its parts leave the range of a double. */
export function product(x: number, y: number): Twofold {
	const bigX = x * 134217729;
	const bigY = y * 134217729;
	const highX = bigX - (bigX - x);
	const highY = bigY - (bigY - y);
	const lowX = x - highX;
	const lowY = y - highY;
	const high = x * y;
	return { high, low: highX * highY - high + highX * lowY + lowX * highY + lowX * lowY };
}

export function plus(a: Twofold, b: Twofold): Twofold {
	const highs = sum(a.high, b.high);
	const lows = sum(a.low, b.low);
	const first = quickSum(highs.high, highs.low + lows.high);
	return quickSum(first.high, first.low + lows.low);
}

export function negative({ high, low }: Twofold): Twofold {
	return { high: -high, low: -low };
}

export function minus(a: Twofold, b: Twofold): Twofold {
	return plus(a, negative(b));
}

export function times(a: Twofold, b: Twofold): Twofold {
	const { high, low } = product(a.high, b.high);
	return quickSum(high, low + (a.high * b.low + a.low * b.high));
}

export function over(a: Twofold, b: Twofold): Twofold {
	const first = a.high / b.high;
	const rest = minus(a, times(b, twofold(first)));
	const second = rest.high / b.high;
	const last = minus(rest, times(b, twofold(second)));
	return plus(quickSum(first, second), twofold(last.high / b.high));
}

export function root(a: Twofold): Twofold {
	if (a.high === 0) return a;
	const first = Math.sqrt(a.high);
	const rest = minus(a, product(first, first));
	return quickSum(first, rest.high / (2 * first));
}

/** a · factor, where factor is a power of two. */
export function scaled({ high, low }: Twofold, factor: number): Twofold {
	return { high: high * factor, low: low * factor };
}

/** a · 2^exponent as a double, rounded once though it may be subnormal; infinite when it is too large. */
export function rounded({ high, low }: Twofold, exponent = 0): number {
	const value = power(high, exponent);
	if (Math.abs(value) >= 2 ** -1022 || high === 0) return value;
	const units = power(high, exponent + 1074);
	const down = Math.floor(units);
	const rest = units - down;
	const more = rest === 0.5 ? (low === 0 ? down % 2 !== 0 : low > 0) : rest > 0.5;
	return Math.sign(high) * Math.abs(more ? down + 1 : down) * 2 ** -1074;
}

/** x · 2^exponent, with nothing lost on the way when the result is normal. */
export function power(x: number, exponent: number): number {
	const half = Math.trunc(exponent / 2);
	return x * 2 ** half * 2 ** (exponent - half);
}
