// The run as lanes: one per process, arrows from cause to effect, a playhead to drag, branches.
import { memo, useEffect, useMemo, useRef } from "react";
import type { CastMember, History, Scene } from "../session/index.ts";
import { Badge } from "./Badge.tsx";
import { grouped } from "./pictures/bytes.ts";
import { type Identity, identities } from "./pictures/identity.ts";
import {
	LANE_CODES,
	LANE_H,
	type LanePicture,
	type LanesPicture,
	lanesPicture,
	type Scale,
	toStep,
	toX,
} from "./pictures/lanes.ts";
import { rem } from "./place.ts";
import { useActions, useSession } from "./session-context.tsx";
import { useUnits } from "./use-stage.ts";

const LABELS = 104;
const RIGHT = 20;

export function TimelineView({ scene }: { scene: Scene }) {
	const history = useSession((state) => state.history);
	const gate = useSession((state) => state.gate);
	const frame = useRef<HTMLElement>(null);
	const { width } = useUnits(frame);
	if (history === null) return null;
	const { from: start, to } = history.part ?? { from: 0, to: history.length };
	const end = Math.min(to, gate?.step ?? to);
	return (
		<section className="lanes" aria-label="The run" ref={frame}>
			{width > 0 && (
				<Lanes
					scene={scene}
					history={history}
					scale={{ start, end: Math.max(start + 1, end), width: Math.max(80, width - LABELS - RIGHT - 24) }}
					gated={gate !== null}
				/>
			)}
		</section>
	);
}

interface LanesProps {
	readonly scene: Scene;
	readonly history: History;
	readonly scale: Scale;
	readonly gated: boolean;
}

function Lanes({ scene, history, scale, gated }: LanesProps) {
	const known = useKnown(scene.cast);
	const { start = 0, end, width } = scale;
	const picture = useMemo(
		() => lanesPicture(history, known, { start, end, width }),
		[history, known, start, end, width],
	);
	return (
		<div className="lanes-frame" style={{ height: rem(picture.height + 26) }}>
			<LaneNames picture={picture} />
			<Scrubber scene={scene} scale={scale} complete={history.complete} total={history.length} gated={gated}>
				{picture.dense ? (
					<PaintedLanes picture={picture} history={history} start={start} end={end} width={width} />
				) : (
					<DrawnLanes picture={picture} width={width} />
				)}
				<Playhead
					step={scene.step}
					scale={scale}
					height={picture.height}
					total={history.length}
					gated={gated}
				/>
			</Scrubber>
		</div>
	);
}

/** Identities change only when the cast does, though every scene brings its own list. */
function useKnown(cast: readonly CastMember[]): ReadonlyMap<number, Identity> {
	const names = cast.map(({ pid, name }) => `${pid} ${name}`).join("\n");
	// biome-ignore lint/correctness/useExhaustiveDependencies: the names are all that identities are made of
	return useMemo(() => identities(cast), [names]);
}

const LaneNames = memo(function LaneNames({ picture }: { picture: LanesPicture }) {
	return (
		<ul className="lane-names">
			{picture.lanes.map(({ pid, identity, y }) => (
				<li key={pid} style={{ top: rem(y - 3) }}>
					<Badge identity={identity} small />
					<span>{identity.name}</span>
				</li>
			))}
		</ul>
	);
});

interface ScrubberProps {
	readonly scene: Scene;
	readonly scale: Scale;
	readonly complete: boolean;
	/** Steps of the whole run. */
	readonly total: number;
	readonly gated: boolean;
	readonly children: React.ReactNode;
}

