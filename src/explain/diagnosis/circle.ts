// The circle of waits as data: which process waits for which, and what stands between them.
import { type Pid, type Process, signals } from "../../kernel/index.ts";
import { queueName } from "../queues.ts";
import { callName } from "../sentence.ts";
import { type Holder, holdersOf, pipeName, socketName } from "../view.ts";
import { endersOf, keepers, lockHolders } from "../wait.ts";
import type { Ran, WaitEdge } from "./finding.ts";

const SOCKET_LABELS = {
	"socket-not-empty": "what is sent to",
	"socket-not-full": "room for what is sent by",
	"place-in-queue": "a place in the queue of",
} as const;

type Bare = Omit<WaitEdge, "round">;

/** The way from `pid` along what each waits for, up to where it closes; one edge of each process, by the first that keeps it. */
export function circleFrom(ran: Ran, pid: Pid): readonly WaitEdge[] {
	const way: Bare[] = [];
	const seen = new Map<Pid, number>();
	for (let at: Pid | null = pid; at !== null && !seen.has(at); ) {
		seen.set(at, way.length);
		const edges: readonly Bare[] = edgesOf(ran, at);
		// The edge that leads back into the way closes the circle; else any that leads on.
		const edge: Bare | undefined =
			edges.find(({ to }) => to !== null && seen.has(to)) ?? edges.find(({ to }) => to !== null) ?? edges[0];
		if (edge === undefined) break;
		way.push(edge);
		at = edge.to;
		if (at !== null && seen.has(at)) {
			const begin = seen.get(at) ?? 0;
			return way.map((one, i) => ({ ...one, round: i >= begin }));
		}
	}
	return way.map((one) => ({ ...one, round: false }));
}

function edgesOf(ran: Ran, pid: Pid): readonly Bare[] {
	const process = ran.kernel.processes[pid];
	if (process?.state === "stopped") return [stoppedEdge(ran, process)];
	if (process?.state !== "waiting" || process.wait === null) return [];
	const { wait } = process;
	const base = { from: pid, call: callName(process.call), since: process.since?.place ?? null };
	switch (wait.on) {
		case "pipe-not-empty":
		case "pipe-not-full": {
			const end = wait.on === "pipe-not-empty" ? "write" : "read";
			const label =
				end === "write"
					? `bytes or end of file in ${pipeName(ran.kernel, wait.pipe)}`
					: `room in ${pipeName(ran.kernel, wait.pipe)}`;
			return byHolder(ran, wait.pipe, end).map(([to, descriptors]) => ({
				...base,
				to,
				thing: { kind: "pipe", pipe: wait.pipe, end },
				label,
				descriptors,
			}));
		}
		case "poll":
			if (wait.objects.length === 0)
				return [{ ...base, to: null, thing: { kind: "signal" }, label: "a signal", descriptors: [] }];
			return wait.objects.flatMap((object) => {
				if (object.kind !== "pipe") return [];
				const end = object.end === "read" ? "write" : "read";
				return byHolder(ran, object.id, end).map(([to, descriptors]) => ({
					...base,
					to,
					thing: { kind: "pipe", pipe: object.id, end } as const,
					label: `${end === "write" ? "bytes or end of file" : "room"} in ${pipeName(ran.kernel, object.id)}`,
					descriptors,
				}));
			});
		case "child":
		case "vfork":
			return endersOf(ran.kernel, process).map((to) => ({
				...base,
				to,
				thing: { kind: "child" },
				label: "waits for its end",
				descriptors: [],
			}));
		case "other-end": {
			const { end } = wait;
			const label = `somebody to open ${pipeName(ran.kernel, wait.pipe)} for ${end === "read" ? "reading" : "writing"}`;
			const partner = Object.values(ran.kernel.processes).find(
				(other) => other.pid !== pid && other.wait?.on === "other-end",
			);
			return [{ ...base, to: partner?.pid ?? null, thing: { kind: "fifo", end }, label, descriptors: [] }];
		}
		case "lock":
			return lockHolders(ran.kernel, process).map((to) => ({
				...base,
				to,
				thing: { kind: "lock", object: wait.object },
				label: "the lock",
				descriptors: [],
			}));
		case "message":
		case "queue-room": {
			const name = queueName(ran.kernel, wait.queue);
			const label = wait.on === "message" ? `a message in ${name}` : `room in ${name}`;
			const enders = endersOf(ran.kernel, process);
			return (enders.length === 0 ? [null] : enders).map((to) => ({
				...base,
				to,
				thing: { kind: "queue", queue: wait.queue },
				label,
				descriptors: [],
			}));
		}
		case "socket-not-empty":
		case "socket-not-full":
		case "place-in-queue": {
			const name = socketName(ran.kernel, wait.socket);
			const label = SOCKET_LABELS[wait.on];
			const found = byPid(keepers(ran.kernel, wait));
			const end = wait.on === "place-in-queue" ? "own" : "other";
			const thing = { kind: "socket", socket: wait.socket, end } as const;
			if (found.length === 0)
				return [{ ...base, to: null, thing, label: `${label} ${name}`, descriptors: [] }];
			return found.map(([to, descriptors]) => ({
				...base,
				to,
				thing,
				label: `${label} ${name}`,
				descriptors,
			}));
		}
		case "connection": {
			const label = `a client of ${socketName(ran.kernel, wait.socket)}`;
			return [
				{
					...base,
					to: null,
					thing: { kind: "socket", socket: wait.socket, end: "own" },
					label,
					descriptors: [],
				},
			];
		}
		case "signal":
			return [{ ...base, to: null, thing: { kind: "signal" }, label: "a signal", descriptors: [] }];
		default:
			return [];
	}
}

/** A stopped process goes on when it is sent SIGCONT; whoever waits for its end could do that. */
function stoppedEdge(ran: Ran, process: Process): Bare {
	const { pid, ppid } = process;
	const parent = ran.kernel.processes[ppid];
	return {
		from: pid,
		to: ppid !== 1 && parent !== undefined && parent.state !== "zombie" ? ppid : null,
		thing: { kind: "signal" },
		label: "SIGCONT",
		descriptors: [],
		call: `stopped by ${stopName(process)}`,
		since: ran.place(pid),
	};
}

function stopName(process: Process): string {
	const number = ((process.unreported ?? 0) >> 8) & 0xff;
	return Object.entries(signals).find(([, value]) => value === number)?.[0] ?? "a signal";
}

/** Who holds that end, each with its descriptors. */
function byHolder(
	ran: Ran,
	pipe: number,
	end: "read" | "write",
): readonly (readonly [Pid, readonly number[]])[] {
	return byPid(holdersOf(ran.kernel, pipe, end));
}

function byPid(holders: readonly Holder[]): readonly (readonly [Pid, readonly number[]])[] {
	const found = new Map<Pid, number[]>();
	for (const { pid, fd } of holders) found.set(pid, [...(found.get(pid) ?? []), fd]);
	return [...found];
}
