// A linked program as JSON can hold it: what a page needs to run a program that was compiled elsewhere.
import type { Image, LineTable, Segment, SymbolInfo } from "./image.ts";

type Numbers = readonly number[];

/** An image with its arrays of numbers as plain lists, and each byte of its memory as one character. */
export type PackedImage = Omit<Image, "code" | "segments" | "lines"> & {
	readonly code: Numbers;
	readonly segments: readonly (Omit<Segment, "bytes"> & { readonly bytes: string })[];
	readonly lines: {
		readonly files: readonly string[];
		readonly pcs: Numbers;
		readonly fileIndexes: Numbers;
		readonly lines: Numbers;
		readonly columns: Numbers;
	};
};

/** Of the library only those symbols stay that are looked up by name: `kept`; what pointers lead to is left out. */
export function packImage(image: Image, kept: readonly string[] = []): PackedImage {
	const wanted = ({ library, name }: SymbolInfo): boolean => !library || kept.includes(name);
	return {
		...image,
		code: [...image.code],
		segments: image.segments.map((segment) => ({ ...segment, bytes: packBytes(segment.bytes) })),
		lines: packLines(image.lines),
		pointees: {},
		symbols: Object.fromEntries(Object.entries(image.symbols).filter(([, symbol]) => wanted(symbol))),
	};
}

/** Text compresses as text, where a list of its codes would not. */
function packBytes(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function packLines({ files, pcs, fileIndexes, lines, columns }: LineTable): PackedImage["lines"] {
	return { files, pcs: [...pcs], fileIndexes: [...fileIndexes], lines: [...lines], columns: [...columns] };
}

export function unpackImage(packed: PackedImage): Image {
	const { files, pcs, fileIndexes, lines, columns } = packed.lines;
	return {
		...packed,
		code: Int32Array.from(packed.code),
		segments: packed.segments.map((segment) => ({ ...segment, bytes: unpackBytes(segment.bytes) })),
		lines: {
			files,
			pcs: Int32Array.from(pcs),
			fileIndexes: Int32Array.from(fileIndexes),
			lines: Int32Array.from(lines),
			columns: Int32Array.from(columns),
		},
	};
}

function unpackBytes(text: string): Uint8Array {
	return Uint8Array.from(text, (byte) => byte.charCodeAt(0));
}
