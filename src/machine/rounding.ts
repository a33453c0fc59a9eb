// Rounding that the compiler and the processor must agree on.

/**
 * A double that rounds to the same float as the whole number itself: when that has more bits than a double holds, the
 * bits lost are kept as one sticky bit, so that nothing is rounded twice.
 */
export function beforeFloat(whole: bigint): number {
	const size = whole < 0n ? -whole : whole;
	if (size < 1n << 53n) return Number(whole);
	const kept = size >> 12n;
	const sticky = (size & 0xfffn) === 0n ? kept : kept | 1n;
	return Number(whole < 0n ? -sticky : sticky) * 4096;
}
