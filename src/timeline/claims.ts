// Claims: 'writer is waiting for room and pipe.bytes is 4', as a value. Grammar in `parseClaim`.

import { errnos } from "../kernel/index.ts";
import type { Moment, Who } from "./happening.ts";
import { takeMoment } from "./moments.ts";
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

export type Claim =
	| { readonly kind: "and" | "or"; readonly claims: readonly Claim[] }
	| { readonly kind: "not"; readonly claim: Claim }
	/** Holds at another moment of the run. */
	| { readonly kind: "at"; readonly moment: Moment; readonly claim: Claim }
	| { readonly kind: "state"; readonly who: Who; readonly state: ClaimedState; readonly wait: string | null }
	| {
			readonly kind: "compare";
			readonly place: PlaceName;
			readonly relation: Relation;
			readonly value: number | string;
	  }
	/** `who` null: of everybody. */
	| {
			readonly kind: "output";
			readonly who: Who | null;
			readonly whole: boolean;
			readonly text: string;
	  }
	| { readonly kind: "exit"; readonly who: Who; readonly relation: Relation; readonly status: number }
	| { readonly kind: "signal"; readonly who: Who; readonly signal: number }
	| { readonly kind: "waiting"; readonly some: boolean }
	/** No message queue or mailbox is there, with a name or open. */
	| { readonly kind: "no-queue" }
	| { readonly kind: "outcome"; readonly outcome: ClaimedOutcome }
	/** The last answer that `who` got, of any call or of this one. */
	| {
			readonly kind: "answer";
			readonly who: Who;
			readonly call: string | null;
			readonly value: number | { readonly errno: string };
	  };

export type ClaimedState = "ready" | "running" | "waiting" | "stopped" | "zombie" | "gone";
export type ClaimedOutcome = "stuck" | "exited" | "killed" | "limit";
export type Relation = "is" | "at least" | "at most" | "more than" | "less than";

/** Something with a value: a fact of a pipe (`pipe.bytes`), a message queue or a process (`reader.descriptors`, `main.counter`). */
export type PlaceName =
	| { readonly kind: "pipe"; readonly number: number; readonly fact: PipeFact }
	| { readonly kind: "queue"; readonly number: number; readonly fact: QueueFact }
	| { readonly kind: "process"; readonly who: Who; readonly fact: string };

export const PIPE_FACTS = ["bytes", "capacity", "room", "readers", "writers", "written", "taken"] as const;
export type PipeFact = (typeof PIPE_FACTS)[number];
export const QUEUE_FACTS = ["messages", "bytes", "sent", "received"] as const;
export type QueueFact = (typeof QUEUE_FACTS)[number];
/** Facts of a process; any other name is a variable of its program. */
export const PROCESS_FACTS = ["descriptors", "children", "calls", "ran", "pid", "ppid"] as const;

const STATES: readonly ClaimedState[] = ["ready", "running", "waiting", "stopped", "zombie", "gone"];
const OUTCOMES: readonly ClaimedOutcome[] = ["stuck", "exited", "killed", "limit"];

/**
 * Reads a claim:
 *
 *     claim  = "at" moment ":" claim | either ["at the end"]
 *     either = both { "or" both }      both = one { "and" one }      one = "not" one | "(" either ")" | fact
 *     fact   = who "is" ["not"] ("ready" | "running" | "waiting" ["for" wait] | "stopped" | "a zombie" | "gone")
 *            | place "is" ["not"] ["at least" | "at most" | "more than" | "less than"] value
 *            | "output" ["of" who] ("is" | "contains") text
 *            | "exit of" who "is" [relation] N | "signal of" who "is" signal
 *            | ("no" | "some") "process waits" | "no queue is left" | "outcome is" ("stuck" | "exited" | "killed" | "limit")
 *            | ("call" | call) "of" who ("returns" N | "fails with" errno)
 *     place  = "pipe" [N] "." ("bytes" | "capacity" | "room" | "readers" | "writers" | "written" | "taken")
 *            | "queue" [N] "." ("messages" | "bytes" | "sent" | "received")          (a mailbox is a queue, too)
 *            | who "." ("descriptors" | "children" | "calls" | "ran" | "pid" | "ppid" | a variable of its program)
 *     value  = number | text | word
 *
 * `ran` is the processor time that a process has used, in microseconds.
 * A process that runs is ready, too: 'ready' is what the kernel calls it.
 */
export function parseClaim(source: string, known: Known = {}, origin?: Origin): Parsed<Claim> {
	return parsePhrase(
		"claim",
		source,
		origin,
		(phrase) => takeClaim(phrase, known),
		() => claimPhrases(suggestedNames(source, known)),
	);
}

