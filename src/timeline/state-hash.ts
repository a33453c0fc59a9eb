// Which states are one for the explorer: those from which the same can follow, whatever numbers their objects were given.

import { Hash } from "../base/index.ts";
import type { ComputerSnapshot } from "../computer/index.ts";
import type { KernelState, ObjectId } from "../kernel/index.ts";
import type { Subject } from "./subject.ts";

/** Fields that depend on when something happened, or that only tell the story: they make no state different. */
const STORY: ReadonlySet<string> = new Set([
	"clock",
	"scheduler",
	"since",
	"counts",
	"at",
	"accessed",
	"modified",
	"changed",
	"rests",
	"sentAt",
	"receivedAt",
	"origin",
	"place",
	"forkedAt",
	// Who wrote a byte cannot be seen by who reads it.
	"dyes",
	// A saved output may have grown since: it is looked at apart.
	"output",
]);

/** A name in a directory may be any word, but what it stands for is a record. */
function isStory(key: string, field: unknown): boolean {
	return STORY.has(key) && !(typeof field === "object" && field !== null && "kind" in field);
}

/** Where the kernel keeps what can be made while it runs; all of it is numbered in one row. */
const TABLES = [
	"openFiles",
	"pipes",
	"sockets",
	"socketFiles",
	"files",
	"fifos",
	"symlinks",
	"queues",
	"directories",
] as const satisfies readonly (keyof KernelState)[];

/** What the rest of the state says by itself: these are followed object by object, or say only how many there were. */
const APART: ReadonlySet<string> = new Set([...TABLES, "processes", "nextObject"]);

/** Fields that hold an object's number, or a list of them. */
const NUMBERS: ReadonlySet<string> = new Set([
	"id",
	"openFile",
	"pipe",
	"fifo",
	"socket",
	"terminal",
	"queue",
	"object",
	"sender",
	"rights",
	"node",
	"peer",
	"pending",
	"listener",
	"shows",
	"parent",
	"cwd",
	"queueDirectory",
	"procDirectory",
]);

/** Records in which a field of such a name is something else: the arguments of a call, a timer's own number. */
const WITHOUT_NUMBERS: ReadonlySet<string> = new Set(["call", "timers", "signals"]);

/** A record without the numbers in it, and those numbers in the order in which they stand there. */
interface Shape {
	readonly hash: number;
	readonly numbers: readonly ObjectId[];
}

const plainHashes = new WeakMap<object, number>();
const shapes = new WeakMap<object, Shape>();
const taskHashes = new WeakMap<object, number>();

/** Gives a state its hash: equal for states from which the same can follow. */
export class StateHash {
	readonly #start: KernelState;
	/** Numbers from here on were given in this run, and nobody but the kernel knows them. */
	readonly #firstNew: ObjectId;

	/** `renumbered`: objects made in the run count as they are come upon, not as they were numbered. */
	constructor(start: KernelState, renumbered: boolean) {
		this.#start = start;
		this.#firstNew = renumbered ? start.nextObject : Number.POSITIVE_INFINITY;
	}

	/** Parts that snapshots share are hashed once. */
	of(snapshot: ComputerSnapshot, subject: Subject): number {
		const { kernel, tasks } = snapshot;
		const hash = new Hash();
		const { state, outputs } = kernel;
		this.#state(hash, state);
		if (state.timer !== null) hash.number(state.clock);
		Object.values(state.terminals).forEach(({ output }, i) => {
			for (let k = 0; k < (outputs[i] ?? 0); k++) hash.number(plainHash(output[k] as object));
		});
		for (const [pid, task] of [...tasks].sort(([a], [b]) => a - b)) {
			let known = taskHashes.get(task);
			if (known === undefined) {
				known = subject.processors.get(pid)?.fingerprint() ?? 0;
				taskHashes.set(task, known);
			}
			hash.number(pid);
			hash.text(task.stand.kind);
			hash.number(known);
		}
		return hash.digest();
	}

