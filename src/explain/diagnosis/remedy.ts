// A remedy put into lines of C: the texts that it may mean, the most likely first. Which of them mends is found by running.
import type { ProgramSource } from "../../computer/index.ts";
import type { Pid, Place } from "../../kernel/index.ts";
import type { Ran, Remedy } from "./finding.ts";
import { bare, loopsAround, textsOf } from "./source.ts";

/** The programs with the remedy applied, in each way that it may be meant. */
export function variants(
	programs: readonly ProgramSource[],
	remedy: Remedy,
	ran: Ran,
): readonly (readonly ProgramSource[])[] {
	switch (remedy.kind) {
		case "close": {
			const names = namesOf(ran, remedy.pid, remedy.descriptor, lineOf(programs, remedy.openedAt));
			const closing = (name: string) =>
				remedy.before.flatMap((place) => {
					const text = `close(${name});`;
					return [...movedUp(programs, place, text), ...insertedBefore(programs, place, text)];
				});
			return [
				...streamClosings(programs, remedy.before, lineOf(programs, remedy.openedAt), names),
				...names.flatMap(closing),
			];
		}
		case "shutdown": {
			const names = namesOf(ran, remedy.pid, remedy.descriptor, lineOf(programs, remedy.openedAt));
			return names.flatMap((name) =>
				remedy.before.flatMap((place) => insertedBefore(programs, place, `shutdown(${name}, SHUT_WR);`)),
			);
		}
		case "insert":
			return insertedBefore(programs, remedy.before, remedy.text);
		case "insert-after":
			return insertedAfter(programs, remedy.after, remedy.text);
		case "replace":
			return edited(programs, remedy.place, (lines, at) => {
				const old = lines[at] ?? "";
				const next = old.replace(remedy.what, remedy.by);
				return next === old ? [] : [spliced(lines, at, 1, next.split("\n"))];
			});
		case "remove":
			return edited(programs, remedy.place, (lines, at) => [spliced(lines, at, 1, [])]);
		case "later":
			return movedLater(programs, remedy.place);
		case "earlier":
			return movedEarlier(programs, remedy.line, remedy.before);
		case "rename": {
			const all = new RegExp(remedy.what.source, "g");
			return [mapFile(programs, remedy.file, (lines) => lines.map((line) => line.replace(all, remedy.by)))];
		}
		case "in-child":
			return inChild(programs, remedy.place);
		case "repeat-rest":
			return repeatedRest(programs, remedy.place, remedy.what, remedy.head);
		case "together":
			return remedy.all.reduce<readonly (readonly ProgramSource[])[]>(
				(soFar, one) => soFar.flatMap((each) => variants(each, one, ran)).slice(0, 12),
				[programs],
			);
	}
}