function takeClaim(phrase: Phrase, known: Known): Claim {
	if (phrase.takes("at")) {
		const moment = takeMoment(phrase, known);
		if (!phrase.takes(":")) throw phrase.error("expected ':' and a claim");
		return { kind: "at", moment, claim: takeEither(phrase, known) };
	}
	const claim = takeEither(phrase, known);
	if (phrase.takes("at", "the", "end")) return { kind: "at", moment: { kind: "end" }, claim };
	return claim;
}

function takeEither(phrase: Phrase, known: Known): Claim {
	const claims = [takeBoth(phrase, known)];
	while (phrase.takes("or")) claims.push(takeBoth(phrase, known));
	return claims.length === 1 ? (claims[0] as Claim) : { kind: "or", claims };
}

function takeBoth(phrase: Phrase, known: Known): Claim {
	const claims = [takeOne(phrase, known)];
	while (phrase.takes("and")) claims.push(takeOne(phrase, known));
	return claims.length === 1 ? (claims[0] as Claim) : { kind: "and", claims };
}

function takeOne(phrase: Phrase, known: Known): Claim {
	if (phrase.takes("not")) return { kind: "not", claim: takeOne(phrase, known) };
	if (phrase.takes("(")) {
		const claim = takeEither(phrase, known);
		if (!phrase.takes(")")) throw phrase.error("expected ')'");
		return claim;
	}
	return takeFact(phrase, known);
}

function takeFact(phrase: Phrase, known: Known): Claim {
	if (phrase.takes("no", "process", "waits")) return { kind: "waiting", some: false };
	if (phrase.takes("no", "queue", "is", "left")) return { kind: "no-queue" };
	if (phrase.takes("some", "process", "waits")) return { kind: "waiting", some: true };
	if (phrase.sees("output", "of") || phrase.sees("output", "is") || phrase.sees("output", "contains")) {
		return takeOutput(phrase, known);
	}
	if (phrase.takes("outcome", "is")) return { kind: "outcome", outcome: takeOutcome(phrase) };
	if (phrase.takes("exit", "of")) {
		const who = takeWho(phrase, known, ["is"]);
		takeIs(phrase);
		return { kind: "exit", who, relation: takeRelation(phrase), status: takeNumber(phrase) };
	}
	if (phrase.takes("signal", "of")) {
		const who = takeWho(phrase, known, ["is"]);
		takeIs(phrase);
		return { kind: "signal", who, signal: takeSignal(phrase) };
	}
	if (phrase.peek(1)?.text === "of") return takeAnswer(phrase, known);
	return takePlaceOrState(phrase, known);
}

function takeOutput(phrase: Phrase, known: Known): Claim {
	phrase.takes("output");
	const who = phrase.takes("of") ? takeWho(phrase, known, ["is", "contains"]) : null;
	const whole = phrase.takes("is");
	if (!whole && !phrase.takes("contains")) throw phrase.error("expected 'is' or 'contains'");
	const token = phrase.take('a text in quotes, as in "hello\\n"');
	if (token.kind !== "text") throw phrase.error("expected a text in quotes", token);
	return { kind: "output", who, whole, text: token.text };
}

function takeOutcome(phrase: Phrase): ClaimedOutcome {
	const found = OUTCOMES.find((outcome) => phrase.takes(outcome));
	if (found === undefined) throw phrase.error(`expected ${OUTCOMES.join(", ")}`);
	return found;
}

function takeAnswer(phrase: Phrase, known: Known): Claim {
	const call = phrase.takes("call") ? null : takeCall(phrase);
	phrase.takes("of");
	const who = takeWho(phrase, known, ["returns", "fails"]);
	if (phrase.takes("returns")) return { kind: "answer", who, call, value: takeNumber(phrase) };
	if (!phrase.takes("fails", "with")) throw phrase.error("expected 'returns' or 'fails with'");
	const token = phrase.take("an error's name");
	if (!Object.hasOwn(errnos, token.text))
		throw phrase.error(`'${token.text}' is not an error of errno(3)`, token);
	return { kind: "answer", who, call, value: { errno: token.text } };
}

function takeIs(phrase: Phrase): void {
	if (!phrase.takes("is")) throw phrase.error("expected 'is'");
}

function takeRelation(phrase: Phrase): Relation {
	if (phrase.takes("at", "least")) return "at least";
	if (phrase.takes("at", "most")) return "at most";
	if (phrase.takes("more", "than")) return "more than";
	return phrase.takes("less", "than") ? "less than" : "is";
}

