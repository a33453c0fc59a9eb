// What the words are made from: the kernel's state at one step, the processes' names, and where each one stands.
import {
	type KernelState,
	type ObjectId,
	type ObjectRef,
	type Pid,
	type Pipe,
	type Place,
	USERS,
} from "../kernel/index.ts";

export interface View {
	readonly kernel: KernelState;
	/** The names that lessons give (`//@ name reader`), else programs' names, each used once. */
	readonly names: ReadonlyMap<Pid, string>;
	/** The innermost line of the program on which a process stands; for one that has ended, its last. */
	readonly place: (pid: Pid) => Place | null;
}

/** `mal` of the users of this machine; `user 4711` where nobody has that number. See passwd(5). */
export function userName(uid: number): string {
	return Object.keys(USERS).find((name) => USERS[name] === uid) ?? `user ${uid}`;
}

const RIGHTS = ["---", "--x", "-w-", "-wx", "r--", "r-x", "rw-", "rwx"];

/** The nine permission bits as `ls -l` writes them: `rw-r--r--`. */
export function rightsText(mode: number): string {
	return [6, 3, 0].map((shift) => RIGHTS[(mode >> shift) & 7]).join("");
}

/** One descriptor of one process. */
export interface Holder {
	readonly pid: Pid;
	readonly fd: number;
	readonly openFile: ObjectId;
}

export function nameOf(view: View, pid: Pid): string {
	return view.names.get(pid) ?? view.kernel.processes[pid]?.program ?? `process ${pid}`;
}

/** Every descriptor, in all processes, through which one can act on that end of the pipe; by pid, then number. */
export function holdersOf(kernel: KernelState, pipe: ObjectId, end: "read" | "write"): readonly Holder[] {
	const holders: Holder[] = [];
	for (const process of Object.values(kernel.processes)) {
		// No list is made of them: a process may have a thousand, and be one of hundreds.
		for (const fd in process.descriptors) {
			const openFile = process.descriptors[fd]!.openFile;
			const object = kernel.openFiles[openFile]?.object;
			if (object?.kind !== "pipe" || object.id !== pipe) continue;
			if (object.end === end || object.end === "both") {
				holders.push({ pid: process.pid, fd: Number(fd), openFile });
			}
		}
	}
	return holders;
}

/** What descriptor `fd` of a process leads to, or null when it is not open. */
export function objectOf(kernel: KernelState, pid: Pid, fd: number): ObjectRef | null {
	const descriptor = kernel.processes[pid]?.descriptors[fd];
	return descriptor === undefined ? null : (kernel.openFiles[descriptor.openFile]?.object ?? null);
}

/**
 * 'the FIFO jobs' for what has a name; else 'the pipe' while the run has made but one; then 'pipe ‘to’' by the variable
 * that no other pipe was made in, or 'pipe 1', 'pipe 2' in the order they were made. `pipe`: one that is gone.
 */
export function pipeName(kernel: KernelState, id: ObjectId, pipe = kernel.pipes[id]): string {
	if (pipe !== undefined && pipe.fifo !== null) return fifoName(kernel, pipe.fifo);
	if (kernel.pipesMade <= 1 || pipe === undefined) return "the pipe";
	const { number, place } = pipe;
	const alike = kernel.pipeVariables.filter((name) => name === place?.variable);
	return alike.length === 1 ? `pipe ‘${alike[0]}’` : `pipe ${number}`;
}

/** 'socket /tmp/desk' by the name it was bound to, else 'socket 1', 'socket 2' in the order they were made. */
export function socketName(kernel: KernelState, id: ObjectId): string {
	const socket = kernel.sockets[id];
	if (socket === undefined) return "a socket that is gone";
	if (socket.address?.kind === "path" && socket.phase !== "connected") return `socket ${socket.address.path}`;
	return `socket ${socket.number}`;
}

export function objectName(kernel: KernelState, object: ObjectRef): string {
	switch (object.kind) {
		case "pipe":
			return pipeName(kernel, object.id);
		case "queue": {
			const queue = kernel.queues[object.id];
			const noun = queue?.family === "mailbox" ? "mailbox" : "queue";
			return queue === undefined || kernel.queuesMade <= 1 ? `the ${noun}` : `${noun} /${queue.name}`;
		}
		case "socket":
			return socketName(kernel, object.id);
		case "terminal":
			return kernel.terminals[object.id]?.interactive
				? terminalName(kernel, object.id)
				: terminalStream(kernel, object.id);
		case "device":
			return `/dev/${object.name}`;
		case "handle":
			return object.of === "process" ? `process ${object.id}` : "a name alone";
		case "file":
		case "directory":
			return pathOf(kernel, object) ?? (object.kind === "file" ? "a file without a name" : "a directory");
	}
}

/** 'the terminal', or 'the terminal pts/1' where somebody logged in later. */
function terminalName(kernel: KernelState, id: ObjectId): string {
	const name = kernel.terminals[id]?.name ?? "";
	return name.startsWith("pts/") ? `the terminal ${name}` : "the terminal";
}

function terminalStream(kernel: KernelState, id: ObjectId): string {
	switch (kernel.terminals[id]?.name) {
		case "stdin":
			return "standard input";
		case "stderr":
			return "standard error";
		default:
			return "standard output";
	}
}

/** 'the FIFO jobs', or 'the FIFO' when its name is gone. */
export function fifoName(kernel: KernelState, id: ObjectId): string {
	const name = pathOf(kernel, { kind: "fifo", id });
	return name === null ? "the FIFO" : `the FIFO ${name}`;
}

type Named = { readonly kind: "file" | "directory" | "fifo"; readonly id: ObjectId };

/** The first name of a file, directory or FIFO, or null when it has none left. */
function pathOf(kernel: KernelState, object: Named): string | null {
	for (const directory of Object.values(kernel.directories)) {
		for (const [name, entry] of Object.entries(directory.entries)) {
			if (entry.kind === object.kind && entry.id === object.id) return name;
		}
	}
	return null;
}

export function capacityOf(pipe: Pipe): number {
	return pipe.page * pipe.slots;
}
