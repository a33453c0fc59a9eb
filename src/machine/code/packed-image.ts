// A linked program as JSON can hold it: what a page needs to run a program that was compiled elsewhere.
import type { Image, LineTable, Segment } from "./image.ts";

type Numbers = readonly number[];

/** An image with its arrays of numbers as plain lists. */
export type PackedImage = Omit<Image, "code" | "segments" | "lines"> & {
	readonly code: Numbers;
	readonly segments: readonly (Omit<Segment, "bytes"> & { readonly bytes: Numbers })[];
	readonly lines: {
		readonly files: readonly string[];
		readonly pcs: Numbers;
		readonly fileIndexes: Numbers;
		readonly lines: Numbers;
		readonly columns: Numbers;
	};
};

export function packImage(image: Image): PackedImage {
	return {
		...image,
		code: [...image.code],
		segments: image.segments.map((segment) => ({ ...segment, bytes: [...segment.bytes] })),
		lines: packLines(image.lines),
	};
}

function packLines({ files, pcs, fileIndexes, lines, columns }: LineTable): PackedImage["lines"] {
	return { files, pcs: [...pcs], fileIndexes: [...fileIndexes], lines: [...lines], columns: [...columns] };
}

export function unpackImage(packed: PackedImage): Image {
	const { files, pcs, fileIndexes, lines, columns } = packed.lines;
	return {
		...packed,
		code: Int32Array.from(packed.code),
		segments: packed.segments.map((segment) => ({ ...segment, bytes: Uint8Array.from(segment.bytes) })),
		lines: {
			files,
			pcs: Int32Array.from(pcs),
			fileIndexes: Int32Array.from(fileIndexes),
			lines: Int32Array.from(lines),
			columns: Int32Array.from(columns),
		},
	};
}
