// What stands in the editor's margin and behind its lines: breakpoints, and the processes that stand on a line.
import { type Extension, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
	Decoration,
	type DecorationSet,
	EditorView,
	GutterMarker,
	gutter,
	WidgetType,
} from "@codemirror/view";
import type { Identity } from "../pictures/identity.ts";

/** A process on a line of the file. */
export interface Mark {
	readonly line: number;
	readonly identity: Identity;
	readonly acting: boolean;
}

// ---- breakpoints ----

class Dot extends GutterMarker {
	override toDOM(): Node {
		const dot = document.createElement("span");
		dot.className = "breakpoint";
		return dot;
	}
}
const dot = new Dot();
const toggles = StateEffect.define<number>();

/** Breakpoints by their lines; they move with the text. */
export const breakpoints = StateField.define<RangeSet<GutterMarker>>({
	create: () => RangeSet.empty,
	update(set, transaction) {
		let next = set.map(transaction.changes);
		for (const effect of transaction.effects) {
			if (!effect.is(toggles)) continue;
			const at = effect.value;
			let there = false;
			next.between(at, at, (from) => {
				if (from === at) there = true;
			});
			next = next.update(there ? { filter: (from) => from !== at } : { add: [dot.range(at)] });
		}
		return next;
	},
});

/** Those that are there when a text is opened; lines that it does not have are left out. */
export function breakpointsAt(lines: readonly number[]): Extension {
	return breakpoints.init(({ doc }) => {
		const there = [...new Set(lines)].filter((line) => line >= 1 && line <= doc.lines).sort((a, b) => a - b);
		return RangeSet.of(there.map((line) => dot.range(doc.line(line).from)));
	});
}

export function toggleBreakpoint(view: EditorView, position: number): void {
	view.dispatch({ effects: toggles.of(view.state.doc.lineAt(position).from) });
}

/** The lines with a breakpoint, from 1. */
export function breakpointLines(view: EditorView): number[] {
	const lines = new Set<number>();
	for (const cursor = view.state.field(breakpoints).iter(); cursor.value !== null; cursor.next()) {
		lines.add(view.state.doc.lineAt(cursor.from).number);
	}
	return [...lines];
}

export const breakpointGutter = [
	breakpoints,
	gutter({
		class: "cm-breakpoints",
		markers: (view) => view.state.field(breakpoints),
		initialSpacer: () => dot,
		domEventHandlers: {
			mousedown(view, block) {
				toggleBreakpoint(view, block.from);
				return true;
			},
		},
	}),
];

// ---- processes ----

class Badges extends WidgetType {
	readonly #marks: readonly Mark[];

	constructor(marks: readonly Mark[]) {
		super();
		this.#marks = marks;
	}

	override eq(other: Badges): boolean {
		return JSON.stringify(this.#marks) === JSON.stringify(other.#marks);
	}

	override toDOM(): HTMLElement {
		const all = document.createElement("span");
		all.className = "standing";
		for (const { identity } of this.#marks) {
			const badge = document.createElement("span");
			badge.className = `badge small hue-${identity.hue}`;
			badge.textContent = identity.letter;
			badge.title = `${identity.name} is here`;
			all.append(badge);
		}
		return all;
	}
}

const stands = StateEffect.define<readonly Mark[]>();

const standing = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(set, transaction) {
		for (const effect of transaction.effects) {
			if (effect.is(stands)) return decorations(effect.value, transaction.state.doc);
		}
		return set.map(transaction.changes);
	},
	provide: (field) => EditorView.decorations.from(field),
});

function decorations(marks: readonly Mark[], doc: EditorView["state"]["doc"]): DecorationSet {
	const lines = [...new Set(marks.map(({ line }) => line))]
		.filter((line) => line >= 1 && line <= doc.lines)
		.sort((a, b) => a - b);
	return Decoration.set(
		lines.flatMap((number) => {
			const here = marks.filter(({ line }) => line === number);
			const first = here.find(({ acting }) => acting) ?? (here[0] as Mark);
			const line = doc.line(number);
			const names = `cm-here hue-${first.identity.hue}${first.acting ? " acting" : ""}`;
			return [
				Decoration.line({ class: names }).range(line.from),
				Decoration.widget({ widget: new Badges(here), side: 1 }).range(line.to),
			];
		}),
	);
}

export const processMarks = standing;

export function showMarks(view: EditorView, marks: readonly Mark[]): void {
	view.dispatch({ effects: stands.of(marks) });
}
