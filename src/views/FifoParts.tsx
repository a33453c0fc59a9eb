// What only a FIFO has: its name on the disk, the doors of its open, and the switch that shows who wrote each byte.
import { useId } from "react";
import "./css/fifo.css";
import type { Box } from "./pictures/layout.ts";
import type { End, NamePicture } from "./pictures/pipe.ts";
import { boxStyle } from "./place.ts";

/** The name of a FIFO: on the disk, of size 0, and apart from the buffer that it leads to while somebody has it open. */
export function NamePlate(props: { fifo: NamePicture; box: Box; tube: Box; absent: boolean }) {
	const { fifo, box, tube, absent } = props;
	const x = box.x + box.w / 2;
	return (
		<>
			<div className={`name-plate${fifo.path === null ? " removed" : ""}`} style={boxStyle(box)}>
				<p className="title">
					{fifo.path ?? "no name"} <span>{fifo.path === null ? "unlinked" : "on the disk"}</span>
				</p>
				{fifo.path !== null && <p className="listing">{fifo.mode} size 0</p>}
			</div>
			{!absent && fifo.path !== null && (
				<svg className="joints" aria-hidden="true">
					<line x1={x} y1={box.y + box.h} x2={x} y2={tube.y} strokeDasharray="3 3" />
				</svg>
			)}
		</>
	);
}

/** How an end of a FIFO stands: shut, somebody in it, or open. */
export function Door({ end }: { end: End }) {
	const leaf =
		end.count > 0 ? "M3,2l4,2v11l-4,0z" : end.opening.length > 0 ? "M3,2l7,2v11l-7,0z" : "M3,2h9v13h-9z";
	return (
		<svg className="door" viewBox="0 0 15 17" aria-hidden="true">
			<path className="frame" d="M3,15V2h9v13" />
			<path className="leaf" d={leaf} />
			<path className="sill" d="M1,15h13" />
		</svg>
	);
}

/** What no program can see: who wrote each byte. */
export function WriterSwitch({ signed, sign }: { signed: boolean; sign: (signed: boolean) => void }) {
	const name = useId();
	const choices = [
		{ label: "the reader’s view", value: false },
		{ label: "with writers", value: true },
	];
	return (
		<fieldset className="writer-switch">
			<legend>Bytes</legend>
			{choices.map(({ label, value }) => (
				<label key={label}>
					<input type="radio" name={name} checked={signed === value} onChange={() => sign(value)} />
					{label}
				</label>
			))}
		</fieldset>
	);
}
