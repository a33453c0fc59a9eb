// Moments: 'writer waits', 'second reader returns from read', as a value. Grammar in `parseMoment`.

import { signalName } from "../kernel/index.ts";
import type { Happening, Moment } from "./happening.ts";
import { type Origin, type Parsed, type Phrase, parsePhrase } from "./phrase.ts";
import {
	CALL_NAMES,
	type Known,
	suggestedNames,
	takeCall,
	takeNumber,
	takeSignal,
	takeWait,
	takeWho,
	WAIT_PHRASES,
} from "./words.ts";

const ORDINALS = [
	"first",
	"second",
	"third",
	"fourth",
	"fifth",
	"sixth",
	"seventh",
	"eighth",
	"ninth",
	"tenth",
];
const VERBS = [
	"calls",
	"returns",
	"waits",
	"wakes",
	"exits",
	"forks",
	"writes",
	"reads",
	"closes",
	"execs",
	"gets",
	"handles",
	"is",
	"continues",
	"reaches",
];

/**
 * Reads a moment:
 *
 *     moment    = "start" | "end" | "step" N | [ordinal] who happening
 *     ordinal   = "first" … "tenth" | "2nd", "11th" … | "last"        (none: the first)
 *     happening = "calls" call | "returns from" call ["with" N] | "waits" ["for" wait | "in" call] | "wakes"
 *               | "exits" | "forks" | "execs" | "writes" | "reads" | "closes" [descriptor] | "reaches" label
 *               | "gets" signal | "handles" [signal] | "is killed" ["by" signal] | "is stopped" | "continues"
 *               | "is reaped"
 *     who       = a process's name | "someone"
 */
export function parseMoment(source: string, known: Known = {}, origin?: Origin): Parsed<Moment> {
	return parsePhrase(
		"moment",
		source,
		origin,
		(phrase) => takeMoment(phrase, known),
		() => momentPhrases(suggestedNames(source, known), known),
	);
}

/** Reads a moment up to where it can go on no longer. */
export function takeMoment(phrase: Phrase, known: Known): Moment {
	if (phrase.takes("start")) return { kind: "start" };
	if (phrase.takes("end")) return { kind: "end" };
	if (phrase.sees("step")) {
		const place = phrase.place;
		phrase.takes("step");
		if (/^\d+$/.test(phrase.peek()?.text ?? "")) return { kind: "step", step: takeNumber(phrase) };
		phrase.place = place;
	}
	const nth = takeOrdinal(phrase);
	const who = takeWho(phrase, known, VERBS);
	return { kind: "happening", nth, who, happening: takeHappening(phrase, known) };
}

function takeOrdinal(phrase: Phrase): number {
	const text = phrase.peek()?.text.toLowerCase() ?? "";
	const named = ORDINALS.indexOf(text);
	const counted = /^([1-9]\d*)(st|nd|rd|th)$/.exec(text);
	if (named < 0 && counted === null && text !== "last") return 1;
	phrase.take("an ordinal");
	if (text === "last") return -1;
	return named >= 0 ? named + 1 : Number(counted?.[1]);
}

function takeHappening(phrase: Phrase, known: Known): Happening {
	if (phrase.takes("calls")) return { does: "calls", call: takeCall(phrase) };
	if (phrase.takes("returns", "from")) {
		const call = takeCall(phrase);
		return { does: "returns", call, value: phrase.takes("with") ? takeNumber(phrase) : null };
	}
	if (phrase.takes("waits")) {
		const wait = phrase.takes("for") ? takeWait(phrase) : null;
		return { does: "waits", wait, call: phrase.takes("in") ? takeCall(phrase) : null };
	}
	for (const does of ["wakes", "exits", "forks", "writes", "reads", "execs", "continues"] as const) {
		if (phrase.takes(does)) return { does };
	}
	if (phrase.takes("closes")) return { does: "closes", fd: isNumber(phrase) ? takeNumber(phrase) : null };
	if (phrase.takes("gets")) return { does: "gets", signal: takeSignal(phrase) };
	if (phrase.takes("handles")) {
		return { does: "handles", signal: phrase.peek()?.kind === "word" ? takeSignal(phrase) : null };
	}
	if (phrase.takes("is", "killed")) {
		return { does: "is killed", signal: phrase.takes("by") ? takeSignal(phrase) : null };
	}
	if (phrase.takes("is", "stopped")) return { does: "is stopped" };
	if (phrase.takes("is", "reaped")) return { does: "is reaped" };
	if (phrase.takes("reaches")) return { does: "reaches", label: takeLabel(phrase, known) };
	if (phrase.takes("returns")) throw phrase.error("expected 'from' and the name of a system call");
	throw phrase.error(`expected what happens: ${VERBS.slice(0, 5).join(", ")} …`);
}

