// What the Tab key completes: names of programs, and of files from where the shell stands.
import type { Entry, KernelState, Process } from "../../kernel/index.ts";
import { numberOf } from "./screen-text.ts";

export interface Completion {
	/** The line up to the cursor, as far as it is sure. */
	readonly line: string;
	/** The names that fit, when there are several. */
	readonly several: readonly string[];
}

const OWN_COMMANDS = "alias bg cd command eval exec exit export fg jobs read set trap umask unset wait".split(
	" ",
);
/** Where a word begins: after a blank, or a letter that ends a command or redirects. */
const WORD = /[^\s;|&<>()]*$/;
const COMMAND = /(?:^|[;|&(])\s*$/;

/** Completes the last word of `line` for the process that reads it at that terminal of /dev/pts; null: nothing fits. */
export function complete(kernel: KernelState, line: string, number: number): Completion | null {
	const word = WORD.exec(line)?.[0] ?? "";
	const shell = Object.values(kernel.processes).findLast(({ wait }) => {
		const terminal = wait?.on === "terminal-input" ? kernel.terminals[wait.terminal] : undefined;
		return terminal !== undefined && numberOf(terminal) === number;
	});
	if (word === "" || shell === undefined) return null;
	const before = line.slice(0, line.length - word.length);
	const isCommand = COMMAND.test(before) && !word.includes("/");
	const cut = word.lastIndexOf("/") + 1;
	const start = word.slice(cut);
	const names = isCommand ? commandNames(kernel) : fileNames(kernel, shell, word.slice(0, cut));
	const fits = names
		.filter((name) => name.startsWith(start) && (start !== "" || !name.startsWith(".")))
		.sort();
	const [first] = fits;
	if (first === undefined) return null;
	const common = fits.reduce(commonStart);
	const whole = fits.length === 1 && !first.endsWith("/") ? " " : "";
	return { line: before + word.slice(0, cut) + common + whole, several: fits.length > 1 ? fits : [] };
}

function commandNames(kernel: KernelState): readonly string[] {
	const bin = directoryAt(kernel, null, "/bin/");
	return [...new Set([...Object.keys(bin?.entries ?? {}), ...OWN_COMMANDS])];
}

/** Those of directories with a slash. */
function fileNames(kernel: KernelState, shell: Process, path: string): readonly string[] {
	const directory = directoryAt(kernel, shell, path);
	return Object.entries(directory?.entries ?? {}).map(([name, { kind }]) =>
		kind === "directory" ? `${name}/` : name,
	);
}

const MOST_LINKS = 8;

/** The directory at a path that ends with a slash; `""` is where the shell stands. What is written only when one looks (/proc) is not found. */
function directoryAt(kernel: KernelState, shell: Process | null, path: string, links = 0) {
	const home = path.startsWith("~/") ? `/home/student/${path.slice(2)}` : path;
	let at = home.startsWith("/") || shell === null ? kernel.directories[ROOT] : kernel.directories[shell.cwd];
	for (const name of home.split("/")) {
		if (at === undefined) return undefined;
		if (name === "" || name === ".") continue;
		const entry: Entry | undefined = Object.hasOwn(at.entries, name) ? at.entries[name] : undefined;
		if (name === "..") at = kernel.directories[at.parent];
		else if (entry?.kind === "directory") at = kernel.directories[entry.id];
		else if (entry?.kind === "symlink" && links < MOST_LINKS)
			at = directoryAt(kernel, shell, `${kernel.symlinks[entry.id]?.target}/`, links + 1);
		else return undefined;
	}
	return at;
}

/** The number of the root directory. */
const ROOT = 1;

function commonStart(one: string, other: string): string {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length++;
	return one.slice(0, length);
}
