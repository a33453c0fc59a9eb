// The lines from descriptors to what they lead to, in their process's colour; arrowheads say which way bytes go.
import { memo } from "react";
import type { Pid } from "../kernel/index.ts";
import type { Identity } from "./pictures/identity.ts";
import { identityOf } from "./pictures/identity.ts";
import type { Wire } from "./pictures/layout.ts";
import { rem } from "./place.ts";

interface WiresProps {
	readonly wires: readonly Wire[];
	readonly identities: ReadonlyMap<Pid, Identity>;
	readonly width: number;
	readonly height: number;
	readonly lit: ReadonlySet<string>;
	/** Lines along which somebody has just been woken, and their turn. */
	readonly waking: ReadonlyMap<string, number>;
}

export const Wires = memo(function Wires({ wires, identities, width, height, lit, waking }: WiresProps) {
	return (
		<svg
			className={`wires${lit.size > 0 ? " pointing" : ""}`}
			viewBox={`0 0 ${width} ${height}`}
			style={{ width: rem(width), height: rem(height) }}
			aria-hidden="true"
		>
			{[...wires]
				.sort((a, b) => Number(b.faint) - Number(a.faint))
				.map((wire) => (
					<OneWire
						key={wire.key + wire.object}
						wire={wire}
						hue={identityOf(identities, wire.pid).hue}
						lit={lit.has(wire.key)}
						turn={waking.get(wire.key) ?? null}
					/>
				))}
		</svg>
	);
});

interface OneWireProps {
	readonly wire: Wire;
	readonly hue: number;
	readonly lit: boolean;
	readonly turn: number | null;
}

const OneWire = memo(function OneWire({ wire, hue, lit, turn }: OneWireProps) {
	const marks = `${wire.faint ? " faint" : ""}${lit ? " lit" : ""}${wire.change === "opened" ? " opened" : ""}`;
	return (
		<g className={`wire hue-${hue}${marks}`}>
			<path d={wire.path} pathLength={1} />
			{!wire.faint && wire.flow !== "in" && <Head x={wire.to.x} y={wire.to.y} down />}
			{!wire.faint && wire.flow !== "out" && <Head x={wire.from.x} y={wire.from.y} />}
			{turn !== null && (
				<path className={`spark${turn === 0 ? "" : " second"}`} d={wire.path} pathLength={1} />
			)}
		</g>
	);
});

/** An arrowhead whose tip stands at the given point. */
function Head({ x, y, down = false }: { x: number; y: number; down?: boolean }) {
	const back = down ? -8 : 8;
	return <path className="head" d={`M${x},${y}l-4.500,${back}h9z`} />;
}
