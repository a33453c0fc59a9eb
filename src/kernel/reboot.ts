// Starting the machine anew: what is in memory is gone, what has a name on the disk is not. See reboot(2).
import * as C from "./constants.ts";
import { closeDescriptor } from "./descriptors.ts";
import { reap, terminate } from "./exit.ts";
import { INIT, type Kernel } from "./kernel.ts";
import { removeQueue } from "./message-queue.ts";
import { failed, type Outcome } from "./outcome.ts";
import { isPrivileged } from "./permissions.ts";
import { loseName } from "./posix-queue.ts";
import { wake } from "./scheduler.ts";
import type { Process } from "./state.ts";

/** As Linux gives them to its first process. */
const ENVIRONMENT = ["HOME=/", "TERM=linux"];

/**
 * reboot(2): everybody ends, without a word, and every queue with its messages. Then the machine runs the program of the first
 * process again, from its beginning; it keeps the caller's pid, so that a run has one line of life for it.
 */
export function reboot(kernel: Kernel, process: Process, command: number): Outcome {
	if (!isPrivileged(process)) return failed("machine.reboot.not-root", "EPERM");
	if (command !== C.RB_AUTOBOOT) return failed("machine.reboot.bad-command", "EINVAL");
	const { argv, program } = kernel.state.processes[INIT + 1] ?? process;
	endOthers(kernel, process);
	for (const fd of Object.keys(process.descriptors).map(Number)) {
		if (fd > 2) closeDescriptor(kernel, process, fd);
	}
	for (const queue of Object.values(kernel.state.queues)) {
		if (queue.family === "posix") loseName(kernel, queue);
		else removeQueue(kernel, queue);
	}
	beginAnew(kernel, process);
	kernel.journal.set(process, "program", program);
	kernel.journal.set(process, "argv", argv);
	return { rule: "machine.reboot.starts-anew", kind: "replaced", program, argv, envp: ENVIRONMENT };
}

function endOthers(kernel: Kernel, caller: Process): void {
	const others = (): Process[] =>
		Object.values(kernel.state.processes).filter(({ pid }) => pid !== INIT && pid !== caller.pid);
	for (const other of others()) {
		wake(kernel, other, caller.pid);
		if (other.state !== "zombie") terminate(kernel, other, C.signals.SIGKILL);
	}
	for (const other of others()) reap(kernel, other, INIT);
}

/** Nothing is left of what the process was: handlers, timers, working directory. */
function beginAnew({ journal, state }: Kernel, process: Process): void {
	const { signals } = process;
	journal.set(signals, "dispositions", {});
	journal.set(signals, "blocked", []);
	journal.set(signals, "pending", []);
	journal.set(signals, "frames", []);
	journal.set(signals, "suspended", null);
	journal.set(process, "timers", []);
	journal.set(process, "umask", 0o022);
	journal.set(process, "nice", 0);
	journal.set(process, "executed", false);
	journal.set(process, "cwd", (state.processes[INIT] as Process).cwd);
}
