// /proc: what is known of a process, as files that are written when they are opened. See proc(5).
import { encodeText } from "../base/index.ts";
import * as C from "./constants.ts";
import { openFileOf } from "./descriptors.ts";
import { newTimes } from "./file-times.ts";
import { INIT, type Kernel, newObject, ROOT } from "./kernel.ts";
import type { Directory, Entry, FileTimes, ObjectRef, Pipe, Process } from "./state.ts";
import type { FileStatus } from "./system-calls.ts";
import { HOME } from "./system-files.ts";
import { lookUp } from "./tree.ts";
import type { ObjectId } from "./words.ts";

/** What there is in the directory of a process, as far as it is here. */
const FILES: ReadonlySet<string> = new Set(["stat", "status", "comm", "cmdline"]);

interface ProcName {
	readonly told: Process;
	/** What follows /proc/PID/, or nothing. */
	readonly name: string;
	/** /proc/self without anything behind it. */
	readonly link: boolean;
}

function procName(kernel: Kernel, process: Process, path: string): ProcName | null {
	const match = /^\/proc\/(self|[1-9]\d*)(\/(?:([\w/]*\w)\/?)?)?$/.exec(path);
	if (match === null) return null;
	const told = match[1] === "self" ? process : kernel.state.processes[Number(match[1])];
	if (told === undefined) return null;
	return { told, name: match[3] ?? "", link: match[1] === "self" && match[2] === undefined };
}

/** Numbers of what is in /proc, out of the way of object numbers. */
const INODES = 2_000_000;
const AT_START: FileTimes = { accessed: 0, modified: 0, changed: 0 };

/** What stat tells of /proc/PID and of the files in it; null for any other path. */
export function procStatus(
	kernel: Kernel,
	process: Process,
	path: string,
	follow: boolean,
): FileStatus | null {
	const named = procName(kernel, process, path);
	if (named === null || !(named.name === "" || FILES.has(named.name))) return null;
	const { link, name, told } = named;
	const status = (mode: number, links: number) => {
		const at = [...FILES].indexOf(name) + 1;
		const inode = INODES + told.pid * 16 + at;
		return { inode, mode, links, uid: told.euid, gid: told.egid, size: 0, times: AT_START };
	};
	if (link && !follow) return { ...status(C.S_IFLNK | 0o777, 1), uid: 0, gid: 0 };
	return name === "" ? status(C.S_IFDIR | 0o555, 9) : status(C.S_IFREG | 0o444, 1);
}

/** Where the links of /proc point to: self, and of a process cwd, exe and fd/N; null for any other path. */
export function procLink(kernel: Kernel, process: Process, path: string): string | null {
	const named = procName(kernel, process, path);
	if (named === null) return null;
	const { link, name, told } = named;
	if (link) return String(told.pid);
	if (name === "cwd") return pathOf(kernel, { kind: "directory", id: told.cwd });
	if (name === "exe") return programPath(kernel, told);
	const fd = /^fd\/(\d+)$/.exec(name)?.[1];
	const object = fd === undefined ? undefined : openFileOf(kernel, told, Number(fd))?.object;
	return object === undefined ? null : nameOf(kernel, object);
}

function programPath(kernel: Kernel, { program }: Process): string {
	const home = lookUp(kernel, kernel.state.processes[INIT] as Process, `${HOME}/${program}`, "name");
	return "found" in home && home.found.ref !== null ? `${HOME}/${program}` : `/bin/${program}`;
}

function nameOf(kernel: Kernel, object: ObjectRef): string {
	if (object.kind === "pipe") {
		const { fifo } = kernel.state.pipes[object.id] as Pipe;
		return fifo === null ? `pipe:[${object.id}]` : pathOf(kernel, { kind: "fifo", id: fifo });
	}
	return pathOf(kernel, object);
}

/** A path that leads to an entry: the first that is found; of one without a name what Linux writes. */
function pathOf(kernel: Kernel, wanted: Entry): string {
	const search = (id: ObjectId, path: string): string | null => {
		const { entries } = kernel.state.directories[id] as Directory;
		for (const [name, entry] of Object.entries(entries)) {
			const found = isSame(entry, wanted) ? `${path}/${name}` : null;
			const below = found ?? (entry.kind === "directory" ? search(entry.id, `${path}/${name}`) : null);
			if (below !== null) return below;
		}
		return null;
	};
	if (wanted.kind === "directory" && wanted.id === ROOT) return "/";
	return search(ROOT, "") ?? "(deleted)";
}

function isSame(a: Entry, b: Entry): boolean {
	if (a.kind === "device" || b.kind === "device")
		return a.kind === b.kind && "name" in a && "name" in b && a.name === b.name;
	return a.kind === b.kind && a.id === b.id;
}

