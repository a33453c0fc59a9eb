// Calls on names: unlink, link, mknod, rename, chmod, access. See unlink(2), rename(2), mknod(2).
import * as C from "./constants.ts";
import { isEmpty, isInUse } from "./directory.ts";
import { newFifo } from "./fifo.ts";
import { setLength } from "./file-io.ts";
import { noteChanged, noteModified } from "./file-times.ts";
import { type Kernel, ROOT } from "./kernel.ts";
import { nodeOf } from "./node.ts";
import { newFile } from "./open.ts";
import { dropFifoIfUnused, dropFileIfUnused } from "./open-files.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { Directory, Entry, Fifo, Process, RegularFile, Symlink } from "./state.ts";
import { dropSymlink } from "./symlink.ts";
import type { SystemCall } from "./system-calls.ts";
import {
	directoryOf,
	type Found,
	lookUp,
	lookUpExisting,
	permits,
	refuseChange,
	refuseNewFile,
} from "./tree.ts";
import type { ObjectId } from "./words.ts";

export function unlink(kernel: Kernel, process: Process, path: string, at?: number): Outcome {
	const target = lookUpExisting(kernel, process, path, "name", at);
	if ("error" in target) return target.error;
	const { found, ref } = target;
	if (ref.kind === "directory") return failed("file.unlink.directory", "EISDIR");
	const refusal = refuseChange(kernel, process, found.parent);
	if (refusal !== null) return refusal;
	const open = isOpen(kernel, ref);
	removeName(kernel, found);
	return done(open ? "file.unlink.still-open" : "file.unlink.gone");
}

function isOpen(kernel: Kernel, ref: Entry): boolean {
	if (ref.kind === "fifo") return kernel.state.fifos[ref.id]?.pipe !== null;
	return Object.values(kernel.state.openFiles).some(({ object }) => sameObject(object, ref));
}

/** One name less; the last one lets go what nobody has open. */
function removeName(kernel: Kernel, found: Found): void {
	const { ref } = found;
	kernel.journal.remove(found.parent.entries, found.name);
	noteModified(kernel, found.parent);
	if (ref === null) return;
	const named = linkedOf(kernel, ref);
	if (named === null) return;
	kernel.journal.set(named, "links", named.links - 1);
	noteChanged(kernel, named);
	if (ref.kind === "file") dropFileIfUnused(kernel, named.id);
	else if (ref.kind === "fifo") dropFifoIfUnused(kernel, named.id);
	else dropSymlink(kernel, named.id);
}

/** What counts its names; null for what has but one. */
function linkedOf(kernel: Kernel, ref: Entry): RegularFile | Fifo | Symlink | null {
	if (ref.kind === "file") return kernel.state.files[ref.id] as RegularFile;
	if (ref.kind === "fifo") return kernel.state.fifos[ref.id] as Fifo;
	return ref.kind === "symlink" ? (kernel.state.symlinks[ref.id] as Symlink) : null;
}

type TwoNames = SystemCall & { readonly name: "rename" | "link" };

export function link(kernel: Kernel, process: Process, call: TwoNames): Outcome {
	const last = call.follow === true ? "target" : "link";
	const source = lookUpExisting(kernel, process, call.from, last, call.fromAt);
	if ("error" in source) return source.error;
	const lookup = lookUp(kernel, process, call.to, "name", call.toAt);
	if ("error" in lookup) return lookup.error;
	const { found } = lookup;
	const refusal = refuseNewFile(kernel, process, found);
	if (refusal !== null) return refusal;
	const named = linkedOf(kernel, source.ref);
	if (named === null) return failed("file.link.directory", "EPERM");
	kernel.journal.set(named, "links", named.links + 1);
	noteChanged(kernel, named);
	kernel.journal.set(found.parent.entries, found.name, source.ref);
	noteModified(kernel, found.parent);
	return done("file.link.adds");
}

/** mknod(2) without privilege: a FIFO or an empty regular file. */
export function mknod(kernel: Kernel, process: Process, path: string, mode: number, at?: number): Outcome {
	const type = mode & C.S_IFMT;
	const regular = type === C.S_IFREG || type === 0;
	if (!regular && type !== C.S_IFIFO) return failed("file.mknod.not-permitted", "EPERM");
	const lookup = lookUp(kernel, process, path, "name", at);
	if ("error" in lookup) return lookup.error;
	const { found } = lookup;
	const refusal = refuseNewFile(kernel, process, found);
	if (refusal !== null) return refusal;
	const bits = mode & 0o7777 & ~process.umask;
	const ref: Entry = regular
		? { kind: "file", id: newFile(kernel, process, bits) }
		: { kind: "fifo", id: newFifo(kernel, process, bits) };
	kernel.journal.set(found.parent.entries, found.name, ref);
	noteModified(kernel, found.parent);
	return done(regular ? "file.open.created" : "fifo.make.made");
}

