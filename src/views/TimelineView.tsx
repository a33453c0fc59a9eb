// The run as lanes: one per process, arrows from cause to effect, a playhead to drag, branches.
import { lazy, memo, Suspense, useMemo, useRef } from "react";
import type { CastMember, History, Scene } from "../session/index.ts";
import { Badge } from "./Badge.tsx";
import { Ticks } from "./LaneTicks.tsx";
import { grouped } from "./pictures/bytes.ts";
import { type Identity, identities } from "./pictures/identity.ts";
import {
	LANE_H,
	LANE_LABELS,
	type LanePicture,
	type LanesPicture,
	laneScale,
	lanesPicture,
	type Scale,
	toStep,
	toX,
} from "./pictures/lanes.ts";
import { BELOW, type Below, rem } from "./place.ts";
import { useActions, useSession } from "./session-context.tsx";
import { useUnits } from "./use-stage.ts";

/** Comes with a run of very many events. */
const PaintedLanes = lazy(() =>
	import("./PaintedLanes.tsx").then((module) => ({ default: module.PaintedLanes })),
);

/** Comes with a lesson that has something to show there. */
const BelowLanes = lazy(() => import("./BelowLanes.tsx").then((module) => ({ default: module.BelowLanes })));

export function TimelineView({ scene, below }: { scene: Scene; below?: Below | undefined }) {
	const history = useSession((state) => state.history);
	const gate = useSession((state) => state.gate);
	const frame = useRef<HTMLElement>(null);
	const { width } = useUnits(frame);
	if (history === null) return null;
	return (
		<>
			<section className="lanes" aria-label="The run" ref={frame}>
				{width > 0 && (
					<Lanes
						scene={scene}
						history={history}
						scale={laneScale(history, gate, width)}
						gated={gate !== null}
					/>
				)}
			</section>
			{below && (
				<Suspense fallback={<div style={{ order: 2, height: rem(BELOW[below]) }} />}>
					<BelowLanes scene={scene} part={below} />
				</Suspense>
			)}
		</>
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
					<Suspense>
						<PaintedLanes picture={picture} history={history} start={start} end={end} width={width} />
					</Suspense>
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
			style={{ left: rem(LANE_LABELS), width: rem(scale.width) }}
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
