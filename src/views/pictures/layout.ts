// Where everything of the stage stands, in units of one sixteenth of the text size; nothing is measured on the page.
import type { ObjectId, Pid } from "../../kernel/index.ts";
import { channelDrawings } from "./late.ts";
import { endsOf } from "./objects.ts";
import type { PipePicture } from "./pipe.ts";
import type { DescriptorPicture } from "./sockets.ts";
import type { FilePicture, OpenFilePicture, ProcessPicture, StagePicture } from "./stage.ts";

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
	/** Where it says how many more there are; null when all are shown. */
	readonly moreSockets: Box | null;
	/** Where its system call stands once it has crossed the line, and the width up to the stage's edge. */
	readonly call: Point & { readonly w: number };
}

/** One end of a pipe, or an open file description of a file: the box in which descriptors meet. */
export interface PlugLayout {
	readonly key: string;
	readonly box: Box;
	/** The stretch of its upper edge on which lines arrive. */
	readonly from: number;
	readonly to: number;
	/** The free stretch beside the things above it through which its lines come down; null: nothing is above it. */
	readonly gutter: Gutter | null;
}

export interface Gutter {
	readonly from: number;
	readonly to: number;
	/** Between these heights a line runs straight down. */
	readonly top: number;
	readonly bottom: number;
}

export interface TubeLayout {
	readonly id: ObjectId;
	readonly write: PlugLayout;
	readonly read: PlugLayout;
	readonly tube: Box;
	/** Of a FIFO: its name, on the disk, above the buffer. */
	readonly name: Box | null;
	/** Size of one cell and how many stand in a row; cells go from the right, the oldest first. */
	readonly cell: { readonly w: number; readonly h: number; readonly perRow: number; readonly rows: number };
	readonly level: Point;
	readonly writeQueue: Box;
	readonly readQueue: Box;
}

/** A rack of envelopes: its name plate, on which lines arrive, the places below it, and the two lines of sleepers. */
export interface RackLayout {
	readonly id: ObjectId;
	readonly plug: PlugLayout;
	readonly box: Box;
	/** Size of one place and how many stand in a row, the next to be received first. */
	readonly cell: { readonly w: number; readonly h: number; readonly perRow: number };
	/** Whether the plate stands beside the places, and how full the rack is below the plate. */
	readonly beside: boolean;
	readonly level: Point & { readonly w: number };
	readonly sendQueue: Box;
	readonly receiveQueue: Box;
}

/** Two sockets, or one with its queue: the ends in which descriptors meet, and what lies between. */
export interface ChannelLayout {
	readonly id: ObjectId;
	readonly left: PlugLayout;
	/** Where the other end stands, or would. */
	readonly right: PlugLayout;
	readonly lanes: Box;
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
	readonly racks: readonly RackLayout[];
	readonly channels: readonly ChannelLayout[];
	readonly files: readonly FileLayout[];
	readonly wires: readonly Wire[];
}

