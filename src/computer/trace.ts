// The run as `strace -f` prints it, line by line.

import type {
	KernelEvent,
	KernelState,
	Named,
	Pid,
	Process,
	SignalInfo,
	SystemCall,
} from "../kernel/index.ts";
import * as os from "../kernel/index.ts";
import { callText, registerText, resultText } from "./trace-call.ts";
import { errorText, restartText, signalInfo, signalSet, signalWord } from "./trace-words.ts";

/** Where strace puts the equals sign. */
export const RESULT_COLUMN = 40;

/** What is known of a process from the lines so far. */
interface Traced {
	/** The call that is shown to have begun, and how it goes on when it is shown to be broken off. */
	call: SystemCall | null;
	isBroken: boolean;
	/** The name under which it comes back. */
	asked: string;
	/** Bytes that the call has moved. */
	moved: number;
	/** At which call it stands, when it has not slept in it. */
	standsAt: SystemCall | null;
	/** What is in the register of results, as rt_sigreturn tells it. */
	result: string;
	/** What the return from each running handler gives; the innermost is the last. */
	handlers: string[];
	/** Signals that nobody handles: strace sees them too, when the call in which they came has come back. */
	ignored: SignalInfo[];
	/** Sent and not yet delivered. */
	pending: readonly SignalInfo[];
}

/** Turns events into lines. Feed it every step of a run in order. */
export class Tracer {
	#live = 1;
	readonly #traced = new Map<Pid, Traced>();

	/** The line of the first process's beginning. */
	begin(path: string, argv: readonly string[], envp: readonly string[]): string {
		const call: SystemCall = { name: "execve", path, argv, envp };
		return pad(`${callText(call).head})`, "0");
	}

