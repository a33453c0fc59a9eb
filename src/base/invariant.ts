// The simulator's own mistakes: a broken invariant is a bug of ours and stops at once, never an error of a program.

export class InvariantError extends Error {
	override name = "InvariantError";
}

/** Throws unless `holds`; `what` says which promise was broken, and `which` of many things broke it. */
export function invariant(holds: unknown, what: string, which?: string | number): asserts holds {
	if (!holds) throw new InvariantError(which === undefined ? what : `${what} ${which}`);
}

/** Marks a case that the types say cannot happen. */
export function unreachable(value: never): never {
	throw new InvariantError(`unreachable: ${JSON.stringify(value)}`);
}
