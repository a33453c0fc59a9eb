// A null pointer that ended a program: which one it was, who put the null there, and where it might have been asked.
import type { Pid, Place } from "../../kernel/index.ts";
import { type Frame, HEAP_MAX, type Variable } from "../../machine/index.ts";
import { code, type Sentence, say } from "../sentence.ts";
import type { Diagnosis, Ran, Remedy } from "./finding.ts";
import { argumentsIn } from "./formats.ts";
import { codeOf, definitionOf, literally, loopsAround, type Source, sourceOf } from "./source.ts";
import { onLine } from "./told.ts";

/** Functions that return NULL when they fail or find nothing. */
const FAILS =
	/^(fopen|fdopen|freopen|popen|opendir|readdir|malloc|calloc|realloc|strdup|getenv|strchr|strrchr|strstr|strtok|fgets|getcwd|getpwnam|getpwuid|getgrnam|bsearch|tmpfile)$/;

export function withNull(diagnosis: Diagnosis, nulls: readonly string[], ran: Ran): Diagnosis {
	const place = diagnosis.culprits[0]?.line ?? null;
	if (diagnosis.kind !== "killed-by-fault" || place === null || diagnosis.cure !== null) return diagnosis;
	if (!/null pointer/.test(diagnosis.sentence.text)) return diagnosis;
	const source = sourceOf(ran.programs, place.file);
	const { code: lines } = source;
	const line = lines[place.line - 1] ?? "";
	const argument = /\bargv\s*\[\s*(\d+)\s*\]/.exec(line)?.[1];
	const stack = ran.witness?.deaths.findLast(({ pid }) => pid === diagnosis.pid)?.stack ?? [];
	const types = new Map((stack[0]?.variables ?? []).map((variable) => [variable.name, variable.type]));
	const holds = (one: string) =>
		new RegExp(`\\b${one}\\b`).test(line) && mayReach(diagnosis.sentence.text, line, one, types.get(one));
	const name =
		nulls.find(holds) ??
		[failedAssignment(ran, diagnosis.pid, lines)?.name ?? ""].find((one) => one !== "" && holds(one));
	if (name === undefined) {
		if (argument === undefined) return withoutName(diagnosis, line, ran);
		return {
			...diagnosis,
			sentence: say`${diagnosis.sentence} ${code(`argv[${argument}]`)} is ${code("NULL")} when the program is given fewer arguments.`,
			cure: say`Look at ${code("argc")} first: ${code(`argv[${argument}]`)} is there when ${code("argc")} is more than ${argument}.`,
			remedies: askForArguments(source, place, Number(argument)),
		};
	}
	const ended = endOfList(source, place, name);
	const began = beginOf(stack, lines, place, name);
	const byTheCall =
		began === "null" && isParameter(stack, name)
			? say`, as it was given by the call${onLine(ran, stack[1]?.place)}`
			: null;
	if (ended !== null) {
		const why =
			began === "something"
				? say`: with ${code(ended.step)}${onLine(ran, { ...place, line: ended.line })} it has come to the end of the list`
				: (byTheCall ?? say``);
		return {
			...diagnosis,
			sentence: say`${diagnosis.sentence} ${code(name)} is ${code("NULL")}${why}.`,
			cure: say`Let the loop ask for the end first: ${code(`${name} != NULL && …`)}.`,
			remedies: ended.remedies,
		};
	}
	const given = new RegExp(`\\b${name}\\s*=[^=]\\s*(?:\\([^()]*\\)\\s*)?(\\w+)\\s*(\\(?)`);
	const put =
		lines.findLastIndex((each, i) => i < place.line && !/^\s*\*/.test(each) && given.test(each)) + 1;
	const failed = put === 0 ? failedAssignment(ran, diagnosis.pid, lines) : null;
	if (failed === null && byTheCall !== null)
		return {
			...diagnosis,
			sentence: say`${diagnosis.sentence} ${code(name)} is ${code("NULL")}${byTheCall}.`,
			cure: say`Ask before it is used: ${code(`if (${name} != NULL)`)}; or give ${code(stack[0]?.function ?? "")} something to point to.`,
		};
	const at = failed?.line ?? put;
	const [, word = "", call] =
		failed === null ? (given.exec(lines[put - 1] ?? "") ?? []) : ["", failed.word, "("];
	const from = { ...place, line: at };
	if (call === "(" && FAILS.test(word)) {
		return {
			...diagnosis,
			sentence: say`${diagnosis.sentence} ${code(name)} is ${code("NULL")}: ${code(word)}${onLine(ran, from)} returned that${errnoWords(ran, diagnosis.pid, at)}, and the program did not look.${heapWords(ran, diagnosis.pid, word)}`,
			cure: say`Look at what ${code(word)} returns before it is used: ${code(`if (${name} == NULL)`)}.`,
			remedies: SETS_ERRNO.test(word) ? askAfter(source, from, name, word) : [],
		};
	}
	const returned = call === "(" ? ownFunction(source, word) : null;
	if (returned !== null)
		return {
			...diagnosis,
			sentence: say`${diagnosis.sentence} ${code(name)} is ${code("NULL")}: ${code(word)}${onLine(ran, from)} returned that${returned === "" ? "" : say`, for the address of its own ${code(returned)}, which is gone when it returns`}.`,
			cure:
				returned === ""
					? say`Look at what ${code(word)} returns before it is used: ${code(`if (${name} != NULL)`)}.`
					: say`A variable ends with its function: let the caller give the room for it, take the room from ${code("malloc")}, or return the value itself.`,
		};
	return {
		...diagnosis,
		sentence: say`${diagnosis.sentence} ${code(name)} is ${code("NULL")}${at === 0 ? say`: nothing was ever put into it` : say` since${onLine(ran, from).replace(" on", "")}`}.`,
		cure: say`Let ${code(name)} point to something before ${code(`*${name}`)} or ${code(`${name}->`)} is used.`,
	};
}

