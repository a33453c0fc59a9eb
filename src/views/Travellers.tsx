// Bytes on their way from the tube to the process that took them; seen only in a step forward, and then gone.
import { useLayoutEffect, useRef } from "react";
import { leave, mayMove } from "./motion.ts";
import { identityOf } from "./pictures/identity.ts";
import { cellPlace, type Point, type StageLayout, socketOf } from "./pictures/layout.ts";
import type { Cell } from "./pictures/pipe.ts";
import type { StagePicture } from "./pictures/stage.ts";
import { rem } from "./place.ts";

export function Travellers({ picture, layout }: { picture: StagePicture; layout: StageLayout }) {
	if (!mayMove()) return null;
	return (
		<div className="cells" aria-hidden="true">
			{layout.tubes.flatMap((tube) => {
				const pipe = picture.pipes.find(({ id }) => id === tube.id);
				return (pipe?.taken ?? []).flatMap(({ pid, cells }) => {
					const card = layout.cards.get(pid);
					if (card === undefined) return [];
					const fd = pipe?.read.holders.find((holder) => holder.pid === pid)?.fds[0];
					const { cell: size, read } = tube;
					const to = socketOf(card, fd);
					const way = [
						{ x: read.box.x + (read.box.w - size.w) / 2, y: read.box.y + (read.box.h - size.h) / 2 },
						{ x: to.x - size.w / 2, y: to.y - size.h / 2 },
					];
					return cells.map((cell, index) => (
						<Traveller
							key={`${tube.id} ${cell.key}`}
							cell={cell}
							hue={identityOf(picture.identities, cell.pid).hue}
							from={cellPlace(tube, index)}
							way={way}
							size={tube.cell}
							delay={index * 30}
						/>
					));
				});
			})}
		</div>
	);
}

interface TravellerProps {
	readonly cell: Cell;
	readonly hue: number;
	readonly from: Point;
	readonly way: readonly Point[];
	readonly size: { readonly w: number; readonly h: number };
	readonly delay: number;
}

function Traveller({ cell, hue, from, way, size, delay }: TravellerProps) {
	const element = useRef<HTMLSpanElement>(null);
	useLayoutEffect(() => {
		if (element.current === null) return;
		leave(
			element.current,
			way.map(({ x, y }) => ({ dx: x - from.x, dy: y - from.y })),
			delay,
		);
	}, [from, way, delay]);
	return (
		<span
			ref={element}
			className={`byte traveller hue-${hue}`}
			style={{
				width: rem(size.w),
				height: rem(size.h),
				transform: `translate(${rem(from.x)}, ${rem(from.y)})`,
			}}
		>
			{cell.label}
		</span>
	);
}
