// The order in which choices stand: mixed, but the same for the same question at every visit.
import { draw, Hash, nextSeed } from "../../base/index.ts";

/** The numbers 0 … count - 1 in an order that only `name` decides. */
export function shuffled(count: number, name: string): readonly number[] {
	const hash = new Hash();
	hash.text(name);
	let seed = hash.digest() | 0;
	const order = Array.from({ length: count }, (_, index) => index);
	for (let left = count; left > 1; left--) {
		seed = nextSeed(seed);
		const pick = draw(seed, left);
		[order[left - 1], order[pick]] = [order[pick] as number, order[left - 1] as number];
	}
	return order;
}
