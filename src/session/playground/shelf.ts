// The reader's work kept in the browser, and the works before it: nothing that is opened takes away what was there.
import * as v from "valibot";
import type { Storage } from "../storage.ts";
import { readOwnWork, type Work } from "./work.ts";

const KEY = "interprocess.playground";
/** Works that are kept besides the present one. */
const MOST_EARLIER = 8;

const keptSchema = v.object({ version: v.literal(1), work: v.unknown(), earlier: v.array(v.unknown()) });

interface Kept {
	readonly work: Work | null;
	/** The last one first. */
	readonly earlier: readonly Work[];
}

const NOTHING: Kept = { work: null, earlier: [] };

/** Where the work lies between visits. Another page of the same browser may write there too. */
export class Shelf {
	readonly #storage: Storage;
	#kept: Kept;
	/** What this page has last seen there. */
	#seen: string | null;

	constructor(storage: Storage) {
		this.#storage = storage;
		this.#seen = storage.read(KEY);
		this.#kept = readKept(this.#seen);
	}

	get work(): Work | null {
		return this.#kept.work;
	}

	get earlier(): readonly Work[] {
		return this.#kept.earlier;
	}

	/** Keeps the work as it now is; false when the browser refuses. */
	keep(work: Work): boolean {
		const other = this.#otherPages();
		const earlier =
			other === null || same(other, work) ? this.#kept.earlier : shelved(this.#kept.earlier, other);
		return this.#write({ work, earlier });
	}

	/** Puts another work in the place of the present one, which goes on the shelf; false when the browser refuses. */
	replace(work: Work): boolean {
		const { work: before, earlier } = this.#kept;
		const rest = earlier.filter((one) => !same(one, work));
		return this.#write({
			work,
			earlier: before === null || same(before, work) ? rest : shelved(rest, before),
		});
	}

	/** What another page has written since: it is not to be lost. */
	#otherPages(): Work | null {
		const there = this.#storage.read(KEY);
		if (there === null || there === this.#seen) return null;
		return readKept(there).work;
	}

	#write(kept: Kept): boolean {
		this.#kept = kept;
		const text = JSON.stringify({ version: 1, ...kept });
		const done = this.#storage.write(KEY, text);
		if (done) this.#seen = text;
		return done;
	}
}

function readKept(text: string | null): Kept {
	if (text === null) return NOTHING;
	try {
		const read = v.safeParse(keptSchema, JSON.parse(text));
		if (!read.success) return NOTHING;
		const earlier = read.output.earlier.map(readOwnWork).filter((work) => work !== null);
		return { work: readOwnWork(read.output.work), earlier: earlier.slice(0, MOST_EARLIER) };
	} catch {
		return NOTHING;
	}
}

function shelved(earlier: readonly Work[], work: Work): readonly Work[] {
	return [work, ...earlier.filter((one) => !same(one, work))].slice(0, MOST_EARLIER);
}

/** The same programs and options, whatever they are called. */
export function same(a: Work, b: Work): boolean {
	return JSON.stringify([a.programs, a.options]) === JSON.stringify([b.programs, b.options]);
}
