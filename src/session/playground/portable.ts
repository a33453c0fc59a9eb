// The state of the session as it goes across to the page: plain data of a bounded size, however long the run and however many its processes.
import type { KernelState, Output, Terminal } from "../../kernel/index.ts";
import type { Scene } from "../scene.ts";
import type { History } from "../state.ts";
import type { PackedHistory } from "./messages.ts";

/** Processes that the page is told of: those born first. */
const MOST_PROCESSES = 24;
/** Pieces and bytes of output that a terminal shows. */
const MOST_PIECES = 400;
const MOST_OUTPUT = 64 * 1024;
/** Lanes that are drawn, and bars of all of them; beyond, they are painted from their `dominant` states. */
const MOST_LANES = 12;
const MOST_BARS = 601;
const PIXELS = 2_048;
const MOST_ARROWS = 1_000;

export function portableScene(scene: Scene): Scene {
	const cast = scene.cast.slice(0, MOST_PROCESSES);
	const known = new Set(cast.map(({ pid }) => pid));
	return {
		...scene,
		kernel: slim(scene.kernel),
		cast,
		places: only(scene.places, known),
		variables: only(scene.variables, known),
		waits: only(scene.waits, known),
	};
}

function only<T>(all: ReadonlyMap<number, T>, known: ReadonlySet<number>): ReadonlyMap<number, T> {
	return new Map([...all].filter(([pid]) => known.has(pid)));
}

/** Nothing of what the pictures read is left out but the beginning of very long output. */
function slim(kernel: KernelState): KernelState {
	const terminals = Object.entries(kernel.terminals).map(([id, terminal]) => [id, lastOutput(terminal)]);
	return { ...kernel, ended: {}, terminals: Object.fromEntries(terminals) };
}

function lastOutput(terminal: Terminal): Terminal {
	const kept: Output[] = [];
	let room = MOST_OUTPUT;
	for (let i = terminal.output.length - 1; i >= 0 && kept.length < MOST_PIECES && room > 0; i--) {
		const piece = terminal.output[i] as Output;
		const bytes = piece.bytes.slice(Math.max(0, piece.bytes.length - room));
		kept.unshift({ ...piece, bytes });
		room -= bytes.length;
	}
	return { ...terminal, output: kept };
}

/** The lanes of the whole run as data. Too many bars to be drawn are not sent: such lanes are painted. */
export function packHistory(history: History): PackedHistory {
	const { length, complete } = history;
	const pids = history.pids.slice(0, MOST_LANES);
	let room = MOST_BARS;
	const lanes = pids.map((pid) => {
		const intervals = history.intervals(pid, 0, length, Math.max(1, room));
		room -= intervals.length;
		return { pid, intervals, dominant: history.dominant(pid, 0, length, PIXELS) };
	});
	const dense = room <= 0;
	return {
		length,
		complete,
		pids,
		lanes,
		arrows: dense ? [] : history.arrows(0, length + 1, MOST_ARROWS),
		marks: dense ? [] : history.marks(0, length + 1, MOST_ARROWS),
	};
}

/** Answers of the lanes of the whole run what is asked of it. */
export function unpackHistory(packed: PackedHistory): History {
	const lane = (pid: number) => packed.lanes.find((one) => one.pid === pid);
	const steps = Math.max(1, packed.length);
	return {
		length: packed.length,
		complete: packed.complete,
		pids: packed.pids,
		intervals: (pid, from, to, limit = Number.POSITIVE_INFINITY) =>
			(lane(pid)?.intervals ?? [])
				.filter((one) => one.from < to && one.to > from)
				.slice(0, limit)
				.map(({ state, ...one }) => ({ state, from: Math.max(from, one.from), to: Math.min(to, one.to) })),
		dominant(pid, from, to, pixels) {
			const all = lane(pid)?.dominant ?? new Uint8Array(PIXELS);
			return Uint8Array.from({ length: pixels }, (_, i) => {
				const step = from + ((i + 0.5) / pixels) * (to - from);
				return all[Math.min(all.length - 1, Math.floor((step / steps) * all.length))] ?? 0;
			});
		},
		arrows: (from, to, limit = MOST_ARROWS) =>
			packed.arrows.filter((one) => one.to.step >= from && one.from.step < to).slice(0, limit),
		marks: (from, to, limit = MOST_ARROWS) =>
			packed.marks.filter((one) => one.step >= from && one.step < to).slice(0, limit),
	};
}
