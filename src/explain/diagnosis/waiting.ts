// Who waits for ever, and which of them is the root of it.
import type { Pid } from "../../kernel/index.ts";
import { keepers, waitingForever, waitOf } from "../wait.ts";
import type { Ran } from "./finding.ts";

/** All that wait for ever; init is not told of. */
export function stranded(ran: Ran): readonly Pid[] {
	return waitingForever(ran.kernel).filter((pid) => pid !== 1);
}

/** All others that wait, for ever or not. */
export function waitingOthers(ran: Ran, pid: Pid): readonly Pid[] {
	return Object.values(ran.kernel.processes)
		.filter((other) => other.pid !== pid && other.pid !== 1 && other.state === "waiting")
		.map((other) => other.pid);
}

const roots = new WeakMap<Ran, Pid | null>();

/**
 * Of all who wait for ever, the one that no other of them could free: it holds its own pipe open, or waits for
 * something nobody has. In a circle each could free the next; then the first that waits on a pipe.
 */
export function rootOf(ran: Ran): Pid | null {
	const known = roots.get(ran);
	if (known !== undefined) return known;
	const waiting = stranded(ran);
	const held = (pid: Pid) => {
		const wait = ran.kernel.processes[pid]?.wait;
		return wait == null ? [] : keepers(ran.kernel, wait);
	};
	const onPipe = waiting.filter((pid) => held(pid).length > 0);
	const alone = onPipe.filter((pid) => held(pid).some((holder) => holder.pid === pid));
	const helpless = waiting.filter((pid) => waitOf(ran, pid)?.by.length === 0);
	const root = alone[0] ?? helpless[0] ?? onPipe[0] ?? waiting[0] ?? null;
	roots.set(ran, root);
	return root;
}
