// The tree of names: from a path to what it names, and who may do what with it. See path_resolution(7).
import * as C from "./constants.ts";
import { descriptionOf } from "./descriptors.ts";
import { noteAccess } from "./file-times.ts";
import { type Kernel, ROOT } from "./kernel.ts";
import { late } from "./late.ts";
import { failed, type Outcome } from "./outcome.ts";
import { permits } from "./permissions.ts";
import { isInProc, isProcDirectory } from "./proc.ts";
import type { Directory, Entry, Process, Symlink } from "./state.ts";
import type { ObjectId } from "./words.ts";

const NAME_MAX = 255;
const PATH_MAX = 4096;
/** MAXSYMLINKS */
const LINKS_MAX = 40;

/** Where a path leads: the directory that has, or would have, its last name; and what that name means, if anything. */
export interface Found {
	readonly parent: Directory;
	readonly name: string;
	readonly ref: Entry | null;
	/** The path ends in a slash, `.` or `..`: it must be a directory. */
	readonly directoryOnly: boolean;
}

export type Lookup = { readonly found: Found } | { readonly error: Outcome };

/**
 * What a symbolic link at the end of a path means: what it points to (`target`); the link, unless a slash follows
 * (`link`); or always the link (`name`), for calls that make or remove the name.
 */
export type LastLink = "target" | "link" | "name";

export function entryOf(directory: Directory, name: string): Entry | null {
	if (name === ".") return { kind: "directory", id: directory.id };
	if (name === "..") return { kind: "directory", id: directory.parent };
	return Object.hasOwn(directory.entries, name) ? (directory.entries[name] as Entry) : null;
}

/** Walks a path; every directory on the way must exist and be searchable, the last name need not exist. */
export function lookUp(kernel: Kernel, process: Process, path: string, last: LastLink, at?: number): Lookup {
	if (path === "") return missing();
	if (path.length >= PATH_MAX) return { error: failed("file.path.too-long", "ENAMETOOLONG") };
	let names = namesOf(path);
	let slash = path.endsWith("/");
	const start = path.startsWith("/") ? directoryOf(kernel, ROOT) : startOf(kernel, process, at);
	if ("error" in start) return start;
	let directory = start;
	for (let links = 0; ; ) {
		const name = names[0];
		if (name === undefined) return itself(directory);
		const rest = names.slice(1);
		if (name.length > NAME_MAX) return { error: failed("file.path.too-long", "ENAMETOOLONG") };
		if (!permits(process, directory, C.X_OK)) return { error: failed("file.path.no-search", "EACCES") };
		const ref = entryOf(directory, name);
		if (ref?.kind === "symlink" && (rest.length > 0 || isFollowed(last, slash))) {
			if (++links > LINKS_MAX) return { error: failed("file.path.loop", "ELOOP") };
			const to = targetOf(kernel, process, ref.id);
			if ("error" in to) return to;
			if ("ref" in to) {
				const { ref: object } = to;
				if (object.kind === "directory") {
					directory = directoryOf(kernel, object.id);
					names = rest;
					continue;
				}
				if (slash || rest.length > 0) return notDirectory();
				return { found: { parent: directory, name, ref: object, directoryOnly: false } };
			}
			const { target } = to;
			if (rest.length === 0 && target.endsWith("/")) slash = true;
			if (target.startsWith("/")) directory = directoryOf(kernel, ROOT);
			names = [...namesOf(target), ...rest];
			continue;
		}
		if (rest.length === 0) {
			const directoryOnly = slash || name === "." || name === "..";
			if (directoryOnly && ref !== null && ref.kind !== "directory") return notDirectory();
			return { found: { parent: directory, name, ref, directoryOnly } };
		}
		if (ref === null) return missing();
		if (ref.kind !== "directory") return notDirectory();
		directory = directoryOf(kernel, ref.id);
		names = rest;
	}
}

/** Where a symbolic link leads: a path, or with a link of /proc an object. */
function targetOf(kernel: Kernel, process: Process, id: ObjectId) {
	if (isInProc(id)) return late().procTarget(kernel, process, id);
	const link = kernel.state.symlinks[id] as Symlink;
	noteAccess(kernel, link);
	return { target: link.target };
}

