// Setting the times of a file. See utimensat(2).
import * as C from "./constants.ts";
import { openFileOf } from "./descriptors.ts";
import { noteChanged } from "./file-times.ts";
import type { Kernel } from "./kernel.ts";
import { nodeOf } from "./node.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { ownsOrRoot, permits } from "./permissions.ts";
import type { Entry, FileTimes, Process } from "./state.ts";
import type { FileTime, SystemCall } from "./system-calls.ts";
import { lookUpExisting } from "./tree.ts";

type TimesCall = SystemCall & { readonly name: "utimensat" };

/** utimensat(2): a file by its path, or what the descriptor `at` leads to. */
export function setTimes(kernel: Kernel, process: Process, call: TimesCall): Outcome {
	const { accessed, modified } = call;
	if (accessed === "bad" || modified === "bad") return failed("file.times.bad", "EINVAL");
	if (accessed === "omit" && modified === "omit") return done("file.times.set");
	const target = targetOf(kernel, process, call);
	if ("error" in target) return target.error;
	const node = nodeOf(kernel, target.ref);
	if (node === null) return failed("file.times.not-owner", "EPERM");
	const own = ownsOrRoot(process, node);
	if (accessed === "now" && modified === "now") {
		if (!own && "mode" in node && !permits(process, node, C.W_OK))
			return failed("file.open.no-permission", "EACCES");
	} else if (!own) return failed("file.times.not-owner", "EPERM");
	setTime(kernel, node, "accessed", accessed);
	setTime(kernel, node, "modified", modified);
	noteChanged(kernel, node);
	return done("file.times.set");
}

function setTime(kernel: Kernel, node: FileTimes, which: "accessed" | "modified", time: FileTime): void {
	if (time === "omit" || time === "bad") return;
	kernel.journal.set(node, which, time === "now" ? kernel.state.clock : time.at);
	if (time !== "now") kernel.journal.set(node, "rests", { ...node.rests, [which]: time });
}

type Target = { readonly ref: Entry } | { readonly error: Outcome };

function targetOf(kernel: Kernel, process: Process, call: TimesCall): Target {
	if (call.path !== null)
		return lookUpExisting(kernel, process, call.path, call.follow ? "target" : "link", call.at);
	const openFile = openFileOf(kernel, process, call.at ?? -1);
	if (openFile === null) return { error: failed("descriptor.use.not-open", "EBADF") };
	return { ref: openFile.object };
}
