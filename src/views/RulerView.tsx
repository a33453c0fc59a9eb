// Below the lanes: the whole stream as on a ruler, how it was written above it and how it was read below it.
import { useMemo, useRef } from "react";
import type { Scene } from "../session/index.ts";
import { type Identity, identities, identityOf } from "./pictures/identity.ts";
import { LANE_LABELS } from "./pictures/lanes.ts";
import { type Piece, rulerPicture, rulerText } from "./pictures/ruler.ts";
import { rem } from "./place.ts";
import { useSession } from "./session-context.tsx";
import { useUnits } from "./use-stage.ts";
import "./css/ruler.css";

/** Widest and narrowest cell of a byte. */
const WIDEST = 34;
const NARROWEST = 13;

type Identities = ReadonlyMap<number, Identity>;

export function RulerView({ scene }: { scene: Scene }) {
	const history = useSession((state) => state.history);
	const frame = useRef<HTMLElement>(null);
	const { width } = useUnits(frame);
	const known = useMemo(() => identities(scene.cast), [scene.cast]);
	const flow = useMemo(() => history?.flow?.() ?? [], [history]);
	const room = Math.max(0, width - LANE_LABELS - 24);
	const most = Math.max(1, Math.floor(room / NARROWEST));
	const picture = rulerPicture(flow, scene.step, most);
	const cell = Math.min(WIDEST, room / Math.min(most, Math.max(16, picture.bytes.length)));
	return (
		<section className="ruler" ref={frame} aria-label={`The stream. ${rulerText(picture)}`}>
			{width > 0 && (
				<div className="ruler-frame" aria-hidden="true">
					<p className="row-name written">written</p>
					<p className="row-name read">read</p>
					<div className="stream" style={{ left: rem(LANE_LABELS) }}>
						<Pieces pieces={picture.written} side="written" cell={cell} known={known} />
						{picture.bytes.map(({ label, pid, read }, at) => (
							<span
								// biome-ignore lint/suspicious/noArrayIndexKey: a byte of the stream is its place
								key={at}
								className={`stream-byte hue-${identityOf(known, pid).hue}${read ? " gone" : ""}`}
								style={{ left: rem(at * cell), width: rem(cell) }}
							>
								{label}
								{(picture.skipped + at) % 5 === 0 && <small>{picture.skipped + at}</small>}
							</span>
						))}
						{picture.bytes.length === 0 && <span className="stream-empty">nothing has been written</span>}
						<Pieces pieces={picture.read} side="read" cell={cell} known={known} />
					</div>
				</div>
			)}
		</section>
	);
}

interface PiecesProps {
	readonly pieces: readonly Piece[];
	readonly side: "written" | "read";
	readonly cell: number;
	readonly known: Identities;
}

/** One bracket for each call. */
function Pieces({ pieces, side, cell, known }: PiecesProps) {
	return pieces.map(({ pid, from, count }) => (
		<span
			key={from}
			className={`stream-piece ${side} hue-${identityOf(known, pid).hue}`}
			style={{ left: rem(from * cell + 1.5), width: rem(count * cell - 3) }}
		>
			{count}
		</span>
	));
}
