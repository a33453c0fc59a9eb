// Plain values: copying, comparing and fingerprinting records made of numbers, strings, arrays, bytes and records.

/** A deep copy. Byte arrays are shared, as nobody changes them in place. */
export function copyPlain<T>(value: T): T {
	if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
	if (Array.isArray(value)) return value.map(copyPlain) as T;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyPlain(part)])) as T;
}

/** A 53-bit hash in two 32-bit halves, fed one number at a time. */
export class Hash {
	#a = 0x9e3779b9 | 0;
	#b = 0x85ebca6b | 0;

	number(value: number): void {
		this.word(value | 0);
		if (value !== (value | 0)) this.text(String(value));
	}

	word(value: number): void {
		this.#a = Math.imul(this.#a ^ value, 0x01000193) ^ (this.#b >>> 13);
		this.#b = Math.imul(this.#b ^ value, 0x27d4eb2f) ^ (this.#a >>> 15);
	}

	text(value: string): void {
		this.word(value.length);
		for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i));
	}

	bytes(value: Uint8Array): void {
		this.word(value.length);
		for (let i = 0; i < value.length; i++) this.word(value[i] as number);
	}

	/** Feeds a plain value; the order in which a record's keys were added does not matter. */
	plain(value: unknown): void {
		if (typeof value === "number") this.number(value);
		else if (typeof value === "string") this.#tagged("s", value);
		else if (typeof value !== "object" || value === null) this.#tagged("o", String(value));
		else if (value instanceof Uint8Array) {
			this.text("b");
			this.bytes(value);
		} else {
			const keys = Object.keys(value).sort();
			this.#tagged(Array.isArray(value) ? "a" : "r", String(keys.length));
			for (const key of keys) {
				this.text(key);
				this.plain((value as Record<string, unknown>)[key]);
			}
		}
	}

	/** A value of another kind never looks the same. */
	#tagged(kind: string, text: string): void {
		this.text(kind);
		this.text(text);
	}

	/** A whole number below 2^53, the same for the same input on every machine. */
	digest(): number {
		return (this.#a >>> 0) * 0x200000 + ((this.#b >>> 0) & 0x1fffff);
	}
}
