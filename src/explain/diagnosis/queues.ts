// A wait at a message queue that nobody ends: who could send or receive, and what they do instead.
import type { Pid } from "../../kernel/index.ts";
import type { QueueWait } from "../channel-facts.ts";
import { noEndOfFile, queueKeepers, queueLevel, queueName } from "../queues.ts";
import { code, join, list, say, who } from "../sentence.ts";
import type { Finding, Ran } from "./finding.ts";
import { begins, turnedAway, waitCulprit, whatTheyWaitFor } from "./told.ts";
import { rootOf, waitingOthers } from "./waiting.ts";

/** A process that waits for ever at a queue, and what for. */
function waiter(ran: Ran, on: QueueWait["on"]): { readonly pid: Pid; readonly wait: QueueWait } | null {
	const pid = rootOf(ran);
	const wait = pid === null ? null : ran.kernel.processes[pid]?.wait;
	return pid === null || wait == null || wait.on !== on ? null : { pid, wait: wait as QueueWait };
}

export function messageNeverComes(ran: Ran): Finding | null {
	const found = waiter(ran, "message");
	if (found === null) return null;
	const { pid, wait } = found;
	const call = ran.kernel.processes[pid]?.call;
	const name = queueName(ran.kernel, wait.queue);
	const queue = ran.kernel.queues[wait.queue];
	const inside = queue?.messages.length ?? 0;
	const what = queue?.family === "mailbox" ? "letter" : "message";
	const none =
		inside > 0 && call?.name === "msgrcv"
			? say`no message of the type it asks for is in ${name}`
			: say`no ${what} is in ${name}`;
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${none}${othersAt(ran, pid, wait)}.`,
			...turnedAway(ran, pid, (one) => "path" in one && one.path === `/${queue?.name}`).map(
				({ sentence }) => sentence,
			),
			say`${noEndOfFile(queue)}: whoever receives is not told that the senders have ended.`,
			whatTheyWaitFor(ran, waitingOthers(ran, pid)),
		]),
		cure: say`Let the sender send a last ${what} that says so, and stop when it comes; or stop after as many ${what}s as were sent.`,
		culprits: [pid, ...waitingOthers(ran, pid)].map((one) => waitCulprit(ran, one)),
	};
}

export function queueStaysFull(ran: Ran): Finding | null {
	const found = waiter(ran, "queue-room");
	if (found === null) return null;
	const { pid, wait } = found;
	const queue = ran.kernel.queues[wait.queue];
	const level = queue === undefined ? "" : ` (${queueLevel(queue)})`;
	const call =
		ran.kernel.processes[pid]?.call?.name.replace(/^msgsnd$/, "msgrcv").replace("_send", "_receive") ??
		"mq_receive";
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${queueName(ran.kernel, wait.queue)} is full${level}${othersAt(ran, pid, wait)}.`,
			whatTheyWaitFor(ran, waitingOthers(ran, pid)),
		]),
		cure: say`Somebody has to call ${code(call)} before or while this process sends; a ${queue?.family === "mailbox" ? "mailbox" : "queue"} with more room only puts it off.`,
		culprits: [pid, ...waitingOthers(ran, pid)].map((one) => waitCulprit(ran, one)),
	};
}

/** ', and nobody else has it open', or who has. */
function othersAt(ran: Ran, pid: Pid, wait: QueueWait) {
	const queue = ran.kernel.queues[wait.queue];
	if (queue?.family === "system-v") return say`, and nobody is left to change that`;
	const keepers = queueKeepers(ran.kernel, wait).filter((holder) => holder.pid !== pid);
	const pids = [...new Set(keepers.map((holder) => holder.pid))];
	if (pids.length === 0) return say`, and nobody else has it open`;
	return say`, and only ${list(pids.map((one) => who(ran, one)))} ${pids.length === 1 ? "has" : "have"} it open`;
}
