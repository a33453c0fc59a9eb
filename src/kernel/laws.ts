// What must hold after every call, whatever the programs did.
import { call } from "./calls.ts";
import { nextTimer } from "./clock.ts";
import { INIT, type Kernel } from "./kernel.ts";
import { bytesInside, freeRoom, roomNeeded } from "./ring.ts";
import { wake } from "./scheduler.ts";
import { isSocketWritable } from "./socket-room.ts";
import type {
	Dye,
	Entry,
	MessageQueue,
	ObjectRef,
	OpenFile,
	Pipe,
	Process,
	Socket,
	Terminal,
	Wait,
} from "./state.ts";
import { inputSource, lineLength } from "./terminal-input.ts";
import type { ObjectId, Pid } from "./words.ts";

/** The laws that do not hold, one sentence each; none when all is well. The kernel is left as it was. */
export function laws(kernel: Kernel): string[] {
	const broken: string[] = [];
	const law = (holds: boolean, what: string) => {
		if (!holds) broken.push(what);
	};
	countsLaws(kernel, law);
	for (const pipe of Object.values(kernel.state.pipes)) pipeLaws(kernel, pipe, law);
	for (const queue of Object.values(kernel.state.queues)) messageLaws(kernel, queue, law);
	for (const socket of Object.values(kernel.state.sockets)) socketLaws(kernel, socket, law);
	for (const terminal of Object.values(kernel.state.terminals)) terminalLaws(kernel, terminal, law);
	for (const process of Object.values(kernel.state.processes)) processLaws(kernel, process, law);
	queueLaws(kernel, law);
	for (const file of Object.values(kernel.state.files)) {
		law(dyed(file.dyes) === file.bytes.length, `file ${file.id}: its dyes do not add up`);
	}
	return broken;
}

type Law = (holds: boolean, what: string) => void;

function countsLaws(kernel: Kernel, law: Law): void {
	const { fifos, files, directories, openFiles, pipes, processes, symlinks, timer } = kernel.state;
	const opening = new Set(Object.values(processes).map((process) => process.opening?.openFile));
	const references = new Map<ObjectId, number>();
	for (const process of Object.values(processes)) {
		for (const descriptor of Object.values(process.descriptors)) count(references, descriptor.openFile);
	}
	for (const { queue } of Object.values(kernel.state.sockets)) {
		for (const { rights } of queue) for (const id of rights) count(references, id);
	}
	for (const id of references.keys()) law(openFiles[id] !== undefined, `description ${id} is missing`);
	const readers = new Map<ObjectId, number>();
	const writers = new Map<ObjectId, number>();
	for (const { access, id, object, references: counted } of Object.values(openFiles)) {
		law(counted === (references.get(id) ?? 0), `description ${id}: its references are miscounted`);
		law((counted === 0) === opening.has(id), `description ${id}: nobody refers to it`);
		if (object.kind !== "pipe") continue;
		if (access !== "write") count(readers, object.id);
		if (access !== "read") count(writers, object.id);
	}
	for (const { fifo, id, readers: r, writers: w } of Object.values(pipes)) {
		law(fifo === null || fifos[fifo]?.pipe === id, `pipe ${id}: its FIFO does not know it`);
		law(r === (readers.get(id) ?? 0) && w === (writers.get(id) ?? 0), `pipe ${id}: its ends are miscounted`);
		law(r + w > 0, `pipe ${id} has no end left`);
	}
	socketCounts(kernel, law);
	const names = new Map<ObjectId, number>();
	for (const directory of Object.values(directories)) {
		for (const ref of Object.values(directory.entries)) {
			if (NAMED.has(ref.kind) && "id" in ref) count(names, ref.id);
		}
	}
	for (const { id, links } of Object.values(files)) {
		law(links === (names.get(id) ?? 0), `file ${id}: its names are miscounted`);
		law(links > 0 || isOpenFile(openFiles, id), `file ${id} is left over`);
	}
	for (const { id, links, pipe } of Object.values(fifos)) {
		law(links === (names.get(id) ?? 0), `FIFO ${id}: its names are miscounted`);
		law(links > 0 || pipe !== null, `FIFO ${id} is left over`);
		law(pipe === null || pipes[pipe]?.fifo === id, `FIFO ${id}: its pipe does not know it`);
	}
	for (const { id, links } of Object.values(symlinks)) {
		law(links > 0 && links === names.get(id), `symbolic link ${id}: its names are miscounted`);
	}
	for (const { id, links } of Object.values(kernel.state.socketFiles)) {
		law(links > 0 && links === names.get(id), `socket file ${id}: its names are miscounted`);
	}
	const next = nextTimer(kernel);
	law(next === null || (timer !== null && timer <= next), "a timer would be overslept");
}

