// poll(2) and select(2): asleep until one of many descriptors is ready, or time is up.
import { timeLeft } from "./clock.ts";
import type { Kernel } from "./kernel.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { eventsOf, selectSets, watchedObjects } from "./poll.ts";
import { deadline } from "./signal-calls.ts";
import type { Process } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";

type PollCall = SystemCall & { readonly name: "poll" };
type SelectCall = SystemCall & { readonly name: "select" };

export function poll(kernel: Kernel, process: Process, call: PollCall): Outcome {
	const { entries, nowhere, timeout } = call;
	if (timeout !== null && timeout < 0) return failed("time.wait.bad", "EINVAL");
	if ((nowhere?.count ?? entries.length) > process.descriptorLimit)
		return failed("poll.call.too-many", "EINVAL");
	if (nowhere !== undefined && nowhere.count > 0) return failed("call.address.bad", "EFAULT");
	const events = entries.map((entry) => eventsOf(kernel, process, entry.fd, entry.events));
	const ready = events.filter((bits) => bits !== 0).length;
	if (ready > 0) {
		return done("poll.call.ready", ready, {
			kind: "ready",
			events,
			left: timeLeft(kernel, process, timeout),
		});
	}
	const until = deadline(kernel, process, timeout);
	if (until !== null && kernel.state.clock >= until) {
		if (nowhere?.beyond) return failed("call.address.lost", "EFAULT");
		return done("poll.call.timeout", 0, { kind: "ready", events, left: 0 });
	}
	const fds = entries.map((entry) => entry.fd);
	return blocked("poll.call.waits", { on: "poll", objects: watchedObjects(kernel, process, fds), until });
}

export function select(kernel: Kernel, process: Process, call: SelectCall): Outcome {
	const { highest, timeout } = call;
	if (highest < 0 || (timeout !== null && timeout < 0)) return failed("select.call.bad-count", "EINVAL");
	const limit = Math.min(highest, tableSize(process));
	const watched = {
		read: call.read.filter((fd) => fd < limit),
		write: call.write.filter((fd) => fd < limit),
		except: call.except.filter((fd) => fd < limit),
	};
	const fds = [...watched.read, ...watched.write, ...watched.except];
	if (fds.some((fd) => process.descriptors[fd] === undefined)) return failed("select.call.closed", "EBADF");
	const readyIn = (set: keyof typeof watched) =>
		watched[set].filter((fd) => (eventsOf(kernel, process, fd, selectSets[set]) & selectSets[set]) !== 0);
	const read = readyIn("read");
	const write = readyIn("write");
	const except = readyIn("except");
	const count = read.length + write.length + except.length;
	const until = count > 0 ? null : deadline(kernel, process, timeout);
	if (count > 0 || (until !== null && kernel.state.clock >= until)) {
		const rest = timeLeft(kernel, process, timeout);
		// The call itself takes time: Linux never tells that all of it is left.
		const left = rest > 0 && rest === timeout ? rest - 1 : rest;
		const rule = count > 0 ? "select.call.ready" : "select.call.timeout";
		return done(rule, count, { kind: "selected", read, write, except, left });
	}
	return blocked("select.call.waits", { on: "poll", objects: watchedObjects(kernel, process, fds), until });
}

/** Slots of the descriptor table: select silently ignores descriptors beyond it (select(2), BUGS). */
function tableSize(process: Process): number {
	let highest = 0;
	for (const fd of Object.keys(process.descriptors)) highest = Math.max(highest, Number(fd));
	return highest < 64 ? 64 : 2 ** Math.ceil(Math.log2(highest + 1));
}
