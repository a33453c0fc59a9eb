// Where everything of the stage stands, in units of one sixteenth of the text size; nothing is measured on the page.
import type { ObjectId, Pid } from "../../kernel/index.ts";
import type { PipePicture } from "./pipe.ts";
import type { DescriptorPicture } from "./sockets.ts";
import type { FilePicture, OpenFilePicture, StagePicture } from "./stage.ts";

export interface Point {
	readonly x: number;
	readonly y: number;
}

export interface Box extends Point {
	readonly w: number;
	readonly h: number;
}

export interface CardLayout {
	readonly box: Box;
	readonly sockets: ReadonlyMap<number, Box>;
	/** Where its system call stands once it has crossed the line. */
	readonly call: Point;
}

/** One end of a pipe, or an open file description of a file: the box in which descriptors meet. */
export interface PlugLayout {
	readonly key: string;
	readonly box: Box;
	/** The stretch of its upper edge on which lines arrive. */
	readonly from: number;
	readonly to: number;
}

export interface TubeLayout {
	readonly id: ObjectId;
	readonly write: PlugLayout;
	readonly read: PlugLayout;
	readonly tube: Box;
	/** Size of one cell and how many stand in a row; cells go from the right, the oldest first. */
	readonly cell: { readonly w: number; readonly h: number; readonly perRow: number; readonly rows: number };
	readonly level: Point;
	readonly writeQueue: Box;
	readonly readQueue: Box;
}

export interface FileLayout {
	readonly id: ObjectId;
	readonly box: Box;
	readonly plugs: readonly { readonly openFile: ObjectId; readonly plug: PlugLayout }[];
}

/** A line from a descriptor to what it leads to. */
export interface Wire {
	readonly key: string;
	readonly pid: Pid;
	readonly fd: number;
	readonly openFile: ObjectId;
	readonly object: string;
	readonly from: Point;
	readonly to: Point;
	readonly path: string;
	readonly flow: "in" | "out" | "both";
	/** To the terminal: everybody has these, they stay in the background. */
	readonly faint: boolean;
	readonly change: DescriptorPicture["change"];
}

export interface StageLayout {
	readonly width: number;
	readonly height: number;
	/** The line between user space and kernel. */
	readonly boundary: number;
	/** Where the source stands, beside both spaces; null on narrow pages, where it has its own place, and where it is shown elsewhere. */
	readonly source: Box | null;
	/** Where the two spaces begin, right of the source. */
	readonly left: number;
	readonly cards: ReadonlyMap<Pid, CardLayout>;
	readonly terminal: Box;
	readonly terminalPlugs: readonly { readonly openFile: ObjectId; readonly plug: PlugLayout }[];
	readonly tubes: readonly TubeLayout[];
	readonly files: readonly FileLayout[];
	readonly wires: readonly Wire[];
}

export interface Room {
	readonly width: number;
	/** Height that the window leaves for the whole stage. */
	readonly height: number;
	/** false: the source is shown elsewhere, and the stage has the whole width. */
	readonly source?: boolean;
}

const PAD = 20;
const GAP = 16;
const PLUG_W = 116;
const PLUG_H = 64;
/** With its flags shown. */
const PLUG_TALL = 80;
/** The least width of both spaces beside the source. */
const NARROW = 380;
/** From this width on the ends of a pipe stand beside its tube, else above its mouths. */
const BESIDE = 440;
/** Height of user space: a card that waits can say for what, and none is a hall. */
const USER_LEAST = 222;
const USER_MOST = 340;
/** In a low window everything stands closer, so that the lanes stay in sight. */
const USER_TIGHT = 194;
/** Between an end and the tube below it. */
const JOINT = 20;
/** The least width of a card: five sockets that a finger can tell apart. */
const CARD_W = 148;
const SOCKET_H = 36;
/** Below the line: the calls that crossed it, and the bend of the lines. */
const BEND = 68;
/** How far a lower block stands out beside the one above it, so that its lines pass outside. */
const STAIR = 40;
const BEND_TIGHT = 50;
const BEND_MOST = 120;
const QUEUE_H = 62;
/** Below a tube with its ends above it: PIPE_BUF and level, then the queues. */
const LEVEL_H = 48;
const STACKED_QUEUE_H = 44;