/** A descriptor that belongs to a stream is closed by closing that, and popen's is waited for too. */
function streamClosings(
	programs: readonly ProgramSource[],
	before: readonly Place[],
	opened: string,
	names: readonly string[],
): readonly (readonly ProgramSource[])[] {
	const made = /\b(\w+)\s*=\s*popen\s*\(/.exec(opened)?.[1];
	const texts = textsOf(programs);
	const opens = texts.flatMap((text) =>
		[...text.matchAll(/\b(\w+)\s*=\s*fdopen\s*\(\s*([^,]+?)\s*,/g)].map(([, stream, fd]) => ({ stream, fd })),
	);
	const streams = opens
		.filter(({ fd }) => names.includes(fd ?? ""))
		.map(({ stream }) => `fclose(${stream});`);
	const closings = [...(made === undefined ? [] : [`pclose(${made});`]), ...streams];
	return closings.flatMap((text) =>
		before.flatMap((place) => [...movedUp(programs, place, text), ...insertedBefore(programs, place, text)]),
	);
}

function lineOf(programs: readonly ProgramSource[], place: Place | null): string {
	if (place === null) return "";
	const file = programs.flatMap(({ files }) => files).find(({ path }) => path === place.file);
	return bare(file?.text.split("\n")[place.line - 1] ?? "");
}

/** What the program calls a descriptor: by the line that opened it, by the variables that hold it, by its number. */
function namesOf(ran: Ran, pid: Pid, fd: number, opened: string): readonly string[] {
	const held = ran
		.stack(pid)
		.flatMap(({ variables }) => variables)
		.flatMap(({ name, value }) => pathsTo(value, fd).map((path) => `${name}${path}`));
	const pipe = /\bpipe2?\s*\(\s*([\w.>\-[\]]+)\s*[,)]/.exec(opened)?.[1];
	const descriptor = ran.kernel.processes[pid]?.descriptors[fd];
	const end = descriptor === undefined ? undefined : ran.kernel.openFiles[descriptor.openFile]?.object;
	const byPipe = pipe === undefined || end?.kind !== "pipe" ? [] : [`${pipe}[${end.end === "read" ? 0 : 1}]`];
	const dup = /(\w+)\s*=\s*(?:dup|open|fcntl|socket|accept4?)\s*\(/.exec(opened)?.[1];
	const standard = ["STDIN_FILENO", "STDOUT_FILENO", "STDERR_FILENO"][fd];
	const all = [
		...byPipe.filter((name) => held.includes(name)),
		...held.slice(0, 3),
		...byPipe,
		dup,
		standard,
		String(fd),
	];
	return [...new Set(all.filter((name) => name !== undefined))];
}

/** Where a number stands in a value as the debugger prints it: `{{3, 4}, {5, 6}}` has 5 at `[1][0]`; plain `5` at ``. */
function pathsTo(value: string, number: number): readonly string[] {
	if (value === String(number)) return [""];
	if (!value.startsWith("{") || value.includes("=")) return [];
	const path: number[] = [];
	const found: string[] = [];
	for (const [token] of value.matchAll(/[{},]|-?\d+/g)) {
		if (token === "{") path.push(0);
		else if (token === "}") path.pop();
		else if (token === ",") path.push((path.pop() ?? 0) + 1);
		else if (token === String(number)) found.push(path.map((i) => `[${i}]`).join(""));
	}
	return found.slice(0, 1);
}

type Lines = readonly string[];

function mapFile(
	programs: readonly ProgramSource[],
	file: string,
	change: (lines: Lines) => Lines,
): readonly ProgramSource[] {
	return programs.map((program) => ({
		...program,
		files: program.files.map((one) =>
			one.path === file ? { ...one, text: change(one.text.split("\n")).join("\n") } : one,
		),
	}));
}

/** Every text that `change` makes of the file of a place; `at` is the place's line, counted from 0. */
function edited(
	programs: readonly ProgramSource[],
	place: Place,
	change: (lines: Lines, at: number) => readonly Lines[],
): readonly (readonly ProgramSource[])[] {
	const file = programs.flatMap(({ files }) => files).find(({ path }) => path === place.file);
	if (file === undefined) return [];
	return change(file.text.split("\n"), place.line - 1).map((lines) =>
		mapFile(programs, place.file, () => lines),
	);
}

function spliced(lines: Lines, at: number, remove: number, insert: Lines): Lines {
	return [...lines.slice(0, at), ...insert, ...lines.slice(at + remove)];
}

function indentOf(line: string | undefined): string {
	return /^\s*/.exec(line ?? "")?.[0] ?? "";
}

/** The programs with a header more in one file. */
export function including(
	programs: readonly ProgramSource[],
	file: string,
	header: string,
): readonly ProgramSource[] {
	return mapFile(programs, file, (lines) => {
		if (lines.some((line) => /^\s*#\s*include\b/.test(line) && line.includes(`<${header}>`))) return lines;
		const last = lines.findLastIndex((line) => /^\s*#\s*include\b/.test(line));
		return spliced(lines, last + 1, 0, [`#include <${header}>`]);
	});
}

/** The line on which the statement begins that a line belongs to, and whether it is the unbraced body of an `if` or loop. */
function beginOf(lines: Lines, at: number): { readonly at: number; readonly unbraced: boolean } {
	let begin = at;
	while (begin > 0) {
		const above =
			begin - 1 - [...lines.slice(0, begin)].reverse().findIndex((line) => bare(line).trim() !== "");
		const text = bare(lines[above] ?? "").trimEnd();
		if (above < 0 || above >= begin) break;
		if (/[;{}:]$|^\s*#|\*\/$/.test(text)) break;
		if (/(^|\W)(if|while|for|switch)\s*\(.*\)$|\belse$|\bdo$/.test(text))
			return { at: begin, unbraced: true };
		begin = above;
	}
	return { at: begin, unbraced: false };
}

function insertedBefore(
	programs: readonly ProgramSource[],
	place: Place,
	text: string,
): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (lines, at) => {
		const { at: begin, unbraced } = beginOf(lines, at);
		const line = lines[begin] ?? "";
		const indent = indentOf(line);
		if (unbraced) {
			const all = [...text.split("\n").map((one) => `${indent}${one}`), line];
			return /;\s*$/.test(bare(line))
				? [braced(lines, begin, all), ...inside(lines, at, text)]
				: inside(lines, at, text);
		}
		const inserted = text.split("\n").map((one) => `${indent}${one}`);
		return [spliced(lines, begin, 0, inserted), ...inside(lines, at, text.replaceAll("\n", " "))];
	});
}

/** In the place of the one line that is the body of what stands above it come several, in braces. */
function braced(lines: Lines, body: number, all: Lines): Lines {
	const head = lines[body - 1] ?? "";
	if (/[;{}]\s*$|^\s*$|\/\//.test(head))
		return spliced(lines, body, 1, [`${indentOf(lines[body])}{ ${all.map((one) => one.trim()).join(" ")} }`]);
	return spliced(lines, body - 1, 2, [`${head.trimEnd()} {`, ...all, `${indentOf(head)}}`]);
}

/** Before a statement in the middle of a line, the rightmost first. */
function inside(lines: Lines, at: number, text: string): readonly Lines[] {
	const line = lines[at] ?? "";
	const clean = blanked(line);
	const cuts = [...clean.matchAll(/[;{}](?=\s*\S)/g)]
		.map((match) => match.index + 1)
		.filter((cut) => parentheses(clean.slice(0, cut)) === 0);
	return cuts
		.reverse()
		.slice(0, 6)
		.map((cut) => spliced(lines, at, 1, [`${line.slice(0, cut)} ${text}${line.slice(cut)}`]));
}

/** The line with strings and comments overwritten, of the same length. */
function blanked(line: string): string {
	return line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*.*?\*\/|\/\/.*$/g, (match) =>
		" ".repeat(match.length),
	);
}

function parentheses(text: string): number {
	return [...text].reduce((depth, one) => depth + (one === "(" ? 1 : one === ")" ? -1 : 0), 0);
}

function insertedAfter(
	programs: readonly ProgramSource[],
	place: Place,
	text: string,
): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (lines, at) => {
		const end = statementEnd(lines, at);
		const { at: begin, unbraced } = beginOf(lines, at);
		if (unbraced && begin === end) {
			const line = lines[begin] ?? "";
			return [braced(lines, begin, [line, `${indentOf(line)}${text.replaceAll("\n", " ")}`])];
		}
		const inserted = text.split("\n").map((one) => `${indentOf(lines[begin])}${one}`);
		return [
			...(unbraced ? [] : [spliced(lines, end + 1, 0, inserted)]),
			...inside(lines, at, text.replaceAll("\n", " ")),
		];
	});
}

/** `if (fork() == 0) { … _exit(0); }` around a statement and the loop it stands in. */
function inChild(programs: readonly ProgramSource[], place: Place): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (lines, at) => {
		const { first, last } = stretchOf(lines, at);
		if (beginOf(lines, first).unbraced) return [];
		const indent = indentOf(lines[first]);
		const moved = lines.slice(first, last + 1).map((line) => (line.trim() === "" ? line : `\t${line}`));
		const around = [`${indent}if (fork() == 0) {`, ...moved, `${indent}\t_exit(0);`, `${indent}}`];
		return [spliced(lines, first, moved.length, around)];
	});
}

/** A statement with the outermost loop around it, as line numbers from 0. */
function stretchOf(lines: Lines, at: number): { readonly first: number; readonly last: number } {
	const loop = loopsAround(lines, at + 1).at(-1);
	const first = loop === undefined ? beginOf(lines, at).at : loop.first - 1;
	const last = loop === undefined ? wholeEnd(lines, at) : loop.last - 1;
	return { first, last };
}

/** The last line of a statement; the branch of an `if` belongs to it. */
function wholeEnd(lines: Lines, at: number): number {
	let depth = 0;
	for (let i = at; i < lines.length; i++) {
		const text = bare(lines[i] ?? "");
		for (const brace of text) depth += brace === "{" ? 1 : brace === "}" ? -1 : 0;
		if (depth <= 0 && /[;}]\s*$/.test(text)) return i;
	}
	return at;
}

