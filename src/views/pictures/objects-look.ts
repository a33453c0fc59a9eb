// Where the objects of a process's memory lie: what a pointer leads to by name, and the lines that show it.
import type { Look, ObjectLook } from "../../session/playground.ts";

interface Named {
	readonly name: string;
	readonly address: number;
	readonly size: number;
}

/** Every object and part, the innermost parts last. */
export function namesOf({ frames, globals, reached }: Look): readonly Named[] {
	const named: Named[] = [];
	const add = (object: ObjectLook, name: string): void => {
		named.push({ name, address: object.address, size: object.size });
		for (const part of object.parts)
			add(part, part.name.startsWith("[") ? name + part.name : `${name}.${part.name}`);
	};
	for (const { objects } of frames) for (const object of objects) add(object, object.name);
	for (const object of globals) add(object, object.name);
	for (const object of reached) add(object, `${/^[aeiou]/.test(object.type) ? "an" : "a"} ${object.type}`);
	return named;
}

/** The name of what lies at an address: an object that begins there, else one that holds it. */
export function placeName(names: readonly Named[], at: number): string | null {
	const begins = names.find(({ address }) => address === at);
	if (begins !== undefined) return begins.name;
	const holds = names.findLast(({ address, size }) => at > address && at < address + size);
	return holds === undefined ? null : `${holds.name} + ${at - holds.address}`;
}

/** A row of the pane as it lies there, in pixels. */
export interface Row {
	readonly at: number;
	readonly to: number | null;
	readonly left: number;
	readonly right: number;
	readonly y: number;
}

/** Paths from rows with a pointer to the rows it leads to; from column to column straight on, within one around its side. */
export function arrowsOf(rows: readonly Row[]): readonly string[] {
	return rows.flatMap((row) => {
		if (row.to === null) return [];
		const target = rows.find(({ at }) => at === row.to);
		if (target === undefined || target === row) return [];
		const beside = target.left > row.right;
		const [x1, x2] = [round(row.right), round(beside ? target.left : target.right)];
		const bend = beside ? (x2 - x1) / 2 : 18 + Math.min(14, Math.abs(target.y - row.y) / 12);
		const [c1, c2] = [round(x1 + bend), round(beside ? x2 - bend : x2 + bend)];
		return [`M${x1} ${round(row.y)}C${c1} ${round(row.y)} ${c2} ${round(target.y)} ${x2} ${round(target.y)}`];
	});
}

function round(value: number): number {
	return Math.round(value * 2) / 2;
}
