// The reader's work on the page: where it comes from, how it changes, where it is kept. Nothing that is opened takes it away.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { browserStorage } from "../../session/index.ts";
import {
	type Linked,
	readWorkLink,
	Shelf,
	same,
	type Work,
	workOfLesson,
	writeWorkLink,
} from "../../session/playground.ts";
import { askedLesson } from "./asked-lesson.ts";
import { FIRST } from "./examples/index.ts";

/** Milliseconds after the last change in which the work is kept. */
const SOON = 300;
const HERE = "#/playground";

export interface Opened {
	readonly work: Work;
	/** Changes when another work takes the place of this one. */
	readonly generation: number;
	/** Where its run is to be shown at first. */
	readonly place: Pick<Linked, "step" | "decisions">;
}

export interface Message {
	readonly text: string;
	/** Undoes what it tells of; null: nothing is to be undone. */
	readonly back: { readonly label: string; readonly go: () => void } | null;
}

export interface WorkStore {
	/** null until it is known what is to be opened. */
	readonly opened: Opened | null;
	/** Works that had to give way. */
	readonly earlier: readonly Work[];
	/** What the page has to say about where this work comes from. */
	readonly message: Message | null;
	/** Where it is kept; `nowhere`: the browser has refused, and it is too long for the address. */
	readonly keeper: "browser" | "address" | "nowhere";
	readonly change: (change: (work: Work) => Work) => void;
	readonly open: (work: Work) => void;
	/** Takes a file away; what the page then says gives it back. */
	readonly remove: (path: string) => void;
	readonly dismiss: () => void;
}

const START: Opened["place"] = { step: null, decisions: [] };

export function useWork(address: { readonly query: string }): WorkStore {
	const shelf = useMemo(() => new Shelf(browserStorage(() => window.localStorage)), []);
	const [opened, setOpened] = useState<Opened | null>(null);
	const [earlier, setEarlier] = useState<readonly Work[]>(shelf.earlier);
	const [message, setMessage] = useState<WorkStore["message"]>(null);
	const [keeper, setKeeper] = useState<WorkStore["keeper"]>("browser");
	/** What is open, as the last change has left it: two changes may come before the page is drawn again. */
	const latest = useRef<Opened | null>(null);
	const unsaved = useRef<{ work: Work; timer: ReturnType<typeof setTimeout> } | null>(null);

	const keep = useCallback(
		(work: Work, replaces: boolean): void => {
			const kept = replaces ? shelf.replace(work) : shelf.keep(work);
			setEarlier(shelf.earlier);
			if (kept) {
				setKeeper("browser");
				setHash(HERE);
				return;
			}
			// Where nothing may be kept, the address keeps it.
			writeWorkLink({ work, ...START }).then((link) => {
				setKeeper(link === null ? "nowhere" : "address");
				if (link !== null) setHash(`${HERE}?${link}`);
			});
		},
		[shelf],
	);
	const flush = useCallback((): void => {
		if (unsaved.current === null) return;
		clearTimeout(unsaved.current.timer);
		const { work } = unsaved.current;
		unsaved.current = null;
		keep(work, false);
	}, [keep]);
	const show = useCallback(
		(work: Work, place: Opened["place"] = START): void => {
			flush();
			latest.current = { work, place, generation: (latest.current?.generation ?? 0) + 1 };
			setOpened(latest.current);
			keep(work, true);
		},
		[flush, keep],
	);

	const goBack = useCallback((): void => {
		const before = shelf.earlier[0];
		if (before === undefined) return;
		show(before);
		setMessage(null);
	}, [shelf, show]);

	useEffect(() => {
		let wanted = true;
		load(address.query).then((found) => {
			if (!wanted) return;
			flush();
			const own = shelf.work;
			if (typeof found === "string")
				setMessage({ text: `${found} Your own work is as you left it.`, back: null });
			if (found === null || typeof found === "string") {
				latest.current ??= { work: own ?? FIRST, place: START, generation: 1 };
				setOpened(latest.current);
				setHash(HERE);
				return;
			}
			const another = own !== null && !same(own, found.work) && !same(own, FIRST);
			setMessage(another ? nowOpen(found.work, goBack) : null);
			show(found.work, found);
		});
		return () => {
			wanted = false;
		};
	}, [address, shelf, show, flush, goBack]);

	useEffect(() => {
		window.addEventListener("pagehide", flush);
		return () => {
			window.removeEventListener("pagehide", flush);
			flush();
		};
	}, [flush]);

	const change = (change: (work: Work) => Work): void => {
		if (latest.current === null) return;
		const work = change(latest.current.work);
		latest.current = { ...latest.current, work };
		setOpened(latest.current);
		if (unsaved.current !== null) clearTimeout(unsaved.current.timer);
		unsaved.current = { work, timer: setTimeout(flush, SOON) };
	};

	return {
		opened,
		earlier,
		message,
		keeper,
		change,
		remove(path) {
			const before = latest.current?.work;
			if (before === undefined) return;
			change((work) => ({ ...work, programs: without(work.programs, path) }));
			const go = (): void => {
				change((work) => ({ ...work, programs: withAgain(work.programs, before.programs, path) }));
				setMessage(null);
			};
			setMessage({ text: `${path} is removed.`, back: { label: "Take it back", go } });
		},
		open(work) {
			show(work);
			setMessage(nowOpen(work, goBack));
		},
		dismiss: () => setMessage(null),
	};
}

