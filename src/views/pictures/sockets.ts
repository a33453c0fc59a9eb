// The descriptor table as a row of sockets, each with the story of where it comes from.
import type { Descriptor, KernelState, ObjectId, OpenFile, Pid, Process } from "../../kernel/index.ts";
import { type Changes, descriptorKey } from "./changes.ts";
import { type Identity, identityOf } from "./identity.ts";
import { objectKey, objectLabel } from "./objects.ts";

/** Sockets that a card has room for. */
export const MOST_SOCKETS = 12;

/** One socket of a descriptor table. A number that is free but lies below an open one is drawn empty. */
export interface DescriptorPicture {
	readonly key: string;
	readonly pid: Pid;
	readonly fd: number;
	readonly openFile: ObjectId | null;
	/** The thing it leads to in the end, as `objectKey` names it. */
	readonly object: string | null;
	readonly label: string;
	/** Which way bytes go through it, as seen from the process. */
	readonly flow: "in" | "out" | "both" | null;
	readonly closeOnExec: boolean;
	/** Where it comes from: call, line, forks. */
	readonly story: string;
	/** The source line of the call that made it. */
	readonly line: number | null;
	readonly change: "opened" | "closed" | null;
}

/** Free ones that are drawn between open ones. */
const MOST_FREE = 6;

/** Sockets from 0 to the highest number in use, the free ones between them empty; of very many, or where most are free, only the open ones. */
export function socketsOf(
	kernel: KernelState,
	process: Process,
	changes: Changes,
	known: ReadonlyMap<Pid, Identity>,
): readonly DescriptorPicture[] {
	if (process.state === "zombie") return [];
	const open = Object.keys(process.descriptors).map(Number);
	const closed = [...changes.closed.keys()]
		.map((key) => key.split("/").map(Number))
		.filter(([pid]) => pid === process.pid)
		.map(([, fd]) => fd as number);
	const highest = Math.max(-1, ...open, ...closed);
	const numbers =
		highest < MOST_SOCKETS && highest - open.length < MOST_FREE
			? Array.from({ length: highest + 1 }, (_, fd) => fd)
			: [...new Set([...open, ...closed])].sort((a, b) => a - b);
	return numbers.map((fd) => {
		const descriptor = process.descriptors[fd];
		return descriptor === undefined
			? emptySocket(process.pid, fd, changes)
			: socket(kernel, process.pid, fd, descriptor, changes, known);
	});
}

function emptySocket(pid: Pid, fd: number, changes: Changes): DescriptorPicture {
	const key = descriptorKey(pid, fd);
	return {
		key,
		pid,
		fd,
		openFile: null,
		object: null,
		label: "closed",
		flow: null,
		closeOnExec: false,
		story: `Descriptor ${fd} is free.`,
		line: null,
		change: changes.closed.has(key) ? "closed" : null,
	};
}

function socket(
	kernel: KernelState,
	pid: Pid,
	fd: number,
	descriptor: Descriptor,
	changes: Changes,
	known: ReadonlyMap<Pid, Identity>,
): DescriptorPicture {
	const openFile = kernel.openFiles[descriptor.openFile];
	const key = descriptorKey(pid, fd);
	const label = openFile === undefined ? "nothing" : objectLabel(kernel, openFile.object);
	return {
		key,
		pid,
		fd,
		openFile: descriptor.openFile,
		object: openFile === undefined ? null : objectKey(openFile.object),
		label,
		flow: openFile === undefined ? null : flowOf(openFile),
		closeOnExec: descriptor.closeOnExec,
		story: storyOf(fd, label, descriptor, known),
		line: descriptor.origin.place?.line ?? null,
		change: changes.opened.has(key) || changes.born.has(pid) ? "opened" : null,
	};
}

function flowOf(openFile: OpenFile): "in" | "out" | "both" {
	if (openFile.access === "both") return "both";
	return openFile.access === "read" ? "in" : "out";
}

function storyOf(
	fd: number,
	label: string,
	descriptor: Descriptor,
	known: ReadonlyMap<Pid, Identity>,
): string {
	const { origin } = descriptor;
	const opened =
		origin.call === "boot"
			? "open from the start"
			: `made by ${origin.call}${origin.place === null ? "" : ` on line ${origin.place.line}`}`;
	const forks = origin.inherited
		.filter(({ by }) => by === "fork")
		.map(({ from, place }) => {
			const where = place === null ? "" : ` on line ${place.line}`;
			return `, copied from ${identityOf(known, from).name} by fork${where}`;
		});
	const closes = descriptor.closeOnExec ? "; closes at exec" : "";
	return `Descriptor ${fd} leads to the ${label.replace(/^the /, "")}: ${opened}${forks.join("")}${closes}.`;
}
