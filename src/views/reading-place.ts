// What is watched is brought to the eye; on narrow pages, where text and stage stand one below the other, the text is found again.
import { createStore, useStore } from "zustand";
import type { Stop } from "./eye.ts";
import { mayMove } from "./motion.ts";

const NARROW = "(max-width: 75.99rem)";

const left = createStore<{ readonly at: Element | null }>(() => ({ at: null }));

/** Scrolls to the stage where it is out of sight; `from` is where the reader will want to read on. */
export function watchFrom(from: Element | null): void {
	if (from === null || !window.matchMedia(NARROW).matches) return;
	left.setState({ at: from });
	bringToEye(true);
}

/** Comes with the first step: see `eye.ts`. */
export function bringToEye(there = false, stop: Stop | null = null): void {
	import("./eye.ts").then((eye) => eye.bringToEye(there, stop));
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
