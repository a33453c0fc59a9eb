// Many descriptors at once. See close_range(2).
import * as C from "./constants.ts";
import { closeDescriptor, setCloseOnExec } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { Process } from "./state.ts";
import type { Named } from "./system-calls.ts";

export function closeRange(kernel: Kernel, process: Process, call: Named<"close_range">): Outcome {
	const { first, flags, last } = call;
	if (first > last || (flags & ~(C.CLOSE_RANGE_CLOEXEC | C.CLOSE_RANGE_UNSHARE)) !== 0)
		return failed("descriptor.range.bad", "EINVAL");
	const within = Object.keys(process.descriptors)
		.map(Number)
		.filter((fd) => fd >= first && fd <= last);
	const later = (flags & C.CLOSE_RANGE_CLOEXEC) !== 0;
	for (const fd of within) {
		if (later) setCloseOnExec(kernel, process, fd, true);
		else closeDescriptor(kernel, process, fd);
	}
	return done(later ? "descriptor.range.later" : "descriptor.range.closed");
}