function repeatedRest(
	programs: readonly ProgramSource[],
	place: Place,
	what: RegExp,
	head: string,
): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (lines, at) => {
		const line = lines[at] ?? "";
		const made = line.replace(what, head);
		const end = blockEnd(lines, at);
		if (made === line || end === null) return [];
		if (end === at + 1) return [spliced(lines, at, 1, [`${made};`])];
		if (end === at + 2) return [spliced(lines, at, 2, [made, `\t${lines[at + 1]}`])];
		const rest = lines.slice(at + 1, end).map((one) => (one.trim() === "" ? one : `\t${one}`));
		return [spliced(lines, at, end - at, [`${made} {`, ...rest, `${indentOf(line)}}`])];
	});
}

/** The line of the brace that ends the block in which a line stands; null when braces share its line. */
function blockEnd(lines: Lines, at: number): number | null {
	let depth = 0;
	for (let i = at; i < lines.length; i++) {
		for (const brace of bare(lines[i] ?? "")) {
			depth += brace === "{" ? 1 : brace === "}" ? -1 : 0;
			if (depth < 0) return i > at && /^\s*}/.test(lines[i] ?? "") ? i : null;
		}
	}
	return null;
}

/** A line further down that says the same is moved up, before a place. */
function movedUp(
	programs: readonly ProgramSource[],
	place: Place,
	text: string,
): readonly (readonly ProgramSource[])[] {
	const same = (line: string) => bare(line).replace(/\s/g, "") === text.replace(/\s/g, "");
	return edited(programs, place, (lines, at) => {
		const end = functionEnd(lines, at);
		const from = lines.findIndex((line, i) => i > at && i <= end && same(line));
		if (from < 0) return [];
		const { at: begin, unbraced } = beginOf(lines, at);
		if (unbraced) return [];
		const without = spliced(lines, from, 1, []);
		return [spliced(without, begin, 0, [`${indentOf(lines[begin])}${text}`])];
	});
}

