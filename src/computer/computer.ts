// A computer: the kernel, one processor per process, and the loop that takes one step after the other.

import { encodeText, Hash, invariant, unreachable } from "../base/index.ts";
import type {
	Kernel,
	KernelEvent,
	KernelState,
	Outcome,
	Pid,
	Place,
	Process,
	SystemCall,
	Wait,
} from "../kernel/index.ts";
import * as os from "../kernel/index.ts";
import { type Fault, type Frame, HEAP_MAX, type Processor } from "../machine/index.ts";
import { CONTEXT_SWITCH, copying, DELIVERY, STATEMENT, SYSTEM_CALL } from "./costs.ts";
import { type Decision, Decisions } from "./decisions.ts";
import { firstName, load, nameInBin, type Software } from "./loader.ts";
import type { Options } from "./options.ts";
import { type SavedState, StateSaver } from "./saved-state.ts";
import { chooseNext } from "./schedule.ts";
import type { Unwritten } from "./streams.ts";
import { Task, type TaskSnapshot } from "./task.ts";
import { Trapped } from "./trapped.ts";
import { LIBRARY_ROUND_WORK, workOf } from "./work.ts";

/** How a run ended, told of the first process; a run goes on until every process has ended or waits for ever. */
export type RunOutcome =
	| { readonly kind: "exited"; readonly status: number }
	| { readonly kind: "killed"; readonly signal: number }
	/** Somebody waits, and nothing can ever wake anybody. */
	| { readonly kind: "stuck" }
	/** `maxSteps` steps are taken, or `maxWork` is done. */
	| { readonly kind: "limit" };

/** What some steps did. All but the last of them produced no event. */
export interface StepInfo {
	/** 0 when nothing can happen before somebody types, or the run is over. */
	readonly steps: number;
	/** Who took the last step; null when time passed. */
	readonly pid: Pid | null;
	readonly events: readonly KernelEvent[];
	readonly outcome: RunOutcome | null;
}

/** What is known of a process that has ended. */
export interface Ending {
	/** The user's line on which it stood. */
	readonly place: Place | null;
	/** What the processor could not do, when that killed it. */
	readonly fault: Fault | null;
	/** Then the calls of the user's functions in which it stood, the innermost few first; else none. */
	readonly stack: readonly Frame[];
	/** What it had printed and never written, because it ended without flushing. */
	readonly unwritten: readonly Unwritten[];
	/** The bytes of the heap that it asked for last and was not given, or null. */
	readonly heapRefused: number | null;
}

/** Everything that can change, at one moment; nothing in it ever changes. */
export interface ComputerSnapshot {
	readonly step: number;
	readonly work: number;
	readonly kernel: SavedState;
	readonly tasks: ReadonlyMap<Pid, TaskSnapshot>;
	readonly endings: ReadonlyMap<Pid, Ending>;
	readonly turn: Turn;
	readonly turnBeside: Turn;
	readonly held: ReadonlySet<Pid>;
	readonly outcome: RunOutcome | null;
	/** Decisions of this very step that have already taken effect. */
	readonly decided: number;
}

/** The stretch of steps since the running process got the processor. */
interface Turn {
	/** Statements of it. */
	readonly used: number;
	/** A call was answered: the processor may change hands. */
	readonly over: boolean;
	/** It was given away (sched_yield), or the quantum is used up. */
	readonly yielded: boolean;
}

/** What a login runs. */
const SHELL = "sh";
const NOBODY: ReadonlySet<Pid> = new Set();

/** Bytes of a small program that Linux counts for RLIMIT_AS beside its heap. */
const BESIDE_HEAP = 5 << 19;
const NEW_TURN: Turn = { used: 0, over: false, yielded: false };

/** Boots a computer with the software's first program about to begin. */
export function start(software: Software, options: Options, decisions: readonly Decision[] = []): Computer {
	return new Computer(software, options, decisions);
}

