// The stage as data: every process, descriptor, open file description and object at one position, without places or sizes.
import {
	callName,
	callText,
	duration,
	ending,
	pipeName,
	userName,
	type WaitExplanation,
} from "../../explain/index.ts";
import type { KernelState, ObjectId, OpenFile, Pid, Place, Process, Wait } from "../../kernel/index.ts";
import type { StagePart } from "../../lessons/index.ts";
import type { CastMember, Scene, SceneBuffer } from "../../session/index.ts";
import { byteCount, byteLabel, decoded, grouped } from "./bytes.ts";
import { type Changes, changesOf, type Waking } from "./changes.ts";
import type { ChannelPicture } from "./channels.ts";
import { type Identity, identities, identityOf } from "./identity.ts";
import { channelDrawings } from "./late.ts";
import { endsOf, objectKey, objectLabel, pathOf } from "./objects.ts";
import { hasUsers, type PipePicture, pipePictures } from "./pipe.ts";
import type { RackPicture } from "./rack.ts";
import { type DescriptorPicture, MOST_SOCKETS, socketsOf } from "./sockets.ts";

export type Phase = "unborn" | "running" | "ready" | "waiting" | "stopped" | "zombie" | "gone";

export interface ProcessPicture {
	readonly pid: Pid;
	/** As whom it acts; null while all is one user's. */
	readonly user: string | null;
	readonly identity: Identity;
	readonly program: string;
	readonly phase: Phase;
	/** `waits in write`, `ended with status 0` */
	readonly state: string;
	/** The call it is in: asked of the kernel and not answered. */
	readonly call: string | null;
	readonly wait: WaitPicture | null;
	readonly place: Place | null;
	/** Of the function in which it stands, the first few. */
	readonly variables: readonly VariablePicture[];
	/** Processor time it has used, where the stage shows it: in words, and as a part of the time since the run began. */
	readonly meter: { readonly used: string; readonly part: number } | null;
	/** What its library holds back, where the stage shows it. */
	readonly buffers: readonly BufferPicture[];
	readonly descriptors: readonly DescriptorPicture[];
	/** Descriptors beyond those drawn. */
	readonly more: number;
	/** Born, woken, put to sleep or ended in this step. */
	readonly changed: boolean;
}

/** The buffer of a stream, inside its process: the kernel knows nothing of it. */
export interface BufferPicture {
	readonly name: string;
	readonly labels: readonly string[];
	/** Bytes beyond those drawn. */
	readonly more: number;
	/** `5 bytes` */
	readonly held: string;
	/** `5 of 4096 bytes` */
	readonly level: string;
	/** Cells that are drawn, free ones too, when all of the buffer can be; else 0. */
	readonly cells: number;
}

export interface VariablePicture {
	readonly name: string;
	readonly value: string;
}

export interface WaitPicture {
	/** `bytes in the pipe, or its last writer to close` */
	readonly what: string;
	readonly forever: boolean;
	readonly since: Place | null;
	/** Who could end it: `reader could end the wait by a read.` */
	readonly enders: string;
}

export interface OpenFilePicture {
	readonly id: ObjectId;
	readonly object: string;
	readonly title: string;
	/** `O_RDONLY`, `O_WRONLY | O_APPEND` */
	readonly flags: string;
	readonly offset: number | null;
	readonly references: number;
}

export interface TerminalPicture {
	readonly lines: readonly OutputRun[];
	/** Typed and not yet read, as it would show; null when nobody can type. */
	readonly typed: string | null;
	readonly ended: boolean;
	readonly queue: readonly Pid[];
	readonly changed: boolean;
}

/** Output of one process in a row. */
export interface OutputRun {
	readonly pid: Pid;
	readonly text: string;
	readonly stream: "stdout" | "stderr";
	readonly fresh: boolean;
}

export interface FilePicture {
	readonly id: ObjectId;
	readonly name: string;
	readonly size: string;
	readonly labels: readonly string[];
	readonly more: number;
	/** Where the next read or write of each open file description falls. */
	readonly offsets: readonly { readonly openFile: ObjectId; readonly offset: number }[];
}

