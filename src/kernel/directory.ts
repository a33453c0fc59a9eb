// Directories: what is in them, and standing in one. See getdents(2), readdir(3), chdir(2).
import { encodeText } from "../base/index.ts";
import * as C from "./constants.ts";
import { newTimes, noteAccess, noteModified } from "./file-times.ts";
import { type Kernel, newObject, ROOT } from "./kernel.ts";
import { late } from "./late.ts";
import { nodeOf } from "./node.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { ofNewNode, permits, refuseSticky } from "./permissions.ts";
import { isProcDirectory } from "./proc.ts";
import type { Directory, Entry, OpenFile, Process } from "./state.ts";
import { inodeOf } from "./status.ts";
import type { DirectoryEntry } from "./system-calls.ts";
import {
	directoryOf,
	isRemoved,
	lookUp,
	lookUpExisting,
	pathOfDirectory,
	refuseChange,
	refuseNew,
} from "./tree.ts";
import type { ObjectId } from "./words.ts";

export function mkdir(kernel: Kernel, process: Process, path: string, mode: number, at?: number): Outcome {
	const lookup = lookUp(kernel, process, path, "name", at);
	if ("error" in lookup) return lookup.error;
	const { found } = lookup;
	const refusal = refuseNew(kernel, process, found);
	if (refusal !== null) return refusal;
	const id = newObject(kernel);
	const bits = mode & 0o1777 & ~process.umask;
	const made = ofNewNode(process, found.parent, bits, true);
	kernel.journal.set(kernel.state.directories, id, {
		id,
		parent: found.parent.id,
		entries: {},
		mode: made.mode,
		uid: process.euid,
		gid: made.gid,
		...newTimes(kernel),
	});
	kernel.journal.set(found.parent.entries, found.name, { kind: "directory", id });
	noteModified(kernel, found.parent);
	return done("file.mkdir.made");
}

export function rmdir(kernel: Kernel, process: Process, path: string, at?: number): Outcome {
	const target = lookUpExisting(kernel, process, path, "name", at);
	if ("error" in target) return target.error;
	const { found, ref } = target;
	if (ref.kind === "directory" && ref.id === ROOT) return failed("file.rmdir.busy", "EBUSY");
	if (found.name === ".") return failed("file.rmdir.dot", "EINVAL");
	if (found.name === "..") return failed("file.rmdir.not-empty", "ENOTEMPTY");
	const refusal = refuseChange(kernel, process, found.parent);
	if (refusal !== null) return refusal;
	if (ref.kind !== "directory") {
		return (
			refuseSticky(process, found.parent, nodeOf(kernel, ref)) ?? failed("file.path.not-directory", "ENOTDIR")
		);
	}
	const sticky = refuseSticky(process, found.parent, directoryOf(kernel, ref.id));
	if (sticky !== null) return sticky;
	if (!isEmpty(directoryOf(kernel, ref.id))) return failed("file.rmdir.not-empty", "ENOTEMPTY");
	kernel.journal.remove(found.parent.entries, found.name);
	noteModified(kernel, found.parent);
	if (!isInUse(kernel, ref.id)) kernel.journal.remove(kernel.state.directories, ref.id);
	return done("file.rmdir.removed");
}

export function isEmpty(directory: Directory): boolean {
	return Object.keys(directory.entries).length === 0;
}

/** Somebody stands in the directory or has it open. */
export function isInUse(kernel: Kernel, id: ObjectId): boolean {
	const { openFiles, processes } = kernel.state;
	return (
		Object.values(processes).some((process) => process.cwd === id) ||
		Object.values(openFiles).some(({ object }) => object.kind === "directory" && object.id === id)
	);
}

export function chdir(kernel: Kernel, process: Process, path: string): Outcome {
	const target = lookUpExisting(kernel, process, path, "target");
	return "error" in target ? target.error : enter(kernel, process, target.ref);
}

export function fchdir(kernel: Kernel, process: Process, openFile: OpenFile): Outcome {
	return enter(kernel, process, openFile.object);
}

function enter(kernel: Kernel, process: Process, ref: Entry): Outcome {
	if (ref.kind !== "directory") return failed("file.path.not-directory", "ENOTDIR");
	if (!permits(process, directoryOf(kernel, ref.id), C.X_OK)) return failed("file.path.no-search", "EACCES");
	kernel.journal.set(process, "cwd", ref.id);
	return done("file.chdir.changed");
}

export function getcwd(kernel: Kernel, process: Process, size: number): Outcome {
	const path = pathOfDirectory(kernel, process.cwd);
	if (path === null) return failed("file.path.missing", "ENOENT");
	if (path.length >= size) return failed("file.getcwd.no-room", "ERANGE");
	return done("file.getcwd.path", path.length + 1, { kind: "path", path });
}

/** DT_ numbers of <dirent.h>. */
const TYPES: { readonly [kind in Entry["kind"]]: number } = {
	pipe: 1,
	fifo: 1,
	device: 2,
	terminal: 2,
	directory: 4,
	file: 8,
	queue: 8,
	symlink: 10,
	socket: 12,
	"socket-file": 12,
	handle: 0,
};

/** Bytes of a struct linux_dirent64 before the name. */
const HEAD = 19;

/** The size of one entry as getdents64(2) stores it, in bytes. */
export function entrySize(name: string): number {
	return Math.ceil((HEAD + encodeText(name).length + 1) / 8) * 8;
}

/** getdents64(2): entries from the description's offset on, `.` and `..` first, then in the order they were made. */
export function getdents(kernel: Kernel, openFile: OpenFile, count: number): Outcome {
	const { object } = openFile;
	if (object.kind !== "directory") return failed("file.path.not-directory", "ENOTDIR");
	const directory = directoryOf(kernel, object.id);
	if (isRemoved(kernel, directory)) return failed("file.path.missing", "ENOENT");
	const told = isProcDirectory(kernel, directory.id);
	const listed = told ? late().procNames(directory) : Object.keys(directory.entries);
	const names = [".", "..", ...listed];
	const entries: DirectoryEntry[] = [];
	let size = 0;
	for (let at = openFile.offset; at < names.length; at++) {
		const name = names[at] as string;
		size += entrySize(name);
		if (size > count) break;
		const ref = refAt(directory, name);
		entries.push({ inode: inodeOf(kernel, ref), next: at + 1, type: TYPES[ref.kind], name });
	}
	const last = entries.at(-1);
	if (last === undefined) {
		if (size > 0) return failed("file.getdents.no-room", "EINVAL");
		return done("file.getdents.end");
	}
	kernel.journal.set(openFile, "offset", last.next);
	if (!told) noteAccess(kernel, directory);
	const used = entries.reduce((sum, { name }) => sum + entrySize(name), 0);
	return done("file.getdents.told", used, { kind: "entries", entries });
}

function refAt(directory: Directory, name: string): Entry {
	if (name === ".") return { kind: "directory", id: directory.id };
	if (name === "..") return { kind: "directory", id: directory.parent };
	return directory.entries[name] as Entry;
}
