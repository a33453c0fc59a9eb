// Why a process may not: as whom it asks, whose the thing is, its mode, which three of the nine bits count, and what is missing there.
import {
	type Entry,
	isInGroup,
	isPrivileged,
	type KernelState,
	lookUpExisting,
	nodeOf,
	O_ACCMODE,
	O_TRUNC,
	type ObjectId,
	type Pid,
	type Process,
	pathOfDirectory,
	permits,
	ROOT,
	refuseSticky,
	restore,
	S_ISGID,
	S_ISUID,
	S_ISVTX,
	type SystemCall,
	W_OK,
	X_OK,
} from "../kernel/index.ts";
import { octal } from "./seldom-words.ts";
import { rightsText, userName } from "./view.ts";

/** A thing with an owner. */
export interface Owned {
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
}

/** One part of a path, as it is written up to there, and what it names. */
interface Step {
	readonly name: string;
	readonly ref: Entry;
}

/** How far a path leads; `next` is the part that leads nowhere, null when all of it was found. */
export interface Trail {
	readonly steps: readonly Step[];
	readonly next: string | null;
}

const KINDS: { readonly [kind: string]: string } = {
	directory: "d",
	fifo: "p",
	"socket-file": "s",
	symlink: "l",
};

/** As `ls -l` begins a line, and as C writes it: `prw-r--r-- (0644)`. */
export function listedMode(kind: string, mode: number): string {
	const letters = [...rightsText(mode)];
	const mark = (bit: number, at: number, set: string) => {
		if ((mode & bit) !== 0) letters[at] = letters[at] === "x" ? set : set.toUpperCase();
	};
	mark(S_ISUID, 2, "s");
	mark(S_ISGID, 5, "s");
	mark(S_ISVTX, 8, "t");
	return `${KINDS[kind] ?? "-"}${letters.join("")} (${octal(mode)})`;
}

/** 'it asks as ann for w, but pay belongs to root, group root, with mode …: ann is not the owner …' */
export function bitsReason(
	who: Pick<Process, "euid" | "egid" | "groups">,
	wanted: number,
	thing: { readonly name: string; readonly kind: string; readonly node: Owned; readonly makers?: Owned },
): string {
	const { kind, makers, name, node } = thing;
	const mode = listedMode(kind, node.mode);
	if (isPrivileged(who)) return `root too needs an x bit to run it, and ${name} has mode ${mode}`;
	const user = userName(who.euid);
	const owners = [node, ...(makers === undefined ? [] : [makers])];
	const group = owners.find(({ gid }) => isInGroup(who, gid))?.gid;
	const [shift, counts] = owners.some(({ uid }) => uid === who.euid)
		? [6, `${user} owns it, so the owner's bits count`]
		: group !== undefined
			? [3, `${user} is not the owner, but in ${groupText(group)}, so the group's bits count`]
			: [0, `${user} is neither the owner nor in that group, so the others' bits count`];
	const bits = (node.mode >> shift) & 7;
	const missing = lettersOf(wanted & ~bits);
	const is = missing.length === 1 ? "is" : "are";
	return `it asks as ${user} for ${lettersOf(wanted)}, but ${name} belongs to ${userName(node.uid)}, ${groupText(node.gid)}, with mode ${mode}; ${counts}: ${rightsText(bits).slice(-3)}, and ${missing} ${is} missing`;
}

