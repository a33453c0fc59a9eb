// FIFOs: pipes with a name, whose two ends wait for each other in open. See fifo(7).
import { install } from "./descriptors.ts";
import { newTimes } from "./file-times.ts";
import { type Kernel, newObject } from "./kernel.ts";
import { abandon, newOpenFile, type OpenFileFlags } from "./open-files.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { ofNewNode } from "./permissions.ts";
import { newPipe } from "./pipe.ts";
import { wake } from "./scheduler.ts";
import type { Directory, Fifo, OpenFile, Origin, Pipe, Process } from "./state.ts";
import type { ObjectId, Place } from "./words.ts";

/** A FIFO that has one name, to be put into a directory. */
export function newFifo(kernel: Kernel, process: Process, parent: Directory, bits: number): ObjectId {
	const id = newObject(kernel);
	const { euid: uid } = process;
	const { gid, mode } = ofNewNode(process, parent, bits, false);
	const fifo: Fifo = { id, links: 1, mode, uid, gid, ...newTimes(kernel), pipe: null };
	kernel.journal.set(kernel.state.fifos, id, fifo);
	return id;
}

/** How a FIFO is opened, and the descriptor that it will get. */
export interface Opening {
	readonly fd: number;
	readonly flags: OpenFileFlags;
	readonly closeOnExec: boolean;
	readonly origin: Origin;
}

/**
 * open(2) on a FIFO: counted at once as a reader or writer, then asleep until the other end has been opened since,
 * even if it has been closed again by now.
 */
export function openFifo(
	kernel: Kernel,
	process: Process,
	fifo: Fifo,
	opening: Opening,
	place: Place | null,
): Outcome {
	const { journal, state } = kernel;
	const { access, nonblock } = opening.flags;
	const known = fifo.pipe === null ? undefined : state.pipes[fifo.pipe];
	if (access === "write" && nonblock && (known?.readers ?? 0) === 0) {
		return failed("fifo.open.no-readers", "ENXIO");
	}
	const pipe = known ?? (state.pipes[newPipe(kernel, process, place, fifo.id)] as Pipe);
	if (known === undefined) journal.set(fifo, "pipe", pipe.id);
	const object = { kind: "pipe", id: pipe.id, end: access } as const;
	const openFile = newOpenFile(kernel, object, opening.flags, opening.origin);
	wakePartners(kernel, process, pipe, access);
	if (access === "both") return finish(kernel, process, openFile, opening, "fifo.open.both");
	if ((access === "read" ? pipe.writers : pipe.readers) > 0) {
		return finish(kernel, process, openFile, opening, "fifo.open.partner-there");
	}
	if (nonblock) {
		const description = state.openFiles[openFile] as OpenFile;
		journal.set(description, "writersBefore", pipe.writerOpens);
		return finish(kernel, process, openFile, opening, "fifo.open.without-waiting");
	}
	journal.set(process, "opening", { openFile, seen: partnerOpens(pipe, access) });
	return waiting(pipe, access);
}

/** The open that `process` is in, asked again after it slept. */
export function goOnOpening(kernel: Kernel, process: Process, opening: Opening): Outcome {
	const { openFiles, pipes } = kernel.state;
	const { openFile, seen } = process.opening as NonNullable<Process["opening"]>;
	const { access, object } = openFiles[openFile] as OpenFile;
	const pipe = pipes[object.kind === "pipe" ? object.id : 0] as Pipe;
	if (partnerOpens(pipe, access) === seen) return waiting(pipe, access);
	kernel.journal.set(process, "opening", null);
	return finish(kernel, process, openFile, opening, "fifo.open.partner-came");
}

/** Lets go of the end that an open has counted, when that open ends without a descriptor. */
export function giveUpOpening(kernel: Kernel, process: Process): void {
	if (process.opening === null) return;
	const { openFile } = process.opening;
	kernel.journal.set(process, "opening", null);
	abandon(kernel, process.pid, openFile);
}

function waiting(pipe: Pipe, access: OpenFile["access"]): Outcome {
	const end = access === "read" ? "write" : "read";
	return blocked("fifo.open.waits", { on: "other-end", pipe: pipe.id, end });
}

function partnerOpens(pipe: Pipe, access: OpenFile["access"]): number {
	return access === "read" ? pipe.writerOpens : pipe.readerOpens;
}

function finish(
	kernel: Kernel,
	process: Process,
	openFile: ObjectId,
	{ closeOnExec, fd, origin }: Opening,
	rule: "fifo.open.both" | "fifo.open.partner-there" | "fifo.open.without-waiting" | "fifo.open.partner-came",
): Outcome {
	install(kernel, process, fd, { openFile, closeOnExec, origin });
	return done(rule, fd);
}

/** All who sleep in open for the end that has just been opened. */
function wakePartners(kernel: Kernel, by: Process, pipe: Pipe, access: OpenFile["access"]): void {
	for (const pid of pipe.openQueue) {
		const opener = kernel.state.processes[pid];
		if (opener?.wait?.on !== "other-end") continue;
		if (access === "both" || opener.wait.end === access) wake(kernel, opener, by.pid);
	}
}
