// What is watched is brought to the eye; on narrow pages, where text and stage stand one below the other, the text is found again.
import { createStore, useStore } from "zustand";
import { mayMove } from "./motion.ts";

const NARROW = "(max-width: 75.99rem)";

const left = createStore<{ readonly at: Element | null }>(() => ({ at: null }));

/** Scrolls to the stage where it is out of sight; `from` is where the reader will want to read on. */
export function watchFrom(from: Element | null): void {
	if (from === null || !window.matchMedia(NARROW).matches) return;
	left.setState({ at: from });
	bringToEye(true);
}

/** What the step has marked on the stage. */
const MARKED =
	".plug.changed, .byte.fresh, .envelope.fresh, .letter.fresh, .delta, .in-door, .terminal.changed";

/**
 * Where the stage is higher than what is seen of it: scrolls as little as is needed to show who acts and what that changed.
 * `there`: from the stage's beginning, wherever the reader is; else only for a reader who has the stage before the eye.
 */
export function bringToEye(there = false): void {
	const [bench, foot, masthead, scroller] = [".workbench", ".foot", ".masthead", ".stage"].map((part) =>
		document.querySelector(part),
	);
	if (!bench || !foot || !masthead || !scroller) return;
	const narrow = window.matchMedia(NARROW).matches;
	const stage = bench.getBoundingClientRect();
	const seen = scroller.getBoundingClientRect();
	const top = narrow ? masthead.getBoundingClientRect().bottom + 1 : seen.top;
	const bottom = narrow ? window.innerHeight - foot.getBoundingClientRect().height : seen.bottom;
	const away = stage.top > bottom || stage.bottom < window.innerHeight - 1;
	if (away && !there) return;
	const start = there ? stage.top - top : 0;
	const way = start + missing(top + start, bottom + start);
	const behavior = mayMove() ? "smooth" : "instant";
	if (Math.abs(way) >= 1) (narrow ? window : scroller).scrollBy({ top: way, behavior });
}

/** How far what the step has marked lies outside of these heights. */
function missing(top: number, bottom: number): number {
	const boxes = [...document.querySelectorAll(`.card.acting, ${MARKED}`)].map((part) =>
		part.getBoundingClientRect(),
	);
	if (boxes.length === 0) return 0;
	const highest = Math.min(...boxes.map((box) => box.top)) - MARGIN;
	const lowest = Math.max(...boxes.map((box) => box.bottom)) + MARGIN;
	// What does not fit shows its lower part: the card above it is told of in the sentence, too.
	if (lowest > bottom) return lowest - bottom;
	return highest < top ? Math.max(highest - top, lowest - bottom) : 0;
}

/** Around what is brought to the eye, in pixels. */
const MARGIN = 10;

/** The way back to the text, or null when the reader has not left it. */
export function useReadOn(): (() => void) | null {
	const at = useStore(left, (state) => state.at);
	if (at === null || !at.isConnected) return null;
	return () => {
		left.setState({ at: null });
		at.scrollIntoView({ block: "start", behavior: mayMove() ? "smooth" : "auto" });
	};
}

export function forgetPlace(): void {
	left.setState({ at: null });
}