/** Where a relative path begins: where the process stands, or in the directory that is open as `at`. */
function startOf(
	kernel: Kernel,
	process: Process,
	at: number | undefined,
): Directory | { readonly error: Outcome } {
	if (at === undefined) return directoryOf(kernel, process.cwd);
	const object = descriptionOf(kernel, process, at)?.object;
	if (object === undefined) return { error: failed("descriptor.use.not-open", "EBADF") };
	return object.kind === "directory" ? directoryOf(kernel, object.id) : notDirectory();
}

function namesOf(path: string): string[] {
	return path.split("/").filter((name) => name !== "");
}

function isFollowed(last: LastLink, slash: boolean): boolean {
	return last === "target" || (last === "link" && slash);
}

/** Like `lookUp`, but the name must exist. */
export function lookUpExisting(
	kernel: Kernel,
	process: Process,
	path: string,
	last: LastLink,
	at?: number,
): Existing {
	const lookup = lookUp(kernel, process, path, last, at);
	return "error" in lookup ? lookup : existing(lookup.found);
}

type Existing = { readonly ref: Entry; readonly found: Found } | { readonly error: Outcome };

/** What was found, if the name is there. */
export function existing(found: Found): Existing {
	return found.ref === null ? missing() : { ref: found.ref, found };
}

export function directoryOf(kernel: Kernel, id: ObjectId): Directory {
	if (isProcDirectory(kernel, id)) return late().procDirectory(kernel, id);
	return kernel.state.directories[id] as Directory;
}

/** Whether a directory has been removed though somebody still stands in it. */
export function isRemoved(kernel: Kernel, directory: Directory): boolean {
	if (directory.id === ROOT) return false;
	const parent = directoryOf(kernel, directory.parent);
	return parent === undefined || nameIn(parent, directory.id) === null;
}

export function nameIn(parent: Directory, id: ObjectId): string | null {
	for (const [name, ref] of Object.entries(parent.entries)) {
		if (ref.kind === "directory" && ref.id === id) return name;
	}
	return null;
}

/** The absolute path of a directory; null when it is no longer in the tree. */
export function pathOfDirectory(kernel: Kernel, id: ObjectId): string | null {
	const names: string[] = [];
	let at = directoryOf(kernel, id);
	while (at.id !== ROOT) {
		if (isRemoved(kernel, at)) return null;
		const parent = directoryOf(kernel, at.parent);
		names.unshift(nameIn(parent, at.id) ?? "");
		at = parent;
	}
	return `/${names.join("/")}`;
}

/** The absolute path of a name in a directory; null when that is no longer in the tree. */
export function pathOfName(kernel: Kernel, directory: ObjectId, name: string): string | null {
	const folder = pathOfDirectory(kernel, directory);
	return folder === null ? null : `${folder === "/" ? "" : folder}/${name}`;
}

/** Whether a name may be added to or removed from a directory; the failure if not. */
export function refuseChange(kernel: Kernel, process: Process, parent: Directory): Outcome | null {
	if (!permits(process, parent, C.W_OK | C.X_OK)) return failed("file.name.no-permission", "EACCES");
	if (parent.id === kernel.state.queueDirectory) return failed("queue.directory.only-queues", "EPERM");
	if (isProcDirectory(kernel, parent.id)) return failed("proc.name.fixed", "EPERM");
	return isRemoved(kernel, parent) ? failed("file.path.missing", "ENOENT") : null;
}

/** Why the last name of `found` cannot be made, or null. */
export function refuseNew(kernel: Kernel, process: Process, found: Found): Outcome | null {
	if (found.ref !== null) return failed("file.open.exists", "EEXIST");
	if (isProcDirectory(kernel, found.parent.id)) return failed("proc.name.none", "ENOENT");
	if (found.name === "__proto__") return failed("file.open.bad-flags", "EINVAL");
	return refuseChange(kernel, process, found.parent);
}

/** Why a name that is no directory's cannot be made, or null. */
export function refuseNewFile(kernel: Kernel, process: Process, found: Found): Outcome | null {
	if (found.ref === null && found.directoryOnly) return failed("file.path.missing", "ENOENT");
	return refuseNew(kernel, process, found);
}

/** A path of slashes, or through a link to the root. */
function itself(directory: Directory): Lookup {
	const ref = { kind: "directory", id: directory.id } as const;
	return { found: { parent: directory, name: ".", ref, directoryOnly: true } };
}

function missing(): { readonly error: Outcome } {
	return { error: failed("file.path.missing", "ENOENT") };
}

function notDirectory(): { readonly error: Outcome } {
	return { error: failed("file.path.not-directory", "ENOTDIR") };
}
