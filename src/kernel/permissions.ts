// Who may do what with a file: its owner, its group, the others, and root. See path_resolution(7), capabilities(7).
import * as C from "./constants.ts";
import { failed, type Outcome } from "./outcome.ts";
import type { Directory, Process, RegularFile } from "./state.ts";

/** What a process is to files: its effective ids and its further groups. */
export type Credentials = Pick<Process, "euid" | "egid" | "groups">;

export type Owned = Pick<RegularFile, "mode" | "uid" | "gid">;

/** Root by its effective user: it has every privilege. */
export function isPrivileged({ euid }: Pick<Process, "euid">): boolean {
	return euid === 0;
}

/** The group is the effective one or one of the further ones. */
export function isInGroup({ egid, groups }: Credentials, gid: number): boolean {
	return gid === egid || groups.includes(gid);
}

/** Permission wanted: R_OK, W_OK, X_OK together. The first class that fits decides, even when a later one would allow more. */
export function permits(who: Credentials, node: Owned | Directory, wanted: number): boolean {
	if (isPrivileged(who)) {
		return (wanted & C.X_OK) === 0 || "entries" in node || (node.mode & 0o111) !== 0;
	}
	const shift = node.uid === who.euid ? 6 : isInGroup(who, node.gid) ? 3 : 0;
	return ((node.mode >> shift) & wanted) === wanted;
}

/** Owner of the file, or root. */
export function ownsOrRoot(who: Pick<Process, "euid">, node: Pick<Owned, "uid">): boolean {
	return isPrivileged(who) || who.euid === node.uid;
}

/** Why a name may not be taken from a directory with the sticky bit, or null. */
export function refuseSticky(
	who: Pick<Process, "euid">,
	parent: Directory,
	node: Pick<Owned, "uid"> | null,
): Outcome | null {
	if ((parent.mode & C.S_ISVTX) === 0 || ownsOrRoot(who, parent)) return null;
	if (node !== null && who.euid === node.uid) return null;
	return failed("file.name.sticky", "EPERM");
}

/** Group and mode of what is made in a directory: one with S_ISGID hands its group down, and to directories the bit too. */
export function ofNewNode(
	who: Credentials,
	parent: Directory,
	mode: number,
	directory: boolean,
): { readonly gid: number; readonly mode: number } {
	if ((parent.mode & C.S_ISGID) === 0) return { gid: who.egid, mode };
	const { gid } = parent;
	if (directory) return { gid, mode: mode | C.S_ISGID };
	const grouped = (mode & (C.S_ISGID | 0o010)) === (C.S_ISGID | 0o010);
	const kept = !grouped || isPrivileged(who) || isInGroup(who, gid);
	return { gid, mode: kept ? mode : mode & ~C.S_ISGID };
}

/** The mode of a regular file after somebody else than root wrote to it or it was given away: it lends nobody's rights any more. */
export function withoutLentRights(mode: number): number {
	const group = (mode & 0o010) === 0 ? 0 : C.S_ISGID;
	return mode & ~(C.S_ISUID | group);
}

/** kill(2): root, or the real or effective user of the sender is the real or saved one of the target. */
export function maySignal(sender: Process, target: Process): boolean {
	if (isPrivileged(sender)) return true;
	return [sender.uid, sender.euid].some((id) => id === target.uid || id === target.suid);
}
