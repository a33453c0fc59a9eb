// Calls on names: unlink, link, rename, mkdir, rmdir, chmod, chdir, getcwd, access. See unlink(2), rename(2).
import * as C from "./constants.ts";
import { type Kernel, newObject, ROOT } from "./kernel.ts";
import { dropFileIfUnused } from "./open-files.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { Directory, ObjectRef, Process, RegularFile } from "./state.ts";
import {
	directoryOf,
	type Found,
	isRemoved,
	lookUp,
	lookUpExisting,
	nameIn,
	permits,
	refuseChange,
} from "./tree.ts";
import type { ObjectId } from "./words.ts";

export function unlink(kernel: Kernel, process: Process, path: string): Outcome {
	const target = lookUpExisting(kernel, process, path);
	if ("error" in target) return target.error;
	const { found, ref } = target;
	if (ref.kind === "directory") return failed("file.unlink.directory", "EISDIR");
	const refusal = refuseChange(kernel, process, found.parent);
	if (refusal !== null) return refusal;
	const open = ref.kind === "file" && isOpen(kernel, ref.id);
	removeName(kernel, found);
	return done(open ? "file.unlink.still-open" : "file.unlink.gone");
}

function isOpen(kernel: Kernel, id: ObjectId): boolean {
	return Object.values(kernel.state.openFiles).some(
		({ object }) => object.kind === "file" && object.id === id,
	);
}

function removeName(kernel: Kernel, found: Found): void {
	const { ref } = found;
	kernel.journal.remove(found.parent.entries, found.name);
	if (ref?.kind !== "file") return;
	const file = kernel.state.files[ref.id] as RegularFile;
	kernel.journal.set(file, "links", file.links - 1);
	dropFileIfUnused(kernel, ref.id);
}

/** Why the last name of `found` cannot be made, or null. */
function refuseNew(kernel: Kernel, process: Process, found: Found): Outcome | null {
	if (found.ref !== null) return failed("file.open.exists", "EEXIST");
	if (found.name === "__proto__") return failed("file.open.bad-flags", "EINVAL");
	return refuseChange(kernel, process, found.parent);
}

export function link(kernel: Kernel, process: Process, from: string, to: string): Outcome {
	const source = lookUpExisting(kernel, process, from);
	if ("error" in source) return source.error;
	const lookup = lookUp(kernel, process, to);
	if ("error" in lookup) return lookup.error;
	const { found } = lookup;
	if (found.ref === null && found.directoryOnly) return failed("file.path.missing", "ENOENT");
	const refusal = refuseNew(kernel, process, found);
	if (refusal !== null) return refusal;
	if (source.ref.kind !== "file") return failed("file.link.directory", "EPERM");
	const file = kernel.state.files[source.ref.id] as RegularFile;
	kernel.journal.set(file, "links", file.links + 1);
	kernel.journal.set(found.parent.entries, found.name, source.ref);
	return done("file.link.adds");
}

export function mkdir(kernel: Kernel, process: Process, path: string, mode: number): Outcome {
	const lookup = lookUp(kernel, process, path);
	if ("error" in lookup) return lookup.error;
	const { found } = lookup;
	const refusal = refuseNew(kernel, process, found);
	if (refusal !== null) return refusal;
	const id = newObject(kernel);
	const { uid, gid } = process;
	const bits = mode & 0o1777 & ~process.umask;
	kernel.journal.set(kernel.state.directories, id, {
		id,
		parent: found.parent.id,
		entries: {},
		mode: bits,
		uid,
		gid,
	});
	kernel.journal.set(found.parent.entries, found.name, { kind: "directory", id });
	return done("file.mkdir.made");
}

