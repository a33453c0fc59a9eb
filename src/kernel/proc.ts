// /proc: what is known of a process, as files that are written when they are opened. See proc(5).
import { encodeText } from "../base/index.ts";
import { newTimes } from "./file-times.ts";
import { type Kernel, newObject, ROOT } from "./kernel.ts";
import type { Directory, ObjectRef, Process } from "./state.ts";
import type { ObjectId } from "./words.ts";

/** What /proc/PID/stat, status, comm or cmdline holds now, as a file without a name; null for any other path. */
export function procFile(kernel: Kernel, process: Process, path: string): ObjectRef | null {
	const match = /^\/proc\/(self|\d+)\/(stat|status|comm|cmdline)$/.exec(path);
	if (match === null) return null;
	const told = match[1] === "self" ? process : kernel.state.processes[Number(match[1])];
	if (told === undefined) return null;
	const bytes = encodeText(contents(told, match[2] as string));
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
			return `${pid} (${program}) ${letter} ${ppid} ${pgid} ${sid}\n`;
		default:
			return `Name:\t${program}\nState:\t${letter}\nPid:\t${pid}\nPPid:\t${ppid}\n${identity(told)}`;
	}
}

/** Real, effective, saved, and as what files see it: the effective one. */
function identity({ egid, euid, gid, groups, sgid, suid, uid }: Process): string {
	const users = [uid, euid, suid, euid].join("\t");
	return `Uid:\t${users}\nGid:\t${[gid, egid, sgid, egid].join("\t")}\nGroups:\t${groups.map((group) => `${group} `).join("")}\n`;
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
