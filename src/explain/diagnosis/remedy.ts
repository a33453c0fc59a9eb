// A remedy put into lines of C: the texts that it may mean, the most likely first. Which of them mends is found by running.
import type { ProgramSource } from "../../computer/index.ts";
import type { Pid, Place } from "../../kernel/index.ts";
import type { Ran, Remedy } from "./finding.ts";
import {
	blockAround,
	codeAt,
	codeOf,
	functionEnd,
	inOneLine,
	loopsAround,
	type Source,
	type Statement,
	type Stretch,
	sourceOfFile,
	statementAt,
	statementsAfter,
	statementsOn,
	textsOf,
} from "./source.ts";

/** The programs with the remedy applied, in each way that it may be meant. */
export function variants(
	programs: readonly ProgramSource[],
	remedy: Remedy,
	ran: Ran,
): readonly (readonly ProgramSource[])[] {
	switch (remedy.kind) {
		case "close": {
			const names = namesOf(ran, remedy.pid, remedy.descriptor, codeAt(programs, remedy.openedAt));
			const closing = (name: string) =>
				remedy.before.flatMap((place) => {
					const text = `close(${name});`;
					return [...movedUp(programs, place, text), ...insertedBefore(programs, place, text)];
				});
			return [
				...streamClosings(programs, remedy.before, codeAt(programs, remedy.openedAt), names),
				...names.flatMap(closing),
			];
		}
		case "shutdown": {
			const names = namesOf(ran, remedy.pid, remedy.descriptor, codeAt(programs, remedy.openedAt));
			return names.flatMap((name) =>
				remedy.before.flatMap((place) => insertedBefore(programs, place, `shutdown(${name}, SHUT_WR);`)),
			);
		}
		case "insert":
			return insertedBefore(programs, remedy.before, remedy.text);
		case "insert-after":
			return insertedAfter(programs, remedy.after, remedy.text);
		case "replace":
			return edited(programs, remedy.place, (source, line) => replaced(source, line, remedy.what, remedy.by));
		case "remove":
			return edited(programs, remedy.place, ({ lines }, line) => [spliced(lines, line, 1, [])]);
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

/** On the line alone or, where the text goes on below it, in the lines of the statement that it begins. */
function replaced(source: Source, line: number, what: RegExp, by: string): readonly Lines[] {
	const { lines } = source;
	const last = statementsOn(source, line)[0]?.last ?? line;
	for (const length of new Set([1, last - line + 1])) {
		const old = lines.slice(line - 1, line - 1 + length).join("\n");
		const next = old.replace(what, by);
		if (next !== old) return [spliced(lines, line, length, next.split("\n"))];
	}
	return [];
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

/** Every text that `change` makes of the file of a place. */
function edited(
	programs: readonly ProgramSource[],
	place: Place,
	change: (source: Source, line: number) => readonly Lines[],
): readonly (readonly ProgramSource[])[] {
	const file = programs.flatMap(({ files }) => files).find(({ path }) => path === place.file);
	if (file === undefined) return [];
	return change(sourceOfFile(file), place.line).map((lines) => mapFile(programs, place.file, () => lines));
}

/** The lines with some others in the place of so many from a line on, counted from 1. */
function spliced(lines: Lines, line: number, remove: number, insert: Lines): Lines {
	return [...lines.slice(0, line - 1), ...insert, ...lines.slice(line - 1 + remove)];
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
		const last = lines.findLastIndex((line) => /^\s*#\s*include\b/.test(line)) + 1;
		return spliced(lines, last + 1, 0, [`#include <${header}>`]);
	});
}

/** A statement that begins its line, or a line that only ends a block. */
type Begin = Pick<Statement, "first" | "last" | "unbraced">;

/** The statement with which a line's words begin: that of an earlier line when they go on with it. */
function beginOf(source: Source, line: number): Begin {
	const found = /^\s*}/.test(source.code[line - 1] ?? "") ? null : statementAt(source, line);
	if (found === null || found.block) return { first: line, last: line, unbraced: false };
	return beginsItsLine(source, found) ? found : beginOf(source, found.first);
}

function beginsItsLine({ begins, code }: Source, { first, from }: Stretch): boolean {
	return from - (begins[first - 1] ?? 0) === indentOf(code[first - 1]).length;
}

function insertedBefore(
	programs: readonly ProgramSource[],
	place: Place,
	text: string,
): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (source, line) => {
		const begin = beginOf(source, line);
		const inserted = indented(source, begin, text);
		const own = source.lines.slice(begin.first - 1, begin.last);
		return [
			begin.unbraced
				? braced(source, begin, [...inserted, ...own])
				: spliced(source.lines, begin.first, 0, inserted),
			...inside(source, line, text, "before"),
		];
	});
}

