// Message queues and sockets in words, by the names under which the rest of the room calls them.
export {
	isQueueReachable,
	queueAnswer,
	queueCallText,
	queueDepends,
	queueHolders,
	queueIntent,
	queueKeepers,
	queueTitle,
	queueWaits,
	queueWaitsFor,
	startedAnew,
} from "./queues.ts";
export { pollWaits } from "./seldom-words.ts";
export {
	socketAnswer,
	socketCallText,
	socketDepends,
	socketHolders,
	socketIntent,
	socketSenders,
	socketWaits,
	socketWaitsFor,
} from "./socket-words.ts";
