// Somebody logs in while the machine runs: one more terminal, and on it a session of its own. See pts(4), setsid(2).
import { directory, makePath, newProcess, newTerminal, openStandard } from "./boot.ts";
import { INIT, type Kernel } from "./kernel.ts";
import { makeReady } from "./scheduler.ts";
import type { Process, Terminal } from "./state.ts";
import { HOME } from "./system-files.ts";
import { terminalNumber } from "./terminal-input.ts";
import type { Pid } from "./words.ts";

/** Who has come, and the environment of the shell. */
interface Guest {
	readonly pid: Pid;
	/** A terminal that only prints, and the prompt by which root is told from others. */
	readonly envp: readonly string[];
}

/** A child of init that leads a session on the next terminal, /dev/pts/1 at first, with descriptors 0, 1 and 2 on it. */
export function login(kernel: Kernel, program: string, user: number, argv: readonly string[]): Guest {
	const { journal, state } = kernel;
	const pid = state.nextPid;
	const id = newTerminal(kernel, nextName(kernel), true, new Uint8Array(0), false);
	const terminal = state.terminals[id] as Terminal;
	journal.set(terminal, "echoes", true);
	journal.set(terminal, "session", pid);
	journal.set(terminal, "foregroundGroup", pid);
	const pts = directory(kernel, makePath(kernel, "/dev/pts", 0));
	journal.set(pts.entries, String(terminalNumber(terminal)), { kind: "terminal", id });
	const init = state.processes[INIT] as Process;
	const fresh = newProcess(pid, program, init.cwd, user, state.limits.descriptors);
	const envp = ["PATH=/bin:/usr/bin", `HOME=${HOME}`, "TERM=dumb", `PS1=${user === 0 ? "#" : "$"} `];
	const process: Process = { ...fresh, sid: pid, argv, envp };
	journal.set(state, "nextPid", pid + 1);
	journal.set(state.processes, pid, process);
	journal.set(init, "children", [...init.children, pid]);
	for (const fd of [0, 1, 2]) openStandard(kernel, process, fd, { kind: "terminal", id }, "both");
	makeReady(kernel, process);
	kernel.events.push({ kind: "forks", pid: INIT, child: pid });
	return { pid, envp };
}

/** The first process is a shell before a person: it leads a session, and the machine's terminal is that session's. */
export function leadSession({ journal, state }: Kernel, pid: Pid): void {
	journal.set(state.processes[pid] as Process, "sid", pid);
	for (const terminal of Object.values(state.terminals)) journal.set(terminal, "session", pid);
}

function nextName({ state }: Kernel): Terminal["name"] {
	return `pts/${Math.max(...Object.values(state.terminals).map(terminalNumber)) + 1}`;
}
