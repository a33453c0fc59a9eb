// What travels beside the bytes: descriptions in flight (SCM_RIGHTS) and who sent it (SCM_CREDENTIALS). See unix(7), cmsg(3).
import { descriptionOf, install, lowestFree, originOf } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import { share } from "./open-files.ts";
import { failed, type Outcome } from "./outcome.ts";
import { isPrivileged } from "./permissions.ts";
import { dropRights } from "./socket-close.ts";
import type { Letter, Process, UserCredentials } from "./state.ts";
import type { Control } from "./system-calls.ts";
import type { ObjectId, Place } from "./words.ts";

/** SCM_MAX_FD */
const RIGHTS_MAX = 253;
/** What a reader is told of a letter that carries no name of a sender: the overflow user. */
export const NOBODY: UserCredentials = { pid: 0, uid: 65_534, gid: 65_534 };

/** What a letter carries beside its bytes. */
export type Enclosed = Pick<Letter, "credentials" | "rights">;

/** Checks what sendmsg was given; without it nothing is enclosed. */
export function enclosedOf(
	kernel: Kernel,
	process: Process,
	control: Control | null,
): { readonly enclosed: Enclosed } | { readonly error: Outcome } {
	if (control === null) return { enclosed: { credentials: null, rights: [] } };
	if (control.bad || control.rights.length > RIGHTS_MAX) {
		return { error: failed("socket.send.bad-control", "EINVAL") };
	}
	const rights: ObjectId[] = [];
	for (const fd of control.rights) {
		const openFile = descriptionOf(kernel, process, fd);
		if (openFile === null) return { error: failed("descriptor.use.not-open", "EBADF") };
		rights.push(openFile.id);
	}
	const { credentials } = control;
	if (credentials !== null) {
		const refusal = refuseCredentials(kernel, process, credentials);
		if (refusal !== null) return { error: refusal };
	}
	return { enclosed: { credentials, rights } };
}

/** Only root may say that somebody else sends. */
function refuseCredentials(
	kernel: Kernel,
	process: Process,
	{ gid, pid, uid }: UserCredentials,
): Outcome | null {
	const own =
		pid === process.pid &&
		[process.uid, process.euid, process.suid].includes(uid) &&
		[process.gid, process.egid, process.sgid].includes(gid);
	if (!own && !isPrivileged(process)) return failed("socket.send.forged", "EPERM");
	return kernel.state.processes[pid] === undefined ? failed("process.find.none", "ESRCH") : null;
}

/** As the kernel notes a sender where either end wants it: the real ids. */
export function senderOf({ gid, pid, uid }: Process): UserCredentials {
	return { pid, uid, gid };
}

/** One more holder of each description: the letter. */
export function holdRights(kernel: Kernel, rights: readonly ObjectId[]): void {
	for (const id of rights) share(kernel, id);
}

/** Descriptors for as many of the descriptions as there is room for, the rest is dropped; `consumed`: the letter lets go of them. */
export function takeRights(
	kernel: Kernel,
	process: Process,
	rights: readonly ObjectId[],
	room: number,
	closeOnExec: boolean,
	place: Place | null,
	consumed: boolean,
): number[] {
	const fds: number[] = [];
	const origin = originOf("recvmsg", process, place);
	for (const openFile of rights.slice(0, room)) {
		const fd = lowestFree(process, 0);
		if (fd >= process.descriptorLimit) break;
		install(kernel, process, fd, { openFile, closeOnExec, origin });
		fds.push(fd);
	}
	if (consumed) dropRights(kernel, rights, process.pid);
	return fds;
}
