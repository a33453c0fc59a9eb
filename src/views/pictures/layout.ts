// Where everything of the stage stands, in units of one sixteenth of the text size; nothing is measured on the page.
import type { ObjectId, Pid } from "../../kernel/index.ts";
import type { ChannelPicture } from "./channels.ts";
import type { PipePicture } from "./pipe.ts";
import type { RackPicture } from "./rack.ts";
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
	readonly level: Point;
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
	/** Pipes and files for which room is kept before they are there, so that nothing moves when they come. */
	readonly pipes?: number;
	/** How many of these pipes have a name. */
	readonly fifos?: number;
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
const BESIDE = 440;
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
/** The least width of a card: five sockets that a finger can tell apart. */
const CARD_W = 148;
const SOCKET_H = 36;
/** Between two rows of cards: the calls of the upper one stand there. */
const ROW_GAP = 58;
/** Below the line: the calls that crossed it, and the bend of the lines. */
const BEND = 68;
/** How far a lower block stands out beside the one above it, so that its lines pass outside. */
const STAIR = 40;
/** On a narrow stage, the stretch beside all tubes through which lines reach what is below the first. */
const GUTTER = 26;
const BEND_TIGHT = 50;
const BEND_MOST = 120;
/** Between two things of the kernel, one above the other. */
const BETWEEN = 12;
/** A file with its open file descriptions in a row above it. */
const FILE_H = 120;
/** The terminal, where there is nothing beside it. */
const TERMINAL_H = 112;
const QUEUE_H = 62;
/** A rack: its name plate, and its places. */
const PLATE_H = 44;
const ENVELOPE_W = 92;
const ENVELOPE_MOST = 132;
const ENVELOPE_H = 78;
const RACK_LEVEL_H = 34;
/** A socket with its holders and its name-tag, and one direction of a connection. */
const SOCKET_W = 132;
const SOCKET_BOX_H = 104;
const LANE_H = 50;
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
	const alone = isBare(picture, room);
	const terminalWidth = alone ? w : clamp(w * 0.32, plugRow > 0 ? 196 : 150, 280);
	const tubesX = x + terminalWidth + GAP * 1.5;
	const tubesW = room.width - PAD - tubesX;
	const below = reservedHeight(picture, tubesW, room) + PAD;
	const tight = room.height < USER_LEAST + BEND + below;
	const bend = tight ? BEND_TIGHT : BEND;
	const boundary = clamp(room.height - bend - below, tight ? USER_TIGHT : USER_LEAST, USER_MOST);
	const blocksY = boundary + clamp(room.height - boundary - below, bend, BEND_MOST);
	const area: Box = { x, y: 34, w, h: boundary - 34 - 18 };
	const cards = layoutCards(picture, area, Math.max(1, picture.processes.length));
	const blocks = layoutBlocks(picture, { x: tubesX, y: blocksY, w: tubesW, h: 0 }, room);
	const bottom = Math.max(blocks.bottom, blocksY + below - PAD);
	const y = blocksY + plugRow;
	const terminal: Box = { x, y, w: terminalWidth, h: bottom - y };
	const height = bottom + (tight ? PAD / 2 : PAD);
	const source: Box | null = left === 0 ? null : { x: PAD, y: 12, w: left - PAD - GAP, h: height - 12 - GAP };
	return finish(picture, { width: room.width, height, boundary, source, left, cards, terminal, ...blocks });
}

/** A lesson that shows nothing of the kernel but its terminal. */
function isBare({ show, racks }: StagePicture, { pipes }: Room): boolean {
	return !show.has("pipes") && racks.length === 0 && pipes === undefined;
}

/** Height kept for the things of the kernel before they are there: that of one pipe at least. */
function reservedHeight(picture: StagePicture, w: number, room: Room): number {
	if (isBare(picture, room)) return TERMINAL_H;
	const { pipes = 1, fifos = 0, files = 0 } = room;
	const tubes = pipes * (nominalHeight(picture, w) + BETWEEN) - BETWEEN + fifos * (NAME_H + NAME_LINE);
	return tubes + files * (FILE_H + BETWEEN);
}

