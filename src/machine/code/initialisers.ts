// Initialisers of objects with automatic storage.

import type { Initialiser, InitialiserEntry, Local } from "../c/tree.ts";
import { sizeOf } from "../c/types.ts";
import type { Generator, Location } from "./generator.ts";
import { changes } from "./order.ts";
import { addressOf, copyRecord, moved, store, targetSlot } from "./places.ts";

/** Objects in at most this many slots are set to zero slot by slot. */
const FEW_SLOTS = 16;

/** Makes the stores that the initialiser asks for. */
export function initialise(g: Generator, local: Local, { zero, entries }: Initialiser): void {
	const location = g.locationOf(local);
	if (zero) clear(g, location, sizeOf(local.type));
	for (const entry of inOrder(entries)) {
		const mark = g.out.inUse();
		enter(g, location, entry);
		g.out.release(mark);
	}
}

/** As gcc makes them: by their place in the object, whatever the order of the text, when that can be seen. */
function inOrder(entries: readonly InitialiserEntry[]): readonly InitialiserEntry[] {
	const isSeen = entries.some((entry) => entry.kind === "value" && changes(entry.value));
	return isSeen ? [...entries].sort((a, b) => a.offset - b.offset) : entries;
}

function clear(g: Generator, location: Location, size: number): void {
	const { out } = g;
	const mark = out.inUse();
	const words = Math.ceil(size / 4);
	if (location.kind === "slots" && words <= FEW_SLOTS) {
		const first = location.offset / 4;
		for (let i = 0; i + 1 < words; i += 2) out.emit("LDI2", first + i, 0, 0);
		if (words % 2 === 1) out.emit("LDI", first + words - 1, 0);
	} else out.emit("ZERO", addressOf(g, location), size);
	out.release(mark);
}

function enter(g: Generator, object: Location, entry: InitialiserEntry): void {
	const { out } = g;
	const isWhole = entry.offset === 0 && object.kind === "slots" && object.whole;
	const location = isWhole ? object : moved(g, object, entry.offset);
	if (entry.kind === "bytes") {
		const source = out.temporary(2);
		out.address(source, entry.source, 0);
		copyRecord(g, addressOf(g, location), source, entry.length);
	} else if (entry.type.kind === "record") {
		const source = g.value(entry.value);
		copyRecord(g, addressOf(g, location), source, sizeOf(entry.type));
	} else {
		const slot = targetSlot(location, entry.type, entry.bits);
		if (slot !== null) g.value(entry.value, slot);
		else store(g, location, entry.type, entry.bits, g.value(entry.value));
	}
}
