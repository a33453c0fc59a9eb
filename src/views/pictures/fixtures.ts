// Hand-made scenes for the tests of the pictures: a kernel in the state one wants to see drawn.
import type {
	Descriptor,
	KernelEvent,
	KernelState,
	ObjectRef,
	OpenFile,
	Origin,
	Pid,
	Pipe,
	Process,
} from "../../kernel/index.ts";
import type { CastMember, Scene } from "../../session/index.ts";

const BOOT: Origin = { call: "boot", pid: 2, place: null, inherited: [] };
const PIPED: Origin = { call: "pipe", pid: 2, place: { file: "main.c", line: 11 }, inherited: [] };

/** Ids of the open file descriptions that `scene` always has. */
export const TERMINAL_FILE = 1;
export const READ_FILE = 10;
export const WRITE_FILE = 11;
export const PIPE = 9;

function openFile(id: number, object: ObjectRef, access: OpenFile["access"], references: number): OpenFile {
	return {
		id,
		object,
		access,
		append: false,
		nonblock: false,
		packets: false,
		offset: 0,
		references,
		origin: BOOT,
	};
}

export function descriptor(file: number): Descriptor {
	return { openFile: file, closeOnExec: false, origin: file === TERMINAL_FILE ? BOOT : PIPED };
}

/** A process with the terminal on 0, 1, 2 and what else `fds` says. */
export function process(
	pid: Pid,
	fds: { readonly [fd: number]: number },
	over: Partial<Process> = {},
): Process {
	const descriptors: Record<number, Descriptor> = {};
	for (const [fd, file] of Object.entries({ 0: TERMINAL_FILE, 1: TERMINAL_FILE, 2: TERMINAL_FILE, ...fds })) {
		if (file !== 0) descriptors[Number(fd)] = descriptor(file);
	}
	return {
		pid,
		ppid: pid - 1,
		pgid: 2,
		sid: 2,
		uid: 1000,
		gid: 1000,
		euid: 1000,
		egid: 1000,
		program: "main",
		state: "ready",
		wait: null,
		call: null,
		since: null,
		progress: { done: 0, until: null },
		descriptors,
		descriptorLimit: 16,
		signals: { dispositions: {}, blocked: [], pending: [], suspended: null, frames: [] },
		umask: 18,
		cwd: 1,
		nice: 0,
		timers: [],
		children: [],
		status: null,
		unreported: null,
		forkedAt: null,
		counts: { calls: 0, waited: 0, ran: 0, children: 0 },
		...over,
	} as Process;
}

/** A byte-counted pipe of eight bytes holding `text`, all of it written by `pid`. */
export function pipe(text: string, pid: Pid, over: Partial<Pipe> = {}): Pipe {
	const bytes = new TextEncoder().encode(text);
	return {
		id: PIPE,
		number: 1,
		page: 1,
		slots: 8,
		uid: 1000,
		gid: 1000,
		atomic: 4,
		buffers: [...bytes].map((byte) => ({
			bytes: Uint8Array.of(byte),
			dyes: [{ pid, count: 1 }],
			offset: 0,
			packet: false,
			sealed: false,
		})),
		readers: 1,
		writers: 1,
		readQueue: [],
		writeQueue: [],
		pollers: [],
		readerOpens: 1,
		writerOpens: 1,
		fifo: null,
		openQueue: [],
		written: bytes.length,
		taken: 0,
		discarded: 0,
		createdBy: 2,
		place: { file: "main.c", line: 11 },
		...over,
	};
}

export function kernel(processes: readonly Process[], pipes: readonly Pipe[]): KernelState {
	const references = (file: number) =>
		processes.flatMap(({ descriptors }) => Object.values(descriptors)).filter((d) => d.openFile === file)
			.length;
	return {
		clock: 0,
		nextPid: 9,
		nextObject: 99,
		pipesMade: 1,
		pipeVariables: [],
		processes: Object.fromEntries(processes.map((each) => [each.pid, each])),
		openFiles: {
			[TERMINAL_FILE]: openFile(
				TERMINAL_FILE,
				{ kind: "terminal", id: 2 },
				"both",
				references(TERMINAL_FILE),
			),
			...(pipes.length === 0
				? {}
				: {
						[READ_FILE]: openFile(
							READ_FILE,
							{ kind: "pipe", id: PIPE, end: "read" },
							"read",
							references(READ_FILE),
						),
						[WRITE_FILE]: openFile(
							WRITE_FILE,
							{ kind: "pipe", id: PIPE, end: "write" },
							"write",
							references(WRITE_FILE),
						),
					}),
		},
		pipes: Object.fromEntries(pipes.map((each) => [each.id, each])),
		sockets: {},
		fifos: {},
		files: {},
		directories: {},
		terminals: {
			2: {
				id: 2,
				name: "tty",
				interactive: true,
				input: new Uint8Array(),
				inputEnded: true,
				readQueue: [],
				output: [],
				foregroundGroup: 2,
				session: 1,
				echoes: false,
				settings: { input: 0, output: 0, control: 0, local: 0, characters: [] },
			},
		},
		scheduler: { running: processes[0]?.pid ?? null, queue: [], contextSwitches: 0 },
		limits: {
			pipePage: 1,
			pipeSlots: 8,
			pipeAtomic: 4,
			descriptors: 16,
			processes: 16,
			fileBytes: 65536,
		},
	} as unknown as KernelState;
}

export function scene(
	state: KernelState,
	events: readonly KernelEvent[] = [],
	cast: readonly CastMember[] = [
		{ pid: 2, name: "writer", born: 0, gone: null, end: null },
		{ pid: 3, name: "reader", born: 5, gone: null, end: null },
	],
): Scene {
	return {
		version: 1,
		step: 41,
		moved: "jump",
		kernel: state,
		events,
		cast,
		places: new Map([
			[2, { file: "main.c", line: 22 }],
			[3, { file: "main.c", line: 17 }],
		]),
		variables: new Map(),
		unwritten: new Map(),
		ran: new Map(),
		sentence: null,
		rule: null,
		actor: 2,
		depends: null,
		waits: new Map(),
		diagnosis: null,
		ending: null,
	};
}
