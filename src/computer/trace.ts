// The run as `strace -f` prints it, line by line.

import type {
	KernelEvent,
	KernelState,
	Named,
	Outcome,
	Pid,
	Process,
	SignalInfo,
	SystemCall,
} from "../kernel/index.ts";
import * as os from "../kernel/index.ts";
import { callText, resultText } from "./trace-call.ts";
import { errorText, restartText, signalInfo, signalSet, signalWord } from "./trace-words.ts";

/** Where strace puts the equals sign. */
export const RESULT_COLUMN = 40;

/** How a call ends that a signal breaks off. */
const BROKEN_OFF: Outcome = { kind: "failed", errno: "EINTR", reply: null, rule: "signal.interrupt.fails" };

/** Turns events into lines. Feed it every step of a run in order. */
export class Tracer {
	#live = 1;
	/** Signals sent and not yet delivered, so that their lines can tell who sent them. */
	readonly #sent = new Map<string, SignalInfo>();
	/** Lines of signals that nobody handles, by process: strace sees them too, when the call in which they came has come back. */
	readonly #ignored = new Map<Pid, string[]>();
	/** What such a signal broke off and is asked again, by process. */
	readonly #asked = new Map<Pid, string>();
	/** Processes whose call a signal has just broken off: their handler comes next. */
	readonly #broken = new Set<Pid>();
	/** What the return from each running handler gives, by process: the innermost is the last. */
	readonly #handlers = new Map<Pid, string[]>();

	/** The line of the first process's beginning. */
	begin(path: string, argv: readonly string[], envp: readonly string[]): string {
		const call: SystemCall = { name: "execve", path, argv, envp };
		return this.#result(null, call, callText(call).head, "0", ")");
	}

	/** The lines of one step; `state` is the kernel's after it. */
	lines(events: readonly KernelEvent[], state: KernelState): string[] {
		const found: string[] = [];
		for (const event of events) {
			this.#remember(event, state);
			found.push(...this.#linesOf(event, state));
			if (event.kind === "returns") found.push(...this.#takeIgnored(event.pid));
		}
		for (const pid of this.#ignored.keys()) found.push(...this.#ignoredNow(state.processes[pid]));
		return found;
	}

	#linesOf(event: KernelEvent, state: KernelState): string[] {
		switch (event.kind) {
			case "calls":
				if (event.call.name !== "exit") return [];
				return [this.#result(event.pid, event.call, callText(event.call).head, "?", ")")];
			case "waits":
				if (event.again) return [];
				return this.#unfinished(event);
			case "returns":
				if (isAnsweredInMemory(event.call)) return [];
				return this.#returns(
					event.pid,
					event.call,
					event.outcome,
					event.waited,
					state.processes[event.pid]?.uid ?? 0,
				);
			case "signal-handled":
				this.#beginHandler(event.pid);
				return [this.#signal(event.pid, event.signal)];
			case "handler-returns": {
				const mask = signalSet(state.processes[event.pid]?.signals.blocked ?? []);
				const result = this.#handlers.get(event.pid)?.pop() ?? "0";
				return [this.#pad(`${this.#prefix(event.pid)}rt_sigreturn({mask=${mask}})`, result)];
			}
			case "stops":
				return [`${this.#prefix(event.pid)}--- stopped by ${signalWord(event.signal)} ---`];
			case "exits":
				return this.#ends(event.pid, `+++ exited with ${(event.status >> 8) & 255} +++`, []);
			case "killed": {
				const told = event.signal !== os.signals.SIGKILL && this.#sent.has(key(event.pid, event.signal));
				const reason = told ? [this.#signal(event.pid, event.signal)] : [];
				return this.#ends(event.pid, `+++ killed by ${signalWord(event.signal)} +++`, reason);
			}
			default:
				return [];
		}
	}

	#takeIgnored(pid: Pid): string[] {
		const lines = this.#ignored.get(pid) ?? [];
		this.#ignored.delete(pid);
		return lines;
	}

	/** A traced process is not spared a signal that is ignored: the call it sleeps in is broken off, and begins again. */
	#ignoredNow(process: Process | undefined): string[] {
		if (process === undefined || process.state === "zombie") return [];
		const { call, pid, state } = process;
		if (call === null) return this.#takeIgnored(pid);
		const text = state === "waiting" && !/^wait/.test(call.name) ? restartText(call.name) : null;
		if (text === null) return [];
		const { head, name, tail } = callText(call);
		const prefix = this.#prefix(pid);
		const again = text.includes("RESTARTBLOCK")
			? `restart_syscall(<... resuming interrupted ${name} ...>`
			: head;
		const asked = this.#asked.get(pid) ?? name;
		this.#asked.set(pid, again === head ? name : "restart_syscall");
		return [
			this.#pad(`${prefix}<... ${asked} resumed>${tail(BROKEN_OFF)}`, text),
			...this.#takeIgnored(pid),
			`${prefix}${again} <unfinished ...>`,
		];
	}

	#unfinished({ call, pid, wait }: KernelEvent & { readonly kind: "waits" }): string[] {
		const head = `${this.#prefix(pid)}${callText(call).head} <unfinished ...>`;
		if (wait.on !== "vfork") return [head];
		this.#live++;
		return [head, `strace: Process ${wait.child} attached`];
	}

	#returns(pid: Pid, call: SystemCall, outcome: Outcome, waited: boolean, uid: number): string[] {
		const { head, tail, name } = callText(call);
		const start = waited ? `<... ${this.#asked.get(pid) ?? name} resumed>` : head;
		this.#asked.delete(pid);
		const broken = outcome.kind === "failed" && outcome.errno === "EINTR" ? restartText(call.name) : null;
		if (broken !== null) this.#broken.add(pid);
		else this.#broken.delete(pid);
		const result = endsItself(pid, call) ? "?" : (broken ?? resultText(call, outcome));
		if (call.name === "raise") return this.#raises(pid, call.signal, result);
		if (call.name === "sigqueue") return this.#queues(pid, call, result, uid);
		const lines = [this.#result(pid, call, start, result, tail(outcome))];
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
			this.#pad(`${prefix}gettid()`, String(pid)),
			this.#pad(`${prefix}getpid()`, String(pid)),
			this.#pad(`${prefix}tgkill(${pid}, ${pid}, ${signalWord(signal)})`, result),
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
			this.#pad(`${prefix}getpid()`, String(pid)),
			this.#pad(`${prefix}getuid()`, String(uid)),
			this.#pad(`${prefix}rt_sigqueueinfo(${call.pid}, ${signalWord(signal)}, ${told})`, result),
		];
	}

	/** After it, a call that was broken off has failed. */
	#beginHandler(pid: Pid): void {
		const result = this.#broken.delete(pid) ? `-1 ${errorText("EINTR")}` : "0";
		this.#handlers.set(pid, [...(this.#handlers.get(pid) ?? []), result]);
	}

