// The lanes below the stage as data: bars, arrows and marks of a stretch of a run, on a scale of steps.
import { ticks } from "d3";
import type { Pid } from "../../kernel/index.ts";
import type { Gate, History } from "../../session/index.ts";
import type { Identity } from "./identity.ts";

export type LaneState = "running" | "ready" | "waiting" | "stopped" | "zombie";
/** What `History.dominant` counts by. */
export const LANE_CODES: readonly (LaneState | null)[] = [
	null,
	"running",
	"ready",
	"waiting",
	"stopped",
	"zombie",
];

export interface Bar {
	readonly x: number;
	readonly w: number;
	readonly state: LaneState;
}

export interface LanePicture {
	readonly pid: Pid;
	readonly identity: Identity;
	readonly y: number;
	readonly bars: readonly Bar[];
}

export interface ArrowPicture {
	readonly kind: string;
	readonly hue: number;
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
}

export interface LanesPicture {
	readonly lanes: readonly LanePicture[];
	readonly arrows: readonly ArrowPicture[];
	readonly ticks: readonly { readonly x: number; readonly step: number }[];
	/** Too many bars for the page's elements: paint them instead. */
	readonly dense: boolean;
	readonly height: number;
}

export const LANE_H = 15;
const LANE_STEP = 25;
/** More bars than this are painted on a canvas. */
const MOST_BARS = 600;
const MOST_ARROWS = 90;

/** Steps to units and back. `end` is the last step that may be seen, `start` (else 0) the first that is drawn. */
export interface Scale {
	readonly start?: number;
	readonly end: number;
	readonly width: number;
}

/** Room for the names at the left of the lanes. */
export const LANE_LABELS = 104;
const RIGHT = 20;

/** The steps that may be seen, over the width that a frame of `width` leaves beside the names. */
export function laneScale(history: History, gate: Gate | null, width: number): Scale {
	const { from: start, to } = history.part ?? { from: 0, to: history.length };
	const end = Math.max(start + 1, Math.min(to, gate?.step ?? to));
	return { start, end, width: Math.max(80, width - LANE_LABELS - RIGHT - 24) };
}

export function toX({ start = 0, end, width }: Scale, step: number): number {
	return end === start ? 0 : (Math.max(0, step - start) / (end - start)) * width;
}

export function toStep({ start = 0, end, width }: Scale, x: number): number {
	return Math.max(start, Math.min(end, start + Math.round((x / width) * (end - start))));
}

/** Draws the run up to the scale's end, for at most as many bars as can be told apart. */
export function lanesPicture(
	history: History,
	known: ReadonlyMap<Pid, Identity>,
	scale: Scale,
): LanesPicture {
	const { start = 0 } = scale;
	const there = (pid: Pid): boolean => history.intervals(pid, start, scale.end, 1).length > 0;
	const pids = history.pids.filter((pid) => known.has(pid) && there(pid)).slice(0, 12);
	const rows = new Map(pids.map((pid, index) => [pid, index * LANE_STEP + 4]));
	let count = 0;
	const lanes = pids.map((pid) => {
		const intervals = count > MOST_BARS ? [] : history.intervals(pid, start, scale.end, MOST_BARS + 1);
		count += intervals.length;
		const bars = intervals.map(({ from, to, state }) => ({
			x: toX(scale, from),
			w: Math.max(0.75, toX(scale, to) - toX(scale, from)),
			state,
		}));
		return { pid, identity: known.get(pid) as Identity, y: rows.get(pid) as number, bars };
	});
	const dense = count > MOST_BARS;
	return {
		lanes,
		arrows: dense ? [] : arrowsOf(history, known, scale, rows),
		ticks: ticksOf(scale),
		dense,
		height: pids.length * LANE_STEP + 4,
	};
}

function arrowsOf(
	history: History,
	known: ReadonlyMap<Pid, Identity>,
	scale: Scale,
	rows: ReadonlyMap<Pid, number>,
): readonly ArrowPicture[] {
	return history
		.arrows(scale.start ?? 0, scale.end + 1, MOST_ARROWS)
		.filter(({ from, to }) => from.pid !== to.pid && to.step <= scale.end)
		.flatMap(({ kind, from, to }) => {
			const start = rows.get(from.pid);
			const stop = rows.get(to.pid);
			if (start === undefined || stop === undefined) return [];
			const down = stop > start;
			return [
				{
					kind,
					hue: known.get(from.pid)?.hue ?? 0,
					x1: toX(scale, from.step),
					y1: down ? start + LANE_H : start,
					x2: toX(scale, to.step),
					y2: down ? stop : stop + LANE_H,
				},
			];
		});
}

/** About six round steps along the scale. */
function ticksOf(scale: Scale): LanesPicture["ticks"] {
	const { end, start = 0 } = scale;
	const most = Math.max(1, Math.min(8, scale.width / 140, end - start));
	return ticks(start, end, most).map((step) => ({ x: toX(scale, step), step }));
}
