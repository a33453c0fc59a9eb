// What just happened, in the program's own names: one sentence for a step, made from its events and the state after it.

import type { KernelEvent, Outcome, Pid, RuleId, SystemCall } from "../kernel/index.ts";
import { bytesInside, freeRoom, INIT, signalName } from "../kernel/index.ts";
import { answer } from "./answers.ts";
import { asks } from "./asks.ts";
import { depends } from "./depends.ts";
import { channelWords } from "./late.ts";
import { seldomWords } from "./reasons.ts";
import { code, count, duration, join, list, type Part, type Sentence, say, who } from "./sentence.ts";
import { capacityOf, holdersOf, objectName, objectOf, pipeName, type View } from "./view.ts";

export interface Told {
	readonly sentence: Sentence;
	/** The rule behind it, or null when nothing was decided (a plain C statement). */
	readonly rule: RuleId | null;
	/** Whose step it was, or null when only time passed. */
	readonly pid: Pid | null;
	/** Of a call that has only been made: what its answer depends on. */
	readonly depends: Sentence | null;
}

/** The sentence for one step, or null when nothing happened that the kernel saw. */
export function tell(events: readonly KernelEvent[], view: View): Told | null {
	const main = events.find((event) => headline(event)) ?? events.find((event) => event.kind !== "switches");
	if (main === undefined) return null;
	const sentence = join([mainSentence(main, view), consequences(events, main, view)]);
	if (sentence.text === "") return null;
	return {
		sentence,
		rule: ruleOfEvent(main),
		pid: "pid" in main ? main.pid : null,
		depends: main.kind === "calls" ? depends(main.pid, main.call, view) : null,
	};
}

const HEADLINES: ReadonlySet<KernelEvent["kind"]> = new Set([
	"calls",
	"returns",
	"waits",
	"exits",
	"killed",
	"signal-handled",
	"handler-returns",
	"stops",
	"execs",
]);

function headline(event: KernelEvent): boolean {
	return HEADLINES.has(event.kind) || (event.kind === "forks" && event.pid === INIT);
}

function ruleOfEvent(event: KernelEvent): RuleId | null {
	if (event.kind === "returns") return event.outcome.rule;
	return "rule" in event ? event.rule : null;
}

function mainSentence(event: KernelEvent, view: View): Sentence {
	switch (event.kind) {
		case "calls":
			return asks(event.pid, event.call, view);
		case "returns":
			return returned(event.pid, event.call, event.outcome, event.waited, view);
		case "waits":
			return waits(event, view);
		case "exits":
			return say`${who(view, event.pid)} ends with status ${(event.status >> 8) & 0xff}.`;
		case "killed":
			return say`${who(view, event.pid)} is killed by ${code(signalName(event.signal))}.`;
		case "signal-handled":
			return say`${code(signalName(event.signal))} reaches ${who(view, event.pid)}: its handler runs.`;
		case "handler-returns":
			return say`The handler of ${who(view, event.pid)} returns; the process goes on where it was.`;
		case "stops":
			return say`${who(view, event.pid)} is stopped by ${code(signalName(event.signal))}${event.rule === undefined ? "" : ", for it uses the terminal from the background"}.`;
		case "execs":
			return say`${who(view, event.pid)} now runs the program ${code(event.program)}: same process, same descriptors${closedByExec(event.closed)}, new code and memory.`;
		case "continues":
			return say`${who(view, event.pid)} goes on.`;
		case "time-passes":
			return say`Nobody is ready: time passes to ${duration(event.to)}.`;
		case "signal-sent":
			return sent(event, view);
		case "wakes":
			return event.by === null ? say`The time is over: ${who(view, event.pid)} is ready again.` : say``;
		case "reaped":
			return say`${who(view, event.by)} collects the status of ${who(view, event.pid)}, which is now gone.`;
		case "forks":
			return event.pid === INIT ? (seldomWords()?.loginSentence(event.child, view) ?? say``) : say``;
		case "transfers":
		case "opens":
		case "closes":
		case "end-closed":
		case "vanishes":
		case "adopted":
		case "switches":
			return say``;
	}
}

function closedByExec(closed: readonly number[]): string {
	return closed.length === 0 ? "" : ` (but ${closed.join(", ")}, closed on exec)`;
}

