// The tree of /proc: directories, links and files that are there as long as what they tell of. See proc(5).
import * as C from "./constants.ts";
import { descriptionOf } from "./descriptors.ts";
import { statusFlags } from "./fcntl.ts";
import { type Kernel, ROOT } from "./kernel.ts";
import { failed, type Outcome } from "./outcome.ts";
import { isPrivileged } from "./permissions.ts";
import { isInProc, PROC_OBJECTS } from "./proc.ts";
import { ofProcess, ofSystem, programPath } from "./proc-files.ts";
import type { Directory, Entry, FileTimes, ObjectRef, OpenFile, Pipe, Process, Terminal } from "./state.ts";
import type { FileStatus } from "./system-calls.ts";
import { terminalNumber } from "./terminal-input.ts";
import { pathOfDirectory, pathOfName } from "./tree.ts";
import type { ObjectId } from "./words.ts";

/** Each process has so many numbers; those of process 0 are of /proc itself. */
const PER_PROCESS = 0x40_0000;
/** Where its numbers for descriptors begin: those of links, and those of fdinfo. */
const LINKS = 0x10_0000;
const INFOS = 0x20_0000;

const DIRECTORIES = ["", "fd", "fdinfo", "net", "sysvipc", "task", "thread"] as const;
/** Links by name; what follows the colon says of whom. */
const PROCESS_LINKS = ["cwd", "exe", "root"] as const;
const SYSTEM_LINKS: { readonly [name: string]: string } = { mounts: "self/mounts", net: "self/net" };
const FIRST_LINK = 16;
const FIRST_FILE = 32;
const SYSTEM_FILES = Object.keys(ofSystem);
const PROCESS_FILES = Object.keys(ofProcess);

type Node = { readonly told: Process | null } & (
	| { readonly kind: "directory"; readonly name: (typeof DIRECTORIES)[number] }
	| { readonly kind: "symlink"; readonly name: string; readonly fd: number | null }
	| { readonly kind: "file"; readonly name: string; readonly fd: number | null }
);

/** What a number of /proc stands for; null when that is gone. */
function nodeAt(kernel: Kernel, id: ObjectId): Node | null {
	const pid = Math.floor((id - PROC_OBJECTS) / PER_PROCESS);
	const slot = (id - PROC_OBJECTS) % PER_PROCESS;
	const told = pid === 0 ? null : (kernel.state.processes[pid] ?? null);
	if (pid !== 0 && told === null) return null;
	if (slot >= INFOS) return { kind: "file", told, name: "fdinfo", fd: slot - INFOS };
	if (slot >= LINKS) return { kind: "symlink", told, name: "fd", fd: slot - LINKS };
	if (slot >= FIRST_FILE) {
		const name = (told === null ? SYSTEM_FILES : PROCESS_FILES)[slot - FIRST_FILE] ?? "";
		return { kind: "file", told, name, fd: null };
	}
	if (slot >= FIRST_LINK) {
		const names = told === null ? ["self", ...Object.keys(SYSTEM_LINKS)] : PROCESS_LINKS;
		return { kind: "symlink", told, name: names[slot - FIRST_LINK] ?? "", fd: null };
	}
	return { kind: "directory", told, name: DIRECTORIES[slot] ?? "" };
}

function numberOf(told: Process | null, slot: number): ObjectId {
	return PROC_OBJECTS + (told?.pid ?? 0) * PER_PROCESS + slot;
}

function entries(
	told: Process | null,
	kind: "directory" | "symlink" | "file",
	from: number,
	names: readonly string[],
) {
	return names.map((name, i) => [name, { kind, id: numberOf(told, from + i) } as const] as const);
}

const AT_START: FileTimes = { accessed: 0, modified: 0, changed: 0 };

/** A directory of /proc as it is now; empty when its process is gone. */
export function procDirectory(kernel: Kernel, id: ObjectId): Directory {
	const proc = kernel.state.procDirectory;
	if (id === proc) {
		const own = kernel.state.directories[id] as Directory;
		return { ...own, entries: { ...own.entries, ...Object.fromEntries(rootEntries(kernel)) } };
	}
	const node = nodeAt(kernel, id);
	const made = { id, mode: 0o555, uid: 0, gid: 0, ...AT_START };
	if (node?.kind !== "directory") return { ...made, parent: proc, entries: {} };
	const { name, told } = node;
	if (told === null) return { ...made, parent: proc, entries: Object.fromEntries(systemEntries("sysvipc/")) };
	const { egid: gid, euid: uid } = told;
	const own = { ...made, uid, gid, parent: name === "" ? proc : numberOf(told, 0) };
	if (name === "") return { ...own, entries: Object.fromEntries(processEntries(told)) };
	if (name === "task") {
		const thread = { kind: "directory", id: numberOf(told, DIRECTORIES.indexOf("thread")) } as const;
		return { ...own, entries: { [told.pid]: thread } };
	}
	if (name === "thread") {
		const parent = numberOf(told, DIRECTORIES.indexOf("task"));
		return { ...own, parent, entries: Object.fromEntries(threadEntries(told)) };
	}
	if (name === "net") {
		return { ...own, entries: Object.fromEntries(systemEntries("net/")) };
	}
	const first = name === "fd" ? LINKS : INFOS;
	const kind = name === "fd" ? "symlink" : "file";
	const all = Object.keys(told.descriptors).map((fd) => [
		fd,
		{ kind, id: numberOf(told, first + Number(fd)) },
	]);
	return { ...own, mode: name === "fd" ? 0o500 : 0o555, entries: Object.fromEntries(all) };
}

