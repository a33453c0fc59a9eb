// Runs the programs of the reference and the lessons, and notes where each rule decided something: run when the book is built.
import "../explain/channels.ts";
import { build, formatDiagnostics } from "../computer/compiler.ts";
import { type Computer, type Options, start, type Userland } from "../computer/index.ts";
import type { KernelEvent, Pid, RuleId } from "../kernel/index.ts";
import { type Lesson, type LessonProgram, runOfLesson } from "../lessons/index.ts";
import { lessonOf, needsUserland } from "../session/playground.ts";
import { createUserland } from "../userland/index.ts";
import { calls } from "./calls.ts";
import { namedIn, runsOfLesson, taughtBy } from "./lesson-runs.ts";
import type { Ending, Moment, Reference } from "./reference.ts";
import { type ReferenceProgram, workOfProgram } from "./work.ts";

/** Steps of one run that are looked at. */
const MOST_STEPS = 60_000;

/** Where in the runs of these programs and lessons each rule decides, and how it ends the call that asked. */
export function collect(programs: readonly ReferenceProgram[], lessons: readonly Lesson[]): Reference {
	const endings = new Map<string, Ending>();
	const taught: Places = new Map();
	const made: Places = new Map();
	const teachers = new Map<string, Set<string>>();
	const userland = createUserland();
	for (const program of programs) {
		const work = workOfProgram(program);
		const { options } = runOfLesson(lessonOf(work), {}, work.programs);
		const lines = program.text.split("\n");
		const bin = needsUserland(work) ? userland : undefined;
		run(work.programs, options, bin, (event, rule, step, line, calling) => {
			const ending = endingOf(event, rule, calling);
			const key = `${ending.call} ${ending.rule} ${ending.kind} ${ending.errno}`;
			const code = line === null ? "" : (lines[line - 1]?.trim() ?? "");
			const known = endings.get(key);
			// The first moment is as good as any, but one whose line names the call is better.
			if (known !== undefined && (names(known.moment.code, ending.call) || !names(code, ending.call))) return;
			const moment: Moment = { program: program.name, step, line, code };
			endings.set(key, { ...ending, moment });
		});
	}
	for (const lesson of lessons) {
		const turnsOn = new Set(taughtBy(lesson));
		const teaches = (what: string): void => {
			teachers.set(what, (teachers.get(what) ?? new Set()).add(lesson.id));
		};
		for (const [place, { options, programs: own }] of runsOfLesson(lesson).entries())
			run(own, options, undefined, (event, rule, step, _, calling) => {
				const { call } = endingOf(event, rule, calling);
				note(taught, rule, lesson.id, place === 0 ? step : null);
				if (call === null) return;
				note(made, call, lesson.id, place === 0 ? step : null);
				if (turnsOn.has(rule) || cites(lesson, call)) teaches(call);
			});
		for (const rule of namedIn(lesson)) note(taught, rule, lesson.id, null);
		for (const rule of turnsOn) teaches(rule);
	}
	return {
		endings: [...endings.values()].sort((a, b) => a.rule.localeCompare(b.rule)),
		taught: plain(taught),
		made: plain(made),
		teachers: Object.fromEntries([...teachers].map(([what, of]) => [what, [...of]])),
	};
}

/** Whether the lesson cites the page of the call, or of the function of the library that makes it; a review is about no call. */
function cites(lesson: Lesson, call: string): boolean {
	const pages = [call, ...(calls[call]?.by ?? [])];
	return lesson.review !== true && lesson.cites.some((page) => pages.includes(page.replace(/\(.*/, "")));
}

/** By rule or call, then by lesson: the step. */
type Places = Map<string, Map<string, number | null>>;

/** The first step counts. */
function note(places: Places, key: string, lesson: string, step: number | null): void {
	const of = places.get(key) ?? new Map<string, number | null>();
	if (!of.has(lesson)) of.set(lesson, step);
	places.set(key, of);
}

function plain(places: Places): Reference["taught"] {
	return Object.fromEntries([...places].map(([key, of]) => [key, Object.fromEntries(of)]));
}

/** Calls back for each event that a rule decided. */
function run(
	programs: readonly LessonProgram[],
	options: Options,
	userland: Userland | undefined,
	see: (
		event: KernelEvent,
		rule: RuleId,
		step: number,
		line: number | null,
		/** The call in which the process of the event stands afterwards. */
		calling: string | null,
	) => void,
): void {
	const { software, diagnostics } = build(programs, options);
	if (software === null) throw new Error(formatDiagnostics(programs, diagnostics));
	const computer = start(userland === undefined ? software : { ...software, userland }, options);
	const main = programs[0]?.files[0]?.path;
	let step = 0;
	while (computer.outcome === null && step < MOST_STEPS) {
		const { events, steps } = computer.advance(1);
		if (steps === 0) return;
		step += steps;
		for (const event of events) {
			const rule = ruleOf(event);
			if (rule === null) continue;
			const pid = "pid" in event ? event.pid : null;
			const calling = pid === null ? null : (computer.kernel.state.processes[pid]?.call?.name ?? null);
			see(event, rule, step, pid === null ? null : lineIn(computer, pid, main), calling);
		}
	}
}

/** The innermost line of a file on which a process stands, perhaps in a function of another file that it has called there. */
function lineIn(computer: Computer, pid: Pid, file: string | undefined): number | null {
	const place = computer.placeOf(pid);
	if (place === null || place.file === file) return place?.line ?? null;
	return computer.stack(pid).find((frame) => frame.place?.file === file)?.place?.line ?? null;
}

/** Whether the call, or a function of the library that makes it, is called there. */
function names(code: string, call: string | null): boolean {
	if (call === null) return false;
	return [call, ...(calls[call]?.by ?? [])].some((name) => new RegExp(`\\b${name}\\(`).test(code));
}

/** Events that are always decided by one rule, and the call that asked. */
const DECIDED: { readonly [kind: string]: { readonly rule: RuleId; readonly call: string | null } } = {
	exits: { rule: "process.exit.ends", call: "exit" },
	killed: { rule: "signal.deliver.kills", call: null },
	stops: { rule: "signal.deliver.stops", call: null },
	"handler-returns": { rule: "signal.return.mask-back", call: "sigreturn" },
};

function ruleOf(event: KernelEvent): RuleId | null {
	if (event.kind === "returns") return event.outcome.rule;
	if (event.kind === "stops" && event.rule !== undefined) return event.rule;
	return DECIDED[event.kind]?.rule ?? ("rule" in event ? event.rule : null);
}

function endingOf(event: KernelEvent, rule: string, calling: string | null): Omit<Ending, "moment"> {
	if (event.kind === "stops" && event.rule !== undefined)
		return { call: calling, rule, kind: "stops", errno: null };
	if (event.kind === "waits") return { call: event.call.name, rule, kind: "waits", errno: null };
	const decided = DECIDED[event.kind];
	if (decided !== undefined && decided.call !== null)
		return { call: decided.call, rule, kind: "does not return", errno: null };
	if (event.kind !== "returns") return { call: null, rule, kind: "happens", errno: null };
	const { call, outcome } = event;
	if (outcome.kind === "failed")
		return { call: call.name, rule, kind: "fails", errno: String(outcome.errno) };
	const gone = outcome.kind === "ended" || outcome.kind === "replaced";
	return { call: call.name, rule, kind: gone ? "does not return" : "returns", errno: null };
}
