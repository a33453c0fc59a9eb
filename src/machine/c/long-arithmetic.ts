// Arithmetic of as many bits as are asked for, and the functions that gcc's constants are made of.

import {
	exactly,
	exactProduct,
	exactSum,
	type LongReal,
	machin,
	near,
	negated,
	order,
	rounded,
	shifted,
	sizeOf,
} from "../long-real.ts";

/** Arithmetic of so many bits. */
export class LongArithmetic {
	readonly #bits: number;
	#pi: LongReal | null = null;
	#ln2: LongReal | null = null;

	constructor(bits: number) {
		this.#bits = bits;
	}

	plus(a: LongReal, b: LongReal): LongReal {
		// What is far below the last bit only says which way to round.
		const far = this.#bits + 8;
		if (order(a) - order(b) > 2 * far) return a;
		if (order(b) - order(a) > 2 * far) return b;
		return rounded(exactSum(a, b), this.#bits);
	}

	minus(a: LongReal, b: LongReal): LongReal {
		return this.plus(a, negated(b));
	}

	times(a: LongReal, b: LongReal): LongReal {
		return rounded(exactProduct(a, b), this.#bits);
	}

	over(a: LongReal, b: LongReal): LongReal {
		const more = Math.max(0, this.#bits + 4 + sizeOf(b.whole) - sizeOf(a.whole));
		return rounded(
			{ whole: (a.whole << BigInt(more)) / b.whole, exponent: a.exponent - more - b.exponent },
			this.#bits,
		);
	}

	whole(n: number | bigint): LongReal {
		return { whole: BigInt(n), exponent: 0 };
	}

	root(x: LongReal): LongReal {
		if (x.whole === 0n) return x;
		let more = 2 * this.#bits + 8 - sizeOf(x.whole);
		if (more < 0) more = 0;
		if ((x.exponent - more) % 2 !== 0) more++;
		return rounded(
			{ whole: squareRoot(x.whole << BigInt(more)), exponent: (x.exponent - more) / 2 },
			this.#bits,
		);
	}

	pi(): LongReal {
		this.#pi ??= rounded({ whole: machin(this.#bits + 16), exponent: -this.#bits - 16 }, this.#bits);
		return this.#pi;
	}

	/** ln 2 = 2 artanh(1/3). */
	ln2(): LongReal {
		if (this.#ln2 !== null) return this.#ln2;
		const unit = 1n << BigInt(this.#bits + 16);
		let total = 0n;
		for (let n = 1n, power = (2n * unit) / 3n; power !== 0n; n += 2n, power /= 9n) total += power / n;
		this.#ln2 = rounded({ whole: total, exponent: -this.#bits - 16 }, this.#bits);
		return this.#ln2;
	}

	/** The sum of terms that each come of the one before, until they no longer count. */
	series(first: LongReal, next: (term: LongReal, n: number) => LongReal): LongReal {
		let [term, total] = [first, first];
		for (let n = 1; term.whole !== 0n && order(term) > order(total) - this.#bits - 8; n++) {
			term = next(term, n);
			total = this.plus(total, term);
		}
		return total;
	}

	exp(x: LongReal): LongReal {
		const count = Math.round(near(x) / Math.LN2);
		const rest = shifted(this.minus(x, this.times(this.whole(count), this.ln2())), -16);
		let value = this.series(this.whole(1), (term, n) => this.over(this.times(term, rest), this.whole(n)));
		for (let i = 0; i < 16; i++) value = this.times(value, value);
		return shifted(value, count);
	}

	/** Of x > 0. */
	log(x: LongReal): LongReal {
		const power = order(x);
		const mantissa = shifted(x, -power);
		let y = exactly(Math.log(near(mantissa)));
		for (let known = 45; known < this.#bits; known *= 3) {
			const e = this.exp(y);
			const step = this.over(this.minus(mantissa, e), this.plus(mantissa, e));
			y = this.plus(y, shifted(step, 1));
		}
		return this.plus(y, this.times(this.whole(power), this.ln2()));
	}

	sineAndCosine(x: LongReal): readonly [sine: LongReal, cosine: LongReal] {
		const extra = Math.max(0, order(x)) + 64;
		const exact = extra > 64 + 8 ? new LongArithmetic(this.#bits + extra) : this;
		const turns = exact.over(x, shifted(exact.pi(), -1));
		const count = floorOf(exact.plus(turns, { whole: 1n, exponent: -1 }));
		const rest = exact.minus(x, exact.times(exact.whole(count), shifted(exact.pi(), -1)));
		const square = negated(this.times(rest, rest));
		const step = (from: number) => (term: LongReal, n: number) =>
			this.over(this.times(term, square), this.whole((2 * n + from) * (2 * n + from - 1)));
		const sine = this.series(rounded(rest, this.#bits), step(1));
		const cosine = this.series(this.whole(1), step(0));
		const quarter = Number(((count % 4n) + 4n) % 4n);
		if (quarter === 0) return [sine, cosine];
		if (quarter === 1) return [cosine, negated(sine)];
		if (quarter === 2) return [negated(sine), negated(cosine)];
		return [negated(cosine), sine];
	}

	/** The angle of a point, both of whose coordinates are other than 0. */
	angle(y: LongReal, x: LongReal): LongReal {
		const power = Math.max(order(y), order(x));
		let about = exactly(Math.atan2(near(shifted(y, -power)), near(shifted(x, -power))));
		for (let known = 45; known < this.#bits; known *= 3) {
			const [sine, cosine] = this.sineAndCosine(about);
			const across = this.minus(this.times(y, cosine), this.times(x, sine));
			const along = this.plus(this.times(x, cosine), this.times(y, sine));
			const ratio = this.over(across, along);
			const cube = this.over(this.times(ratio, this.times(ratio, ratio)), this.whole(3));
			about = this.plus(about, this.minus(ratio, cube));
		}
		return about;
	}
}

/** The greatest whole number that is not beyond x. */
function floorOf({ whole, exponent }: LongReal): bigint {
	return exponent >= 0 ? whole << BigInt(exponent) : whole >> BigInt(-exponent);
}

function squareRoot(x: bigint): bigint {
	let root = 1n << BigInt((sizeOf(x) + 1) >> 1);
	for (;;) {
		const next = (root + x / root) >> 1n;
		if (next >= root) return root;
		root = next;
	}
}
