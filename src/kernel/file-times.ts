// When a file was last read, written and changed: st_atime, st_mtime, st_ctime, on the simulated clock. See inode(7).
import type { Kernel } from "./kernel.ts";
import type { FileTimes } from "./state.ts";
import type { Ticks } from "./words.ts";

const DAY: Ticks = 24 * 60 * 60 * 1_000_000;

/** The times of what has just been made. */
export function newTimes(kernel: Kernel): FileTimes {
	const { clock } = kernel.state;
	return { accessed: clock, modified: clock, changed: clock };
}

/** What it holds was read. As Linux mounts file systems (relatime), most reads after the first leave no trace. */
export function noteAccess(kernel: Kernel, node: FileTimes): void {
	const { clock } = kernel.state;
	const { accessed, changed, modified } = node;
	if (accessed > modified && accessed > changed && clock - accessed < DAY) return;
	if (accessed !== clock) kernel.journal.set(node, "accessed", clock);
}

/** What it holds was changed. */
export function noteModified(kernel: Kernel, node: FileTimes): void {
	const { clock } = kernel.state;
	if (node.modified !== clock) kernel.journal.set(node, "modified", clock);
	noteChanged(kernel, node);
}

/** Its mode, its owner, its links or its times were changed. */
export function noteChanged(kernel: Kernel, node: FileTimes): void {
	const { clock } = kernel.state;
	if (node.changed !== clock) kernel.journal.set(node, "changed", clock);
}
