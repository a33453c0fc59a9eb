// How much has gone into a pipe and how much has come out, as two lines of steps over a run; between them is what the pipe holds.
import type { Pid } from "../../kernel/index.ts";
import type { Flow } from "../../session/index.ts";
import { type Scale, toX } from "./lanes.ts";

export interface FlowLine {
	/** Whose bytes they were last, or who took them; null before anything has gone this way. */
	readonly pid: Pid | null;
	/** Bytes up to the step that is looked at. */
	readonly now: number;
	/** An SVG path from the left edge to the scale's end. */
	readonly path: string;
}

export interface FlowPicture {
	readonly in: FlowLine;
	readonly out: FlowLine;
	/** The area between the two lines. */
	readonly held: string;
}

interface Corner {
	readonly x: number;
	readonly y: number;
}

/** Draws the flow of a run up to the scale's end, `height` high; `step` is where the reader stands. */
export function flowPicture(flow: readonly Flow[], scale: Scale, height: number, step: number): FlowPicture {
	const shown = flow.filter((one) => one.step <= scale.end);
	const most = Math.max(1, sum(shown.filter(({ way }) => way === "in")));
	const corners = (way: Flow["way"]): readonly Corner[] => {
		let total = 0;
		const list: Corner[] = [{ x: 0, y: height }];
		for (const one of shown.filter((each) => each.way === way)) {
			const x = toX(scale, one.step);
			list.push({ x, y: height - (total / most) * height });
			total += one.bytes.length;
			list.push({ x, y: height - (total / most) * height });
		}
		list.push({ x: toX(scale, scale.end), y: height - (total / most) * height });
		return list;
	};
	const line = (way: Flow["way"], points: readonly Corner[]): FlowLine => {
		const past = shown.filter((one) => one.way === way && one.step <= step);
		return { pid: past.at(-1)?.pid ?? null, now: sum(past), path: `M${written(points)}` };
	};
	const [above, below] = [corners("in"), corners("out")];
	return {
		in: line("in", above),
		out: line("out", below),
		held: `M${written(above)}L${written([...below].reverse())}Z`,
	};
}

function written(points: readonly Corner[]): string {
	return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L");
}

function sum(flow: readonly Flow[]): number {
	return flow.reduce((total, { bytes }) => total + bytes.length, 0);
}
