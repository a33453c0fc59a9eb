// Which child a wait would report: children are looked at in the order of their creation. See wait(2).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { wake } from "./scheduler.ts";
import type { Process } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";
import type { Pid, WaitStatus } from "./words.ts";

/** A wait4 or waitid in one form: whom it is for, and which changes of state it takes. */
export interface WaitRequest {
	/** As in waitpid: a pid, -1 for any, 0 for the caller's group, -pgid. */
	readonly who: number;
	readonly ended: boolean;
	readonly stopped: boolean;
	readonly continued: boolean;
	/** WNOWAIT: leave the report to be taken again. */
	readonly leave: boolean;
	readonly hang: boolean;
}

export interface ChildReport {
	readonly child: Process;
	readonly status: WaitStatus;
}

const CONTINUED: WaitStatus = 0xffff;

/** The request that a valid wait4 or waitid of a process makes; null for any other call. */
export function waitRequest(kernel: Kernel, process: Process, call: SystemCall): WaitRequest | null {
	if (call.name === "wait4") {
		const { who, options } = call;
		return { who, ended: true, ...optionFlags(options), leave: false };
	}
	if (call.name !== "waitid") return null;
	const { options } = call;
	const ended = (options & C.WEXITED) !== 0;
	return {
		who:
			call.type === C.P_PIDFD
				? (late().processOfHandle(kernel, process, call.id) ?? 0)
				: whoOf(call.type, call.id),
		ended,
		...optionFlags(options),
		leave: (options & C.WNOWAIT) !== 0,
	};
}

function optionFlags(options: number): Pick<WaitRequest, "stopped" | "continued" | "hang"> {
	return {
		stopped: (options & C.WUNTRACED) !== 0,
		continued: (options & C.WCONTINUED) !== 0,
		hang: (options & C.WNOHANG) === 0,
	};
}

function whoOf(type: number, id: number): number {
	if (type === C.P_ALL) return -1;
	return type === C.P_PID ? id : -id;
}

export function childrenFor(kernel: Kernel, parent: Process, who: number): Process[] {
	const group = who === 0 ? parent.pgid : -who;
	const children: Process[] = [];
	for (const pid of parent.children) {
		const child = kernel.state.processes[pid];
		if (child === undefined) continue;
		if (who === -1 || (who > 0 ? child.pid === who : child.pgid === group)) children.push(child);
	}
	return children;
}

/** The first child with something to report that the request takes. */
export function findReport(children: readonly Process[], request: WaitRequest): ChildReport | null {
	for (const child of children) {
		if (child.state === "zombie") {
			if (request.ended) return { child, status: child.status as WaitStatus };
		} else if (child.unreported !== null) {
			const wanted = child.unreported === CONTINUED ? request.continued : request.stopped;
			if (wanted) return { child, status: child.unreported };
		}
	}
	return null;
}

/** Re-asks the wait of a parent, one of whose children changed: it wakes if the wait would end. */
export function notifyParent(kernel: Kernel, parent: Process, by: Pid): void {
	if (parent.state !== "waiting" || parent.wait?.on !== "child" || parent.call === null) return;
	const request = waitRequest(kernel, parent, parent.call);
	if (request === null) return;
	const children = childrenFor(kernel, parent, request.who);
	if (children.length === 0 || findReport(children, request) !== null) wake(kernel, parent, by);
}

/** A child that ends or calls execve uses its parent's memory no longer. */
export function releaseVfork(kernel: Kernel, child: Process): void {
	const parent = kernel.state.processes[child.ppid];
	if (parent?.wait?.on === "vfork" && parent.wait.child === child.pid) wake(kernel, parent, child.pid);
}
