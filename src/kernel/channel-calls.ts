// Message queues, sockets, /proc, and what moves bytes past a process, by the names under which the rest of the kernel calls them.
export { openMailbox, receiveLetter, removeMailbox, sendLetter } from "./mailbox.ts";
export {
	createQueue,
	notifyOfQueue,
	openQueue,
	readQueueStatus,
	receiveFromQueue,
	sendToQueue,
	setQueueAttributes,
	unlinkQueue,
} from "./posix-queue.ts";
export { procDirectory, procLink, procNames, procStatus, procTarget, procText } from "./proc-tree.ts";
export { accept, connect, listen, shutdown } from "./socket-connection.ts";
export { bind, dropSocketFile, getpeername, getsockname, newSocketFile } from "./socket-names.ts";
export { getsockopt, setsockopt } from "./socket-options.ts";
export { socketReadiness } from "./socket-readiness.ts";
export { readSocket, receive } from "./socket-receive.ts";
export { send, writeSocket } from "./socket-send.ts";
export { makePair, makeSocket } from "./sockets.ts";
export { moveBytes } from "./splice.ts";
export { controlQueue, getQueue, receiveMessage, sendMessage } from "./system-v-queue.ts";
