// Saving the kernel's records often and cheaply: a save copies what has changed since the last one and shares the rest.

import type { Journal } from "../base/index.ts";
import type { KernelState, Output } from "../kernel/index.ts";

/** The kernel's records at one moment. Nothing in it ever changes; parts are shared with other saves. */
export interface SavedState {
	/** The records as they were; a terminal's `output` may have grown since: only its first entries count. */
	readonly state: KernelState;
	/** How many entries the outputs of the terminals had, in the order of the terminals. */
	readonly outputs: readonly number[];
}

/** Which fields of a record hold records that the journal changes in place; all other values are replaced whole. */
interface Shape {
	readonly fields: { readonly [field: string]: Shape };
	readonly names: string[];
	/** A table: of what shape its entries are. */
	readonly entries: Shape | null;
}

const PLAIN = recordWith({});
const SIGNALS = recordWith({ dispositions: PLAIN });
const PROCESS = recordWith({ descriptors: PLAIN, signals: SIGNALS, otherLimits: PLAIN });
const STATE = recordWith({
	processes: tableOf(PROCESS),
	ended: PLAIN,
	openFiles: tableOf(PLAIN),
	pipes: tableOf(PLAIN),
	files: tableOf(PLAIN),
	directories: tableOf(recordWith({ entries: PLAIN })),
	terminals: tableOf(PLAIN),
	scheduler: PLAIN,
});

type Fields = Record<string, unknown>;

/** A record that the journal may change in place, and the copy of it as long as neither it nor anything in it has changed. */
interface Part {
	readonly record: Fields;
	copy: Fields | null;
	around: Part | null;
	/** The parts inside it, by field. */
	readonly parts: Map<string, Part>;
}

/** Changes that are noted before they are worked off. */
const MOST_NOTED = 4096;

/** Remembers, for the records of one kernel, the copies that are still true. */
export class StateSaver {
	/** All records of the kernel that are changed in place, as far as they were saved or restored. */
	readonly #parts = new Map<object, Part>();
	#root: Part | null = null;
	#changed: object[] = [];

	/** Takes note of everything in the journal. */
	note(journal: Journal): void {
		journal.each((record) => {
			if (this.#changed[this.#changed.length - 1] !== record) this.#changed.push(record);
		});
		if (this.#changed.length > MOST_NOTED) this.#forgetChanged();
	}

	save(state: KernelState): SavedState {
		this.#forgetChanged();
		const record = state as object as Fields;
		if (this.#root?.record !== record) this.#root = this.#newPart(record, null, null);
		const copy = this.#copy(this.#root, STATE) as object as KernelState;
		return { state: copy, outputs: Object.values(state.terminals).map(({ output }) => output.length) };
	}

	/** The saved records, to be changed; parts of `live` that have not changed since the save are used as they are. */
	restore(saved: SavedState, live: KernelState): KernelState {
		this.#forgetChanged();
		this.#root = this.#thaw(saved.state as object as Fields, this.#root, null, STATE);
		const restored = this.#root.record as object as KernelState;
		for (const [i, terminal] of Object.values(restored.terminals).entries()) {
			if (terminal === live.terminals[terminal.id]) continue;
			// Whoever made the save may go on to add to its own list.
			(terminal as { output: readonly Output[] }).output = terminal.output.slice(0, saved.outputs[i]);
		}
		return restored;
	}

	#copy(part: Part, shape: Shape): Fields {
		if (part.copy !== null) return part.copy;
		const { record, parts } = part;
		const copy = { ...record };
		for (const field of fieldsOf(record, shape)) {
			const inner = record[field] as Fields;
			let known = parts.get(field);
			if (known?.record !== inner) {
				if (known !== undefined) this.#drop(known);
				known = this.#newPart(inner, null, part);
				parts.set(field, known);
			}
			copy[field] = this.#copy(known, shape.entries ?? (shape.fields[field] as Shape));
		}
		this.#dropMissing(part, record);
		part.copy = copy;
		return copy;
	}

	/** The part whose copy is `copy`: `live` if that is still so, else a new one that uses what it can of `live`. */
	#thaw(copy: Fields, live: Part | null, around: Part | null, shape: Shape): Part {
		if (live !== null && live.copy === copy) {
			live.around = around;
			return live;
		}
		const record = { ...copy };
		const part = this.#newPart(record, copy, around);
		for (const field of fieldsOf(copy, shape)) {
			const inner = shape.entries ?? (shape.fields[field] as Shape);
			const thawed = this.#thaw(copy[field] as Fields, live?.parts.get(field) ?? null, part, inner);
			live?.parts.delete(field);
			part.parts.set(field, thawed);
			record[field] = thawed.record;
		}
		if (live !== null) this.#drop(live);
		return part;
	}

	#newPart(record: Fields, copy: Fields | null, around: Part | null): Part {
		const part = { record, copy, around, parts: new Map() };
		this.#parts.set(record, part);
		return part;
	}

	/** A record is not part of the kernel any more. */
	#drop(part: Part): void {
		if (this.#parts.get(part.record) === part) this.#parts.delete(part.record);
		for (const inner of part.parts.values()) this.#drop(inner);
	}

	#dropMissing(part: Part, record: Fields): void {
		for (const [field, inner] of part.parts) {
			if (Object.hasOwn(record, field)) continue;
			this.#drop(inner);
			part.parts.delete(field);
		}
	}

	/** Copies of changed records, and of all records around them, are not true any more. */
	#forgetChanged(): void {
		for (const record of this.#changed) {
			let part = this.#parts.get(record) ?? null;
			for (; part !== null && part.copy !== null; part = part.around) part.copy = null;
		}
		this.#changed.length = 0;
	}
}

function fieldsOf(record: Fields, shape: Shape): string[] {
	return shape.entries === null ? shape.names : Object.keys(record);
}

function tableOf(entries: Shape): Shape {
	return { fields: {}, names: [], entries };
}

function recordWith(fields: { readonly [field: string]: Shape }): Shape {
	return { fields, names: Object.keys(fields), entries: null };
}
