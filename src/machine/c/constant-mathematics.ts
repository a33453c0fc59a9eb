// The functions of <math.h> that gcc computes itself when their arguments are constants: rounded to the nearest, as MPFR does.

import {
	exactly,
	exactProduct,
	exactSum,
	type LongReal,
	near,
	nearest,
	negated,
	order,
	rounded,
	shifted,
	ZERO,
} from "../long-real.ts";
import { LongArithmetic } from "./long-arithmetic.ts";

/** Bits that are computed, and those of them that are taken to be right. */
const BITS = 224;
const RIGHT = 150;

/** Beyond this the Bessel functions are taken from infinity, not from 0; up to orders that are far below it. */
const FAR = 400;
const MOST_ORDERS = 40;

type Compute = (a: LongArithmetic, x: LongReal, y: LongReal, z: LongReal) => LongReal | null;

/** e^x, or null where no double comes near. */
function power(a: LongArithmetic, x: LongReal): LongReal | null {
	return Math.abs(near(x)) > 800 ? null : a.exp(x);
}

/** e^x - e^-x and e^x + e^-x. */
function both(a: LongArithmetic, x: LongReal): readonly [LongReal, LongReal] | null {
	if (Math.abs(near(x)) > 800) return null;
	const up = a.exp(x);
	const down = a.over(a.whole(1), up);
	return [a.minus(up, down), a.plus(up, down)];
}

/** √(1 - x²) */
function other(a: LongArithmetic, x: LongReal): LongReal {
	return a.root(a.minus(a.whole(1), a.times(x, x)));
}

function isBetween(x: LongReal, least: number, greatest: number): boolean {
	const value = near(x);
	return value >= least && value <= greatest;
}

function hyperbolicAngle(a: LongArithmetic, x: LongReal): LongReal | null {
	if (!isBetween(x, -1, 1) || Math.abs(near(x)) === 1) return null;
	return shifted(a.log(a.over(a.plus(a.whole(1), x), a.minus(a.whole(1), x))), -1);
}

/** The error function by its series, for a size up to 27. */
function erf(a: LongArithmetic, x: LongReal): LongReal {
	const square = a.times(x, x);
	let power = x;
	const sum = a.series(x, (_, n) => {
		power = negated(a.over(a.times(power, square), a.whole(n)));
		return a.over(power, a.whole(2 * n + 1));
	});
	return a.over(shifted(sum, 1), a.root(a.pi()));
}

/** By an incomplete gamma function that leaves out less than counts; x is first brought to where it is quick. */
function gamma(a: LongArithmetic, x: LongReal): LongReal | null {
	const value = near(x);
	if (value > 172 || value < -184 || (value <= 0 && Number.isInteger(value))) return null;
	let [from, factor] = [x, a.whole(1)];
	for (; near(from) < 1; from = a.plus(from, a.whole(1))) factor = a.over(factor, from);
	for (; near(from) >= 2; factor = a.times(factor, from)) from = a.minus(from, a.whole(1));
	const end = a.whole(BITS);
	let at = from;
	const sum = a.series(a.over(a.whole(1), from), (term) => {
		at = a.plus(at, a.whole(1));
		return a.over(a.times(term, end), at);
	});
	return a.times(factor, a.times(sum, a.exp(a.minus(a.times(from, a.log(end)), end))));
}

function factorial(n: number): bigint {
	let product = 1n;
	for (let i = 2n; i <= BigInt(n); i++) product *= i;
	return product;
}

/** (x/2)^(2k + n) / k!(n + k)! with its sign, times a factor for each k. */
function besselSum(a: LongArithmetic, n: number, x: LongReal, factor: (k: number) => LongReal): LongReal {
	const half = shifted(x, -1);
	const square = a.times(half, half);
	let term = a.over(powerOf(a, half, n), a.whole(factorial(n)));
	return a.series(a.times(term, factor(0)), (_, k) => {
		term = negated(a.over(a.times(term, square), a.whole(k * (n + k))));
		return a.times(term, factor(k));
	});
}

