// The disk's picture: what has a name stays on it, whoever has it open; a program and a pipe are not shown there.
import { expect, test } from "vitest";
import type { Directory, KernelState, RegularFile } from "../../kernel/index.ts";
import { diskPicture, diskText } from "./disk.ts";
import { kernel, pipe, process, READ_FILE, WRITE_FILE } from "./fixtures.ts";

const directory = (entries: Directory["entries"]): Directory => ({ entries }) as Directory;
const file = (id: number, text: string, program: string | null = null): RegularFile =>
	({ id, bytes: new TextEncoder().encode(text), program }) as RegularFile;

function disk(files: readonly RegularFile[], names: Directory["entries"], piped: boolean): KernelState {
	const state = kernel(
		piped ? [process(2, { 3: READ_FILE, 4: WRITE_FILE })] : [],
		piped ? [pipe("lost", 2)] : [],
	);
	return {
		...state,
		files: Object.fromEntries(files.map((each) => [each.id, each])),
		directories: {
			1: directory({ home: { kind: "directory", id: 30 } }),
			30: directory({ student: { kind: "directory", id: 31 } }),
			31: directory(names),
		},
	};
}

test("a file stays by its name when nobody has it open, and a program that lies there is not shown", () => {
	const state = disk(
		[file(40, "kept"), file(41, "", "reader")],
		{ tmp: { kind: "file", id: 40 }, reader: { kind: "file", id: 41 } },
		false,
	);
	const picture = diskPicture(state);
	expect(picture.files).toEqual([
		{ name: "tmp", size: "4 bytes", bytes: ["k", "e", "p", "t"], more: false, held: "nobody has it open" },
	]);
	expect(diskText(picture)).toBe("/home/student: tmp, 4 bytes, nobody has it open");
	expect(picture.pipes).toBeNull();
});

test("a pipe has no entry, and that is said while there is one", () => {
	const picture = diskPicture(disk([], {}, true));
	expect(diskText(picture)).toBe("/home/student: no file");
	expect(picture.pipes).toBe("The pipe has no name, and so no place here.");
});