/** Of a function of the program the variable of its own whose address it returns, or "": none; null: it is no such function. */
function ownFunction(source: Source, name: string): string | null {
	const inside = definitionOf(source, name);
	if (inside === null) return null;
	const text = codeOf(source, inside);
	for (const [, pointed, own = ""] of text.matchAll(/\breturn\s+(?:\([^()]*\)\s*)?(&?)\s*(\w+)\s*;/g)) {
		const declared = new RegExp(`\\w[\\s*]+${own}\\s*${pointed === "" ? "\\[" : "[=;,[)]"}`).exec(text);
		if (declared !== null && !new RegExp(`\\bstatic\\b[^;]*\\b${own}\\b`).test(text)) return own;
	}
	return "";
}

/** Whether a null pointer of this name may have led to the address: of a text only its own elements lie beyond 0. */
function mayReach(words: string, line: string, name: string, type: string | undefined): boolean {
	if (!words.includes("plus an offset") || !/^(const )?char ?\*$/.test(type ?? "")) return true;
	return new RegExp(`\\b${name}\\s*(\\[|[-+])|\\+\\s*${name}\\b`).test(line);
}

function isParameter(stack: readonly Frame[], name: string): boolean {
	return stack[0]?.variables.find((variable) => variable.name === name)?.parameter === true;
}

/** What a variable began with, as far as that is certain: the argument of the call, or what it was set to before the loop. */
function beginOf(
	stack: readonly Frame[],
	lines: readonly string[],
	place: Place,
	name: string,
): "null" | "something" | "unknown" {
	const [inner, outer] = stack;
	let from: string | undefined;
	let variables = inner?.variables ?? [];
	if (isParameter(stack, name)) {
		const at = variables.filter(({ parameter }) => parameter).findIndex((one) => one.name === name);
		const line = outer?.place?.file === place.file ? (lines[outer.place.line - 1] ?? "") : "";
		const calls = [...line.matchAll(new RegExp(`\\b${inner?.function}\\s*\\(`, "g"))];
		const [call] = calls;
		if (call !== undefined && calls.length === 1)
			from = argumentsIn(line.slice(call.index + call[0].length))[at];
		variables = outer?.variables ?? [];
	} else {
		const set = new RegExp(`\\b${name}\\s*=\\s*(&?\\s*\\w+|\\([^()]*\\)\\s*0)\\s*[,;)]`);
		from = lines
			.slice(0, place.line)
			.flatMap((line) => set.exec(line)?.[1] ?? [])
			.at(-1);
	}
	if (from === undefined) return "unknown";
	if (/^(NULL|0|\(.*\)\s*0)$/.test(from)) return "null";
	if (from.startsWith("&")) return "something";
	const value = variables.find((variable) => variable.name === from)?.value;
	return value === undefined ? "unknown" : value === "NULL" ? "null" : "something";
}

