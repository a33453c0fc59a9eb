// The simulator's own mistakes: a broken invariant is a bug of ours and stops at once, never an error of a program.

export class InvariantError extends Error {
	override name = "InvariantError";
}

/** Throws unless `holds`; `what` says which promise was broken. */
export function invariant(holds: unknown, what: string): asserts holds {
	if (!holds) throw new InvariantError(what);
}

/** Marks a case that the types say cannot happen. */
export function unreachable(value: never): never {
	throw new InvariantError(`unreachable: ${JSON.stringify(value)}`);
}
