// Bessel functions of both kinds, in the steps of glibc, which are those of fdlibm.
//
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
// Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice is preserved.

import { polynomial } from "./fdlibm.ts";
import { cos, log, sin } from "./mathematics.ts";

const INVERSE_ROOT_OF_PI = 0.5641895835477563;
const TWO_OVER_PI = 0.6366197723675814;

/** A quotient of polynomials: the coefficients above, those below. */
type Quotient = readonly [above: readonly number[], below: readonly number[]];

/** What the asymptotic series is taken for from 8, 4.5454, 2.8571 and 2 on. */
const FROM = [8, 4.545452117919922, 2.8571414947509766, 2];

const P0: readonly Quotient[] = [
	[
		[
			0, -0.07031249999999004, -8.081670412753498, -257.06310567970485, -2485.216410094288,
			-5253.043804907295,
		],
		[1, 116.53436461966818, 3833.7447536412183, 40597.857264847255, 116752.97256437592, 47627.728414673096],
	],
	[
		[
			-1.141254646918945e-11, -0.07031249408735993, -4.159610644705878, -67.67476522651673,
			-331.23129964917297, -346.4333883656049,
		],
		[1, 60.753938269230034, 1051.2523059570458, 5978.970943338558, 9625.445143577745, 2406.058159229391],
	],
	[
		[
			-2.547046017719519e-9, -0.07031196163814817, -2.409032215495296, -21.96597747348831, -58.07917047017376,
			-31.44794705948885,
		],
		[1, 35.85603380552097, 361.51398305030386, 1193.6078379211153, 1127.9967985690741, 173.58093081333575],
	],
	[
		[
			-8.875343330325264e-8, -0.07030309954836247, -1.4507384678095299, -7.635696138235278,
			-11.193166886035675, -3.2336457935133534,
		],
		[1, 22.22029975320888, 136.2067942182152, 270.4702786580835, 153.87539420832033, 14.65761769482562],
	],
];
const Q0: readonly Quotient[] = [
	[
		[0, 0.0732421874999935, 11.76820646822527, 557.6733802564019, 8859.197207564686, 37014.62677768878],
		[
			1, 163.77602689568982, 8098.344946564498, 142538.29141912048, 803309.2571195144, 840501.5798190605,
			-343899.2935378666,
		],
	],
	[
		[
			1.8408596359451553e-11, 0.07324217666126848, 5.8356350896205695, 135.11157728644983, 1027.243765961641,
			1989.9778586460538,
		],
		[
			1, 82.77661022365378, 2077.81416421393, 18847.28877857181, 56751.11228949473, 35976.75384251145,
			-5354.342756019448,
		],
	],
	[
		[
			4.377410140897386e-9, 0.07324111800429114, 3.344231375161707, 42.621844074541265, 170.8080913405656,
			166.73394869665117,
		],
		[
			1, 48.75887297245872, 709.689221056606, 3704.1482262011136, 6460.425167525689, 2516.3336892036896,
			-149.2474518361564,
		],
	],
	[
		[
			1.5044444488698327e-7, 0.07322342659630793, 1.99819174093816, 14.495602934788574, 31.666231750478154,
			16.252707571092927,
		],
		[
			1, 30.36558483552192, 269.34811860804984, 844.7837575953201, 882.9358451124886, 212.66638851179883,
			-5.3109549388266695,
		],
	],
];
const P1: readonly Quotient[] = [
	[
		[0, 0.11718749999998865, 13.239480659307358, 412.05185430737856, 3874.7453891396053, 7914.479540318917],
		[1, 114.20737037567841, 3650.9308342085346, 36956.206026903346, 97602.79359349508, 30804.27206278888],
	],
	[
		[
			1.3199051955624352e-11, 0.1171874931906141, 6.802751278684329, 108.30818299018911, 517.6361395331998,
			528.7152013633375,
		],
		[1, 59.28059872211313, 991.4014187336144, 5353.26695291488, 7844.690317495512, 1504.0468881036106],
	],
	[
		[
			3.025039161373736e-9, 0.11718686556725359, 3.9329775003331564, 35.11940355916369, 91.05501107507813,
			48.55906851973649,
		],
		[1, 34.79130950012515, 336.76245874782575, 1046.8713997577513, 890.8113463982564, 103.78793243963928],
	],
	[
		[
			1.0771083010687374e-7, 0.11717621946268335, 2.368514966676088, 12.242610914826123, 17.693971127168773,
			5.073523125888185,
		],
		[1, 21.43648593638214, 125.29022716840275, 232.2764690571628, 117.6793732871471, 8.364638933716183],
	],
];
const Q1: readonly Quotient[] = [
	[
		[0, -0.10253906249999271, -16.271753454459, -759.6017225139501, -11849.806670242959, -48438.512428575035],
		[
			1, 161.3953697007229, 7825.385999233485, 133875.33628724958, 719657.7236832409, 666601.2326177764,
			-294490.26430383464,
		],
	],
	[
		[
			-2.089799311417641e-11, -0.10253905024137543, -8.05644828123936, -183.66960747488838,
			-1373.1937606550816, -2612.4444045321566,
		],
		[
			1, 81.27655013843358, 1991.7987346048596, 17468.48519249089, 49851.42709103523, 27948.075163891812,
			-4719.183547951285,
		],
	],
	[
		[
			-5.078312264617666e-9, -0.10253782982083709, -4.610115811394734, -57.847221656278364,
			-228.2445407376317, -219.21012847890933,
		],
		[
			1, 47.66515503237295, 673.8651126766997, 3380.1528667952634, 5547.729097207228, 1903.119193388108,
			-135.20119144430734,
		],
	],
	[
		[
			-1.7838172751095887e-7, -0.10251704260798555, -2.7522056827818746, -19.663616264370372,
			-42.32531333728305, -21.371921170370406,
		],
		[
			1, 29.533362906052385, 252.98154998219053, 757.5028348686454, 739.3932053204672, 155.94900333666612,
			-4.959498988226282,
		],
	],
];

