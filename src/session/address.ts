// The address of the page: `#/pipes/flow-control?step=41`. It always holds the lesson, the step and what was chosen.
import type { KnobValues } from "../lessons/index.ts";

export interface LessonAddress {
	readonly page: "lesson";
	/** `pipes/flow-control` */
	readonly id: string;
	/** null: where the reader was last, else the start. */
	readonly step: number | null;
	readonly knobs: KnobValues;
	/** Who was let run at which step, instead of whom the schedule would have chosen. */
	readonly lets: readonly Let[];
	/** The question whose own run is shown, or null for the lesson's run. */
	readonly run: string | null;
}

export interface Let {
	readonly at: number;
	readonly pid: number;
}

export type Address =
	| { readonly page: "contents" }
	/** Questions of what was read, mixed. */
	| { readonly page: "review" }
	/** `query` is what stands behind the question mark: a work, or the lesson whose program is opened. */
	| { readonly page: "playground"; readonly query: string }
	/** The same for a session at the shell. */
	| { readonly page: "terminal"; readonly query: string }
	/** `entry`: a system call, `read`, or a rule, `pipe.read.end-of-file`; null: the list of all. */
	| { readonly page: "reference"; readonly entry: string | null }
	| LessonAddress
	/** Nothing that this book understands; `lesson` is the part of it that was readable. */
	| { readonly page: "mangled"; readonly text: string; readonly why: string; readonly lesson: string | null };

const LESSON = /^\/([a-z0-9-]+\/[a-z0-9-]+)$/;
const KNOB = "set.";
const REFERENCE = /^\/reference(?:\/([a-z0-9_.-]{1,80}))?$/;

/** Reads the part of the address after `#`. */
export function parseAddress(hash: string): Address {
	const text = hash.replace(/^#/, "");
	if (text === "" || text === "/") return { page: "contents" };
	const [path = "", query = ""] = text.split("?", 2);
	if (path === "/playground") return { page: "playground", query };
	if (path === "/terminal") return { page: "terminal", query };
	if (path === "/review") return { page: "review" };
	const entry = REFERENCE.exec(path);
	if (entry !== null) return { page: "reference", entry: entry[1] ?? null };
	const match = LESSON.exec(path);
	if (match === null) return mangled(text, "It names no page of this book.", null);
	return lessonAddress(match[1] as string, query, text);
}

function lessonAddress(id: string, query: string, text: string): Address {
	const parameters = new URLSearchParams(query);
	const stepText = parameters.get("step");
	const step = stepText === null ? null : count(stepText);
	if (Number.isNaN(step)) return mangled(text, `“${stepText}” is not a step.`, id);
	const lets: Let[] = [];
	for (const part of (parameters.get("let") ?? "").split(",").filter((each) => each !== "")) {
		const [at = Number.NaN, pid = Number.NaN] = part.split(".").map(count);
		if (Number.isNaN(at) || Number.isNaN(pid)) return mangled(text, `“${part}” is not a decision.`, id);
		lets.push({ at, pid });
	}
	const knobs: Record<string, string> = {};
	for (const [name, value] of parameters) {
		if (name.startsWith(KNOB)) knobs[name.slice(KNOB.length)] = value;
		else if (!["step", "let", "run"].includes(name))
			return mangled(text, `“${name}” means nothing here.`, id);
	}
	return { page: "lesson", id, step, knobs, lets, run: parameters.get("run") };
}

function count(text: string): number {
	return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

function mangled(text: string, why: string, lesson: string | null): Address {
	return { page: "mangled", text, why, lesson };
}

/** Writes an address; what is as the lesson has it is left out, except the step. */
export function formatAddress(address: LessonAddress): string {
	const parts: string[] = [];
	if (address.step !== null) parts.push(`step=${address.step}`);
	if (address.run !== null) parts.push(`run=${encodeURIComponent(address.run)}`);
	for (const [name, value] of Object.entries(address.knobs)) {
		parts.push(`${KNOB}${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
	}
	if (address.lets.length > 0)
		parts.push(`let=${address.lets.map(({ at, pid }) => `${at}.${pid}`).join(",")}`);
	return `#/${address.id}${parts.length === 0 ? "" : `?${parts.join("&")}`}`;
}
