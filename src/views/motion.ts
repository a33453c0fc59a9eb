// Motion: short, from cause to effect, and none for readers who ask for none.

const STILL = "(prefers-reduced-motion: reduce)";

/** Whether anything may move. */
export function mayMove(): boolean {
	return typeof matchMedia === "function" && !matchMedia(STILL).matches;
}

/** Milliseconds that a byte is on its way. */
export const JOURNEY = 340;
const EASE = "cubic-bezier(0.3, 0, 0.2, 1)";

/** Moves an element from an offset (in units) to where it stands. */
export function arriveFrom(element: HTMLElement, dx: number, dy: number, delay = 0): void {
	if (!mayMove() || typeof element.animate !== "function") return;
	element.animate(
		[
			{ translate: `${dx / 16}rem ${dy / 16}rem`, opacity: 0.2 },
			{ translate: "0 0", opacity: 1 },
		],
		{ duration: JOURNEY, delay, easing: EASE, fill: "backwards" },
	);
}

/** Moves an element away to an offset and leaves it unseen there. */
export function leaveTo(element: HTMLElement, dx: number, dy: number, delay = 0): void {
	if (!mayMove() || typeof element.animate !== "function") return;
	element.animate(
		[
			{ translate: "0 0", opacity: 1 },
			{ translate: `${dx / 16}rem ${dy / 16}rem`, opacity: 0 },
		],
		{ duration: JOURNEY + 60, delay, easing: EASE, fill: "both" },
	);
}
