// The one writer: every change of kernel state goes through a journal, so that it can be taken back.

/** A place in a journal; undoing to it restores every record as it was when the mark was taken. */
export type Mark = number;

const ABSENT = Symbol("absent");

/** Entries kept allocated when a journal is emptied: emptying it after every call must cost nothing. */
const KEPT = 1024;

/**
 * Notes the old value before each change. Records are declared `readonly`, so the compiler refuses a change that does
 * not come here. Arrays and byte buffers inside records are never changed in place: set a new one.
 */
export class Journal {
	readonly #targets: object[] = [];
	readonly #keys: PropertyKey[] = [];
	readonly #olds: unknown[] = [];
	/** Entries in use; what lies beyond is left over and is written over. */
	#length = 0;

	/** Changes one field of one record. */
	set<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
		this.#note(target, key);
		(target as { [P in K]: T[P] })[key] = value;
	}

	/** Removes one entry of a table keyed by number or name. */
	remove<T>(table: { readonly [key: PropertyKey]: T }, key: PropertyKey): void {
		this.#note(table, key);
		delete (table as { [key: PropertyKey]: T })[key];
	}

	/** The present place, to undo to. */
	mark(): Mark {
		return this.#length;
	}

	/** Takes back every change since `mark`, newest first. */
	undo(mark: Mark): void {
		for (let i = this.#length - 1; i >= mark; i--) {
			const target = this.#targets[i] as Record<PropertyKey, unknown>;
			const key = this.#keys[i] as PropertyKey;
			const old = this.#olds[i];
			if (old === ABSENT) delete target[key];
			else target[key] = old;
		}
		this.#truncate(mark);
	}

	/** The records changed since `mark`, each once. */
	changed(mark: Mark): ReadonlySet<object> {
		return new Set(this.#targets.slice(mark, this.#length));
	}

	/** Changes noted. */
	get length(): number {
		return this.#length;
	}

	/** The record of change `i`, 0 … length - 1, oldest first. */
	record(i: number): object {
		return this.#targets[i] as object;
	}

	/** Forgets everything noted; marks taken before are void. */
	forget(): void {
		this.#truncate(0);
	}

	#note(target: object, key: PropertyKey): void {
		const old = (target as Record<PropertyKey, unknown>)[key];
		const i = this.#length++;
		this.#targets[i] = target;
		this.#keys[i] = key;
		this.#olds[i] = old === undefined && !Object.hasOwn(target, key) ? ABSENT : old;
	}

	#truncate(length: number): void {
		this.#length = length;
		if (this.#targets.length <= KEPT) return;
		this.#targets.length = length;
		this.#keys.length = length;
		this.#olds.length = length;
	}
}
