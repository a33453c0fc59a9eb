// Calls on names: unlink, link, mknod, rename, chmod, access. See unlink(2), rename(2), mknod(2).

import * as C from "./constants.ts";
import { newFifo } from "./fifo.ts";
import { setLength } from "./file-io.ts";
import { noteChanged, noteModified } from "./file-times.ts";
import type { Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { nodeOf } from "./node.ts";
import { newFile, refuseRunning } from "./open.ts";
import { dropFifoIfUnused, dropFileIfUnused } from "./open-files.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import {
	isInGroup,
	isPrivileged,
	ownsOrRoot,
	permits,
	refuseSticky,
	withoutLentRights,
} from "./permissions.ts";
import { isInProc } from "./proc.ts";
import type { Entry, Fifo, Process, RegularFile, SocketFile, Symlink } from "./state.ts";
import { statusOf } from "./status.ts";
import type { SystemCall } from "./system-calls.ts";
import { type Found, lookUp, lookUpExisting, pathOfName, refuseChange, refuseNewFile } from "./tree.ts";
import type { ObjectId } from "./words.ts";

export function unlink(kernel: Kernel, process: Process, path: string, at?: number): Outcome {
	const target = lookUpExisting(kernel, process, path, "name", at);
	if ("error" in target) return target.error;
	const { found, ref } = target;
	if (dots.has(found.name)) return failed("file.unlink.directory", "EISDIR");
	if (ref.kind === "queue") return late().unlinkQueue(kernel, process, `/${found.name}`);
	const refusal = refuseTaking(kernel, process, found);
	if (refusal !== null) return refusal;
	if (ref.kind === "directory") return failed("file.unlink.directory", "EISDIR");
	const open = isOpen(kernel, ref);
	removeName(kernel, found);
	return done(open ? "file.unlink.still-open" : "file.unlink.gone");
}

/** Why a name may not be taken out of its directory, or null. */
export function refuseTaking(kernel: Kernel, process: Process, found: Found): Outcome | null {
	const refusal = refuseChange(kernel, process, found.parent);
	if (refusal !== null || found.ref === null) return refusal;
	const node = nodeOf(kernel, found.ref);
	return refuseSticky(process, found.parent, node);
}

function isOpen(kernel: Kernel, ref: Entry): boolean {
	if (ref.kind === "fifo") return kernel.state.fifos[ref.id]?.pipe !== null;
	return Object.values(kernel.state.openFiles).some(({ object }) => sameObject(object, ref));
}

/** One name less; the last one lets go what nobody has open. */
export function removeName(kernel: Kernel, found: Found): void {
	const { ref } = found;
	kernel.journal.remove(found.parent.entries, found.name);
	noteModified(kernel, found.parent);
	if (ref === null) return;
	const named = linkedOf(kernel, ref);
	if (named === null) return;
	kernel.journal.set(named, "links", named.links - 1);
	noteChanged(kernel, named);
	if ((ref.kind === "file" || ref.kind === "fifo") && named.links === 0) {
		const path = pathOfName(kernel, found.parent.id, found.name) ?? `/${found.name}`;
		kernel.journal.set(named as RegularFile | Fifo, "lastPath", path);
	}
	if (ref.kind === "file") dropFileIfUnused(kernel, named.id);
	else if (ref.kind === "fifo") dropFifoIfUnused(kernel, named.id);
	else if (ref.kind === "socket-file") late().dropSocketFile(kernel, named.id);
	else dropSymlink(kernel, named.id);
}

/** What counts its names; null for what has but one. */
export function linkedOf(kernel: Kernel, ref: Entry): RegularFile | Fifo | Symlink | SocketFile | null {
	if (ref.kind === "file") return kernel.state.files[ref.id] as RegularFile;
	if (ref.kind === "fifo") return kernel.state.fifos[ref.id] as Fifo;
	if (ref.kind === "socket-file") return kernel.state.socketFiles[ref.id] as SocketFile;
	return ref.kind === "symlink" ? (kernel.state.symlinks[ref.id] as Symlink) : null;
}

/** mknod(2) without privilege: a FIFO or an empty regular file. */
export function mknod(kernel: Kernel, process: Process, path: string, mode: number, at?: number): Outcome {
	const type = mode & C.S_IFMT;
	const regular = type === C.S_IFREG || type === 0;
	const lookup = lookUp(kernel, process, path, "name", at);
	if ("error" in lookup) return lookup.error;
	const { found } = lookup;
	const refusal = refuseNewFile(kernel, process, found);
	if (refusal !== null) return refusal;
	if (!regular && type !== C.S_IFIFO && type !== C.S_IFSOCK) {
		const kinds: readonly number[] = [C.S_IFDIR, C.S_IFCHR, C.S_IFBLK];
		if (!kinds.includes(type)) return failed("file.mknod.no-kind", "EINVAL");
		return failed("file.mknod.not-permitted", "EPERM");
	}
	const bits = mode & 0o7777 & ~process.umask;
	const ref: Entry = regular
		? { kind: "file", id: newFile(kernel, process, found.parent, bits) }
		: type === C.S_IFSOCK
			? { kind: "socket-file", id: late().newSocketFile(kernel, process, found.parent, bits) }
			: { kind: "fifo", id: newFifo(kernel, process, found.parent, bits) };
	kernel.journal.set(found.parent.entries, found.name, ref);
	noteModified(kernel, found.parent);
	return done(regular ? "file.open.created" : "fifo.make.made");
}