/** Lays the stage out for a page of that width. */
export function layoutStage(picture: StagePicture, room: Room): StageLayout {
	const count = Math.max(2, picture.processes.length);
	const needed = Math.max(NARROW, count * CARD_W + (count - 1) * GAP);
	const left = room.source === false ? 0 : PAD + sourceWidthOf(picture, room) + GAP;
	return room.width - left - 2 * PAD >= needed ? wideStage(picture, room, left) : narrowStage(picture, room);
}

/** On a wide page the source has a column of its own; the more processes, the narrower. */
function sourceWidthOf(picture: StagePicture, room: Room): number {
	const share = picture.processes.length > 2 ? 0.32 : 0.38;
	return clamp(room.width * share, 260, 560);
}

/** The source beside both spaces, as high as they are together. */
function wideStage(picture: StagePicture, room: Room, left: number): StageLayout {
	const x = left + PAD;
	const w = room.width - x - PAD;
	const plugRow = picture.show.has("open-files") ? 58 : 0;
	const terminalWidth = clamp(w * 0.32, plugRow > 0 ? 196 : 150, 280);
	const tubesX = x + terminalWidth + GAP * 1.5;
	const tubesW = room.width - PAD - tubesX;
	const below = nominalHeight(picture, tubesW) + PAD;
	const tight = room.height < USER_LEAST + BEND + below;
	const bend = tight ? BEND_TIGHT : BEND;
	const boundary = clamp(room.height - bend - below, tight ? USER_TIGHT : USER_LEAST, USER_MOST);
	const blocksY = boundary + clamp(room.height - boundary - below, bend, BEND_MOST);
	const area: Box = { x, y: 34, w, h: boundary - 34 - 18 };
	const cards = layoutCards(picture, area, Math.max(1, picture.processes.length));
	const blocks = layoutBlocks(picture, { x: tubesX, y: blocksY, w: tubesW, h: 0 });
	const bottom = Math.max(blocks.bottom, blocksY + below - PAD);
	const y = blocksY + plugRow;
	const terminal: Box = { x, y, w: terminalWidth, h: bottom - y };
	const height = bottom + (tight ? PAD / 2 : PAD);
	const source: Box | null = left === 0 ? null : { x: PAD, y: 12, w: left - PAD - GAP, h: height - 12 - GAP };
	return finish(picture, { width: room.width, height, boundary, source, left, cards, terminal, ...blocks });
}

/** Height of one pipe of one row with what stands below it: reserved before there is one. */
function nominalHeight(picture: StagePicture, w: number): number {
	const plugH = picture.show.has("open-files") ? PLUG_TALL : PLUG_H;
	return w >= BESIDE ? plugH + 8 + QUEUE_H : plugH + JOINT + 58 + LEVEL_H + queueHeight(picture);
}

function queueHeight(picture: StagePicture): number {
	return picture.show.has("queues") ? STACKED_QUEUE_H : 0;
}

function narrowStage(picture: StagePicture, room: Room): StageLayout {
	const pad = 10;
	const area: Box = { x: pad, y: 30, w: room.width - 2 * pad, h: 0 };
	const columns = room.width < 520 ? 2 : 3;
	const count = picture.processes.length;
	const rows = Math.max(1, Math.ceil(count / columns));
	const cards = layoutCards(picture, { ...area, h: rows * 178 + (rows - 1) * 28 }, columns);
	const boundary = area.y + rows * 178 + (rows - 1) * 28 + 18;
	const blocks = layoutBlocks(picture, { x: pad, y: boundary + BEND, w: area.w, h: 0 });
	const plugRow = picture.show.has("open-files") ? 58 : 0;
	const terminal: Box = { x: pad, y: blocks.bottom + GAP + plugRow, w: area.w, h: 112 };
	const height = terminal.y + terminal.h + pad + 2;
	return finish(picture, {
		width: room.width,
		height,
		boundary,
		source: null,
		left: 0,
		cards,
		terminal,
		...blocks,
	});
}

