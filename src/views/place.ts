// From the layout's units to CSS: a sixteenth of the text size each, so that the stage grows with the reader's type.
import type { CSSProperties } from "react";
import type { StagePart } from "../lessons/index.ts";
import type { Box, Point } from "./pictures/layout.ts";

/** What a lesson can have below the lanes, and how high that is, in units. */
export const BELOW = { flow: 62, ruler: 82, disk: 40 } as const;

export type Below = keyof typeof BELOW;

/** The one of them that a lesson shows. */
export function belowLanes(show: ReadonlySet<StagePart>): Below | undefined {
	return (Object.keys(BELOW) as Below[]).find((part) => show.has(part));
}

/** The height that it takes. */
export function belowHeight(show: ReadonlySet<StagePart>): number {
	const part = belowLanes(show);
	return part === undefined ? 0 : BELOW[part];
}

export function rem(units: number): string {
	return `${Math.round(units * 100) / 1600}rem`;
}

export function boxStyle({ x, y, w, h }: Box): CSSProperties {
	return { left: rem(x), top: rem(y), width: rem(w), height: rem(h) };
}

export function pointStyle({ x, y }: Point): CSSProperties {
	return { left: rem(x), top: rem(y) };
}
