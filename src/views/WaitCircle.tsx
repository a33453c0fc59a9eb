// The circle of waits, drawn over the stage: thick broken lines along which everybody waits, numbered; nothing else moves.
import type { WaitEdge } from "../explain/index.ts";
import { circleSteps } from "./pictures/circle.ts";
import type { StageLayout } from "./pictures/layout.ts";
import { pointStyle, rem } from "./place.ts";
import "./css/circle.css";

interface WaitCircleProps {
	readonly circle: readonly WaitEdge[];
	readonly layout: StageLayout;
}

export function WaitCircle({ circle, layout }: WaitCircleProps) {
	const steps = circleSteps(circle, layout);
	const { width, height } = layout;
	return (
		<div className="wait-circle" aria-hidden="true">
			<svg
				aria-hidden="true"
				viewBox={`0 0 ${width} ${height}`}
				style={{ width: rem(width), height: rem(height) }}
			>
				{steps.map(({ number, lines, arc }) => (
					<g key={number}>
						{lines.map(({ key, path }) => (
							<path key={key} d={path} />
						))}
						{arc !== null && (
							<>
								<path d={arc.path} />
								<path className="tip" d={`M${arc.tip.x},${arc.tip.y}l-5,-9h10z`} />
							</>
						)}
					</g>
				))}
			</svg>
			{steps.map(({ number, tag, arc, label }) => (
				<span key={number}>
					<b style={pointStyle(tag)}>{number}</b>
					{arc !== null && <i style={pointStyle(arc.middle)}>{label}</i>}
				</span>
			))}
		</div>
	);
}
