// What a figure is, and the few ways in which all of them measure.

export interface Figure {
	readonly name: string;
	measure(): Promise<readonly Line[]>;
}

/** One line of the table. */
export interface Line {
	readonly what: string;
	readonly value: string;
	/** What is aimed for, as text. */
	readonly aim?: string;
}

/** Milliseconds of processor time: on a busy machine the clock on the wall tells of others' work, too. */
export function processorTime(run: () => void): number {
	const start = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

/**
 * Milliseconds that something short takes: by the processor or by the clock, whichever is less. The processor's account
 * of a process includes its other threads' work, in lumps of 4 ms; the clock's includes other programs'.
 */
export function shortTime(run: () => void): number {
	let clock = 0;
	const processor = processorTime(() => {
		const start = performance.now();
		run();
		clock = performance.now() - start;
	});
	return Math.min(processor, clock);
}

/** Milliseconds of processor time that `run` takes, of `times` runs the middle one. */
export function median(times: number, run: () => void): number {
	return quantile(
		Array.from({ length: times }, () => processorTime(run)),
		0.5,
	);
}

/**
 * Takes every contestant's time `rounds` times, in turn, so that a machine that grows slower grows slower for all.
 * Returns the middle one of each; the first `warm` rounds do not count.
 */
export function interleaved<K extends string>(
	contestants: Readonly<Record<K, () => number>>,
	rounds: number,
	warm = 0,
): Record<K, number> {
	const names = Object.keys(contestants) as K[];
	const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
	for (let round = 0; round < warm + rounds; round++) {
		for (const name of names) {
			const milliseconds = contestants[name]();
			if (round >= warm) taken[name].push(milliseconds);
		}
	}
	return Object.fromEntries(names.map((name) => [name, quantile(taken[name], 0.5)])) as Record<K, number>;
}

/** The value below which `part` (0 … 1) of the numbers lie. */
export function quantile(numbers: readonly number[], part: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export function ms(milliseconds: number): string {
	return milliseconds < 0.1 ? `${(milliseconds * 1000).toFixed(1)} us` : `${milliseconds.toFixed(2)} ms`;
}

/** `12.3 M/s` */
export function rate(count: number, milliseconds: number): string {
	const each = (count / milliseconds) * 1000;
	if (each >= 1e6) return `${(each / 1e6).toFixed(1)} M/s`;
	return each >= 1e3 ? `${(each / 1e3).toFixed(0)} k/s` : `${each.toFixed(0)} /s`;
}

export function times(ratio: number): string {
	return `${ratio.toFixed(ratio < 10 ? 2 : 1)} times`;
}