export interface StagePicture {
	readonly step: number;
	readonly processes: readonly ProcessPicture[];
	readonly openFiles: readonly OpenFilePicture[];
	readonly pipes: readonly PipePicture[];
	readonly racks: readonly RackPicture[];
	readonly channels: readonly ChannelPicture[];
	readonly terminal: TerminalPicture;
	readonly files: readonly FilePicture[];
	readonly identities: ReadonlyMap<Pid, Identity>;
	/** Who has been woken in this step by whom: the path to light up. */
	readonly wakes: readonly ({ readonly pid: Pid } & Waking)[];
	/** Forks of this step. */
	readonly births: readonly { readonly child: Pid; readonly parent: Pid }[];
	readonly show: ReadonlySet<StagePart>;
}

const MOST_FILE_BYTES = 24;
const MOST_VARIABLES = 4;
const MOST_BUFFER_BYTES = 16;

/** Draws the scene. Pure: everything live is read here and copied. */
export function stagePicture(scene: Scene, show: ReadonlySet<StagePart>): StagePicture {
	const changes = changesOf(scene.events);
	const known = identities(scene.cast);
	return {
		step: scene.step,
		processes: scene.cast.map((member) => processPicture(scene, member, changes, known, show)),
		openFiles: openFilePictures(scene.kernel),
		pipes: pipePictures(scene.kernel, changes),
		racks: channelDrawings()?.rackPictures(scene.kernel, changes) ?? [],
		channels: channelDrawings()?.channelPictures(scene.kernel, changes) ?? [],
		terminal: terminalPicture(scene),
		files: filePictures(scene.kernel),
		identities: known,
		wakes: [...changes.woken].map(([pid, waking]) => ({ pid, ...waking })),
		births: [...changes.born].map(([child, parent]) => ({ child, parent })),
		show,
	};
}

function processPicture(
	scene: Scene,
	member: CastMember,
	changes: Changes,
	known: ReadonlyMap<Pid, Identity>,
	show: ReadonlySet<StagePart>,
): ProcessPicture {
	const identity = identityOf(known, member.pid);
	const process = scene.kernel.processes[member.pid];
	if (process === undefined) return absentProcess(scene, member, identity);
	const calling = changes.calling.get(process.pid);
	const explained = scene.waits.get(process.pid);
	const descriptors = socketsOf(scene.kernel, process, changes, known);
	// The last place says how many more there are.
	const shown = descriptors.length > MOST_SOCKETS ? MOST_SOCKETS - 1 : descriptors.length;
	return {
		pid: process.pid,
		user: hasUsers(scene.kernel) ? userName(process.euid) : null,
		identity,
		program: process.program,
		phase: phaseOf(scene.kernel, process, calling !== undefined),
		state: stateText(scene.kernel, process) + wakeText(changes.woken.get(process.pid), known),
		call: calling !== undefined ? callText(calling) : process.call === null ? null : callText(process.call),
		wait: waitPicture(scene.kernel, process, explained),
		place: process.state === "zombie" ? null : (scene.places.get(process.pid) ?? null),
		variables: (scene.variables.get(process.pid) ?? []).slice(
			0,
			show.has("buffers") || show.has("meter") ? 1 : MOST_VARIABLES,
		),
		meter: show.has("meter") ? meterPicture(scene, process) : null,
		buffers: show.has("buffers") ? (scene.unwritten.get(process.pid) ?? []).map(bufferPicture) : [],
		descriptors: descriptors.slice(0, shown),
		more: descriptors.length - shown,
		changed:
			changes.born.has(process.pid) || changes.woken.has(process.pid) || changes.slept.has(process.pid),
	};
}

function meterPicture({ ran, kernel }: Scene, { pid }: Process): ProcessPicture["meter"] {
	const ticks = ran.get(pid) ?? 0;
	return { used: duration(ticks), part: kernel.clock === 0 ? 0 : Math.min(1, ticks / kernel.clock) };
}

function bufferPicture({ fd, bytes, room }: SceneBuffer): BufferPicture {
	const name = fd === 1 ? "stdout" : fd === 2 ? "stderr" : `the stream of ${fd}`;
	return {
		name,
		labels: [...bytes.subarray(0, MOST_BUFFER_BYTES)].map(byteLabel),
		more: Math.max(0, bytes.length - MOST_BUFFER_BYTES),
		held: byteCount(bytes.length),
		level: `${bytes.length} of ${grouped(room)} bytes`,
		cells: room > MOST_BUFFER_BYTES ? 0 : room,
	};
}

