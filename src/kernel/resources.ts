// Limits, soft and hard, and nice values. See getrlimit(2), getpriority(2).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { QUEUE_BYTES_MAX, QUEUED_MAX } from "./limits.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { isPrivileged } from "./permissions.ts";
import type { Process } from "./state.ts";
import type { Named, SystemCall } from "./system-calls.ts";
import { CPU_LIMIT, HARD_CPU_LIMIT, putTimer, ranSoFar, removeTimer } from "./timers.ts";

interface Pair {
	readonly soft: number;
	readonly hard: number;
}

/** RLIM_INFINITY */
const NONE = Number.POSITIVE_INFINITY;
/** The hard limit of RLIMIT_NOFILE where the host allows less by default. */
const HARD_DESCRIPTORS = 4096;
/** /proc/sys/fs/nr_open: nobody may have more descriptors. */
const MOST_DESCRIPTORS = 1_048_576;
const STACK_BYTES = 8 << 20;

/** What a process has from the start. Those of the stack, of locked memory and of priority are told, and change nothing; those of data and of all memory bound the heap. */
function usualLimits(kernel: Kernel, resource: number): Pair {
	const both = (limit: number) => ({ soft: limit, hard: limit });
	switch (resource) {
		case C.RLIMIT_STACK:
			return { soft: STACK_BYTES, hard: NONE };
		case C.RLIMIT_CORE:
			return { soft: 0, hard: NONE };
		case C.RLIMIT_NPROC:
			return both(kernel.state.limits.processes);
		case C.RLIMIT_NOFILE: {
			const { descriptors } = kernel.state.limits;
			return { soft: descriptors, hard: Math.max(descriptors, HARD_DESCRIPTORS) };
		}
		case C.RLIMIT_MEMLOCK:
			return both(STACK_BYTES);
		case C.RLIMIT_SIGPENDING:
			return both(QUEUED_MAX);
		case C.RLIMIT_MSGQUEUE:
			return both(QUEUE_BYTES_MAX);
		case C.RLIMIT_NICE:
		case C.RLIMIT_RTPRIO:
			return both(0);
		default:
			return both(NONE);
	}
}

/** A limit as it holds for a process; Infinity: none. */
export function limitsOf(kernel: Kernel, process: Process, resource: number): Pair {
	const usual = usualLimits(kernel, resource);
	const { descriptorLimit, hardLimits, otherLimits } = process;
	const soft = resource === C.RLIMIT_NOFILE ? descriptorLimit : (otherLimits[resource] ?? usual.soft);
	return { soft, hard: hardLimits[resource] ?? usual.hard };
}

export function getrlimit(kernel: Kernel, process: Process, resource: number): Outcome {
	if (!isResource(resource)) return failed("limit.call.bad-resource", "EINVAL");
	return done("limit.get.told", 0, { kind: "limit", ...limitsOf(kernel, process, resource) });
}

/** setrlimit(2): the soft limit up to the hard one, and the hard one down; only root may raise it again. */
export function setrlimit(
	kernel: Kernel,
	process: Process,
	resource: number,
	soft: number,
	given: number | undefined,
	caller: Process = process,
): Outcome {
	if (!isResource(resource) || soft < 0) return failed("limit.call.bad-resource", "EINVAL");
	const old = limitsOf(kernel, process, resource);
	const hard = given ?? old.hard;
	if (soft > hard) return failed("limit.set.soft-above-hard", "EINVAL");
	if (resource === C.RLIMIT_NOFILE && hard > MOST_DESCRIPTORS) {
		return failed("limit.set.above-hard", "EPERM");
	}
	if (hard > old.hard && !isPrivileged(caller)) return failed("limit.set.above-hard", "EPERM");
	const { journal } = kernel;
	if (resource === C.RLIMIT_NOFILE) journal.set(process, "descriptorLimit", soft);
	else journal.set(process.otherLimits, resource, soft);
	if (hard !== old.hard) journal.set(process.hardLimits, resource, hard);
	if (resource === C.RLIMIT_CPU) limitTime(kernel, process);
	return done("limit.set.done");
}

const TICKS_PER_SECOND = 1_000_000;