function sent(event: KernelEvent & { kind: "signal-sent" }, view: View): Sentence {
	const target = who(view, event.pid);
	const signal = code(signalName(event.signal));
	if (event.from === null) return say`The kernel sends ${signal} to ${target}.`;
	if (event.from === event.pid) return say`${target} sends itself ${signal}.`;
	return say`${who(view, event.from)} sends ${signal} to ${target}.`;
}

function returned(pid: Pid, call: SystemCall, outcome: Outcome, waited: boolean, view: View): Sentence {
	const told = answer(pid, call, outcome, view);
	if (!waited) return told;
	const finished = outcome.kind === "done";
	if (finished && call.name === "nanosleep") return say`The sleep of ${who(view, pid)} is over.`;
	const all = outcome.kind === "done" && call.name === "write" && outcome.value === call.bytes.length;
	const rest = all ? wroteTheRest(pid, call, view) : null;
	return rest ?? say`After its wait, ${told}`;
}

/** More bytes than the pipe holds went in piece by piece: then what counts is that the last ones are in. */
function wroteTheRest(pid: Pid, call: SystemCall & { name: "write" }, view: View): Sentence | null {
	const object = objectOf(view.kernel, pid, call.fd);
	const pipe = object?.kind === "pipe" ? view.kernel.pipes[object.id] : undefined;
	const asked = call.bytes.length;
	if (pipe === undefined || asked <= bytesInside(pipe)) return null;
	return say`After its wait, ${who(view, pid)} has written all its ${asked} bytes: ${pipeName(view.kernel, pipe.id)} holds the last ${bytesInside(pipe)}.`;
}

function waits(event: KernelEvent & { kind: "waits" }, view: View): Sentence {
	const name = who(view, event.pid);
	const { wait, call } = event;
	const still = event.again ? "still " : "";
	switch (wait.on) {
		case "pipe-not-empty": {
			const open = holdersOf(view.kernel, wait.pipe, "write");
			const others = open.some((holder) => holder.pid !== event.pid);
			const own = others || open.length === 0 ? "" : `, held by ${name.text} itself`;
			return say`${event.again ? say`${name} wakes and finds nothing: ` : ""}${pipeSubject(view, wait.pipe)} is ${still}empty and ${count(open.length, "write descriptor")} ${open.length === 1 ? "is" : "are"} open${own}, so ${name} waits in ${code("read")}.`;
		}
		case "pipe-not-full": {
			const pipe = view.kernel.pipes[wait.pipe];
			const asked = call.name === "write" ? call.bytes.length : 0;
			const paged = pipe !== undefined && bytesInside(pipe) < capacityOf(pipe) && freeRoom(pipe) === 0;
			const full =
				pipe === undefined
					? ""
					: ` (${bytesInside(pipe)} of ${capacityOf(pipe)} bytes${paged ? ", and no page is free" : ""})`;
			if (event.done > 0) {
				const soFar = event.again
					? say`${name} has now written ${event.done} of its ${count(asked, "byte")}`
					: say`${name} writes ${event.done} of ${count(asked, "byte")}`;
				return say`${soFar}: ${pipeName(view.kernel, wait.pipe)} is full${event.again ? " again" : ""}${full}, so it waits in ${code("write")} with the rest.`;
			}
			return say`${name} asks to write ${count(asked, "byte")}, but ${pipeName(view.kernel, wait.pipe)} has no room for ${asked === 1 ? "it" : "them"}${full}: ${name} waits in ${code("write")}.`;
		}
		case "other-end":
			return say`${name} waits in ${code("open")}: nobody has opened ${pipeName(view.kernel, wait.pipe)} for ${wait.end === "read" ? "reading" : "writing"} yet.`;
		case "socket-not-empty":
		case "socket-not-full":
		case "connection":
		case "place-in-queue":
			return channelWords().socketWaits(event, wait, view);
		case "terminal-input":
			return say`${name} waits in ${code(call.name)}: nobody has typed a line yet.`;
		case "message":
		case "queue-room":
			return channelWords().queueWaits(event.pid, call, wait, event.again, view);
		case "child":
			return say`${name} waits in ${code("wait")}: ${wait.who > 0 ? who(view, wait.who) : "no child"} has ${wait.who > 0 ? "not ended" : "ended"} yet.`;
		case "vfork":
			return say`${name} waits in ${code("vfork")} and lends its memory to ${who(view, wait.child)}, until that calls ${code("execve")} or ends.`;
		case "lock":
			return say`${name} waits in ${code(call.name)}: somebody else has a lock in the way.`;
		case "signal":
			return say`${name} waits in ${code(call.name)} until a signal comes.`;
		case "time":
			return say`${name} sleeps until ${duration(wait.until)}.`;
		case "poll":
			return channelWords().pollWaits(event.pid, call, wait.objects.length, view);
	}
}

