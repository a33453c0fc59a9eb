// From the layout's units to CSS: a sixteenth of the text size each, so that the stage grows with the reader's type.
import type { CSSProperties } from "react";
import type { Box, Point } from "./pictures/layout.ts";

/** Height of the flow of a pipe, where a lesson shows it below the lanes. */
export const FLOW_H = 62;

export function rem(units: number): string {
	return `${Math.round(units * 100) / 1600}rem`;
}

export function boxStyle({ x, y, w, h }: Box): CSSProperties {
	return { left: rem(x), top: rem(y), width: rem(w), height: rem(h) };
}

export function pointStyle({ x, y }: Point): CSSProperties {
	return { left: rem(x), top: rem(y) };
}