function nowOpen({ title }: Work, go: () => void): Message {
	return {
		text: `“${title}” is open. What you had before is kept.`,
		back: { label: "Back to it", go },
	};
}

/** A program without files goes too. */
function without(programs: Work["programs"], path: string): Work["programs"] {
	return programs
		.map((program) => ({ ...program, files: program.files.filter((file) => file.path !== path) }))
		.filter(({ files }) => files.length > 0);
}

/** With a file as it was before it was removed, in the program it belonged to. */
function withAgain(programs: Work["programs"], before: Work["programs"], path: string): Work["programs"] {
	const owner = before.find(({ files }) => files.some((file) => file.path === path));
	if (owner === undefined || programs.some(({ files }) => files.some((file) => file.path === path)))
		return programs;
	const files = owner.files.filter((file) => file.path === path);
	const there = programs.find(({ name }) => name === owner.name);
	if (there !== undefined) {
		const at = owner.files.findIndex((file) => file.path === path);
		return programs.map((one) =>
			one === there ? { ...one, files: one.files.toSpliced(at, 0, ...files) } : one,
		);
	}
	return programs.toSpliced(before.indexOf(owner), 0, { ...owner, files });
}

/** The address is written in place: opening a work makes no page to come back to. */
function setHash(hash: string): void {
	if (location.hash.startsWith(HERE) && location.hash !== hash) history.replaceState(null, "", hash);
}

/** What the address asks for; a sentence when that cannot be had, null when it asks for nothing. */
async function load(query: string): Promise<Linked | string | null> {
	const parameters = new URLSearchParams(query);
	const shown = parameters.get("program");
	if (shown !== null) return loadShown(shown, parameters.get("at"));
	const id = parameters.get("lesson");
	if (id === null) return readWorkLink(query);
	const set = [...parameters].flatMap(([name, value]) =>
		name.startsWith("set.") ? [[name.slice(4), value] as const] : [],
	);
	const asked = await askedLesson(id, parameters.get("run"), Object.fromEntries(set));
	if (typeof asked === "string") return asked;
	const work = workOfLesson(asked.lesson, asked.knobs, asked.programs);
	return { work, step: null, decisions: [] };
}

/** A program of the reference, at a step. */
async function loadShown(name: string, at: string | null): Promise<Linked | string> {
	try {
		const { works } = await import("virtual:reference-works");
		const work = Object.hasOwn(works, name) ? works[name] : undefined;
		if (work === undefined) return "The reference has no such program.";
		const step = at !== null && /^\d{1,9}$/.test(at) ? Number(at) : null;
		return { work, step, decisions: [] };
	} catch {
		return "The program could not be loaded. Are you still online?";
	}
}
