// The functions of <math.h> that glibc has from fdlibm and that are not always rounded to the nearest: in the same steps.
//
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
// Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice is preserved.

import { cos, exp, log, sin } from "./mathematics.ts";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** The polynomial of x with these coefficients, two terms at a time as glibc adds them. */
export function polynomial(x: number, coefficients: readonly number[]): number {
	const square = x * x;
	const fourth = square * square;
	const powers = [1, square, fourth, fourth * square, fourth * fourth];
	let total = 0;
	for (let i = 0; i < coefficients.length; i += 2) {
		const next = coefficients[i + 1];
		const pair = next === undefined ? coefficients[i]! : coefficients[i]! + x * next;
		total = i === 0 ? pair : total + powers[i / 2]! * pair;
	}
	return total;
}

/** The polynomial of x with these coefficients, by Horner's rule. */
export function horner(x: number, coefficients: readonly number[]): number {
	return coefficients.reduceRight((total, coefficient) => total * x + coefficient);
}

const EXPM1 = [
	1, -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6,
	-2.0109921818362437e-7,
];

export function expm1(x: number): number {
	if (Number.isNaN(x) || x > 709.782712893384) return x + x > 0 ? Number.POSITIVE_INFINITY : x;
	if (x < -56 * Math.LN2) return -1;
	const size = Math.abs(x);
	if (size < 2 ** -54) return x;
	const near = size < 1.5 * Math.LN2 ? Math.sign(x) : Math.trunc(Math.LOG2E * x + Math.sign(x) / 2);
	const k = size > 0.5 * Math.LN2 ? near : 0;
	const high = x - k * LN2_HIGH;
	const low = k * LN2_LOW;
	const rest = high - low;
	const lost = high - rest - low;
	const half = 0.5 * rest;
	const halfSquare = rest * half;
	const r = polynomial(halfSquare, EXPM1);
	const t = 3 - r * half;
	const e = halfSquare * ((r - t) / (6 - rest * t));
	if (k === 0) return rest - (rest * e - halfSquare);
	const error = rest * (e - lost) - lost - halfSquare;
	if (k === -1) return 0.5 * (rest - error) - 0.5;
	if (k === 1) return rest < -0.25 ? -2 * (error - (rest + 0.5)) : 1 + 2 * (rest - error);
	if (k <= -2 || k > 56) return (1 - (error - rest)) * 2 ** (k - 1) * 2 - 1;
	if (k < 20) return (1 - 2 ** -k - (error - rest)) * 2 ** k;
	return (rest - (error + 2 ** -k) + 1) * 2 ** k;
}

const LOG1P = [
	0, 0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
	0.15313837699209373, 0.14798198605116586,
];

