// The end of a process: what is closed, who adopts its children, what its parent is told. See _exit(2), wait(2).
import { notifyParent, releaseVfork } from "./children.ts";
import * as C from "./constants.ts";
import { giveUpOpening } from "./fifo.ts";
import { INIT, type Kernel, processOf, without } from "./kernel.ts";
import { late } from "./late.ts";
import { release } from "./open-files.ts";
import { leaveProcessor } from "./scheduler.ts";
import { dispositionOf, isOrphaned } from "./signal-facts.ts";
import { sendSignal, signalInfo } from "./signals.ts";
import type { Process } from "./state.ts";
import type { Pid, WaitStatus } from "./words.ts";

/** Ends a process with a wait status: it becomes a zombie, or is gone at once when its parent wants none. */
export function terminate(kernel: Kernel, process: Process, status: WaitStatus): void {
	const signal = status & 0x7f;
	const { pid } = process;
	if (signal === 0) kernel.events.push({ kind: "exits", pid, status });
	else kernel.events.push({ kind: "killed", pid, signal, status });
	becomeZombie(kernel, process, status);
	if (hasHandles(kernel)) late().wakeWatchers(kernel, pid);
	releaseVfork(kernel, process);
	giveUpOpening(kernel, process);
	closeAll(kernel, process);
	const groups = groupsThatMayBeOrphaned(kernel, process);
	orphan(kernel, process);
	for (const group of groups) hangUp(kernel, group, process);
	tellParentOfEnd(kernel, process, status);
}

function hasHandles({ state }: Kernel): boolean {
	return Object.values(state.openFiles).some(({ object }) => object.kind === "handle");
}

/** Removes a zombie; its parent forgets it. */
export function reap(kernel: Kernel, zombie: Process, by: Pid): void {
	const { journal, state } = kernel;
	const parent = state.processes[zombie.ppid];
	if (parent !== undefined) {
		journal.set(parent, "children", without(parent.children, zombie.pid));
		const { children, ran } = zombie.counts;
		const { counts } = parent;
		journal.set(parent, "counts", { ...counts, children: counts.children + ran + children });
	}
	journal.remove(state.processes, zombie.pid);
	kernel.events.push({ kind: "reaped", pid: zombie.pid, by });
}

function becomeZombie(kernel: Kernel, process: Process, status: WaitStatus): void {
	const { journal, state } = kernel;
	const { pid, program } = process;
	leaveProcessor(kernel, process);
	journal.set(process, "state", "zombie");
	journal.set(process, "status", status);
	journal.set(process, "unreported", null);
	journal.set(process, "wait", null);
	journal.set(process, "call", null);
	journal.set(process, "since", null);
	journal.set(process, "timers", []);
	journal.set(process, "resumed", false);
	journal.set(process.signals, "pending", []);
	journal.set(process.signals, "frames", []);
	journal.set(process.signals, "suspended", null);
	journal.set(state.ended, pid, { pid, program, status, at: state.clock });
}

function closeAll(kernel: Kernel, process: Process): void {
	const { descriptors } = process;
	kernel.journal.set(process, "descriptors", {});
	for (const [fd, descriptor] of Object.entries(descriptors)) {
		release(kernel, process.pid, Number(fd), descriptor.openFile);
	}
}

/** Gives the children of an ended process to the nearest subreaper above it, or to init, which reaps those that are zombies already. */
function orphan(kernel: Kernel, process: Process): void {
	const { journal } = kernel;
	const { children, pid } = process;
	if (children.length === 0) return;
	const heir = heirOf(kernel, process);
	journal.set(process, "children", []);
	journal.set(heir, "children", [...heir.children, ...children]);
	for (const childPid of children) {
		const child = processOf(kernel, childPid);
		journal.set(child, "ppid", heir.pid);
		journal.set(child, "adopted", true);
		kernel.events.push({ kind: "adopted", pid: childPid, from: pid, by: heir.pid });
		const wanted = child.attributes?.deathSignal ?? 0;
		if (wanted > 0 && child.state !== "zombie")
			sendSignal(kernel, child, signalInfo(wanted, C.SI_USER, process), pid);
		if (child.state === "zombie") tellParentOfEnd(kernel, child, child.status as WaitStatus);
	}
}

/** See PR_SET_CHILD_SUBREAPER of prctl(2). */
function heirOf(kernel: Kernel, { ppid }: Process): Process {
	const heir = processOf(kernel, ppid);
	const adopts = heir.state !== "zombie" && heir.attributes?.subreaper;
	return adopts || heir.pid === INIT ? heir : heirOf(kernel, heir);
}

function tellParentOfEnd(kernel: Kernel, process: Process, status: WaitStatus): void {
	const parent = processOf(kernel, process.ppid);
	if (parent.pid === INIT) {
		reap(kernel, process, INIT);
		return;
	}
	const disposition = dispositionOf(parent, C.signals.SIGCHLD);
	const noZombie = disposition.action === "ignore" || ((disposition.flags ?? 0) & C.SA_NOCLDWAIT) !== 0;
	const killed = (status & 0x7f) !== 0;
	const code = killed ? C.CLD_KILLED : C.CLD_EXITED;
	const more = { status: killed ? status & 0x7f : status >> 8 };
	// Linux does not even send it where it would be ignored: a blocked one does not become pending.
	if (disposition.action !== "ignore") {
		sendSignal(kernel, parent, signalInfo(C.signals.SIGCHLD, code, process, more), process.pid);
	}
	if (noZombie) reap(kernel, process, parent.pid);
	notifyParent(kernel, parent, process.pid);
}

/** The groups, not orphaned so far, that this end may leave without a parent in their session. */
function groupsThatMayBeOrphaned(kernel: Kernel, process: Process): ReadonlySet<Pid> {
	const groups = new Set([process.pgid]);
	for (const pid of process.children) groups.add(processOf(kernel, pid).pgid);
	return groups;
}

/** POSIX: a newly orphaned group with a stopped member gets SIGHUP and SIGCONT. */
function hangUp(kernel: Kernel, group: Pid, by: Process): void {
	const members = Object.values(kernel.state.processes).filter(
		(member) => member.pgid === group && member.state !== "zombie",
	);
	if (!members.some((member) => member.state === "stopped") || !isOrphaned(kernel, group)) return;
	for (const signal of [C.signals.SIGHUP, C.signals.SIGCONT]) {
		for (const member of members) sendSignal(kernel, member, signalInfo(signal, C.SI_KERNEL, by), null);
	}
}
