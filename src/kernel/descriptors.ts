// Descriptor tables: the lowest free number, copies, and the flag that each descriptor has for itself. See dup(2).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { release, share } from "./open-files.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { Descriptor, OpenFile, Origin, Process } from "./state.ts";
import type { Place } from "./words.ts";

export function originOf(call: Origin["call"], process: Process, place: Place | null): Origin {
	return { call, pid: process.pid, place, inherited: [] };
}

/** The lowest descriptor from `from` on that is not open; it may lie beyond the limit. */
export function lowestFree(process: Process, from: number): number {
	let fd = from;
	while (process.descriptors[fd] !== undefined) fd++;
	return fd;
}

/** The description behind a descriptor, or null when it is not open, or open as a name alone (O_PATH). */
export function openFileOf(kernel: Kernel, process: Process, fd: number): OpenFile | null {
	const openFile = descriptionOf(kernel, process, fd);
	return openFile?.also !== undefined && openFile.also & C.O_PATH ? null : openFile;
}

/** The description behind a descriptor, O_PATH or not. */
export function descriptionOf(kernel: Kernel, process: Process, fd: number): OpenFile | null {
	const descriptor = process.descriptors[fd];
	return descriptor === undefined ? null : (kernel.state.openFiles[descriptor.openFile] ?? null);
}

/** Fills a free row of the table: one more reference. */
export function install(kernel: Kernel, process: Process, fd: number, descriptor: Descriptor): void {
	kernel.journal.set(process.descriptors, fd, descriptor);
	share(kernel, descriptor.openFile);
	kernel.events.push({ kind: "opens", pid: process.pid, fd, openFile: descriptor.openFile });
}

export function closeDescriptor(kernel: Kernel, process: Process, fd: number): void {
	const descriptor = process.descriptors[fd];
	if (descriptor === undefined) return;
	kernel.journal.remove(process.descriptors, fd);
	release(kernel, process.pid, fd, descriptor.openFile);
}

export function close(kernel: Kernel, process: Process, fd: number): Outcome {
	const openFile = descriptionOf(kernel, process, fd);
	if (openFile === null) return badDescriptor();
	const last = openFile.references === 1;
	closeDescriptor(kernel, process, fd);
	return done(last ? "descriptor.close.last" : "descriptor.close.shared");
}

export function badDescriptor(): Outcome {
	return failed("descriptor.use.not-open", "EBADF");
}

export function dup(kernel: Kernel, process: Process, fd: number, place: Place | null): Outcome {
	return copyFrom(kernel, process, fd, 0, false, "dup", place);
}

/** fcntl F_DUPFD and F_DUPFD_CLOEXEC: the lowest free descriptor from `from` on. */
export function duplicateFrom(
	kernel: Kernel,
	process: Process,
	fd: number,
	from: number,
	closeOnExec: boolean,
	place: Place | null,
): Outcome {
	if (from < 0 || from >= process.descriptorLimit) return failed("descriptor.copy.bad-start", "EINVAL");
	return copyFrom(kernel, process, fd, from, closeOnExec, "fcntl", place);
}

function copyFrom(
	kernel: Kernel,
	process: Process,
	fd: number,
	from: number,
	closeOnExec: boolean,
	by: "dup" | "fcntl",
	place: Place | null,
): Outcome {
	const source = process.descriptors[fd];
	if (source === undefined) return badDescriptor();
	const copy = lowestFree(process, from);
	if (copy >= process.descriptorLimit) return failed("descriptor.make.table-full", "EMFILE");
	const origin = originOf(by, process, place);
	install(kernel, process, copy, { openFile: source.openFile, closeOnExec, origin });
	return done("descriptor.copy.lowest", copy);
}

/** dup2 and dup3: onto a chosen number, closing silently what was there. */
export function dupTo(
	kernel: Kernel,
	process: Process,
	call: { readonly from: number; readonly to: number; readonly flags: number | null },
	place: Place | null,
): Outcome {
	const { from, to, flags } = call;
	if (flags !== null) {
		if ((flags & ~C.O_CLOEXEC) !== 0) return failed("descriptor.copy-to.bad-flags", "EINVAL");
		if (from === to) return failed("descriptor.copy-to.same", "EINVAL");
	}
	const source = process.descriptors[from];
	if (source === undefined || to < 0 || to >= process.descriptorLimit) return badDescriptor();
	if (from === to) return done("descriptor.copy-to.itself", to);
	const replaced = process.descriptors[to] !== undefined;
	closeDescriptor(kernel, process, to);
	const closeOnExec = flags !== null && (flags & C.O_CLOEXEC) !== 0;
	const origin = originOf(flags === null ? "dup2" : "dup3", process, place);
	install(kernel, process, to, { openFile: source.openFile, closeOnExec, origin });
	return done(replaced ? "descriptor.copy-to.replaces" : "descriptor.copy-to.free", to);
}

export function setCloseOnExec(kernel: Kernel, process: Process, fd: number, closeOnExec: boolean): void {
	const descriptor = process.descriptors[fd];
	if (descriptor !== undefined) kernel.journal.set(process.descriptors, fd, { ...descriptor, closeOnExec });
}