/** Drag it, or move it with the arrow keys: the page's keys do the same. */
function Scrubber({ scene, scale, complete, total, gated, children }: ScrubberProps) {
	const { seek, pause } = useActions();
	const area = useRef<HTMLDivElement>(null);
	const stepAt = (event: React.PointerEvent): number => {
		const box = (area.current as HTMLDivElement).getBoundingClientRect();
		return toStep(scale, ((event.clientX - box.left) / box.width) * scale.width);
	};
	const length = gated ? "the next question" : complete ? `${total}` : `${total} or more`;
	return (
		<div
			ref={area}
			className="scrubber"
			style={{ left: rem(LABELS), width: rem(scale.width) }}
			role="slider"
			tabIndex={0}
			aria-label="Position in the run"
			aria-valuemin={scale.start ?? 0}
			aria-valuemax={scale.end}
			aria-valuenow={Math.max(scale.start ?? 0, Math.min(scene.step, scale.end))}
			aria-valuetext={`step ${scene.step} of ${length}`}
			onPointerDown={(event) => {
				event.currentTarget.setPointerCapture(event.pointerId);
				pause();
				seek(stepAt(event));
			}}
			onPointerMove={(event) => {
				if (event.buttons === 1 && event.currentTarget.hasPointerCapture(event.pointerId))
					seek(stepAt(event));
			}}
		>
			{children}
		</div>
	);
}

const DrawnLanes = memo(function DrawnLanes({ picture, width }: { picture: LanesPicture; width: number }) {
	return (
		<svg
			className="lanes-drawing"
			viewBox={`0 0 ${width} ${picture.height + 22}`}
			style={{ height: rem(picture.height + 22) }}
			aria-hidden="true"
		>
			{picture.lanes.map((lane) => (
				<LaneBars key={lane.pid} lane={lane} />
			))}
			{picture.arrows.map((arrow) => (
				<g
					key={`${arrow.kind} ${arrow.x1} ${arrow.y1} ${arrow.x2} ${arrow.y2}`}
					className={`lane-arrow ${arrow.kind} hue-${arrow.hue}`}
				>
					<line x1={arrow.x1} y1={arrow.y1} x2={arrow.x2} y2={arrow.y2} />
					<circle cx={arrow.x2} cy={arrow.y2} r="2" />
				</g>
			))}
			<Ticks picture={picture} />
		</svg>
	);
});

function LaneBars({ lane }: { lane: LanePicture }) {
	return (
		<g className={`hue-${lane.identity.hue}`}>
			{lane.bars.map(({ x, w, state }) =>
				state === "running" || state === "stopped" ? (
					<rect key={x} className={`bar ${state}`} x={x} y={lane.y} width={w} height={LANE_H} />
				) : (
					<line
						key={x}
						className={`bar ${state}`}
						x1={x}
						x2={x + w}
						y1={lane.y + LANE_H / 2}
						y2={lane.y + LANE_H / 2}
					/>
				),
			)}
		</g>
	);
}

function Ticks({ picture }: { picture: LanesPicture }) {
	return (
		<g className="ticks">
			{picture.ticks.map(({ x, step }) => (
				<g key={step}>
					<line x1={x} x2={x} y1={picture.height} y2={picture.height + 4} />
					<text x={x} y={picture.height + 17} textAnchor={x === 0 ? "start" : "middle"}>
						{grouped(step)}
					</text>
				</g>
			))}
		</g>
	);
}

interface PaintedProps {
	readonly picture: LanesPicture;
	readonly history: History;
	readonly start: number;
	readonly end: number;
	readonly width: number;
}

/** Runs of very many events: each lane a row of pixels, each pixel the state that fills most of it. */
const PaintedLanes = memo(function PaintedLanes({ picture, history, start, end, width }: PaintedProps) {
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

interface PlayheadProps {
	readonly step: number;
	readonly scale: Scale;
	readonly height: number;
	readonly total: number;
	readonly gated: boolean;
}

function Playhead({ step, scale, height, total, gated }: PlayheadProps) {
	const x = toX(scale, Math.min(step, scale.end));
	const past = x > scale.width - 110;
	return (
		<>
			<div className="future" style={{ left: rem(x), height: rem(height + 2) }} />
			<div className="playhead" style={{ left: rem(x), height: rem(height + 4) }} aria-hidden="true">
				<span className={past ? "before" : ""}>
					step {grouped(step)}
					{!gated && ` of ${grouped(total)}`}
				</span>
			</div>
		</>
	);
}
