// Seeded draws in the words of a generator.

import { draw, nextSeed } from "../../base/index.ts";

export class Dice {
	#state: number;

	constructor(seed: number) {
		this.#state = Math.imul(seed + 1, 0x9e3779b1);
	}

	/** A whole number in 0…bound-1. */
	below(bound: number): number {
		this.#state = nextSeed(this.#state);
		return draw(this.#state, bound);
	}

	/** True in `percent` of a hundred. */
	percent(percent: number): boolean {
		return this.below(100) < percent;
	}

	pick<T>(choices: readonly T[]): T {
		return choices[this.below(choices.length)] as T;
	}

	/** One of the choices, each as often as its weight says. */
	weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
		let rest = this.below(choices.reduce((sum, [weight]) => sum + weight, 0));
		for (const [weight, choice] of choices) {
			rest -= weight;
			if (rest < 0) return choice;
		}
		throw new Error("weights add up");
	}

	/** Some of the words, joined by `|`; 0 when none. */
	flags(words: readonly string[], percent: number): string {
		return words.filter(() => this.percent(percent)).join(" | ") || "0";
	}
}
