// A pipe as a picture: cells or slots, how full it is, who holds each end and who stands in line at it.
import { pipeName, rightsText, userName } from "../../explain/index.ts";
import type { Fifo, KernelState, ObjectId, Pid, Pipe, Process } from "../../kernel/index.ts";
import { byteCount, byteLabel, grouped } from "./bytes.ts";
import type { Changes, Transfer } from "./changes.ts";
import { pathOf } from "./objects.ts";

/** A pipe of up to so many bytes is drawn byte by byte, a larger one as its slots. */
export const MOST_CELLS = 64;
const MOST_SHOWN = 12;

export interface Cell {
	/** The byte's place in all that was ever written: it keeps its identity while it moves on. */
	readonly key: number;
	/** Which cell of the pipe it lies in, counted from the read end. */
	readonly at: number;
	readonly label: string;
	readonly pid: Pid;
	/** Written in this step. */
	readonly fresh: boolean;
}

/** One page of a large pipe. */
export interface Slot {
	readonly used: number;
	/** Bytes of the page that are read already: their room is not used again. */
	readonly spent: number;
	readonly room: number;
	readonly pids: readonly Pid[];
	readonly fresh: boolean;
}

export interface Holding {
	readonly pid: Pid;
	readonly fds: readonly number[];
}

/** A process asleep at a mouth, with what it holds in its hands. */
export interface Waiter {
	readonly pid: Pid;
	/** What a writer still has to write, the first bytes of it; empty for a reader. */
	readonly labels: readonly string[];
	readonly more: number;
	readonly text: string;
}

export interface End {
	readonly end: "read" | "write";
	readonly holders: readonly Holding[];
	/** Descriptors that lead here, in all processes. */
	readonly count: number;
	/** The number before this step, when it was another. */
	readonly was: number | null;
	/** Nobody holds it: nothing can come in (or go out) here any more. */
	readonly capped: boolean;
	/** Of a FIFO: who is in `open` for this end, and has no descriptor yet. */
	readonly opening: readonly Pid[];
	readonly queue: readonly Waiter[];
}

/** The name of a FIFO, which lies in a directory and holds no byte. */
export interface NamePicture {
	/** Null when the last name has been removed. */
	readonly path: string | null;
	/** As `ls -l` begins the line: `prw-r--r--`; where there are several users, with the owner. */
	readonly mode: string;
}

export interface PipePicture {
	readonly id: ObjectId;
	/** Of a FIFO its name on the disk; null for a pipe without one. */
	readonly fifo: NamePicture | null;
	/** A name that nobody has open: there is no pipe behind it. */
	readonly absent: boolean;
	/** `pipe`, `pipe 2` as the sentences say, `FIFO /tmp/bell` */
	readonly name: string;
	readonly capacity: number;
	readonly fill: number;
	/** Oldest first; null when the pipe is too large to draw byte by byte. */
	readonly cells: readonly Cell[] | null;
	/** Oldest first; null when every cell is a slot of its own. */
	readonly slots: readonly Slot[] | null;
	readonly slotCount: number;
	/** PIPE_BUF */
	readonly atomic: number;
	/** Bytes that left in this step, and who took them. */
	readonly taken: readonly { readonly pid: Pid; readonly cells: readonly Cell[]; readonly count: number }[];
	/** How many bytes came in in this step, and from whom. */
	readonly given: readonly { readonly pid: Pid; readonly count: number }[];
	readonly write: End;
	readonly read: End;
	/** `8 of 8 bytes, full` */
	readonly level: string;
	readonly changed: boolean;
}

/** All pipes in the order in which they were made; a FIFO has its place by its name, whether somebody has it open or not. */
export function pipePictures(kernel: KernelState, changes: Changes): readonly PipePicture[] {
	const drawn = Object.values(kernel.pipes).map((pipe) => ({
		age: pipe.fifo ?? pipe.id,
		picture: pipePicture(kernel, pipe, changes),
	}));
	const closed = Object.values(kernel.fifos).filter(({ pipe, links }) => pipe === null && links > 0);
	const names = closed.map((fifo) => ({ age: fifo.id, picture: closedFifo(kernel, fifo) }));
	return [...drawn, ...names].sort((a, b) => a.age - b.age).map(({ picture }) => picture);
}

