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
	/** A table: of what shape its entries are. */
	readonly entries: Shape | null;
}

const PLAIN: Shape = { fields: {}, entries: null };
const SIGNALS: Shape = { fields: { dispositions: PLAIN }, entries: null };
const PROCESS: Shape = {
	fields: { descriptors: PLAIN, signals: SIGNALS, otherLimits: PLAIN },
	entries: null,
};
const DIRECTORY: Shape = { fields: { entries: PLAIN }, entries: null };
const STATE: Shape = {
	fields: {
		processes: tableOf(PROCESS),
		ended: PLAIN,
		openFiles: tableOf(PLAIN),
		pipes: tableOf(PLAIN),
		files: tableOf(PLAIN),
		directories: tableOf(DIRECTORY),
		terminals: tableOf(PLAIN),
		scheduler: PLAIN,
	},
	entries: null,
};

type Fields = Record<string, unknown>;

/** Changes that are noted before they are worked off. */
const MOST_NOTED = 4096;

/** Remembers, for the records of one kernel, the copies that are still true. */
export class StateSaver {
	/** The copy of each record as long as neither it nor anything in it has changed. */
	#copies = new WeakMap<object, object>();
	#parents = new WeakMap<object, object>();
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
		const copy = this.#copy(state as object as Fields, STATE) as object as KernelState;
		return { state: copy, outputs: Object.values(state.terminals).map(({ output }) => output.length) };
	}

	/** The saved records, to be changed; parts of `live` that have not changed since the save are used as they are. */
	restore(saved: SavedState, live: KernelState): KernelState {
		this.#forgetChanged();
		const state = this.#thaw(saved.state as object as Fields, live as object as Fields, STATE);
		const restored = state as object as KernelState;
		for (const [i, terminal] of Object.values(restored.terminals).entries()) {
			if (terminal === live.terminals[terminal.id]) continue;
			// Whoever made the save may go on to add to its own list.
			(terminal as { output: readonly Output[] }).output = terminal.output.slice(0, saved.outputs[i]);
		}
		return restored;
	}

	#copy(record: Fields, shape: Shape): Fields {
		const known = this.#copies.get(record);
		if (known !== undefined) return known as Fields;
		const copy = { ...record };
		for (const field in shape.fields) {
			copy[field] = this.#copyPart(record, field, shape.fields[field] as Shape);
		}
		if (shape.entries !== null) {
			for (const key in record) copy[key] = this.#copyPart(record, key, shape.entries);
		}
		this.#copies.set(record, copy);
		return copy;
	}

	#copyPart(record: Fields, key: string, shape: Shape): Fields {
		const part = record[key] as Fields;
		this.#parents.set(part, record);
		return this.#copy(part, shape);
	}

	#thaw(copy: Fields, live: Fields | undefined, shape: Shape): Fields {
		if (live !== undefined && this.#copies.get(live) === copy) return live;
		const record = { ...copy };
		for (const field in shape.fields) {
			record[field] = this.#thawPart(record, copy, live, field, shape.fields[field] as Shape);
		}
		if (shape.entries !== null) {
			for (const key in copy) record[key] = this.#thawPart(record, copy, live, key, shape.entries);
		}
		this.#copies.set(record, copy);
		return record;
	}

	#thawPart(record: Fields, copy: Fields, live: Fields | undefined, key: string, shape: Shape): Fields {
		const part = this.#thaw(copy[key] as Fields, live?.[key] as Fields | undefined, shape);
		this.#parents.set(part, record);
		return part;
	}

	#forgetChanged(): void {
		for (const record of this.#changed) this.#forget(record);
		this.#changed = [];
	}

	/** A record has changed: its copy and those of all records around it are not true any more. */
	#forget(record: object): void {
		for (let one: object | undefined = record; one && this.#copies.delete(one); one = this.#parents.get(one));
	}
}

function tableOf(entries: Shape): Shape {
	return { fields: {}, entries };
}