const J0: Quotient = [
	[0, 0.015624999999999995, -0.00018997929423885472, 1.8295404953270067e-6, -4.618326885321032e-9],
	[1, 0.015619102946489001, 0.00011692678466333745, 5.135465502073181e-7, 1.1661400333379e-9],
];
const J1: Quotient = [
	[0, -0.0625, 0.001407056669551897, -1.599556310840356e-5, 4.9672799960958445e-8],
	[
		1, 0.019153759953836346, 0.00018594678558863092, 1.1771846404262368e-6, 5.0463625707621704e-9,
		1.2354227442613791e-11,
	],
];
const Y0: Quotient = [
	[
		-0.07380429510868723, 0.17666645250918112, -0.01381856719455969, 0.00034745343209368365,
		-3.8140705372436416e-6, 1.9559013703502292e-8, -3.982051941321034e-11,
	],
	[1, 0.01273048348341237, 7.600686273503533e-5, 2.591508518404578e-7, 4.4111031133267547e-10],
];
const Y1: Quotient = [
	[
		-0.19605709064623894, 0.05044387166398113, -0.0019125689587576355, 2.352526005616105e-5,
		-9.190991580398789e-8,
	],
	[
		1, 0.01991673182366499, 0.00020255258102513517, 1.3560880109751623e-6, 6.227414523646215e-9,
		1.6655924620799208e-11,
	],
];

function quotient(x: number, [above, below]: Quotient): number {
	return polynomial(x, above) / polynomial(x, below);
}

function asymptotic(x: number, quotients: readonly Quotient[]): number {
	return quotient(1 / (x * x), quotients[FROM.findIndex((from) => x >= from)]!);
}

/** Of order 0 or 1, for x of at least 2: the first kind is along the cosine of an angle, the second along its sine. */
function large(x: number, order: 0 | 1, kind: "first" | "second"): number {
	const [s, c] = [sin(x), cos(x)];
	let sine = order === 0 ? s - c : -s - c;
	let cosine = order === 0 ? s + c : s - c;
	if (x < 2 ** 1023) {
		const both = order === 0 ? -cos(x + x) : cos(x + x);
		if (order === 0 ? s * c < 0 : s * c > 0) cosine = both / sine;
		else sine = both / cosine;
	}
	const [along, across] = kind === "first" ? [cosine, -sine] : [sine, cosine];
	if (x >= 2 ** 129 * (1 + 2 ** -20)) return (INVERSE_ROOT_OF_PI * along) / Math.sqrt(x);
	const far = x >= 2 ** 28;
	const start = order === 0 ? -0.125 : 0.375;
	const p = far ? 1 : 1 + asymptotic(x, order === 0 ? P0 : P1);
	const q = (far ? start : start + asymptotic(x, order === 0 ? Q0 : Q1)) / x;
	return (INVERSE_ROOT_OF_PI * (p * along + q * across)) / Math.sqrt(x);
}

export function j0(x: number): number {
	const size = Math.abs(x);
	if (!(size < Number.POSITIVE_INFINITY)) return 1 / (x * x);
	if (size >= 2) return large(size, 0, "first");
	if (size < 2 ** -13) return size < 2 ** -27 ? 1 : 1 - 0.25 * size * size;
	const square = size * size;
	const ratio = quotient(square, J0);
	if (size < 1) return 1 + square * (-0.25 + ratio);
	const half = 0.5 * size;
	return (1 + half) * (1 - half) + square * ratio;
}

