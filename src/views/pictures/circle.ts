// The circle of waits on the stage: which lines it runs along, which arcs lead from card to card, and a number for each step.
import type { WaitEdge } from "../../explain/index.ts";
import type { Pid } from "../../kernel/index.ts";
import type { Point, StageLayout } from "./layout.ts";

/** Somebody waits for somebody, for a reason that stands on the stage. */
export interface CircleStep {
	/** 1 for the first. */
	readonly number: number;
	readonly from: Pid;
	readonly to: Pid | null;
	/** Where its number stands: at the card of who waits. */
	readonly tag: Point;
	/** Lines of the stage along which it runs, from the waiter's descriptor and to the holder's. */
	readonly lines: readonly { readonly key: string; readonly path: string }[];
	/** Where no line leads: an arc from card to card, its ends, and the place of its label. */
	readonly arc: {
		readonly path: string;
		readonly start: Point;
		readonly tip: Point;
		readonly middle: Point;
	} | null;
	/** Written on the arc: its number alone where the words are longer than it. */
	readonly label: string;
}

/** Units that an arc rises above the higher of its two cards. */
const RISE = 22;
/** Arcs of one card do not begin in the same point. */
const APART = 26;
/** Width of a letter of a label. */
const LETTER = 6.5;
/** Where on an arc its label stands: 0 at its beginning, 1 at its tip. */
const LABEL = 0.36;

/** The steps that can be drawn: those whose processes have a card. */
export function circleSteps(circle: readonly WaitEdge[], layout: StageLayout): readonly CircleStep[] {
	return circle.flatMap((edge, i): CircleStep[] => {
		const card = layout.cards.get(edge.from);
		if (card === undefined) return [];
		const { box } = card;
		const number = i + 1;
		const arc = edge.thing.kind === "pipe" ? null : arcOf(edge, layout);
		const words = `${number}: ${edge.label}`;
		return [
			{
				number,
				from: edge.from,
				to: edge.to,
				tag: { x: box.x + box.w - 6, y: box.y + 4 },
				lines: linesOf(edge, layout),
				arc,
				label: arc !== null && words.length * LETTER > roomFor(edge, circle, arc) ? `${number}` : words,
			},
		];
	});
}

/** Width for the words on an arc: two arcs between the same two cards share it. */
function roomFor(edge: WaitEdge, circle: readonly WaitEdge[], arc: NonNullable<CircleStep["arc"]>): number {
	const returns = circle.some(({ from, to }) => from === edge.to && to === edge.from);
	return Math.abs(arc.tip.x - arc.start.x) * (returns ? 0.4 : 1);
}

function linesOf({ from, to, thing, descriptors }: WaitEdge, layout: StageLayout): CircleStep["lines"] {
	if (thing.kind !== "pipe") return [];
	const mine = thing.end === "write" ? "read" : "write";
	return layout.wires.filter(({ pid, fd, object }) => {
		if (pid === from && object === `pipe ${thing.pipe} ${mine}`) return true;
		return pid === to && object === `pipe ${thing.pipe} ${thing.end}` && descriptors.includes(fd);
	});
}

function arcOf({ from, to }: WaitEdge, layout: StageLayout): CircleStep["arc"] {
	const start = layout.cards.get(from)?.box;
	const end = to === null ? undefined : layout.cards.get(to)?.box;
	if (start === undefined || end === undefined) return null;
	// One that leads back runs beside the one that leads forth, never on it.
	const a = { x: start.x + start.w / 2 + APART / 2, y: start.y };
	const b = { x: end.x + end.w / 2 - APART / 2, y: end.y };
	const top = Math.max(2, Math.min(a.y, b.y) - RISE);
	const path = `M${round(a.x)},${round(a.y)}C${round(a.x)},${round(top)} ${round(b.x)},${round(top)} ${round(b.x)},${round(b.y)}`;
	// The label stands in the first half, so that those of two arcs between the same cards do not meet.
	const at = (from: number, to: number) =>
		from * (1 - LABEL) ** 2 * (1 + 2 * LABEL) + to * LABEL ** 2 * (3 - 2 * LABEL);
	const middle = {
		x: at(a.x, b.x),
		y: a.y * (1 - LABEL) ** 3 + 3 * top * LABEL * (1 - LABEL) + b.y * LABEL ** 3,
	};
	return { path, start: a, tip: b, middle };
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
