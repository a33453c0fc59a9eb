// A scripted world for tests: processes that do what the test says, call by call; the laws are checked after each.
import { type BootOptions, boot, spawn } from "./boot.ts";
import { call } from "./calls.ts";
import { advance } from "./clock.ts";
import * as C from "./constants.ts";
import { type Delivery, deliver, fault } from "./delivery.ts";
import { type Kernel, processOf } from "./kernel.ts";
import { endInput, type } from "./keyboard.ts";
import { laws } from "./laws.ts";
import { profiles } from "./limits.ts";
import type { Outcome } from "./outcome.ts";
import type { RuleId } from "./rules.ts";
import { readyProcesses, switchTo } from "./scheduler.ts";
import { nextSignal } from "./signal-facts.ts";
import type { Limits, Pipe, Process } from "./state.ts";
import type { Disposition, FileStatus, Reply, SignalInfo, SystemCall } from "./system-calls.ts";
import type { Pid, Ticks } from "./words.ts";

/** What a call came to: bytes as text, a number, an errno, or that it has not returned (yet, or ever). */
export type Result = number | string;

export interface WorldOptions {
	readonly limits?: Partial<Limits>;
	readonly profile?: "linux" | "lesson";
	readonly programs?: readonly string[];
	readonly files?: NonNullable<BootOptions["files"]>;
	readonly stdin?: string;
	/** A person sits at the terminal. */
	readonly interactive?: boolean;
	/** What is typed appears. */
	readonly echoes?: boolean;
}

export function world(options: WorldOptions = {}): World {
	return new World(options);
}

export class World {
	readonly kernel: Kernel;
	readonly actors = new Map<Pid, Actor>();

	constructor(options: WorldOptions) {
		const interactive = options.interactive === true;
		const bytes = ascii(options.stdin ?? "");
		const echoes = options.echoes === true;
		const stdin = { interactive, echoes, bytes, ended: options.stdin !== undefined };
		this.kernel = boot({
			limits: { ...profiles[options.profile ?? "linux"], ...options.limits },
			programs: options.programs ?? [],
			files: options.files ?? {},
			terminal: { stdin, stdout: { interactive }, stderr: { interactive } },
		});
	}

	process(): Actor {
		return this.actor(spawn(this.kernel, "test"));
	}

	actor(pid: Pid): Actor {
		const known = this.actors.get(pid) ?? new Actor(this, pid);
		this.actors.set(pid, known);
		return known;
	}

	/** Lets all who were woken go on, longest ready first, until each has returned or sleeps again. */
	run(): void {
		for (;;) {
			const next = readyProcesses(this.kernel).find((pid) => this.mustGoOn(pid));
			if (next === undefined) return;
			switchTo(this.kernel, next);
			this.actor(next).goOn();
		}
	}

	private mustGoOn(pid: Pid): boolean {
		const process = processOf(this.kernel, pid);
		return process.call !== null || nextSignal(this.kernel, process) !== null;
	}

	pass(ticks: Ticks): void {
		advance(this.kernel, ticks);
		this.check();
		this.run();
	}

	type(text: string): void {
		type(this.kernel, ascii(text));
		this.check();
		this.run();
	}

	endInput(): void {
		endInput(this.kernel);
		this.check();
		this.run();
	}

	output(): string {
		return Object.values(this.kernel.state.terminals)
			.flatMap((terminal) => terminal.output)
			.map(({ bytes }) => text(bytes))
			.join("");
	}

	check(): void {
		const broken = laws(this.kernel);
		if (broken.length > 0) throw new Error(broken.join("\n"));
	}
}

export interface Handler {
	readonly flags?: number;
	readonly mask?: readonly number[];
	readonly run?: () => void;
}

export class Actor {
	/** What its last call came to. */
	result: Result = 0;
	rule: RuleId | null = null;
	reply: Reply | null = null;
	/** Signals whose handlers ran, in the order in which they ran. */
	readonly handled: number[] = [];
	readonly infos: SignalInfo[] = [];
	private readonly handlers: Handler[] = [];

	readonly world: World;
	readonly pid: Pid;

	constructor(world: World, pid: Pid) {
		this.world = world;
		this.pid = pid;
	}

	get process(): Process {
		return processOf(this.world.kernel, this.pid);
	}

	/** Its state, or "gone". */
	get state(): string {
		return this.world.kernel.state.processes[this.pid]?.state ?? "gone";
	}

	/** How it ended, as wait's status word. */
	get ended(): number | null {
		return this.world.kernel.state.ended[this.pid]?.status ?? null;
	}