/** `r, w and x` */
function lettersOf(bits: number): string {
	const all = ["r", "w", "x"].filter((_, i) => (bits & (4 >> i)) !== 0);
	return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** A group has the name of the user with its number. */
function groupText(gid: number): string {
	return `group ${userName(gid).replace(/^user (?=\d)/, "")}`;
}

/** By the access mode of open(2). */
const OPENED = [4, 2, 6, 0];

/** Which of a file's nine bits a call asks of the file it names. */
export function wantedBits(call: SystemCall): number {
	switch (call.name) {
		case "open":
		case "mq_open":
			return (OPENED[call.flags & O_ACCMODE] ?? 0) | ((call.flags & O_TRUNC) === 0 ? 0 : W_OK);
		case "access":
			return call.mode;
		case "execve":
		case "chdir":
			return X_OK;
		default:
			return W_OK;
	}
}

/** By what ids a call is judged: access(2) by the real ones. */
export function asker(call: SystemCall, process: Process): Process {
	if (call.name !== "access" || call.effective) return process;
	return { ...process, euid: process.uid, egid: process.gid };
}

/** The paths that a call names. */
export function pathsOf(call: SystemCall): readonly { readonly text: string; readonly at?: number }[] {
	const at = "at" in call && call.at !== undefined ? { at: call.at } : {};
	if (call.name === "rename" || call.name === "link") return [{ text: call.from }, { text: call.to }];
	if (call.name === "bind" || call.name === "connect" || call.name === "sendto" || call.name === "sendmsg") {
		const address = "to" in call ? call.to : call.address;
		return address?.kind === "path" ? [{ text: address.path }] : [];
	}
	return "path" in call && typeof call.path === "string" ? [{ text: call.path, ...at }] : [];
}

/** Follows a path as far as it leads. */
export function trailOf(state: KernelState, who: Process, path: { text: string; at?: number }): Trail {
	const kernel = restore(state);
	const absolute = path.text.startsWith("/");
	const open = path.at === undefined ? undefined : who.descriptors[path.at]?.openFile;
	const at = open === undefined ? undefined : state.openFiles[open]?.object;
	const start: ObjectId = absolute ? ROOT : at?.kind === "directory" ? at.id : who.cwd;
	const steps: Step[] = [
		{ name: pathOfDirectory(kernel, start) ?? "the directory", ref: { kind: "directory", id: start } },
	];
	let walked = absolute ? "/" : "";
	for (const part of path.text.split("/").filter((name) => name !== "")) {
		walked += `${walked === "" || walked === "/" ? "" : "/"}${part}`;
		const found = lookUpExisting(kernel, who, walked, "target", path.at);
		if ("error" in found) return { steps, next: part };
		const dots = /(?:^|\/)\.\.?$/.test(walked) && found.ref.kind === "directory" && "id" in found.ref;
		const name = dots ? pathOfDirectory(kernel, found.ref.id) : null;
		steps.push({ name: name ?? walked, ref: found.ref });
	}
	return { steps, next: null };
}

/** What a symbolic link that leads nowhere says; null where the last part is none. */
export function danglingTarget(state: KernelState, who: Process, path: { text: string; at?: number }) {
	const found = lookUpExisting(restore(state), who, path.text, "name", path.at);
	if ("error" in found || found.ref.kind !== "symlink") return null;
	return state.symlinks[found.ref.id]?.target ?? null;
}

/** Why a call that names a file, or a directory on the way to one, was refused by its bits; null where they would let it. */
export function refusedBits(
	state: KernelState,
	pid: Pid,
	call: SystemCall,
	part: "file" | "way" | "folder",
): string | null {
	const process = state.processes[pid];
	if (process === undefined) return null;
	const who = asker(call, process);
	const kernel = restore(state);
	for (const path of pathsOf(call)) {
		const { next, steps } = trailOf(state, who, path);
		const step = part === "folder" && next === null ? steps.at(-2) : steps.at(-1);
		const wanted = part === "file" ? wantedBits(call) : part === "way" ? X_OK : W_OK | X_OK;
		const node = step === undefined ? null : nodeOf(kernel, step.ref);
		if (step === undefined || node === null || !("mode" in node) || permits(who, node, wanted)) continue;
		const name = step.ref.kind === "directory" ? `the directory ${step.name}` : step.name;
		return bitsReason(who, wanted, { name, kind: step.ref.kind, node });
	}
	return null;
}

/** Why a name stays in a directory with the sticky bit. */
export function stickyReason(state: KernelState, pid: Pid, call: SystemCall): string | null {
	const process = state.processes[pid];
	if (process === undefined) return null;
	const kernel = restore(state);
	for (const path of pathsOf(call)) {
		const found = lookUpExisting(kernel, process, path.text, "name", path.at);
		if ("error" in found) continue;
		const { parent } = found.found;
		const node = nodeOf(kernel, found.ref);
		if (node === null || refuseSticky(process, parent, node) === null) continue;
		const mode = listedMode("directory", parent.mode);
		const folder = pathOfDirectory(kernel, parent.id) ?? "its directory";
		return `it asks as ${userName(process.euid)}, and ${folder} has the sticky bit, ${mode}: only ${userName(node.uid)}, who owns ${path.text}, ${userName(parent.uid)}, who owns the directory, and root take this name away`;
	}
	return null;
}

/** 'it asks as mal, and pay belongs to ann'; null where the file is not found. */
export function ownerReason(state: KernelState, pid: Pid, call: SystemCall): string | null {
	const process = state.processes[pid];
	if (process === undefined) return null;
	const kernel = restore(state);
	const refs: Step[] = pathsOf(call).flatMap((path) => trailOf(state, process, path).steps.slice(-1));
	if ("fd" in call) {
		const object = state.openFiles[process.descriptors[call.fd]?.openFile ?? -1]?.object;
		if (object !== undefined) refs.push({ name: "it", ref: object });
	}
	for (const { name, ref } of refs) {
		const node = nodeOf(kernel, ref);
		if (node !== null && node.uid !== process.euid)
			return `it asks as ${userName(process.euid)}, and ${name === "it" ? "the file" : name} belongs to ${userName(node.uid)}`;
	}
	return null;
}