/** RLIMIT_CPU: SIGXCPU when the soft limit's seconds of processor time are used up and at every second after, SIGKILL at the hard limit. */
export function limitTime(kernel: Kernel, process: Process): void {
	const { hard, soft } = limitsOf(kernel, process, C.RLIMIT_CPU);
	const ends = [
		{ id: CPU_LIMIT, seconds: soft, signal: C.signals.SIGXCPU, interval: TICKS_PER_SECOND },
		{ id: HARD_CPU_LIMIT, seconds: hard, signal: C.signals.SIGKILL, interval: 0 },
	];
	for (const { id, interval, seconds, signal } of ends) {
		removeTimer(kernel, process, id);
		if (seconds === NONE) continue;
		const due = Math.max(1, seconds) * TICKS_PER_SECOND;
		const clock = "processor";
		putTimer(kernel, process, {
			id,
			clock,
			signal,
			value: 0,
			zero: 0,
			due,
			interval,
			rang: false,
			overrun: 0,
		});
	}
}

/** prlimit(2): as getrlimit and setrlimit, of any process whose user and group are the caller's through and through. */
export function prlimit(kernel: Kernel, process: Process, call: Named<"prlimit">): Outcome {
	const { limits, pid, resource } = call;
	if (!isResource(resource)) return failed("limit.call.bad-resource", "EINVAL");
	const target = pid === 0 ? process : kernel.state.processes[pid];
	if (target === undefined) return failed("process.find.none", "ESRCH");
	if (target !== process && !isPrivileged(process) && !isSameUser(process, target)) {
		return failed("limit.call.other-user", "EPERM");
	}
	const old = { kind: "limit", ...limitsOf(kernel, target, resource) } as const;
	if (limits === null) return done("limit.get.told", 0, old);
	const set = setrlimit(kernel, target, resource, limits.soft, limits.hard, process);
	return set.kind === "done" ? done(set.rule, 0, old) : set;
}

function isSameUser({ gid, uid }: Process, target: Process): boolean {
	const users = [target.uid, target.euid, target.suid].every((id) => id === uid);
	return users && [target.gid, target.egid, target.sgid].every((id) => id === gid);
}

function isResource(resource: number): boolean {
	return Number.isInteger(resource) && resource >= 0 && resource < C.RESOURCES;
}

/** Those whom which and who mean; null for a which that there is not. */
function processesOf(kernel: Kernel, process: Process, which: number, who: number): Process[] | null {
	const all = Object.values(kernel.state.processes);
	switch (which) {
		case C.PRIO_PROCESS:
			return all.filter(({ pid }) => pid === (who === 0 ? process.pid : who));
		case C.PRIO_PGRP:
			return all.filter(({ pgid }) => pgid === (who === 0 ? process.pgid : who));
		case C.PRIO_USER:
			return all.filter(({ uid }) => uid === (who === 0 ? process.uid : who));
		default:
			return null;
	}
}

/** getpriority(2): the value is the nice value itself, from -20 to 19. */
export function getpriority(kernel: Kernel, process: Process, which: number, who: number): Outcome {
	const targets = processesOf(kernel, process, which, who);
	if (targets === null) return failed("priority.call.bad", "EINVAL");
	if (targets.length === 0) return failed("priority.call.nobody", "ESRCH");
	return done("priority.nice.told", Math.min(...targets.map(({ nice }) => nice)));
}

type SetPriority = SystemCall & { readonly name: "setpriority" };

export function setpriority(kernel: Kernel, process: Process, call: SetPriority): Outcome {
	const targets = processesOf(kernel, process, call.which, call.who);
	if (targets === null) return failed("priority.call.bad", "EINVAL");
	if (targets.length === 0) return failed("priority.call.nobody", "ESRCH");
	const nice = Math.max(-20, Math.min(19, call.nice));
	const own = targets.filter(
		({ euid, uid }) => isPrivileged(process) || uid === process.euid || euid === process.euid,
	);
	if (own.length === 0) return failed("priority.nice.refused", "EPERM");
	if (!isPrivileged(process) && own.some((target) => nice < target.nice)) {
		return failed("priority.nice.refused", "EACCES");
	}
	for (const target of own) kernel.journal.set(target, "nice", nice);
	return done("priority.nice.set");
}

/** getrusage(2): processor time alone; nothing else is counted here. */
export function getrusage(kernel: Kernel, process: Process, who: number): Outcome {
	if (who !== C.RUSAGE_SELF && who !== C.RUSAGE_CHILDREN && who !== C.RUSAGE_THREAD) {
		return failed("time.usage.bad", "EINVAL");
	}
	const ticks = who === C.RUSAGE_CHILDREN ? process.counts.children : ranSoFar(kernel, process);
	return done("time.usage.told", 0, { kind: "usage", ticks });
}
