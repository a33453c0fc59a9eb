// Seeded chance: the same seed gives the same numbers on every machine.

/** The next state after `state` of a 32-bit generator (mulberry32's step). */
export function nextSeed(state: number): number {
	return (state + 0x6d2b79f5) | 0;
}

/** A whole number in 0…bound-1, drawn from `state`; `bound` is at least 1. */
export function draw(state: number, bound: number): number {
	let t = Math.imul(state ^ (state >>> 15), 1 | state);
	t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
	return ((t ^ (t >>> 14)) >>> 0) % bound;
}