function powerOf(a: LongArithmetic, x: LongReal, n: number): LongReal {
	let value = a.whole(1);
	for (let i = 0; i < n; i++) value = a.times(value, x);
	return value;
}

/** Of the first and of the second kind, by Hankel's series. */
function besselFar(a: LongArithmetic, n: number, x: LongReal): readonly [LongReal, LongReal] {
	const [sine, cosine] = a.sineAndCosine(x);
	const root2 = a.root(a.whole(2));
	let along = a.over(a.plus(cosine, sine), root2);
	let across = a.over(a.minus(sine, cosine), root2);
	for (let i = 0; i < n % 4; i++) [along, across] = [across, negated(along)];
	const sums = [a.whole(1), ZERO];
	let term = a.whole(1);
	for (let k = 1; order(term) > -BITS; k++) {
		term = a.over(a.times(term, a.whole(4 * n * n - (2 * k - 1) ** 2)), a.times(a.whole(8 * k), x));
		sums[k % 2] = a.plus(sums[k % 2]!, k % 4 < 2 ? term : negated(term));
	}
	const [p, q] = sums as [LongReal, LongReal];
	const size = a.root(a.over(a.whole(2), a.times(a.pi(), x)));
	return [
		a.times(size, a.minus(a.times(p, along), a.times(q, across))),
		a.times(size, a.plus(a.times(p, across), a.times(q, along))),
	];
}

function besselFirst(a: LongArithmetic, order: number, x: LongReal): LongReal | null {
	const n = Math.abs(order);
	if (n > MOST_ORDERS) return null;
	const size = x.whole < 0n ? negated(x) : x;
	const value = near(size) > FAR ? besselFar(a, n, size)[0] : besselSum(a, n, size, () => a.whole(1));
	return n % 2 === 1 && order < 0 !== x.whole < 0n ? negated(value) : value;
}

/** Euler's constant, by the method of Brent and McMillan. */
function eulersConstant(a: LongArithmetic, bits: number): LongReal {
	const n = Math.ceil(bits * 0.18) + 2;
	const square = a.whole(n * n);
	let [term, harmonic, above, below] = [a.whole(1), ZERO, ZERO, a.whole(1)];
	for (let k = 1; order(term) > -bits; k++) {
		term = a.over(a.times(term, square), a.whole(k * k));
		harmonic = a.plus(harmonic, a.over(a.whole(1), a.whole(k)));
		above = a.plus(above, a.times(term, harmonic));
		below = a.plus(below, term);
	}
	return a.minus(a.over(above, below), a.log(a.whole(n)));
}

function besselSecond(a: LongArithmetic, order: number, x: LongReal): LongReal | null {
	const n = Math.abs(order);
	if (x.whole <= 0n || n > MOST_ORDERS) return null;
	const isNegative = order < 0 && n % 2 === 1;
	if (near(x) > FAR) {
		const [, value] = besselFar(a, n, x);
		return isNegative ? negated(value) : value;
	}
	const half = shifted(x, -1);
	const gammaTwice = shifted(eulersConstant(a, BITS + padding("yn", [near(x)])), 1);
	let [first, second] = [ZERO, ZERO];
	for (let k = 1; k <= n; k++) second = a.plus(second, a.over(a.whole(1), a.whole(k)));
	const harmonics = (k: number): LongReal => {
		if (k > 0) {
			first = a.plus(first, a.over(a.whole(1), a.whole(k)));
			second = a.plus(second, a.over(a.whole(1), a.whole(n + k)));
		}
		return a.minus(a.plus(first, second), gammaTwice);
	};
	const regular = besselSum(a, n, x, harmonics);
	let singular = ZERO;
	for (let k = 0; k < n; k++) {
		const quotient = a.over(a.whole(factorial(n - k - 1)), a.whole(factorial(k)));
		const part =
			2 * k >= n
				? a.times(quotient, powerOf(a, half, 2 * k - n))
				: a.over(quotient, powerOf(a, half, n - 2 * k));
		singular = a.plus(singular, part);
	}
	const around = a.times(
		shifted(
			besselSum(a, n, x, () => a.whole(1)),
			1,
		),
		a.log(half),
	);
	const value = a.over(a.minus(a.minus(around, singular), regular), a.pi());
	return isNegative ? negated(value) : value;
}