function indented({ lines }: Source, { first }: Begin, text: string): Lines {
	return text.split("\n").map((one) => `${indentOf(lines[first - 1])}${one}`);
}

/** In the place of the statement that is the body of what stands above it come several, in braces. */
function braced({ lines, code }: Source, { first, last }: Begin, all: Lines): Lines {
	const head = lines[first - 2] ?? "";
	const length = last - first + 1;
	if ((code[first - 2] ?? "").trim() === "" || /\/[/*]/.test(head))
		return spliced(lines, first, length, [
			`${indentOf(lines[first - 1])}{ ${all.map((one) => one.trim()).join(" ")} }`,
		]);
	return spliced(lines, first - 1, length + 1, [`${head.trimEnd()} {`, ...all, `${indentOf(head)}}`]);
}

/** Between the statements of a line, the rightmost first; with the one that is a body, in braces. What is to come before a loop is not in it. */
function inside(source: Source, line: number, text: string, side: "before" | "after"): readonly Lines[] {
	const begin = source.begins[line - 1] ?? 0;
	const old = source.lines[line - 1] ?? "";
	const words = text.replaceAll("\n", " ");
	const put = (at: number, length: number, by: string) =>
		spliced(source.lines, line, 1, [`${old.slice(0, at).trimEnd()} ${by}${old.slice(at + length)}`]);
	const inOrder = (own: string) => (side === "before" ? [words, own] : [own, words]);
	const cuts = new Map<number, { readonly loops: number; readonly lines: Lines }>();
	for (const one of statementsOn(source, line)) {
		const from = one.from - begin;
		const length = one.to - one.from;
		const rest = old.slice(from + length);
		const before = old.slice(0, from).trimEnd();
		const loops = side === "before" ? one.loops : 0;
		if (one.last === line && rest.trim() !== "" && !one.block && !one.unbraced)
			cuts.set(from + length, { loops, lines: put(from + length, 0, words) });
		if (before === "" || one.block) continue;
		if (!one.unbraced) cuts.set(before.length, { loops, lines: put(before.length, 0, words) });
		else if (one.last === line) {
			const body = `{ ${inOrder(old.slice(from, from + length)).join(" ")} }`;
			cuts.set(from, { loops, lines: put(from, length, body) });
		}
	}
	return [...cuts]
		.sort(([a, one], [b, other]) => one.loops - other.loops || b - a)
		.slice(0, 6)
		.map(([, { lines }]) => lines);
}

function insertedAfter(
	programs: readonly ProgramSource[],
	place: Place,
	text: string,
): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (source, line) => {
		const begin = beginOf(source, line);
		const inserted = indented(source, begin, text);
		if (begin.unbraced)
			return [braced(source, begin, [...source.lines.slice(begin.first - 1, begin.last), ...inserted])];
		const body =
			source.lines.findIndex((one, i) => i >= begin.first - 1 && i < begin.last && /{\s*$/.test(one)) + 1;
		return [
			...(body === 0
				? []
				: [
						spliced(
							source.lines,
							body + 1,
							0,
							inserted.map((one) => `\t${one}`),
						),
					]),
			spliced(source.lines, begin.last + 1, 0, inserted),
			...inside(source, line, text, "after"),
		];
	});
}

/** `if (fork() == 0) { … _exit(0); }` around a statement and the loop it stands in. */
function inChild(programs: readonly ProgramSource[], place: Place): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (source, line) => {
		const { first, last } = stretchOf(source, line);
		if (beginOf(source, first).unbraced) return [];
		const { lines } = source;
		const indent = indentOf(lines[first - 1]);
		const moved = lines.slice(first - 1, last).map((one) => (one.trim() === "" ? one : `\t${one}`));
		const around = [`${indent}if (fork() == 0) {`, ...moved, `${indent}\t_exit(0);`, `${indent}}`];
		return [spliced(lines, first, moved.length, around)];
	});
}

