// What few programs need and a page fetches with them: the words for message queues and sockets.
import type * as Words from "./channel-words.ts";

let brought: typeof Words | null = null;

/** Called once by the door `channels.ts`. */
export function bringWords(words: typeof Words): void {
	brought = words;
}

/** Throws where nobody has imported the door `channels.ts`. */
export function channelWords(): typeof Words {
	if (brought === null)
		throw new Error("no words for message queues and sockets: import the door channels.ts");
	return brought;
}