export function rename(kernel: Kernel, process: Process, call: TwoNames): Outcome {
	const source = lookUpExisting(kernel, process, call.from, "name", call.fromAt);
	if ("error" in source) return source.error;
	const lookup = lookUp(kernel, process, call.to, "name", call.toAt);
	if ("error" in lookup) return lookup.error;
	const target = lookup.found;
	const refusal =
		refuseRename(kernel, source.found, source.ref, target) ??
		refuseChange(kernel, process, source.found.parent) ??
		refuseChange(kernel, process, target.parent);
	if (refusal !== null) return refusal;
	if (target.ref !== null && sameObject(source.ref, target.ref)) return done("file.rename.same");
	if (target.ref?.kind === "directory") kernel.journal.remove(kernel.state.directories, target.ref.id);
	const replaced = target.ref !== null;
	kernel.journal.remove(source.found.parent.entries, source.found.name);
	if (replaced) removeName(kernel, target);
	kernel.journal.set(target.parent.entries, target.name, source.ref);
	noteModified(kernel, source.found.parent);
	noteModified(kernel, target.parent);
	const moved = nodeOf(kernel, source.ref);
	if (moved !== null) noteChanged(kernel, moved);
	if (source.ref.kind === "directory") {
		kernel.journal.set(directoryOf(kernel, source.ref.id), "parent", target.parent.id);
	}
	return done(replaced ? "file.rename.replaces" : "file.rename.moves");
}

const dots: ReadonlySet<string> = new Set([".", ".."]);

function refuseRename(kernel: Kernel, found: Found, source: Entry, target: Found): Outcome | null {
	if (dots.has(found.name) || dots.has(target.name)) return failed("file.rename.busy", "EBUSY");
	if (target.name === "__proto__") return failed("file.open.bad-flags", "EINVAL");
	const directory = source.kind === "directory";
	if (directory && isInside(kernel, target.parent, source.id)) {
		return failed("file.rename.into-itself", "EINVAL");
	}
	if (!directory && target.directoryOnly) return failed("file.path.not-directory", "ENOTDIR");
	if (target.ref === null || sameObject(source, target.ref)) return null;
	if (directory && target.ref.kind !== "directory") return failed("file.path.not-directory", "ENOTDIR");
	if (!directory && target.ref.kind === "directory") return failed("file.open.directory", "EISDIR");
	if (target.ref.kind === "directory") {
		if (!isEmpty(directoryOf(kernel, target.ref.id))) return failed("file.rmdir.not-empty", "ENOTEMPTY");
		if (isInUse(kernel, target.ref.id)) return failed("file.rename.busy", "EBUSY");
	}
	return null;
}

function isInside(kernel: Kernel, directory: Directory, id: ObjectId): boolean {
	let at = directory;
	while (at.id !== id && at.id !== ROOT) at = directoryOf(kernel, at.parent);
	return at.id === id;
}

function sameObject(a: Entry, b: Entry): boolean {
	if (a.kind === "device" || b.kind === "device") {
		return a.kind === "device" && b.kind === "device" && a.name === b.name;
	}
	return a.kind === b.kind && a.id === b.id;
}

export function access(kernel: Kernel, process: Process, path: string, mode: number, at?: number): Outcome {
	if ((mode & ~7) !== 0) return failed("file.access.bad-mode", "EINVAL");
	const target = lookUpExisting(kernel, process, path, "target", at);
	if ("error" in target) return target.error;
	const node = nodeOf(kernel, target.ref);
	const allowed = mode === C.F_OK || node === null || !("mode" in node) || permits(process, node, mode);
	return allowed ? done("file.access.allowed") : failed("file.open.no-permission", "EACCES");
}

export function chmod(kernel: Kernel, process: Process, path: string, mode: number, at?: number): Outcome {
	const target = lookUpExisting(kernel, process, path, "target", at);
	if ("error" in target) return target.error;
	return setMode(kernel, process, target.ref, mode);
}

/** fchmod(2), and what chmod does once it has the file. */
export function setMode(kernel: Kernel, process: Process, ref: Entry, mode: number): Outcome {
	const node = nodeOf(kernel, ref);
	if (node === null || !("mode" in node) || node.uid !== process.uid)
		return failed("file.chmod.not-owner", "EPERM");
	kernel.journal.set(node, "mode", mode & 0o7777);
	noteChanged(kernel, node);
	return done("file.chmod.changed");
}

/** truncate(2): a file by its path, which need not be open. */
export function truncate(kernel: Kernel, process: Process, path: string, length: number): Outcome {
	if (length < 0) return failed("file.truncate.bad", "EINVAL");
	const target = lookUpExisting(kernel, process, path, "target");
	if ("error" in target) return target.error;
	const { ref } = target;
	if (ref.kind === "directory") return failed("file.open.directory", "EISDIR");
	if (ref.kind !== "file") return failed("file.truncate.bad", "EINVAL");
	const file = kernel.state.files[ref.id] as RegularFile;
	if (!permits(process, file, C.W_OK)) return failed("file.open.no-permission", "EACCES");
	return setLength(kernel, process, file, length);
}
