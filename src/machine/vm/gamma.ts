// The gamma function, and its logarithm where that passes through zero, in the steps of glibc 2.36.

import { expm1, horner, lgammaOfMost, log1p } from "./fdlibm.ts";
import { cos, exp, exp2, log, pow, sin } from "./mathematics.ts";
import { ONE, over, plus, power, product, quickSum, sum, type Twofold, times, twofold } from "./twofold.ts";

/** The zeros of log |Γ(x)| between -2 and -28, each in two parts. */
const ZEROS: readonly (readonly [number, number])[] = [
	[-2.4570247382208006, -3.7075610815513266e-17],
	[-2.7476826467274127, 9.055340329338315e-17],
	[-3.14358088834998, -2.1818179852331714e-16],
	[-3.955294284858598, -1.999428391746348e-17],
	[-4.039361839740537, 2.1143995503980602e-16],
	[-4.991544640560048, 1.5174411760571722e-16],
	[-5.0082181683225935, -4.3926353491015815e-17],
	[-5.998607480080875, -3.311862478893795e-16],
	[-6.001385294453155, 6.415847287933042e-17],
	[-6.999801507890638, 1.0550130037400023e-17],
	[-7.000198333407325, 2.504354173632409e-16],
	[-7.999975197095821, -5.261737128572354e-17],
	[-8.000024800270682, -4.354586297860107e-16],
	[-8.999997244250977, -2.2185620509727132e-16],
	[-9.000002755714823, -9.491348611623208e-17],
	[-9.99999972442663, 4.883037618642443e-16],
	[-10.000000275573013, -3.4909708332642057e-16],
	[-10.99999997494789, 1.9843998306985407e-16],
	[-11.000000025052106, -6.850849812286175e-16],
	[-11.999999997912324, -1.0020693920103036e-16],
	[-12.000000002087676, 1.2222548112048185e-16],
	[-12.99999999983941, 6.747262033096337e-16],
	[-13.00000000016059, -6.745919484964342e-16],
	[-13.99999999998853, 8.094860741926607e-16],
	[-14.00000000001147, -8.094853704222662e-16],
	[-14.999999999999236, 8.82932241476868e-16],
	[-15.000000000000764, -8.829322382710274e-16],
	[-15.999999999999952, -1.668613399265054e-16],
	[-16.000000000000046, -1.6094954994609367e-15],
	[-16.999999999999996, -7.412564244549576e-16],
	[-17.000000000000004, 7.412564244550028e-16],
	[-18, 1.5619206968586233e-16],
	[-18, -1.561920696858622e-16],
	[-19, 8.22063524662433e-18],
	[-19, -8.22063524662433e-18],
	[-20, 4.110317623312165e-19],
	[-20, -4.110317623312165e-19],
	[-21, 1.9572941063391263e-20],
	[-21, -1.9572941063391263e-20],
	[-22, 8.896791392450574e-22],
	[-22, -8.896791392450574e-22],
	[-23, 3.868170170630684e-23],
	[-23, -3.868170170630684e-23],
	[-24, 1.6117375710961184e-24],
	[-24, -1.6117375710961184e-24],
	[-25, 6.446950284384474e-26],
	[-25, -6.446950284384474e-26],
	[-26, 2.4795962632247976e-27],
	[-26, -2.4795962632247976e-27],
	[-27, 9.183689863795546e-29],
	[-27, -9.183689863795546e-29],
	[-28, 3.279889237069838e-30],
];

/** Bernoulli's numbers over 2k(2k - 1), for Stirling's series. */
const STIRLING = [
	0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953,
	0.0008417508417508417, -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
	0.17964437236883057, -1.3924322169059011, 13.402864044168393, -156.84828462600203,
];