	/** The lines of one step; `state` is the kernel's after it. */
	lines(events: readonly KernelEvent[], state: KernelState): string[] {
		for (const event of events) this.#remember(event);
		const found = this.#leave(events, state);
		for (const event of events) {
			found.push(...this.#linesOf(event, state));
			if (event.kind === "returns") found.push(...this.#takeIgnored(event.pid));
		}
		for (const [pid, { ignored }] of this.#traced)
			if (ignored.length > 0) found.push(...this.#ignoredNow(state.processes[pid], state));
		for (const [pid, traced] of this.#traced) traced.pending = state.processes[pid]?.signals.pending ?? [];
		return found;
	}

	#of(pid: Pid): Traced {
		const known = this.#traced.get(pid);
		if (known !== undefined) return known;
		const fresh = {
			call: null,
			isBroken: false,
			asked: "",
			moved: 0,
			standsAt: null,
			result: "0",
			handlers: [],
			ignored: [],
			pending: [],
		};
		this.#traced.set(pid, fresh);
		return fresh;
	}

	#linesOf(event: KernelEvent, state: KernelState): string[] {
		switch (event.kind) {
			case "calls":
				this.#of(event.pid).standsAt = event.call;
				if (event.call.name !== "exit") return [];
				return [pad(`${this.#prefix(event.pid)}${callText(event.call).head})`, "?")];
			case "waits":
				if (!event.again) return this.#unfinished(event);
				this.#of(event.pid).moved = event.done;
				return [];
			case "returns":
				return this.#returns(event, state);
			case "signal-handled":
				return [this.#signal(event.pid, event.signal), ...this.#beginHandler(event.pid)];
			case "handler-returns": {
				const traced = this.#of(event.pid);
				const mask = signalSet(state.processes[event.pid]?.signals.blocked ?? []);
				traced.result = traced.handlers.pop() ?? traced.result;
				return [pad(`${this.#prefix(event.pid)}rt_sigreturn({mask=${mask}})`, traced.result)];
			}
			case "stops": {
				const line = `${this.#prefix(event.pid)}--- stopped by ${signalWord(event.signal)} ---`;
				return [...this.#breakOff(event.pid, state), this.#signal(event.pid, event.signal), line];
			}
			case "exits":
				return this.#ends(event.pid, `+++ exited with ${(event.status >> 8) & 255} +++`);
			case "killed":
				return [
					...this.#killed(event.pid, event.signal, state),
					...this.#ends(event.pid, `+++ killed by ${signalWord(event.signal)} +++`),
				];
			default:
				return [];
		}
	}

	#takeIgnored(pid: Pid): string[] {
		const traced = this.#of(pid);
		const lines = traced.ignored.map((info) => this.#signalLine(pid, info.signal, info));
		traced.ignored = [];
		return lines;
	}

	/** A traced process is not spared a signal that is ignored: the call it sleeps in is broken off, and begins again. */
	#ignoredNow(process: Process | undefined, state: KernelState): string[] {
		if (process === undefined || process.state === "zombie") return [];
		const { call, pid } = process;
		if (call === null) return this.#takeIgnored(pid);
		const traced = this.#of(pid);
		if (!traced.isBroken && process.state !== "waiting") return [];
		const broken = this.#breakOff(pid, state);
		return [...broken, ...this.#takeIgnored(pid), ...this.#beginAgain(process, state)];
	}

	/** The line of a call that a signal breaks off, if it is shown to have begun. */
	#breakOff(pid: Pid, state: KernelState): string[] {
		const traced = this.#of(pid);
		const { call } = traced;
		if (call === null || traced.isBroken) return [];
		traced.isBroken = true;
		const left = timeLeft(state.processes[pid], state);
		const reply = left === null ? null : ({ kind: "left", ticks: left } as const);
		const outcome = { kind: "failed", errno: "EINTR", reply, rule: "signal.interrupt.fails" } as const;
		const tail = callText(call).tail(outcome);
		return [
			pad(
				`${this.#prefix(pid)}<... ${traced.asked} resumed>${tail}`,
				traced.moved > 0 ? String(traced.moved) : brokenText(call),
			),
		];
	}

	/** What was broken off is asked once more: by restart_syscall where the kernel remembers how much time is left. */
	#beginAgain({ call, pid }: Process, state: KernelState): string[] {
		const traced = this.#of(pid);
		if (call === null) return [];
		traced.isBroken = false;
		const isRemembered = restartText(call)?.includes("RESTARTBLOCK") === true;
		const left = timeLeft(state.processes[pid], state);
		const { head, name } = callText(
			call.name === "select" && left !== null ? { ...call, timeout: left } : call,
		);
		traced.asked = isRemembered ? RESTART : name;
		const again = isRemembered ? `${RESTART}(<... resuming interrupted ${name} ...>` : head;
		return [`${this.#prefix(pid)}${again} <unfinished ...>`];
	}

	#unfinished({ call, done, pid, wait }: KernelEvent & { readonly kind: "waits" }): string[] {
		const { head, name } = callText(call);
		Object.assign(this.#of(pid), { call, asked: name, isBroken: false, moved: done });
		const line = `${this.#prefix(pid)}${head} <unfinished ...>`;
		if (wait.on !== "vfork") return [line];
		this.#live++;
		return [line, `strace: Process ${wait.child} attached`];
	}

	#returns(event: KernelEvent & { readonly kind: "returns" }, state: KernelState): string[] {
		const { call, outcome, pid, waited } = event;
		if (isAnsweredInMemory(call)) return [];
		const traced = this.#of(pid);
		const { head, tail, name } = callText(call);
		const isAgain = traced.asked === RESTART;
		const start = waited ? `<... ${traced.asked === "" ? name : traced.asked} resumed>` : head;
		const { isBroken } = traced;
		Object.assign(traced, { call: null, isBroken: false, asked: "", standsAt: null });
		traced.result = registerText(call, outcome);
		const broken = outcome.kind === "failed" && outcome.errno === "EINTR" ? restartText(call) : null;
		// A stop has broken it off already.
		if (isBroken && (broken !== null || outcome.kind === "restarts")) return [];
		const plain = isAgain && outcome.kind === "done" ? String(outcome.value) : resultText(call, outcome);
		const result = endsItself(pid, call) ? "?" : (broken ?? plain);
		if (call.name === "raise") return this.#raises(pid, call.signal, result);
		if (call.name === "sigqueue") return this.#queues(pid, call, result, state.processes[pid]?.uid ?? 0);
		const lines = [pad(`${this.#prefix(pid)}${start}${isAgain ? ")" : tail(outcome)}`, result)];
		if (outcome.kind === "forked") {
			this.#live++;
			lines.push(`strace: Process ${outcome.child} attached`);
		}
		return lines;
	}

	/** raise(3) asks who it is before it sends itself the signal. */
	#raises(pid: Pid, signal: number, result: string): string[] {
		const prefix = this.#prefix(pid);
		return [
			pad(`${prefix}gettid()`, String(pid)),
			pad(`${prefix}getpid()`, String(pid)),
			pad(`${prefix}tgkill(${pid}, ${pid}, ${signalWord(signal)})`, result),
		];
	}

	/** sigqueue(3) says who sends, and asks for that. */
	#queues(pid: Pid, call: Named<"sigqueue">, result: string, uid: number): string[] {
		const prefix = this.#prefix(pid);
		const { signal, value } = call;
		const pointer = value === 0 ? "NULL" : `0x${BigInt.asUintN(64, BigInt(value)).toString(16)}`;
		const info = `si_pid=${pid}, si_uid=${uid}, si_int=${value | 0}, si_ptr=${pointer}`;
		const told = `{si_signo=${signalWord(signal)}, si_code=SI_QUEUE, ${info}}`;
		return [
			pad(`${prefix}getpid()`, String(pid)),
			pad(`${prefix}getuid()`, String(uid)),
			pad(`${prefix}rt_sigqueueinfo(${call.pid}, ${signalWord(signal)}, ${told})`, result),
		];
	}

