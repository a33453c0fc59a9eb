// Reads and writes by a pointer that leads to no memory of the process: whether they come to look there. See read(2), EFAULT.
import type { Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { wakeReader, wakeWriter } from "./pipe.ts";
import { freeRoom, roomInLast } from "./ring.ts";
import type { OpenFile, Pipe, Process, Socket } from "./state.ts";
import { unread } from "./status.ts";
import { wakeReader as wakeTerminalReader } from "./terminal.ts";

/** Whether a read, in a file of what stands at `offset`, would put something into its buffer now. */
export function comesToRead(kernel: Kernel, openFile: OpenFile, offset: number): boolean {
	const { access, object } = openFile;
	if (access === "write") return false;
	if (object.kind === "device") return object.name !== "null";
	return (unread(kernel, object, offset) ?? 0) > 0;
}

/** Whether a write would take something from its buffer now: not where nobody reads, there is no room, or nothing is kept. */
export function comesToWrite({ state }: Kernel, { access, object }: OpenFile): boolean {
	if (access === "read") return false;
	switch (object.kind) {
		case "device":
			return object.name.endsWith("random");
		case "pipe": {
			const pipe = state.pipes[object.id] as Pipe;
			return pipe.readers > 0 && (freeRoom(pipe) > 0 || roomInLast(pipe) > 0);
		}
		case "socket":
			return late().looksAtBytes(state, state.sockets[object.id] as Socket);
		default:
			return true;
	}
}

/** A sleeper was woken for something and leaves it where it is: the next one may go on. */
export function wakeNext(kernel: Kernel, process: Process, { object }: OpenFile): void {
	const { pipes, sockets, terminals } = kernel.state;
	if (object.kind === "pipe") {
		const pipe = pipes[object.id] as Pipe;
		if (pipe.buffers.length > 0) wakeReader(kernel, process, pipe);
		wakeWriter(kernel, process, pipe, 0);
	} else if (object.kind === "socket")
		late().wakeFirst(kernel, sockets[object.id] as Socket, "readQueue", process.pid);
	else if (object.kind === "terminal") {
		const terminal = terminals[object.id];
		if (terminal !== undefined) wakeTerminalReader(kernel, terminal, process.pid);
	}
}
