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

/** Milliseconds that `run` takes, of `times` runs the middle one. */
export function median(times: number, run: () => void): number {
	const all = Array.from({ length: times }, () => {
		const start = performance.now();
		run();
		return performance.now() - start;
	});
	return quantile(all, 0.5);
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
