// Brings what a step is about before the eye: who acts, what that changed, and where a run stops, what its words are about.
import { mayMove } from "./motion.ts";

const NARROW = "(max-width: 75.99rem)";

/** Where a run has stopped. */
export interface Stop {
	/** What was said there; the question that holds it, if one does. */
	readonly words: string;
	/** All of it has ended: what was printed is its answer. */
	readonly ended: boolean;
}

/** What the step has marked on the stage. */
const MARKED =
	".plug.changed, .byte.fresh, .envelope.fresh, .letter.fresh, .delta, .in-door, .terminal.changed";

/** Around what is brought to the eye, in pixels. */
const MARGIN = 10;
/** Milliseconds in which the page may still be on its way to the stage. */
const WAY = 1000;

let comingUntil = 0;
/** How much was printed where the run last stood still. */
let printed = 0;

/**
 * Where the stage is higher than what is seen of it: scrolls as little as is needed to show who acts and what that changed;
 * at a stop, what it is about. `there`: from the stage's beginning, wherever the reader is; else only for a reader who has
 * the stage before the eye.
 */
export function bringToEye(there: boolean, stop: Stop | null): void {
	const [bench, foot, masthead, scroller] = [".workbench", ".foot", ".masthead", ".stage"].map((part) =>
		document.querySelector(part),
	);
	if (!bench || !foot || !masthead || !scroller) return;
	if (there) comingUntil = performance.now() + WAY;
	const narrow = window.matchMedia(NARROW).matches;
	const stage = bench.getBoundingClientRect();
	const seen = scroller.getBoundingClientRect();
	const top = narrow ? masthead.getBoundingClientRect().bottom + 1 : seen.top;
	const bottom = narrow ? window.innerHeight - foot.getBoundingClientRect().height : seen.bottom;
	const coming = there || performance.now() < comingUntil;
	const away = stage.top > bottom || stage.bottom < window.innerHeight - 1;
	if (away && !coming) return;
	const start = narrow && coming ? Math.max(0, stage.top - top) : there ? stage.top - top : 0;
	const way = start + missing(top + start, bottom + start, stop);
	const behavior = mayMove() ? "smooth" : "instant";
	if (Math.abs(way) >= 1) (narrow ? window : scroller).scrollBy({ top: way, behavior });
}

/** How far what is to be seen lies outside of these heights. */
function missing(top: number, bottom: number, stop: Stop | null): number {
	const step = [...document.querySelectorAll(`.card.acting, ${MARKED}`)];
	const about = stop === null ? [] : subject(stop);
	const both = around([...step, ...about]);
	const box = about.length > 0 && both && both.lowest - both.highest > bottom - top ? around(about) : both;
	if (box === null) return 0;
	const { highest, lowest } = box;
	// What does not fit shows its lower part: the card above it is told of in the sentence, too.
	if (lowest > bottom) return lowest - bottom;
	return highest < top ? Math.max(highest - top, lowest - bottom) : 0;
}

function around(parts: readonly Element[]): { readonly highest: number; readonly lowest: number } | null {
	if (parts.length === 0) return null;
	const boxes = parts.map((part) => part.getBoundingClientRect());
	return {
		highest: Math.min(...boxes.map((box) => box.top)) - MARGIN,
		lowest: Math.max(...boxes.map((box) => box.bottom)) + MARGIN,
	};
}

/** The things that are named there, with their ends; and the terminal, once more stands on it or the run has ended. */
function subject({ words, ended }: Stop): readonly Element[] {
	const terminal = document.querySelector(".scenery .terminal");
	const length = terminal?.querySelector("pre")?.textContent?.length ?? 0;
	const more = length > printed;
	printed = length;
	if (terminal !== null && length > 0 && ended) return [terminal];
	const named = [...document.querySelectorAll(".scenery :is(.tube, .rack, .belts, .socket-queue)")].filter(
		(part) => namesOf(part).some((name) => speaksOf(words, name)),
	);
	const whole = named.flatMap((part) => [part, ...endsOf(part)]);
	return terminal !== null && more ? [...whole, terminal] : whole;
}

/** `pipe 1: …`, `FIFO /tmp/orders: …`, `message queue mailbox /desk: …`: what has a name of its own goes by it; sockets by the titles of their ends. */
function namesOf(part: Element): readonly string[] {
	if (part.ariaLabel === null)
		return endsOf(part).flatMap((end) => end.querySelector(".title")?.textContent ?? []);
	const name = part.ariaLabel.split(": ", 1)[0] as string;
	return [name.startsWith("pipe") ? name : (name.split(" ").at(-1) ?? name)];
}

/** Whether the words have the name, and not as the beginning of a longer one. */
function speaksOf(words: string, name: string): boolean {
	return words
		.split(name)
		.slice(1)
		.some((rest) => !/^\w/.test(rest));
}

/** The mouths of a tube, the plate of a rack, the sockets beside what is on its way: they stand before it. */
function endsOf(part: Element): readonly Element[] {
	const ends: Element[] = [];
	for (
		let end = part.previousElementSibling;
		end?.classList.contains("plug");
		end = end.previousElementSibling
	)
		if (ends.push(end) === 2) break;
	return ends;
}