/** Whether processes, but for init, and FIFOs belong to more than one user, so that it counts who is who. */
export function hasUsers({ fifos, processes }: KernelState): boolean {
	const ids = Object.values(processes).flatMap(({ euid, pid }) => (pid > 1 ? [euid] : []));
	return new Set([...ids, ...Object.values(fifos).map(({ uid }) => uid)]).size > 1;
}

function nameOf(kernel: KernelState, id: ObjectId): NamePicture {
	const mode = kernel.fifos[id]?.mode ?? 0;
	const owner = hasUsers(kernel) ? ` ${userName(kernel.fifos[id]?.uid ?? 0)}` : "";
	return { path: pathOf(kernel, { kind: "fifo", id }), mode: `p${rightsText(mode)}${owner}` };
}

/** A FIFO that nobody has open: a name and no more. */
function closedFifo(kernel: KernelState, { id }: Fifo): PipePicture {
	const { pipePage, pipeSlots, pipeAtomic } = kernel.limits;
	const capacity = pipePage * pipeSlots;
	const small = capacity <= MOST_CELLS;
	const bytewise = small && pipePage === 1;
	const end = { holders: [], count: 0, was: null, capped: true, opening: [], queue: [] };
	const fifo = nameOf(kernel, id);
	return {
		id: -id,
		fifo,
		absent: true,
		name: `FIFO ${fifo.path ?? ""}`,
		capacity,
		fill: 0,
		cells: small ? [] : null,
		slots: bytewise ? null : [],
		slotCount: pipeSlots,
		atomic: pipeAtomic,
		taken: [],
		given: [],
		write: { end: "write", ...end },
		read: { end: "read", ...end },
		level: "no buffer: nobody has it open",
		changed: false,
	};
}

function pipePicture(kernel: KernelState, pipe: Pipe, changes: Changes): PipePicture {
	const fifo = pipe.fifo === null ? null : nameOf(kernel, pipe.fifo);
	const name =
		fifo === null ? pipeName(kernel, pipe.id).replace("the ", "") : `FIFO ${fifo.path ?? "without a name"}`;
	const capacity = pipe.page * pipe.slots;
	const fill = pipe.buffers.reduce((sum, buffer) => sum + buffer.bytes.length, 0);
	const transfers = changes.transfers.get(pipe.id) ?? [];
	const drawn = capacity <= MOST_CELLS;
	return {
		id: pipe.id,
		fifo,
		absent: false,
		name,
		capacity,
		fill,
		cells: drawn ? cellsInside(pipe, transfers) : null,
		slots: drawn && pipe.page === 1 ? null : slotsOf(pipe, transfers),
		slotCount: pipe.slots,
		atomic: pipe.atomic,
		taken: transfers.filter(({ direction }) => direction === "in").map(takenBy),
		given: transfers
			.filter(({ direction }) => direction === "out")
			.map(({ pid, bytes }) => ({ pid, count: bytes.length })),
		write: endOf(kernel, pipe, "write", changes),
		read: endOf(kernel, pipe, "read", changes),
		level: levelText(fill, capacity),
		changed: transfers.length > 0,
	};
}

function levelText(fill: number, capacity: number): string {
	const note = fill === 0 ? ", empty" : fill >= capacity ? ", full" : "";
	return `${grouped(fill)} of ${byteCount(capacity)}${note}`;
}

function cellsInside(pipe: Pipe, transfers: readonly Transfer[]): readonly Cell[] {
	const freshFrom = transfers
		.filter(({ direction }) => direction === "out")
		.reduce((least, { offset }) => Math.min(least, offset), Number.POSITIVE_INFINITY);
	const cells: Cell[] = [];
	for (const [slot, buffer] of pipe.buffers.entries()) {
		const at = slot * pipe.page + buffer.offset;
		cells.push(...dyedCells(buffer.bytes, buffer.dyes, pipe.taken + cells.length, freshFrom, at));
	}
	return cells;
}