/** Each process of the run keeps its place from the first step to the last, so that nothing moves when one is born. */
function layoutCards(picture: StagePicture, area: Box, mostColumns: number): ReadonlyMap<Pid, CardLayout> {
	const count = Math.max(1, picture.processes.length);
	const rows = Math.ceil(count / mostColumns);
	const columns = Math.ceil(count / rows);
	const w = Math.min(320, (area.w - GAP * (columns - 1)) / columns);
	const h = (area.h - 28 * (rows - 1)) / rows;
	const step = columns === 1 ? 0 : (area.w - w) / (columns - 1);
	const cards = new Map<Pid, CardLayout>();
	picture.processes.forEach((process, index) => {
		const x = area.x + (index % columns) * Math.min(step, w + 64);
		const y = area.y + Math.floor(index / columns) * (h + 28);
		const box: Box = { x, y, w, h };
		cards.set(process.pid, {
			box,
			sockets: layoutSockets(
				process.descriptors.map(({ fd }) => fd),
				box,
			),
			call: { x, y: y + h + 26 },
		});
	});
	return cards;
}

function layoutSockets(fds: readonly number[], card: Box): ReadonlyMap<number, Box> {
	const sparse = fds.some((fd, index) => fd !== index);
	const slots = Math.max(5, sparse ? fds.length : (fds.at(-1) ?? 0) + 1);
	const gap = card.w < 200 ? 3 : 6;
	const w = Math.min(44, (card.w - 20 - gap * (slots - 1)) / slots);
	return new Map(
		fds.map((fd, index) => [
			fd,
			{ x: card.x + 10 + index * (w + gap), y: card.y + card.h - SOCKET_H + 8, w, h: SOCKET_H },
		]),
	);
}

interface Blocks {
	readonly tubes: readonly TubeLayout[];
	readonly files: readonly FileLayout[];
	readonly bottom: number;
}

function layoutBlocks(picture: StagePicture, area: Box): Blocks {
	const { pipes, files } = picture;
	const shown = picture.show.has("pipes") ? pipes : [];
	const shownFiles = picture.show.has("files") || picture.show.has("open-files") ? files : [];
	const count = Math.max(1, shown.length) + shownFiles.length;
	let y = area.y;
	let index = 0;
	const inner = (): Box => {
		const inset = area.w < 500 ? 0 : (count - 1 - index++) * STAIR;
		return { x: area.x + inset, y, w: area.w - 2 * inset, h: 0 };
	};
	const plugH = picture.show.has("open-files") ? PLUG_TALL : PLUG_H;
	const tubes = shown.map((pipe) => {
		const tube = layoutTube(pipe, inner(), plugH, index === 1, queueHeight(picture));
		y = tube.writeQueue.y + tube.writeQueue.h + 12;
		return tube;
	});
	if (tubes.length === 0) y += nominalHeight(picture, area.w) + 12;
	const fileBoxes = shownFiles.map((file) => {
		const layout = layoutFile(file, inner());
		y = Math.max(layout.box.y + layout.box.h, ...layout.plugs.map(({ plug }) => plug.box.y + PLUG_H)) + GAP;
		return layout;
	});
	return { tubes, files: fileBoxes, bottom: y - 12 };
}

