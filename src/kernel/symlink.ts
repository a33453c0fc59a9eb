// Symbolic links: making one, and reading where it points. Walking through them is the tree's. See symlink(7).

import { descriptionOf } from "./descriptors.ts";
import { newTimes, noteAccess, noteModified } from "./file-times.ts";
import { type Kernel, newObject } from "./kernel.ts";
import { late } from "./late.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { ofNewNode } from "./permissions.ts";
import { isInProc } from "./proc.ts";
import type { Process, Symlink } from "./state.ts";
import type { Named } from "./system-calls.ts";
import { lookUp, lookUpExisting, refuseNewFile } from "./tree.ts";

const TARGET_MAX = 4096;

/** symlink(2): whether anything is there at `target` does not matter. */
export function symlink(
	kernel: Kernel,
	process: Process,
	target: string,
	path: string,
	at?: number,
): Outcome {
	if (target === "") return failed("file.path.missing", "ENOENT");
	if (target.length >= TARGET_MAX) return failed("file.path.too-long", "ENAMETOOLONG");
	const lookup = lookUp(kernel, process, path, "name", at);
	if ("error" in lookup) return lookup.error;
	const { found } = lookup;
	const refusal = refuseNewFile(kernel, process, found);
	if (refusal !== null) return refusal;
	const id = newObject(kernel);
	const { euid: uid } = process;
	const { gid } = ofNewNode(process, found.parent, 0o777, false);
	const link: Symlink = { id, target, links: 1, uid, gid, ...newTimes(kernel) };
	kernel.journal.set(kernel.state.symlinks, id, link);
	kernel.journal.set(found.parent.entries, found.name, { kind: "symlink", id });
	noteModified(kernel, found.parent);
	return done("file.symlink.made");
}

/** readlink(2): the target; the library cuts it to the caller's buffer. */
export function readlink(kernel: Kernel, process: Process, { at, path, size }: Named<"readlink">): Outcome {
	if (size !== undefined && size <= 0) return failed("file.readlink.no-room", "EINVAL");
	const object = path === "" && at !== undefined ? descriptionOf(kernel, process, at)?.object : undefined;
	const target =
		object?.kind === "handle" && object.of === "symlink"
			? { ref: { kind: object.of, id: object.id } as const }
			: lookUpExisting(kernel, process, path, "link", at);
	if ("error" in target) return target.error;
	if (target.ref.kind !== "symlink") return failed("file.readlink.not-a-link", "EINVAL");
	const { id } = target.ref;
	if (isInProc(id)) {
		const path = late().procLink(kernel, process, id);
		return typeof path === "string" ? told(path) : path;
	}
	const link = kernel.state.symlinks[id] as Symlink;
	noteAccess(kernel, link);
	return told(link.target);
}

function told(path: string): Outcome {
	return done("file.readlink.told", path.length, { kind: "path", path });
}