	/** From the processes to what they hold, and on: so an object's place in the row depends on who leads to it alone. */
	#state(hash: Hash, state: KernelState): void {
		const first = this.#firstNew;
		const order = new Map<ObjectId, number>();
		const found: ObjectId[] = [];
		const come = ({ hash: own, numbers }: Shape): void => {
			hash.number(own);
			for (const id of numbers) {
				// Those of the boot keep their numbers, as do those that /proc makes of pids.
				if (id < first || id >= PROC) {
					hash.number(id);
					continue;
				}
				let place = order.get(id);
				if (place === undefined) {
					place = order.size;
					order.set(id, place);
					found.push(id);
				}
				hash.number(-1 - place);
			}
		};
		come(shapeOf(state, APART));
		for (const process of Object.values(state.processes)) come(shapeOf(process));
		for (const table of TABLES) this.#old(hash, state[table], this.#start[table], come);
		for (const queue of Object.values(state.queues)) {
			if (queue.family === "system-v") come({ hash: queue.msqid, numbers: [queue.id] });
		}
		for (let i = 0; i < found.length; i++) {
			TABLES.forEach((table, which) => {
				const record = state[table][found[i] as ObjectId];
				if (record === undefined) return;
				hash.number(which);
				come(shapeOf(record));
			});
		}
		for (const table of TABLES) {
			for (const [id, record] of Object.entries(state[table])) {
				if (Number(id) < first || order.has(Number(id))) continue;
				// Nobody leads to it: it counts by its number.
				hash.text(id);
				come(shapeOf(record));
			}
		}
	}

	/** What was there at the start and is not as it was. */
	#old(
		hash: Hash,
		now: { readonly [id: ObjectId]: object },
		then: { readonly [id: ObjectId]: object },
		come: (shape: Shape) => void,
	): void {
		if (now === then) return;
		for (const [id, record] of Object.entries(now)) {
			if (Number(id) >= this.#firstNew || isSame(record, then[Number(id)])) continue;
			hash.text(id);
			come(shapeOf(record));
		}
		for (const id of Object.keys(then)) if (now[Number(id)] === undefined) hash.text(`no ${id}`);
	}
}

/** Where the numbers of /proc begin. */
const PROC: ObjectId = 0x4000_0000;

function isSame(record: object, other: object | undefined): boolean {
	if (record === other || other === undefined) return record === other;
	const [one, two] = [shapeOf(record), shapeOf(other)];
	if (one.hash !== two.hash || one.numbers.length !== two.numbers.length) return false;
	return one.numbers.every((id, i) => id === two.numbers[i]);
}

function shapeOf(record: object, without: ReadonlySet<string> = NONE): Shape {
	const known = shapes.get(record);
	if (known !== undefined) return known;
	const hash = new Hash();
	const numbers: ObjectId[] = [];
	for (const key of Object.keys(record).sort()) {
		const field = (record as Record<string, unknown>)[key];
		if (isStory(key, field) || without.has(key)) continue;
		hash.text(key);
		if (isOwner(key, record) || NUMBERS.has(key)) {
			if (typeof field === "number") {
				numbers.push(field);
				continue;
			}
			if (Array.isArray(field) && field.every((one) => typeof one === "number")) {
				hash.number(field.length);
				numbers.push(...field);
				continue;
			}
		}
		if (typeof field !== "object" || field === null) hash.plain(field);
		else if (WITHOUT_NUMBERS.has(key) || field instanceof Uint8Array) hash.number(plainHash(field));
		else {
			const inner = shapeOf(field);
			hash.number(inner.hash);
			hash.number(inner.numbers.length);
			numbers.push(...inner.numbers);
		}
	}
	const shape = { hash: hash.digest(), numbers };
	shapes.set(record, shape);
	return shape;
}

const NONE: ReadonlySet<string> = new Set();

/** The owner of a lock is a description's number, unless it is a process. */
function isOwner(key: string, record: object): boolean {
	return key === "owner" && "by" in record && record.by !== "process";
}

function plainHash(value: object): number {
	const known = plainHashes.get(value);
	if (known !== undefined) return known;
	const hash = new Hash();
	if (value instanceof Uint8Array) hash.bytes(value);
	else {
		for (const key of Object.keys(value).sort()) {
			const field = (value as Record<string, unknown>)[key];
			if (isStory(key, field)) continue;
			hash.text(key);
			if (typeof field === "object" && field !== null) hash.number(plainHash(field));
			else hash.plain(field);
		}
	}
	const digest = hash.digest();
	plainHashes.set(value, digest);
	return digest;
}
