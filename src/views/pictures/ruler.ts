// The stream of a pipe laid out: every byte so far in its place, above it how it was written, below it how it was read.
import type { Pid } from "../../kernel/index.ts";
import type { Flow } from "../../session/index.ts";
import { byteCount, byteLabel } from "./bytes.ts";

/** What one call moved: `from` and `count` in bytes of the stream. */
export interface Piece {
	readonly pid: Pid;
	readonly from: number;
	readonly count: number;
}

export interface RulerPicture {
	readonly bytes: readonly { readonly label: string; readonly pid: Pid; readonly read: boolean }[];
	readonly written: readonly Piece[];
	readonly read: readonly Piece[];
	/** Bytes that went by before the first that is drawn. */
	readonly skipped: number;
}

/** The stream up to `step`; of a long one the last `most` bytes. */
export function rulerPicture(flow: readonly Flow[], step: number, most: number): RulerPicture {
	const past = flow.filter((one) => one.step <= step);
	const [written, read] = [piecesOf(past, "in"), piecesOf(past, "out")];
	const taken = lengthOf(read);
	const all = past
		.filter(({ way }) => way === "in")
		.flatMap(({ pid, bytes }) => [...bytes].map((byte) => ({ label: byteLabel(byte), pid })))
		.map((byte, at) => ({ ...byte, read: at < taken }));
	const skipped = Math.max(0, all.length - most);
	const inside = (piece: Piece): boolean => piece.from >= skipped;
	const moved = (piece: Piece): Piece => ({ ...piece, from: piece.from - skipped });
	return {
		bytes: all.slice(skipped),
		written: written.filter(inside).map(moved),
		read: read.filter(inside).map(moved),
		skipped,
	};
}

function piecesOf(past: readonly Flow[], way: Flow["way"]): readonly Piece[] {
	let from = 0;
	return past
		.filter((one) => one.way === way)
		.map(({ pid, bytes }) => {
			const piece = { pid, from, count: bytes.length };
			from += bytes.length;
			return piece;
		});
}

function lengthOf(pieces: readonly Piece[]): number {
	return pieces.reduce((sum, { count }) => sum + count, 0);
}

/** The same in words: `Written: 6 and 7 bytes. Read: 5 bytes.` */
export function rulerText({ written, read }: RulerPicture): string {
	return `Written: ${piecesText(written)}. Read: ${piecesText(read)}.`;
}

function piecesText(pieces: readonly Piece[]): string {
	const last = pieces.at(-1);
	if (last === undefined) return "nothing yet";
	const before = pieces.slice(0, -1).map(({ count }) => `${count}`);
	return [...(before.length > 0 ? [before.join(", ")] : []), byteCount(last.count)].join(" and ");
}
