// Who is who: each process of a run has a letter and a colour that stay its own in every picture.
import type { Pid } from "../../kernel/index.ts";
import type { CastMember } from "../../session/index.ts";

export interface Identity {
	readonly pid: Pid;
	readonly name: string;
	/** One character (the number of a process that has no card), unique in the run while there are enough of them. */
	readonly letter: string;
	/** Which of the six colours, 0…5; 6 is none of them. */
	readonly hue: number;
}

export const HUES = 6;

/** Letters come from the name where they can (`writer` W), else from the alphabet; colours go round. */
export function identities(cast: readonly CastMember[]): ReadonlyMap<Pid, Identity> {
	const taken = new Set<string>();
	const known = new Map<Pid, Identity>();
	cast.forEach(({ pid, name }, index) => {
		const letter = freeLetter(name, taken);
		taken.add(letter);
		known.set(pid, { pid, name, letter, hue: index % HUES });
	});
	return known;
}

function freeLetter(name: string, taken: ReadonlySet<string>): string {
	const wishes = [...name.toUpperCase().replace(/[^A-Z0-9]/g, ""), ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];
	return wishes.find((wish) => !taken.has(wish)) ?? "?";
}

/** A process whose card is gone, as of a message that outlives its sender: its number, in no process's colour. */
export function identityOf(known: ReadonlyMap<Pid, Identity>, pid: Pid): Identity {
	return known.get(pid) ?? { pid, name: `process ${pid}`, letter: `${pid}`, hue: HUES };
}
