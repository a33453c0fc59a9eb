// Names that are added and changed: link and rename. See link(2), rename(2).

import * as C from "./constants.ts";
import { isEmpty, isInUse } from "./directory.ts";
import { noteChanged, noteModified } from "./file-times.ts";
import { type Kernel, ROOT } from "./kernel.ts";
import { dots, linkedOf, refuseTaking, removeName, sameObject } from "./names.ts";
import { nodeOf } from "./node.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { ownsOrRoot, permits, withoutLentRights } from "./permissions.ts";
import { isInProc, isProcDirectory } from "./proc.ts";
import type { Directory, Entry, Process } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";
import { directoryOf, existing, type Found, lookUp, lookUpExisting, refuseNewFile } from "./tree.ts";
import type { ObjectId } from "./words.ts";

type TwoNames = SystemCall & { readonly name: "rename" | "link" };

export function link(kernel: Kernel, process: Process, call: TwoNames): Outcome {
	const last = call.follow === true ? "target" : "link";
	const source = lookUpExisting(kernel, process, call.from, last, call.fromAt);
	if ("error" in source) return source.error;
	const lookup = lookUp(kernel, process, call.to, "name", call.toAt);
	if ("error" in lookup) return lookup.error;
	const { found } = lookup;
	const added = found.ref === null && !found.directoryOnly && !isProcDirectory(kernel, found.parent.id);
	const away = fileSystemOf(kernel, found.parent);
	// Through a link of /proc one comes to what lies on the disk.
	const byProc = isProcDirectory(kernel, source.found.parent.id) && source.ref.kind === "file";
	const home = byProc && !isInProc(source.ref.id) ? "disk" : fileSystemOf(kernel, source.found.parent);
	if (added && home !== away) return elsewhere();
	const ofProc = source.ref.kind !== "device" && isInProc(source.ref.id);
	// Whose object it is counts before whether its new directory takes names; that the name is there, before both.
	if (added && !ofProc && !mayLink(kernel, process, source.ref))
		return failed("file.link.not-permitted", "EPERM");
	const refusal = refuseNewFile(kernel, process, found);
	if (refusal !== null) return refusal;
	if (ofProc) return elsewhere();
	const named = linkedOf(kernel, source.ref);
	if (named === null) return failed("file.link.directory", "EPERM");
	if (named.links === 0 && !("linkable" in named && named.linkable))
		return failed("file.path.missing", "ENOENT");
	kernel.journal.set(named, "links", named.links + 1);
	if ("linkable" in named) kernel.journal.set(named, "linkable", false);
	noteChanged(kernel, named);
	kernel.journal.set(found.parent.entries, found.name, source.ref);
	noteModified(kernel, found.parent);
	return done("file.link.adds");
}

/** Of a directory: that of the queues and that of the processes are mounted, the rest is one disk. */
function fileSystemOf(kernel: Kernel, { id }: Directory): "queues" | "proc" | "disk" {
	if (id === kernel.state.queueDirectory) return "queues";
	return isProcDirectory(kernel, id) ? "proc" : "disk";
}

function elsewhere(): Outcome {
	return failed("file.link.other-file-system", "EXDEV");
}

/** fs.protected_hardlinks: a file of somebody else gets a new name only from who could read and write it, and lends no rights. */
function mayLink(kernel: Kernel, process: Process, ref: Entry): boolean {
	const node = nodeOf(kernel, ref);
	if (node === null || ownsOrRoot(process, node)) return true;
	if (ref.kind !== "file" || !("mode" in node)) return false;
	return permits(process, node, C.R_OK | C.W_OK) && withoutLentRights(node.mode) === node.mode;
}

/** rename(2), renameat2(2). */
export function rename(kernel: Kernel, process: Process, call: TwoNames): Outcome {
	const { flags = 0 } = call;
	const exchange = flags === C.RENAME_EXCHANGE;
	if (flags !== 0 && flags !== C.RENAME_NOREPLACE && !exchange)
		return failed("file.rename.bad-flags", "EINVAL");
	// Both ways are walked before either name is looked for.
	const from = lookUp(kernel, process, call.from, "name", call.fromAt);
	if ("error" in from) return from.error;
	const lookup = lookUp(kernel, process, call.to, "name", call.toAt);
	if ("error" in lookup) return lookup.error;
	if (fileSystemOf(kernel, from.found.parent) !== fileSystemOf(kernel, lookup.found.parent))
		return elsewhere();
	const source = existing(from.found);
	if ("error" in source) return source.error;
	const target = lookup.found;
	const refusal =
		refuseByFlags(flags, target) ??
		(exchange ? refuseExchange : refuseRename)(kernel, source.found, source.ref, target) ??
		refuseTaking(kernel, process, source.found) ??
		refuseTaking(kernel, process, target) ??
		refuseMove(kernel, process, source.found, source.ref, target) ??
		(exchange ? refuseMove(kernel, process, target, target.ref as Entry, source.found) : null);
	if (refusal !== null) return refusal;
	if (target.ref !== null && sameObject(source.ref, target.ref)) return done("file.rename.same");
	if (exchange) {
		place(kernel, target.ref as Entry, source.found);
		place(kernel, source.ref, target);
		return done("file.rename.exchanges");
	}
	if (target.ref?.kind === "directory") kernel.journal.remove(kernel.state.directories, target.ref.id);
	const replaced = target.ref !== null;
	kernel.journal.remove(source.found.parent.entries, source.found.name);
	if (replaced) removeName(kernel, target);
	noteModified(kernel, source.found.parent);
	place(kernel, source.ref, target);
	return done(replaced ? "file.rename.replaces" : "file.rename.moves");
}

/** From now on this object has that name. */
function place(kernel: Kernel, ref: Entry, { name, parent }: Found): void {
	kernel.journal.set(parent.entries, name, ref);
	noteModified(kernel, parent);
	const moved = nodeOf(kernel, ref);
	if (moved !== null) noteChanged(kernel, moved);
	if (ref.kind === "directory") kernel.journal.set(directoryOf(kernel, ref.id), "parent", parent.id);
}

/** What the flags of renameat2 ask of the new name. */
function refuseByFlags(flags: number, { name, ref }: Found): Outcome | null {
	if (flags === C.RENAME_NOREPLACE && (ref !== null || dots.has(name)))
		return failed("file.open.exists", "EEXIST");
	return flags === C.RENAME_EXCHANGE && ref === null ? failed("file.path.missing", "ENOENT") : null;
}

function refuseExchange(kernel: Kernel, found: Found, source: Entry, target: Found): Outcome | null {
	if (dots.has(found.name) || dots.has(target.name)) return failed("file.rename.busy", "EBUSY");
	const into = (ref: Entry, { parent }: Found) =>
		ref.kind === "directory" && isInside(kernel, parent, ref.id);
	if (into(source, target) || into(target.ref as Entry, found))
		return failed("file.rename.into-itself", "EINVAL");
	const notDirectory = target.directoryOnly && target.ref?.kind !== "directory";
	return notDirectory ? failed("file.path.not-directory", "ENOTDIR") : null;
}

/** A directory that gets another parent changes itself: its `..`. */
function refuseMove(
	kernel: Kernel,
	process: Process,
	found: Found,
	source: Entry,
	target: Found,
): Outcome | null {
	if (source.kind !== "directory" || found.parent === target.parent) return null;
	if (permits(process, directoryOf(kernel, source.id), C.W_OK)) return null;
	return failed("file.name.no-permission", "EACCES");
}

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
