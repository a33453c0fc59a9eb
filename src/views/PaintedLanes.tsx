// The lanes of a run with more bars than a page can have elements: painted on a canvas.
import { memo, useEffect, useRef } from "react";
import type { History } from "../session/index.ts";
import { Ticks } from "./LaneTicks.tsx";
import { LANE_CODES, LANE_H, type LanePicture, type LanesPicture } from "./pictures/lanes.ts";
import { rem } from "./place.ts";

interface PaintedProps {
	readonly picture: LanesPicture;
	readonly history: History;
	readonly start: number;
	readonly end: number;
	readonly width: number;
}

/** Runs of very many events: each lane a row of pixels, each pixel the state that fills most of it. */
export const PaintedLanes = memo(function PaintedLanes({
	picture,
	history,
	start,
	end,
	width,
}: PaintedProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useEffect(() => {
		const element = canvas.current;
		const paint = element?.getContext("2d");
		if (!element || !paint) return;
		const pixels = Math.max(1, Math.round(element.clientWidth * devicePixelRatio));
		element.width = pixels;
		element.height = Math.round(element.clientHeight * devicePixelRatio);
		const unit = element.height / (picture.height + 4);
		for (const lane of picture.lanes) {
			const row = element.parentElement?.querySelector<HTMLElement>(`[data-lane="${lane.pid}"]`);
			const colour = row === null || row === undefined ? "gray" : getComputedStyle(row).color;
			paintLane(paint, lane, history.dominant(lane.pid, start, end, pixels), unit, colour);
		}
	}, [picture, history, start, end]);
	return (
		<>
			<canvas ref={canvas} className="lanes-drawing" style={{ height: rem(picture.height + 4) }} />
			{picture.lanes.map(({ pid, identity }) => (
				<i key={pid} data-lane={pid} className={`lane-colour hue-${identity.hue}`} />
			))}
			<svg
				className="lanes-drawing"
				viewBox={`0 0 ${width} ${picture.height + 22}`}
				style={{ height: rem(picture.height + 22) }}
				aria-hidden="true"
			>
				<Ticks picture={picture} />
			</svg>
		</>
	);
});

/** Share of the lane's height, and strength, by state. */
const STROKES: { readonly [state: string]: readonly [height: number, strength: number] } = {
	running: [1, 1],
	ready: [0.34, 0.5],
	waiting: [0.16, 0.5],
	stopped: [1, 0.4],
	zombie: [0.1, 0.4],
};

function paintLane(
	paint: CanvasRenderingContext2D,
	lane: LanePicture,
	codes: Uint8Array,
	unit: number,
	colour: string,
): void {
	paint.fillStyle = colour;
	const middle = (lane.y + LANE_H / 2) * unit;
	for (let from = 0; from < codes.length; ) {
		let to = from + 1;
		while (to < codes.length && codes[to] === codes[from]) to++;
		const stroke = STROKES[LANE_CODES[codes[from] as number] ?? ""];
		if (stroke !== undefined) {
			const height = LANE_H * unit * stroke[0];
			paint.globalAlpha = stroke[1];
			paint.fillRect(from, middle - height / 2, to - from, height);
		}
		from = to;
	}
	paint.globalAlpha = 1;
}