/** Files of the system whose names begin so, by what follows. */
function systemEntries(prefix: string) {
	return SYSTEM_FILES.flatMap((name, i) => {
		const rest = name.startsWith(prefix) ? name.slice(prefix.length) : "/";
		return rest.includes("/") ? [] : entries(null, "file", FIRST_FILE + i, [rest]);
	});
}

function rootEntries(kernel: Kernel) {
	const pids = Object.values(kernel.state.processes);
	return [
		...entries(null, "symlink", FIRST_LINK, ["self", ...Object.keys(SYSTEM_LINKS)]),
		...entries(null, "directory", DIRECTORIES.indexOf("sysvipc"), ["sysvipc"]),
		...systemEntries(""),
		...pids.map((told) => [String(told.pid), { kind: "directory", id: numberOf(told, 0) }] as const),
	];
}

function processEntries(told: Process) {
	return [...threadEntries(told), ...entries(told, "directory", DIRECTORIES.indexOf("task"), ["task"])];
}

/** What the process and its only thread have in common. */
function threadEntries(told: Process) {
	return [
		...entries(told, "directory", 1, ["fd", "fdinfo", "net"]),
		...entries(told, "symlink", FIRST_LINK, PROCESS_LINKS),
		...entries(told, "file", FIRST_FILE, PROCESS_FILES),
	];
}

/** Their names as readdir tells them: what is always there first, then processes, or descriptors, by number. */
export function procNames({ entries: all }: Directory): string[] {
	const names = Object.keys(all);
	const isNumber = (name: string) => /^\d/.test(name);
	return [...names.filter((name) => !isNumber(name)), ...names.filter(isNumber)];
}

/** st_dev of all of /proc. */
const DEVICE = 2;

/** Files that only the owner of the process reads. */
const OWN: ReadonlySet<string> = new Set(["environ", "io"]);

/** What stat tells of it: files hold nothing until they are opened. */
export function procStatus(kernel: Kernel, id: ObjectId): FileStatus {
	const node = nodeAt(kernel, id);
	const told = node?.told;
	const owner = { uid: told?.euid ?? 0, gid: told?.egid ?? 0, times: AT_START, inode: id, device: DEVICE };
	if (node === null) return { ...owner, mode: C.S_IFDIR | 0o555, links: 0, size: 0 };
	switch (node.kind) {
		case "directory": {
			const { entries: all, mode } = procDirectory(kernel, id);
			const inner = Object.values(all).filter(({ kind }) => kind === "directory").length;
			const size = node.name === "fd" ? Object.keys(all).length : 0;
			return { ...owner, mode: C.S_IFDIR | mode, links: 2 + inner, size };
		}
		case "symlink": {
			const access = told && node.fd !== null ? descriptionOf(kernel, told, node.fd)?.access : undefined;
			if (access === undefined) return { ...owner, mode: C.S_IFLNK | 0o777, links: 1, size: 0 };
			const bits = { read: 0o500, write: 0o300, both: 0o700 }[access];
			return { ...owner, mode: C.S_IFLNK | bits, links: 1, size: 64 };
		}
		case "file": {
			const bits = node.name === "comm" ? 0o644 : OWN.has(node.name) ? 0o400 : 0o444;
			return { ...owner, mode: C.S_IFREG | bits, links: 1, size: 0 };
		}
	}
}

/** The text of a file of /proc as it is now, "" when its process is gone. */
export function procText(kernel: Kernel, id: ObjectId): string {
	const node = nodeAt(kernel, id);
	if (node?.kind !== "file") return "";
	const { fd, name, told } = node;
	if (told === null) return ofSystem[name]?.(kernel) ?? "";
	if (fd === null) return ofProcess[name]?.(told, kernel) ?? "";
	const openFile = descriptionOf(kernel, told, fd);
	return openFile === null ? "" : descriptorText(kernel, told, fd, openFile);
}

const MOUNTS: { readonly [kind in ObjectRef["kind"]]: number } = {
	file: 21,
	directory: 21,
	device: 22,
	terminal: 23,
	pipe: 13,
	socket: 9,
	queue: 18,
	handle: 14,
};

