// Who sleeps at a socket and is woken: readers, writers, those who wait for a place in its queue, pollers.
import type { Kernel } from "./kernel.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import type { RuleId } from "./rules.ts";
import { wake, wakePollers } from "./scheduler.ts";
import { isSocketWritable } from "./socket-room.ts";
import type { Process, Socket, Wait } from "./state.ts";
import { setTimer } from "./timers.ts";
import type { Pid, Ticks } from "./words.ts";

type Queue = "readQueue" | "writeQueue" | "roomQueue";

/** One event, one sleeper: the one that waits longest. */
export function wakeFirst(kernel: Kernel, socket: Socket, queue: Queue, by: Pid | null): void {
	const first = socket[queue][0];
	const sleeper = first === undefined ? undefined : kernel.state.processes[first];
	if (sleeper !== undefined) wake(kernel, sleeper, by);
}

export function wakeEverybody(kernel: Kernel, socket: Socket, by: Pid | null): void {
	for (const queue of ["readQueue", "writeQueue", "roomQueue"] as const) wakeAll(kernel, socket, queue, by);
	wakePollers(kernel, socket.pollers, by);
}

export function wakeAll(kernel: Kernel, socket: Socket, queue: Queue, by: Pid | null): void {
	for (const pid of socket[queue]) {
		const sleeper = kernel.state.processes[pid];
		if (sleeper !== undefined) wake(kernel, sleeper, by);
	}
}

/**
 * The process sleeps at a socket, but no longer than the socket allows (SO_RCVTIMEO, SO_SNDTIMEO): when that time is up
 * the call answers as one that must not wait.
 */
export function sleepAt(
	kernel: Kernel,
	process: Process,
	longest: Ticks | null,
	rule: RuleId,
	wait: Wait & { readonly on: "socket-not-empty" | "socket-not-full" | "connection" | "place-in-queue" },
): Outcome {
	if (longest === null) return blocked(rule, wait);
	const until = process.progress.until ?? kernel.state.clock + longest;
	if (kernel.state.clock >= until) {
		const { done: moved } = process.progress;
		return moved > 0 ? done("socket.wait.partial", moved) : failed("socket.wait.over", "EAGAIN");
	}
	kernel.journal.set(process, "progress", { ...process.progress, until });
	setTimer(kernel, until);
	return blocked(rule, wait);
}

/** Something arrived: a reader, and all who poll. */
export function wakeForArrival(kernel: Kernel, socket: Socket, by: Pid): void {
	wakeFirst(kernel, socket, "readQueue", by);
	wakePollers(kernel, socket.pollers, by);
}

/** A letter left the queue of `socket`: there is a place for one who waits, and those who poll to send to it look again. */
export function wakeForPlace(kernel: Kernel, socket: Socket, by: Pid): void {
	wakeFirst(kernel, socket, "roomQueue", by);
	if (socket.type !== "datagram") return;
	for (const other of Object.values(kernel.state.sockets)) {
		if (other.peer === socket.id) wakePollers(kernel, other.pollers, by);
	}
}

/** What a letter took of its sender's buffer is free again. */
export function giveBack(kernel: Kernel, sender: Socket | undefined, charge: number, by: Pid): void {
	if (sender === undefined || charge === 0) return;
	kernel.journal.set(sender, "charged", sender.charged - charge);
	if (!isSocketWritable(sender)) return;
	wakeFirst(kernel, sender, "writeQueue", by);
	wakePollers(kernel, sender.pollers, by);
}
