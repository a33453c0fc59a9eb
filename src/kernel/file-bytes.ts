// The bytes of a file, and whose they are: replaced as a whole, never changed in place.
import * as C from "./constants.ts";
import { noteModified } from "./file-times.ts";
import type { Kernel } from "./kernel.ts";
import { isPrivileged, withoutLentRights } from "./permissions.ts";
import { joinDyes, splitDyes } from "./ring.ts";
import type { Dye, Process, RegularFile } from "./state.ts";

/** Nobody wrote the zeros of a hole. */
const HOLE = 0;

/** Gives a file new contents; whatever it was, it is data now. */
export function setBytes(kernel: Kernel, file: RegularFile, bytes: Uint8Array, dyes: readonly Dye[]): void {
	const { journal } = kernel;
	journal.set(file, "bytes", bytes);
	journal.set(file, "dyes", dyes);
	noteModified(kernel, file);
	if (file.program !== null) journal.set(file, "program", null);
}

/** Puts `bytes` at `offset`; what lies between the old end and `offset` becomes zeros. */
export function spliceBytes(
	kernel: Kernel,
	file: RegularFile,
	offset: number,
	bytes: Uint8Array,
	process: Process,
): void {
	const end = offset + bytes.length;
	const joined = new Uint8Array(Math.max(file.bytes.length, end));
	joined.set(file.bytes);
	joined.set(bytes, offset);
	const hole = Math.max(0, offset - file.bytes.length);
	const [before] = splitDyes(file.dyes, offset);
	const [, after] = splitDyes(file.dyes, end);
	const padded = hole === 0 ? before : joinDyes(before, [{ pid: HOLE, count: hole }]);
	keepNoRights(kernel, file, process);
	const dyed = joinDyes(joinDyes(padded, [{ pid: process.pid, count: bytes.length }]), after);
	setBytes(kernel, file, joined, dyed);
}

/** Whoever but root changes a file takes from it the rights it lent. */
function keepNoRights(kernel: Kernel, file: RegularFile, process: Process): void {
	const mode = withoutLentRights(file.mode);
	if (mode !== file.mode && !isPrivileged(process)) kernel.journal.set(file, "mode", mode);
}

/** Cuts a file, or fills it with zeros up to `length`. */
export function cutBytes(kernel: Kernel, file: RegularFile, length: number): void {
	const size = file.bytes.length;
	if (length <= size) {
		setBytes(kernel, file, file.bytes.slice(0, length), splitDyes(file.dyes, length)[0]);
		return;
	}
	const longer = new Uint8Array(length);
	longer.set(file.bytes);
	setBytes(kernel, file, longer, joinDyes(file.dyes, [{ pid: HOLE, count: length - size }]));
}

/** Up to where a file may grow: the disk, on which programs take no room, and RLIMIT_FSIZE of the process. */
export function sizeLimits(kernel: Kernel, file: RegularFile, process: Process) {
	let others = 0;
	for (const other of Object.values(kernel.state.files)) {
		if (other !== file && other.program === null) others += other.bytes.length;
	}
	return {
		disk: Math.max(0, kernel.state.limits.fileBytes - others),
		own: process.otherLimits[C.RLIMIT_FSIZE] ?? Number.POSITIVE_INFINITY,
	};
}