	/** Its return puts back what was in the register; a handler begins with 0 there. */
	#beginHandler(pid: Pid): string[] {
		const traced = this.#of(pid);
		traced.handlers.push(traced.result);
		traced.result = "0";
		return [];
	}

	/** What strace sees of the end by a signal: the call that it breaks off, and, of all but SIGKILL, the signal. */
	#killed(pid: Pid, signal: number, state: KernelState): string[] {
		const traced = this.#of(pid);
		const { asked, call, isBroken, standsAt } = traced;
		if (signal !== os.signals.SIGKILL) {
			const sender = traced.pending.some((info) => info.signal === signal) ? [this.#signal(pid, signal)] : [];
			const isMasked = standsAt !== null && ("mask" in standsAt || standsAt.name === "pause");
			const asleep =
				call === null && isMasked ? [this.#brokenAtOnce(pid, standsAt)] : this.#breakOff(pid, state);
			return [...asleep, ...sender];
		}
		if (call === null || isBroken) return [];
		return [
			pad(
				`${this.#prefix(pid)}<... ${asked} resumed>${asked === RESTART || isAllKnown(call) ? "" : UNKNOWN})`,
				"?",
			),
		];
	}

	/** A call that lets a signal in with which its process ends. */
	#brokenAtOnce(pid: Pid, call: SystemCall): string {
		return pad(`${this.#prefix(pid)}${callText(call).head})`, brokenText(call));
	}

	#ends(pid: Pid, text: string): string[] {
		const line = `${this.#prefix(pid)}${text}`;
		this.#live--;
		this.#traced.delete(pid);
		return [line];
	}

	/** The line of a signal that is acted on. Of two with its number that of the thread comes first. */
	#signal(pid: Pid, signal: number): string {
		const traced = this.#of(pid);
		const [first] = traced.pending.filter((info) => info.signal === signal).sort(byOrder);
		traced.pending = traced.pending.filter((info) => info !== first);
		return this.#signalLine(pid, signal, first);
	}

	#signalLine(pid: Pid, signal: number, info: SignalInfo | undefined): string {
		const text = info === undefined ? "" : ` ${signalInfo(info)}`;
		return `${this.#prefix(pid)}--- ${signalWord(signal)}${text} ---`;
	}

	/** Lines of signals that were pending until now, and are ignored: they leave before what is acted on. */
	#leave(events: readonly KernelEvent[], state: KernelState): string[] {
		const lines: string[] = [];
		for (const [pid, traced] of this.#traced) {
			const process = state.processes[pid];
			if (traced.pending.length === 0 || process === undefined || process.state === "zombie") continue;
			const { pending } = process.signals;
			const gone = traced.pending.filter((info) => !pending.includes(info) && !isTaken(events, pid, info));
			for (const info of gone.sort(byOrder)) {
				const { signal } = info;
				if (!os.isIgnored(process, signal) && !os.isStopSignal(signal)) continue;
				if (events.some((event) => isOf(event, pid) && event.kind === "stops")) continue;
				lines.push(this.#signalLine(pid, signal, info));
			}
		}
		return lines;
	}

	/** strace names the process as soon as there are two. */
	#prefix(pid: Pid): string {
		return this.#live > 1 ? `[pid ${String(pid).padStart(5)}] ` : "";
	}

	#remember(event: KernelEvent): void {
		if (event.kind !== "signal-sent") return;
		const { info, pid, rule } = event;
		const traced = this.#of(pid);
		if (rule === "signal.send.pending" || rule === "signal.send.queued")
			traced.pending = [...traced.pending, info];
		if (rule === "signal.send.ignored" || rule === "signal.send.ignored-by-default")
			traced.ignored.push(info);
	}
}

