// A new machine: the tree of files, the terminal, init; and the first processes. See hier(7).
import { encodeText, Journal } from "../base/index.ts";
import { install, originOf } from "./descriptors.ts";
import { INIT, type Kernel, newObject, ROOT } from "./kernel.ts";
import { newOpenFile } from "./open-files.ts";
import { IDLE, makeReady } from "./scheduler.ts";
import type {
	Directory,
	FileTimes,
	KernelState,
	Limits,
	ObjectRef,
	OpenFile,
	Process,
	Terminal,
} from "./state.ts";
import { HOME, systemFiles, USER } from "./system-files.ts";
import { usualSettings } from "./terminal-settings.ts";
import type { ObjectId, Pid } from "./words.ts";

/** One of the three standard streams at its far end. */
export interface Stream {
	/** A person's terminal: isatty says yes, and input comes by lines. */
	readonly interactive: boolean;
	/** What is typed appears on the screen, as ECHO says; a host whose own terminal shows it leaves this out. */
	readonly echoes?: boolean;
}

export interface BootOptions {
	readonly limits: Limits;
	/** Names of programs; each becomes an executable in the working directory, and in /bin where `bin` has none of that name. */
	readonly programs: readonly string[];
	/** The user who owns the directory in which all start; `USER` where nobody says. */
	readonly user?: number;
	/** Programs that act as their owner, whoever starts them (S_ISUID and S_ISGID): owners by program. */
	readonly owners?: { readonly [program: string]: number };
	/** Names of programs in /bin alone; with any, /usr/bin is another name of /bin. */
	readonly bin?: readonly string[];
	/** What the file of a program holds, by the name by which it is known (`BIN`); nothing, when it is missing. */
	readonly programBytes?: (known: string) => Uint8Array | undefined;
	/** Files of data by path, relative to the working directory or absolute. */
	readonly files?: { readonly [path: string]: string };
	/** What the random bytes of this machine begin with; 1 where nobody says. */
	readonly seed?: number;
	readonly terminal: {
		/** `ended`: nothing comes after `bytes`. */
		readonly stdin: Stream & { readonly bytes: Uint8Array; readonly ended: boolean };
		readonly stdout: Stream;
		readonly stderr: Stream;
	};
}

/** Before the name by which a program of /bin is known where one of the working directory has its name. */
export const BIN = "/bin/";

const AT_START: FileTimes = { accessed: 0, modified: 0, changed: 0 };

/** A machine that has just started: init, a tree of files, a terminal, no other process. */
export function boot(options: BootOptions): Kernel {
	const state: KernelState = {
		clock: 0,
		timer: null,
		nextPid: INIT + 1,
		nextObject: ROOT + 1,
		pipesMade: 0,
		pipeVariables: [],
		socketsMade: 0,
		processes: {},
		ended: {},
		openFiles: {},
		pipes: {},
		sockets: {},
		socketFiles: {},
		files: {},
		fifos: {},
		symlinks: {},
		queues: {},
		queuesMade: 0,
		msqidsMade: 0,
		queueDirectory: ROOT,
		procDirectory: 0,
		directories: { [ROOT]: newDirectory(ROOT, ROOT, 0, 0o755) },
		terminals: {},
		locks: [],
		scheduler: {
			...IDLE,
			queue: [],
			contextSwitches: 0,
			beside: options.limits.processors > 1 ? IDLE : null,
		},
		chance: options.seed ?? 1,
		limits: options.limits,
	};
	const kernel: Kernel = { state, journal: new Journal(), events: [] };
	const home = makePath(kernel, HOME, options.user ?? USER);
	makeTree(kernel, options, home);
	kernel.journal.set(state.processes, INIT, initProcess(home));
	kernel.journal.forget();
	return kernel;
}