function waitPicture(
	kernel: KernelState,
	process: Process,
	explained: WaitExplanation | undefined,
): WaitPicture | null {
	if (process.state !== "waiting" || process.wait === null) return null;
	return {
		what: waitText(kernel, process.wait),
		forever: explained?.forever ?? false,
		since: process.since?.place ?? null,
		enders: explained?.enders.text ?? "",
	};
}

/** What a waiting process waits for, short enough to stand on its card. */
function waitText(kernel: KernelState, wait: Wait): string {
	switch (wait.on) {
		case "pipe-not-empty":
			return `bytes in ${pipeName(kernel, wait.pipe)}, or its last writer to close`;
		case "pipe-not-full":
			return `room in ${pipeName(kernel, wait.pipe)}, or its last reader to close`;
		case "other-end":
			return `a ${wait.end === "read" ? "reader" : "writer"} to open ${pipeName(kernel, wait.pipe)}`;
		case "socket-not-empty":
			return "something to arrive, or the other end to close";
		case "socket-not-full":
			return "the other end to read";
		case "connection":
			return "somebody to connect";
		case "place-in-queue":
			return "a place in the other's queue";
		case "terminal-input":
			return "somebody to type a line";
		case "message":
			return "a message in the queue";
		case "queue-room":
			return "room in the queue";
		case "child":
			return "a child to end";
		case "vfork":
			return "its memory, which its child uses";
		case "lock":
			return "a lock on a file";
		case "signal":
			return "a signal";
		case "time":
			return `the clock to reach ${duration(wait.until)}`;
		case "poll":
			return "one of its descriptors to be ready";
	}
}

function absentProcess(scene: Scene, member: CastMember, identity: Identity): ProcessPicture {
	const gone = member.born <= scene.step;
	return {
		pid: member.pid,
		user: null,
		identity,
		program: "",
		phase: gone ? "gone" : "unborn",
		state: gone ? (member.end ?? "has ended") : "",
		call: null,
		wait: null,
		place: null,
		variables: [],
		meter: null,
		buffers: [],
		descriptors: [],
		more: 0,
		changed: false,
	};
}

function phaseOf(kernel: KernelState, process: Process, calling: boolean): Phase {
	if (process.state !== "ready") return process.state;
	return calling || runs(kernel, process) ? "running" : "ready";
}

function runs({ scheduler }: KernelState, { pid }: Process): boolean {
	return scheduler.running === pid || scheduler.beside?.running === pid;
}

function stateText(kernel: KernelState, process: Process): string {
	switch (process.state) {
		case "ready":
			return runs(kernel, process) ? "running" : "ready to run";
		case "waiting":
			return process.call === null ? "waiting" : `waits in ${callName(process.call)}`;
		case "stopped":
			return "stopped by a signal";
		case "zombie":
			return ending(process.status ?? 0);
	}
}

/** `, woken by reader` */
function wakeText(waking: Waking | undefined, known: ReadonlyMap<Pid, Identity>): string {
	return waking?.by == null ? "" : `, woken by ${identityOf(known, waking.by).name}`;
}

function openFilePictures(kernel: KernelState): readonly OpenFilePicture[] {
	return Object.values(kernel.openFiles).map((openFile) => ({
		id: openFile.id,
		object: objectKey(openFile.object),
		title: objectLabel(kernel, openFile.object).replace(" of the pipe", ""),
		flags: flagsOf(openFile),
		offset: openFile.object.kind === "file" ? openFile.offset : null,
		references: openFile.references,
	}));
}

function flagsOf({ access, append, nonblock, packets }: OpenFile): string {
	const mode = access === "both" ? "O_RDWR" : access === "read" ? "O_RDONLY" : "O_WRONLY";
	return [mode, append && "O_APPEND", nonblock && "O_NONBLOCK", packets && "O_DIRECT"]
		.filter((flag) => flag !== false)
		.join(" | ");
}

