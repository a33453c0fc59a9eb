// What the terminal's page opens: an empty computer, a session from a link, or the computer of a lesson or program as it stands.
import { formatAddress, parseAddress } from "../../session/index.ts";
import {
	isAtShell,
	type Linked,
	readWorkLink,
	SHELL_WORK,
	visited,
	visitOfLesson,
	type Work,
	writeWorkLink,
} from "../../session/playground.ts";
import { askedLesson } from "../playground/asked-lesson.ts";

export interface Visit {
	readonly work: Work;
	readonly step: number;
	readonly decisions: Linked["decisions"];
	/** The session begins here: it is followed to the shell's first prompt. */
	readonly begins: boolean;
	/** Whose computer it is, and the way back; null: nobody's. */
	readonly host: { readonly title: string; readonly step: number; readonly back: string } | null;
}

export const EMPTY: Visit = { work: SHELL_WORK, step: 0, decisions: [], begins: true, host: null };

/** What an address asks for; a sentence when that cannot be had. */
export async function readVisit(query: string): Promise<Visit | string> {
	const id = new URLSearchParams(query).get("lesson");
	if (id !== null) return ofLesson(id, query);
	const found = await readWorkLink(query);
	if (found === null) return EMPTY;
	return typeof found === "string" ? found : ofWork(found);
}

function ofWork({ work, step, decisions }: Linked): Visit {
	const there = { step: step ?? 0, decisions };
	if (work.options.shell === true) return { ...there, work, begins: step === null, host: null };
	const login = decisions.find(({ kind }) => kind === "login")?.at;
	const host = { title: work.title, step: login ?? there.step, back: "#/playground" };
	if (isAtShell(work)) return { ...there, work, begins: login === undefined, host };
	return { ...there, work: visited(work), begins: true, host };
}

/** `?lesson=pipes/flow-control&step=41`, and what else the address of the lesson holds. */
async function ofLesson(id: string, query: string): Promise<Visit | string> {
	const rest = new URLSearchParams(query);
	rest.delete("lesson");
	const address = parseAddress(`#/${id}?${rest}`);
	if (address.page !== "lesson") return "This link names no step of a lesson.";
	const asked = await askedLesson(address.id, address.run, address.knobs);
	if (typeof asked === "string") return asked;
	const { lesson, knobs, programs } = asked;
	const step = address.step ?? 0;
	return {
		work: visitOfLesson(lesson, knobs, programs),
		step,
		decisions: address.lets.map(({ at, pid }) => ({ at, kind: "run", pid })),
		begins: true,
		host: { title: `${lesson.number} ${lesson.title}`, step, back: formatAddress(address) },
	};
}

// ---- what outlives a reload ----

const KEY = "interprocess.terminal";

/** Keeps a session as far as this tab lives; a browser that keeps nothing, or not so much, loses it. */
export async function keepSession(query: string, session: Linked): Promise<void> {
	const link = await writeWorkLink(session);
	try {
		if (link === null) sessionStorage.removeItem(KEY);
		else sessionStorage.setItem(KEY, JSON.stringify({ query, link }));
	} catch {
		// Nothing is kept.
	}
}

export function forgetSession(): void {
	try {
		sessionStorage.removeItem(KEY);
	} catch {
		// Nothing was kept.
	}
}

/** The session that this tab had at this address, or null. */
export async function keptSession(query: string): Promise<Linked | null> {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
		if (typeof kept !== "object" || kept === null || !("query" in kept) || kept.query !== query) return null;
		if (!("link" in kept) || typeof kept.link !== "string") return null;
		const found = await readWorkLink(kept.link);
		return typeof found === "string" ? null : found;
	} catch {
		return null;
	}
}