function isNumber(phrase: Phrase): boolean {
	return /^\d+$/.test(phrase.peek()?.text ?? "");
}

function takeLabel(phrase: Phrase, known: Known): string {
	const token = phrase.take("a label of the source");
	if (known.labels !== undefined && !known.labels.includes(token.text)) {
		const list = known.labels.length === 0 ? "none" : known.labels.join(", ");
		throw phrase.error(`no line is labelled '${token.text}'; there is ${list}`, token);
	}
	return token.text;
}

/** Phrases that would do, to find the one that somebody meant. */
export function momentPhrases(names: readonly string[], known: Known): string[] {
	const labels = known.labels ?? [];
	const happenings = [
		...CALL_NAMES.flatMap((call) => [`calls ${call}`, `returns from ${call}`]),
		"waits",
		...WAIT_PHRASES.map((wait) => `waits for ${wait}`),
		...VERBS.filter((verb) => !["calls", "returns", "is", "gets", "reaches", "waits"].includes(verb)),
		...["SIGPIPE", "SIGCHLD", "SIGINT", "SIGTERM", "SIGALRM"].map((signal) => `gets ${signal}`),
		"is killed",
		"is stopped",
		"is reaped",
		...labels.map((label) => `reaches ${label}`),
	];
	const whole = names.flatMap((name) => happenings.map((happening) => `${name} ${happening}`));
	return [
		"start",
		"end",
		...whole,
		...ORDINALS.slice(0, 3).flatMap((nth) => whole.map((one) => `${nth} ${one}`)),
	];
}

/** The moment in words that `parseMoment` reads back. */
export function momentText(moment: Moment): string {
	if (moment.kind === "step") return `step ${moment.step}`;
	if (moment.kind !== "happening") return moment.kind;
	const { nth, who, happening } = moment;
	const ordinal = nth === -1 ? "last " : nth === 1 ? "" : `${ORDINALS[nth - 1] ?? ordinalOf(nth)} `;
	return `${ordinal}${who} ${happeningText(happening)}`;
}

function ordinalOf(nth: number): string {
	const ending = nth % 100 >= 11 && nth % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][nth % 10] ?? "th");
	return `${nth}${ending}`;
}

function happeningText(happening: Happening): string {
	switch (happening.does) {
		case "calls":
			return `calls ${happening.call}`;
		case "returns":
			return `returns from ${happening.call}${happening.value === null ? "" : ` with ${happening.value}`}`;
		case "waits": {
			const wait = happening.wait === null ? "" : ` for ${happening.wait}`;
			return `waits${wait}${happening.call === null ? "" : ` in ${happening.call}`}`;
		}
		case "closes":
			return happening.fd === null ? "closes" : `closes ${happening.fd}`;
		case "gets":
			return `gets ${signalName(happening.signal)}`;
		case "handles":
			return happening.signal === null ? "handles" : `handles ${signalName(happening.signal)}`;
		case "is killed":
			return happening.signal === null ? "is killed" : `is killed by ${signalName(happening.signal)}`;
		case "reaches":
			return `reaches ${happening.label}`;
		default:
			return happening.does;
	}
}
