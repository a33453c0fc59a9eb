// Names in scope: blocks inside functions inside the file, one table for ordinary names and one for tags.

import type { Span } from "../../base/index.ts";
import { closest } from "./diagnostics.ts";
import type { FunctionSymbol, Local, ObjectSymbol } from "./tree.ts";
import type { CType, Enumeration, StructOrUnion, VariableArrayType } from "./types.ts";

/** What an ordinary identifier names. */
export type Entity =
	| { readonly kind: "typedef"; readonly type: CType; readonly place: Span }
	| { readonly kind: "local"; readonly local: Local; readonly place: Span }
	/** A variable length array: `local` points to its elements. */
	| {
			readonly kind: "variable-array";
			readonly local: Local;
			readonly type: VariableArrayType;
			readonly place: Span;
	  }
	| { readonly kind: "object"; readonly symbol: ObjectSymbol; readonly place: Span }
	| { readonly kind: "function"; readonly symbol: FunctionSymbol; readonly place: Span }
	| {
			readonly kind: "enumerator";
			readonly of: Enumeration;
			readonly value: bigint;
			readonly type: CType;
			readonly place: Span;
	  }
	/** Its declaration was wrong: every use of it is passed over in silence. */
	| { readonly kind: "unknown"; readonly place: Span };

export type Tag =
	| { readonly kind: "struct" | "union"; readonly record: StructOrUnion; readonly place: Span }
	| { readonly kind: "enum"; readonly enumeration: Enumeration; readonly place: Span };

export interface Scope {
	readonly names: Map<string, Entity>;
	readonly tags: Map<string, Tag>;
	readonly parent: Scope | null;
}

export function createScope(parent: Scope | null): Scope {
	return { names: new Map(), tags: new Map(), parent };
}

export function findName(scope: Scope, name: string): Entity | undefined {
	for (let at: Scope | null = scope; at !== null; at = at.parent) {
		const found = at.names.get(name);
		if (found !== undefined) return found;
	}
	return undefined;
}

export function findTag(scope: Scope, name: string): Tag | undefined {
	for (let at: Scope | null = scope; at !== null; at = at.parent) {
		const found = at.tags.get(name);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The name in scope that was probably meant, among those of which `fits` holds. */
export function similarName(scope: Scope, name: string, fits: (entity: Entity) => boolean): string | null {
	const names: string[] = [];
	for (let at: Scope | null = scope; at !== null; at = at.parent)
		for (const [candidate, entity] of at.names)
			if (!candidate.startsWith("__") && fits(entity)) names.push(candidate);
	return closest(name, names);
}