export function rmdir(kernel: Kernel, process: Process, path: string): Outcome {
	const target = lookUpExisting(kernel, process, path);
	if ("error" in target) return target.error;
	const { found, ref } = target;
	if (ref.kind !== "directory") return failed("file.path.not-directory", "ENOTDIR");
	if (ref.id === ROOT) return failed("file.rmdir.busy", "EBUSY");
	if (found.name === ".") return failed("file.rmdir.dot", "EINVAL");
	if (found.name === ".." || !isEmpty(directoryOf(kernel, ref.id))) {
		return failed("file.rmdir.not-empty", "ENOTEMPTY");
	}
	const refusal = refuseChange(kernel, process, found.parent);
	if (refusal !== null) return refusal;
	kernel.journal.remove(found.parent.entries, found.name);
	if (!isInUse(kernel, ref.id)) kernel.journal.remove(kernel.state.directories, ref.id);
	return done("file.rmdir.removed");
}

function isEmpty(directory: Directory): boolean {
	return Object.keys(directory.entries).length === 0;
}

function isInUse(kernel: Kernel, id: ObjectId): boolean {
	const { openFiles, processes } = kernel.state;
	return (
		Object.values(processes).some((process) => process.cwd === id) ||
		Object.values(openFiles).some(({ object }) => object.kind === "directory" && object.id === id)
	);
}

export function rename(kernel: Kernel, process: Process, from: string, to: string): Outcome {
	const source = lookUpExisting(kernel, process, from);
	if ("error" in source) return source.error;
	const lookup = lookUp(kernel, process, to);
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
	if (source.ref.kind === "directory") {
		kernel.journal.set(directoryOf(kernel, source.ref.id), "parent", target.parent.id);
	}
	return done(replaced ? "file.rename.replaces" : "file.rename.moves");
}

const dots: ReadonlySet<string> = new Set([".", ".."]);

function refuseRename(kernel: Kernel, found: Found, source: ObjectRef, target: Found): Outcome | null {
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

function sameObject(a: ObjectRef, b: ObjectRef): boolean {
	if (a.kind === "device" || b.kind === "device") {
		return a.kind === "device" && b.kind === "device" && a.name === b.name;
	}
	return a.kind === b.kind && a.id === b.id;
}

export function access(kernel: Kernel, process: Process, path: string, mode: number): Outcome {
	if ((mode & ~7) !== 0) return failed("file.access.bad-mode", "EINVAL");
	const target = lookUpExisting(kernel, process, path);
	if ("error" in target) return target.error;
	const node = nodeOf(kernel, target.ref);
	const allowed = mode === C.F_OK || node === null || permits(process, node, mode);
	return allowed ? done("file.access.allowed") : failed("file.open.no-permission", "EACCES");
}

function nodeOf(kernel: Kernel, ref: ObjectRef): RegularFile | Directory | null {
	if (ref.kind === "file") return kernel.state.files[ref.id] ?? null;
	return ref.kind === "directory" ? directoryOf(kernel, ref.id) : null;
}

export function chmod(kernel: Kernel, process: Process, path: string, mode: number): Outcome {
	const target = lookUpExisting(kernel, process, path);
	if ("error" in target) return target.error;
	const node = nodeOf(kernel, target.ref);
	if (node === null || node.uid !== process.uid) return failed("file.chmod.not-owner", "EPERM");
	kernel.journal.set(node, "mode", mode & 0o7777);
	return done("file.chmod.changed");
}

export function chdir(kernel: Kernel, process: Process, path: string): Outcome {
	const target = lookUpExisting(kernel, process, path);
	if ("error" in target) return target.error;
	const { ref } = target;
	if (ref.kind !== "directory") return failed("file.path.not-directory", "ENOTDIR");
	if (!permits(process, directoryOf(kernel, ref.id), C.X_OK)) return failed("file.path.no-search", "EACCES");
	kernel.journal.set(process, "cwd", ref.id);
	return done("file.chdir.changed");
}

export function getcwd(kernel: Kernel, process: Process): Outcome {
	const names: string[] = [];
	let at = directoryOf(kernel, process.cwd);
	while (at.id !== ROOT) {
		if (isRemoved(kernel, at)) return failed("file.path.missing", "ENOENT");
		const parent = directoryOf(kernel, at.parent);
		names.unshift(nameIn(parent, at.id) ?? "");
		at = parent;
	}
	const path = `/${names.join("/")}`;
	return done("file.getcwd.path", path.length + 1, { kind: "path", path });
}
