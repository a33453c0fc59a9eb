// What few programs need and a page fetches with them: the pictures of message queues and sockets, and where they stand.
import type { channelPictures, channelText } from "./channels.ts";
import type { layoutChannel, layoutRack } from "./channels-layout.ts";
import type { rackPictures, rackText } from "./rack.ts";

export interface ChannelDrawings {
	readonly channelPictures: typeof channelPictures;
	readonly channelText: typeof channelText;
	readonly rackPictures: typeof rackPictures;
	readonly rackText: typeof rackText;
	readonly layoutRack: typeof layoutRack;
	readonly layoutChannel: typeof layoutChannel;
}

let brought: ChannelDrawings | null = null;

/** Called once by the door `channels.ts`. */
export function bringDrawings(drawings: ChannelDrawings): void {
	brought = drawings;
}

/** null where nobody has imported the door `channels.ts`: then no program of the page has a queue or a socket. */
export function channelDrawings(): ChannelDrawings | null {
	return brought;
}
