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
import { shapeOf } from "./shapes.ts";
import { block, type Flow, labelDepths } from "./statements.ts";

/** Compiles a definition. `statics` are the objects that belong to the function; `guarded`: with room around its variables. */
export function generateFunction(
	definition: FunctionDefinition,
	statics: readonly ObjectSymbol[],
	library: boolean,
	guarded = false,
): FunctionCode {
	const out = new Emitter();
	if (!library) out.at(definition.place);
	out.emit("ENTER");
	const hidden = definition.type.result.kind === "record" ? 1 : 0;
	const locations = assignLocations(out, definition, hidden, guarded && !library);
	out.beginGuards();
	const variables: Scoped[] = [];
	const g: Generator = {
		out,
		value: (e, d = null) => value(g, e, d),
		effect: (e) => effect(g, e),
		branch: (e, label, sense) => branch(g, e, label, sense),
		initialise: (local, initialiser) => initialise(g, local, initialiser),
		block: (body) => block(flow, body),
		locationOf: (local) => locations.get(local)!,
	};
	const begun = new Map<Local, number>();
	const flow: Flow = {
		g,
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

function assignLocations(
	out: Emitter,
	definition: FunctionDefinition,
	hidden: number,
	guarded: boolean,
): Map<Local, Location> {
	const locations = new Map<Local, Location>();
	out.temporary((definition.parameters.length + hidden) * 2);
	definition.parameters.forEach((local, i) => {
		const slot = HEAD_WORDS + (i + hidden) * 2;
		locations.set(
			local,
			local.type.kind === "record"
				? { kind: "pointer", slot, offset: 0 }
				: { kind: "slots", offset: slot * 4, whole: true },
		);
	});
	for (const local of definition.locals) {
		if (locations.has(local)) continue;
		const whole = isScalar(local.type);
		const size = sizeOf(local.type);
		const room =
			guarded && !whole && !isFlexible(shapeOf(local.type))
				? out.guardedVariable(size)
				: out.variable(size, local.align, whole);
		locations.set(
			local,
			"slot" in room
				? { kind: "slots", offset: room.slot * 4, whole }
				: { kind: "large", offset: room.large },
		);
	}
	return locations;
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
			return [{ ...common, shape, at: location.slot * 4, storage: "behind-pointer" }];
		default:
			return [];
	}
}
