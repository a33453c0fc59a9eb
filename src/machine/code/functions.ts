// One function definition: its frame, its body, what a debugger needs to know of it.

import type { FunctionDefinition, Local, ObjectSymbol } from "../c/tree.ts";
import { isScalar, sizeOf, typeText } from "../c/types.ts";
import { HEAD_WORDS, SLOTS_MAX, VARIADIC } from "../vm/frame.ts";
import { isFlexible } from "../vm/guarded-memory.ts";
import { Emitter, type FunctionCode } from "./emitter.ts";
import { branch, effect, value } from "./expressions.ts";
import type { Generator, Location } from "./generator.ts";
import type { VariableInfo } from "./image.ts";
import { initialise } from "./initialisers.ts";
import { addressOf, copyRecord, load, store } from "./places.ts";
import { Room, type Watch } from "./room.ts";
import { shapeOf } from "./shapes.ts";
import { block, type Flow, labelDepths } from "./statements.ts";

/** Compiles a definition. `statics` are the objects that belong to the function; `watch`: its variables have a room of their own. */
export function generateFunction(
	definition: FunctionDefinition,
	statics: readonly ObjectSymbol[],
	library: boolean,
	watch: Watch | null = null,
): FunctionCode {
	const out = new Emitter();
	if (!library) out.at(definition.place);
	out.emit("ENTER");
	const hidden = definition.type.result.kind === "record" ? 1 : 0;
	out.temporary((definition.parameters.length + hidden) * 2);
	const room =
		watch !== null && !library && hasRoom(definition) ? new Room(out, definition.symbol, watch) : null;
	const locations = assignLocations(out, definition, hidden, room);
	const variables: Scoped[] = [];
	const g: Generator = {
		out,
		value: (e, d = null) => value(g, e, d),
		effect: (e) => effect(g, e),
		branch: (e, label, sense) => branch(g, e, label, sense),
		initialise: (local, initialiser) => initialise(g, local, initialiser),
		block: (body) => block(flow, body),
		locationOf: (local) => locations.get(local)!,
		pointedAt: definition.pointedAt,
	};
	const begun = new Map<Local, number>();
	if (room !== null) enterRoom(g, room, definition, hidden);
	const flow: Flow = {
		g,
		room,
		library,
		result: definition.type.result,
		breaks: [],
		continues: [],
		labels: new Map(),
		addressed: definition.addressed,
		cases: new Map(),
		allocations: [],
		levels: [],
		depths: () => labelDepths(definition.body),
		begun,
		scope: (locals, start) => {
			for (const local of locals) variables.push({ local, start: begun.get(local) ?? start, end: out.pc });
		},
	};
	block(flow, definition.body);
	finishBody(g, definition);
	for (const local of definition.parameters) variables.push({ local, start: 0, end: out.pc });
	const words = (definition.parameters.length + hidden) * 2;
	const { slotBytes } = out.finish(words | (definition.type.variadic ? VARIADIC : 0));
	return {
		symbol: definition.symbol,
		library,
		code: out.code,
		relocations: out.relocations,
		marks: library ? [] : out.marks,
		variables: library ? [] : variables.flatMap((v) => describe(v, locations.get(v.local)!, slotBytes)),
		types: library ? [] : variables.map(({ local }) => local.type),
		statics: library ? [] : statics,
		overflows: slotBytes > SLOTS_MAX * 4,
	};
}

interface Scoped {
	readonly local: Local;
	readonly start: number;
	readonly end: number;
}

/** Falling off the end returns; from main, 0 (C11 5.1.2.2.3). */
function finishBody({ out }: Generator, { symbol, end }: FunctionDefinition): void {
	out.at(end);
	if (symbol.name === "main") {
		const zero = out.temporary(1);
		out.emit("LDI", zero, 0);
		out.emit("RET1", zero);
	} else out.emit("RET");
}

/** Whether anything of the function is to lie in a room: what pointers can lead to. */
function hasRoom({ locals, pointedAt }: FunctionDefinition): boolean {
	return locals.some((local) => isWatched(local, pointedAt) || local.type !== local.declared);
}

function isWatched(local: Local, pointedAt: ReadonlySet<Local>): boolean {
	return !isScalar(local.type) || pointedAt.has(local);
}

/** Where the caller has put a parameter. */
function givenIn(definition: FunctionDefinition, i: number, hidden: number): Location {
	const slot = HEAD_WORDS + (i + hidden) * 2;
	return definition.parameters[i]!.type.kind === "record"
		? { kind: "pointer", slot, offset: 0 }
		: { kind: "slots", offset: slot * 4, whole: true };
}

function assignLocations(
	out: Emitter,
	definition: FunctionDefinition,
	hidden: number,
	room: Room | null,
): Map<Local, Location> {
	const locations = new Map<Local, Location>();
	const { locals, parameters, pointedAt } = definition;
	for (const local of locals) {
		const whole = isScalar(local.type);
		const size = sizeOf(local.type);
		const given = parameters.indexOf(local);
		const wanted = room !== null && isWatched(local, pointedAt);
		// What lies in the room has its place in the frame all the same, so that the stack is full at the same step.
		if (given < 0 || !wanted) {
			const inFrame = given < 0 ? inTheFrame(out, local, size, whole) : givenIn(definition, given, hidden);
			locations.set(local, inFrame);
			if (local.type !== local.declared && inFrame.kind === "slots") room?.array(inFrame);
		}
		const inRoom = wanted ? room.variable(local, isFlexible(shapeOf(local.type))) : null;
		locations.set(local, inRoom ?? locations.get(local) ?? givenIn(definition, given, hidden));
	}
	return locations;
}

function inTheFrame(out: Emitter, local: Local, size: number, whole: boolean): Location {
	const room = out.variable(size, local.align, whole);
	return "slot" in room
		? { kind: "slots", offset: room.slot * 4, whole }
		: { kind: "large", offset: room.large };
}

/** The room begins, and parameters that lie in it are copied there. */
function enterRoom(g: Generator, room: Room, definition: FunctionDefinition, hidden: number): void {
	room.enter();
	definition.parameters.forEach((local, i) => {
		const given = givenIn(definition, i, hidden);
		const location = g.locationOf(local);
		if (location.kind !== "pointer" || (given.kind === "pointer" && given.slot === location.slot)) return;
		const mark = g.out.inUse();
		if (local.type.kind === "record")
			copyRecord(g, addressOf(g, location), addressOf(g, given), sizeOf(local.type));
		else store(g, location, local.type, null, load(g, given, local.type, null, null));
		g.out.release(mark);
	});
}

/** Where in the room of a watched function it lies: nothing at its very beginning does. */
function inRoom({ offset }: Extract<Location, { kind: "pointer" }>): Pick<VariableInfo, "inRoom"> {
	return offset === 0 ? {} : { inRoom: offset };
}

function describe({ local, start, end }: Scoped, location: Location, slotBytes: number): VariableInfo[] {
	if (local.hidden && local.type === local.declared) return [];
	const { name, parameter } = local;
	const isVariableArray = local.type !== local.declared;
	const common = { name, parameter, start, end };
	const shape = isVariableArray
		? { ...shapeOf(local.type), text: typeText(local.declared) }
		: shapeOf(local.type);
	switch (location.kind) {
		case "slots":
			return [{ ...common, shape, at: location.offset, storage: "frame" }];
		case "large":
			return [{ ...common, shape, at: slotBytes + location.offset, storage: "frame" }];
		case "pointer":
			return [{ ...common, shape, at: location.slot * 4, storage: "behind-pointer", ...inRoom(location) }];
		default:
			return [];
	}
}
