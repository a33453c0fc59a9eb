// The run as `strace -f` prints it, line by line.

import type { KernelEvent, KernelState, Outcome, Pid, SignalInfo, SystemCall } from "../kernel/index.ts";
import * as os from "../kernel/index.ts";
import { callText, resultText } from "./trace-call.ts";
import { signalInfo, signalSet, signalWord } from "./trace-words.ts";

/** Where strace puts the equals sign. */
const RESULT_COLUMN = 40;

/** Turns events into lines. Feed it every step of a run in order. */
export class Tracer {
	#live = 1;
	/** Signals sent and not yet delivered, so that their lines can tell who sent them. */
	readonly #sent = new Map<string, SignalInfo>();

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
		}
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
				return this.#returns(event.pid, event.call, event.outcome, event.waited);
			case "signal-handled":
				return [this.#signal(event.pid, event.signal)];
			case "handler-returns": {
				const mask = signalSet(state.processes[event.pid]?.signals.blocked ?? []);
				return [this.#pad(`${this.#prefix(event.pid)}rt_sigreturn({mask=${mask}})`, "0")];
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

	#unfinished({ call, pid, wait }: KernelEvent & { readonly kind: "waits" }): string[] {
		const head = `${this.#prefix(pid)}${callText(call).head} <unfinished ...>`;
		if (wait.on !== "vfork") return [head];
		this.#live++;
		return [head, `strace: Process ${wait.child} attached`];
	}

	#returns(pid: Pid, call: SystemCall, outcome: Outcome, waited: boolean): string[] {
		const { head, tail, name } = callText(call);
		const start = waited ? `<... ${name} resumed>` : head;
		const lines = [this.#result(pid, call, start, resultText(call, outcome), tail(outcome))];
		if (outcome.kind === "forked") {
			this.#live++;
			lines.push(`strace: Process ${outcome.child} attached`);
		}
		return lines;
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
		const pending = state.processes[event.pid]?.signals.pending ?? [];
		const info = pending.find(({ signal }) => signal === event.signal);
		if (info !== undefined) this.#sent.set(key(event.pid, event.signal), info);
	}
}

function key(pid: Pid, signal: number): string {
	return `${pid}:${signal}`;
}