const NAMED: ReadonlySet<Entry["kind"]> = new Set(["file", "fifo", "symlink", "socket-file"]);

/** Each socket has one description, or waits to be accepted; what its letters take of a buffer is counted there. */
function socketCounts({ state }: Kernel, law: Law): void {
	const { openFiles, sockets } = state;
	const described = new Map<ObjectId, number>();
	for (const { object } of Object.values(openFiles))
		if (object.kind === "socket") count(described, object.id);
	for (const id of described.keys()) law(sockets[id] !== undefined, `socket ${id} is missing`);
	const charged = new Map<ObjectId, number>();
	for (const { queue } of Object.values(sockets)) {
		for (const { charge, sender } of queue) charged.set(sender, (charged.get(sender) ?? 0) + charge);
	}
	for (const socket of Object.values(sockets)) {
		const { charged: counted, id, listener, pending } = socket;
		law((described.get(id) ?? 0) === (listener === null ? 1 : 0), `socket ${id}: nobody holds it, or two do`);
		law(listener === null || sockets[listener]?.pending.includes(id) === true, `socket ${id} waits nowhere`);
		law(
			pending.every((other) => sockets[other]?.listener === id),
			`socket ${id}: who waits is not its own`,
		);
		law(counted === (charged.get(id) ?? 0), `socket ${id}: its buffer is miscounted`);
	}
}

function socketLaws(kernel: Kernel, socket: Socket, law: Law): void {
	const {
		arrived,
		discarded,
		id,
		lettersArrived,
		lettersTaken,
		longestQueue,
		peer,
		phase,
		queue,
		taken,
		type,
	} = socket;
	const held = queue.reduce((sum, { bytes }) => sum + bytes.length, 0);
	law(arrived === taken + held + discarded, `socket ${id}: arrived is not taken + inside + discarded`);
	law(lettersArrived === lettersTaken + queue.length, `socket ${id}: its letters are miscounted`);
	for (const letter of queue)
		law(dyed(letter.dyes) === letter.bytes.length, `socket ${id}: its dyes do not add up`);
	law((phase === "connected") === (peer !== null), `socket ${id}: connected to nobody`);
	law(socket.pending.length <= longestQueue + 1, `socket ${id}: too many wait to be accepted`);
	const served = (names: readonly string[]) => isOnItsWayTo(kernel, names, id);
	const something = queue.length > 0 || socket.pending.length > 0 || socket.shutRead || socket.error !== null;
	law(
		!something ||
			socket.readQueue.length === 0 ||
			served(["read", "recvfrom", "recvmsg", "accept", "splice"]),
		`socket ${id}: a reader sleeps on`,
	);
	const writable = isSocketWritable(socket) || socket.shutWrite || socket.error !== null;
	law(
		!writable ||
			socket.writeQueue.length === 0 ||
			served(["write", "sendto", "sendmsg", "sendfile", "splice"]),
		`socket ${id}: a writer sleeps on`,
	);
	const place = type === "datagram" ? queue.length <= longestQueue : socket.pending.length <= longestQueue;
	const guests = Object.values(kernel.state.processes).some(
		({ call: asked, state }) => state === "ready" && GUESTS.has(asked?.name ?? ""),
	);
	law(
		!place || socket.roomQueue.length === 0 || guests,
		`socket ${id}: somebody waits for a place that is there`,
	);
}

