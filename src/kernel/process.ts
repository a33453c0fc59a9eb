// Processes: fork, exec, wait, groups and sessions. The end of a process is in exit.ts. See fork(2), execve(2).
import { type ChildReport, childrenFor, findReport, releaseVfork, waitRequest } from "./children.ts";
import * as C from "./constants.ts";
import { closeDescriptor } from "./descriptors.ts";
import { reap } from "./exit.ts";
import { INIT, type Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { share } from "./open-files.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { permits } from "./permissions.ts";
import { makeReady } from "./scheduler.ts";
import { signalInfo } from "./signals.ts";
import type { Descriptor, Inheritance, Process, RegularFile } from "./state.ts";
import type { Disposition, SignalInfo, SystemCall } from "./system-calls.ts";
import { lookUpExisting } from "./tree.ts";
import type { Pid, Place } from "./words.ts";

const NO_PROGRESS = { done: 0, until: null } as const;

/** fork(2): a copy that shares the open file descriptions; it has no pending signals and no alarm. */
export function fork(kernel: Kernel, parent: Process, place: Place | null): Outcome {
	if (!mayFork(kernel, parent)) return failed("process.fork.limit", "EAGAIN");
	const { journal, state } = kernel;
	const pid = state.nextPid;
	const { dispositions, blocked: mask, frames } = parent.signals;
	const child: Process = {
		...parent,
		pid,
		ppid: parent.pid,
		wait: null,
		call: null,
		since: null,
		progress: NO_PROGRESS,
		opening: null,
		handed: null,
		descriptors: inherited(parent.descriptors, { by: "fork", from: parent.pid, to: pid, place }),
		otherLimits: { ...parent.otherLimits },
		hardLimits: { ...parent.hardLimits },
		signals: {
			dispositions: { ...dispositions },
			blocked: mask,
			pending: [],
			suspended: null,
			frames,
		},
		...(parent.attributes && { attributes: { ...parent.attributes, deathSignal: 0, subreaper: false } }),
		timers: [],
		children: [],
		adopted: false,
		resumed: false,
		status: null,
		unreported: null,
		forkedAt: place,
		executed: false,
		counts: { calls: 0, waited: 0, ran: 0, children: 0 },
	};
	journal.set(state, "nextPid", pid + 1);
	journal.set(state.processes, pid, child);
	if (parent.otherLimits[C.RLIMIT_CPU] !== undefined) late().limitTime(kernel, child);
	journal.set(parent, "children", [...parent.children, pid]);
	for (const descriptor of Object.values(child.descriptors)) share(kernel, descriptor.openFile);
	kernel.events.push({ kind: "forks", pid: parent.pid, child: pid });
	makeReady(kernel, child);
	return { rule: "process.fork.copies", kind: "forked", child: pid };
}

/** vfork(2): fork, and the parent sleeps until the child has called execve or has ended. */
export function vfork(kernel: Kernel, parent: Process, place: Place | null): Outcome {
	if (parent.progress.done === 0) {
		const outcome = fork(kernel, parent, place);
		if (outcome.kind !== "forked") return outcome;
		kernel.journal.set(parent, "progress", { done: outcome.child, until: null });
	}
	const child = parent.progress.done;
	return holdsUp(kernel.state.processes[child])
		? blocked("process.vfork.waits", { on: "vfork", child })
		: done("process.vfork.returns", child);
}

function holdsUp(child: Process | undefined): boolean {
	return child !== undefined && child.state !== "zombie" && !child.executed;
}

function mayFork(kernel: Kernel, parent: Process): boolean {
	const count = Object.keys(kernel.state.processes).length - 1;
	return count < Math.min(kernel.state.limits.processes, parent.otherLimits[C.RLIMIT_NPROC] ?? count + 1);
}

type Table = Process["descriptors"];

/** Ways by which a descriptor came, the last ones: a chain of forks without end makes thousands. */
const MOST_INHERITED = 32;

function inherited(table: Table, inheritance: Inheritance): Table {
	const copy: { [fd: number]: Descriptor } = {};
	for (const [fd, descriptor] of Object.entries(table)) {
		const { origin } = descriptor;
		copy[Number(fd)] = {
			...descriptor,
			origin: { ...origin, inherited: [...origin.inherited.slice(1 - MOST_INHERITED), inheritance] },
		};
	}
	return copy;
}

/** Of one argument or variable with its null byte, and of all: MAX_ARG_STRLEN, and a quarter of the usual stack. */
const TEXT_MAX = 1 << 17;
const TEXTS_MAX = 1 << 21;

type ExecCall = SystemCall & { readonly name: "execve" };
type Image =
	| { readonly program: string; readonly argv: readonly string[]; readonly file: RegularFile }
	| { readonly error: Outcome };

/** execve(2): the same process with another program; its handlers and its close-on-exec descriptors are gone. */
export function exec(kernel: Kernel, process: Process, call: ExecCall, place: Place | null): Outcome {
	const image = imageOf(kernel, process, call.path, call.argv, true, call.at);
	if ("error" in image) return image.error;
	const texts = [...call.argv, ...call.envp];
	if (texts.some(({ length }) => length >= TEXT_MAX) || texts.join("").length > TEXTS_MAX)
		return failed("process.exec.too-long", "E2BIG");
	const { journal } = kernel;
	const { pid } = process;
	const closed: number[] = [];
	for (const [fd, descriptor] of Object.entries(process.descriptors)) {
		if (descriptor.closeOnExec) closed.push(Number(fd));
	}
	for (const fd of closed) closeDescriptor(kernel, process, fd);
	journal.set(
		process,
		"descriptors",
		inherited(process.descriptors, { by: "exec", from: pid, to: pid, place }),
	);
	journal.set(process.signals, "dispositions", ignoredOnly(process.signals.dispositions));
	journal.set(process.signals, "frames", []);
	journal.set(process.signals, "suspended", null);
	journal.set(process, "program", image.program);
	journal.set(process, "argv", image.argv);
	journal.set(process, "envp", call.envp);
	journal.set(process, "executed", true);
	if (process.attributes !== undefined)
		journal.set(process, "attributes", { ...process.attributes, name: null, dumpable: 1 });
	releaseVfork(kernel, process);
	becomeOwner(kernel, process, image.file);
	const kept = process.timers.filter((timer) => timer.id < 0);
	if (kept.length < process.timers.length) journal.set(process, "timers", kept);
	kernel.events.push({ kind: "execs", pid, program: image.program, closed });
	const { argv, program } = image;
	return { rule: "process.exec.replaces", kind: "replaced", program, argv, envp: call.envp };
}

/** S_ISUID and S_ISGID: who runs the program acts as its owner, or its group. The saved ids follow the effective ones. */
function becomeOwner(kernel: Kernel, process: Process, { gid, mode, uid }: RegularFile): void {
	const group = C.S_ISGID | 0o010;
	if (process.attributes?.noNewPrivileges) return;
	const euid = (mode & C.S_ISUID) === 0 ? process.euid : uid;
	const egid = (mode & group) === group ? gid : process.egid;
	const { journal } = kernel;
	if (euid !== process.euid) journal.set(process, "euid", euid);
	if (egid !== process.egid) journal.set(process, "egid", egid);
	if (euid !== process.suid) journal.set(process, "suid", euid);
	if (egid !== process.sgid) journal.set(process, "sgid", egid);
}

function ignoredOnly(dispositions: { readonly [signal: number]: Disposition }) {
	const kept: { [signal: number]: Disposition } = {};
	for (const [signal, disposition] of Object.entries(dispositions)) {
		if (disposition.action === "ignore") kept[Number(signal)] = { action: "ignore" };
	}
	return kept;
}

/** What a path would run: a program the computer knows, or the interpreter that a script's first line names. */
function imageOf(
	kernel: Kernel,
	process: Process,
	path: string,
	argv: readonly string[],
	scripts: boolean,
	at?: number,
): Image {
	const target =
		path === "" && at !== undefined
			? late().openedAt(kernel, process, at)
			: lookUpExisting(kernel, process, path, "target", at);
	if ("error" in target) return target;
	if (target.ref.kind !== "file") return { error: failed("process.exec.not-a-file", "EACCES") };
	const file = kernel.state.files[target.ref.id];
	if (file === undefined) return { error: failed("process.exec.not-executable", "EACCES") };
	if (!permits(process, file, C.X_OK)) return { error: failed("process.exec.not-executable", "EACCES") };
	if (file.program !== null) {
		const written = Object.values(kernel.state.openFiles).some(
			({ access, object }) => object.kind === "file" && object.id === file.id && access !== "read",
		);
		if (written) return { error: failed("process.exec.being-written", "ETXTBSY") };
		return { program: file.program, argv, file };
	}
	const line = scripts ? interpreterLine(file.bytes) : null;
	if (line === null) return { error: failed("process.exec.no-program", "ENOEXEC") };
	const [interpreter, argument] = line;
	const script = path === "" ? `/dev/fd/${at}` : path;
	const rest = [script, ...argv.slice(1)];
	const args = argument === null ? [interpreter, ...rest] : [interpreter, argument, ...rest];
	return imageOf(kernel, process, interpreter, args, false);
}

function interpreterLine(bytes: Uint8Array): readonly [string, string | null] | null {
	const head = String.fromCharCode(...bytes.subarray(0, 256));
	const match = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(head);
	if (match === null) return null;
	const argument = (match[2] ?? "").trimEnd();
	return [match[1] ?? "", argument === "" ? null : argument];
}

/** INT_MIN: no number of a group can be made of it. */
const NO_GROUP = -(2 ** 31);
const WAIT4_OPTIONS = C.WNOHANG | C.WUNTRACED | C.WCONTINUED | 0x60000000 | 0x80000000;
const WAITID_STATES = C.WEXITED | C.WUNTRACED | C.WCONTINUED;
const WAITID_OPTIONS = WAITID_STATES | C.WNOHANG | C.WNOWAIT | 0x60000000 | 0x80000000;

type WaitCall = SystemCall & { readonly name: "wait4" | "waitid" };

/** wait4(2) and waitid(2): reports the first child, in order of creation, that has something to report. */
export function wait(kernel: Kernel, parent: Process, call: WaitCall): Outcome {
	const request = waitRequest(kernel, parent, call);
	if (request === null || !isValidWait(call)) return failed("process.wait.bad-options", "EINVAL");
	const byHandle = call.name === "waitid" && call.type === C.P_PIDFD;
	const refusal = byHandle ? late().refuseHandle(kernel, parent, call.id) : null;
	if (refusal !== null) return refusal;
	if (request.who === NO_GROUP) return failed("process.find.none", "ESRCH");
	const children = childrenFor(kernel, parent, request.who);
	if (children.length === 0) return failed("process.wait.no-children", "ECHILD");
	const report = findReport(children, request);
	if (report !== null) return tell(kernel, parent, call, report, request.leave);
	if (request.hang && byHandle && late().isImpatient(kernel, parent, call.id))
		return failed("process.handle.not-yet", "EAGAIN");
	if (request.hang) return blocked("process.wait.blocks", { on: "child", who: request.who });
	return done("process.wait.none-yet", 0, call.name === "waitid" ? NOTHING : null);
}

const NO_INFO: SignalInfo = { signal: 0, code: 0, pid: 0, uid: 0, status: 0, value: 0, address: 0 };
const NOTHING = { kind: "status", pid: 0, status: 0, info: NO_INFO } as const;

function isValidWait(call: WaitCall): boolean {
	const { options } = call;
	if (call.name === "wait4") return (options & ~WAIT4_OPTIONS) === 0;
	if ((options & ~WAITID_OPTIONS) !== 0 || (options & WAITID_STATES) === 0) return false;
	if (call.type === C.P_PID) return call.id > 0;
	return call.type === C.P_ALL || call.type === C.P_PIDFD || (call.type === C.P_PGID && call.id >= 0);
}

function tell(kernel: Kernel, parent: Process, call: WaitCall, report: ChildReport, leave: boolean): Outcome {
	const { child, status } = report;
	const { pid } = child;
	const info = call.name === "waitid" ? childInfo(child, status) : null;
	const zombie = child.state === "zombie";
	const ran = child.counts.ran + child.counts.children;
	if (!leave) {
		if (zombie) reap(kernel, child, parent.pid);
		else kernel.journal.set(child, "unreported", null);
	}
	const value = call.name === "waitid" ? 0 : pid;
	const rule = zombie ? "process.wait.reaps" : "process.wait.reports";
	return done(leave ? "process.wait.leaves" : rule, value, { kind: "status", pid, status, info, ran });
}

function childInfo(child: Process, status: number): SignalInfo {
	const info = (code: number, value: number) => signalInfo(C.signals.SIGCHLD, code, child, { status: value });
	if (status === 0xffff) return info(C.CLD_CONTINUED, C.signals.SIGCONT);
	if ((status & 0xff) === 0x7f) return info(C.CLD_STOPPED, status >> 8);
	const signal = status & 0x7f;
	return signal === 0 ? info(C.CLD_EXITED, status >> 8) : info(C.CLD_KILLED, signal);
}

/** getpgid(2), getsid(2): 0 means the caller. */
export function groupOrSession(
	kernel: Kernel,
	process: Process,
	name: "getpgid" | "getsid",
	pid: Pid,
): Outcome {
	const target = pid === 0 ? process : kernel.state.processes[pid];
	if (target === undefined) return failed("process.find.none", "ESRCH");
	return done("process.identity.told", name === "getpgid" ? target.pgid : target.sid);
}

/** setpgid(2): the caller itself or a child of it, into its own group or one of the same session. */
export function setpgid(kernel: Kernel, process: Process, pid: Pid, pgid: Pid): Outcome {
	if (pgid < 0) return failed("process.group.bad", "EINVAL");
	const target = pid === 0 ? process : kernel.state.processes[pid];
	const own = target !== undefined && (target === process || target.ppid === process.pid);
	if (!own) return failed("process.find.none", "ESRCH");
	if (target.sid !== process.sid || target.sid === target.pid)
		return failed("process.group.refused", "EPERM");
	if (target !== process && target.executed) return failed("process.group.executed", "EACCES");
	const group = pgid === 0 ? target.pid : pgid;
	const exists = Object.values(kernel.state.processes).some(
		(member) => member.pgid === group && member.sid === process.sid && member.pid !== INIT,
	);
	if (group !== target.pid && !exists) return failed("process.group.refused", "EPERM");
	kernel.journal.set(target, "pgid", group);
	return done("process.group.joined");
}

/** setsid(2): a new session and group of its own; refused to a group leader. */
export function setsid(kernel: Kernel, process: Process): Outcome {
	const { pid } = process;
	const leads = Object.values(kernel.state.processes).some((member) => member.pgid === pid);
	if (leads) return failed("process.session.leader", "EPERM");
	kernel.journal.set(process, "sid", pid);
	kernel.journal.set(process, "pgid", pid);
	return done("process.session.new", pid);
}