function dyedCells(
	bytes: Uint8Array,
	dyes: readonly { readonly pid: Pid; readonly count: number }[],
	offset: number,
	freshFrom: number,
	first = 0,
): Cell[] {
	const cells: Cell[] = [];
	let from = 0;
	for (const { pid, count } of dyes) {
		for (const byte of bytes.subarray(from, from + count)) {
			const key = offset + cells.length;
			const at = first + cells.length;
			cells.push({ key, at, label: byteLabel(byte), pid, fresh: key >= freshFrom });
		}
		from += count;
	}
	return cells;
}

function takenBy({ pid, bytes, dyes, offset }: Transfer): PipePicture["taken"][number] {
	const shown = bytes.subarray(0, MOST_SHOWN);
	return {
		pid,
		count: bytes.length,
		cells: dyedCells(shown, dyes, offset, Number.POSITIVE_INFINITY),
	};
}

function slotsOf(pipe: Pipe, transfers: readonly Transfer[]): readonly Slot[] {
	const wrote = transfers.some(({ direction }) => direction === "out");
	return pipe.buffers.map((buffer, index) => ({
		used: buffer.bytes.length,
		spent: buffer.offset,
		room: Math.max(0, pipe.page - buffer.offset - buffer.bytes.length),
		pids: [...new Set(buffer.dyes.map(({ pid }) => pid))],
		fresh: wrote && index === pipe.buffers.length - 1,
	}));
}

function endOf(kernel: KernelState, pipe: Pipe, end: "read" | "write", changes: Changes): End {
	const holders: Holding[] = [];
	const opening: Pid[] = [];
	let added = 0;
	for (const process of Object.values(kernel.processes)) {
		if (isOpening(kernel, process, pipe.id, end)) opening.push(process.pid);
		const fds = Object.entries(process.descriptors)
			.filter(([, { openFile }]) => leadsTo(kernel, openFile, pipe.id, end))
			.map(([fd]) => Number(fd));
		if (fds.length > 0) holders.push({ pid: process.pid, fds });
		const born = changes.born.has(process.pid);
		added += fds.filter((fd) => born || changes.opened.has(`${process.pid}/${fd}`)).length;
	}
	const count = holders.reduce((sum, { fds }) => sum + fds.length, 0);
	const was = count - added + closedHere(kernel, pipe, end, changes);
	return {
		end,
		holders,
		count,
		was: was === count || was === 0 ? null : was,
		capped: count === 0 && opening.length === 0,
		opening,
		queue: waitersAt(kernel, pipe, end),
	};
}

function isOpening(
	kernel: KernelState,
	{ opening }: Process,
	pipe: ObjectId,
	end: "read" | "write",
): boolean {
	return opening != null && leadsTo(kernel, opening.openFile, pipe, end);
}

function leadsTo(kernel: KernelState, openFile: ObjectId, pipe: ObjectId, end: "read" | "write"): boolean {
	const object = kernel.openFiles[openFile]?.object;
	return object?.kind === "pipe" && object.id === pipe && (object.end === end || object.end === "both");
}

/** Descriptors of this end that the step closed; of a description that is gone, the end tells itself by `end-closed`. */
function closedHere(kernel: KernelState, pipe: Pipe, end: "read" | "write", changes: Changes): number {
	let closed = 0;
	for (const openFile of changes.closed.values()) {
		if (leadsTo(kernel, openFile, pipe.id, end)) closed++;
		else if (kernel.openFiles[openFile] === undefined && changes.capped.has(`${pipe.id}/${end}`)) closed++;
	}
	return closed;
}

function waitersAt(kernel: KernelState, pipe: Pipe, end: "read" | "write"): readonly Waiter[] {
	const queue = end === "read" ? pipe.readQueue : pipe.writeQueue;
	return queue.map((pid) => {
		const process = kernel.processes[pid];
		const call = process?.call;
		if (call?.name === "write") {
			const left = call.bytes.subarray(process?.progress.done ?? 0);
			const labels = [...left.subarray(0, 8)].map(byteLabel);
			return { pid, labels, more: left.length - labels.length, text: `${byteCount(left.length)} to write` };
		}
		const wants = call?.name === "read" ? `asks for up to ${byteCount(call.count)}` : "waits here";
		return { pid, labels: [], more: 0, text: wants };
	});
}
