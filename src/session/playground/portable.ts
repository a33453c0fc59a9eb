// The state of the session as it goes across to the page: plain data of a bounded size, however long the run and however many its processes.
import type { KernelState, Output, Terminal } from "../../kernel/index.ts";
import type { CastMember, Scene } from "../scene.ts";
import type { History, Part } from "../state.ts";
import type { PackedHistory } from "./messages.ts";

/** Processes that the page is told of: those born first. */
const MOST_PROCESSES = 24;
/** Pieces and bytes of output that a terminal shows. */
const MOST_PIECES = 4_000;
/** The newest pieces cross as they were written, so that the pictures can mark them. */
const NEWEST = 40;
const MOST_OUTPUT = 64 * 1024;
/** Lanes that are drawn, and bars of all of them; beyond, they are painted from their `dominant` states. */
const MOST_LANES = 12;
const MOST_BARS = 601;
const PIXELS = 2_048;
const MOST_ARROWS = 1_000;

/** `part`: only of those who are there in these steps is told; null: of all. */
export function portableScene(scene: Scene, part: Part | null = null): Scene {
	const cast = scene.cast.filter((member) => isIn(member, part)).slice(0, MOST_PROCESSES);
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

function isIn({ born, gone }: CastMember, part: Part | null): boolean {
	return part === null || (born <= part.to && (gone === null || gone > part.from));
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
	return { ...terminal, output: joined(kept) };
}

/** Keys are echoed one by one: those in a row become one piece, and so do older pieces of one writer. */
function joined(pieces: readonly Output[]): readonly Output[] {
	const groups: Output[][] = [];
	for (const [i, piece] of pieces.entries()) {
		const last = groups.at(-1)?.at(-1);
		const same = last !== undefined && last.pid === piece.pid && last.fd === piece.fd;
		if (same && (piece.pid === 0 || i < pieces.length - NEWEST)) groups.at(-1)?.push(piece);
		else groups.push([piece]);
	}
	return groups.map((group) => {
		const [first] = group as [Output];
		if (group.length === 1) return first;
		const bytes = new Uint8Array(group.reduce((sum, piece) => sum + piece.bytes.length, 0));
		let end = 0;
		for (const piece of group) {
			bytes.set(piece.bytes, end);
			end += piece.bytes.length;
		}
		return { ...first, bytes };
	});
}

/** The lanes of a stretch as data. Too many bars to be drawn are not sent: such lanes are painted. */
export function packHistory(history: History, part: Part = { from: 0, to: history.length }): PackedHistory {
	const { length, complete } = history;
	const { from, to } = part;
	const there = (pid: number): boolean => history.intervals(pid, from, to, 1).length > 0;
	const all = from === 0 && to === length;
	const pids = history.pids.filter((pid) => all || there(pid)).slice(0, MOST_LANES);
	let room = MOST_BARS;
	const lanes = pids.map((pid) => {
		const intervals = history.intervals(pid, from, to, Math.max(1, room));
		room -= intervals.length;
		return { pid, intervals, dominant: history.dominant(pid, from, to, PIXELS) };
	});
	const dense = room <= 0;
	return {
		length,
		part,
		complete,
		pids,
		lanes,
		arrows: dense ? [] : history.arrows(from, to + 1, MOST_ARROWS),
		marks: dense ? [] : history.marks(from, to + 1, MOST_ARROWS),
	};
}

/** Answers of the lanes of its stretch what is asked of it. */
export function unpackHistory(packed: PackedHistory): History {
	const lane = (pid: number) => packed.lanes.find((one) => one.pid === pid);
	const { part } = packed;
	const steps = Math.max(1, part.to - part.from);
	return {
		length: packed.length,
		part,
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
				const step = from + ((i + 0.5) / pixels) * (to - from) - part.from;
				return all[Math.min(all.length - 1, Math.floor((step / steps) * all.length))] ?? 0;
			});
		},
		arrows: (from, to, limit = MOST_ARROWS) =>
			packed.arrows.filter((one) => one.to.step >= from && one.from.step < to).slice(0, limit),
		marks: (from, to, limit = MOST_ARROWS) =>
			packed.marks.filter((one) => one.step >= from && one.step < to).slice(0, limit),
	};
}