function raised(a: LongArithmetic, x: LongReal, y: LongReal): LongReal | null {
	if (y.whole === 0n) return a.whole(1);
	const [base, exponent] = [near(x), near(y)];
	if (base === 0) return exponent > 0 ? ZERO : null;
	if (base < 0 && !Number.isInteger(exponent)) return null;
	const size = power(a, a.times(y, a.log(base < 0 ? negated(x) : x)));
	return size !== null && base < 0 && Math.abs(exponent % 2) === 1 ? negated(size) : size;
}

const logarithm: Compute = (a, x) => (near(x) === 1 ? ZERO : x.whole > 0n ? a.log(x) : null);

/** The functions that are 0 at 0, of the same sign. */
const ODD = new Set("asin asinh atan atanh cbrt erf expm1 j1 log1p sin sinh sqrt tan tanh".split(" "));

const computed: Readonly<Record<string, Compute>> = {
	acos: (a, x) => (near(x) === 1 ? ZERO : isBetween(x, -1, 1) ? a.angle(other(a, x), x) : null),
	acosh: (a, x) => {
		if (near(x) <= 1) return near(x) === 1 ? ZERO : null;
		return a.log(a.plus(x, a.root(a.minus(a.times(x, x), a.whole(1)))));
	},
	asin: (a, x) => (isBetween(x, -1, 1) ? a.angle(x, other(a, x)) : null),
	asinh: (a, x) => {
		const size = x.whole < 0n ? negated(x) : x;
		const value = a.log(a.plus(size, a.root(a.plus(a.times(size, size), a.whole(1)))));
		return x.whole < 0n ? negated(value) : value;
	},
	atan: (a, x) => a.angle(x, a.whole(1)),
	atan2: (a, y, x) => (y.whole === 0n && x.whole === 0n ? null : a.angle(y, x)),
	atanh: hyperbolicAngle,
	cbrt: (a, x) => {
		const root = a.exp(a.over(a.log(x.whole < 0n ? negated(x) : x), a.whole(3)));
		return x.whole < 0n ? negated(root) : root;
	},
	cos: (a, x) => a.sineAndCosine(x)[1],
	cosh: (a, x) => {
		const found = both(a, x);
		return found && shifted(found[1], -1);
	},
	erf: (a, x) => (isBetween(x, -27, 27) ? erf(a, x) : a.whole(x.whole < 0n ? -1 : 1)),
	erfc: (a, x) => (near(x) > 27 ? null : near(x) < -27 ? a.whole(2) : a.minus(a.whole(1), erf(a, x))),
	exp: power,
	exp10: (a, x) => power(a, a.times(x, a.log(a.whole(10)))),
	exp2: (a, x) => power(a, a.times(x, a.ln2())),
	expm1: (a, x) => {
		const value = near(x) < -800 ? ZERO : power(a, x);
		return value && a.minus(value, a.whole(1));
	},
	fma: (_, x, y, z) => exactSum(exactProduct(x, y), z),
	hypot: (a, x, y) => a.root(a.plus(a.times(x, x), a.times(y, y))),
	j0: (a, x) => besselFirst(a, 0, x),
	j1: (a, x) => besselFirst(a, 1, x),
	jn: (a, n, x) => besselFirst(a, near(n), x),
	log: logarithm,
	log10: (a, x, y, z) => {
		const value = logarithm(a, x, y, z);
		return value && a.over(value, a.log(a.whole(10)));
	},
	log1p: (a, x) => (near(x) > -1 ? a.log(a.plus(a.whole(1), x)) : null),
	log2: (a, x, y, z) => {
		const value = logarithm(a, x, y, z);
		return value && a.over(value, a.ln2());
	},
	pow: raised,
	sin: (a, x) => a.sineAndCosine(x)[0],
	sinh: (a, x) => {
		const found = both(a, x);
		return found && shifted(found[0], -1);
	},
	sqrt: (a, x) => (x.whole < 0n ? null : a.root(x)),
	tan: (a, x) => a.over(...a.sineAndCosine(x)),
	tanh: (a, x) => {
		const found = isBetween(x, -200, 200) ? both(a, x) : null;
		return found === null ? a.whole(x.whole < 0n ? -1 : 1) : a.over(found[0], found[1]);
	},
	tgamma: gamma,
	y0: (a, x) => besselSecond(a, 0, x),
	y1: (a, x) => besselSecond(a, 1, x),
	yn: (a, n, x) => besselSecond(a, near(n), x),
};

