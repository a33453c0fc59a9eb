// Below the lanes, on their scale: bytes that went into the pipe and bytes that came out; the gap between is what it holds.
import { useMemo, useRef } from "react";
import type { Scene } from "../session/index.ts";
import { flowPicture } from "./pictures/flow.ts";
import { identities, identityOf } from "./pictures/identity.ts";
import { LANE_LABELS, laneScale, toX } from "./pictures/lanes.ts";
import { BELOW, rem } from "./place.ts";
import { useSession } from "./session-context.tsx";
import { useUnits } from "./use-stage.ts";
import "./css/flow.css";

const DRAWN_H = BELOW.flow - 14;

export function FlowView({ scene }: { scene: Scene }) {
	const history = useSession((state) => state.history);
	const gate = useSession((state) => state.gate);
	const frame = useRef<HTMLElement>(null);
	const { width } = useUnits(frame);
	const known = useMemo(() => identities(scene.cast), [scene.cast]);
	const flow = useMemo(() => history?.flow?.() ?? [], [history]);
	if (history === null) return null;
	const scale = laneScale(history, gate, width);
	const picture = flowPicture(flow, scale, DRAWN_H, scene.step);
	const hue = ({ pid }: { pid: number | null }): string =>
		pid === null ? "" : ` hue-${identityOf(known, pid).hue}`;
	return (
		<section className="flow" aria-label="Bytes into and out of the pipe" ref={frame}>
			{width > 0 && (
				<div className="flow-frame" style={{ height: rem(DRAWN_H) }}>
					<p className={`flow-in${hue(picture.in)}`}>
						in <b>{picture.in.now}</b>
					</p>
					<p className={`flow-out${hue(picture.out)}`}>
						out <b>{picture.out.now}</b>
					</p>
					<svg
						viewBox={`0 0 ${scale.width} ${DRAWN_H}`}
						style={{ left: rem(LANE_LABELS), width: rem(scale.width), height: rem(DRAWN_H) }}
						aria-hidden="true"
					>
						<path className="held" d={picture.held} />
						<path className={`line${hue(picture.in)}`} d={picture.in.path} />
						<path className={`line${hue(picture.out)}`} d={picture.out.path} />
						<rect
							className="later"
							x={toX(scale, scene.step)}
							y="-2"
							width={Math.max(0, scale.width - toX(scale, scene.step) + 2)}
							height={DRAWN_H + 4}
						/>
						<line
							className="here"
							x1={toX(scale, scene.step)}
							x2={toX(scale, scene.step)}
							y1="-2"
							y2={DRAWN_H}
						/>
					</svg>
				</div>
			)}
		</section>
	);
}