/** A statement with the outermost loop around it. */
function stretchOf(source: Source, line: number): Pick<Stretch, "first" | "last"> {
	return loopsAround(source, line).at(-1) ?? beginOf(source, line);
}

function repeatedRest(
	programs: readonly ProgramSource[],
	place: Place,
	what: RegExp,
	head: string,
): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (source, line) => {
		const { lines, code } = source;
		const old = lines[line - 1] ?? "";
		const made = old.replace(what, head);
		const end = blockAround(source, line)?.last ?? line;
		if (made === old || end === line || !/^\s*}/.test(code[end - 1] ?? "")) return [];
		if (end === line + 1) return [spliced(lines, line, 1, [`${made};`])];
		if (end === line + 2) return [spliced(lines, line, 2, [made, `\t${lines[line]}`])];
		const rest = lines.slice(line, end - 1).map((one) => (one.trim() === "" ? one : `\t${one}`));
		return [spliced(lines, line, end - line, [`${made} {`, ...rest, `${indentOf(old)}}`])];
	});
}

/** A line further down that says the same is moved up, before a place. */
function movedUp(
	programs: readonly ProgramSource[],
	place: Place,
	text: string,
): readonly (readonly ProgramSource[])[] {
	const same = (line: string) => line.replace(/\s/g, "") === text.replace(/\s/g, "");
	return edited(programs, place, (source, line) => {
		const end = functionEnd(source, line);
		const from = source.code.findIndex((one, i) => i >= line && i < end && same(one)) + 1;
		const { first, unbraced } = beginOf(source, line);
		if (from === 0 || unbraced) return [];
		const { lines } = source;
		return [spliced(spliced(lines, from, 1, []), first, 0, [`${indentOf(lines[first - 1])}${text}`])];
	});
}

/** A statement, with the loop around it, goes further down in its block: as far as it can first. */
function movedLater(programs: readonly ProgramSource[], place: Place): readonly (readonly ProgramSource[])[] {
	return edited(programs, place, (source, line) => {
		const { first, last } = stretchOf(source, line);
		const moved = source.lines.slice(first - 1, last);
		const rest = spliced(source.lines, first, moved.length, []);
		return endsBelow(source, first).map((to) => spliced(rest, to - moved.length, 0, moved));
	});
}

/** Lines of the same block, behind the statement after one, before which a statement could stand; the last first. */
function endsBelow(source: Source, line: number): readonly number[] {
	const own = statementAt(source, line);
	if (own === null) return [];
	const below = statementsAfter(source, own).filter((one) => beginsItsLine(source, one));
	// What returns or exits is the end of the block, whatever stands below it.
	const closing = below.findIndex(({ first }) =>
		/^\s*(return\b|_?exit\s*\()/.test(source.code[first - 1] ?? ""),
	);
	const end = blockAround(source, line)?.last;
	const places = [
		...(closing < 0 ? below : below.slice(0, closing + 1)).map(({ first }) => first),
		...(closing < 0 && end !== undefined && /^\s*}/.test(source.code[end - 1] ?? "") ? [end] : []),
	];
	return places.slice(1).reverse().slice(0, 8);
}

function statementsBelow(source: Source, line: number): readonly Statement[] {
	return source.lines.flatMap((_, i) => (i < line ? [] : statementsOn(source, i + 1)));
}

/** A statement goes further up; the lines just above it that fill its argument go with it. */
function movedEarlier(
	programs: readonly ProgramSource[],
	pattern: RegExp,
	before: Place,
): readonly (readonly ProgramSource[])[] {
	return edited(programs, before, (source, line) => {
		const { code, lines } = source;
		const found = statementsBelow(source, line).find((one) => pattern.test(inOneLine(codeOf(source, one))));
		if (found === undefined) return [];
		const variable = /&(\w+)/.exec(codeOf(source, found))?.[1];
		let { first } = found;
		if (variable !== undefined) {
			const fills = new RegExp(`\\b${variable}\\b`);
			while (first > 1 && fills.test(code[first - 2] ?? "")) first--;
		}
		const begin = beginOf(source, line);
		const indent = indentOf(lines[begin.first - 1]);
		const moved = lines.slice(first - 1, found.last).map((one) => `${indent}${one.trim()}`);
		return [spliced(spliced(lines, first, moved.length, []), begin.first, 0, moved)];
	});
}
