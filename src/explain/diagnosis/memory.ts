// Misuse of memory that comes to light late: the run once more, built so that every array and block is watched, and in
// words what was touched, whose it was, and on which line.
import { type Computer, type Decision, type Options, start } from "../../computer/index.ts";
import { type Pid, signals } from "../../kernel/index.ts";
import type { Block, Ledger, Missed, Misuse } from "../../machine/index.ts";
import type { BuildSources, Patient } from "../proof.ts";
import { code, count, join, type Sentence, say, who } from "../sentence.ts";
import { emptyCure, emptyWords } from "./array-lengths.ts";
import type { Diagnosis, Ran, Remedy } from "./finding.ts";
import {
	isMoved,
	keptToItself,
	LENGTHS,
	literalFreed,
	memoryRemedies,
	oneLess,
	sizeOfPointer,
} from "./memory-cures.ts";
import { withNull } from "./nulls.ts";
import { codeAt, loopsAround, sourceOf, textsOf } from "./source.ts";
import { onLine, waitCulprit } from "./told.ts";

export interface FoundMisuse extends Misuse {
	readonly pid: Pid;
	/** Steps that had been taken then: the same as in the run that is not watched. */
	readonly step: number;
}

export interface Watching {
	/** The first misuse of memory in the run; null when there is none, or none within the steps that are looked at. */
	readonly misuse: FoundMisuse | null;
	/** The first wrong free after that misuse, when the misuse has done no harm; null when there is none. */
	readonly freed: FoundMisuse | null;
	/** The pointers of the function in which the last fault happened that were null then. */
	readonly nulls: readonly string[];
	/** Blocks of the first process that were never freed. */
	readonly kept: readonly Block[];
	/** Whether the run was watched to its end, or to the first misuse. */
	readonly whole: boolean;
}

/** Work of a watched run at most; it is some ten times slower. */
const MOST_WORK = 800_000;
/** Up to so many steps they are taken one by one, so that the very step is known. */
const SINGLE_STEPS = 50_000;
const SLICE = 1000;