function makeTree(kernel: Kernel, options: BootOptions, home: ObjectId): void {
	const { journal } = kernel;
	const { stderr, stdin, stdout } = options.terminal;
	const { user = USER } = options;
	const dev = directory(kernel, makePath(kernel, "/dev", 0));
	const keyboard = newTerminal(kernel, "stdin", stdin.interactive, stdin.bytes, stdin.ended);
	if (stdin.echoes) journal.set(kernel.state.terminals[keyboard] as Terminal, "echoes", true);
	newTerminal(kernel, "stdout", stdout.interactive, new Uint8Array(0), true);
	newTerminal(kernel, "stderr", stderr.interactive, new Uint8Array(0), true);
	for (const name of ["null", "zero", "full", "random", "urandom"] as const) {
		journal.set(dev.entries, name, { kind: "device", name });
	}
	journal.set(dev.entries, "tty", { kind: "terminal", id: keyboard, own: true });
	const tmp = directory(kernel, makePath(kernel, "/tmp", 0));
	journal.set(tmp, "mode", 0o1777);
	const bin = makePath(kernel, "/bin", 0);
	const taken = new Set(options.bin);
	const bytesOf = (known: string) => options.programBytes?.(known) ?? new Uint8Array(0);
	for (const program of options.programs) {
		const owner = options.owners?.[program];
		const bytes = bytesOf(program);
		if (!taken.has(program)) addFile(kernel, bin, program, bytes, owner ?? 0, program, owner !== undefined);
		addFile(kernel, home, program, bytes, owner ?? user, program, owner !== undefined);
	}
	const own = new Set(options.programs);
	for (const program of taken) {
		const known = own.has(program) ? `${BIN}${program}` : program;
		addFile(kernel, bin, program, bytesOf(known), 0, known);
	}
	if (options.bin?.length) addSystem(kernel, options.files ?? {});
	if (options.bin?.length) addLink(kernel, makePath(kernel, "/usr", 0), "bin", "/bin");
	for (const [path, text] of Object.entries(options.files ?? {})) {
		const full = path.startsWith("/") ? path : `${HOME}/${path}`;
		const cut = full.lastIndexOf("/");
		const folder = makePath(kernel, full.slice(0, cut), user);
		addFile(kernel, folder, full.slice(cut + 1), encodeText(text), user, null);
	}
	makeQueueDirectory(kernel);
	makeProc(kernel, dev);
	if (stdin.interactive) {
		const pts = directory(kernel, makePath(kernel, "/dev/pts", 0));
		journal.set(pts.entries, "0", { kind: "terminal", id: keyboard });
	}
}

/** /etc and /proc/sys; a file that was given in its place stands. */
function addSystem(kernel: Kernel, given: NonNullable<BootOptions["files"]>): void {
	for (const [path, text] of Object.entries(systemFiles(kernel.state.limits))) {
		if (Object.hasOwn(given, path)) continue;
		const cut = path.lastIndexOf("/");
		addFile(kernel, makePath(kernel, path.slice(0, cut), 0), path.slice(cut + 1), encodeText(text), 0, null);
	}
}

/** /proc, and the names in /dev of what a process has open. */
function makeProc(kernel: Kernel, dev: Directory): void {
	const proc = makePath(kernel, "/proc", 0);
	kernel.journal.set(directory(kernel, proc), "mode", 0o555);
	kernel.journal.set(kernel.state, "procDirectory", proc);
	addLink(kernel, dev.id, "fd", "/proc/self/fd");
	for (const [fd, name] of ["stdin", "stdout", "stderr"].entries()) {
		addLink(kernel, dev.id, name, `/proc/self/fd/${fd}`);
	}
}

/** /dev/mqueue, where everybody may make queues and nobody removes another's. */
function makeQueueDirectory(kernel: Kernel): void {
	const id = makePath(kernel, "/dev/mqueue", 0);
	kernel.journal.set(directory(kernel, id), "mode", 0o1777);
	kernel.journal.set(kernel.state, "queueDirectory", id);
}

export function directory(kernel: Kernel, id: ObjectId): Directory {
	return kernel.state.directories[id] as Directory;
}

function newDirectory(id: ObjectId, parent: ObjectId, uid: number, mode: number): Directory {
	return { id, parent, entries: {}, mode, uid, gid: uid, ...AT_START };
}

/** The directory at an absolute path, made with all above it where missing. Only the last one is `uid`'s. */
export function makePath(kernel: Kernel, path: string, uid: number): ObjectId {
	const { journal, state } = kernel;
	const names = path.split("/").filter((name) => name !== "");
	let at: ObjectId = ROOT;
	for (const [i, name] of names.entries()) {
		const { entries } = directory(kernel, at);
		const known = Object.hasOwn(entries, name) ? entries[name] : undefined;
		if (known?.kind === "directory") {
			at = known.id;
			continue;
		}
		const id = newObject(kernel);
		const owner = i === names.length - 1 || at !== ROOT ? uid : 0;
		journal.set(state.directories, id, newDirectory(id, at, i === 0 ? 0 : owner, 0o755));
		journal.set(entries, name, { kind: "directory", id });
		at = id;
	}
	return at;
}

function addFile(
	kernel: Kernel,
	folder: ObjectId,
	name: string,
	bytes: Uint8Array,
	uid: number,
	program: string | null,
	lendsRights = false,
): void {
	const id = newObject(kernel);
	const mode = program === null ? 0o644 : lendsRights ? 0o6755 : 0o755;
	const dyes = bytes.length === 0 ? [] : [{ pid: 0, count: bytes.length }];
	const file = { id, bytes, dyes, links: 1, mode, uid, gid: uid, program, ...AT_START };
	kernel.journal.set(kernel.state.files, id, file);
	kernel.journal.set(directory(kernel, folder).entries, name, { kind: "file", id });
}

function addLink(kernel: Kernel, folder: ObjectId, name: string, target: string): void {
	const id = newObject(kernel);
	kernel.journal.set(kernel.state.symlinks, id, { id, target, links: 1, uid: 0, gid: 0, ...AT_START });
	kernel.journal.set(directory(kernel, folder).entries, name, { kind: "symlink", id });
}