function pipeSubject(view: View, id: number): string {
	const name = pipeName(view.kernel, id);
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What followed from it: ends closed, pipes gone, processes woken, signals sent. */
function consequences(events: readonly KernelEvent[], main: KernelEvent, view: View): Sentence {
	const rest = events.filter((event) => event !== main);
	const closing = main.kind === "returns" && main.call.name === "close";
	return join([
		...rest.map((event) =>
			closing && event.kind === "closes" ? left(event, view) : consequence(event, rest, view),
		),
		woken(rest, view),
	]);
}

function consequence(event: KernelEvent, all: readonly KernelEvent[], view: View): Sentence | null {
	switch (event.kind) {
		case "end-closed": {
			const pipe = pipeOf(event.pipe, all, view);
			const both = all.filter((each) => each.kind === "end-closed" && each.pipe === event.pipe);
			if (both.length === 1) return say`That was the last ${event.end} descriptor of ${pipe}.`;
			return both[0] === event ? say`Those were the last descriptors of ${pipe}.` : null;
		}
		case "vanishes":
			return gone(event, all, view);
		case "killed":
		case "stops":
		case "continues":
		case "signal-sent":
		case "signal-handled":
			return mainSentence(event, view);
		case "adopted":
			return say`${who(view, event.pid)} has lost its parent; ${event.by === INIT ? "process 1" : who(view, event.by)} adopts it.`;
		default:
			return null;
	}
}

/** 'reader still holds a write descriptor of the pipe.' */
function left(event: KernelEvent & { kind: "closes" }, view: View): Sentence | null {
	const object = view.kernel.openFiles[event.openFile]?.object;
	if (object?.kind !== "pipe" || object.end === "both") return null;
	const pids = holdersOf(view.kernel, object.id, object.end).map((holder) => holder.pid);
	const names = list([...new Set(pids)].map((pid) => who(view, pid)));
	return say`${count(pids.length, `${object.end} descriptor`)} of ${pipeName(view.kernel, object.id)} ${pids.length === 1 ? "is" : "are"} left, in ${names}.`;
}

/** A pipe by its name, though the step may have been its last. */
function pipeOf(id: number, all: readonly KernelEvent[], view: View): string {
	const last = all.find((event) => event.kind === "vanishes" && event.pipe?.id === id);
	return pipeName(view.kernel, id, last?.kind === "vanishes" ? last.pipe : undefined);
}

function gone(event: KernelEvent & { kind: "vanishes" }, all: readonly KernelEvent[], view: View): Sentence {
	const { kind } = event.object;
	const unread = kind === "queue" ? "message" : "unread byte";
	const lost = event.discarded > 0 ? `, and ${count(event.discarded, unread)} with it` : "";
	if (event.pipe != null && event.pipe.fifo !== null) return say`Its buffer is gone${lost}.`;
	let name = kind === "socket" ? "the socket" : "";
	if (event.object.kind === "pipe") name = pipeOf(event.object.id, all, view);
	else if (kind === "queue") name = channelWords().queueTitle(view.kernel, event.queue);
	if (name === "") return say`${objectName(view.kernel, event.object)} is gone${lost}.`;
	return say`${name.replace(/^./, (letter) => letter.toUpperCase())} is gone${lost}.`;
}

function woken(events: readonly KernelEvent[], view: View): Sentence | null {
	const pids: Part[] = [];
	for (const event of events)
		if (event.kind === "wakes" && event.by !== null) pids.push(who(view, event.pid));
	if (pids.length === 0) return null;
	return say`${list(pids)} ${pids.length === 1 ? "wakes" : "wake"}.`;
}