/** Under this name comes back what the kernel begins again with the time that is left. */
const RESTART = "restart_syscall";

/** What stands for the arguments that a call was to fill, when nobody has seen it come back. */
const UNKNOWN = " <unfinished ...>";

/** Whether strace has all to print of a call when it begins. */
function isAllKnown(call: SystemCall): boolean {
	if (call.name === "poll" || call.name === "select") return false;
	return (
		callText(call).tail({ kind: "failed", errno: "EINTR", reply: null, rule: "signal.interrupt.fails" }) ===
		")"
	);
}

function pad(text: string, result: string): string {
	return `${text.padEnd(RESULT_COLUMN - 1)} = ${result}`;
}

function byOrder(a: SignalInfo, b: SignalInfo): number {
	return os.orderOf(a) - os.orderOf(b);
}

/** How a call comes back that a signal breaks off. */
function brokenText(call: SystemCall): string {
	return restartText(call) ?? `-1 ${errorText("EINTR")}`;
}

/** What is left of the time of a call that waits no longer than some time. */
function timeLeft(process: Process | undefined, { clock }: KernelState): number | null {
	const until = process?.progress.until ?? null;
	return until === null ? null : Math.max(0, until - clock);
}

/** Whether a pending signal is gone because a call took it, its disposition was set, or one of the contrary kind came. */
function isTaken(events: readonly KernelEvent[], pid: Pid, { signal }: SignalInfo): boolean {
	return events.some((event) => {
		if (!isOf(event, pid)) return false;
		if (event.kind === "signal-sent")
			return signal === SIGCONT
				? os.isStopSignal(event.signal)
				: event.signal === SIGCONT && os.isStopSignal(signal);
		if (event.kind !== "returns") return false;
		const { call, outcome } = event;
		if (call.name === "sigaction") return call.signal === signal;
		return call.name === "sigtimedwait" && outcome.kind === "done" && outcome.value === signal;
	});
}

const { SIGCONT } = os.signals;

function isOf(event: KernelEvent, pid: Pid): boolean {
	return "pid" in event && event.pid === pid;
}

/** Who kills itself does not see the call return. */
function endsItself(pid: Pid, call: SystemCall): boolean {
	if (call.name !== "raise" && (call.name !== "kill" || call.pid !== pid)) return false;
	return call.signal === os.signals.SIGKILL;
}

/** The library answers it: it reads clocks from a page that the kernel keeps up to date (vdso(7)), and keeps two signals for itself. */
function isAnsweredInMemory(call: SystemCall): boolean {
	if (call.name === "sigaction") return os.LIBRARYS.includes(call.signal);
	return call.name === "clock_gettime" && call.clock === "real";
}
