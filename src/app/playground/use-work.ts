// The reader's work on the page: where it comes from, how it changes, where it is kept. Nothing that is opened takes it away.
import { lessons } from "virtual:book";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Block } from "../../lessons/index.ts";
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

export interface WorkStore {
	/** null until it is known what is to be opened. */
	readonly opened: Opened | null;
	/** Works that had to give way. */
	readonly earlier: readonly Work[];
	/** What the page has to say about where this work comes from. */
	readonly message: { readonly text: string; readonly back: boolean } | null;
	/** False once the browser has refused to keep it. */
	readonly remembers: boolean;
	readonly change: (change: (work: Work) => Work) => void;
	readonly open: (work: Work) => void;
	readonly goBack: () => void;
	readonly dismiss: () => void;
}

const START: Opened["place"] = { step: null, decisions: [] };

export function useWork(address: { readonly query: string }): WorkStore {
	const shelf = useMemo(() => new Shelf(browserStorage(() => window.localStorage)), []);
	const [opened, setOpened] = useState<Opened | null>(null);
	const [earlier, setEarlier] = useState<readonly Work[]>(shelf.earlier);
	const [message, setMessage] = useState<WorkStore["message"]>(null);
	const [remembers, setRemembers] = useState(true);
	const unsaved = useRef<{ work: Work; timer: ReturnType<typeof setTimeout> } | null>(null);

	const keep = useCallback(
		(work: Work, replaces: boolean): void => {
			const kept = replaces ? shelf.replace(work) : shelf.keep(work);
			setEarlier(shelf.earlier);
			setRemembers(kept);
			// Where nothing may be kept, the address keeps it.
			if (kept) setHash(HERE);
			else writeWorkLink({ work, ...START }).then((link) => setHash(`${HERE}?${link}`));
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
			setOpened((before) => ({ work, place, generation: (before?.generation ?? 0) + 1 }));
			keep(work, true);
		},
		[flush, keep],
	);

	useEffect(() => {
		let wanted = true;
		load(address.query).then((found) => {
			if (!wanted) return;
			flush();
			const own = shelf.work;
			if (typeof found === "string")
				setMessage({ text: `${found} Your own work is as you left it.`, back: false });
			if (found === null || typeof found === "string") {
				setOpened((before) => before ?? { work: own ?? FIRST, place: START, generation: 1 });
				setHash(HERE);
				return;
			}
			const another = own !== null && !same(own, found.work) && !same(own, FIRST);
			setMessage(
				another ? { text: `“${found.work.title}” is open. What you had before is kept.`, back: true } : null,
			);
			show(found.work, found);
		});
		return () => {
			wanted = false;
		};
	}, [address, shelf, show, flush]);

	useEffect(() => {
		window.addEventListener("pagehide", flush);
		return () => {
			window.removeEventListener("pagehide", flush);
			flush();
		};
	}, [flush]);

	return {
		opened,
		earlier,
		message,
		remembers,
		change(change) {
			if (opened === null) return;
			const work = change(opened.work);
			setOpened({ ...opened, work });
			if (unsaved.current !== null) clearTimeout(unsaved.current.timer);
			unsaved.current = { work, timer: setTimeout(flush, SOON) };
		},
		open(work) {
			show(work);
			setMessage({ text: `“${work.title}” is open. What you had before is kept.`, back: true });
		},
		goBack() {
			const before = shelf.earlier[0];
			if (before === undefined) return;
			show(before);
			setMessage(null);
		},
		dismiss: () => setMessage(null),
	};
}

/** The address is written in place: opening a work makes no page to come back to. */
function setHash(hash: string): void {
	if (location.hash.startsWith(HERE) && location.hash !== hash) history.replaceState(null, "", hash);
}

function isAsked(question: string | null): (block: Block) => boolean {
	return (block) => block.kind === "predict" && block.id === question;
}

/** What the address asks for; a sentence when that cannot be had, null when it asks for nothing. */
async function load(query: string): Promise<Linked | string | null> {
	const parameters = new URLSearchParams(query);
	const id = parameters.get("lesson");
	if (id === null) return readWorkLink(query);
	const loader = Object.hasOwn(lessons, id) ? lessons[id] : undefined;
	if (loader === undefined) return "This book has no such lesson.";
	try {
		const { lesson } = await loader();
		const asked = lesson.blocks.find(isAsked(parameters.get("run")));
		const variant = asked?.kind === "predict" ? asked.variant : null;
		const set = [...parameters].flatMap(([name, value]) =>
			name.startsWith("set.") ? [[name.slice(4), value] as const] : [],
		);
		const knobs = variant?.knobs ?? Object.fromEntries(set);
		const work = workOfLesson(lesson, knobs, variant?.programs ?? lesson.programs);
		return { work, step: null, decisions: [] };
	} catch {
		return "The lesson's program could not be loaded. Are you still online?";
	}
}
