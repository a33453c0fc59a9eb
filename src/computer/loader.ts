// The loader: programs are compiled once, and every run, branch and exec takes their images from here.

import { type Diagnostic, invariant } from "../base/index.ts";
import { BIN } from "../kernel/index.ts";
import {
	type CompileOptions,
	createProcessor,
	type Image,
	type PackedImage,
	packImage,
	type SourceFile,
	unpackImage,
} from "../machine/index.ts";
import { STREAM_LIST } from "./streams.ts";
import { Task } from "./task.ts";

/** One program: its .c files are compiled and linked, its other files can be included. */
export interface ProgramSource {
	readonly name: string;
	readonly files: readonly SourceFile[];
	/** Where `#include "…"` finds what is not among the files. */
	readonly include?: (path: string) => string | undefined;
	/** Where `#include <…>` looks before it takes the system's header. */
	readonly folders?: CompileOptions["folders"];
	/** `#define` lines that come before the first line of every file. */
	readonly macros?: string;
}

/** Programs that a computer has from the start. None is compiled before exec asks for it. */
export interface Userland {
	/** Each is found as `/bin/NAME` and `/usr/bin/NAME`. */
	readonly names: readonly string[];
	/** `name` is one of them. */
	readonly image: (name: string) => Image;
	/** What the file of a program holds, by the name by which it is known: its C, one's own among `programs`. Without it all are empty. */
	readonly bytes?: (known: string, programs: readonly ProgramSource[]) => Uint8Array;
}

/** Programs ready to run. Nothing in it ever changes. */
export interface Software {
	/** By name, which exec finds as `./NAME`, and as `/bin/NAME` where the userland has none of that name. */
	readonly images: ReadonlyMap<string, Image>;
	/** The name of the program that runs first, of the images or of the userland. */
	readonly first: string;
	readonly programs: readonly ProgramSource[];
	/** What /bin holds besides; nothing, when it is missing. */
	readonly userland?: Userland;
}

export interface Build {
	/** Null when there was any error. */
	readonly software: Software | null;
	readonly diagnostics: readonly Diagnostic[];
}

/** A process about to begin a program. */
export function load(
	software: Software,
	name: string,
	argv: readonly string[],
	envp: readonly string[],
): Task {
	const image = software.images.get(name) ?? userlandImage(software, name);
	invariant(image !== undefined, `a program named ${name}`);
	return new Task(createProcessor(image, { argv: [...argv], envp: [...envp] }));
}

function userlandImage({ userland }: Software, known: string): Image | undefined {
	const name = known.startsWith(BIN) ? known.slice(BIN.length) : known;
	return userland?.names.includes(name) ? userland.image(name) : undefined;
}

/** The name by which a program of the userland is known: not that of a program of one's own. */
export function nameInBin({ images }: Software, name: string): string {
	return images.has(name) ? `${BIN}${name}` : name;
}

/** The name by which the first program is started: a program of one's own lies in the working directory. */
export function firstName({ first, images }: Software): string {
	return images.has(first) ? `./${first}` : first.replace(BIN, "");
}

/** Objects of the library that a task or its processor asks for by name. */
const LOOKED_UP = ["errno", STREAM_LIST, "__main_line", "__signal_stack"];

/** Software as JSON can hold it, without the programs' text. */
export interface PackedSoftware {
	readonly first: string;
	readonly images: readonly (readonly [name: string, image: PackedImage])[];
}

export function packSoftware({ first, images }: Software): PackedSoftware {
	return { first, images: [...images].map(([name, image]) => [name, packImage(image, LOOKED_UP)]) };
}

/** `programs` are those that were built. */
export function unpackSoftware(packed: PackedSoftware, programs: readonly ProgramSource[]): Software {
	const images = new Map(packed.images.map(([name, image]) => [name, unpackImage(image)]));
	return { first: packed.first, images, programs };
}
