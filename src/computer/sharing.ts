// Copies of plain values that share what has not changed with an earlier copy: what makes many snapshots cheap.

/**
 * A deep copy of `value`, in which every part that equals the same part of `earlier` (a former copy) is that very part.
 * Byte arrays are shared always, as nobody changes them in place.
 */
export function copySharing<T>(value: T, earlier: unknown): T {
	if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
	if (Array.isArray(value)) return copyArray(value, Array.isArray(earlier) ? earlier : []) as T;
	const former = isRecord(earlier) ? earlier : null;
	return copyRecord(value as Record<string, unknown>, former) as T;
}

function copyArray(value: readonly unknown[], earlier: readonly unknown[]): readonly unknown[] {
	let same = value.length === earlier.length;
	const copy = value.map((item, i) => {
		const part = copySharing(item, earlier[i]);
		if (!Object.is(part, earlier[i])) same = false;
		return part;
	});
	return same && value.length > 0 ? earlier : copy;
}

function copyRecord(value: Record<string, unknown>, earlier: Record<string, unknown> | null): object {
	const keys = Object.keys(value);
	let same = earlier !== null && Object.keys(earlier).length === keys.length;
	const copy: Record<string, unknown> = {};
	for (const key of keys) {
		const former = earlier?.[key];
		const part = copySharing(value[key], former);
		copy[key] = part;
		if (same && (!Object.is(part, former) || !Object.hasOwn(earlier as object, key))) same = false;
	}
	return same ? (earlier as object) : copy;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
