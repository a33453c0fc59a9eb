// Pieces of a repair and where they lie; and the program's text with its places cut in.
import type { Fix } from "../../lessons/index.ts";
import { type SourceLine, sourceLines } from "./source.ts";

export type Placement = { readonly [place: string]: readonly string[] };

/** Puts a piece at the end of a place, or back among the unused ones. */
export function move(placement: Placement, piece: string, place: string | null): Placement {
	const next: Record<string, readonly string[]> = {};
	for (const [id, pieces] of Object.entries(placement)) {
		const left = pieces.filter((each) => each !== piece);
		if (left.length > 0) next[id] = left;
	}
	if (place !== null) next[place] = [...(next[place] ?? []), piece];
	return next;
}

/** The pieces that lie in no place, in their own order. */
export function poolOf(fix: Fix, placement: Placement): Fix["pieces"] {
	const used = new Set(Object.values(placement).flat());
	return fix.pieces.filter(({ id }) => !used.has(id));
}

export type FixPart =
	/** `number`: of the line in the program with the pieces in their places, which is the one that runs. */
	| { readonly kind: "text"; readonly line: SourceLine; readonly number: number }
	| { readonly kind: "place"; readonly place: string; readonly label: string; readonly indent: string };

/** The file line by line; where a place's comment stands, the place. */
export function textWithPlaces(text: string, fix: Fix, placement: Placement): readonly FixPart[] {
	let number = 0;
	return sourceLines(text).map((line): FixPart => {
		const place = fix.places.find((each) => each.line === line.number);
		if (place === undefined) return { kind: "text", line, number: ++number };
		for (const id of placement[place.id] ?? [])
			number += (fix.pieces.find((piece) => piece.id === id)?.text ?? "").split("\n").length;
		return { kind: "place", place: place.id, label: place.label, indent: place.indent };
	});
}