export interface Room {
	readonly width: number;
	/** Height that the window leaves for the whole stage. */
	readonly height: number;
	/** false: the source is shown elsewhere, and the stage has the whole width. */
	readonly source?: boolean;
	/** false: the terminals are shown elsewhere; no line leads to them, and cards stand close. */
	readonly terminal?: boolean;
	/** Pipes and files for which room is kept before they are there, so that nothing moves when they come. */
	readonly pipes?: number;
	/** How many of these pipes have a name. */
	readonly fifos?: number;
	readonly racks?: number;
	/** How many messages have a place in each rack. */
	readonly places?: number;
	readonly files?: number;
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
export const BESIDE = 440;
/** With this width two rows of such a tube hold 16 bytes. */
const FLAT = 456;
/** From this width on who sleeps at an end stands below it; else below the level, where both lines have half the width. */
const ROOMY = 800;
/** From this width on two channels stand beside each other, so that the lanes stay in sight. */
const COLUMNS = 400;
/** From this width on a rack beside another channel has three places in a row. */
const RACK_BESIDE = 484;
/** Between the two: lines to what is below them come down here. */
const COLUMN_GAP = 32;
/** Height of user space: a card that waits can say for what, and none is a hall. */
const USER_LEAST = 222;
const USER_MOST = 340;
/** In a low window everything stands closer, so that the lanes stay in sight. */
const USER_TIGHT = 194;
/** The name of a FIFO, and the line from it to its buffer. */
const NAME_H = 44;
const NAME_LINE = 16;
/** Between an end and the tube below it. */
const JOINT = 20;
/** Of one of two channels beside each other: the joint, a name with its line, and PIPE_BUF and level below. */
const JOINT_SMALL = 14;
const NAME_SMALL = NAME_H + 10;
const LEVEL_SMALL = 46;
/** The least width of a card: five sockets that a finger can tell apart. */
const CARD_W = 148;
/** The same with four and more of them, so that the source stays beside them. */
const CARD_LEAST = 132;
/** Its height on a narrow stage; with a meter or a buffer inside it more. */
const CARD_H = 178;
const CARD_TALL = 210;
/** Where the terminals are shown elsewhere, and the picture is to be seen beside them. */
const CARD_LOW = 154;
const SOCKET_H = 36;
/** Between two rows of cards: the calls of the upper one stand there. */
const ROW_GAP = 58;
/** Below the line: the calls that crossed it, and the bend of the lines. */
const BEND = 68;
/** How far a lower block stands out beside the one above it, so that its lines pass outside. */
const STAIR = 40;
/** From this width on they do. */
const STAIRS = 500;
/** On a narrow stage, the stretch beside all tubes through which lines reach what is below the first. */
const GUTTER = 26;
const BEND_TIGHT = 50;
const BEND_MOST = 120;
/** Between two things of the kernel, one above the other. */
const BETWEEN = 12;
/** A file with its open file descriptions in a row above it. */
const FILE_H = 130;
/** The terminal, where there is nothing beside it. */
const TERMINAL_H = 112;
/** The terminal below the source. */
const TERMINAL_LOW = 92;
const QUEUE_H = 62;
/** Kept for a rack of one row before it is there, below its plate or beside it. */
const RACK_H = 172;
const RACK_FLAT = 94;
/** The plate of a rack where it stands beside the places, and the least place of an envelope. */
export const FLAT_PLATE_W = 176;
export const ENVELOPE_W = 70;
export const ENVELOPE_H = 78;
/** Kept for sockets before they are there, in a lesson that has nothing else in the kernel. */
const SOCKETS_H = 104;
/** Below a tube with its ends above it: PIPE_BUF and level, then the queues. */
const LEVEL_H = 48;
const STACKED_QUEUE_H = 44;

/** Lays the stage out for a page of that width. */
export function layoutStage(picture: StagePicture, room: Room): StageLayout {
	const count = Math.max(2, picture.processes.length);
	const needed = Math.max(NARROW, count * (count > 3 ? CARD_LEAST : CARD_W) + (count - 1) * GAP);
	const left = room.source === false ? 0 : PAD + sourceWidthOf(picture, room, needed) + GAP;
	return room.width - left - 2 * PAD >= needed ? wideStage(picture, room, left) : narrowStage(picture, room);
}

/**
 * On a wide page the source has a column of its own; the more processes, the narrower. Where the terminal stands below it,
 * the kernel's things need less, but as much as lets them stand flat.
 */
function sourceWidthOf(picture: StagePicture, room: Room, needed: number): number {
	const count = picture.processes.length;
	const below = room.pipes === 0 || (room.fifos ?? 0) + (room.racks ?? 0) > 0 || isLow(picture, room, 0);
	const share = count > 3 ? 0.3 : count > 2 ? 0.36 : 0.41;
	const several = (room.racks ?? 0) > 0 && (room.pipes ?? 0) + (room.racks ?? 0) > 1;
	const flat = several ? RACK_BESIDE : below ? FLAT : 0;
	const most = room.width - 3 * PAD - GAP - Math.max(needed, flat);
	return clamp(Math.min(room.width * share, most), 260, 560);
}

/** The source beside both spaces, as high as they are together. */
function wideStage(picture: StagePicture, room: Room, left: number): StageLayout {
	const x = left + PAD;
	const w = room.width - x - PAD;
	const plugRow = picture.show.has("open-files") ? 58 : 0;
	const elsewhere = room.terminal === false;
	const alone = isBare(picture, room);
	const terminalWidth = alone ? w : clamp(w * 0.32, plugRow > 0 ? 196 : 150, 280);
	const beyond = terminalWidth + GAP * 1.5;
	// Several channels, a rack, sockets alone, a pipe in a low window, and any pipe where there is little width have all of it:
	// the terminal stands below the source.
	const high = w >= BESIDE && isLow(picture, room, w - beyond);
	const several = Boolean(room.racks) || room.pipes === 0 || inColumns(w, room);
	const under = left > 0 && plugRow === 0 && !alone && (high || several || w < COLUMNS);
	const tubesX = under || elsewhere ? x : x + beyond;
	const tubesW = room.width - PAD - tubesX;
	const below = reservedHeight(picture, tubesW, room) + PAD;
	const tight = room.height < USER_LEAST + BEND + below;
	const bend = tight ? BEND_TIGHT : BEND;
	const most = elsewhere ? USER_LEAST : USER_MOST;
	const boundary = clamp(room.height - bend - below, tight ? USER_TIGHT : USER_LEAST, most);
	const blocksY = boundary + clamp(room.height - boundary - below, bend, BEND_MOST);
	const area: Box = { x, y: 34, w, h: boundary - 34 - 18 };
	const cards = layoutCards(picture, area, Math.max(1, picture.processes.length));
	const blocks = layoutBlocks(picture, { x: tubesX, y: blocksY, w: tubesW, h: 0 }, room);
	const bottom = Math.max(blocks.bottom, blocksY + below - PAD);
	const y = blocksY + plugRow;
	const height = bottom + (tight ? PAD / 2 : PAD);
	const beside = { x: PAD, y: 12, w: left - PAD - GAP, h: height - 12 - GAP };
	const terminal: Box = elsewhere
		? NOWHERE
		: under
			? { ...beside, y: height - GAP - TERMINAL_LOW, h: TERMINAL_LOW }
			: { x, y, w: terminalWidth, h: bottom - y };
	const source = left === 0 ? null : under ? { ...beside, h: terminal.y - 12 - GAP / 2 } : beside;
	const gutter = under
		? { from: left + 2, to: left + PAD - 4, top: blocksY - 8, bottom: terminal.y - 6 }
		: undefined;
	const layout = { width: room.width, height, boundary, source, left, cards, terminal, ...blocks };
	return finish(picture, layout, gutter);
}

const NOWHERE: Box = { x: 0, y: 0, w: 0, h: 0 };

/** Whether the window is too low for what needs little height only when it has more than that width. */
function isLow(picture: StagePicture, room: Room, w: number): boolean {
	return room.height < USER_LEAST + BEND + PAD + reservedHeight(picture, w, room);
}

/** A lesson that shows nothing of the kernel but its terminal. */
function isBare({ show, racks }: StagePicture, { pipes }: Room): boolean {
	return !show.has("pipes") && racks.length === 0 && pipes === undefined;
}

/** Height kept for the things of the kernel before they are there: that of one pipe at least. */
function reservedHeight(picture: StagePicture, w: number, room: Room): number {
	if (isBare(picture, room)) return TERMINAL_H;
	const { pipes = 1, fifos = 0, racks = 0, files = 0 } = room;
	if (inColumns(w, room)) {
		let rows = -BETWEEN;
		for (let place = 0; place < pipes + racks + files; place += 2)
			rows += rowHeight(picture, room, place, w) + BETWEEN;
		return rows;
	}
	if (pipes + racks + files === 0) return SOCKETS_H;
	let all = fifos * (NAME_H + NAME_LINE) - BETWEEN + files * (FILE_H + BETWEEN);
	for (let index = 0; index < pipes + racks; index++) {
		const lower = pipes + racks + files - 1 - index;
		const inner = w - 2 * (w >= STAIRS ? lower * STAIR : lower > 0 ? GUTTER : 0);
		all += BETWEEN + (index < pipes ? nominalHeight(picture, inner) : rackHeight(picture, inner, room));
	}
	return all;
}

/** Height kept for a rack of that width, with its two lines of sleepers. */
function rackHeight(picture: StagePicture, w: number, room: Room): number {
	const sleepers = picture.show.has("queues") ? QUEUE_H : 0;
	return placesHeight(w, room) + sleepers + (w >= BESIDE && sleepers > 0 ? 8 : 0);
}

function placesHeight(w: number, { places = 1 }: Room): number {
	const flat = w >= BESIDE;
	const more = Math.ceil(places / envelopesInRow(flat ? w - FLAT_PLATE_W : w)) - 1;
	return (flat ? RACK_FLAT : RACK_H + secondLine(w)) + Math.max(0, more) * ENVELOPE_H;
}

/** A narrow rack says in two lines how full it is. */
export function secondLine(w: number): number {
	return w < 280 ? 12 : 0;
}

/** How many envelopes stand beside each other in a rack of that width. */
export function envelopesInRow(w: number): number {
	return Math.max(1, Math.floor((w - 16) / ENVELOPE_W));
}

/** Whether the lesson has two channels or more, or one and a file, and the stage the width for two beside each other. */
function inColumns(w: number, { pipes = 0, racks = 0, files = 0 }: Room): boolean {
	return pipes + racks + files > 1 && w >= COLUMNS;
}

/** Height kept for two things beside each other, of which the last may have the row for itself. */
function rowHeight(picture: StagePicture, room: Room, first: number, w: number): number {
	const { pipes = 1, fifos = 0, racks = 0, files = 0 } = room;
	const kinds = [first, first + 1].map((place) => {
		if (place >= pipes + racks) return place < pipes + racks + files ? FILE_H : 0;
		if (place >= pipes) {
			const alone = place % 2 === 0 && place === pipes + racks + files - 1;
			return placesHeight(alone ? w : (w - COLUMN_GAP) / 2, room) + queueHeight(picture);
		}
		const named = place >= pipes - fifos ? NAME_SMALL : 0;
		return PLUG_H + JOINT_SMALL + named + 58 + LEVEL_SMALL + queueHeight(picture);
	});
	return Math.max(...kinds);
}

/** Height of one pipe of one row with what stands below it. */
function nominalHeight(picture: StagePicture, w: number): number {
	const plugH = picture.show.has("open-files") ? PLUG_TALL : PLUG_H;
	if (w >= ROOMY) return plugH + 8 + QUEUE_H;
	return plugH + (w >= BESIDE ? 0 : JOINT + 58) + LEVEL_H + queueHeight(picture);
}

function queueHeight(picture: StagePicture): number {
	return picture.show.has("queues") ? STACKED_QUEUE_H : 0;
}

function narrowStage(picture: StagePicture, room: Room): StageLayout {
	const pad = 10;
	const area: Box = { x: pad, y: 30, w: room.width - 2 * pad, h: 0 };
	const count = picture.processes.length;
	const abreast = count * CARD_LEAST + (count - 1) * GAP <= area.w;
	const columns = room.width < 520 ? 2 : abreast ? Math.max(3, count) : 3;
	const rows = Math.max(1, Math.ceil(count / columns));
	const tall = picture.show.has("meter") || picture.show.has("buffers");
	const elsewhere = room.terminal === false;
	const card = elsewhere ? CARD_LOW : tall ? CARD_TALL : CARD_H;
	const high = rows * card + (rows - 1) * ROW_GAP;
	const cards = layoutCards(picture, { ...area, h: high }, columns);
	const boundary = area.y + high + 18;
	const top = boundary + BEND_TIGHT;
	const blocks = layoutBlocks(picture, { x: pad, y: top, w: area.w, h: 0 }, room);
	const kept = top + reservedHeight(picture, area.w, room);
	const bottom = isBare(picture, room) ? top - GAP : Math.max(blocks.bottom, kept);
	const plugRow = picture.show.has("open-files") ? 58 : 0;
	const y = bottom + GAP + plugRow;
	const terminal: Box = elsewhere ? NOWHERE : { x: pad, y, w: area.w, h: 112 };
	const height = elsewhere ? bottom + GAP : y + terminal.h + pad + 2;
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
	const h = (area.h - ROW_GAP * (rows - 1)) / rows;
	const step = columns === 1 ? 0 : (area.w - w) / (columns - 1);
	const cards = new Map<Pid, CardLayout>();
	picture.processes.forEach((process, index) => {
		const x = area.x + (index % columns) * Math.min(step, w + 64);
		const y = area.y + Math.floor(index / columns) * (h + ROW_GAP);
		const box: Box = { x, y, w, h };
		cards.set(process.pid, {
			box,
			...layoutSockets(process, box),
			call: { x, y: y + h + 26, w: area.x + area.w - x + 6 },
		});
	});
	return cards;
}

function layoutSockets(
	{ descriptors, more }: ProcessPicture,
	card: Box,
): Pick<CardLayout, "sockets" | "moreSockets"> {
	const slots = Math.max(5, descriptors.length + (more > 0 ? 1 : 0));
	const gap = card.w < 200 || slots > 8 ? 3 : 6;
	const w = Math.min(44, (card.w - 20 - gap * (slots - 1)) / slots);
	const slot = (index: number): Box => ({
		x: card.x + 10 + index * (w + gap),
		y: card.y + card.h - SOCKET_H + 8,
		w,
		h: SOCKET_H,
	});
	return {
		sockets: new Map(descriptors.map(({ fd }, index) => [fd, slot(index)])),
		moreSockets: more > 0 ? slot(descriptors.length) : null,
	};
}

interface Blocks {
	readonly tubes: readonly TubeLayout[];
	readonly racks: readonly RackLayout[];
	readonly channels: readonly ChannelLayout[];
	readonly files: readonly FileLayout[];
	readonly bottom: number;
}

/** Two things beside each other in each row: first the pipes, then the racks, then the files. */
function layoutColumns(
	picture: StagePicture,
	area: Box,
	room: Room,
	shown: readonly (PipePicture | undefined)[],
	shownFiles: readonly FilePicture[],
	plugH: number,
): Omit<Blocks, "channels"> {
	const { racks } = picture;
	const late = channelDrawings();
	const tubes: TubeLayout[] = [];
	const rackBoxes: RackLayout[] = [];
	const files: FileLayout[] = [];
	const queueH = queueHeight(picture);
	let y = area.y;
	const firstRack = Math.max(shown.length, room.pipes ?? 0);
	const firstFile = firstRack + Math.max(racks.length, room.racks ?? 0);
	const last = firstFile + Math.max(shownFiles.length, room.files ?? 0) - 1;
	const middle = area.x + area.w / 2;
	for (let place = 0; place <= last; place += 2) {
		const half = (area.w - COLUMN_GAP) / 2;
		const w = place === last ? area.w : half;
		const heights = { top: area.y - 8, bottom: y - 10 };
		const gap = { from: middle - COLUMN_GAP / 2 + 4, to: middle + COLUMN_GAP / 2 - 4, ...heights };
		const ways = place === 0 ? null : { left: gap, right: gap };
		let bottom = y + rowHeight(picture, room, place, area.w);
		for (const each of [place, place + 1]) {
			const box: Box = { x: each === place ? area.x : area.x + area.w - half, y, w, h: 0 };
			const [pipe, rack, file] = [shown[each], racks[each - firstRack], shownFiles[each - firstFile]];
			if (pipe !== undefined) {
				const tube = layoutTube(pipe, box, plugH, ways, queueH, true);
				tubes.push(tube);
				bottom = Math.max(bottom, tube.writeQueue.y + tube.writeQueue.h);
			} else if (rack !== undefined && late !== null) {
				const layout = late.layoutRack(rack, box, ways, queueH);
				rackBoxes.push(layout);
				bottom = Math.max(bottom, layout.sendQueue.y + layout.sendQueue.h);
			} else if (file !== undefined) {
				files.push(layoutFile(picture, file, box, ways));
				bottom = Math.max(bottom, y + FILE_H);
			}
		}
		y = bottom + BETWEEN;
	}
	return { tubes, racks: rackBoxes, files, bottom: y };
}

/** Where a lesson says how many pipes have a name, these stand behind the others, so that nobody moves when one comes or goes. */
function inTheirPlaces(pipes: readonly PipePicture[], room: Room): readonly (PipePicture | undefined)[] {
	const before = (room.pipes ?? 1) - (room.fifos ?? 0);
	const unnamed = pipes.filter(({ fifo }) => fifo === null);
	if (!room.fifos || unnamed.length > before) return pipes;
	const free = Array.from({ length: before - unnamed.length }, () => undefined);
	return [...unnamed, ...free, ...pipes.filter(({ fifo }) => fifo !== null)];
}

function layoutBlocks(picture: StagePicture, area: Box, room: Room): Blocks {
	const { channels: sockets, pipes, files, racks } = picture;
	const shown = picture.show.has("pipes") ? inTheirPlaces(pipes, room) : [];
	const shownFiles = picture.show.has("files") || picture.show.has("open-files") ? files : [];
	const shownSockets = picture.show.has("pipes") ? sockets : [];
	const late = channelDrawings();
	const reserved = (room.pipes ?? 1) + (room.racks ?? 0);
	const kept = Math.max(1, shown.length + racks.length, reserved);
	// Where sockets alone are or will be drawn, no room is kept for a pipe.
	const alone = shown.length + racks.length === 0 && (shownSockets.length > 0 || reserved === 0);
	const places = isBare(picture, room) || alone ? 0 : kept;
	const columns = inColumns(area.w, room);
	const count = shownSockets.length + (columns ? 0 : places + Math.max(shownFiles.length, room.files ?? 0));
	const stairs = area.w >= STAIRS;
	let y = area.y;
	let index = 0;
	const inset = (): number => {
		if (count === 1 || columns) return 0;
		return stairs ? (count - 1 - index) * STAIR : index < places + shownSockets.length ? GUTTER : 0;
	};
	const inner = (): Box => ({ x: area.x + inset(), y, w: area.w - 2 * inset(), h: 0 });
	const gutters = (): Gutters | null => {
		if (index === 0) return null;
		const x = stairs ? area.x + inset() : area.x;
		const w = stairs ? area.w - 2 * inset() : area.w;
		const wide = stairs ? STAIR - 8 : GUTTER - 8;
		const heights = { top: area.y - 8, bottom: y - 12 };
		return {
			left: { from: x + 2, to: x + wide, ...heights },
			right: { from: x + w - wide, to: x + w - 2, ...heights },
		};
	};
	const plugH = picture.show.has("open-files") ? PLUG_TALL : PLUG_H;
	const tubes: TubeLayout[] = [];
	const rackBoxes: RackLayout[] = [];
	const fileBoxes: FileLayout[] = [];
	if (columns) {
		const rows = layoutColumns(picture, area, room, shown, shownFiles, plugH);
		tubes.push(...rows.tubes);
		rackBoxes.push(...rows.racks);
		fileBoxes.push(...rows.files);
		y = rows.bottom;
		index = places;
	} else {
		for (const pipe of shown) {
			if (pipe === undefined) {
				y += nominalHeight(picture, inner().w) + BETWEEN;
				index++;
				continue;
			}
			const tube = layoutTube(pipe, inner(), plugH, gutters(), queueHeight(picture), false);
			tubes.push(tube);
			y = tube.writeQueue.y + tube.writeQueue.h + BETWEEN;
			index++;
		}
		// A rack stands below the pipes that are still to come.
		const toCome = Math.max(0, (room.fifos ?? 0) - shown.filter((pipe) => pipe && pipe.fifo !== null).length);
		const pipesKept = racks.length > 0 || (room.racks ?? 0) > 0 ? (room.pipes ?? 0) : places;
		if (index < pipesKept) y += toCome * (NAME_H + NAME_LINE);
		for (; index < pipesKept; index++) y += nominalHeight(picture, area.w) + BETWEEN;
		const sleepersH = picture.show.has("queues") ? QUEUE_H : 0;
		for (const rack of racks) {
			if (late === null) break;
			const layout = late.layoutRack(rack, inner(), gutters(), sleepersH);
			rackBoxes.push(layout);
			y = layout.sendQueue.y + layout.sendQueue.h + BETWEEN;
			index++;
		}
		for (; index < places; index++) y += rackHeight(picture, inner().w, room) + BETWEEN;
	}
	const channels = shownSockets.flatMap((channel) => {
		if (late === null) return [];
		const layout = late.layoutChannel(channel, inner(), gutters());
		const lowest = Math.max(layout.lanes.y + layout.lanes.h, layout.left.box.y + layout.left.box.h);
		y = lowest + BETWEEN;
		index++;
		return layout;
	});
	for (const file of columns ? [] : shownFiles) {
		fileBoxes.push(layoutFile(picture, file, inner(), gutters()));
		y += FILE_H + BETWEEN;
		index++;
	}
	return { tubes, racks: rackBoxes, channels, files: fileBoxes, bottom: y - BETWEEN };
}

export interface Gutters {
	readonly left: Gutter;
	readonly right: Gutter;
}

/** On a wide page the ends stand left and right of the tube, on a narrow one above its mouths. */
function layoutTube(
	pipe: PipePicture,
	area: Box,
	plugH: number,
	gutters: Gutters | null,
	stackedQueueH: number,
	small: boolean,
): TubeLayout {
	const beside = area.w >= BESIDE && !small;
	const between = beside ? area.w - 2 * (PLUG_W + 22) : area.w;
	const cell = cellSize(pipe, between - 16, beside ? 24 : 21);
	const w = cell.perRow * cell.w + 16;
	const h = cell.rows * cell.h + 16;
	const plugW = beside ? PLUG_W : Math.min(PLUG_W + 24, area.w / 2 - 6);
	const span = beside ? w + 2 * (PLUG_W + 22) : area.w;
	const left = area.x + (area.w - span) / 2;
	const line = small ? NAME_SMALL - NAME_H : NAME_LINE;
	const named = pipe.fifo === null ? 0 : NAME_H + line;
	const top = area.y + (beside ? named : 0);
	const tubeY = beside
		? top + Math.max(0, (plugH - h) / 2)
		: area.y + plugH + (small ? JOINT_SMALL : JOINT) + named;
	const tube: Box = { x: beside ? left + PLUG_W + 22 : area.x + (area.w - w) / 2, y: tubeY, w, h };
	const writeBox: Box = { x: left, y: top, w: plugW, h: plugH };
	const nameW = beside ? w : Math.max(w - 96, Math.min(w - 60, 170));
	const name: Box = {
		x: tube.x + (w - nameW) / 2,
		y: tubeY - NAME_H - line,
		w: nameW,
		h: NAME_H,
	};
	const readBox: Box = { ...writeBox, x: left + span - plugW };
	const apart = beside && area.w >= ROOMY;
	const under = apart
		? Math.max(top + plugH + 8, tube.y + tube.h + 8)
		: tube.y + tube.h + (small ? LEVEL_SMALL : LEVEL_H);
	const queueH = apart ? QUEUE_H : stackedQueueH;
	const queueW = apart ? PLUG_W + 30 : span / 2 - 6;
	return {
		id: pipe.id,
		write: plug(`pipe ${pipe.id} write`, writeBox, gutters?.left),
		read: plug(`pipe ${pipe.id} read`, readBox, gutters?.right),
		tube,
		name: named > 0 ? name : null,
		cell,
		level: { x: tube.x + tube.w / 2, y: tube.y + tube.h + 8 },
		writeQueue: {
			x: left,
			y: under,
			w: queueW,
			h: queueH,
		},
		readQueue: {
			x: readBox.x + plugW - queueW,
			y: under,
			w: queueW,
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

/**
 * The file lies below its open file descriptions. As with a pipe, those that write stand left and those that only
 * read stand right, so that nobody moves when another goes.
 */
function layoutFile(
	picture: StagePicture,
	file: FilePicture,
	area: Box,
	gutters: Gutters | null,
): FileLayout {
	const reads = ({ openFile }: FilePicture["offsets"][number]): boolean =>
		picture.openFiles.find(({ id }) => id === openFile)?.flags.startsWith("O_RDONLY") ?? false;
	const writing = file.offsets.filter((each) => !reads(each));
	const reading = file.offsets.filter(reads);
	const count = writing.length + reading.length;
	const w = Math.min(PLUG_W, (area.w - 8 * (count - 1)) / Math.max(1, count));
	const place = (x: number): Box => ({ x, y: area.y, w, h: PLUG_H });
	const right = area.x + area.w;
	const plugs = [
		...writing.map(({ openFile }, i) => ({
			openFile,
			plug: plug(`open ${openFile}`, place(area.x + i * (w + 8)), gutters?.left),
		})),
		...reading.map(({ openFile }, i) => ({
			openFile,
			plug: plug(`open ${openFile}`, place(right - w - (reading.length - 1 - i) * (w + 8)), gutters?.right),
		})),
	];
	const y = area.y + PLUG_H + 10;
	return { id: file.id, box: { x: area.x, y, w: area.w, h: FILE_H - PLUG_H - 10 }, plugs };
}

/** The box in which the descriptors of `key` meet. */
export function plug(key: string, box: Box, gutter: Gutter | null = null): PlugLayout {
	const margin = 12;
	return { key, box, from: box.x + margin, to: box.x + box.w - margin, gutter };
}

type Unfinished = Omit<StageLayout, "wires" | "terminalPlugs"> & { readonly bottom: number };

/** `gutter`: through which the lines to the terminal come down, when it stands below the source. */
function finish(picture: StagePicture, { bottom: _, ...stage }: Unfinished, gutter?: Gutter): StageLayout {
	const terminalPlugs = stage.terminal.w > 0 ? layoutTerminalPlugs(picture, stage.terminal, gutter) : [];
	const plugs = new Map<string, PlugLayout>();
	for (const { left, right } of stage.channels) {
		plugs.set(left.key, left);
		plugs.set(right.key, right);
	}
	for (const tube of stage.tubes) {
		plugs.set(tube.write.key, tube.write);
		plugs.set(tube.read.key, tube.read);
	}
	for (const rack of stage.racks) plugs.set(rack.plug.key, rack.plug);
	for (const { openFile, plug: each } of [...terminalPlugs, ...stage.files.flatMap((file) => file.plugs)]) {
		plugs.set(`open ${openFile}`, each);
	}
	return { ...stage, terminalPlugs, wires: layoutWires(picture, stage.cards, plugs) };
}

/** From place to place on the terminal's upper edge; closer where it is narrow. */
const TERMINAL_PITCH = 72;

/** Open file descriptions of the terminal: boxes above it when they are shown, else places on its upper edge. */
function layoutTerminalPlugs(
	picture: StagePicture,
	terminal: Box,
	gutter: Gutter | undefined,
): StageLayout["terminalPlugs"] {
	const own = picture.openFiles.filter(({ object }) => object === "terminal");
	const boxed = picture.show.has("open-files");
	const w = Math.min(PLUG_W + 44, (terminal.w - 8 * (own.length - 1)) / Math.max(1, own.length));
	const margin = own.length * TERMINAL_PITCH + 24 <= terminal.w ? 24 : 8;
	const pitch = Math.min(TERMINAL_PITCH, (terminal.w - 2 * margin) / Math.max(1, own.length));
	return own.map((openFile: OpenFilePicture, index) => {
		const box: Box = boxed
			? { x: terminal.x + index * (w + 8), y: terminal.y - 58, w, h: 46 }
			: {
					x: gutter ? terminal.x + terminal.w - (index + 1) * pitch : terminal.x + margin + index * pitch,
					y: terminal.y,
					w: pitch - 8,
					h: 0,
				};
		const key = `open ${openFile.id}`;
		const lines =
			boxed || pitch === TERMINAL_PITCH
				? plug(key, box, gutter)
				: { ...plug(key, box), from: box.x, to: box.x + box.w };
		return { openFile: openFile.id, plug: lines };
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
	for (const each of open.flatMap(linesOf)) {
		const key = plugs.has(each.object as string) ? (each.object as string) : `open ${each.openFile}`;
		if (plugs.has(key)) arrivals.set(key, [...(arrivals.get(key) ?? []), each]);
	}
	const lanes = new Map<number, number>();
	const gutterOf = (key: string): Gutter | null => (plugs.get(key) as PlugLayout).gutter;
	const through = (from: number): number =>
		[...arrivals].reduce((sum, [key, all]) => sum + (gutterOf(key)?.from === from ? all.length : 0), 0);
	return [...arrivals].flatMap(([key, descriptors]) =>
		descriptors.flatMap((each, index) => {
			const start = cards.get(each.pid)?.sockets.get(each.fd);
			if (start === undefined) return [];
			const to = arrival(plugs.get(key) as PlugLayout, index, descriptors.length);
			const gutter = gutterOf(key);
			const from = { x: start.x + start.w / 2, y: start.y + start.h };
			if (gutter === null) return [wire(each, from, to, bend(from, to))];
			const lane = lanes.get(gutter.from) ?? 0;
			lanes.set(gutter.from, lane + 1);
			const x = gutter.from + ((lane + 0.5) * (gutter.to - gutter.from)) / through(gutter.from);
			return [wire(each, from, to, detour(from, to, x, gutter))];
		}),
	);
}

/** A FIFO that is open for both is held at either end. */
function linesOf(each: DescriptorPicture): readonly DescriptorPicture[] {
	const [write, read] = endsOf(each.object as string);
	if (write === undefined || read === undefined) return [each];
	return [
		{ ...each, object: write, flow: "out" },
		{ ...each, object: read, flow: "in" },
	];
}

/** A line that goes down through a gutter, past what stands above its end. */
function detour(from: Point, to: Point, x: number, { top, bottom }: Gutter): string {
	const [enter, leave] = [
		{ x, y: top },
		{ x, y: Math.max(top, bottom) },
	];
	return `${bend(from, enter)}L${round(leave.x)},${round(leave.y)}${bend(leave, to).replace(/^M[^C]*/, "")}`;
}

function arrival({ box, from, to }: PlugLayout, index: number, count: number): Point {
	return { x: from + ((index + 0.5) * (to - from)) / count, y: box.y };
}

function wire(each: DescriptorPicture, from: Point, to: Point, path: string): Wire {
	return {
		key: each.key,
		pid: each.pid,
		fd: each.fd,
		openFile: each.openFile as ObjectId,
		object: each.object as string,
		from,
		to,
		path,
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

/** The value, held between the two. */
export function clamp(value: number, least: number, most: number): number {
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
