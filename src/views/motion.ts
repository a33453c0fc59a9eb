// Motion: short, from cause to effect, and none for readers who ask for none.

const STILL = "(prefers-reduced-motion: reduce)";

/** Asked once: the browser keeps the answer up to date. */
const still = typeof matchMedia === "function" ? matchMedia(STILL) : null;

/** Whether anything may move. */
export function mayMove(): boolean {
	return still?.matches === false;
}

/** Milliseconds that a byte is on its way. */
export const JOURNEY = 400;
const EASE = "cubic-bezier(0.3, 0, 0.3, 1)";

/** A way in units, as offsets from where the element stands. */
export type Way = readonly { readonly dx: number; readonly dy: number }[];

/** Moves an element along a way to where it stands. */
export function arrive(element: HTMLElement, way: Way, delay = 0): void {
	if (!mayMove() || typeof element.animate !== "function") return;
	const frames = [...way.map(translated), { translate: "0 0" }];
	element.animate(frames, { duration: JOURNEY, delay, easing: EASE, fill: "backwards" });
}

/** Moves an element away from where it stands, and leaves it unseen at the end of the way. */
export function leave(element: HTMLElement, way: Way, delay = 0): void {
	if (!mayMove() || typeof element.animate !== "function") return;
	const frames = [
		{ translate: "0 0", opacity: 1 },
		...way.map((each) => ({ ...translated(each), opacity: 1 })),
	];
	element.animate([...frames, { ...frames.at(-1), opacity: 0 }], {
		duration: JOURNEY,
		delay,
		easing: EASE,
		fill: "both",
	});
}

function translated({ dx, dy }: Way[number]): { translate: string } {
	return { translate: `${dx / 16}rem ${dy / 16}rem` };
}
