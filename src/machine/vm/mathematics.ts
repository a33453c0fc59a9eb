// The functions of <math.h> that glibc computes to within about half a unit in the last place: here with twice the
// precision and rounded once, so that the digits are the same. JavaScript's own are where the work begins.

import { exactly, exactProduct, exactSum, machin, nearest } from "../long-real.ts";
import {
	minus,
	negative,
	ONE,
	over,
	plus,
	power,
	root,
	rounded,
	scaled,
	sum,
	type Twofold,
	times,
	twofold,
} from "./twofold.ts";

const LN2 = twofold(Math.LN2, 2.3190468138462996e-17);
/** ln 2 in parts: the first times an exponent is exact. */
const LN2_FIRST = 0.6931471805598903;
const LN2_REST = twofold(5.497923018708371e-14, 1.94704509238075e-31);
/** π/2 in parts: the first ones times a whole number below 2^21 are exact. */
const HALF_PI_PARTS = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21];
const HALF_PI_REST = twofold(8.4784276603689e-32, 7.398504768267704e-49);

/** 1/n! */
const inverseFactorials: readonly Twofold[] = factorials(29);

function factorials(count: number): Twofold[] {
	const all = [ONE];
	for (let n = 1; n < count; n++) all.push(over(all[n - 1]!, twofold(n)));
	return all;
}

/** e^x is value · 2^exponent, for |x| up to 800. */
function exponential(x: Twofold): { readonly value: Twofold; readonly exponent: number } {
	const exponent = Math.round(x.high / LN2.high);
	const whole = plus(twofold(exponent * LN2_FIRST), times(twofold(exponent), LN2_REST));
	const rest = scaled(minus(x, whole), 1 / 32);
	let less = twofold(0);
	for (let n = 13; n > 0; n--) less = times(rest, plus(inverseFactorials[n]!, less));
	for (let n = 0; n < 5; n++) less = plus(scaled(less, 2), times(less, less));
	return { value: plus(ONE, less), exponent };
}

/** The natural logarithm of a finite x > 0. */
function logarithm(x: Twofold): Twofold {
	const exponent = exponentOf(x.high);
	const mantissa = twofold(power(x.high, -exponent), power(x.low, -exponent));
	const whole = plus(twofold(exponent * LN2_FIRST), times(twofold(exponent), LN2_REST));
	return plus(whole, nearOne(mantissa));
}

/** The exponent that leaves a mantissa between about √½ and √2. */
function exponentOf(x: number): number {
	return Math.round(Math.log2(x));
}

function nearOne(x: Twofold): Twofold {
	const beyond = minus(x, ONE);
	if (Math.abs(beyond.high) < 2 ** -22) {
		let series = twofold(0);
		for (let n = 6; n > 0; n--) series = times(beyond, minus(over(ONE, twofold(n)), series));
		return series;
	}
	const about = Math.log(x.high);
	const { value, exponent } = exponential(twofold(-about));
	const left = minus(times(x, scaled(value, 2 ** exponent)), ONE);
	return plus(twofold(about), minus(left, scaled(times(left, left), 0.5)));
}

/** e^x as a double. */
function rise(x: Twofold): number {
	if (x.high > 800) return Number.POSITIVE_INFINITY;
	if (x.high < -800) return 0;
	const { value, exponent } = exponential(x);
	return rounded(value, exponent);
}

export function exp(x: number): number {
	return Number.isNaN(x) ? x : rise(twofold(x));
}

export function exp2(x: number): number {
	if (Number.isNaN(x)) return x;
	if (Math.abs(x) > 1100) return x > 0 ? Number.POSITIVE_INFINITY : 0;
	const whole = Math.round(x);
	const { value, exponent } = exponential(times(twofold(x - whole), LN2));
	return rounded(value, whole + exponent);
}

function isOrdinary(x: number): boolean {
	return x > 0 && x < Number.POSITIVE_INFINITY;
}

export function log(x: number): number {
	return isOrdinary(x) ? logarithm(twofold(x)).high : Math.log(x);
}

export function log2(x: number): number {
	if (!isOrdinary(x)) return Math.log(x);
	const exponent = exponentOf(x);
	return plus(twofold(exponent), over(nearOne(twofold(power(x, -exponent))), LN2)).high;
}

/** In the steps of glibc, which are those of fdlibm. */
export function log10(x: number): number {
	if (!isOrdinary(x)) return Math.log(x);
	const floor = exponentBelow(x);
	const exponent = floor < 0 ? floor + 1 : floor;
	const low = exponent * 3.694239077158931e-13 + Math.LOG10E * log(power(x, -exponent));
	return low + exponent * 0.30102999566361177;
}

