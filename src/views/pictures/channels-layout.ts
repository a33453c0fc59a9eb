// Where a rack of envelopes and a pair of sockets stand within the stretch that the stage's layout gives them; fetched with the first of them.
import type { ChannelPicture } from "./channels.ts";
import {
	BESIDE,
	type Box,
	type ChannelLayout,
	clamp,
	ENVELOPE_H,
	ENVELOPE_W,
	envelopesInRow,
	FLAT_PLATE_W,
	type Gutters,
	type Point,
	plug,
	type RackLayout,
	secondLine,
} from "./layout.ts";
import type { RackPicture } from "./rack.ts";

/** A rack: its name plate, and its places. */
const PLATE_H = 44;
const ENVELOPE_MOST = 200;
/** The plate where it stands beside the places, with the level below it. */
const FLAT_PLATE_H = 58;
/** The plate's padding, a line of it, and a letter of the name and of what becomes of a queue that nobody has open. */
const PLATE_PAD = { w: 28, h: 11 };
const PLATE_LINE = 18;
const NAME_LETTER = 8;
const LEFT_LETTER = 6.4;
const RACK_LEVEL_H = 34;
/** A socket with its holders and its name-tag, and one direction of a connection. */
const SOCKET_W = 132;
const SOCKET_BOX_H = 104;
const LANE_H = 50;

/**
 * As many places in a row as an envelope's stamp, kind and bytes can be read in; the plate above them, or beside them where there is the width.
 * `queueH`: room for the two lines of sleepers, none where a lesson does not show them.
 */
export function layoutRack(
	rack: RackPicture,
	area: Box,
	gutters: Gutters | null,
	queueH: number,
): RackLayout {
	return area.w >= BESIDE ? flatRack(rack, area, gutters, queueH) : tallRack(rack, area, gutters, queueH);
}

/** The plate is as high as the words of a queue that is left over need. */
function plateHeight({ leftover, name }: RackPicture, w: number, least: number): number {
	if (leftover === null) return least;
	const lines = (letters: number, each: number) => Math.ceil((letters * each) / (w - PLATE_PAD.w));
	const all = lines(name.length, NAME_LETTER) + lines(leftover.length, LEFT_LETTER);
	return Math.max(least, PLATE_PAD.h + all * PLATE_LINE);
}

function flatRack(rack: RackPicture, area: Box, gutters: Gutters | null, queueH: number): RackLayout {
	const w = area.w - FLAT_PLATE_W;
	const { cell, rows } = placesOf(rack, w);
	const plateH = plateHeight(rack, FLAT_PLATE_W, FLAT_PLATE_H);
	const plate: Box = { x: area.x, y: area.y, w: FLAT_PLATE_W, h: plateH };
	const box: Box = { x: area.x + FLAT_PLATE_W, y: area.y, w, h: rows * ENVELOPE_H + 16 };
	const half = area.w / 2 - 6;
	const under = box.y + box.h + (queueH > 0 ? 8 : 0);
	return {
		id: rack.id,
		plug: plug(rack.key, plate, gutters?.left),
		box,
		beside: true,
		cell,
		level: { x: area.x, y: area.y + plateH + 2, w: FLAT_PLATE_W - 8 },
		sendQueue: { x: area.x, y: under, w: half, h: queueH },
		receiveQueue: { x: area.x + area.w - half, y: under, w: half, h: queueH },
	};
}

function placesOf(rack: RackPicture, w: number): { cell: RackLayout["cell"]; rows: number } {
	const perRow = Math.max(1, Math.min(rack.places, envelopesInRow(w)));
	const rows = Math.ceil(rack.places / perRow);
	const even = Math.ceil(rack.places / rows);
	const each = clamp(Math.floor((w - 16) / even), ENVELOPE_W, ENVELOPE_MOST);
	return { cell: { w: each, h: ENVELOPE_H, perRow: even }, rows };
}

function tallRack(rack: RackPicture, area: Box, gutters: Gutters | null, queueH: number): RackLayout {
	const { cell, rows } = placesOf(rack, area.w);
	const plateH = plateHeight(rack, area.w, PLATE_H);
	const plate: Box = { x: area.x, y: area.y, w: area.w, h: plateH };
	const box: Box = { x: area.x, y: area.y + plateH, w: area.w, h: rows * ENVELOPE_H + 16 };
	const under = box.y + box.h + RACK_LEVEL_H + secondLine(area.w);
	const half = area.w / 2 - 6;
	return {
		id: rack.id,
		plug: plug(rack.key, plate, gutters?.left),
		box,
		beside: false,
		cell,
		level: { x: area.x, y: box.y + box.h + 6, w: area.w },
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
export function layoutChannel(channel: ChannelPicture, area: Box, gutters: Gutters | null): ChannelLayout {
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