export function j1(x: number): number {
	const size = Math.abs(x);
	if (!(size < Number.POSITIVE_INFINITY)) return 1 / x;
	if (size >= 2) return Math.sign(x) * large(size, 1, "first");
	if (size < 2 ** -27) return 0.5 * x;
	const [above, below] = J1;
	const square = x * x;
	return x * 0.5 + (polynomial(square, above) * x) / polynomial(square, below);
}

/** For x > 0, like the three below. */
export function y0(x: number): number {
	if (!(x < Number.POSITIVE_INFINITY)) return 1 / (x + x * x);
	if (x >= 2) return large(x, 0, "second");
	if (x < 2 ** -27 * (1 + 2 ** -20)) return Y0[0][0]! + TWO_OVER_PI * log(x);
	return quotient(x * x, Y0) + TWO_OVER_PI * (j0(x) * log(x));
}

export function y1(x: number): number {
	if (!(x < Number.POSITIVE_INFINITY)) return 1 / (x + x * x);
	if (x >= 2) return large(x, 1, "second");
	if (x < 2 ** -54 * (1 + 2 ** -20)) return -TWO_OVER_PI / x;
	return x * quotient(x * x, Y1) + TWO_OVER_PI * (j1(x) * log(x) - 1 / x);
}

/** By the angle alone, where x is far beyond the square of the order. */
function farOut(order: number, x: number, kind: "first" | "second"): number {
	const [s, c] = [sin(x), cos(x)];
	const turns = kind === "first" ? [c + s, -c + s, -c - s, c - s] : [s - c, -s - c, -s + c, s + c];
	return (INVERSE_ROOT_OF_PI * turns[order & 3]!) / Math.sqrt(x);
}

export function jn(order: number, x: number): number {
	if (Number.isNaN(x)) return x;
	const n = Math.abs(order);
	const turned = order < 0 ? -x : x;
	if (n === 0) return j0(turned);
	if (n === 1) return j1(turned);
	const size = Math.abs(x);
	const isNegative = n % 2 === 1 && (turned < 0 || Object.is(turned, -0));
	const result =
		size === 0 || size === Number.POSITIVE_INFINITY ? 0 : n <= size ? upwards(n, size) : downwards(n, size);
	return isNegative ? -result : result;
}

function upwards(n: number, x: number): number {
	if (x >= 2 ** 302) return farOut(n, x, "first");
	let [before, now] = [j0(x), j1(x)];
	for (let i = 1; i < n; i++) [before, now] = [now, now * ((i + i) / x) - before];
	return now;
}

/** Where x is below the order: from a far order down to 0, then by what is known there. */
function downwards(n: number, x: number): number {
	if (x < 2 ** -29) return tiny(n, x);
	const step = 2 / x;
	const first = (n + n) / x;
	let z = first + step;
	let [q0, q1, k] = [first, first * z - 1, 1];
	while (q1 < 1e9) {
		k++;
		z += step;
		[q0, q1] = [q1, z * q1 - q0];
	}
	let ratio = 0;
	for (let i = 2 * (n + k); i >= n + n; i -= 2) ratio = 1 / (i / x - ratio);
	let [a, b] = [ratio, 1];
	const mayOverflow = !(n * log(Math.abs((2 / x) * n)) < 709.782712893384);
	for (let i = n - 1; i > 0; i--) {
		[a, b] = [b, (b * (i + i)) / x - a];
		if (mayOverflow && b > 1e100) {
			a /= b;
			ratio /= b;
			b = 1;
		}
	}
	const [zeroth, other] = [j0(x), j1(x)];
	return Math.abs(zeroth) >= Math.abs(other) ? (ratio * zeroth) / b : (ratio * other) / a;
}

/** The first term of the series. */
function tiny(n: number, x: number): number {
	if (n > 33) return 0;
	let [factorial, power] = [1, x * 0.5];
	for (let i = 2; i <= n; i++) {
		factorial *= i;
		power *= x * 0.5;
	}
	return power / factorial;
}

export function yn(order: number, x: number): number {
	if (Number.isNaN(x)) return x;
	const n = Math.abs(order);
	const sign = order < 0 && n % 2 === 1 ? -1 : 1;
	if (n === 0) return y0(x);
	if (n === 1) return sign * y1(x);
	if (x === Number.POSITIVE_INFINITY) return 0;
	if (x >= 2 ** 302) return sign * farOut(n, x, "second");
	let [before, now] = [y0(x), y1(x)];
	for (let i = 1; i < n && now !== Number.NEGATIVE_INFINITY; i++)
		[before, now] = [now, ((i + i) / x) * now - before];
	return sign * now;
}