const GUESTS: ReadonlySet<string> = new Set(["connect", "sendto", "sendmsg", "write"]);

/** Whether a process that was woken in such a call on the socket has yet to make it again. */
function isOnItsWayTo(kernel: Kernel, names: readonly string[], id: ObjectId): boolean {
	return Object.values(kernel.state.processes).some(({ call: asked, descriptors, state }) => {
		if (state !== "ready" || asked === null || !names.includes(asked.name)) return false;
		const fd = "fd" in asked ? asked.fd : "to" in asked && typeof asked.to === "number" ? asked.to : -1;
		const object = kernel.state.openFiles[descriptors[fd]?.openFile ?? 0]?.object;
		return object?.kind === "socket" && object.id === id;
	});
}

function isOpenFile(openFiles: Kernel["state"]["openFiles"], id: ObjectId): boolean {
	return Object.values(openFiles).some(({ object }: OpenFile) => object.kind === "file" && object.id === id);
}

function count(counts: Map<ObjectId, number>, id: ObjectId): void {
	counts.set(id, (counts.get(id) ?? 0) + 1);
}

function dyed(dyes: readonly Dye[]): number {
	return dyes.reduce((sum, dye) => sum + dye.count, 0);
}

function pipeLaws(kernel: Kernel, pipe: Pipe, law: Law): void {
	const held = pipe.buffers.reduce((sum, buffer) => sum + buffer.bytes.length, 0);
	law(held === bytesInside(pipe), `pipe ${pipe.id}: written is not taken + inside + discarded`);
	law(pipe.buffers.length <= pipe.slots, `pipe ${pipe.id}: more slots in use than it has`);
	for (const buffer of pipe.buffers) {
		law(buffer.bytes.length > 0, `pipe ${pipe.id}: an empty slot is in use`);
		law(buffer.offset + buffer.bytes.length <= pipe.page, `pipe ${pipe.id}: a slot is larger than a page`);
		law(dyed(buffer.dyes) === buffer.bytes.length, `pipe ${pipe.id}: its dyes do not add up`);
	}
	const inCall = (name: "read" | "write") =>
		isOnItsWay(kernel, name, (object) => object.kind === "pipe" && object.id === pipe.id);
	const readable = pipe.buffers.length > 0 || pipe.writers === 0;
	law(!readable || pipe.readQueue.length === 0 || inCall("read"), `pipe ${pipe.id}: a reader sleeps on`);
	const fits = pipe.writeQueue.some((pid) => mayGoOn(kernel.state.processes[pid], pipe));
	law(!fits || inCall("write"), `pipe ${pipe.id}: a writer sleeps on`);
}

/** No message is lost or doubled, each stands at its turn, and a queue is there as long as it has a name or a user. */
function messageLaws(kernel: Kernel, queue: MessageQueue, law: Law): void {
	const { directories, openFiles, processes, queueDirectory } = kernel.state;
	const { family, id, links, messages, mostMessages, name, received, sent } = queue;
	const inHands = Object.values(processes).filter(
		({ handed }) => handed?.kind === "message" && handed.queue === id,
	).length;
	law(sent === received + messages.length + inHands, `queue ${id}: sent is not received + inside + in hands`);
	const ordered = messages.every((message, i) => {
		const next = messages[i + 1];
		if (next === undefined) return true;
		const older = message.number < next.number;
		return family === "posix" && message.type !== next.type ? message.type > next.type : older;
	});
	law(ordered, `queue ${id}: its messages are out of order`);
	if (family === "system-v") return;
	law(messages.length <= mostMessages, `queue ${id}: more messages than it holds`);
	const entry = directories[queueDirectory]?.entries[name];
	const named = family === "mailbox" ? links > 0 : entry?.kind === "queue" && entry.id === id;
	law(named === links > 0, `queue ${id}: its names are miscounted`);
	const open = Object.values(openFiles).some(({ object }) => object.kind === "queue" && object.id === id);
	law(named || open, `queue ${id} is left over`);
}