export const dots: ReadonlySet<string> = new Set([".", ".."]);

export function sameObject(a: Entry, b: Entry): boolean {
	if (a.kind === "device" || b.kind === "device") {
		return a.kind === "device" && b.kind === "device" && a.name === b.name;
	}
	return a.kind === b.kind && a.id === b.id;
}

type AccessCall = SystemCall & { readonly name: "access" };

/** access(2) asks for the real user and group: what a set-user-ID program may do for who started it. */
export function access(kernel: Kernel, process: Process, call: AccessCall): Outcome {
	const { at, effective, mode, path } = call;
	if ((mode & ~7) !== 0) return failed("file.access.bad-mode", "EINVAL");
	const who: Process =
		effective || (process.uid === process.euid && process.gid === process.egid)
			? process
			: { ...process, euid: process.uid, egid: process.gid };
	const target = lookUpExisting(kernel, who, path, "target", at);
	if ("error" in target) return target.error;
	const { ref } = target;
	const node = ref.kind !== "device" && isInProc(ref.id) ? statusOf(kernel, ref) : nodeOf(kernel, ref);
	const denied = node !== null && "mode" in node && mode !== C.F_OK && !permits(who, node, mode);
	return denied ? failed("file.open.no-permission", "EACCES") : done("file.access.allowed");
}

export function chmod(kernel: Kernel, process: Process, path: string, mode: number, at?: number): Outcome {
	const target = lookUpExisting(kernel, process, path, "target", at);
	if ("error" in target) return target.error;
	return setMode(kernel, process, target.ref, mode);
}

/** fchmod(2), and what chmod does once it has the file. */
export function setMode(kernel: Kernel, process: Process, ref: Entry, mode: number): Outcome {
	const node = nodeOf(kernel, ref);
	if (node === null || !("mode" in node) || !ownsOrRoot(process, node)) {
		return failed("file.chmod.not-owner", "EPERM");
	}
	const foreign = !isPrivileged(process) && !isInGroup(process, node.gid);
	kernel.journal.set(node, "mode", mode & (foreign ? 0o7777 & ~C.S_ISGID : 0o7777));
	noteChanged(kernel, node);
	return done("file.chmod.changed");
}

type ChownCall = SystemCall & { readonly name: "chown" };

export function chown(kernel: Kernel, process: Process, call: ChownCall): Outcome {
	const target = lookUpExisting(kernel, process, call.path, call.follow ? "target" : "link", call.at);
	if ("error" in target) return target.error;
	return setOwner(kernel, process, target.ref, call.uid, call.gid);
}

/** (uid_t)-1: leave it as it is. */
const KEEP = 0xffff_ffff;

/** fchown(2), and what chown does once it has the file: root gives away, an owner may only choose among its own groups. */
export function setOwner(kernel: Kernel, process: Process, ref: Entry, uid: number, gid: number): Outcome {
	const node = nodeOf(kernel, ref);
	if (node === null) return failed("file.chown.not-permitted", "EPERM");
	const own = process.euid === node.uid;
	const userAllowed = uid === KEEP || (own && uid === node.uid);
	const groupAllowed = gid === KEEP || (own && (gid === node.gid || isInGroup(process, gid)));
	if (!isPrivileged(process) && !(userAllowed && groupAllowed)) {
		return failed("file.chown.not-permitted", "EPERM");
	}
	if (uid !== KEEP) kernel.journal.set(node, "uid", uid);
	if (gid !== KEEP) kernel.journal.set(node, "gid", gid);
	if ("mode" in node && !("entries" in node)) {
		const mode = withoutLentRights(node.mode);
		if (mode !== node.mode) kernel.journal.set(node, "mode", mode);
	}
	noteChanged(kernel, node);
	return done("file.chown.changed");
}

/** truncate(2): a file by its path, which need not be open. */
export function truncate(kernel: Kernel, process: Process, path: string, length: number): Outcome {
	if (length < 0) return failed("file.truncate.bad", "EINVAL");
	const target = lookUpExisting(kernel, process, path, "target");
	if ("error" in target) return target.error;
	const { ref } = target;
	if (ref.kind === "directory") return failed("file.open.directory", "EISDIR");
	if (ref.kind !== "file") return failed("file.truncate.bad", "EINVAL");
	const file = kernel.state.files[ref.id];
	if (file === undefined || !permits(process, file, C.W_OK))
		return failed("file.open.no-permission", "EACCES");
	return refuseRunning(kernel, file) ?? setLength(kernel, process, file, length);
}

/** Forgets a link that has no name left. */
function dropSymlink(kernel: Kernel, id: ObjectId): void {
	const link = kernel.state.symlinks[id] as Symlink;
	if (link.links > 0) return;
	kernel.journal.remove(kernel.state.symlinks, id);
}