/** What /proc/PID/stat, status, comm or cmdline holds now, as a file without a name; null for any other path. */
export function procFile(kernel: Kernel, process: Process, path: string): ObjectRef | null {
	const named = procName(kernel, process, path);
	if (named === null || !FILES.has(named.name)) return null;
	const { told } = named;
	const bytes = encodeText(contents(told, named.name));
	const id = newObject(kernel);
	kernel.journal.set(kernel.state.files, id, {
		id,
		bytes,
		dyes: bytes.length === 0 ? [] : [{ pid: 0, count: bytes.length }],
		links: 0,
		mode: 0o444,
		uid: told.euid,
		gid: told.egid,
		program: null,
		...newTimes(kernel),
	});
	return { kind: "file", id };
}

function contents(told: Process, name: string): string {
	const { argv, pgid, pid, ppid, program, sid } = told;
	const letter = letterOf(told);
	switch (name) {
		case "comm":
			return `${program}\n`;
		case "cmdline":
			return told.state === "zombie" ? "" : argv.map((word) => `${word}\0`).join("");
		case "stat":
			return `${statFields(told).join(" ")}\n`;
		default:
			return `${[
				`Name:\t${program}`,
				`Umask:\t${octal(told.umask)}`,
				`State:\t${letter} (${STATES[letter]})`,
				`Tgid:\t${pid}`,
				`Pid:\t${pid}`,
				`PPid:\t${ppid}`,
				"TracerPid:\t0",
				...identity(told),
				`NSpgid:\t${pgid}`,
				`NSsid:\t${sid}`,
				"Threads:\t1",
				...signalMasks(told),
			].join("\n")}\n`;
	}
}

function octal(mask: number): string {
	return mask.toString(8).padStart(4, "0");
}

const STATES: { readonly [letter: string]: string } = {
	R: "running",
	S: "sleeping",
	T: "stopped",
	Z: "zombie",
};

/** Clock ticks of sysconf(_SC_CLK_TCK): hundredths of a second. */
const TICKS_PER_CLOCK_TICK = 10_000;

/** The 52 fields of /proc/PID/stat; those of memory and of the terminal are 0 here. */
function statFields(told: Process): (string | number)[] {
	const { counts, nice, pgid, pid, ppid, program, sid } = told;
	const clock = (ticks: number) => Math.floor(ticks / TICKS_PER_CLOCK_TICK);
	const times = [clock(counts.ran), 0, clock(counts.children), 0];
	const head = [pid, `(${program})`, letterOf(told), ppid, pgid, sid, 0, -1, 0, 0, 0, 0, 0, ...times];
	const middle = [20 + nice, nice, 1, 0, 0, 0, 0, "18446744073709551615"];
	return [...head, ...middle, ...Array<number>(12).fill(0), 17, ...Array<number>(14).fill(0)];
}

/** SigPnd and its kin: a bit for each signal, the lowest for signal 1. */
function signalMasks({ signals }: Process): string[] {
	const mask = (set: readonly number[]) =>
		set
			.reduce((bits, signal) => bits | (1n << BigInt(signal - 1)), 0n)
			.toString(16)
			.padStart(16, "0");
	const doing = (action: string) =>
		Object.entries(signals.dispositions).flatMap(([signal, disposition]) =>
			disposition.action === action ? [Number(signal)] : [],
		);
	const own = signals.pending.filter(({ code }) => code === C.SI_TKILL).map(({ signal }) => signal);
	const shared = signals.pending.filter(({ code }) => code !== C.SI_TKILL).map(({ signal }) => signal);
	return [
		`SigPnd:\t${mask(own)}`,
		`ShdPnd:\t${mask(shared)}`,
		`SigBlk:\t${mask(signals.blocked)}`,
		`SigIgn:\t${mask(doing("ignore"))}`,
		`SigCgt:\t${mask(doing("handle"))}`,
	];
}

/** Real, effective, saved, and as what files see it: the effective one. */
function identity({ egid, euid, gid, groups, sgid, suid, uid }: Process): string[] {
	const users = [uid, euid, suid, euid].join("\t");
	const all = [gid, egid, sgid, egid].join("\t");
	return [
		`Uid:\t${users}`,
		`Gid:\t${all}`,
		"FDSize:\t64",
		`Groups:\t${groups.map((group) => `${group} `).join("")}`,
	];
}

/** As ps(1) shows it: running or could, asleep, stopped, zombie. */
function letterOf({ state }: Process): string {
	return { ready: "R", waiting: "S", stopped: "T", zombie: "Z" }[state];
}

/** The names of the processes, when it is the directory /proc of a computer that has one. */
export function processNames(kernel: Kernel, id: ObjectId): string[] {
	const root = kernel.state.directories[ROOT] as Directory;
	const proc = root.entries.proc;
	return proc?.kind === "directory" && proc.id === id ? Object.keys(kernel.state.processes) : [];
}
