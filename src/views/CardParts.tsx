// What few lessons show in the card of a process: the processor time it has used, and the buffers of its library.
import type { BufferPicture, ProcessPicture } from "./pictures/stage.ts";

/** Processor time: how much of the time since the run began it has used. */
export function Meter({ meter }: { meter: NonNullable<ProcessPicture["meter"]> }) {
	return (
		<p className="meter">
			has run for {meter.used}
			<span aria-hidden="true">
				<i style={{ width: `${(meter.part * 100).toFixed(1)}%` }} />
			</span>
		</p>
	);
}

/** The buffer of one of the library's streams: a tank inside the process. */
export function Tank({ buffer }: { buffer: BufferPicture }) {
	const free = Math.max(0, buffer.cells - buffer.labels.length);
	return (
		<div className="tank" role="img" aria-label={`in the buffer of ${buffer.name}: ${buffer.level}`}>
			<p>
				<code>{buffer.name}</code> holds {buffer.held}
			</p>
			<p className="tank-cells">
				{[...buffer.labels, ...Array<string>(free).fill("")].map((label, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a byte of a buffer is its place
					<span key={index} className={label === "" ? "free" : ""}>
						{label}
					</span>
				))}
				{buffer.more > 0 && <em>and {buffer.more} more</em>}
			</p>
		</div>
	);
}
