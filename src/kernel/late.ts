// What few programs need and a page fetches with them: message queues, sockets, /proc, and the calls that are seldom made.
import type * as Late from "./late-calls.ts";

let brought: typeof Late | null = null;

/** Called once by the door `further.ts`. */
export function bringLate(calls: typeof Late): void {
	brought = calls;
}

/** Throws where nobody has imported the door `further.ts`: whoever compiles a program, or shows one that uses them, does. */
export function late(): typeof Late {
	if (brought === null) throw new Error("not here what few programs need: import the door further.ts");
	return brought;
}

/** Somebody logs in: see `login.ts`. */
export function login(...who: Parameters<typeof Late.login>): ReturnType<typeof Late.login> {
	return late().login(...who);
}

/** A shell before a person leads its session: see `login.ts`. */
export function leadSession(...shell: Parameters<typeof Late.leadSession>): void {
	late().leadSession(...shell);
}
