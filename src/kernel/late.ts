// What few programs need and a page fetches with them: message queues, sockets, /proc, and the calls that are seldom made.
import type * as Channels from "./channel-calls.ts";

let brought: typeof Channels | null = null;

/** Called once by the door `channels.ts`. */
export function bringChannels(channels: typeof Channels): void {
	brought = channels;
}

/** Throws where nobody has imported the door `channels.ts`: whoever compiles a program, or shows one that uses them, does. */
export function channels(): typeof Channels {
	if (brought === null) throw new Error("not here what few programs need: import the door channels.ts");
	return brought;
}