/** On a wide page the ends stand left and right of the tube, on a narrow one above its mouths. */
function layoutTube(
	pipe: PipePicture,
	area: Box,
	plugH: number,
	first: boolean,
	stackedQueueH: number,
): TubeLayout {
	const beside = area.w >= BESIDE;
	const between = beside ? area.w - 2 * (PLUG_W + 22) : area.w;
	const cell = cellSize(pipe, between - 16, beside ? 28 : 21);
	const w = cell.perRow * cell.w + 16;
	const h = cell.rows * cell.h + 16;
	const plugW = beside ? PLUG_W : Math.min(PLUG_W + 24, area.w / 2 - 6);
	const span = beside ? w + 2 * (PLUG_W + 22) : area.w;
	const left = area.x + (area.w - span) / 2;
	const tubeY = beside ? area.y + Math.max(0, (plugH - h) / 2) : area.y + plugH + JOINT;
	const tube: Box = { x: beside ? left + PLUG_W + 22 : area.x + (area.w - w) / 2, y: tubeY, w, h };
	const writeBox: Box = { x: left, y: area.y, w: plugW, h: plugH };
	const readBox: Box = { ...writeBox, x: left + span - plugW };
	const under = beside ? Math.max(area.y + plugH + 8, tube.y + tube.h + 8) : tube.y + tube.h + LEVEL_H;
	const queueH = beside ? QUEUE_H : stackedQueueH;
	return {
		id: pipe.id,
		write: plug(`pipe ${pipe.id} write`, writeBox, first || !beside ? "all" : "left"),
		read: plug(`pipe ${pipe.id} read`, readBox, first || !beside ? "all" : "right"),
		tube,
		cell,
		level: { x: tube.x + tube.w / 2, y: tube.y + tube.h + 8 },
		writeQueue: {
			x: left,
			y: under,
			w: beside ? PLUG_W + 30 : area.w / 2 - 6,
			h: queueH,
		},
		readQueue: {
			x: beside ? readBox.x - 30 : area.x + area.w / 2 + 6,
			y: under,
			w: beside ? PLUG_W + 30 : area.w / 2 - 6,
			h: queueH,
		},
	};
}

/** `half`: height of a cell when there are two rows. */
function cellSize(pipe: PipePicture, room: number, half: number): TubeLayout["cell"] {
	const count = pipe.cells === null ? pipe.slotCount : pipe.capacity;
	const least = pipe.cells === null ? 17 : 20;
	const most = Math.max(1, Math.floor(room / least));
	const rows = Math.ceil(count / most);
	const perRow = Math.ceil(count / rows);
	const w = clamp(Math.floor(room / perRow), least, 40);
	return { w, h: rows === 1 ? 42 : rows === 2 ? half : 22, perRow, rows };
}

function layoutFile(file: FilePicture, area: Box): FileLayout {
	const plugs = file.offsets.map(({ openFile }, index) => ({
		openFile,
		plug: plug(
			`open ${openFile}`,
			{ x: area.x, y: area.y + index * (PLUG_H + 8), w: PLUG_W, h: PLUG_H },
			"left",
		),
	}));
	return {
		id: file.id,
		box: { x: area.x + PLUG_W + 30, y: area.y, w: area.w - PLUG_W - 30, h: PLUG_H },
		plugs,
	};
}

function plug(key: string, box: Box, side: "all" | "left" | "right"): PlugLayout {
	const margin = 12;
	if (side === "left") return { key, box, from: box.x + 6, to: box.x + STAIR - 8 };
	if (side === "right") return { key, box, from: box.x + box.w - STAIR + 8, to: box.x + box.w - 6 };
	return { key, box, from: box.x + margin, to: box.x + box.w - margin };
}

type Unfinished = Omit<StageLayout, "wires" | "terminalPlugs"> & { readonly bottom: number };

function finish(picture: StagePicture, { bottom: _, ...stage }: Unfinished): StageLayout {
	const terminalPlugs = layoutTerminalPlugs(picture, stage.terminal);
	const plugs = new Map<string, PlugLayout>();
	for (const tube of stage.tubes) {
		plugs.set(tube.write.key, tube.write);
		plugs.set(tube.read.key, tube.read);
	}
	for (const { openFile, plug: each } of [...terminalPlugs, ...stage.files.flatMap((file) => file.plugs)]) {
		plugs.set(`open ${openFile}`, each);
	}
	return { ...stage, terminalPlugs, wires: layoutWires(picture, stage.cards, plugs) };
}