/** Height of one pipe of one row with what stands below it. */
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
	const cards = layoutCards(picture, { ...area, h: rows * 178 + (rows - 1) * ROW_GAP }, columns);
	const boundary = area.y + rows * 178 + (rows - 1) * ROW_GAP + 18;
	const blocks = layoutBlocks(picture, { x: pad, y: boundary + BEND, w: area.w, h: 0 }, room);
	const kept = boundary + BEND + reservedHeight(picture, area.w, room);
	const bottom = isBare(picture, room) ? boundary + GAP : Math.max(blocks.bottom, kept);
	const plugRow = picture.show.has("open-files") ? 58 : 0;
	const terminal: Box = { x: pad, y: bottom + GAP + plugRow, w: area.w, h: 112 };
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
	const h = (area.h - ROW_GAP * (rows - 1)) / rows;
	const step = columns === 1 ? 0 : (area.w - w) / (columns - 1);
	const cards = new Map<Pid, CardLayout>();
	picture.processes.forEach((process, index) => {
		const x = area.x + (index % columns) * Math.min(step, w + 64);
		const y = area.y + Math.floor(index / columns) * (h + ROW_GAP);
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
	readonly racks: readonly RackLayout[];
	readonly channels: readonly ChannelLayout[];
	readonly files: readonly FileLayout[];
	readonly bottom: number;
}

function layoutBlocks(picture: StagePicture, area: Box, room: Room): Blocks {
	const { channels: sockets, pipes, files, racks } = picture;
	const shown = picture.show.has("pipes") ? pipes : [];
	const shownFiles = picture.show.has("files") || picture.show.has("open-files") ? files : [];
	const shownSockets = picture.show.has("pipes") ? sockets : [];
	const kept = Math.max(1, shown.length + racks.length, room.pipes ?? 1);
	// Where sockets alone are drawn, no room is kept for a pipe.
	const alone = shown.length + racks.length === 0 && shownSockets.length > 0;
	const places = isBare(picture, room) || alone ? 0 : kept;
	const count = places + shownSockets.length + Math.max(shownFiles.length, room.files ?? 0);
	const stairs = area.w >= 500;
	let y = area.y;
	let index = 0;
	const inset = (): number => {
		if (count === 1) return 0;
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
	const tubes = shown.map((pipe) => {
		const tube = layoutTube(pipe, inner(), plugH, gutters(), queueHeight(picture));
		y = tube.writeQueue.y + tube.writeQueue.h + BETWEEN;
		index++;
		return tube;
	});
	const rackBoxes = racks.map((rack) => {
		const layout = layoutRack(rack, inner(), gutters(), picture.show.has("queues") ? QUEUE_H : 0);
		y = layout.sendQueue.y + layout.sendQueue.h + BETWEEN;
		index++;
		return layout;
	});
	const toCome = Math.max(0, (room.fifos ?? 0) - shown.filter(({ fifo }) => fifo !== null).length);
	if (index < places) y += toCome * (NAME_H + NAME_LINE);
	for (; index < places; index++) y += nominalHeight(picture, area.w) + BETWEEN;
	const channels = shownSockets.map((channel) => {
		const layout = layoutChannel(channel, inner(), gutters());
		const lowest = Math.max(layout.lanes.y + layout.lanes.h, layout.left.box.y + layout.left.box.h);
		y = lowest + BETWEEN;
		index++;
		return layout;
	});
	const fileBoxes = shownFiles.map((file) => {
		const layout = layoutFile(picture, file, inner(), gutters());
		y = Math.max(layout.box.y + layout.box.h, y + FILE_H) + BETWEEN;
		index++;
		return layout;
	});
	return { tubes, racks: rackBoxes, channels, files: fileBoxes, bottom: y - BETWEEN };
}

interface Gutters {
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
): TubeLayout {
	const beside = area.w >= BESIDE;
	const between = beside ? area.w - 2 * (PLUG_W + 22) : area.w;
	const cell = cellSize(pipe, between - 16, beside ? 28 : 21);
	const w = cell.perRow * cell.w + 16;
	const h = cell.rows * cell.h + 16;
	const plugW = beside ? PLUG_W : Math.min(PLUG_W + 24, area.w / 2 - 6);
	const span = beside ? w + 2 * (PLUG_W + 22) : area.w;
	const left = area.x + (area.w - span) / 2;
	const named = pipe.fifo === null ? 0 : NAME_H + NAME_LINE;
	const top = area.y + (beside ? named : 0);
	const tubeY = beside ? top + Math.max(0, (plugH - h) / 2) : area.y + plugH + JOINT + named;
	const tube: Box = { x: beside ? left + PLUG_W + 22 : area.x + (area.w - w) / 2, y: tubeY, w, h };
	const writeBox: Box = { x: left, y: top, w: plugW, h: plugH };
	const nameW = beside ? w : w - 96;
	const name: Box = {
		x: tube.x + (w - nameW) / 2,
		y: tubeY - NAME_H - NAME_LINE,
		w: nameW,
		h: NAME_H,
	};
	const readBox: Box = { ...writeBox, x: left + span - plugW };
	const under = beside ? Math.max(top + plugH + 8, tube.y + tube.h + 8) : tube.y + tube.h + LEVEL_H;
	const queueH = beside ? QUEUE_H : stackedQueueH;
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

/** As many places in a row as an envelope's stamp, kind and bytes can be read in. */
/** `queueH`: room for the two lines of sleepers, none where a lesson does not show them. */
function layoutRack(rack: RackPicture, area: Box, gutters: Gutters | null, queueH: number): RackLayout {
	const perRow = Math.max(1, Math.min(rack.places, Math.floor((area.w - 16) / ENVELOPE_W)));
	const rows = Math.ceil(rack.places / perRow);
	const even = Math.ceil(rack.places / rows);
	const w = clamp(Math.floor((area.w - 16) / even), ENVELOPE_W - 8, ENVELOPE_MOST);
	const plate: Box = { x: area.x, y: area.y, w: area.w, h: PLATE_H };
	const box: Box = { x: area.x, y: area.y + PLATE_H, w: area.w, h: rows * ENVELOPE_H + 16 };
	const under = box.y + box.h + RACK_LEVEL_H;
	const half = area.w / 2 - 6;
	return {
		id: rack.id,
		plug: plug(rack.key, plate, gutters?.left),
		box,
		cell: { w, h: ENVELOPE_H, perRow: even },
		level: { x: area.x, y: box.y + box.h + 6 },
		sendQueue: { x: area.x, y: under, w: half, h: queueH },
		receiveQueue: { x: area.x + area.w - half, y: under, w: half, h: queueH },
	};
}

/** Upper left corner of the place that `index` others stand before. */
export function envelopePlace({ box, cell }: RackLayout, index: number): Point {
	const column = index % cell.perRow;
	return { x: box.x + 8 + column * cell.w, y: box.y + 8 + Math.floor(index / cell.perRow) * cell.h };
}

/** Ends beside the belts on a wide page, above them on a narrow one; a socket alone has its queue beside or below it. */
function layoutChannel(channel: ChannelPicture, area: Box, gutters: Gutters | null): ChannelLayout {
	const beside = area.w >= BESIDE;
	const w = beside ? SOCKET_W : Math.min(SOCKET_W, area.w / 2 - 6);
	const left: Box = { x: area.x, y: area.y, w, h: SOCKET_BOX_H };
	const right: Box = { ...left, x: area.x + area.w - w };
	const alone = channel.kind === "desk";
	const lanes: Box = beside
		? {
				x: area.x + w + 10,
				y: area.y,
				w: area.w - (alone ? 1 : 2) * (w + 10),
				h: alone ? Math.min(SOCKET_BOX_H, LANE_H + 12) : SOCKET_BOX_H,
			}
		: { x: area.x, y: area.y + SOCKET_BOX_H + 8, w: area.w, h: alone ? LANE_H : 2 * LANE_H + 6 };
	return {
		id: channel.id,
		left: plug(leftKey(channel), left, gutters?.left),
		right: plug(rightKey(channel), right, gutters?.right),
		lanes,
	};
}

function leftKey(channel: ChannelPicture): string {
	return channel.kind === "desk" ? channel.end.key : channel.left.key;
}

function rightKey(channel: ChannelPicture): string {
	return channel.kind === "pair" && channel.right !== null ? channel.right.key : `gone ${channel.id}`;
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

function plug(key: string, box: Box, gutter: Gutter | null = null): PlugLayout {
	const margin = 12;
	return { key, box, from: box.x + margin, to: box.x + box.w - margin, gutter };
}

type Unfinished = Omit<StageLayout, "wires" | "terminalPlugs"> & { readonly bottom: number };

function finish(picture: StagePicture, { bottom: _, ...stage }: Unfinished): StageLayout {
	const terminalPlugs = layoutTerminalPlugs(picture, stage.terminal);
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

/** Open file descriptions of the terminal: boxes above it when they are shown, else places on its upper edge. */
function layoutTerminalPlugs(picture: StagePicture, terminal: Box): StageLayout["terminalPlugs"] {
	const own = picture.openFiles.filter(({ object }) => object === "terminal");
	const boxed = picture.show.has("open-files");
	const w = Math.min(PLUG_W + 44, (terminal.w - 8 * (own.length - 1)) / Math.max(1, own.length));
	return own.map((openFile: OpenFilePicture, index) => {
		const box: Box = boxed
			? { x: terminal.x + index * (w + 8), y: terminal.y - 58, w, h: 46 }
			: { x: terminal.x + 24 + index * 72, y: terminal.y, w: 64, h: 0 };
		return { openFile: openFile.id, plug: plug(`open ${openFile.id}`, box) };
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