	#result(pid: Pid | null, _call: SystemCall, start: string, result: string, tail: string): string {
		return this.#pad(`${pid === null ? "" : this.#prefix(pid)}${start}${tail}`, result);
	}

	#pad(text: string, result: string): string {
		return `${text.padEnd(RESULT_COLUMN - 1)} = ${result}`;
	}

	#ends(pid: Pid, text: string, before: readonly string[]): string[] {
		const line = `${this.#prefix(pid)}${text}`;
		this.#live--;
		return [...before, line];
	}

	#signal(pid: Pid, signal: number): string {
		const info = this.#sent.get(key(pid, signal));
		this.#sent.delete(key(pid, signal));
		const text = info === undefined ? "" : ` ${signalInfo(info)}`;
		return `${this.#prefix(pid)}--- ${signalWord(signal)}${text} ---`;
	}

	/** strace names the process as soon as there are two. */
	#prefix(pid: Pid): string {
		return this.#live > 1 ? `[pid ${String(pid).padStart(5)}] ` : "";
	}

	#remember(event: KernelEvent, state: KernelState): void {
		if (event.kind !== "signal-sent") return;
		const { info, pid, rule, signal } = event;
		if (state.processes[pid]?.signals.pending.some((one) => one.signal === signal))
			this.#sent.set(key(pid, signal), info);
		if (rule === "signal.send.ignored" || rule === "signal.send.ignored-by-default") {
			const line = `${this.#prefix(pid)}--- ${signalWord(signal)} ${signalInfo(info)} ---`;
			this.#ignored.set(pid, [...(this.#ignored.get(pid) ?? []), line]);
		}
	}
}

function key(pid: Pid, signal: number): string {
	return `${pid}:${signal}`;
}

/** Who kills itself does not see the call return. */
function endsItself(pid: Pid, call: SystemCall): boolean {
	if (call.name !== "raise" && (call.name !== "kill" || call.pid !== pid)) return false;
	return call.signal === os.signals.SIGKILL;
}

/** The library reads these clocks from a page that the kernel keeps up to date: strace sees no call. See vdso(7). */
function isAnsweredInMemory(call: SystemCall): boolean {
	return call.name === "clock_gettime" && call.clock === "real";
}
