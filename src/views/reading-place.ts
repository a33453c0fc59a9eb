// On narrow pages text and stage stand one below the other: what is watched is brought to the eye, and the text found again.
import { createStore, useStore } from "zustand";
import { mayMove } from "./motion.ts";

const NARROW = "(max-width: 75.99rem)";

const left = createStore<{ readonly at: Element | null }>(() => ({ at: null }));

/** Scrolls to the stage where it is out of sight; `from` is where the reader will want to read on. */
export function watchFrom(from: Element | null): void {
	if (from === null || !window.matchMedia(NARROW).matches) return;
	left.setState({ at: from });
	const behavior = mayMove() ? "smooth" : "auto";
	document.querySelector(".workbench")?.scrollIntoView({ block: "start", behavior });
}

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