/** Open file descriptions of the terminal: boxes above it when they are shown, else places on its upper edge. */
function layoutTerminalPlugs(picture: StagePicture, terminal: Box): StageLayout["terminalPlugs"] {
	const own = picture.openFiles.filter(({ object }) => object === "terminal");
	const boxed = picture.show.has("open-files");
	const w = Math.min(PLUG_W + 44, (terminal.w - 8 * (own.length - 1)) / Math.max(1, own.length));
	return own.map((openFile: OpenFilePicture, index) => {
		const box: Box = boxed
			? { x: terminal.x + index * (w + 8), y: terminal.y - 58, w, h: 46 }
			: { x: terminal.x + 24 + index * 72, y: terminal.y, w: 64, h: 0 };
		return { openFile: openFile.id, plug: plug(`open ${openFile.id}`, box, "all") };
	});
}

function layoutWires(
	picture: StagePicture,
	cards: ReadonlyMap<Pid, CardLayout>,
	plugs: ReadonlyMap<string, PlugLayout>,
): readonly Wire[] {
	if (!picture.show.has("descriptors")) return [];
	const open = picture.processes
		.flatMap(({ descriptors }) => descriptors)
		.filter((each) => each.openFile !== null && each.object !== null);
	const arrivals = new Map<string, DescriptorPicture[]>();
	for (const each of open) {
		const key = plugs.has(each.object as string) ? (each.object as string) : `open ${each.openFile}`;
		if (plugs.has(key)) arrivals.set(key, [...(arrivals.get(key) ?? []), each]);
	}
	return [...arrivals].flatMap(([key, descriptors]) =>
		descriptors.flatMap((each, index) => {
			const start = cards.get(each.pid)?.sockets.get(each.fd);
			if (start === undefined) return [];
			const to = arrival(plugs.get(key) as PlugLayout, index, descriptors.length);
			return [wire(each, { x: start.x + start.w / 2, y: start.y + start.h }, to)];
		}),
	);
}

function arrival({ box, from, to }: PlugLayout, index: number, count: number): Point {
	return { x: from + ((index + 0.5) * (to - from)) / count, y: box.y };
}

function wire(each: DescriptorPicture, from: Point, to: Point): Wire {
	return {
		key: each.key,
		pid: each.pid,
		fd: each.fd,
		openFile: each.openFile as ObjectId,
		object: each.object as string,
		from,
		to,
		path: bend(from, to),
		flow: each.flow ?? "both",
		faint: each.object === "terminal",
		change: each.change,
	};
}

/** A line that leaves straight down, bends, and arrives straight down. */
export function bend(from: Point, to: Point): string {
	return drop(from, to);
}

/** Where a process's line to an end of the pipe leaves its card; the card's lower edge when it has none. */
export function socketOf(card: CardLayout, fd: number | undefined): Point {
	const socket = fd === undefined ? undefined : card.sockets.get(fd);
	const { x, y, w, h } = socket ?? card.box;
	return { x: x + w / 2, y: y + h };
}

/** Upper left corner of the byte that `index` others go before. */
export function cellPlace({ tube, cell }: TubeLayout, index: number): Point {
	const row = Math.floor(index / cell.perRow);
	const column = cell.perRow - 1 - (index % cell.perRow);
	return { x: tube.x + 8 + column * cell.w, y: tube.y + 8 + (cell.rows - 1 - row) * cell.h };
}

function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(most, value));
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

/** A line from here to there that leaves and arrives upright, as SVG's path. */
function drop(from: Point, to: Point): string {
	const [x, y, toX, toY] = [round(from.x), round(from.y), round(to.x), round(to.y)];
	const middle = round((from.y + to.y) / 2);
	return `M${x},${y}C${x},${middle},${toX},${middle},${toX},${toY}`;
}
