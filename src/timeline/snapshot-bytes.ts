// About how much memory a snapshot takes that its neighbour does not share.

/** What an object and each of its fields cost in a JavaScript engine, about. */
const OBJECT = 24;
const FIELD = 8;
const BYTES = 96;
const LONG = 500;

/** Bytes of `value` not counting what is in `shared`; `seen` holds everything in it, to compare the next one with. */
export function snapshotBytes(
	value: unknown,
	shared: ReadonlySet<object>,
): { readonly bytes: number; readonly seen: Set<object> } {
	const seen = new Set<object>();
	const open: unknown[] = [value];
	let bytes = 0;
	while (open.length > 0) {
		const next = open.pop();
		if (typeof next !== "object" || next === null || seen.has(next)) continue;
		seen.add(next);
		const fresh = !shared.has(next);
		if (ArrayBuffer.isView(next)) {
			if (fresh) bytes += BYTES + next.byteLength;
			continue;
		}
		// The only list that grows long is output, which all snapshots of a run share.
		if (Array.isArray(next) && next.length > LONG) continue;
		const fields =
			next instanceof Map || next instanceof Set ? [...next.entries()].flat() : Object.values(next);
		if (fresh) bytes += OBJECT + FIELD * fields.length;
		for (const field of fields) open.push(field);
	}
	return { bytes, seen };
}
