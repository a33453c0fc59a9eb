// Keeps what did not change: a new picture that reuses every part equal to the old one, so React redraws only the rest.

/** A value equal to `next` in which each part that equals its counterpart in `previous` is that very counterpart. */
export function share<T>(previous: T, next: T): T {
	if (Object.is(previous, next)) return previous;
	if (Array.isArray(previous) && Array.isArray(next)) return shareArray(previous, next) as T;
	if (previous instanceof Map && next instanceof Map) return shareMap(previous, next) as T;
	if (previous instanceof Set && next instanceof Set) return sameSet(previous, next) ? previous : next;
	if (isRecord(previous) && isRecord(next)) return shareRecord(previous, next) as T;
	return next;
}

function shareArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
	const parts = next.map((part, index) => share(previous[index], part));
	const same = previous.length === next.length && parts.every((part, index) => part === previous[index]);
	return same ? previous : parts;
}

function shareMap(
	previous: ReadonlyMap<unknown, unknown>,
	next: ReadonlyMap<unknown, unknown>,
): ReadonlyMap<unknown, unknown> {
	const parts = new Map([...next].map(([key, part]) => [key, share(previous.get(key), part)]));
	const same = previous.size === next.size && [...parts].every(([key, part]) => part === previous.get(key));
	return same ? previous : parts;
}

function sameSet(previous: ReadonlySet<unknown>, next: ReadonlySet<unknown>): boolean {
	return previous.size === next.size && [...next].every((each) => previous.has(each));
}

type Fields = { readonly [key: string]: unknown };

function shareRecord(previous: Fields, next: Fields): Fields {
	const keys = Object.keys(next);
	const parts: Record<string, unknown> = {};
	let same = keys.length === Object.keys(previous).length;
	for (const key of keys) {
		parts[key] = share(previous[key], next[key]);
		if (!Object.is(parts[key], previous[key])) same = false;
	}
	return same ? previous : parts;
}

function isRecord(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