/** The greatest whole number whose power of two is not beyond x. */
function exponentBelow(x: number): number {
	const about = Math.floor(Math.log2(x));
	const mantissa = power(x, -about);
	return mantissa < 1 ? about - 1 : mantissa >= 2 ? about + 1 : about;
}

export function pow(x: number, y: number): number {
	if (x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY)) return 1;
	const about = x ** y;
	if (x === 0 || y === 0 || y === 1 || !Number.isFinite(x) || !Number.isFinite(y) || Number.isNaN(about))
		return about;
	if (y === 2) return x * x;
	const size = logarithm(twofold(Math.abs(x)));
	const rough = size.high * y;
	const scale =
		Math.abs(rough) > 800
			? twofold(rough)
			: Math.abs(rough) < 2 ** -60
				? twofold(0)
				: times(size, twofold(y));
	return x < 0 && Math.abs(y % 2) === 1 ? -rise(scale) : rise(scale);
}

interface Circle {
	readonly sine: Twofold;
	readonly cosine: Twofold;
}

/** Of an angle up to π/4. */
function smallAngle(x: Twofold): Circle {
	const square = negative(times(x, x));
	let sine = twofold(0);
	let cosine = twofold(0);
	for (let n = 26; n > 0; n -= 2) {
		sine = times(square, plus(inverseFactorials[n + 1]!, sine));
		cosine = times(square, plus(inverseFactorials[n]!, cosine));
	}
	return { sine: plus(x, times(x, sine)), cosine: plus(ONE, cosine) };
}

/** x less a multiple of π/2, and which of the four quarters that multiple ends in. */
function quarters(x: number): { readonly rest: Twofold; readonly quarter: number } {
	if (Math.abs(x) > 2 ** 20) return manyQuarters(x);
	const count = Math.round(x / HALF_PI_PARTS[0]!);
	let rest = twofold(x);
	for (const part of HALF_PI_PARTS) rest = plus(rest, twofold(-count * part));
	return { rest: minus(rest, times(twofold(count), HALF_PI_REST)), quarter: count & 3 };
}

const PI_BITS = 1300;
let longPi = 0n;

function manyQuarters(x: number): { readonly rest: Twofold; readonly quarter: number } {
	if (longPi === 0n) longPi = machin(PI_BITS);
	const exponent = Math.max(0, Math.ceil(Math.log2(Math.abs(x))) - 53);
	const bits = BigInt(exponent + 240);
	const unit = longPi >> (BigInt(PI_BITS + 1) - bits);
	const exact =
		BigInt(Math.abs(x) < 2 ** 52 ? x * 2 ** 40 : x) << (Math.abs(x) < 2 ** 52 ? bits - 40n : bits);
	const twice = (2n * exact) / unit;
	const count = (twice + (twice < 0n ? -1n : 1n)) / 2n;
	const left = (exact - count * unit) >> BigInt(exponent);
	const high = Number(left);
	const low = Number(left - BigInt(high));
	return { rest: scaled(twofold(high, low), 2 ** -240), quarter: Number(BigInt.asUintN(2, count)) };
}

function circle(x: number): Circle {
	const { rest, quarter } = quarters(x);
	const { sine, cosine } = smallAngle(rest);
	if (quarter === 0) return { sine, cosine };
	if (quarter === 1) return { sine: cosine, cosine: negative(sine) };
	if (quarter === 2) return { sine: negative(sine), cosine: negative(cosine) };
	return { sine: negative(cosine), cosine: sine };
}

/** So small that sine, tangent and their inverses are the angle itself. */
function isTiny(x: number): boolean {
	return Math.abs(x) < 2 ** -27;
}

export function sin(x: number): number {
	return Number.isFinite(x) && !isTiny(x) ? circle(x).sine.high : Math.sin(x);
}

export function cos(x: number): number {
	return Number.isFinite(x) ? circle(x).cosine.high : x - x;
}

export function tan(x: number): number {
	if (!Number.isFinite(x) || isTiny(x)) return Math.tan(x);
	const { sine, cosine } = circle(x);
	return over(sine, cosine).high;
}

/** The angle of a point whose coordinates are neither much larger nor much smaller than 1. */
function angle(y: Twofold, x: Twofold): number {
	const about = Math.atan2(y.high, x.high);
	const { sine, cosine } = circle(about);
	const across = minus(times(y, cosine), times(x, sine));
	const along = plus(times(x, cosine), times(y, sine));
	return about + across.high / along.high;
}