function terminalLaws(kernel: Kernel, terminal: Terminal, law: Law): void {
	const asleep = terminal.readQueue.length > 0 && lineLength(terminal) !== null;
	const served = () =>
		isOnItsWay(
			kernel,
			"read",
			(object) => object.kind === "terminal" && inputSource(kernel, object.id) === terminal,
		);
	law(!asleep || served(), `terminal ${terminal.id}: a reader sleeps on`);
}

/** Whether a process that was woken in such a call has yet to make it again. */
function isOnItsWay(kernel: Kernel, name: "read" | "write", isOn: (object: ObjectRef) => boolean): boolean {
	return Object.values(kernel.state.processes).some(({ call: asked, descriptors, state }) => {
		if (state !== "ready" || asked?.name !== name) return false;
		const object = kernel.state.openFiles[descriptors[asked.fd]?.openFile ?? 0]?.object;
		return object !== undefined && isOn(object);
	});
}

function mayGoOn(writer: Process | undefined, pipe: Pipe): boolean {
	if (writer?.call?.name !== "write") return pipe.readers === 0 || freeRoom(pipe) > 0;
	const needed = roomNeeded(pipe, writer.call.bytes.length, writer.progress.done);
	return pipe.readers === 0 || freeRoom(pipe) >= needed;
}

function processLaws(kernel: Kernel, process: Process, law: Law): void {
	const { call: asked, pid, resumed, signals, state, wait } = process;
	if (pid === INIT) return;
	const parent = kernel.state.processes[process.ppid];
	law(parent?.children.filter((child) => child === pid).length === 1, `${pid} is not its parent's child`);
	switch (state) {
		case "zombie":
			law(Object.keys(process.descriptors).length === 0, `zombie ${pid} holds descriptors`);
			law(process.status !== null && asked === null, `zombie ${pid} has no status or is in a call`);
			law(process.children.length === 0, `zombie ${pid} has children`);
			return;
		case "waiting":
			law(asked !== null && wait !== null, `${pid} waits for nothing`);
			law(process.handed === null, `${pid} was handed what it waits for and sleeps on`);
			law(wait === null || isOverdue(kernel, process), `${pid} would not wait any more`);
			return;
		case "ready":
			law(wait === null || resumed, `${pid} is ready and waits`);
			law(process.handed === null || asked !== null, `${pid} was handed something it never asked for`);
			return;
		case "stopped":
			law((wait === null) === (asked === null), `${pid} was stopped halfway`);
			law(!signals.pending.some((info) => info.signal === 9), `${pid} outlives SIGKILL`);
	}
}

const SERVED_IN_TURN: ReadonlySet<Wait["on"]> = new Set([
	...(["pipe-not-empty", "pipe-not-full", "terminal-input"] as const),
	...(["socket-not-empty", "socket-not-full", "connection", "place-in-queue"] as const),
]);

/** One event wakes one of these: the next may sleep on although there is something, while the woken one is on its way. */
function isServedInTurn(wait: Wait): boolean {
	return SERVED_IN_TURN.has(wait.on);
}

/** Whether the call of a waiting process, asked now, would still wait. Queues served in turn have laws of their own. */
function isOverdue(kernel: Kernel, process: Process): boolean {
	const { wait } = process;
	if (process.call === null || wait === null || isServedInTurn(wait)) return true;
	// As on Linux, a child that moves to another group wakes no parent that waits for its old one.
	if (wait.on === "child" && (wait.who === 0 || wait.who < -1)) return true;
	const { journal } = kernel;
	const mark = journal.mark();
	const before = kernel.events.length;
	wake(kernel, process, null);
	const outcome = call(kernel, process.pid, process.call, null);
	journal.undo(mark);
	kernel.events.length = before;
	return outcome.kind === "blocked";
}