function functionEnd(lines: Lines, at: number): number {
	const end = lines.findIndex((line, i) => i > at && /^}/.test(line));
	return end < 0 ? lines.length - 1 : end;
}

/** A statement, with the loop around it, goes further down in its block: as far as it can first. */
function movedLater(programs: readonly ProgramSource[], place: Place): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (lines, at) => {
		const { first, last } = stretchOf(lines, at);
		const moved = lines.slice(first, last + 1);
		const rest = spliced(lines, first, moved.length, []);
		return endsBelow(rest, first).map((to) => spliced(rest, to, 0, moved));
	});
}

function statementEnd(lines: Lines, at: number): number {
	const end = lines.findIndex((line, i) => i >= at && /[;}]\s*$/.test(bare(line)));
	return end < 0 ? at : end;
}

/** Lines of the same block below `at` before which a statement could stand, the last first. */
function endsBelow(lines: Lines, at: number): readonly number[] {
	const places: number[] = [];
	let depth = 0;
	for (let i = at; i < lines.length; i++) {
		const text = bare(lines[i] ?? "");
		if (depth === 0 && i > at) {
			const { at: begin, unbraced } = beginOf(lines, i);
			if (begin === i && !unbraced && text.trim() !== "") places.push(i);
		}
		for (const brace of text) depth += brace === "{" ? 1 : brace === "}" ? -1 : 0;
		if (depth < 0) break;
	}
	// What returns or exits is the end of the block, whatever stands below it.
	const closing = places.findIndex((i) => /^\s*(return\b|_?exit\s*\()/.test(bare(lines[i] ?? "")));
	return (closing < 0 ? places : places.slice(0, closing + 1)).reverse().slice(0, 8);
}

/** A statement goes further up; the lines just above it that fill its argument go with it. */
function movedEarlier(
	programs: readonly ProgramSource[],
	pattern: RegExp,
	before: Place,
): readonly (readonly ProgramSource[])[] {
	return edited(programs, before, (lines, at) => {
		const from = lines.findIndex((line, i) => i > at && pattern.test(bare(line)));
		if (from < 0) return [];
		const variable = /&(\w+)/.exec(bare(lines[from] ?? ""))?.[1];
		let first = from;
		if (variable !== undefined) {
			const fills = new RegExp(`\\b${variable}\\b`);
			while (first > 0 && fills.test(bare(lines[first - 1] ?? ""))) first--;
		}
		const { at: begin } = beginOf(lines, at);
		const indent = indentOf(lines[begin]);
		const moved = lines.slice(first, from + 1).map((line) => `${indent}${line.trim()}`);
		return [spliced(spliced(lines, first, moved.length, []), begin, 0, moved)];
	});
}
