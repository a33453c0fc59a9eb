// The kinds of random programs: how a program of each comes from its seed, how it becomes C, and where Linux's answers are kept.

/// <reference types="vite/types/importMeta.d.ts" />

import { randomProgram } from "./generate.ts";
import { randomMessageProgram } from "./messages.ts";
import { type RandomProgram, Texts } from "./program.ts";
import { randomSocketProgram } from "./sockets.ts";

export interface Kind {
	readonly name: string;
	/** The program of a seed: the same at any time and on every machine. */
	readonly program: (seed: number) => RandomProgram;
	readonly texts: Texts;
	/** The file with what Linux answers to the seeds from 1 on. */
	readonly record: string;
	/** How many of them are recorded. */
	readonly recorded: number;
	/** What it makes would outlive it: on Linux each run has queues of its own. */
	readonly leavesMessages: boolean;
	/** Who runs it: the name of a user of the simulated computer, and the same on Linux. */
	readonly user: "user" | "root";
}

const sources = import.meta.glob<string>("./*pieces.c", { query: "?raw", import: "default", eager: true });
const pieces = (name: string, ...close: string[]) =>
	new Texts({ text: sources[`./${name}`] as string, close });

export const kinds = {
	calls: {
		name: "descriptors, pipes, files, signals and children",
		program: randomProgram,
		texts: pieces("pieces.c", "kill_all();"),
		record: "linux.json",
		recorded: 300,
		leavesMessages: false,
		user: "user",
	},
	sockets: {
		name: "Unix domain sockets",
		program: randomSocketProgram,
		texts: pieces("socket-pieces.c"),
		record: "linux-sockets.json",
		recorded: 60,
		leavesMessages: false,
		user: "user",
	},
	messages: {
		name: "message queues, FIFOs and users",
		program: randomMessageProgram,
		texts: pieces("message-pieces.c"),
		record: "linux-messages.json",
		recorded: 100,
		leavesMessages: true,
		user: "root",
	},
} as const satisfies { readonly [name: string]: Kind };
