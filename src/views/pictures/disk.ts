// What lies on the disk where the programs work: files by their names, whether anybody has them open or not.
import { HOME, ROOT } from "../../explain/index.ts";
import type { Directory, KernelState } from "../../kernel/index.ts";
import { byteCount, byteLabel } from "./bytes.ts";

/** Bytes of a file that are drawn. */
const MOST_BYTES = 24;

export interface DiskFile {
	readonly name: string;
	readonly size: string;
	readonly bytes: readonly string[];
	readonly more: boolean;
	/** `open` or `nobody has it open`. */
	readonly held: string;
}

export interface DiskPicture {
	readonly directory: string;
	readonly files: readonly DiskFile[];
	/** The pipes without a name: `a pipe is open, and has no name here`; null when there is none. */
	readonly pipes: string | null;
}

export function diskPicture(kernel: KernelState): DiskPicture {
	const opened = new Set(
		Object.values(kernel.openFiles).flatMap(({ object }) => (object.kind === "file" ? [object.id] : [])),
	);
	const files = Object.entries(homeOf(kernel)).flatMap(([name, entry]) => {
		const file = entry.kind === "file" ? kernel.files[entry.id] : undefined;
		if (file === undefined || file.program !== null) return [];
		const shown = file.bytes.subarray(0, MOST_BYTES);
		return [
			{
				name,
				size: byteCount(file.bytes.length),
				bytes: [...shown].map(byteLabel),
				more: file.bytes.length > MOST_BYTES,
				held: opened.has(file.id) ? "open" : "nobody has it open",
			},
		];
	});
	const pipes = Object.values(kernel.pipes).some(({ fifo }) => fifo === null);
	return { directory: HOME, files, pipes: pipes ? "The pipe has no name, and so no place here." : null };
}

/** The entries of the directory in which a lesson's programs start. */
function homeOf({ directories }: KernelState): Directory["entries"] {
	let at = directories[ROOT];
	for (const name of HOME.split("/").slice(1)) {
		const entry = at?.entries[name];
		at = entry?.kind === "directory" ? directories[entry.id] : undefined;
	}
	return at?.entries ?? {};
}

/** The same in words. */
export function diskText({ directory, files }: DiskPicture): string {
	if (files.length === 0) return `${directory}: no file`;
	return `${directory}: ${files.map(({ name, size, held }) => `${name}, ${size}, ${held}`).join("; ")}`;
}
