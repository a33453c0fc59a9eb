// What few programs need and a page fetches with them: message queues, sockets, splice and its kin.
import type * as Channels from "./channel-calls.ts";

let brought: typeof Channels | null = null;

/** Called once by the door `channels.ts`. */
export function bringChannels(channels: typeof Channels): void {
	brought = channels;
}

/** Throws where nobody has imported the door `channels.ts`: whoever compiles a program, or shows one that uses them, does. */
export function channels(): typeof Channels {
	if (brought === null) throw new Error("no message queues and sockets here: import the door channels.ts");
	return brought;
}