/** For the eight eighths of [-3, -2], from -2 down: (|Γ(x)| - 1)(x - n)/(x - x0), n the whole number at the half's end. */
const BELOW_TWO: readonly (readonly number[])[] = [
	[
		-1.044704781216989, -0.7782305330904057, -0.12024314713662344, -0.8886202355427312, -0.0634284310181484,
		-0.9176282204872979, 0.03785861085708515, -0.9341733618747365, 0.1520007117912068, -0.9697252578163962,
		0.2788205613765887,
	],
	[
		-0.9475560525532617, -0.7904814408001736, 0.2257366771626494, -1.0103405242276635, 0.5895033531088183,
		-1.3027831864606605, 1.1095669683297373, -1.7877052471853463, 1.8431672522093314, -2.5702507974153646,
		2.96272465324091, -3.881766977228748,
	],
	[
		-0.8430565186694192, -0.9007307074535097, 0.6907850597415766, -1.5714574536637218, 1.830491229184273,
		-3.033580501343015, 4.126868004210013, -6.226302470384837, 8.886294054752328, -13.053005331565737,
		18.88301757578076, -28.307470864453226, 41.414460300822604,
	],
	[
		-0.7160435758996516, -1.1660574285890255, 1.5312814420426584, -3.1959170708555393, 5.342476029602517,
		-9.760480704063543, 17.17216724690779, -30.661346099348908, 54.41945910419376, -96.81174791840648,
		171.93252618616302, -305.5345717488169, 567.9666269469928, -1021.9400375390136,
	],
	[
		-0.23852637693191414, 1.8020856790170219, 3.506275674054837, 6.5196196839645, 11.75663604365609,
		21.040338743111032, 37.47998021215248, 66.69270764646357, 118.5969214540074, 210.87032902786933,
		374.60019140329274, 664.9256300730046, 1237.1418040297096, 2281.3857338180756,
	],
	[
		-0.41939003261259933, 1.1595155903726009, 1.8570110606166135, 2.8831644988756584, 4.2695476278469915,
		6.292870578714175, 9.178552045830783, 13.385745422880152, 19.476442300735183, 28.33631449884831,
		41.203812298055986, 61.61278288501628, 90.72645743800207,
	],
	[
		-0.5400649246179795, 0.8033521909763831, 1.079905352604728, 1.4614073971249786, 1.8221702551313768,
		2.306106582214321, 2.8338217338082505, 3.5198542506181716, 4.3206153590673, 5.335365175493835,
		6.675528681738811, 8.282177097586464,
	],
	[
		-0.626080894817651, 0.5900197543087655, 0.6661716257481942, 0.8240481145327041, 0.861963874099599,
		0.988046418719251, 1.0183290454104954, 1.1355790463453328, 1.1731378031024609, 1.291562533161419,
		1.3603386607285806, 1.4923120245250903,
	],
];

const E = twofold(Math.E, 1.4456468917292502e-16);
const PI = twofold(Math.PI, 1.2246467991473532e-16);

/** Of π·x, for x between -¼ and ½. */
function sineOfPi(x: number): number {
	return x <= 0.25 ? sin(Math.PI * x) : cos(Math.PI * (0.5 - x));
}

function cosineOfPi(x: number): number {
	return x <= 0.25 ? cos(Math.PI * x) : sin(Math.PI * (0.5 - x));
}

/** The product of 1 + t/(x + i) for i below n, less 1; glibc takes long double here. */
function productLessOne(t: number, x: Twofold, n: number): number {
	let total = twofold(0);
	for (let i = 0; i < n; i++)
		total = plus(total, times(over(twofold(t), plus(x, twofold(i))), plus(ONE, total)));
	return total.high;
}

/** log |Γ(x)| for -28 < x < -2, where x is no whole number. */
function nearZeros(x: number): number {
	const halves = Math.floor(-2 * x);
	const end = halves % 2 === 0 ? -halves / 2 : (-halves - 1) / 2;
	const i = halves - 4;
	const [high, low] = ZEROS[i]!;
	const distance = x - high - low;
	if (i < 2) {
		const eighth = Math.floor(-8 * x) - 16;
		const middle = (-33 - 2 * eighth) * 0.0625;
		return log1p((horner(x - middle, BELOW_TWO[eighth]!) * distance) / (x - end));
	}
	return ofSines(x, end, i, distance) + ofGammas(x, i, distance);
}

/** log of sin πx0 over sin πx, x0 being the zero. */
function ofSines(x: number, end: number, i: number, distance: number): number {
	const [high, low] = ZEROS[i]!;
	const [here, there] = [Math.abs(end - x), Math.abs(end - high - low)];
	if (there < here * 0.5) return log(sineOfPi(there) / sineOfPi(here));
	const half = (i % 2 === 0 ? distance : -distance) * 0.5;
	const [sine, cosine] = [sineOfPi(half), cosineOfPi(half)];
	return log1p(2 * sine * (-sine + (cosine * cosineOfPi(here)) / sineOfPi(here)));
}

/** log of Γ(1 - x0) over Γ(1 - x). */
function ofGammas(x: number, i: number, distance: number): number {
	const [high, low] = ZEROS[i]!;
	let y0 = 1 - high;
	let off0 = -high + (1 - y0) - low;
	let y = 1 - x;
	let off = -x + (1 - y);
	let adjusted = 0;
	if (i < 6) {
		const up = Math.trunc((7 - i) / 2);
		[y0, off0] = [y0 + up, y0 - (y0 + up - up) + off0];
		[y, off] = [y + up, y - (y + up - up) + off];
		adjusted = -log1p(productLessOne(distance, sum(y - up, off), up));
	}
	const first =
		distance * log1p((y0 - E.high - E.low + off0) / E.high) +
		(y - 0.5 + off) * log1p(distance / y) +
		adjusted;
	return first + stirlingDifference(y0, y, distance);
}

