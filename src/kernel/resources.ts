// Soft limits (hard ones are the host's) and nice values. See getrlimit(2), getpriority(2).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { QUEUE_BYTES_MAX } from "./limits.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { isPrivileged } from "./permissions.ts";
import type { Process } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";

/** The hard limit of RLIMIT_NOFILE where the host allows less by default. */
const HARD_DESCRIPTORS = 4096;

function hardLimit(kernel: Kernel, resource: number): number {
	if (resource === C.RLIMIT_MSGQUEUE) return QUEUE_BYTES_MAX;
	if (resource !== C.RLIMIT_NOFILE) return Number.POSITIVE_INFINITY;
	return Math.max(kernel.state.limits.descriptors, HARD_DESCRIPTORS);
}

export function getrlimit(kernel: Kernel, process: Process, resource: number): Outcome {
	if (!isResource(resource)) return failed("limit.call.bad-resource", "EINVAL");
	const soft =
		resource === C.RLIMIT_NOFILE
			? process.descriptorLimit
			: (process.otherLimits[resource] ??
				(resource === C.RLIMIT_MSGQUEUE ? QUEUE_BYTES_MAX : Number.POSITIVE_INFINITY));
	return done("limit.get.told", 0, { kind: "limit", soft, hard: hardLimit(kernel, resource) });
}

export function setrlimit(kernel: Kernel, process: Process, resource: number, soft: number): Outcome {
	if (!isResource(resource) || soft < 0) return failed("limit.call.bad-resource", "EINVAL");
	if (soft > hardLimit(kernel, resource)) return failed("limit.set.above-hard", "EPERM");
	const { journal } = kernel;
	if (resource === C.RLIMIT_NOFILE) journal.set(process, "descriptorLimit", soft);
	else if (soft === Number.POSITIVE_INFINITY) journal.remove(process.otherLimits, resource);
	else journal.set(process.otherLimits, resource, soft);
	return done("limit.set.done");
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
