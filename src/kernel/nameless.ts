// Files that are made without a name (O_TMPFILE), and descriptors that stand for a name alone (O_PATH). See open(2).
import * as C from "./constants.ts";
import { install } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import { newFile, type OpenCall, type Target } from "./open.ts";
import { newOpenFile } from "./open-files.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { Entry, ObjectRef, Origin, Process, RegularFile } from "./state.ts";
import { directoryOf, lookUpExisting, pathOfDirectory, refuseChange } from "./tree.ts";

/** O_TMPFILE: a file in a directory, of which no name tells; linkat may give it one, unless O_EXCL was given. */
export function makeUnnamed(kernel: Kernel, process: Process, call: OpenCall): Target {
	if ((call.flags & C.O_ACCMODE) === C.O_RDONLY) return { error: failed("file.open.bad-flags", "EINVAL") };
	const target = lookUpExisting(kernel, process, call.path, "target", call.at);
	if ("error" in target) return target;
	if (target.ref.kind !== "directory") return { error: failed("file.path.not-directory", "ENOTDIR") };
	const parent = directoryOf(kernel, target.ref.id);
	const refusal = refuseChange(kernel, process, parent);
	if (refusal !== null) return { error: refusal };
	const { journal, state } = kernel;
	const id = newFile(kernel, process, parent, call.mode & ~process.umask);
	const file = state.files[id] as RegularFile;
	journal.set(file, "links", 0);
	const path = pathOfDirectory(kernel, parent.id) ?? "";
	journal.set(file, "lastPath", `${path === "/" ? "" : path}/#${id}`);
	if ((call.flags & C.O_EXCL) === 0) journal.set(file, "linkable", true);
	return { ref: { kind: "file", id }, created: true };
}

/** O_PATH: whoever may reach the name may have it so, whatever the mode says. */
export function openName(
	kernel: Kernel,
	process: Process,
	ref: Entry,
	flags: number,
	opening: { readonly fd: number; readonly closeOnExec: boolean; readonly origin: Origin },
): Outcome {
	if ((flags & C.O_DIRECTORY) !== 0 && ref.kind !== "directory") {
		return failed("file.path.not-directory", "ENOTDIR");
	}
	const { closeOnExec, fd, origin } = opening;
	const also = flags & C.NAME_FLAGS & ~C.O_CLOEXEC;
	const kept = { access: "read", append: false, nonblock: false, packets: false, also } as const;
	install(kernel, process, fd, {
		openFile: newOpenFile(kernel, objectOf(ref), kept, origin),
		closeOnExec,
		origin,
	});
	return done("file.open.name-alone", fd);
}

function objectOf(ref: Entry): ObjectRef {
	switch (ref.kind) {
		case "fifo":
		case "symlink":
		case "socket-file":
			return { kind: "handle", of: ref.kind, id: ref.id };
		default:
			return ref;
	}
}