	ask(asked: SystemCall): Result {
		const outcome = call(this.world.kernel, this.pid, asked, null);
		this.world.check();
		return this.take(asked, outcome);
	}

	/** Makes the call again that it was woken in, or acts on its signals. */
	goOn(): void {
		const asked = this.process.call;
		if (asked === null) this.toUserMode();
		else this.ask(asked);
	}

	private take(asked: SystemCall, outcome: Outcome): Result {
		this.rule = outcome.rule;
		this.result = resultOf(outcome);
		this.reply = outcome.kind === "done" || outcome.kind === "failed" ? outcome.reply : null;
		if (outcome.kind === "blocked" || outcome.kind === "ended") return this.result;
		const { reply, result, rule } = this;
		this.toUserMode();
		if (outcome.kind === "restarts" && this.state === "ready") return this.ask(asked);
		this.reply = reply;
		this.rule = rule;
		this.result = this.state === "ready" || this.state === "stopped" ? result : "ended";
		return this.result;
	}

	private toUserMode(): void {
		const frames: Delivery[] = [];
		while (this.state === "ready") {
			const delivery = deliver(this.world.kernel, this.pid);
			this.world.check();
			if (delivery === null) break;
			frames.unshift(delivery);
		}
		for (const { handler, info, signal } of frames) {
			this.handled.push(signal);
			this.infos.push(info);
			this.handlers[handler]?.run?.();
			this.ask({ name: "sigreturn" });
		}
	}

	handle(signal: number, handler: Handler = {}): Result {
		this.handlers.push(handler);
		const { flags = 0, mask = [] } = handler;
		const index = this.handlers.length - 1;
		return this.dispose(signal, { action: "handle", handler: index, mask, flags });
	}

	dispose(signal: number, disposition: Disposition): Result {
		return this.ask({ name: "sigaction", signal, disposition });
	}

	ignore(signal: number): Result {
		return this.dispose(signal, { action: "ignore" });
	}

	default(signal: number): Result {
		return this.dispose(signal, { action: "default" });
	}

	mask(how: number, ...set: number[]): Result {
		return this.ask({ name: "sigprocmask", how, set });
	}

	block(...set: number[]): Result {
		return this.mask(C.SIG_BLOCK, ...set);
	}

	unblock(...set: number[]): Result {
		return this.mask(C.SIG_UNBLOCK, ...set);
	}

	pending(): readonly number[] {
		this.ask({ name: "sigpending" });
		return this.reply?.kind === "signals" ? this.reply.signals : [];
	}

	raise(signal: number): Result {
		return this.ask({ name: "raise", signal });
	}

	kill(to: Pid, signal: number): Result {
		return this.ask({ name: "kill", pid: to, signal });
	}

	fault(signal: number): void {
		fault(this.world.kernel, this.pid, signal, 0);
		this.toUserMode();
		this.world.check();
	}

	pipe(flags = 0): Result {
		return this.ask({ name: "pipe", flags });
	}

	/** A new pipe, as its two descriptors. */
	newPipe(flags = 0): readonly [number, number] {
		this.pipe(flags);
		if (this.reply?.kind !== "descriptors") throw new Error(`no pipe: ${this.result}`);
		return [this.reply.read, this.reply.write];
	}

	/** The record of the pipe behind a descriptor. */
	pipeAt(fd: number): Pipe {
		const id = this.process.descriptors[fd]?.openFile ?? 0;
		const object = this.world.kernel.state.openFiles[id]?.object;
		return this.world.kernel.state.pipes[object?.kind === "pipe" ? object.id : 0] as Pipe;
	}

	read(fd: number, count: number): Result {
		return this.ask({ name: "read", fd, count });
	}

	/** Writes a text, or so many bytes of "x". */
	write(fd: number, what: string | number): Result {
		return this.ask({ name: "write", fd, bytes: ascii(typeof what === "string" ? what : "x".repeat(what)) });
	}

	pread(fd: number, count: number, offset: number): Result {
		return this.ask({ name: "pread", fd, count, offset });
	}

	pwrite(fd: number, what: string, offset: number): Result {
		return this.ask({ name: "pwrite", fd, bytes: ascii(what), offset });
	}

	open(path: string, flags = 0, mode = 0o644): Result {
		return this.ask({ name: "open", path, flags, mode });
	}

	close(fd: number): Result {
		return this.ask({ name: "close", fd });
	}

