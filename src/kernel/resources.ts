// getrlimit(2) and setrlimit(2): soft limits; hard ones are the host's.
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { Process } from "./state.ts";

/** The hard limit of RLIMIT_NOFILE where the host allows less by default. */
const HARD_DESCRIPTORS = 4096;

function hardLimit(kernel: Kernel, resource: number): number {
	if (resource !== C.RLIMIT_NOFILE) return Number.POSITIVE_INFINITY;
	return Math.max(kernel.state.limits.descriptors, HARD_DESCRIPTORS);
}

export function getrlimit(kernel: Kernel, process: Process, resource: number): Outcome {
	if (!isResource(resource)) return failed("limit.call.bad-resource", "EINVAL");
	const soft =
		resource === C.RLIMIT_NOFILE
			? process.descriptorLimit
			: (process.otherLimits[resource] ?? Number.POSITIVE_INFINITY);
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