export function log1p(x: number): number {
	if (!(x > -1 && x < Number.POSITIVE_INFINITY)) return Math.log1p(x);
	if (Math.abs(x) < 2 ** -29) return Math.abs(x) < 2 ** -54 ? x : x - x * x * 0.5;
	let [k, f, lost] = [0, x, 0];
	if (x >= 0.41421356237309503 || x <= -0.2928932188134525) {
		let u = x < 2 ** 53 ? 1 + x : x;
		k = Math.floor(Math.log2(u));
		if (u * 2 ** -k >= 2) k++;
		else if (u * 2 ** -k < 1) k--;
		lost = x >= 2 ** 53 ? 0 : (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
		u *= 2 ** -k;
		if (u >= Math.SQRT2) {
			k++;
			u /= 2;
		}
		f = u - 1;
	}
	const low = k * LN2_LOW + lost;
	const halfSquare = 0.5 * f * f;
	if (k !== 0 && Math.abs(f) < 2 ** -20) {
		if (f === 0) return k * LN2_HIGH + low;
		return k * LN2_HIGH - (halfSquare * (1 - 0.6666666666666667 * f) - low - f);
	}
	const s = f / (2 + f);
	const r = polynomial(s * s, LOG1P);
	if (k === 0) return f - (halfSquare - s * (halfSquare + r));
	return k * LN2_HIGH - (halfSquare - (s * (halfSquare + r) + low) - f);
}

function halfExponential(size: number): number {
	if (size < 709.782712893384) return 0.5 * exp(size);
	const root = exp(0.5 * size);
	return 0.5 * root * root;
}

export function sinh(x: number): number {
	const size = Math.abs(x);
	if (!(size >= 2 ** -28)) return x;
	const half = x < 0 ? -0.5 : 0.5;
	if (size >= 22) return Math.sign(x) * halfExponential(size);
	const t = expm1(size);
	return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
}

export function cosh(x: number): number {
	const size = Math.abs(x);
	if (!(size < 22)) return halfExponential(size);
	if (size < 0.5 * Math.LN2) {
		const t = expm1(size);
		return 1 + (t * t) / (1 + t + (1 + t));
	}
	const t = exp(size);
	return 0.5 * t + 0.5 / t;
}

export function tanh(x: number): number {
	const size = Math.abs(x);
	if (!(size >= 2 ** -55)) return x;
	if (size >= 22) return Math.sign(x);
	const t = expm1(size >= 1 ? 2 * size : -2 * size);
	return Math.sign(x) * (size >= 1 ? 1 - 2 / (t + 2) : -t / (t + 2));
}

export function asinh(x: number): number {
	const size = Math.abs(x);
	if (!(size >= 2 ** -28 && size < Number.POSITIVE_INFINITY)) return x;
	if (size > 2 ** 28) return Math.sign(x) * (log(size) + Math.LN2);
	const square = x * x;
	if (size > 2) return Math.sign(x) * log(2 * size + 1 / (Math.sqrt(square + 1) + size));
	return Math.sign(x) * log1p(size + square / (1 + Math.sqrt(1 + square)));
}

export function acosh(x: number): number {
	if (!(x > 1)) return x === 1 ? 0 : Number.NaN;
	if (x >= 2 ** 28) return log(x) + Math.LN2;
	if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
	const t = x - 1;
	return log1p(t + Math.sqrt(2 * t + t * t));
}

export function atanh(x: number): number {
	const size = Math.abs(x);
	if (!(size >= 2 ** -28 && size < 1)) return Math.atanh(x);
	const twice = size + size;
	const t = log1p(size < 0.5 ? twice + (twice * size) / (1 - size) : twice / (1 - size));
	return Math.sign(x) * 0.5 * t;
}

const ERX = 0.8450629115104675;
const EFX = 0.1283791670955126;
const PP = [
	0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
	-2.3763016656650163e-5,
];
const QQ = [
	1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
	-3.960228278775368e-6,
];
const PA = [
	-0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
	0.035478304325618236, -0.002166375594868791,
];
const QA = [
	1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
	0.011984499846799107,
];
const RA = [
	-0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
	-184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const SA = [
	1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
	108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
const RB = [
	-0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
	-1025.0951316110772, -483.5191916086514,
];
const SB = [
	1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
	474.52854120695537, -22.44095244658582,
];

/** The first half of a double's bits, as setting its low word to zero leaves them. */
function highWord(x: number): number {
	const both = new DataView(new ArrayBuffer(8));
	both.setFloat64(0, x);
	both.setUint32(4, 0);
	return both.getFloat64(0);
}

/** erfc of a size of at least 1.25. */
function erfcOfLarge(size: number): number {
	const s = 1 / (size * size);
	const [r, q] = size < 1 / 0.35 ? [RA, SA] : [RB, SB];
	const z = highWord(size);
	const ratio = polynomial(s, r) / polynomial(s, q);
	return (exp(-z * z - 0.5625) * exp((z - size) * (z + size) + ratio)) / size;
}

function ofSmall(x: number): number {
	const z = x * x;
	return polynomial(z, PP) / polynomial(z, QQ);
}

function ofMiddle(size: number): number {
	return polynomial(size - 1, PA) / polynomial(size - 1, QA);
}

export function erf(x: number): number {
	const size = Math.abs(x);
	if (size < 2 ** -28) return size < 2 ** -1022 * 16 ? 0.0625 * (16 * x + 16 * EFX * x) : x + EFX * x;
	if (size < 0.84375) return x + x * ofSmall(x);
	if (size < 1.25) return Math.sign(x) * (ERX + ofMiddle(size));
	return size < 6 ? Math.sign(x) * (1 - erfcOfLarge(size)) : Math.sign(x);
}

export function erfc(x: number): number {
	const size = Math.abs(x);
	if (size < 2 ** -56) return 1 - x;
	if (size < 0.84375) {
		const y = ofSmall(x);
		return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
	}
	if (size < 1.25) return x > 0 ? 1 - ERX - ofMiddle(size) : 1 + (ERX + ofMiddle(size));
	if (x < -6) return 2;
	if (size < 28) return x > 0 ? erfcOfLarge(size) : 2 - erfcOfLarge(size);
	return Number.isNaN(x) ? x : 0;
}

const A_EVEN = [
	0.07721566490153287, 0.06735230105312927, 0.007385550860814029, 0.0011927076318336207,
	0.00022086279071390839, 2.5214456545125733e-5,
];
const A_ODD = [
	0.3224670334241136, 0.020580808432516733, 0.0028905138367341563, 0.0005100697921535113,
	0.00010801156724758394, 4.4864094961891516e-5,
];
/** Where the gamma function is least, and its logarithm there in two parts. */
const LEAST_AT = 1.4616321449683622;
const LEAST = -0.12148629053584961;
const LEAST_REST = -3.638676997039505e-18;
const T = [
	[
		0.48383612272381005, -0.032788541075985965, 0.006100538702462913, -0.0014034646998923284,
		0.00031563207090362595,
	],
	[
		-0.1475877229945939, 0.01797067508118204, -0.0036845201678113826, 0.000881081882437654,
		-0.00031275416837512086,
	],
	[
		0.06462494023913339, -0.010314224129834144, 0.0022596478090061247, -0.0005385953053567405,
		0.0003355291926355191,
	],
];
const U = [
	-0.07721566490153287, 0.6328270640250934, 1.4549225013723477, 0.9777175279633727, 0.22896372806469245,
	0.013381091853678766,
];
const V = [
	1, 2.4559779371304113, 2.128489763798934, 0.7692851504566728, 0.10422264559336913, 0.003217092422824239,
];
const S = [
	-0.07721566490153287, 0.21498241596060885, 0.325778796408931, 0.14635047265246445, 0.02664227030336386,
	0.0018402845140733772, 3.194753265841009e-5,
];
const R = [
	1, 1.3920053346762105, 0.7219355475671381, 0.17193386563280308, 0.01864591917156529, 0.0007779424963818936,
	7.326684307446256e-6,
];
const W_FIRST = 0.4189385332046727;
const W = [
	0.08333333333333297, -0.0027777777772877554, 0.0007936505586430196, -0.00059518755745034,
	0.0008363399189962821, -0.0016309293409657527,
];

/** For x below 2. */
function logGammaBelowTwo(x: number): number {
	const begin = x <= 0.9 ? -log(x) : 0;
	const shifted = x <= 0.9 ? x + 1 : x;
	if (shifted >= 1.7316) {
		const y = x <= 0.9 ? 1 - x : 2 - x;
		const z = y * y;
		return begin + (y * horner(z, A_EVEN) + z * horner(z, A_ODD) - 0.5 * y);
	}
	if (shifted >= 1.23164) {
		const y = x <= 0.9 ? x - (LEAST_AT - 1) : x - LEAST_AT;
		const z = y * y;
		const w = z * y;
		const [first, second, third] = T.map((part) => horner(w, part)) as [number, number, number];
		return begin + (LEAST + (z * first - (LEAST_REST - w * (second + y * third))));
	}
	const y = x <= 0.9 ? x : x - 1;
	return begin + (-0.5 * y + (y * horner(y, U)) / horner(y, V));
}

/** log |Γ(x)|, for an x that is no pole, and not between -2 and -28. */
export function lgammaOfMost(x: number): number {
	if (Math.abs(x) < 2 ** -70) return -log(Math.abs(x));
	if (x < 0) return log(Math.PI / Math.abs(sineOfHalfTurns(-x) * x)) - lgammaOfMost(-x);
	if (x === 1 || x === 2) return 0;
	if (x < 2) return logGammaBelowTwo(x);
	if (x < 8) {
		const whole = Math.floor(x);
		const y = x - whole;
		let z = 1;
		for (let i = whole - 1; i >= 2; i--) z *= y + i;
		const r = 0.5 * y + (y * horner(y, S)) / horner(y, R);
		return whole === 2 ? r : r + log(z);
	}
	if (x >= 2 ** 58) return x * (log(x) - 1);
	const z = 1 / x;
	return (x - 0.5) * (log(x) - 1) + (W_FIRST + z * horner(z * z, W));
}

/** Of π·x, for x > 0. */
function sineOfHalfTurns(x: number): number {
	if (x < 0.25) return sin(Math.PI * x);
	const half = 0.5 * x;
	const y = 2 * (half - Math.floor(half));
	const eighth = Math.floor(4 * y);
	if (eighth === 0) return sin(Math.PI * y);
	if (eighth < 3) return cos(Math.PI * (0.5 - y));
	if (eighth < 5) return sin(Math.PI * (1 - y));
	return eighth < 7 ? -cos(Math.PI * (y - 1.5)) : sin(Math.PI * (y - 2));
}
