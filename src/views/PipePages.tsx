// The room of a pipe that is given back by pages: a large pipe's slots, and around a small one's cells the pages they lie in.
import type { Pid } from "../kernel/index.ts";
import { type Identity, identityOf } from "./pictures/identity.ts";
import { cellPlace, type TubeLayout } from "./pictures/layout.ts";
import type { PipePicture, Slot } from "./pictures/pipe.ts";
import { boxStyle } from "./place.ts";

type Identities = ReadonlyMap<Pid, Identity>;

interface PagesProps {
	readonly pipe: PipePicture;
	readonly layout: TubeLayout;
	readonly identities: Identities;
}

export function Slots({ pipe, layout, identities }: PagesProps) {
	const page = pipe.capacity / pipe.slotCount;
	return (
		<div className="cells" aria-hidden="true">
			{Array.from({ length: pipe.slotCount }, (_, index) => {
				const place = { ...cellPlace(layout, index), w: layout.cell.w, h: layout.cell.h };
				const slot = pipe.slots?.[index];
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place in the ring
					<span key={index} className={`slot${slot?.fresh ? " fresh" : ""}`} style={boxStyle(place)}>
						{slot !== undefined && <SlotFill slot={slot} page={page} identities={identities} />}
					</span>
				);
			})}
		</div>
	);
}

function SlotFill({ slot, page, identities }: { slot: Slot; page: number; identities: Identities }) {
	const share = (bytes: number): string => `${(100 * bytes) / page}%`;
	const hue = identityOf(identities, slot.pids[0] ?? 0).hue;
	return (
		<>
			<span className="spent" style={{ height: share(slot.spent) }} />
			<span className={`used hue-${hue}`} style={{ height: share(slot.used), bottom: share(slot.spent) }} />
		</>
	);
}

/** Frames around the cells of each page, one for each row that it lies in, and over the cells that are read already and not yet room again. */
export function Pages({ slots, pipe, layout }: PagesProps & { readonly slots: readonly Slot[] }) {
	const page = pipe.capacity / pipe.slotCount;
	const { w, h, perRow } = layout.cell;
	const places = Array.from({ length: pipe.capacity }, (_, index) => index);
	const starts = places.filter((index) => index % page === 0 || index % perRow === 0);
	return (
		<div className="cells" aria-hidden="true">
			{starts.map((first, index) => {
				const count = (starts[index + 1] ?? pipe.capacity) - first;
				const last = cellPlace(layout, first + count - 1);
				return <span key={first} className="page-frame" style={boxStyle({ ...last, w: count * w, h })} />;
			})}
			{places
				.filter((index) => index % page < (slots[Math.floor(index / page)]?.spent ?? 0))
				.map((index) => (
					<span key={index} className="spent-cell" style={boxStyle({ ...cellPlace(layout, index), w, h })} />
				))}
		</div>
	);
}
