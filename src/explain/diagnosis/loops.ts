// Runs that the step limit stopped: which loop, on which line, and what it keeps asking.
import { type Pid, type Place, signals } from "../../kernel/index.ts";
import { callName, code, join, type Sentence, say, who } from "../sentence.ts";
import { objectName, objectOf } from "../view.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import {
	callsIn,
	codeAt,
	codeOf,
	findLine,
	type Loop,
	loopsAround,
	type Source,
	sourceOf,
} from "./source.ts";
import { onLine, waitCulprit } from "./told.ts";
import type { Repeated } from "./witness.ts";

/** A call that was answered the same so often in a row is what the loop turns on. */
const OFTEN = 20;

/** Who runs away: of those that are ready, the one that made most calls, or who took the last step. */
function runaway(ran: Ran): Pid | null {
	const ready = Object.values(ran.kernel.processes).filter(
		({ state, pid }) => state === "ready" && pid !== 1,
	);
	const { witness } = ran;
	const busiest = ready.reduce<{ pid: Pid; calls: number } | null>((best, { pid }) => {
		const calls = witness?.calls.get(pid) ?? 0;
		return best === null || calls > best.calls ? { pid, calls } : best;
	}, null);
	if (busiest !== null && busiest.calls > OFTEN) return busiest.pid;
	return witness?.last ?? busiest?.pid ?? null;
}

/** The call on which it turns in vain. */
function inVain(ran: Ran): Repeated | null {
	const pid = runaway(ran);
	const repeated = pid === null ? null : (ran.witness?.repeated(pid) ?? null);
	return repeated !== null && repeated.count >= OFTEN ? repeated : null;
}

export function readReturnsZero(ran: Ran): Finding | null {
	const vain = inVain(ran);
	if (vain?.call.name !== "read" || vain.answer !== "0") return null;
	return {
		...about(ran, vain.pid),
		sentence: join([
			say`${who(ran, vain.pid)} goes round for ever${loopWords(ran, vain.place)}: ${code("read")}${onLine(ran, vain.place)} has returned 0 ${vain.count} times, and the loop does not stop on it.`,
			say`0 from ${code("read")} is end of file: ${source(ran, vain)} has no more bytes and never will.`,
		]),
		cure: say`Leave the loop when ${code("read")} returns 0 or less.`,
		remedies: stopOnZero(ran, vain.place),
	};
}

function source(ran: Ran, { pid, call }: Repeated): string {
	const object = "fd" in call ? objectOf(ran.kernel, pid, call.fd) : null;
	return object === null ? "its descriptor" : objectName(ran.kernel, object);
}