export class Computer {
	readonly software: Software;
	readonly options: Options;
	/** The first process. */
	readonly first: Pid;
	readonly decisions: Decisions;
	#kernel: Kernel;
	#step = 0;
	#tasks = new Map<Pid, Task>();
	#endings: ReadonlyMap<Pid, Ending> = new Map();
	/** `#endings` is part of a snapshot: it is not to be changed in place. */
	#endingsAreShared = false;
	#turn = NEW_TURN;
	/** Of the process that has the other processor, where there are two. */
	#turnBeside = NEW_TURN;
	#outcome: RunOutcome | null = null;
	#held = NOBODY;
	/** Who took the last step. */
	#actor: Pid | null = null;
	readonly #saver = new StateSaver();
	/** Beyond the steps. */
	#extraWork = 0;

	readonly #memoryOf = (pid: Pid) => this.#tasks.get(pid)?.processor.memory;

	constructor(software: Software, options: Options, decisions: readonly Decision[]) {
		this.software = software;
		this.options = options;
		this.decisions = new Decisions(decisions);
		this.#kernel = { ...boot(software, options), memoryOf: this.#memoryOf };
		const argv = [firstName(software), ...options.args];
		const envp = Object.entries(options.env).map(([name, value]) => `${name}=${value}`);
		const user = userOf(software.first, options);
		this.first = os.spawn(this.#kernel, software.first, user, argv, envp, options.stdin.source);
		this.#tasks.set(this.first, load(software, software.first, argv, envp));
		if (options.stdin.attended && firstName(software) === SHELL) os.leadSession(this.#kernel, this.first);
	}

	/** The records, what has just happened, and in the journal what the last `advance` changed. */
	get kernel(): Kernel {
		return this.#kernel;
	}

	/** Of processes that have not ended. */
	get processors(): ReadonlyMap<Pid, Processor> {
		return new Map([...this.#tasks].map(([pid, task]) => [pid, task.processor]));
	}

	/** Steps taken so far. */
	get step(): number {
		return this.#step;
	}

	/** What the run has cost so far, in steps of which those that cost much count for more. */
	get work(): number {
		return this.#step + this.#extraWork;
	}

	/** Null while it can go on. */
	get outcome(): RunOutcome | null {
		return this.#outcome;
	}

	/** Nobody can go on before something is typed. */
	get waitsForInput(): boolean {
		return this.#outcome === null && this.#isIdle() && this.#awaitsTyping();
	}

	/** Takes at most `budget` steps; stops early after a step that produced events. */
	advance(budget: number): StepInfo {
		const kernel = this.#kernel;
		const begin = this.#step;
		kernel.events = [];
		this.#saver.note(kernel.journal);
		kernel.journal.forget();
		while (this.#outcome === null && this.#step - begin < budget && kernel.events.length === 0) {
			const taken = this.#take(budget - (this.#step - begin));
			this.#step += taken;
			// With two processors each step may be somebody else's.
			if (taken === 0 || kernel.state.scheduler.beside !== null) break;
		}
		if (kernel.events.length > 0) this.#settle();
		for (const event of kernel.events) this.#extraWork += workOf(event, this.#tasks.size);
		// At once, so that whoever stands at the last step sees that it is the last.
		if (this.#outcome === null && this.#isSpent()) this.#outcome = { kind: "limit" };
		const steps = this.#step - begin;
		return { steps, pid: this.#actor, events: kernel.events, outcome: this.#outcome };
	}

	/** Who was there when somebody logged in: it stands still as long as anybody else can go on. */
	get held(): ReadonlySet<Pid> {
		return this.#held;
	}

	/** Who could take the next step, longest ready first; last, who is held back. */
	choices(): Pid[] {
		const ready = os.readyProcesses(this.#kernel);
		const beside = this.#kernel.state.scheduler.beside?.running ?? null;
		if (beside !== null) ready.push(beside);
		return this.decisions.logins ? [...new Set([...this.#inTurn(ready), ...ready])] : ready;
	}

	/** The user's line on which a process stands; of one that has ended, stood. */
	placeOf(pid: Pid): Place | null {
		const task = this.#tasks.get(pid);
		return task === undefined ? (this.#endings.get(pid)?.place ?? null) : task.place();
	}

	/** What a process has printed that its streams still hold. */
	unwritten(pid: Pid): readonly Unwritten[] {
		const task = this.#tasks.get(pid);
		return task === undefined ? (this.#endings.get(pid)?.unwritten ?? []) : task.unwritten;
	}

	/** The calls of the user's functions of a process, innermost first, and at most so many; none once it has ended. */
	stack(pid: Pid, most?: number): readonly Frame[] {
		return this.#tasks.get(pid)?.processor.stack(most) ?? [];
	}

	/** What is known of the end of a process, or null while it lives. */
	endingOf(pid: Pid): Ending | null {
		return this.#endings.get(pid) ?? null;
	}

	/** A variable of a process as text, looked up from the innermost of the user's frames out to the globals; null: none. */
	variable(pid: Pid, name: string): string | null {
		for (const frame of this.#tasks.get(pid)?.processor.stack() ?? []) {
			const found = frame.variables.find((variable) => variable.name === name);
			if (found !== undefined) return found.value;
		}
		return this.#tasks.get(pid)?.processor.global(name)?.value ?? null;
	}

	/** What the processes have written to a terminal (or to the stream that stands for one). */
	output(stream: "stdout" | "stderr"): Uint8Array {
		return outputOf(this.#kernel.state, stream);
	}

	// ---- a host with a real standard input, whose run nobody travels ----

	/** Bytes come on standard input now, and not by a decision: the run cannot be taken again. */
	type(bytes: Uint8Array): void {
		os.type(this.#kernel, bytes);
	}

	/** Standard input ends now, and not by a decision. */
	endInput(): void {
		os.endInput(this.#kernel);
	}

	/** Drops what the processes have written so far: for a host that has passed it on. */
	forgetOutput(): void {
		const { journal, state } = this.#kernel;
		for (const terminal of Object.values(state.terminals)) {
			if (terminal.output.length > 0) journal.set(terminal, "output", []);
		}
	}

	// ---- time travel ----

	snapshot(): ComputerSnapshot {
		const { journal, state } = this.#kernel;
		this.#saver.note(journal);
		this.#endingsAreShared = true;
		return {
			step: this.#step,
			work: this.work,
			kernel: this.#saver.save(state),
			tasks: new Map([...this.#tasks].map(([pid, task]) => [pid, task.snapshot()])),
			endings: this.#endings,
			turn: this.#turn,
			turnBeside: this.#turnBeside,
			held: this.#held,
			outcome: this.#outcome,
			decided: this.decisions.takenAt(this.#step),
		};
	}

	/** Goes to a snapshot of this run, or of a run with the same beginning; the decisions stay this computer's. */
	restore(snapshot: ComputerSnapshot): void {
		this.#step = snapshot.step;
		this.#extraWork = snapshot.work - snapshot.step;
		const { journal, state } = this.#kernel;
		this.#saver.note(journal);
		journal.forget();
		const restored = this.#saver.restore(snapshot.kernel, state);
		this.#kernel = { state: restored, journal, events: [], memoryOf: this.#memoryOf };
		const before = this.#tasks;
		this.#tasks = new Map();
		for (const [pid, saved] of snapshot.tasks) {
			let task = before.get(pid);
			if (task?.processor.image !== saved.image) task = Task.from(saved);
			task.restore(saved);
			this.#tasks.set(pid, task);
		}
		this.#endings = snapshot.endings;
		this.#endingsAreShared = true;
		this.#turn = snapshot.turn;
		this.#turnBeside = snapshot.turnBeside;
		this.#held = snapshot.held;
		this.#outcome = snapshot.outcome;
		this.#actor = null;
		this.decisions.rewind(snapshot.step, snapshot.decided);
		// The run that was over there goes on when something is decided there.
		const over = snapshot.outcome !== null && snapshot.outcome.kind !== "limit";
		if (over && this.decisions.distance(snapshot.step) === 0) this.#outcome = null;
	}

	/** A number below 2^53 of everything that can change: equal states have equal ones. */
	fingerprint(): number {
		const hash = new Hash();
		hash.number(this.#step);
		hash.plain(this.#kernel.state);
		hash.plain({ ...this.#turn });
		hash.plain({ ...this.#turnBeside });
		for (const pid of this.#held) hash.number(pid);
		for (const [pid, task] of [...this.#tasks].sort(([a], [b]) => a - b)) {
			hash.number(pid);
			hash.text(task.stand.kind);
			hash.number(task.processor.fingerprint());
		}
		return hash.digest();
	}

	// ---- one step ----

	/** Takes between one and `budget` steps and returns how many; 0 when there is none to take. */
	#take(budget: number): number {
		if (this.#isSpent()) {
			this.#outcome = { kind: "limit" };
			return 0;
		}
		const decided = this.#decide();
		const forced =
			decided !== null && this.#kernel.state.processes[decided]?.state === "ready" ? decided : null;
		if (os.changeProcessor(this.#kernel, forced ?? undefined))
			[this.#turn, this.#turnBeside] = [this.#turnBeside, this.#turn];
		const pid = this.#choose(forced);
		if (pid === null) return this.#idle();
		this.#giveProcessor(pid);
		this.#actor = pid;
		// What a decision or the switch did belongs to the first step.
		const most = this.#kernel.events.length > 0 ? 1 : this.#distance(budget);
		const steps = this.#act(pid, this.#task(pid), most);
		os.catchUp(this.#kernel);
		this.#release();
		this.#bury();
		return steps;
	}

	#isSpent(): boolean {
		return (
			this.#step >= this.options.maxSteps || this.work >= (this.options.maxWork ?? Number.POSITIVE_INFINITY)
		);
	}

	/** Steps that can be taken in one go, at most `budget`: no decision, timer or end of a turn lies between them. */
	#distance(budget: number): number {
		const { scheduler, clock } = this.#kernel.state;
		const timer = this.#kernel.state.timer === null ? null : os.nextTimer(this.#kernel);
		return Math.max(
			1,
			Math.min(
				budget,
				this.options.maxSteps - this.#step,
				this.decisions.distance(this.#step),
				timer === null ? budget : (timer - clock) / STATEMENT,
				scheduler.beside?.running == null ? budget : 1,
				scheduler.queue.length === 0 ? budget : this.options.quantum - this.#turn.used,
			),
		);
	}

	/** Lets the decisions of this step take effect; returns who is to run, if one of them says so. */
	#decide(): Pid | null {
		let forced: Pid | null = null;
		for (;;) {
			const decision = this.decisions.take(this.#step);
			if (decision === null) return forced;
			switch (decision.kind) {
				case "run":
					forced = decision.pid;
					break;
				case "type":
					this.#type(encodeText(decision.text), decision.terminal);
					if (this.decisions.logins) this.#turn = { ...this.#turn, over: true };
					break;
				case "end-input":
					os.endInput(this.#kernel);
					break;
				case "login":
					this.#login();
					break;
				default:
					unreachable(decision);
			}
		}
	}

	/** Who is woken or signalled by a key is held back no longer. */
	#type(bytes: Uint8Array, terminal: number | undefined): void {
		const { events } = this.#kernel;
		const before = events.length;
		os.type(this.#kernel, bytes, terminal);
		const held = new Set(this.#held);
		for (const event of events.slice(before))
			if (event.kind === "wakes" || event.kind === "signal-sent") held.delete(event.pid);
		this.#held = held;
	}

	/** A shell of the run's user; where there is no /bin, nobody comes. */
	#login(): void {
		const { options, software } = this;
		if (software.userland?.names.includes(SHELL) !== true) return;
		const user = os.USERS[options.user] ?? os.USER;
		const argv = [SHELL, "-i"];
		this.#held = new Set(this.#tasks.keys());
		const shell = nameInBin(software, SHELL);
		const { envp, pid } = os.login(this.#kernel, shell, user, argv);
		this.#tasks.set(pid, load(software, shell, argv, envp));
		this.#turn = { ...this.#turn, over: true };
	}

	/** Those who are held back only when nobody else is ready. */
	#inTurn(ready: Pid[]): Pid[] {
		if (this.#held.size === 0) return ready;
		const first = ready.filter((pid) => !this.#held.has(pid));
		return first.length > 0 ? first : ready;
	}

	/** Who is woken, or sent a signal, by somebody who is not held back takes part from then on. A child is held as its parent is. */
	#release(): void {
		if (this.#held.size === 0) return;
		const kept = new Set(this.#held);
		for (const event of this.#kernel.events) {
			if (event.kind === "forks" && kept.has(event.pid)) kept.add(event.child);
			const by = event.kind === "wakes" ? event.by : event.kind === "signal-sent" ? event.from : null;
			if (by !== null && !kept.has(by) && "pid" in event) kept.delete(event.pid);
		}
		if (kept.size !== this.#held.size) this.#held = kept;
	}

	#choose(forced: Pid | null): Pid | null {
		const { running, queue } = this.#kernel.state.scheduler;
		if (forced !== null) {
			if (forced !== running || this.#turn.over) this.#turn = NEW_TURN;
			return forced;
		}
		const quantumUsed = this.#turn.used >= this.options.quantum;
		if (running !== null && !this.#turn.over && (!quantumUsed || queue.length === 0)) return running;
		const ready = this.#inTurn(os.readyProcesses(this.#kernel));
		if (ready.length === 0) return null;
		const yielded = this.#turn.yielded || quantumUsed;
		const pid = chooseNext(this.options.schedule, { step: this.#step, running, ready, yielded });
		this.#turn = NEW_TURN;
		return pid;
	}

	#giveProcessor(pid: Pid): void {
		const before = this.#kernel.state.scheduler.contextSwitches;
		os.switchTo(this.#kernel, pid);
		if (this.#kernel.state.scheduler.contextSwitches !== before) os.spend(this.#kernel, CONTEXT_SWITCH);
	}

	#act(pid: Pid, task: Task, budget: number): number {
		const process = this.#process(pid);
		if (process.call === null) {
			const delivery = os.deliver(this.#kernel, pid);
			if (delivery !== null) {
				const { SIGSEGV } = os.signals;
				const entered = task.enterHandler(delivery);
				if (!entered && delivery.signal === SIGSEGV) os.killAnyway(this.#kernel, pid, SIGSEGV);
				os.spend(this.#kernel, DELIVERY);
				return 1;
			}
			if (process.state !== "ready") return 1;
		}
		if (task.stand.kind !== "call") return this.#execute(pid, task, budget);
		this.#answer(pid, task);
		return 1;
	}

	/** Runs the program on to its next system call, or as far as the budget goes. */
	#execute(pid: Pid, task: Task, budget: number): number {
		const { [os.RLIMIT_DATA]: data = HEAP_MAX, [os.RLIMIT_AS]: all = Number.POSITIVE_INFINITY } =
			this.#process(pid).otherLimits;
		task.processor.memory.heapMost = Math.min(HEAP_MAX, data, all - BESIDE_HEAP);
		const pause = task.run(budget);
		this.#extraWork += task.ticks * LIBRARY_ROUND_WORK;
		const { used, over, yielded } = this.#turn;
		this.#turn = { used: used + task.steps, over, yielded };
		os.spend(this.#kernel, task.steps * STATEMENT);
		switch (pause.kind) {
			case "statements":
				break;
			case "call":
				this.#kernel.events.push({ kind: "calls", pid, call: pause.call });
				break;
			case "handler-returned":
				this.#leaveHandler(pid, pause.mask);
				break;
			case "fault":
				if (pause.fault.kind === "unsupported") os.killAnyway(this.#kernel, pid, os.signals.SIGSYS);
				else {
					const { fault } = pause;
					os.fault(this.#kernel, pid, signalOf(fault), fault.address, codeOf(fault));
				}
				break;
			default:
				unreachable(pause);
		}
		return task.steps;
	}

	/** The handler's return is a system call that no program makes knowingly: it is told as the end of the handler alone. */
	#leaveHandler(pid: Pid, mask: readonly number[]): void {
		const kernel = this.#kernel;
		os.call(kernel, pid, { name: "sigreturn", mask }, this.placeOf(pid));
		kernel.events = kernel.events.filter(({ kind }) => kind !== "returns");
	}

	/** Asks the kernel the call at which the process stands, for the first time or again. */
	#answer(pid: Pid, task: Task): void {
		const { stand } = task;
		if (stand.kind !== "call") return;
		const { badAddress, beyond, binding, call } = stand;
		const isSeen = badAddress && this.#allows(pid, call, beyond);
		const isRefused = isSeen && !this.#takesFirst(pid, call);
		const { executed } = this.#process(pid);
		let outcome = isRefused ? os.refuse(this.#kernel, pid, call) : this.#ask(pid, call);
		if (!isRefused && outcome.kind === "done") {
			const lands =
				!isSeen && (badAddress || (binding.lands?.(new Trapped(task.processor), outcome.reply) ?? true));
			if (!lands) outcome = this.#lose(pid, call, outcome);
		}
		if (outcome.kind === "replaced" && !executed) this.#giveMemoryBack(pid);
		this.#finish(pid, task, outcome);
		os.spend(this.#kernel, SYSTEM_CALL + copying(bytesMoved(call, outcome)));
		this.#turn = { used: this.#turn.used, over: true, yielded: call.name === "sched_yield" };
	}

	#ask(pid: Pid, call: SystemCall): Outcome {
		return os.call(this.#kernel, pid, call, this.placeOf(pid));
	}

	#finish(pid: Pid, task: Task, outcome: Outcome): void {
		switch (outcome.kind) {
			case "done":
				task.succeed(outcome.value, outcome.reply);
				return;
			case "failed":
				task.failWith(outcome.errno, outcome.reply);
				return;
			case "forked":
				this.#tasks.set(outcome.child, task.fork());
				task.succeed(outcome.child, null);
				return;
			case "replaced":
				this.#tasks.set(pid, load(this.software, outcome.program, outcome.argv, outcome.envp));
				return;
			case "blocked":
				this.#lendMemory(task, outcome.wait);
				return;
			case "restarts":
			case "ended":
				return;
			default:
				unreachable(outcome);
		}
	}

	/** vfork: the child runs on a copy of its parent's memory, which nobody else touches until it is given back. */
	#lendMemory(task: Task, wait: Wait): void {
		if (wait.on === "vfork" && !this.#tasks.has(wait.child)) this.#tasks.set(wait.child, task.fork());
	}

	/** What the child of vfork wrote is its parent's, too, until it becomes another program. */
	#giveMemoryBack(pid: Pid): void {
		for (const [lender, task] of this.#tasks) {
			const process = this.#kernel.state.processes[lender];
			if (process?.call?.name === "vfork" && process.progress.done === pid) task.takeMemory(this.#task(pid));
		}
	}

	/** A call on a descriptor that is not open, or not for that, fails for that reason before its pointers matter. */
	#allows(pid: Pid, call: SystemCall, beyond: boolean): boolean {
		if (!("fd" in call)) return true;
		const { openFile } = this.#process(pid).descriptors[call.fd] ?? {};
		if (openFile === undefined) return false;
		const kernel = this.#kernel;
		const description = kernel.state.openFiles[openFile]!;
		if (/read$|^recv/.test(call.name)) {
			const at = call.name === "pread" ? call.offset : description.offset;
			return beyond ? description.access !== "write" : os.comesToRead(kernel, description, at);
		}
		if (!/write$/.test(call.name)) return true;
		return beyond ? description.access !== "read" : os.comesToWrite(kernel, description);
	}

	/** These put what they have taken into the program's memory at their very end. See wait4(2), accept(2), recv(2). */
	#takesFirst(pid: Pid, call: SystemCall): boolean {
		switch (call.name) {
			case "wait4":
			case "waitid":
			case "accept":
			case "mq_receive":
				return true;
			case "read":
			case "recvfrom":
			case "recvmsg": {
				const { openFiles, sockets } = this.#kernel.state;
				const object = openFiles[this.#process(pid).descriptors[call.fd]?.openFile ?? -1]?.object;
				return object?.kind === "socket" && sockets[object.id]?.type !== "stream";
			}
			default:
				return false;
		}
	}

	/** EFAULT for a call that is done: what it brought is gone. */
	#lose(pid: Pid, call: SystemCall, outcome: Outcome & { readonly kind: "done" }): Outcome {
		if (call.name === "wait4" && outcome.value === 0) return outcome;
		const kernel = this.#kernel;
		const lost: Outcome = { kind: "failed", errno: "EFAULT", reply: null, rule: "call.address.lost" };
		const isReturn = (event: KernelEvent) => event.kind === "returns" && event.outcome === outcome;
		kernel.events = kernel.events.map((event) => (isReturn(event) ? { ...event, outcome: lost } : event));
		if (call.name === "accept") {
			const { events } = kernel;
			kernel.events = [];
			os.call(kernel, pid, { name: "close", fd: outcome.value }, this.placeOf(pid));
			kernel.events = [...events, ...kernel.events.filter(({ kind }) => kind !== "returns")];
		}
		return lost;
	}

	// ---- when nobody runs ----

	/** Lets time pass to the next timer: one step. 0 when there is none. */
	#idle(): number {
		const timer = os.nextTimer(this.#kernel);
		this.#actor = null;
		if (timer === null) {
			this.#settle();
			return 0;
		}
		os.advance(this.#kernel, Math.max(0, timer - this.#kernel.state.clock));
		return 1;
	}

	#isIdle(): boolean {
		const { beside, running, queue } = this.#kernel.state.scheduler;
		if (beside !== null && beside.running !== null) return false;
		return running === null && queue.length === 0 && os.nextTimer(this.#kernel) === null;
	}

	/** Notes the outcome when nothing can happen any more. */
	#settle(): void {
		if (this.#outcome !== null || !this.#isIdle() || this.#awaitsTyping()) return;
		if (this.#tasks.size > 0) {
			this.#outcome = { kind: "stuck" };
			return;
		}
		const status = this.#kernel.state.ended[this.first]?.status ?? 0;
		const signal = status & 0x7f;
		this.#outcome = signal === 0 ? { kind: "exited", status: status >> 8 } : { kind: "killed", signal };
	}

	/** Somebody waits for input that may still come, or a decision of this very step is still to take effect. */
	#awaitsTyping(): boolean {
		if (this.decisions.distance(this.#step) === 0) return true;
		const { processes, terminals } = this.#kernel.state;
		const visits = Object.values(terminals).filter(({ name }) => name.startsWith("pts/"));
		if (visits.some(({ session }) => Object.values(processes).some(({ sid }) => sid === session)))
			return true;
		const open = Object.values(terminals).some(({ name, inputEnded }) => name === "stdin" && !inputEnded);
		if (open && this.options.stdin.attended) return this.#tasks.size > 0;
		const mayBeTold = this.options.stdin.typed === true ? hearsKeys : () => false;
		return open && Object.values(processes).some((each) => isAtTerminal(each) || mayBeTold(each));
	}

	// ---- processes that ended ----

	#bury(): void {
		for (const event of this.#kernel.events) {
			if (event.kind !== "exits" && event.kind !== "killed") continue;
			const task = this.#tasks.get(event.pid);
			if (task === undefined) continue;
			const fault = event.kind === "killed" && task.fault !== null ? task.fault : null;
			const { processor } = task;
			const ending = {
				place: task.place(),
				fault,
				stack: fault === null ? [] : processor.stack(FAULT_FRAMES),
				unwritten: task.unwritten,
				heapRefused: processor.memory.heapRefused,
			};
			this.#noteEnding(event.pid, ending);
			if (!this.#kernel.state.processes[event.pid]?.executed) this.#giveMemoryBack(event.pid);
			this.#tasks.delete(event.pid);
		}
	}

	#noteEnding(pid: Pid, ending: Ending): void {
		const own = this.#endingsAreShared ? new Map(this.#endings) : (this.#endings as Map<Pid, Ending>);
		this.#endings = own.set(pid, ending);
		this.#endingsAreShared = false;
	}

	#task(pid: Pid): Task {
		const task = this.#tasks.get(pid);
		invariant(task !== undefined, "a processor for process", pid);
		return task;
	}

	#process(pid: Pid): Process {
		const process = this.#kernel.state.processes[pid];
		invariant(process !== undefined, "a process", pid);
		return process;
	}
}

function boot(software: Software, options: Options): Kernel {
	const { text, ended, interactive } = options.stdin;
	const bytes = typeof text === "string" ? encodeText(text) : text;
	return os.boot({
		limits: options.limits,
		seed: options.schedule.seed,
		programs: [...software.images.keys()],
		bin: software.userland?.names ?? [],
		programBytes: (known) => software.userland?.bytes?.(known, software.programs),
		files: options.files,
		user: os.USERS[options.user] ?? os.USER,
		owners: ownersOf(options),
		terminal: {
			stdin: { bytes, ended, interactive, echoes: (options.stdin.attended ?? options.stdin.typed) === true },
			stdout: { interactive: options.terminal.stdout },
			stderr: { interactive: options.terminal.stderr },
		},
	});
}

/** A first program that acts as its owner belongs to it altogether. */
function userOf(program: string, { owners, user }: Options): number {
	return os.USERS[owners[program] ?? user] ?? os.USER;
}

function ownersOf({ owners }: Options): { [program: string]: number } {
	const numbers: { [program: string]: number } = {};
	for (const [program, name] of Object.entries(owners)) numbers[program] = os.USERS[name] ?? os.USER;
	return numbers;
}

/** All bytes written to an output stream so far. */
export function outputOf(state: KernelState, stream: "stdout" | "stderr"): Uint8Array {
	const terminal = Object.values(state.terminals).find(({ name }) => name === stream);
	const parts = terminal?.output ?? [];
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
	let end = 0;
	for (const part of parts) {
		bytes.set(part.bytes, end);
		end += part.bytes.length;
	}
	return bytes;
}

function isAtTerminal(process: Process): boolean {
	const { wait } = process;
	if (process.state !== "waiting" || wait === null) return false;
	if (wait.on === "terminal-input") return true;
	return wait.on === "poll" && wait.objects.some(({ kind }) => kind === "terminal");
}

const KEY_SIGNALS = [os.signals.SIGINT, os.signals.SIGQUIT, os.signals.SIGTSTP];

/** Whether it waits, and Ctrl-C or its like would be handled. */
function hearsKeys({ signals, state }: Process): boolean {
	return (
		state === "waiting" && KEY_SIGNALS.some((signal) => signals.dispositions[signal]?.action === "handle")
	);
}

const WRITES: ReadonlySet<SystemCall["name"]> = new Set(["write", "pwrite", "sendto", "sendmsg"]);

function bytesMoved(call: SystemCall, outcome: Outcome): number {
	if (outcome.kind !== "done") return 0;
	if (outcome.reply?.kind === "received") return outcome.reply.bytes.length;
	if (outcome.reply?.kind === "bytes") return outcome.reply.bytes.length;
	return WRITES.has(call.name) ? Math.max(0, outcome.value) : 0;
}

/** Frames that are kept of a process that a fault has ended. */
const FAULT_FRAMES = 12;

/** The signal that a fault of the processor becomes. */
/** Its si_code. */
function codeOf({ barrier, kind }: Fault): number {
	if (kind === "abort-instruction") return os.ILL_ILLOPN;
	if (barrier === null) return os.SEGV_MAPERR;
	return barrier === "protection" ? os.SEGV_ACCERR : os.SI_KERNEL;
}

function signalOf(fault: Fault): number {
	switch (fault.kind) {
		case "read":
		case "write":
		case "execute":
		case "stack-overflow":
			return fault.barrier === "stack-form" ? os.signals.SIGBUS : os.signals.SIGSEGV;
		case "divide":
			return os.signals.SIGFPE;
		case "abort-instruction":
			return os.signals.SIGILL;
		case "unsupported":
			return os.signals.SIGSYS;
		default:
			return unreachable(fault.kind);
	}
}
