// Names of processes: what the source calls them (`//@ name reader`), else their program's name, each used once.

import type { Pid } from "../kernel/index.ts";
import type { Member } from "./cast.ts";

/** A comment `//@ text` of a source file. */
export interface Label {
	readonly text: string;
	readonly line: number;
}

/** A program of the run with its text, as far as names and labels need it. */
export interface NamedProgram {
	readonly name: string;
	readonly files: readonly { readonly path: string; readonly text: string }[];
}

export interface LabelledPlace {
	readonly label: string;
	readonly file: string;
	readonly line: number;
}

/** What the sources say by their labels. */
export interface SourceLabels {
	/** Names of the children that a fork on a line makes: by `file:line`. */
	readonly forks: ReadonlyMap<string, string>;
	/** Names of processes by the program they run. */
	readonly programs: ReadonlyMap<string, string>;
	/** Lines that moments can speak of. */
	readonly places: readonly LabelledPlace[];
}

export type Names = ReadonlyMap<Pid, string>;

const NAME = /^name\s+(.+)$/;
const MAIN = /\bmain\s*\(/;
const FORK = /\bv?fork\s*\(/;

/** Sorts the labels of all programs: a name on a fork's line is the child's, one in the head of a file the program's own. */
export function sourceLabels(
	programs: readonly NamedProgram[],
	labelsOf: (file: { readonly path: string; readonly text: string }) => readonly Label[],
): SourceLabels {
	const forks = new Map<string, string>();
	const named = new Map<string, string>();
	const places: LabelledPlace[] = [];
	for (const program of programs) {
		for (const file of program.files) {
			const lines = file.text.split(/\r?\n/);
			const main = lines.findIndex((line) => MAIN.test(line)) + 1;
			for (const { text, line } of labelsOf(file)) {
				const name = NAME.exec(text.trim())?.[1]?.trim();
				if (name === undefined) places.push({ label: text.trim(), file: file.path, line });
				else if (FORK.test(lines[line - 1] ?? "") || line > main) forks.set(`${file.path}:${line}`, name);
				else named.set(program.name, name);
			}
		}
	}
	return { forks, programs: named, places };
}

/** A name for each process: no two are the same, and a name does not change when later processes come. */
export function nameProcesses(members: readonly Member[], labels: SourceLabels): Names {
	const names = new Map<Pid, string>();
	const used = new Map<string, number>();
	for (const member of members) {
		names.set(member.pid, unused(ownName(member, labels), used));
	}
	return names;
}

function ownName(member: Member, labels: SourceLabels): string {
	const { forkedAt, programs } = member;
	const byFork = forkedAt === null ? undefined : labels.forks.get(`${forkedAt.file}:${forkedAt.line}`);
	if (byFork !== undefined) return byFork;
	const program = programs[programs.length - 1]?.program ?? "process";
	return labels.programs.get(program) ?? program.slice(program.lastIndexOf("/") + 1);
}

/** `worker`, then `worker 2`, `worker 3`. */
function unused(name: string, used: Map<string, number>): string {
	let count = (used.get(name) ?? 0) + 1;
	while (count > 1 && used.has(`${name} ${count}`)) count++;
	used.set(name, count);
	if (count === 1) return name;
	used.set(`${name} ${count}`, 1);
	return `${name} ${count}`;
}