/** `x.y is …` speaks of a place, `x is …` of a process's state. */
function takePlaceOrState(phrase: Phrase, known: Known): Claim {
	const start = phrase.place;
	let dotted = false;
	while (phrase.peek() !== null && !phrase.sees("is")) {
		if (phrase.take("").text.includes(".")) dotted = true;
	}
	const first = phrase.tokens[start];
	if (phrase.peek() === null) throw phrase.error("expected 'is'");
	phrase.place = start;
	if (first === undefined || phrase.sees("is"))
		throw phrase.error("expected a process or a place before 'is'");
	return dotted ? takeCompare(phrase, known) : takeState(phrase, known);
}

function takeState(phrase: Phrase, known: Known): Claim {
	const who = takeWho(phrase, known, ["is"]);
	takeIs(phrase);
	const negated = phrase.takes("not");
	phrase.takes("a");
	const state = STATES.find((one) => phrase.takes(one));
	if (state === undefined) throw phrase.error(`expected ${STATES.join(", ").replace("zombie", "a zombie")}`);
	const wait = state === "waiting" && phrase.takes("for") ? takeWait(phrase) : null;
	const claim: Claim = { kind: "state", who, state, wait };
	return negated ? { kind: "not", claim } : claim;
}

function takeCompare(phrase: Phrase, known: Known): Claim {
	const place = takePlace(phrase, known);
	takeIs(phrase);
	const negated = phrase.takes("not");
	const relation = takeRelation(phrase);
	const token = phrase.take("a value");
	const number = Number(token.text);
	const value = token.kind === "word" && !Number.isNaN(number) ? number : token.text;
	const claim: Claim = { kind: "compare", place, relation, value };
	return negated ? { kind: "not", claim } : claim;
}

/** Reads a place by itself: `pipe.bytes`. */
export function parsePlace(source: string, known: Known = {}, origin?: Origin): Parsed<PlaceName> {
	return parsePhrase(
		"place",
		source,
		origin,
		(phrase) => takePlace(phrase, known),
		() => placePhrases(suggestedNames(source.replace(/\..*/, ""), known)),
	);
}

function takePlace(phrase: Phrase, known: Known): PlaceName {
	const words = [phrase.take("a place such as pipe.bytes")];
	while (phrase.peek() !== null && !phrase.sees("is")) words.push(phrase.take(""));
	const text = words.map((token) => token.text).join(" ");
	const dot = text.indexOf(".");
	const first = words[0];
	if (dot <= 0 || first === undefined) throw phrase.error("expected a place such as pipe.bytes", first);
	const [owner, fact] = [text.slice(0, dot).trim(), text.slice(dot + 1).trim()];
	const object = /^(pipe|queue) ?([1-9]\d*)?$/.exec(owner);
	if (object !== null && !(known.names ?? []).includes(owner)) {
		const number = Number(object[2] ?? 1);
		const pipeFact = PIPE_FACTS.find((name) => name === fact);
		const queueFact = QUEUE_FACTS.find((name) => name === fact);
		if (object[1] === "pipe" && pipeFact !== undefined) return { kind: "pipe", number, fact: pipeFact };
		if (object[1] === "queue" && queueFact !== undefined) return { kind: "queue", number, fact: queueFact };
		const facts = object[1] === "pipe" ? PIPE_FACTS : QUEUE_FACTS;
		throw phrase.error(`a ${object[1]} has no '${fact}'; it has ${facts.join(", ")}`, first);
	}
	if (known.names !== undefined && !known.names.includes(owner)) {
		throw phrase.error(
			`nothing is called '${owner}'; there is pipe, queue, ${known.names.join(", ")}`,
			first,
		);
	}
	return { kind: "process", who: owner, fact };
}

function placePhrases(names: readonly string[]): string[] {
	return [
		...PIPE_FACTS.map((fact) => `pipe.${fact}`),
		...QUEUE_FACTS.map((fact) => `queue.${fact}`),
		...names.flatMap((name) => PROCESS_FACTS.map((fact) => `${name}.${fact}`)),
	];
}

/** Phrases that would do, to find the one that somebody meant. */
export function claimPhrases(names: readonly string[]): string[] {
	const states = ["ready", "running", "stopped", "a zombie", "gone", "waiting"];
	return [
		"no process waits",
		"some process waits",
		"no queue is left",
		...OUTCOMES.map((outcome) => `outcome is ${outcome}`),
		'output is ""',
		'output contains ""',
		...placePhrases(names).map((place) => `${place} is 0`),
		...names.flatMap((name) => [
			...states.map((state) => `${name} is ${state}`),
			...WAIT_PHRASES.map((wait) => `${name} is waiting for ${wait}`),
			`exit of ${name} is 0`,
			`signal of ${name} is SIGPIPE`,
			`output of ${name} is ""`,
			...["call", ...CALL_NAMES].map((call) => `${call} of ${name} returns 0`),
		]),
	];
}