function descriptorText(kernel: Kernel, told: Process, fd: number, openFile: OpenFile): string {
	const { object, offset } = openFile;
	const bits = statusFlags(kernel, openFile) | (told.descriptors[fd]?.closeOnExec ? C.O_CLOEXEC : 0);
	const inode = "id" in object ? object.id : 0;
	return `pos:\t${offset}\nflags:\t0${bits.toString(8)}\nmnt_id:\t${MOUNTS[object.kind]}\nino:\t${inode}\n`;
}

/** Whether one may look into the other: the same user and group through and through, or root. See ptrace(2), PTRACE_MODE_READ. */
function mayInspect(who: Process, told: Process): boolean {
	const users = [told.uid, told.euid, told.suid].every((uid) => uid === who.euid);
	const groups = [told.gid, told.egid, told.sgid].every((gid) => gid === who.egid);
	return who === told || isPrivileged(who) || (users && groups);
}

const REFUSED = failed("proc.link.refused", "EACCES");
const MISSING = failed("file.path.missing", "ENOENT");

/** Where a link of /proc leads: a path, or the very object, whether or not it has a name. */
export function procTarget(
	kernel: Kernel,
	process: Process,
	id: ObjectId,
): { readonly target: string } | { readonly ref: Entry } | { readonly error: Outcome } {
	const node = nodeAt(kernel, id);
	if (node?.kind !== "symlink") return { error: MISSING };
	const { fd, name, told } = node;
	if (told === null) return { target: systemTarget(process, name) };
	if (!mayInspect(process, told)) return { error: REFUSED };
	if (name === "cwd") return { ref: { kind: "directory", id: told.cwd } };
	if (name === "root") return { ref: { kind: "directory", id: ROOT } };
	if (fd === null) return { target: programPath(kernel, told) };
	const object = descriptionOf(kernel, told, fd)?.object;
	if (object === undefined) return { error: MISSING };
	const isName = object.kind === "handle" && object.of !== "process";
	return { ref: isName ? ({ kind: object.of, id: object.id } as Entry) : object };
}

function systemTarget({ pid }: Process, name: string): string {
	if (name === "self") return String(pid);
	return SYSTEM_LINKS[name] ?? "";
}

/** What readlink tells of a link of /proc. */
export function procLink(kernel: Kernel, process: Process, id: ObjectId): string | Outcome {
	const to = procTarget(kernel, process, id);
	if ("error" in to) return to.error;
	return "target" in to ? to.target : nameOf(kernel, to.ref);
}

/** An object as Linux writes its name: a path, or kind and inode of what never had one. */
function nameOf(kernel: Kernel, object: Entry): string {
	switch (object.kind) {
		case "pipe": {
			const { fifo } = kernel.state.pipes[object.id] as Pipe;
			return fifo === null ? `pipe:[${object.id}]` : pathOf(kernel, { kind: "fifo", id: fifo });
		}
		case "handle":
			return object.of === "process"
				? "anon_inode:[pidfd]"
				: pathOf(kernel, { kind: object.of, id: object.id });
		case "socket":
			return `socket:[${object.id}]`;
		case "device":
			return `/dev/${object.name}`;
		case "terminal": {
			const terminal = kernel.state.terminals[object.id] as Terminal;
			if (object.own) return "/dev/tty";
			return terminal.interactive ? `/dev/pts/${terminalNumber(terminal)}` : `pipe:[${object.id}]`;
		}
		case "queue": {
			const queue = kernel.state.queues[object.id];
			return `/${queue?.name}${queue?.links === 0 ? " (deleted)" : ""}`;
		}
		default:
			return pathOf(kernel, object);
	}
}

/** A path that leads to it: the first that is found; of one without a name the last that it had. */
function pathOf(kernel: Kernel, wanted: Exclude<Entry, { readonly kind: "device" }>): string {
	if (isInProc(wanted.id)) return procPath(kernel, wanted.id);
	if (wanted.kind === "directory") return pathOfDirectory(kernel, wanted.id) ?? "/ (deleted)";
	for (const directory of Object.values(kernel.state.directories)) {
		for (const [name, entry] of Object.entries(directory.entries)) {
			if (entry.kind !== wanted.kind || !("id" in entry) || entry.id !== wanted.id) continue;
			const path = pathOfName(kernel, directory.id, name);
			if (path !== null) return path;
		}
	}
	const file = wanted.kind === "file" ? kernel.state.files[wanted.id] : undefined;
	if (file?.shows !== undefined) return procPath(kernel, file.shows);
	const lastPath = wanted.kind === "fifo" ? kernel.state.fifos[wanted.id]?.lastPath : file?.lastPath;
	return `${lastPath ?? "/"} (deleted)`;
}

function procPath(kernel: Kernel, id: ObjectId): string {
	const node = nodeAt(kernel, id);
	if (node === null) return "/proc (deleted)";
	const { name, told } = node;
	const fd = node.kind === "directory" || node.fd === null ? "" : `/${node.fd}`;
	if (name === "thread") return `/proc/${told?.pid}/task/${told?.pid}`;
	return `/proc${told === null ? "" : `/${told.pid}`}${name === "" ? "" : `/${name}`}${fd}`;
}