function stopOnZero(ran: Ran, place: Place | null): readonly Remedy[] {
	if (place === null) return [];
	const text = codeAt(ran.programs, place);
	const name = /(\w+)\s*=\s*\w+\s*\(/.exec(text)?.[1];
	return [
		{
			kind: "replace",
			place,
			what: /\bwhile\s*\((\s*\w+\s*\([^;{]*\)\s*)\)(\s*[;{]?\s*)$/,
			by: "while ($1 > 0)$2",
		},
		{ kind: "replace", place, what: />=\s*0/, by: "> 0" },
		{ kind: "replace", place, what: /!=\s*-?\s*\d+/, by: "> 0" },
		{ kind: "replace", place, what: />\s*-\s*1/, by: "> 0" },
		...(name === undefined
			? []
			: ([{ kind: "insert-after", after: place, text: `if (${name} <= 0) break;` }] as const)),
	];
}

export function pollsWithoutWaiting(ran: Ran): Finding | null {
	const vain = inVain(ran);
	if (vain === null) return null;
	const { call, answer } = vain;
	const again = answer === "EAGAIN" && (call.name === "read" || call.name === "write");
	if (!again && !(call.name === "wait4" && answer === "0") && !(call.name === "poll" && answer === "0"))
		return null;
	const name = who(ran, vain.pid);
	const told = again
		? say`descriptor ${"fd" in call ? call.fd : ""} is set to ${code("O_NONBLOCK")}, and ${code(callName(call))}${onLine(ran, vain.place)} has failed with ${code("EAGAIN")} ${vain.count} times in a row`
		: say`${code(callName(call))}${onLine(ran, vain.place)} does not wait, and has answered ${vain.count} times in a row that there is nothing`;
	return {
		...about(ran, vain.pid),
		sentence: say`${name} asks again and again${loopWords(ran, vain.place)} without ever waiting: ${told}.`,
		cure: again
			? say`Wait in ${code("poll")} until the descriptor is ready, or take ${code("O_NONBLOCK")} away.`
			: call.name === "poll"
				? say`Let ${code("poll")} wait: with a time of -1.`
				: say`Let the call wait: without ${code("WNOHANG")}.`,
		remedies: waitInstead(ran, vain),
	};
}

/** The call waits when what forbids it is taken away. */
function waitInstead(ran: Ran, { call, place }: Repeated): readonly Remedy[] {
	if (call.name === "wait4")
		return place === null ? [] : [{ kind: "replace", place, what: /\bWNOHANG\b/, by: "0" }];
	if (call.name === "poll")
		return place === null ? [] : [{ kind: "replace", place, what: /,\s*0\s*\)/, by: ", -1)" }];
	const set = findLine(ran.programs, /\bO_NONBLOCK\b/);
	if (set === null) return [];
	return [
		{ kind: "replace", place: set, what: /\s*\|\s*O_NONBLOCK\b|\bO_NONBLOCK\s*\|\s*/, by: "" },
		{ kind: "replace", place: set, what: /(\bpipe2\s*\([^,]+,\s*)O_NONBLOCK\b/, by: "$10" },
		{ kind: "remove", place: set },
	];
}

export function noSuchChild(ran: Ran): Finding | null {
	const vain = inVain(ran);
	if (vain?.call.name !== "wait4" || vain.answer !== "ECHILD") return null;
	const name = who(ran, vain.pid);
	const asked = vain.call.who;
	return {
		...about(ran, vain.pid),
		sentence: join([
			say`${name} goes round for ever${loopWords(ran, vain.place)}: ${code("wait")}${onLine(ran, vain.place)} has failed with ${code("ECHILD")} ${vain.count} times.`,
			ignoresChildren(ran, vain.pid)
				? say`${name} ignores ${code("SIGCHLD")}: nobody keeps the status of a child that ends, and ${code("wait")} has nothing to return.`
				: asked > 0
					? say`${name} has no child with pid ${asked}: it is none of its own, or its status was collected already.`
					: say`${name} has no child left: all have been waited for, or ${code("SIGCHLD")} is ignored and their statuses were thrown away.`,
		]),
		cure: say`Leave the loop when ${code("wait")} returns -1.`,
		remedies:
			vain.place === null
				? []
				: [
						{ kind: "replace", place: vain.place, what: /!=\s*0/, by: "> 0" },
						{ kind: "replace", place: vain.place, what: />=\s*-\s*1/, by: "> 0" },
						{ kind: "replace", place: vain.place, what: /!=\s*\w+\s*(?=\)\s*;?\s*$)/, by: "> 0" },
					],
	};
}

function ignoresChildren(ran: Ran, pid: Pid): boolean {
	return ran.kernel.processes[pid]?.signals.dispositions[signals.SIGCHLD]?.action === "ignore";
}

/** Calls that come back by failing, when a signal was handled: no loop has to stop on that. */
const ALWAYS_FAIL: ReadonlySet<string> = new Set(["pause", "sigsuspend"]);

export function callKeepsFailing(ran: Ran): Finding | null {
	const vain = inVain(ran);
	if (vain === null || vain.answer === "0" || ALWAYS_FAIL.has(vain.call.name)) return null;
	return {
		...about(ran, vain.pid),
		sentence: say`${who(ran, vain.pid)} goes round for ever${loopWords(ran, vain.place)}: ${code(callName(vain.call))}${onLine(ran, vain.place)} has failed with ${code(vain.answer)} ${vain.count} times in a row, and the loop does not stop on it.`,
		cure: say`Look at what ${code(callName(vain.call))} returns, and leave the loop on -1.`,
		remedies: stopOnZero(ran, vain.place),
	};
}

export function forksWithoutEnd(ran: Ran): Finding | null {
	const { witness } = ran;
	if (witness === null || witness.forks < OFTEN) return null;
	const alive = Object.keys(ran.kernel.processes).length - 1;
	const busy = runaway(ran);
	if (alive < OFTEN && (busy === null || (witness.repeated(busy)?.call.name ?? "") !== "fork")) return null;
	const pid = busy ?? 2;
	const made = say`the ${code("fork")}${onLine(ran, witness.forkPlace)} has made ${witness.forks} processes, and ${alive} of them are there`;
	const children = Object.values(ran.kernel.processes).filter(({ ppid }) => ppid > 1);
	const parents = new Set(children.map(({ ppid }) => ppid));
	if (parents.size > 1)
		return {
			...about(ran, pid),
			sentence: say`This is a fork bomb: ${made}. Every child comes to the same ${code("fork")} again.`,
			cure: say`Let the child leave the loop: it must end, or ${code("exec")}, where its part is done.`,
		};
	const [parent = pid] = parents;
	const ended = children.filter(({ state }) => state === "zombie").length;
	return {
		...about(ran, parent),
		sentence: join([
			say`${who(ran, parent)} forks without end${loopWords(ran, witness.forkPlace)}: ${made}.`,
			ended > children.length / 2
				? say`${ended} have ended, but ${who(ran, parent)} does not wait for them: each keeps its place among the processes until it is waited for.`
				: null,
		]),
		cure:
			ended > children.length / 2
				? say`Wait for the children, or begin no more than a number that is known before.`
				: say`Begin no more children than a number that is known before, and look at what ${code("fork")} returns: -1 is no child.`,
	};
}

export function execsWithoutEnd(ran: Ran): Finding | null {
	const { witness } = ran;
	if (witness === null || witness.execs < OFTEN) return null;
	const pid = runaway(ran);
	if (pid === null) return null;
	return {
		...about(ran, pid),
		sentence: say`${who(ran, pid)} has become another program ${witness.execs} times: the program that ${code("exec")}${onLine(ran, witness.execPlace)} begins comes to the same ${code("exec")} again.`,
		cure: say`Let ${code("exec")}${onLine(ran, witness.execPlace)} begin another program, or begin it only under a condition that ends: an argument that is counted down.`,
	};
}

export function endlessLoop(ran: Ran): Finding | null {
	const pid = runaway(ran);
	if (pid === null) return null;
	const places = ran.stack(pid).flatMap(({ place }) => (place === null ? [] : [place]));
	const here = places[0] ?? ran.place(pid);
	const inLoop = places.find((place) => loopAt(ran, place) !== null) ?? null;
	const name = who(ran, pid);
	const turning = inLoop === null ? null : loopAt(ran, inLoop);
	const causes = turning === null ? [] : CAUSES.flatMap((cause) => cause(ran, turning) ?? []);
	const calls = ran.witness?.calls.get(pid) ?? 0;
	const busy =
		calls > OFTEN
			? say`It makes system calls all the time.`
			: say`It makes no system call there, so nothing from outside can end it but a signal.`;
	return {
		...about(ran, pid),
		sentence: join([
			inLoop === null
				? say`${name} was still running${onLine(ran, here)} when the limit stopped it.`
				: say`${name} was still going round${loopWords(ran, inLoop)} when the limit stopped it; it stood${onLine(ran, here)}.`,
			causes.some(({ tellsItsCalls }) => tellsItsCalls) ? null : busy,
			...causes.map(({ why }) => why),
		]),
		cure: causes[0]?.cure ?? say`Something that the loop does has to make its condition false.`,
	};
}

interface Turning {
	readonly source: Source;
	readonly loop: Loop;
	readonly file: string;
}

/** The innermost loop around a place; null when it stands in none. */
function loopAt(ran: Ran, { file, line }: Place): Turning | null {
	const source = sourceOf(ran.programs, file);
	const [loop] = loopsAround(source, line);
	return loop === undefined ? null : { source, loop, file };
}

/** Why a loop goes on, as its text tells it. */
interface Cause {
	readonly why: Sentence;
	readonly cure: Sentence;
	/** Whether it says already what the loop asks of the kernel. */
	readonly tellsItsCalls: boolean;
}

/** Asked in this order; the cure is that of the first which finds something. */
const CAUSES: readonly ((ran: Ran, turning: Turning) => Cause | null)[] = [
	asksForMemory,
	setsNotFilledAgain,
	neverBelowZero,
	ownCopy,
];

/** A call in the loop takes memory, and nothing there frees any. */
function asksForMemory(ran: Ran, { file, loop, source }: Turning): Cause | null {
	const calls = callsIn(source, loop);
	const asks = calls.find(({ name }) => /^(malloc|calloc|realloc|strdup)$/.test(name));
	if (asks === undefined || calls.some(({ name }) => name === "free")) return null;
	return {
		why: say`Each round asks for memory with ${code(asks.name)}${onLine(ran, { file, line: asks.line })}, and none is given back.`,
		cure: say`Give each block back with ${code("free")}, look at what ${code(asks.name)} returns, and let the loop end.`,
		tellsItsCalls: true,
	};
}

/** A select in the loop whose sets are filled only before it. */
function setsNotFilledAgain(ran: Ran, { file, loop, source }: Turning): Cause | null {
	const select = callsIn(source, loop).find(({ name }) => /^p?select$/.test(name));
	const filled = codeOf(source, loop)
		.split("\n")
		.some(
			(line) =>
				/\bFD_SET\s*\(|\bfd_set\b|\bmemcpy\s*\(|\w\s*=\s*\w+\s*;/.test(line) && !/\btv_u?sec\b/.test(line),
		);
	if (select === undefined || filled) return null;
	return {
		why: say`${code("select")}${onLine(ran, { file, line: select.line })} leaves in its sets only what is ready: after a time without anything they are empty, and the next round asks for nothing.`,
		cure: say`Fill the sets with ${code("FD_ZERO")} and ${code("FD_SET")} in the loop, before each ${code("select")}.`,
		tellsItsCalls: true,
	};
}

const UNSIGNED = "(?:unsigned(?:\\s+(?:int|long|short|char))?|size_t|uint\\d+_t)";

/** The loop's head compares an unsigned variable with 0. */
function neverBelowZero(ran: Ran, { loop }: Turning): Cause | null {
	const name = /\b(\w+)\s*>=\s*0\s*(;|$)/.exec(loop.head)?.[1];
	if (name === undefined) return null;
	const declared = findLine(
		ran.programs,
		new RegExp(`\\b${UNSIGNED}\\s+(?:\\w+\\s*(?:=[^,;]*)?,\\s*)*${name}\\b`),
	);
	if (declared === null) return null;
	return {
		why: say`${code(name)} is declared unsigned${onLine(ran, declared)}, so ${code(`${name} >= 0`)} is always true: below 0 it goes on with the largest value of its type.`,
		cure: say`Give ${code(name)} a type that can be negative, or let the loop end in another way.`,
		tellsItsCalls: false,
	};
}

/** The loop turns on a variable that only other lines than its own change, and the program has forked. */
function ownCopy(ran: Ran, { loop, source }: Turning): Cause | null {
	if ((ran.witness?.forks ?? 0) === 0 || /\w\s*\(|;/.test(loop.head)) return null;
	const changes = (name: string) =>
		new RegExp(`\\b${name}\\s*([-+*/|&]?=[^=]|\\+\\+|--)|(\\+\\+|--)\\s*${name}\\b`);
	const names = loop.head.match(/\b[A-Za-z_]\w*\b/g) ?? [];
	const before = codeOf(source, { from: 0, to: loop.from });
	const after = codeOf(source, { from: loop.to, to: source.text.length });
	const waited = names.find(
		(name) =>
			!changes(name).test(codeOf(source, loop)) && (changes(name).test(before) || changes(name).test(after)),
	);
	if (waited === undefined) return null;
	return {
		why: say`The loop waits for ${code(waited)} to change. ${code("fork")} gave every process a copy of its own: what another process writes there is never seen here.`,
		cure: say`Let the other process tell: by a byte in a pipe, by a signal, or by its end, for which ${code("wait")} waits; or put ${code(waited)} into memory that both share (${code("mmap")} with ${code("MAP_SHARED")}).`,
		tellsItsCalls: false,
	};
}

const INPUT = /^(f?scanf|fgets|f?getc|getchar|getline|fread)$/;

/** The first call of stdio's input in the loop around where it stands, outermost loop last. */
function inputInLoop(ran: Ran, pid: Pid): { readonly call: string; readonly place: Place } | null {
	for (const { place } of ran.stack(pid)) {
		if (place === null) continue;
		const source = sourceOf(ran.programs, place.file);
		for (const loop of loopsAround(source, place.line)) {
			const call = callsIn(source, loop).find(({ name }) => INPUT.test(name));
			if (call !== undefined) return { call: call.name, place: { file: place.file, line: call.line } };
		}
	}
	return null;
}

export function inputEnded(ran: Ran): Finding | null {
	const pid = runaway(ran);
	const input = pid === null ? null : inputInLoop(ran, pid);
	if (pid === null || input === null) return null;
	const ended = [...(ran.witness?.atEnd ?? [])].find((one) => one.startsWith(`${pid} `));
	if (ended === undefined) return null;
	const fd = Number(ended.split(" ")[1]);
	const from = fd === 0 ? "standard input" : `the stream for descriptor ${fd}`;
	const answer = ANSWERS[input.call] ?? "EOF";
	return {
		...about(ran, pid),
		sentence: say`${who(ran, pid)} goes round for ever${loopWords(ran, input.place)}: ${from} has ended, so ${code(input.call)}${onLine(ran, input.place)} returns ${code(answer)} each time and changes nothing, and the loop does not stop on it.`,
		cure: say`Leave the loop when ${code(input.call)} returns ${code(answer)}.`,
		remedies: heedInput(ran, input),
	};
}

const ANSWERS: { readonly [call: string]: string } = { fgets: "NULL", fread: "0", getline: "-1" };

export function inputNotTaken(ran: Ran): Finding | null {
	const pid = runaway(ran);
	const input = pid === null ? null : inputInLoop(ran, pid);
	if (pid === null || input === null || !input.call.endsWith("scanf")) return null;
	return {
		...about(ran, pid),
		sentence: say`${who(ran, pid)} goes round for ever${loopWords(ran, input.place)}: what comes next in the input does not fit the format of ${code(input.call)}${onLine(ran, input.place)}. ${code(input.call)} leaves it there, returns 0, and finds it again the next time.`,
		cure: say`Look at what ${code(input.call)} returns, or read a whole line with ${code("fgets")} and take it apart with ${code("sscanf")}.`,
		remedies: heedInput(ran, input),
	};
}

function heedInput(
	ran: Ran,
	{ call, place }: { readonly call: string; readonly place: Place },
): readonly Remedy[] {
	const text = sourceOf(ran.programs, place.file).lines[place.line - 1] ?? "";
	const variable = /(\w+)\s*=\s*f?getc(?:har)?\s*\(/.exec(text)?.[1];
	const wanted = (text.match(/%(?![*%])/g) ?? []).length;
	const failed = call === "fgets" ? "== NULL" : call === "fread" ? "== 0" : `!= ${Math.max(1, wanted)}`;
	return [
		{
			kind: "replace",
			place,
			what: /\bwhile\s*\((\s*f?scanf\s*\(.*\)\s*)\)(\s*[;{]?\s*)$/,
			by: `while ($1== ${wanted})$2`,
		},
		{ kind: "replace", place, what: /!=\s*0\b/, by: "> 0" },
		{
			kind: "replace",
			place,
			what: /^(\s*)((?:f?scanf|fgets|fread)\s*\(.*\))\s*;/s,
			by: `$1if ($2 ${failed})\n$1\tbreak;`,
		},
		...(variable === undefined
			? []
			: ([
					{ kind: "replace", place, what: /(!=\s*'(?:\\.|[^'])')/, by: `$1 && ${variable} != EOF` },
					{ kind: "insert-after", after: place, text: `if (${variable} == EOF) break;` },
				] as const)),
	];
}

function about(ran: Ran, pid: Pid) {
	return { pid, culprits: [waitCulprit(ran, pid)] };
}

/** ' the loop on lines 8 to 12' */
function loopWords(ran: Ran, place: Place | null): string {
	if (place === null) return "";
	const loop = loopAt(ran, place)?.loop;
	if (loop === undefined) return "";
	const first = onLine(ran, { file: place.file, line: loop.first });
	return loop.first === loop.last
		? ` in the loop${first}`
		: ` in the loop${first.replace(" line ", " lines ")} to ${loop.last}`;
}
