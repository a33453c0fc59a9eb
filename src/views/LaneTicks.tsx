// The numbers of steps below the lanes.
import { grouped } from "./pictures/bytes.ts";
import type { LanesPicture } from "./pictures/lanes.ts";

export function Ticks({ picture }: { picture: LanesPicture }) {
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