/** The variable, of another function or of the whole program, that was given what the last call that failed returned. */
function failedAssignment(ran: Ran, pid: Pid, lines: readonly string[]) {
	const failed = ran.witness?.repeated(pid);
	if (failed?.place == null || !/^E/.test(failed.answer)) return null;
	const { line } = failed.place;
	const [, name, word = ""] = /\b(\w+)\s*=\s*(\w+)\s*\(/.exec(lines[line - 1] ?? "") ?? [];
	return name !== undefined && FAILS.test(word) ? { line, name, word } : null;
}

/** ' (ENOENT)' when the last call of the process that failed stands on that line. */
function errnoWords(ran: Ran, pid: Pid, line: number): Sentence {
	const failed = ran.witness?.repeated(pid);
	return failed?.place?.line === line && /^E/.test(failed.answer) ? say` (${code(failed.answer)})` : say``;
}

/** What the heap may hold here, when it was that which malloc met. */
function heapWords(ran: Ran, pid: Pid, word: string): Sentence {
	const asked = ran.witness?.deaths.findLast((death) => death.pid === pid)?.heapRefused ?? null;
	if (asked === null || !/^(malloc|calloc|realloc|strdup)$/.test(word)) return say``;
	const megabytes = (bytes: number) => Math.ceil(bytes / (1 << 20));
	return say` A process's heap may hold ${megabytes(HEAP_MAX)} MB on this machine, and ${megabytes(asked)} MB were needed; Linux may promise more than it has.`;
}

/** Of those, the ones that say in errno why. */
const SETS_ERRNO = /^(fopen|fdopen|freopen|popen|opendir|malloc|calloc|realloc|strdup|tmpfile)$/;

/** Where no variable of the function is null: what a call on the line returned, or a member or element. */
function withoutName(diagnosis: Diagnosis, line: string, ran: Ran): Diagnosis {
	const calls = [...line.matchAll(/\b(\w+)\s*\(/g)]
		.map(([, name]) => name ?? "")
		.filter((name) => FAILS.test(name));
	const [call, ...others] = calls;
	if (call !== undefined && others.length === 0)
		return {
			...diagnosis,
			sentence: say`${diagnosis.sentence} ${code(call)} returned ${code("NULL")}, and that was used without a look.`,
			cure: say`Keep what ${code(call)} returns in a variable, and use it only if it is not ${code("NULL")}.`,
		};
	const stack = ran.witness?.deaths.findLast(({ pid }) => pid === diagnosis.pid)?.stack;
	const variables = stack?.[0]?.variables ?? [];
	const written = [...line.matchAll(/\b[A-Za-z_]\w*(?:(?:->|\.)\w+|\[\w+\])+/g)];
	const paths = new Set(written.flatMap(([path]) => pointerIn(path, variables) ?? []));
	const [path, ...more] = [...paths];
	if (path === undefined || more.length > 0) return diagnosis;
	const place = diagnosis.culprits[0]?.line ?? null;
	const source = sourceOf(ran.programs, place?.file ?? "");
	const index = variables.find(({ name }) => name === /\[([A-Za-z_]\w*)\]$/.exec(path)?.[1]);
	const here = index === undefined ? say`` : say` with ${code(index.name)} at ${index.value}`;
	if (/^argv\[/.test(path) && place !== null)
		return {
			...diagnosis,
			sentence: say`${diagnosis.sentence} ${code(path)}${here} is ${code("NULL")}: the list of arguments ends with a null pointer, ${code("argv[argc]")}.`,
			cure: say`Stop before it: ${code(`${index?.name ?? "i"} < argc`)}.`,
			remedies: loopsAround(source, place.line).map(({ first }) => ({
				kind: "replace",
				place: { ...place, line: first },
				what: /<=(?=\s*argc\b)/,
				by: "<",
			})),
		};
	const given = new RegExp(`(?<![\\w.>])${literally(path)}\\s*=[^=]\\s*(?:\\([^()]*\\)\\s*)?(\\w+)\\s*\\(`);
	const put = source.code.findLastIndex((each, i) => i < (place?.line ?? 0) && given.test(each)) + 1;
	const word = given.exec(source.code[put - 1] ?? "")?.[1] ?? "";
	if (FAILS.test(word) && place !== null) {
		const from = { ...place, line: put };
		return {
			...diagnosis,
			sentence: say`${diagnosis.sentence} ${code(path)}${here} is ${code("NULL")}: ${code(word)}${onLine(ran, from)} returned that, and the program did not look.${heapWords(ran, diagnosis.pid, word)}`,
			cure: say`Look at what ${code(word)} returns before it is used: ${code(`if (${path} == NULL)`)}.`,
			remedies: SETS_ERRNO.test(word) ? askAfter(source, from, path, word) : [],
		};
	}
	return {
		...diagnosis,
		sentence: say`${diagnosis.sentence} ${code(path)} is ${code("NULL")}.`,
		cure: say`Let ${code(path)} point to something, an array or what ${code("malloc")} returns, before it is used.`,
	};
}

/** The pointer of a path that may be null: `m[i]` of `m[i][5]` where m is an array of pointers; null when there is none. */
function pointerIn(path: string, variables: readonly Variable[]): string | null {
	if (/->\w+$/.test(path)) return path;
	const base = variables.find(({ name }) => name === /^\w+/.exec(path)?.[0]);
	if (!/\*.*(\*|\[)/.test(base?.type ?? "")) return null;
	if (/->|\./.test(path)) return path;
	// So many brackets lead to a pointer to what is no pointer.
	const depth = (base?.type.match(/\*|\[/g)?.length ?? 0) - 1;
	return (
		/^\w+(?:\[\w+\])*/
			.exec(path)?.[0]
			.split("[")
			.slice(0, depth + 1)
			.join("[") ?? null
	);
}

/** The step along a list, in the loop around a place, that came to its end. */
function endOfList(source: Source, place: Place, name: string) {
	const { code: lines } = source;
	const loop = loopsAround(source, place.line)[0];
	if (loop === undefined) return null;
	const step = new RegExp(`\\b${name}\\s*=\\s*${name}\\s*->\\s*\\w+`);
	const at = lines.slice(loop.first - 1, loop.last).findIndex((line) => step.test(line));
	if (at < 0) return null;
	const remedies: readonly Remedy[] = [
		{
			kind: "replace",
			place: { ...place, line: loop.first },
			what: /\bwhile\s*\((.*)\)(\s*{?\s*)$/,
			by: `while (${name} != NULL && $1)$2`,
		},
		{
			kind: "replace",
			place: { ...place, line: loop.first },
			what: /(\bfor\s*\([^;]*;\s*)([^;]+)(;.*)$/,
			by: `$1${name} != NULL && $2$3`,
		},
	];
	const line = loop.first + at;
	return { line, step: step.exec(lines[line - 1] ?? "")?.[0] ?? "", remedies };
}

/** A question for the number of arguments, where main begins to use them. */
function askForArguments(source: Source, place: Place, last: number): readonly Remedy[] {
	const main = definitionOf(source, "main");
	if (main === null || place.line < main.first || place.line > main.last) return [];
	const [, argc, argv] =
		/\bmain\s*\(\s*int\s+(\w+)\s*,\s*(?:const\s+)?char\s*\*\s*\*?\s*(\w+)/.exec(codeOf(source, main)) ?? [];
	if (argc === undefined || argv === undefined) return [];
	const words = last === 1 ? "an argument" : `${last} arguments`;
	const text = `if (${argc} < ${last + 1}) {\n\tfprintf(stderr, "%s wants ${words}\\n", ${argv}[0]);\n\treturn 1;\n}`;
	return [{ kind: "insert", before: place, text }];
}

/** A question for NULL after the call that may return it. */
function askAfter(source: Source, after: Place, name: string, word: string): readonly Remedy[] {
	const main = definitionOf(source, "main");
	const inMain = main !== null && main.first <= after.line && after.line <= main.last;
	const text = `if (${name} == NULL) {\n\tperror("${word}");\n\t${inMain ? "return 1" : "exit(1)"};\n}`;
	return [{ kind: "insert-after", after, text }];
}