/** Those that lose nothing. */
const direct: Readonly<Record<string, (x: number, y: number) => number>> = {
	ceil: Math.ceil,
	copysign: (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x)),
	fabs: Math.abs,
	fdim: (x, y) => (x > y ? x - y : 0),
	floor: Math.floor,
	fmax: Math.max,
	fmin: Math.min,
	fmod: (x, y) => x % y,
	round: (x) => {
		const whole = Math.floor(Math.abs(x));
		return copyOfSign(Math.abs(x) - whole >= 0.5 ? whole + 1 : whole, x);
	},
	trunc: Math.trunc,
};

function copyOfSign(size: number, x: number): number {
	return x < 0 || Object.is(x, -0) ? -size : size;
}

/** Bits that cancel out on the way. */
function padding(name: string, given: readonly number[]): number {
	const small = Math.max(0, ...given.filter((x) => x !== 0).map((x) => -Math.floor(Math.log2(Math.abs(x)))));
	const size = Math.min(Math.max(...given.map(Math.abs)), FAR);
	if (/^erfc?$/.test(name)) return 2 * small + Math.ceil(5 * Math.min(size, 28) ** 2);
	return 2 * small + (/^[jy][01n]$/.test(name) ? Math.ceil(6 * size) : 0);
}

/** Kept, with its π and its ln 2. */
const usual = new LongArithmetic(BITS);

function arithmeticOf(bits: number): LongArithmetic {
	return bits === BITS ? usual : new LongArithmetic(bits);
}

/** How many arguments a function of that name has. */
function countOf(name: string): number {
	if (name === "fma") return 3;
	return /^(?:atan2|copysign|fdim|fmax|fmin|fmod|hypot|jn|pow|yn)$/.test(name) ? 2 : 1;
}

/**
 * The value of a function of <math.h>, by its name for double, rounded to so many bits; null when gcc, too, would have
 * the call made: there is no value, or it is too large or too small.
 */
export function constantOf(name: string, given: readonly number[], bits: 24 | 53): number | null {
	if (given.length !== countOf(name) || !given.every(Number.isFinite)) return null;
	const [x, y, z] = given as [number, number, number];
	if (Object.hasOwn(direct, name)) {
		const value = direct[name]!(x, y);
		return Number.isFinite(value) ? (bits === 24 ? Math.fround(value) : value) : null;
	}
	if (!Object.hasOwn(computed, name)) return null;
	if (x === 0 && (ODD.has(name) || (name === "atan2" && y > 0))) return x;
	if (Object.is(x, -0) && name === "atan2") {
		const opposite = constantOf(name, [0, y], bits);
		return opposite && -opposite;
	}
	const arithmetic = arithmeticOf(BITS + padding(name, given));
	const found = computed[name]!(arithmetic, exactly(x), exactly(y ?? 0), exactly(z ?? 0));
	return found === null ? null : normal(found, bits);
}

/** Null unless it is a number of full precision. */
function normal(found: LongReal, bits: 24 | 53): number | null {
	if (found.whole === 0n) return 0;
	const right = rounded(found, RIGHT);
	const value = nearest(right, bits);
	if (value === 0 || !Number.isFinite(value)) return null;
	const isFull =
		order(right) > (bits === 24 ? -125 : -1021) || exactSum(right, negated(exactly(value))).whole === 0n;
	return isFull ? value : null;
}