export function newTerminal(
	kernel: Kernel,
	name: Terminal["name"],
	interactive: boolean,
	input: Uint8Array,
	inputEnded: boolean,
): ObjectId {
	const id = newObject(kernel);
	kernel.journal.set(kernel.state.terminals, id, {
		id,
		name,
		interactive,
		input,
		inputEnded,
		typedAt: 0,
		readQueue: [],
		pollers: [],
		output: [],
		written: 0,
		taken: 0,
		foregroundGroup: 0,
		session: INIT,
		echoes: false,
		settings: usualSettings,
	});
	return id;
}

function initProcess(cwd: ObjectId): Process {
	const wait = { on: "child", who: -1 } as const;
	return { ...newProcess(INIT, "init", cwd, 0, 0), ppid: 0, pgid: INIT, sid: INIT, state: "waiting", wait };
}

export function newProcess(
	pid: Pid,
	program: string,
	cwd: ObjectId,
	uid: number,
	descriptorLimit: number,
): Process {
	return {
		pid,
		ppid: INIT,
		pgid: pid,
		sid: INIT,
		uid,
		euid: uid,
		suid: uid,
		gid: uid,
		egid: uid,
		sgid: uid,
		groups: [uid],
		program,
		argv: [program],
		state: "ready",
		wait: null,
		call: null,
		since: null,
		progress: { done: 0, until: null },
		opening: null,
		handed: null,
		descriptors: {},
		descriptorLimit,
		otherLimits: {},
		hardLimits: {},
		signals: { dispositions: {}, blocked: [], pending: [], suspended: null, frames: [] },
		umask: 0o022,
		cwd,
		nice: 0,
		timers: [],
		children: [],
		adopted: false,
		resumed: false,
		status: null,
		unreported: null,
		forkedAt: null,
		executed: false,
		counts: { calls: 0, waited: 0, ran: 0, children: 0 },
	};
}

/** What a shell made standard input that is neither a terminal nor a pipe: `path` is the name that the file had. */
export type StandardInput =
	| Extract<ObjectRef, { readonly kind: "device" }>
	| { readonly kind: "file"; readonly path: string; readonly bytes: Uint8Array };

/**
 * A first process, as if started from a shell that is not shown: a child of init, leader of a group of its own, with
 * descriptors 0, 1 and 2 on the standard streams. `input`: what descriptor 0 is instead.
 */
export function spawn(
	kernel: Kernel,
	program: string,
	user: number = USER,
	argv: readonly string[] = [program],
	envp: readonly string[] = [],
	input?: StandardInput,
): Pid {
	const { journal, state } = kernel;
	const pid = state.nextPid;
	const init = state.processes[INIT] as Process;
	const process = { ...newProcess(pid, program, init.cwd, user, state.limits.descriptors), argv, envp };
	journal.set(state, "nextPid", pid + 1);
	journal.set(state.processes, pid, process);
	journal.set(init, "children", [...init.children, pid]);
	for (const [fd, terminal] of standardStreams(kernel).entries()) {
		const access = terminal.interactive ? "both" : fd === 0 ? "read" : "write";
		const object = (fd === 0 && redirected(kernel, user, input)) || { kind: "terminal", id: terminal.id };
		openStandard(kernel, process, fd, object, access);
		if (terminal.foregroundGroup === 0) journal.set(terminal, "foregroundGroup", pid);
	}
	makeReady(kernel, process);
	return pid;
}

/** The file has no name on this machine. */
function redirected(kernel: Kernel, user: number, input: StandardInput | undefined): ObjectRef | null {
	if (input?.kind !== "file") return input ?? null;
	const { bytes, path: lastPath } = input;
	const id = newObject(kernel);
	const dyes = bytes.length === 0 ? [] : [{ pid: 0, count: bytes.length }];
	const owner = { uid: user, gid: user, mode: 0o644 };
	const file = { id, bytes, dyes, links: 0, lastPath, program: null, ...owner, ...AT_START };
	kernel.journal.set(kernel.state.files, id, file);
	return { kind: "file", id };
}

function standardStreams(kernel: Kernel): readonly Terminal[] {
	const byName = new Map(Object.values(kernel.state.terminals).map((terminal) => [terminal.name, terminal]));
	return (["stdin", "stdout", "stderr"] as const).map((name) => byName.get(name) as Terminal);
}

export function openStandard(
	kernel: Kernel,
	process: Process,
	fd: number,
	object: ObjectRef,
	access: OpenFile["access"],
): void {
	const origin = originOf("boot", process, null);
	const flags = { access, append: false, nonblock: false, packets: false };
	const openFile = newOpenFile(kernel, object, flags, origin);
	install(kernel, process, fd, { openFile, closeOnExec: false, origin });
}