const MAY_COME_OF_MISUSE: ReadonlySet<Diagnosis["kind"]> = new Set(["killed-by-fault", "endless-loop"]);
/** Work of a run that is always taken once more: some tenths of a second. */
const SHORT = 50_000;
/** What an array, a block of the heap, or a pointer to a variable is known by in the text. */
const OBJECTS = /\w\s*\[|[=(,?:]\s*&\s*\w|\b(?:[mc]|re)alloc\b|\bstrn?dup\b|\bfree\b/;

/** Whether a run that ended so is watched unasked: misuse may be why, or the run is short and has what can be misused. */
export function isWorthWatching(diagnosis: Diagnosis | null, { outcome, software, work }: Computer): boolean {
	if (diagnosis !== null) return MAY_COME_OF_MISUSE.has(diagnosis.kind);
	const hasEnded = outcome?.kind === "exited" || outcome?.kind === "killed";
	return hasEnded && work <= SHORT && textsOf(software.programs).some((text) => OBJECTS.test(text));
}

/** Takes the run once more, watched; after a misuse again, without its harm: which pointers are null all the same? */
export function watchMemory(patient: Patient, decisions: readonly Decision[] = []): Watching {
	const found = watch(patient, decisions, false);
	if (found.misuse === null) return found;
	const harmless = watch(patient, decisions, true);
	const freed = found.misuse.access === "free" ? null : harmless.misuse;
	return { ...found, freed, nulls: harmless.nulls };
}

function watch(
	{ build, options, programs }: Patient,
	decisions: readonly Decision[],
	lenient: boolean,
): Watching {
	const ledger: Ledger = { touched: null, misuse: null, nulls: [], first: null, exhausted: false, lenient };
	const { software } = (build as WatchingBuild)(programs, { define: options.define, ledger });
	if (software === null) return { misuse: null, freed: null, nulls: [], kept: [], whole: false };
	const computer = start(software, options, decisions);
	let misuse: FoundMisuse | null = null;
	while (computer.outcome === null && !ledger.exhausted) {
		if (computer.work > MOST_WORK) break;
		const { steps, pid } = computer.advance(computer.step < SINGLE_STEPS ? 1 : SLICE);
		if (ledger.exhausted) break;
		if (ledger.touched !== null && ledger.misuse === null) explain(ledger, computer, pid);
		if (ledger.misuse !== null) {
			misuse ??= { ...asNamed(ledger.misuse, programs), pid: pid ?? computer.first, step: computer.step };
			if (!lenient) return { misuse, freed: null, nulls: [], kept: [], whole: true };
		}
		if (steps === 0 && computer.outcome === null) computer.endInput();
	}
	const whole = computer.outcome !== null && !ledger.exhausted;
	return { misuse, freed: null, nulls: ledger.nulls, kept: ledger.first?.kept() ?? [], whole };
}

/** Between two arrays it is the one that the line names which was left. */
function asNamed(misuse: Misuse, programs: Patient["programs"]): Misuse {
	const line = codeAt(programs, misuse.place);
	const isNamed = (missed: Missed | null) =>
		missed?.kind === "variable" && new RegExp(`\\b${missed.name}\\b`).test(line);
	const { instead } = misuse;
	return instead !== null && isNamed(instead.missed) && !isNamed(misuse.missed)
		? { ...misuse, ...instead }
		: misuse;
}

type WatchingBuild = (
	programs: Patient["programs"],
	options: Pick<Options, "define"> & { readonly ledger: Ledger },
) => ReturnType<BuildSources>;

/** What the kernel was to touch for a system call: the process still stands at it. */
function explain(ledger: Ledger, computer: Computer, pid: Pid | null): void {
	const processor = pid === null ? undefined : computer.processors.get(pid);
	if (processor !== undefined) ledger.touched?.memory.explain(processor);
}

/** The diagnosis with what had gone wrong before, or which pointer was null and why; null: there is nothing to say. */
export function withMemory(
	diagnosis: Diagnosis | null,
	{ freed, misuse, nulls }: Watching,
	ran: Ran,
): Diagnosis | null {
	const told = diagnosis === null ? null : withNull(diagnosis, nulls, ran);
	if (misuse === null) return told;
	const { pid, place, step } = misuse;
	const moment = Math.max(0, step - 1);
	// What ended the run has a cause of its own: the misuse only came before it.
	const isCause = isSeenAtDeath(misuse, ran) || (diagnosis !== null && isInItsLoop(misuse, diagnosis, ran));
	if (told !== null && !isCause && (told !== diagnosis || told.cure !== null))
		return { ...told, also: [...told.also, say`Before that, ${misuseWords(misuse, ran)}`], moment };
	if (diagnosis !== null && freed !== null && endedBy(freed, ran))
		return {
			...diagnosis,
			kind: "memory-misused",
			sentence: join([diagnosis.sentence, misuseWords(freed, ran)]),
			cure: cureWords(freed, ran),
			culprits: [{ ...waitCulprit(ran, freed.pid), line: freed.place }],
			also: [...diagnosis.also, say`Before that, ${misuseWords(misuse, ran)}`],
			moment: Math.max(0, freed.step - 1),
			remedies: bothMended(memoryRemedies(freed, ran), memoryRemedies(misuse, ran)),
		};
	return {
		kind: "memory-misused",
		pid,
		waiting: [],
		circle: [],
		also: [],
		...diagnosis,
		sentence: join([diagnosis?.sentence ?? null, misuseWords(misuse, ran)]),
		cure: cureWords(misuse, ran) ?? diagnosis?.cure ?? null,
		culprits: [{ ...waitCulprit(ran, pid), line: place }],
		moment,
		remedies: memoryRemedies(misuse, ran),
	};
}

/** Whether the process died on the very line on which it had used what was gone: what it found there was chance. */
function isSeenAtDeath({ kind, pid, place }: FoundMisuse, ran: Ran): boolean {
	const death = ran.witness?.deaths.findLast((one) => one.pid === pid);
	return kind.startsWith("after-") && place !== null && death?.place?.line === place.line;
}

/** Whether a loop without end is the one in which that was misused which may decide when it ends. */
function isInItsLoop({ place }: FoundMisuse, { culprits, kind }: Diagnosis, ran: Ran): boolean {
	const at = culprits[0]?.line;
	if (kind !== "endless-loop" || place === null || at?.file !== place.file) return false;
	const loops = loopsAround(sourceOf(ran.programs, place.file), at.line);
	return loops.some(({ first, last }) => first <= place.line && place.line <= last);
}

/** Whether this free is the one at which the C library ended the program. */
function endedBy({ pid, place }: FoundMisuse, ran: Ran): boolean {
	const death = ran.witness?.deaths.findLast((one) => one.pid === pid);
	return (
		death?.signal === signals.SIGABRT &&
		place !== null &&
		death.place?.file === place.file &&
		death.place.line === place.line
	);
}

/** The later change first, which leaves the lines of the other where they are. */
function bothMended(later: readonly Remedy[], earlier: readonly Remedy[]): readonly Remedy[] {
	return later.flatMap((one) => earlier.map((other): Remedy => ({ kind: "together", all: [one, other] })));
}

/** 'strcpy on line 9 wrote beyond the end of name, which is char[8]: byte 9 of 8.' */
export function misuseWords(misuse: FoundMisuse, ran: Ran): Sentence {
	const { access, by, kind, missed, pid, place, size } = misuse;
	const at = onLine(ran, place);
	const doer = by === null ? say`${who(ran, pid)}${at}` : say`${code(asWritten(by, ran, place))}${at}`;
	const what = missed === null ? say`memory` : missedWords(missed, ran);
	if (kind === "freed-twice")
		return by !== null && isStream(missed)
			? say`${doer} is given a stream, opened${onLine(ran, openedAt(missed))}, that had been closed before${onLine(ran, freedAt(missed))}.`
			: say`${doer} is given ${what}, which was freed before${onLine(ran, freedAt(missed))}.`;
	if (kind === "not-a-block")
		return missed === null
			? say`${doer} is given an address that ${code("malloc")} never returned.`
			: say`${doer} is given an address that ${code("malloc")} never returned: it lies ${missed.kind === "block" && misuse.offset !== 0 ? `${count(misuse.offset, "byte")} inside` : "in"} ${what}.`;
	const did = access === "write" ? "wrote" : "read";
	if (kind === "after-free") {
		if (by !== null && isStream(missed))
			return say`${doer} is given a stream, opened${onLine(ran, openedAt(missed))}, after it had been closed${onLine(ran, freedAt(missed))}.`;
		const again = access === "free" ? say`is given` : say`${did} ${count(size, "byte")} of`;
		const freed = freedAt(missed);
		return freed !== null && isMoved(freed, ran)
			? say`${doer} ${again} ${what} after ${code("realloc")}${onLine(ran, freed)} had moved it.`
			: say`${doer} ${again} ${what} after it had been freed${onLine(ran, freed)}.`;
	}
	if (kind === "after-return") {
		const owner = missed?.kind === "variable" ? missed.function : null;
		return say`${doer} ${did} ${count(size, "byte")} of ${what} after ${owner === null ? "its function" : code(owner)} had returned.`;
	}
	if (kind === "after-block")
		return say`${doer} ${did} ${count(size, "byte")} of ${what} after the block in which it is declared had ended.`;
	if (kind === "beyond" && by !== null && misuse.begin >= 0 && misuse.begin < misuse.offset)
		return say`${doer} ${did} ${count(size, "byte")} ${access === "write" ? "to" : "of"} ${what}${misuse.begin === 0 ? "" : ` from byte ${misuse.begin} on`}${roomWords(missed)}.`;
	return say`${doer} ${did} ${count(size, "byte")} ${kind === "before" ? "before the beginning" : "beyond the end"} of ${what}${positionWords(misuse, ran)}.`;
}

/** What the compiler makes of a printf whose result nobody uses. */
const FOR_PRINTF = /^(f?puts|f?putc|putchar|fwrite)$/;

/** The function's name as the program's line has it: not `puts` for `printf("%s\n", s)`. */
function asWritten(by: string, ran: Ran, place: FoundMisuse["place"]): string {
	if (!FOR_PRINTF.test(by)) return by;
	const line = codeAt(ran.programs, place);
	if (new RegExp(`\\b${by}\\s*\\(`).test(line)) return by;
	return /\b(v?f?printf)\s*\(/.exec(line)?.[1] ?? by;
}

/** Of a block it is said already. */
function roomWords(missed: Missed | null): string {
	return missed?.kind === "variable" ? `, which has room for ${missed.size}` : "";
}

function openedAt(missed: Missed | null) {
	return missed?.kind === "block" ? missed.allocatedAt : null;
}

function freedAt(missed: Missed | null) {
	return missed?.kind === "block" ? missed.freedAt : null;
}

function missedWords(missed: Missed, ran: Ran): Sentence {
	if (missed.kind === "block")
		return say`the block of ${count(missed.size, "byte")} allocated${onLine(ran, missed.allocatedAt)}`;
	return say`${code(missed.name)} (${code(missed.type)}${missed.function === null ? "" : say`, in ${code(missed.function)}`})`;
}

/** ': at 20 of 20 bytes, where a[5] would be' */
function positionWords(misuse: FoundMisuse, ran: Ran): Sentence {
	const { by, missed, offset } = misuse;
	if (missed === null) return say``;
	const empty = emptyArray(missed);
	if (empty !== null && by === null) return emptyWords(misuse, empty, ran);
	const array = missed.kind === "variable" ? /^[^[\]]*\[(\d+)\](?:\[\d+\])*$/.exec(missed.type) : null;
	if (missed.kind === "variable" && array !== null && by === null) {
		const length = Number(array[1]);
		const index = Math.floor(offset / (missed.size / length));
		return say`: there is no ${code(`${missed.name}[${index}]`)}, the last one is ${code(`${missed.name}[${length - 1}]`)}`;
	}
	return offset < 0 ? say`` : say`${roomWords(missed)}`;
}

function emptyArray(missed: Missed | null): Extract<Missed, { readonly kind: "variable" }> | null {
	return missed?.kind === "variable" && missed.size === 0 && missed.type.endsWith("]") ? missed : null;
}

/** Whether a block is a stream that one of these has opened. */
function isStream(missed: Missed | null): boolean {
	return missed?.kind === "block" && /^(fopen|fdopen|freopen|popen|tmpfile)$/.test(missed.by ?? "");
}

const BOUNDED: { readonly [name: string]: string } = {
	strcpy: 'snprintf(to, size, "%s", from)',
	strcat: "snprintf at the end of the text, with the room that is left",
	sprintf: "snprintf, which is told the size",
	vsprintf: "vsnprintf, which is told the size",
	gets: "fgets, which is told the size",
	scanf: "a width in the format: %7s for an array of 8",
	fscanf: "a width in the format: %7s for an array of 8",
	sscanf: "a width in the format: %7s for an array of 8",
};

function cureWords(misuse: FoundMisuse, ran: Ran): Sentence | null {
	const { access, by, kind, missed, offset } = misuse;
	if ((kind === "after-free" || kind === "freed-twice") && by !== null && isStream(missed))
		return say`Close each stream once, and use it only before that.`;
	if (kind === "freed-twice")
		return say`Free each block once: set the pointer to ${code("NULL")} after ${code("free")}, which does nothing with ${code("NULL")}.`;
	if (kind === "not-a-block" && missed?.kind === "block" && offset > 0)
		return say`Keep the address that ${code("malloc")} has returned, go on from there with another pointer, and free the first.`;
	const literal = kind === "not-a-block" && missed === null ? literalFreed(misuse, ran) : null;
	if (literal !== null)
		return say`${code(literal)} points to a literal, which is part of the program: only what ${code("malloc")} and its like have returned is freed.`;
	if (kind === "not-a-block")
		return say`Give ${code("free")} and ${code("realloc")} only what ${code("malloc")}, ${code("calloc")} or ${code("realloc")} has returned.`;
	if (kind === "after-return")
		return say`A variable ends with its function: let the caller give the room for it, take the room from ${code("malloc")}, or return the value itself.`;
	if (kind === "after-block")
		return say`A variable ends with the block in which it is declared: declare it before that block.`;
	const freed = freedAt(missed);
	if (kind === "after-free" && freed !== null && isMoved(freed, ran)) {
		const name = keptToItself(freed, ran);
		return name === null
			? say`${code("realloc")} may move a block: keep what it returns, and set every pointer into the old block anew.`
			: say`${code(name)} of ${code(freed.function)} is a copy of the caller's pointer: let ${code(freed.function)} return the new address, and the caller keep it.`;
	}
	if (kind === "after-free")
		return say`Use a block before it is freed, and keep no other pointer to it; of a list, take the next pointer before the element is freed.`;
	const empty = emptyArray(missed);
	if (empty !== null) return emptyCure(misuse, empty, ran);
	const less = kind === "before" ? oneLess(codeAt(ran.programs, misuse.place)) : null;
	if (less !== null) return say`Ask first whether there is anything before: ${code(`${less} > 0`)}.`;
	if (kind === "before" || missed === null) return null;
	const length = missed.kind === "variable" ? LENGTHS[missed.type] : undefined;
	if (length !== undefined && /^[fs]?scanf$/.test(by ?? ""))
		return say`${code("%d")} stores an ${code("int")}, 4 bytes; of a ${code(missed.kind === "variable" ? missed.type : "")} it is ${code(`%${length}d`)}.`;
	const bounded = by === null ? undefined : BOUNDED[by];
	if (bounded !== undefined)
		return say`Give it more room (a text needs one byte more than it has letters), or use ${bounded}.`;
	const pointer = missed.kind === "block" ? sizeOfPointer(missed, ran) : null;
	if (pointer !== null)
		return say`${code(pointer.size)}${onLine(ran, missed.kind === "block" ? missed.allocatedAt : null)} is the size of a pointer, 8 bytes, and what it points to needs more: ${code(`sizeof *${pointer.name}`)}.`;
	if (by === null && missed.kind === "block" && missed.size % misuse.size !== 0)
		return say`${code("malloc")} counts bytes: n elements take ${code("n * sizeof")} one of them.`;
	if (
		by === null &&
		access === "write" &&
		offset === missed.size &&
		/\w\s*\[/.test(codeAt(ran.programs, misuse.place))
	)
		return say`An array of n elements ends with the one of number n - 1: let the loop stop before n.`;
	if (by !== null && /^exec/.test(by))
		return say`The list of arguments ends with a null pointer, ${code("NULL")}: there has to be room for it, and it has to be put there.`;
	if (by !== null && access === "read")
		return say`A text ends with a null byte: there has to be room for it, and it has to be written.`;
	return null;
}
