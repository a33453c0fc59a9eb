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
	readonly fields: readonly (readonly [field: string, shape: Shape])[];
	/** A table: of what shape its entries are. */
	readonly entries: Shape | null;
}

const PLAIN = recordWith({});
const SIGNALS = recordWith({ dispositions: PLAIN });
const PROCESS = recordWith({ descriptors: PLAIN, signals: SIGNALS, otherLimits: PLAIN, hardLimits: PLAIN });
const STATE = recordWith({
	processes: tableOf(PROCESS),
	ended: PLAIN,
	openFiles: tableOf(PLAIN),
	pipes: tableOf(PLAIN),
	sockets: tableOf(PLAIN),
	socketFiles: tableOf(PLAIN),
	files: tableOf(PLAIN),
	fifos: tableOf(PLAIN),
	symlinks: tableOf(PLAIN),
	queues: tableOf(PLAIN),
	directories: tableOf(recordWith({ entries: PLAIN })),
	terminals: tableOf(PLAIN),
	scheduler: PLAIN,
});

type Fields = Record<string, unknown>;

/** What the saver knows of a record that the journal may change in place. */
interface Mark {
	/** The copy of the record, as long as neither it nor anything in it has changed. */
	copy: Fields | null;
	/** The mark of the record it is in. */
	around: Mark | null;
}

/**
 * Where a record carries its mark. Not enumerable, so that no copy, comparison or hash sees it. (A map from records to
 * marks does the same, but in long runs its garbage cost more than all the copying.)
 */
const MARK = Symbol("mark");

type Marked = { [MARK]?: Mark };

/** Remembers, for the records of one kernel, the copies that are still true. */
export class StateSaver {
	/** Takes note of everything in the journal. */
	note(journal: Journal): void {
		for (let i = 0; i < journal.length; i++) {
			const record = journal.record(i);
			if (i === 0 || record !== journal.record(i - 1)) forgetCopy(record);
		}
	}

	save(state: KernelState): SavedState {
		const copy = copyOf(state as object as Fields, null, STATE) as object as KernelState;
		return { state: copy, outputs: Object.values(state.terminals).map(({ output }) => output.length) };
	}

	/** The saved records, to be changed; parts of `live` that have not changed since the save are used as they are. */
	restore(saved: SavedState, live: KernelState): KernelState {
		const thawed = thaw(saved.state as object as Fields, live as object as Fields, null, STATE);
		const state = thawed as object as KernelState;
		for (const [i, terminal] of Object.values(state.terminals).entries()) {
			if (terminal === live.terminals[terminal.id]) continue;
			// Whoever made the save may go on to add to its own list.
			(terminal as { output: readonly Output[] }).output = terminal.output.slice(0, saved.outputs[i]);
		}
		return state;
	}
}

/** A record has changed: its copy and those of all records around it are not true any more. */
function forgetCopy(record: object): void {
	let mark = (record as Marked)[MARK] ?? null;
	for (; mark !== null && mark.copy !== null; mark = mark.around) mark.copy = null;
}

function markOf(record: Fields, copy: Fields | null, around: Mark | null): Mark {
	const known = (record as Marked)[MARK];
	if (known !== undefined) {
		known.around = around;
		return known;
	}
	const mark: Mark = { copy, around };
	Object.defineProperty(record, MARK, { value: mark });
	return mark;
}

function copyOf(record: Fields, around: Mark | null, shape: Shape): Fields {
	const mark = markOf(record, null, around);
	if (mark.copy !== null) return mark.copy;
	const copy = { ...record };
	if (shape.entries !== null) {
		for (const key in record) copy[key] = copyOf(record[key] as Fields, mark, shape.entries);
	}
	for (const [field, inner] of shape.fields) copy[field] = copyOf(record[field] as Fields, mark, inner);
	mark.copy = copy;
	return copy;
}

/** The record whose copy is `copy`: `live` if that is still so, else a new one that uses what it can of `live`. */
function thaw(copy: Fields, live: Fields | undefined, around: Mark | null, shape: Shape): Fields {
	if (live !== undefined && (live as Marked)[MARK]?.copy === copy) {
		markOf(live, copy, around);
		return live;
	}
	const record = { ...copy };
	const mark = markOf(record, copy, around);
	if (shape.entries !== null) {
		for (const key in copy) {
			record[key] = thaw(copy[key] as Fields, live?.[key] as Fields | undefined, mark, shape.entries);
		}
	}
	for (const [field, inner] of shape.fields) {
		record[field] = thaw(copy[field] as Fields, live?.[field] as Fields | undefined, mark, inner);
	}
	return record;
}

function tableOf(entries: Shape): Shape {
	return { fields: [], entries };
}

function recordWith(fields: { readonly [field: string]: Shape }): Shape {
	return { fields: Object.entries(fields), entries: null };
}