export function atan2(y: number, x: number): number {
	const [sizeY, sizeX] = [Math.abs(y), Math.abs(x)];
	const ratio = sizeY / sizeX;
	if (ratio > 2 ** -60 && ratio < 2 ** 60) {
		const exponent = exponentBelow(Math.max(sizeX, sizeY));
		return angle(twofold(power(y, -exponent)), twofold(power(x, -exponent)));
	}
	if (ratio <= 2 ** -60 && x > 0 && y !== 0 && Number.isFinite(x)) return y / x;
	return Math.atan2(y, x);
}

export function atan(x: number): number {
	return isTiny(x) ? x : atan2(x, 1);
}

/** √(1 - x²) */
function other(x: number): Twofold {
	return root(times(sum(1, x), sum(1, -x)));
}

export function asin(x: number): number {
	return Math.abs(x) < 1 && !isTiny(x) ? angle(twofold(x), other(x)) : Math.abs(x) < 1 ? x : Math.asin(x);
}

export function acos(x: number): number {
	return Math.abs(x) < 1 ? angle(other(x), twofold(x)) : Math.acos(x);
}

/** In the steps of glibc: those of Borges, "An Improved Algorithm for hypot(a,b)". */
export function hypot(x: number, y: number): number {
	const [large, small] = [Math.max(Math.abs(x), Math.abs(y)), Math.min(Math.abs(x), Math.abs(y))];
	if (!(large < Number.POSITIVE_INFINITY)) return Math.hypot(x, y);
	if (small <= large * 2 ** -54) return large + small;
	if (large > 2 ** 511) return corrected(large * 2 ** -600, small * 2 ** -600) * 2 ** 600;
	if (small < 2 ** -459) return corrected(large * 2 ** 600, small * 2 ** 600) * 2 ** -600;
	return corrected(large, small);
}

function corrected(large: number, small: number): number {
	const about = Math.sqrt(large * large + small * small);
	if (about <= 2 * small) {
		const rest = about - small;
		return about - (large * (2 * rest - large) + (rest - 2 * (large - small)) * rest) / (2 * about);
	}
	const rest = about - large;
	return about - (2 * rest * (large - 2 * small) + ((4 * rest - small) * small + rest * rest)) / (2 * about);
}

const CUBE_ROOT_OF_2 = 1.2599210498948732;
const CUBE_ROOT_OF_4 = 1.5874010519681996;
const CUBE_FACTORS = [1 / CUBE_ROOT_OF_4, 1 / CUBE_ROOT_OF_2, 1, CUBE_ROOT_OF_2, CUBE_ROOT_OF_4];

/** The cube root in the steps of glibc: a polynomial, and once Halley's rule. */
export function cbrt(x: number): number {
	if (!Number.isFinite(x) || x === 0) return x;
	const size = Math.abs(x);
	const exponent = exponentBelow(size) + 1;
	const m = power(size, -exponent);
	const u =
		0.35489576504391984 +
		(1.508191937815849 +
			(-2.114994941673713 +
				(2.4469312256353444 +
					(-1.8346927748361308 + (0.7849323449766392 - 0.14526389938548637 * m) * m) * m) *
					m) *
				m) *
			m;
	const cube = u * u * u;
	const root = ((u * (cube + 2 * m)) / (2 * cube + m)) * CUBE_FACTORS[2 + (exponent % 3)]!;
	return power(x > 0 ? root : -root, Math.trunc(exponent / 3));
}

/** In the steps of glibc: the argument and log 10 are cut in two, so that one product is exact. */
export function exp10(x: number): number {
	if (!Number.isFinite(x)) return exp(x);
	if (x < -332) return 0;
	if (x > 309) return Number.POSITIVE_INFINITY;
	if (Math.abs(x) < 2 ** -56) return 1;
	const high = upperHalf(x);
	return exp(high * 2.3025850653648376) * exp(high * 2.7629208037533617e-8 + (x - high) * Math.LN10);
}

/** The double without the last 27 of its bits. */
function upperHalf(x: number): number {
	const bits = new DataView(new ArrayBuffer(8));
	bits.setFloat64(0, x);
	bits.setUint32(4, bits.getUint32(4) & 0xf8000000);
	return bits.getFloat64(0);
}

/** x · y + z, rounded once. */
export function fma(x: number, y: number, z: number): number {
	if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0) return x * y + z;
	if (!Number.isFinite(z)) return z;
	const sum = exactSum(exactProduct(exactly(x), exactly(y)), exactly(z));
	return sum.whole === 0n ? x * y + z : nearest(sum);
}