function terminalPicture(scene: Scene): TerminalPicture {
	// What stands on a guest's screen is shown beside the stage.
	const terminals = Object.values(scene.kernel.terminals).filter(({ name }) => !name.startsWith("pts/"));
	const input = terminals.find(({ name }) => name === "stdin" || name === "tty");
	const fresh = scene.events
		.filter((event) => event.kind === "transfers")
		.some(({ object, direction }) => object.kind === "terminal" && direction === "out");
	const lines = terminals.flatMap((terminal) =>
		terminal.output.map(({ pid, fd, bytes }, index) => ({
			pid,
			text: decoded(bytes),
			stream: fd === 2 || terminal.name === "stderr" ? ("stderr" as const) : ("stdout" as const),
			fresh: fresh && index === terminal.output.length - 1,
		})),
	);
	return {
		lines,
		typed:
			input === undefined || (input.inputEnded && input.input.length === 0) ? null : decoded(input.input),
		ended: input?.inputEnded ?? true,
		queue: terminals.flatMap(({ readQueue }) => [...readQueue]),
		changed: fresh,
	};
}

/** Files of data that somebody has open; the programs and what lies about unopened would only crowd the stage. */
function filePictures(kernel: KernelState): readonly FilePicture[] {
	const openFiles = Object.values(kernel.openFiles);
	const ids = new Set(openFiles.flatMap(({ object }) => (object.kind === "file" ? [object.id] : [])));
	return [...ids].flatMap((id) => {
		const file = kernel.files[id];
		if (file === undefined) return [];
		return {
			id,
			name: pathOf(kernel, { kind: "file", id }) ?? "file without a name",
			size: byteCount(file.bytes.length),
			labels: [...file.bytes.subarray(0, MOST_FILE_BYTES)].map(byteLabel),
			more: Math.max(0, file.bytes.length - MOST_FILE_BYTES),
			offsets: openFiles
				.filter(({ object }) => object.kind === "file" && object.id === id)
				.map(({ id: openFile, offset }) => ({ openFile, offset })),
		};
	});
}

/** The descriptors, open file descriptions and objects that belong together with one thing of the stage. */
export function litBy(picture: StagePicture, key: string | null): ReadonlySet<string> {
	if (key === null) return new Set();
	const sockets = picture.processes.flatMap(({ descriptors }) => descriptors);
	const touched = sockets.filter(
		(each) => each.key === key || endsOf(each.object ?? "").includes(key) || `open ${each.openFile}` === key,
	);
	const lit = new Set([key]);
	for (const { key: own, openFile, object } of touched) {
		lit.add(own);
		if (openFile !== null) lit.add(`open ${openFile}`);
		if (object !== null) for (const end of endsOf(object)) lit.add(end);
	}
	return lit;
}

/** Lines that a waking runs along, and when each has its turn: first the waker's, then the sleeper's. */
export function wakePath(picture: StagePicture): ReadonlyMap<string, number> {
	const path = new Map<string, number>();
	for (const { pid, by, pipe, queue } of picture.wakes) {
		if (by === null || (pipe === null && queue === null)) continue;
		for (const { descriptors } of picture.processes) {
			for (const { key, pid: holder, object } of descriptors) {
				const there = pipe === null ? object === `queue ${queue}` : object?.startsWith(`pipe ${pipe} `);
				if (there !== true) continue;
				if (holder === by) path.set(key, 0);
				else if (holder === pid) path.set(key, 1);
			}
		}
	}
	return path;
}

/** The whole stage in words, for those who do not see it. */
export function stageText(picture: StagePicture): string {
	const processes = picture.processes
		.filter(({ phase }) => phase !== "unborn")
		.map(
			({ identity, state, wait }) => `${identity.name}: ${state}${wait === null ? "" : `, for ${wait.what}`}`,
		);
	const pipes = picture.pipes.map(
		(pipe) =>
			`${pipe.name}: ${pipe.level}; ${holdersText(picture, pipe, "write")}; ${holdersText(picture, pipe, "read")}`,
	);
	const racks = picture.racks.map((rack) =>
		channelDrawings()?.rackText(rack, (pid) => identityOf(picture.identities, pid).name),
	);
	return [
		...processes,
		...pipes,
		...racks,
		...picture.channels.map((channel) => channelDrawings()?.channelText(channel)),
	].join(". ");
}

/** `write end: held by parent 4, child 4`, `read end: held by nobody` */
export function holdersText(picture: StagePicture, pipe: PipePicture, end: "read" | "write"): string {
	const holders = pipe[end].holders.map(
		({ pid, fds }) => `${identityOf(picture.identities, pid).name} ${fds.map(grouped).join(" and ")}`,
	);
	return `${end} end: held by ${holders.length === 0 ? "nobody" : holders.join(", ")}`;
}