	dup(fd: number): Result {
		return this.ask({ name: "dup", fd });
	}

	dup2(from: number, to: number): Result {
		return this.ask({ name: "dup2", from, to });
	}

	dup3(from: number, to: number, flags: number): Result {
		return this.ask({ name: "dup3", from, to, flags });
	}

	fcntl(fd: number, command: number, argument = 0): Result {
		return this.ask({ name: "fcntl", fd, command, argument });
	}

	nonblock(fd: number): Result {
		return this.fcntl(fd, C.F_SETFL, C.O_NONBLOCK);
	}

	lseek(fd: number, offset: number, whence: number = C.SEEK_SET): Result {
		return this.ask({ name: "lseek", fd, offset, whence });
	}

	unread(fd: number): Result {
		this.ask({ name: "ioctl", fd, request: C.FIONREAD });
		return this.reply?.kind === "count" ? this.reply.count : this.result;
	}

	fstat(fd: number): FileStatus {
		this.ask({ name: "fstat", fd });
		if (this.reply?.kind !== "stat") throw new Error(`no status: ${this.result}`);
		return this.reply.stat;
	}

	fork(): Actor {
		const outcome = this.ask({ name: "fork" });
		if (typeof outcome === "string") throw new Error(`fork: ${outcome}`);
		const child = this.world.actor(outcome);
		child.handlers.push(...this.handlers);
		return child;
	}

	exit(status = 0): Result {
		return this.ask({ name: "exit", status });
	}

	exec(path: string, ...argv: string[]): Result {
		return this.ask({ name: "execve", path, argv, envp: [] });
	}

	/** waitpid; the status goes to `status`. */
	wait(who = -1, options = 0): Result {
		return this.ask({ name: "wait4", who, options });
	}

	waitid(type: number, id: number, options: number): Result {
		return this.ask({ name: "waitid", type, id, options });
	}

	/** The status word that the last wait stored. */
	get status(): number | null {
		return this.reply?.kind === "status" ? this.reply.status : null;
	}

	/** The siginfo that the last waitid or sigtimedwait stored. */
	get info(): SignalInfo | null {
		return this.reply?.kind === "status" || this.reply?.kind === "info" ? this.reply.info : null;
	}

	/** Polls descriptors; the events go to `events`. */
	poll(entries: readonly (readonly [fd: number, events: number])[], timeout: Ticks | null = 0): Result {
		const asked = entries.map(([fd, events]) => ({ fd, events }));
		return this.ask({ name: "poll", entries: asked, timeout });
	}

	/** The revents of the last poll, as names: "IN|HUP". */
	get events(): readonly string[] {
		return this.reply?.kind === "ready" ? this.reply.events.map(eventNames) : [];
	}

	/** The revents of one descriptor, asked for IN and OUT, now. */
	ready(fd: number, events: number = C.POLLIN | C.POLLOUT): string {
		this.poll([[fd, events]]);
		return this.events[0] ?? "";
	}

	select(sets: { read?: number[]; write?: number[]; except?: number[] }, more: SelectMore = {}): Result {
		const { read = [], write = [], except = [] } = sets;
		const { highest = 64, timeout = 0 } = more;
		return this.ask({ name: "select", read, write, except, highest, timeout });
	}
}

interface SelectMore {
	readonly highest?: number;
	readonly timeout?: Ticks | null;
}

function resultOf(outcome: Outcome): Result {
	switch (outcome.kind) {
		case "done":
			return outcome.reply?.kind === "bytes" ? text(outcome.reply.bytes) : outcome.value;
		case "failed":
			return outcome.errno;
		case "forked":
			return outcome.child;
		case "blocked":
		case "restarts":
		case "replaced":
		case "ended":
			return outcome.kind;
	}
}

export function ascii(chars: string): Uint8Array {
	const bytes = new Uint8Array(chars.length);
	for (let i = 0; i < chars.length; i++) bytes[i] = chars.charCodeAt(i);
	return bytes;
}

export function text(bytes: Uint8Array): string {
	let chars = "";
	for (let at = 0; at < bytes.length; at += 8192)
		chars += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return chars;
}

const eventBits = [
	["IN", C.POLLIN],
	["OUT", C.POLLOUT],
	["ERR", C.POLLERR],
	["HUP", C.POLLHUP],
	["NVAL", C.POLLNVAL],
] as const;

function eventNames(bits: number): string {
	return eventBits
		.filter(([, bit]) => (bits & bit) !== 0)
		.map(([name]) => name)
		.join("|");
}
