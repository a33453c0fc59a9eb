// /proc: what is in it is made when somebody looks, by what the door `further.ts` brings. Here: how the tree of names knows it.
import type { Kernel } from "./kernel.ts";
import type { ObjectId } from "./words.ts";

/** Object numbers from here on are of /proc; no record of the state has one. */
export const PROC_OBJECTS: ObjectId = 0x4000_0000;

/** Whether the number is of a directory, link or file of /proc. */
export function isInProc(id: ObjectId): boolean {
	return id >= PROC_OBJECTS;
}

/** Whether the kernel alone says what is in the directory: /proc itself, or one below it. */
export function isProcDirectory(kernel: Kernel, id: ObjectId): boolean {
	return isInProc(id) || id === kernel.state.procDirectory;
}