function queueLaws(kernel: Kernel, law: Law): void {
	const { pipes, processes, queues, scheduler, terminals } = kernel.state;
	const once = (queue: readonly Pid[], where: string, right: (process: Process) => boolean) => {
		law(new Set(queue).size === queue.length, `${where}: somebody is in it twice`);
		for (const pid of queue) {
			const process = processes[pid];
			law(process !== undefined && right(process), `${where}: ${pid} should not be in it`);
		}
	};
	const having = [scheduler.running, scheduler.beside?.running].filter((pid) => pid != null);
	const runnable = [...scheduler.queue, ...having];
	once(runnable, "ready queue", ({ state }) => state === "ready");
	for (const process of Object.values(processes)) {
		if (process.state === "ready") law(runnable.includes(process.pid), `${process.pid} is ready in no queue`);
		if (process.state === "waiting") inItsQueues(kernel, process, law);
	}
	for (const { id, openQueue, pollers, readQueue, writeQueue } of Object.values(pipes)) {
		once(openQueue, `openers of pipe ${id}`, waitsOn("other-end"));
		once(readQueue, `readers of pipe ${id}`, waitsOn("pipe-not-empty"));
		once(writeQueue, `writers of pipe ${id}`, waitsOn("pipe-not-full"));
		once(pollers, `pollers of pipe ${id}`, waitsOn("poll"));
	}
	for (const { id, pollers, receiveQueue, sendQueue } of Object.values(queues)) {
		once(receiveQueue, `receivers at queue ${id}`, waitsOn("message"));
		once(sendQueue, `senders at queue ${id}`, waitsOn("queue-room"));
		once(pollers, `pollers of queue ${id}`, waitsOn("poll"));
	}
	for (const { id, pollers, readQueue, roomQueue, writeQueue } of Object.values(kernel.state.sockets)) {
		once(readQueue, `readers of socket ${id}`, ({ state, wait }) =>
			waitsOn(wait?.on === "connection" ? "connection" : "socket-not-empty")({ state, wait } as Process),
		);
		once(writeQueue, `writers of socket ${id}`, waitsOn("socket-not-full"));
		once(roomQueue, `guests of socket ${id}`, waitsOn("place-in-queue"));
		once(pollers, `pollers of socket ${id}`, waitsOn("poll"));
	}
	for (const { id, pollers, readQueue } of Object.values(terminals)) {
		once(readQueue, `readers of terminal ${id}`, waitsOn("terminal-input"));
		once(pollers, `pollers of terminal ${id}`, waitsOn("poll"));
	}
}

function waitsOn(on: Wait["on"]) {
	return ({ state, wait }: Process) => state === "waiting" && wait?.on === on;
}

function inItsQueues(kernel: Kernel, { pid, wait }: Process, law: Law): void {
	const { pipes, queues, terminals } = kernel.state;
	const queued = (queue: readonly Pid[] | undefined) =>
		law(queue?.includes(pid) === true, `${pid} is in no queue`);
	if (wait?.on === "pipe-not-empty") queued(pipes[wait.pipe]?.readQueue);
	else if (wait?.on === "pipe-not-full") queued(pipes[wait.pipe]?.writeQueue);
	else if (wait?.on === "other-end") queued(pipes[wait.pipe]?.openQueue);
	else if (wait?.on === "message") queued(queues[wait.queue]?.receiveQueue);
	else if (wait?.on === "queue-room") queued(queues[wait.queue]?.sendQueue);
	else if (wait?.on === "terminal-input") queued(terminals[wait.terminal]?.readQueue);
	else if (wait?.on === "socket-not-empty" || wait?.on === "connection") {
		queued(kernel.state.sockets[wait.socket]?.readQueue);
	} else if (wait?.on === "socket-not-full") queued(kernel.state.sockets[wait.socket]?.writeQueue);
	else if (wait?.on === "place-in-queue") queued(kernel.state.sockets[wait.socket]?.roomQueue);
	else if (wait?.on === "poll") {
		for (const object of wait.objects) {
			if (object.kind === "pipe") queued(pipes[object.id]?.pollers);
			if (object.kind === "queue") queued(queues[object.id]?.pollers);
			if (object.kind === "socket") queued(kernel.state.sockets[object.id]?.pollers);
			if (object.kind === "terminal") queued(terminals[object.id]?.pollers);
		}
	}
}