function stirlingDifference(y0: number, y: number, distance: number): number {
	const [inverse0, inverse] = [1 / y0, 1 / y];
	const [square0, square] = [inverse0 * inverse0, inverse * inverse];
	let difference = -distance / (y * y0);
	let extra = difference * inverse * (inverse + inverse0);
	const terms: number[] = [];
	for (const coefficient of STIRLING) {
		terms.push(difference * coefficient);
		difference = difference * square0 + extra;
		extra *= square;
	}
	return terms.reduceRight((total, term) => total + term, 0);
}

export function lgamma(x: number): number {
	return x < -2 && x > -28 && !Number.isInteger(x) ? nearZeros(x) : lgammaOfMost(x);
}

/** x (x + 1) … (x + n - 1); glibc takes long double here. */
function rising(x: Twofold, n: number): { readonly value: number; readonly off: number } {
	let total = x;
	for (let i = 1; i < n; i++) total = times(total, plus(x, twofold(i)));
	return { value: total.high, off: total.low / total.high };
}

function expanded(a: Twofold, b: Twofold): Twofold {
	const { high, low } = product(a.high, b.high);
	const more = quickSum(high, a.high * b.low + b.high * a.low);
	return twofold(more.high, low - more.low);
}

function divided(a: Twofold, b: Twofold): Twofold {
	const ratio = a.high / b.high;
	const back = product(ratio, b.high);
	const low = (a.high - back.high - back.low) / b.high;
	const more = quickSum(ratio, (a.low * b.high - b.low * a.high) / (b.high * b.high));
	return quickSum(more.high, low + more.low);
}

/** Γ(x) is value · 2^exponent, for x > 0. */
function ofPositive(x: number): { readonly value: number; readonly exponent: number } {
	if (x < 0.5) return { value: exp(lgamma(x + 1)) / x, exponent: 0 };
	if (x <= 1.5) return { value: exp(lgamma(x)), exponent: 0 };
	if (x < 6.5) {
		const n = Math.ceil(x - 1.5);
		const { value, off } = rising(twofold(x - n), n);
		return { value: exp(lgamma(x - n)) * value * (1 + off), exponent: 0 };
	}
	return byStirling(x);
}

function byStirling(x: number): { readonly value: number; readonly exponent: number } {
	let [at, off] = [x, 0];
	let passed = { value: 1, off: 0 };
	if (x < 12) {
		const n = Math.ceil(12 - x);
		at = x + n;
		off = x - (at - n);
		passed = rising(sum(at - n, off), n);
	}
	const whole = Math.round(at);
	let size = Math.floor(Math.log2(at)) + 1;
	if (power(at, -size) >= 1) size++;
	let mantissa = power(at, -size);
	if (mantissa < Math.SQRT1_2) {
		size--;
		mantissa *= 2;
	}
	const powers = product(pow(mantissa, at), exp2(size * (at - whole)));
	const rest = product(exp(-at), Math.sqrt((2 * Math.PI) / at));
	const { high, low } = divided(expanded(powers, rest), twofold(passed.value, passed.value * passed.off));
	const square = at * at;
	const series = STIRLING.slice(0, 6).reduceRight((total, coefficient) => total / square + coefficient);
	const adjusted = off * log(at) + series / at;
	return { value: high + (low + high * expm1(adjusted)), exponent: size * whole };
}

/** The gamma function, for an x between -184 and 172 that is no whole number below 1. */
export function tgamma(x: number): number {
	if (x > 0) {
		const { value, exponent } = ofPositive(x);
		return power(value, exponent);
	}
	if (x >= -(2 ** -54)) return 1 / x;
	const part = Math.trunc(x) - x;
	const fraction = part > 0.5 ? 1 - part : part;
	const sine = fraction <= 0.25 ? sin(Math.PI * fraction) : cos(Math.PI * (0.5 - fraction));
	const { value, exponent } = ofPositive(-x);
	const first = product(sine, value);
	const second = product(first.high, x);
	const { high } = divided(PI, twofold(second.high, second.low + first.low * x));
	const size = power(-high, -exponent);
	return Math.trunc(x) % 2 === 0 ? -size : size;
}
