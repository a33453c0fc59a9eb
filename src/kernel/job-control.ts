// Job control: who is in the foreground of the terminal, and what becomes of those who use it from the background.
// See termios(3), tcsetpgrp(3), credentials(7).
import * as C from "./constants.ts";
import { INIT, type Kernel } from "./kernel.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import type { RuleId } from "./rules.ts";
import { wake } from "./scheduler.ts";
import { dispositionOf, isOrphaned } from "./signal-facts.ts";
import { sendSignal, signalInfo } from "./signals.ts";
import type { OpenFile, Process, Terminal, TerminalSettings } from "./state.ts";
import { controlled, keepInput } from "./terminal-input.ts";
import type { Pid } from "./words.ts";

const { SIGTTIN, SIGTTOU } = C.signals;

/** The terminal controls the process, and another group is in front. */
function isInBackground(process: Process, terminal: Terminal): boolean {
	return (
		terminal.interactive && process.sid === terminal.session && process.pgid !== terminal.foregroundGroup
	);
}

function isDeafTo(process: Process, signal: number): boolean {
	return process.signals.blocked.includes(signal) || dispositionOf(process, signal).action === "ignore";
}

/** Sends a signal of the terminal to all of a group. */
export function signalGroup(kernel: Kernel, group: Pid, signal: number): void {
	for (const member of Object.values(kernel.state.processes)) {
		if (member.pgid !== group || member.pid === 1) continue;
		const info = { ...signalInfo(signal, C.SI_KERNEL, member), pid: 0, uid: 0 };
		sendSignal(kernel, member, info, null);
	}
}

/** Whether a call that ends so sends its own process a signal that stops it. */
export function stopsItself(rule: RuleId): boolean {
	return (
		rule === "terminal.read.background" ||
		rule === "terminal.write.background" ||
		rule === "terminal.change.background"
	);
}

/** What a read from the background comes to; null for one from the foreground. */
export function backgroundRead(kernel: Kernel, process: Process, terminal: Terminal): Outcome | null {
	if (!isInBackground(process, terminal)) return null;
	if (isDeafTo(process, SIGTTIN) || isOrphaned(kernel, process.pgid)) {
		return failed("terminal.read.background-refused", "EIO");
	}
	signalGroup(kernel, process.pgid, SIGTTIN);
	return blocked("terminal.read.background", { on: "signal" });
}

/** What a change of the terminal, or a write with TOSTOP, comes to; null when it may go on. */
function backgroundChange(
	kernel: Kernel,
	process: Process,
	terminal: Terminal,
	rule: "terminal.change.background" | "terminal.write.background",
): Outcome | null {
	if (!isInBackground(process, terminal) || isDeafTo(process, SIGTTOU)) return null;
	if (isOrphaned(kernel, process.pgid)) return failed("terminal.change.background-refused", "EIO");
	signalGroup(kernel, process.pgid, SIGTTOU);
	return blocked(rule, { on: "signal" });
}

export function backgroundWrite(kernel: Kernel, process: Process, id: number): Outcome | null {
	const terminal = controlled(kernel, id);
	if (terminal === null || (terminal.settings.local & C.TOSTOP) === 0) return null;
	return backgroundChange(kernel, process, terminal, "terminal.write.background");
}

function terminalOf(kernel: Kernel, { object }: OpenFile): Terminal | null {
	return object.kind === "terminal" ? controlled(kernel, object.id) : null;
}

/** tcsetattr(3): what is written is out at once, so that only TCSAFLUSH differs from TCSANOW. */
export function tcsetattr(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	actions: number,
	settings: TerminalSettings,
): Outcome {
	const terminal = terminalOf(kernel, openFile);
	if (terminal === null) return failed("ioctl.use.not-for-this", "ENOTTY");
	const refusal = backgroundChange(kernel, process, terminal, "terminal.change.background");
	if (refusal !== null) return refusal;
	if (actions === C.TCSAFLUSH) keepInput(kernel, terminal, terminal.input.length);
	kernel.journal.set(terminal, "settings", settings);
	// What counts as a line may be another thing now.
	for (const pid of terminal.readQueue) {
		const reader = kernel.state.processes[pid];
		if (reader !== undefined) wake(kernel, reader, process.pid);
	}
	return done("terminal.settings.set");
}

export function tcsetpgrp(kernel: Kernel, process: Process, openFile: OpenFile, pgid: Pid): Outcome {
	const terminal = terminalOf(kernel, openFile);
	if (terminal === null) return failed("ioctl.use.not-for-this", "ENOTTY");
	const refusal = backgroundChange(kernel, process, terminal, "terminal.change.background");
	if (refusal?.kind === "failed") return failed(refusal.rule, "ENOTTY");
	if (refusal !== null) return refusal;
	if (terminal.session !== process.sid) return failed("terminal.group.not-ours", "ENOTTY");
	if (pgid < 0) return failed("terminal.group.bad", "EINVAL");
	const members = Object.values(kernel.state.processes).filter((member) => member.pgid === pgid);
	if (members.length === 0) return failed("terminal.group.none", "ESRCH");
	// init stands for the shell that started all this, and is in its session; its own group is another's.
	if (members.some((member) => member.sid !== process.sid || member.pid === INIT))
		return failed("terminal.group.elsewhere", "EPERM");
	kernel.journal.set(terminal, "foregroundGroup", pgid);
	return done("terminal.group.set");
}
