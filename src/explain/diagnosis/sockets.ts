// Waits at sockets that nobody ends: for what is sent, for the end, for room, for a client, for a place in the queue.
import type { Pid, Wait } from "../../kernel/index.ts";
import { code, join, list, type Sentence, say, who } from "../sentence.ts";
import { type Holder, socketName } from "../view.ts";
import { keepers } from "../wait.ts";
import type { Finding, Ran } from "./finding.ts";
import { readsToTheEnd } from "./source.ts";
import { closings, standsAt } from "./stands.ts";
import {
	awaitsBytesOf,
	beforeLine,
	begins,
	closeCure,
	descriptorCulprit,
	history,
	onLine,
	processesOf,
	turnedAway,
	waitCulprit,
	waitFor,
	whatTheyWaitFor,
} from "./told.ts";
import { rootOf, waitingOthers } from "./waiting.ts";

type SocketWait = Extract<Wait, { readonly socket: unknown }>;

/** The root of the trouble, when it waits at a socket in that way; with the descriptors of the other end. */
function stuckAt(ran: Ran, ...on: readonly SocketWait["on"][]) {
	const pid = rootOf(ran);
	const wait = pid === null ? null : (waitFor(ran, pid) as SocketWait);
	if (pid === null || wait === null || !on.includes(wait.on)) return null;
	const socket = ran.kernel.sockets[wait.socket];
	if (socket === undefined) return null;
	const held = keepers(ran.kernel, wait);
	return {
		pid,
		wait,
		socket,
		name: who(ran, pid),
		at: socketName(ran.kernel, wait.socket),
		own: held.filter((holder) => holder.pid === pid),
		others: held.filter((holder) => holder.pid !== pid),
	};
}

export function ownSocketEnd(ran: Ran): Finding | null {
	const stuck = stuckAt(ran, "socket-not-empty");
	if (stuck === null || stuck.socket.peer === null || stuck.own.length === 0) return null;
	if (stuck.socket.type === "datagram") return null;
	const { pid, name, at, own, others } = stuck;
	const culprits = own.map((holder) => descriptorCulprit(ran, holder));
	const more = others.map((holder) => descriptorCulprit(ran, holder));
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} nothing is left at ${at}, and ${name} itself still holds the other end of the connection, so end of file never comes.`,
			...[...culprits, ...more].map((culprit) => history(ran, culprit)),
		]),
		cure: closeCure(ran, "end", culprits),
		culprits,
		remedies: closings(ran, [...culprits, ...more]),
	};
}

/** Two that each wait at a socket for what only the other could send. */
function conversation(ran: Ran) {
	const stuck = stuckAt(ran, "socket-not-empty");
	if (stuck === null || stuck.own.length > 0) return null;
	const { pid, others } = stuck;
	const partner = others
		.map((holder) => holder.pid)
		.find((other) => awaitsBytesOf(ran, other, pid, "socket-not-empty"));
	if (partner === undefined || others.some((holder) => holder.pid !== partner)) return null;
	return { ...stuck, partner, toPartner: keepers(ran.kernel, waitFor(ran, partner)) };
}

/** A reader until the end of file in a conversation of which the other end stays open. */
export function requestNeverEnds(ran: Ran): Finding | null {
	const talk = conversation(ran);
	if (talk === null || talk.socket.type === "datagram") return null;
	const { pid, partner, others, toPartner } = talk;
	const sides = [
		{ reader: pid, other: partner, ends: others },
		{ reader: partner, other: pid, ends: toPartner },
	];
	// Of two that read on, the one that has had something waits for the end of it.
	const side = sides
		.filter(({ reader }) => readsToTheEnd(ran.programs, ran.kernel.processes[reader]?.since?.place ?? null))
		.sort((a, b) => received(ran, b.reader) - received(ran, a.reader))[0];
	if (side === undefined || received(ran, side.reader) === 0) return null;
	const { reader, other, ends } = side;
	const culprits = ends.map((holder) => descriptorCulprit(ran, holder));
	const place = ran.kernel.processes[other]?.since?.place;
	return {
		pid: reader,
		sentence: join([
			say`${begins(ran, reader)} it reads until end of file, and ${who(ran, other)} holds the other end open: the end never comes.`,
			say`Each waits for the other: ${whatTheyWaitFor(ran, [other])}`,
			...culprits.map((culprit) => history(ran, culprit)),
		]),
		cure: say`${who(ran, other)} says that its request is complete: ${code("shutdown")} with ${code("SHUT_WR")}${beforeLine(ran, place)} ends one direction and leaves the other open. Closing would end both.`,
		culprits,
		remedies: culprits.flatMap(({ descriptor, openedAt, pid: holder }) =>
			descriptor === null
				? []
				: [{ kind: "shutdown", pid: holder, descriptor, openedAt, before: standsAt(ran, holder) } as const],
		),
	};
}

function received(ran: Ran, pid: Pid): number {
	const wait = ran.kernel.processes[pid]?.wait;
	return wait?.on === "socket-not-empty" ? (ran.kernel.sockets[wait.socket]?.lettersTaken ?? 0) : 0;
}

export function eachWaitsToReceive(ran: Ran): Finding | null {
	const talk = conversation(ran);
	if (talk === null) return null;
	const { pid, partner, at, others } = talk;
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} nothing has come to ${at}, and ${who(ran, partner)}, which holds the other end, does not send but waits too.`,
			say`Each waits for the other: ${whatTheyWaitFor(ran, [partner])}`,
		]),
		cure: say`One of the two has to send first: a protocol says who begins.`,
		culprits: others.map((holder) => descriptorCulprit(ran, holder)),
	};
}

export function socketEndLeftOpen(ran: Ran): Finding | null {
	const stuck = stuckAt(ran, "socket-not-empty");
	if (stuck === null || stuck.socket.peer === null) return null;
	if (stuck.own.length > 0 || stuck.others.length === 0) return null;
	const { pid, at, others } = stuck;
	const culprits = others.map((holder) => descriptorCulprit(ran, holder));
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} nothing is left at ${at}, and the other end of the connection is still open in ${processesOf(ran, culprits)}, so end of file never comes.`,
			...culprits.slice(0, 4).map((culprit) => history(ran, culprit)),
			whatTheyWaitFor(
				ran,
				culprits.map((culprit) => culprit.pid),
			),
		]),
		cure: closeCure(ran, "end", culprits),
		culprits,
		remedies: closings(ran, culprits),
	};
}

export function nobodySends(ran: Ran): Finding | null {
	const stuck = stuckAt(ran, "socket-not-empty");
	if (
		stuck === null ||
		(stuck.socket.peer !== null && (stuck.socket.type !== "datagram" || stuck.own.length === 0))
	)
		return null;
	const { pid, at, others } = stuck;
	const senders = [...new Set(others.map((holder) => holder.pid))].filter((sender) => sender !== pid);
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} no message waits at ${at}, and ${senders.length === 0 ? say`nobody is left who could send one` : say`${list(senders.map((one) => who(ran, one)))} will not send one`}.`,
			...turnedAway(ran, pid, ({ name }) => name === "connect" || name === "sendto").map(
				({ sentence }) => sentence,
			),
			say`Datagrams have no end of file: whoever receives is not told that the senders have ended.`,
			stuck.socket.lettersTaken > 0
				? say`Each receive takes one whole message; what does not fit into its buffer is thrown away, and no later receive gets it.`
				: null,
			whatTheyWaitFor(ran, senders),
		]),
		cure: say`Let the sender send a last message that says so, and stop when it comes; or stop after as many messages as were sent.`,
		culprits: [pid, ...senders].map((one) => waitCulprit(ran, one)),
	};
}

export function nobodyConnects(ran: Ran): Finding | null {
	const stuck = stuckAt(ran, "connection");
	if (stuck === null) return null;
	const { pid, at } = stuck;
	const gone = ran.witness?.deaths.filter((death) => death.pid !== pid).length ?? 0;
	const others = waitingOthers(ran, pid);
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} nobody is left who could connect to ${at}.`,
			...turnedAway(ran, pid, ({ name }) => name === "connect").map(({ sentence }) => sentence),
			gone > 0 && others.length === 0 ? say`All other processes have ended.` : null,
			whatTheyWaitFor(ran, others),
		]),
		cure: say`Accept as often as clients come. A server that is there for all clients waits here for ever, and is meant to: it is ended by a signal.`,
		culprits: [pid, ...others].map((one) => waitCulprit(ran, one)),
	};
}

export function nobodyAccepts(ran: Ran): Finding | null {
	const stuck = stuckAt(ran, "place-in-queue");
	if (stuck === null || stuck.socket.phase !== "listening") return connectedOnly(ran);
	const { pid, at, own, others, socket } = stuck;
	const servers = [...new Set(others.map((holder) => holder.pid))];
	const waiting = servers.filter((server) => ran.kernel.processes[server]?.wait?.on === "child");
	const place = ran.kernel.processes[waiting[0] ?? -1]?.since?.place;
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} the queue of ${at} is full (${socket.pending.length} wait in it), and ${servers.length === 0 ? "nobody else can accept" : say`${list(servers.map((one) => who(ran, one)))} ${servers.length === 1 ? "does" : "do"} not accept`}.`,
			whatTheyWaitFor(ran, servers),
		]),
		cure: say`Call ${code("accept")} before ${servers.length === 1 ? "the server" : "any server"} waits for anything else${onLine(ran, place)}; a longer queue in ${code("listen")} only puts it off.`,
		culprits: [...own, ...others].map((holder) => descriptorCulprit(ran, holder)),
		remedies: place == null ? [] : [{ kind: "later", place }],
	};
}

/** Of a connection that waits in the queue of a server that does not accept: what is sent there is read by nobody. */
function connectedOnly(ran: Ran): Finding | null {
	const stuck = stuckAt(ran, "socket-not-empty", "socket-not-full");
	const peer = stuck?.socket.peer;
	if (stuck === null || peer == null) return null;
	const listener = Object.values(ran.kernel.sockets).find(({ pending }) => pending.includes(peer));
	if (listener === undefined) return null;
	const { pid, at } = stuck;
	const servers = [
		...new Set(
			Object.values(ran.kernel.processes)
				.filter(({ descriptors }) =>
					Object.values(descriptors).some(({ openFile }) => {
						const object = ran.kernel.openFiles[openFile]?.object;
						return object?.kind === "socket" && object.id === listener.id;
					}),
				)
				.map((process) => process.pid),
		),
	].filter((server) => server !== pid);
	const place = servers
		.map((server) => ran.kernel.processes[server]?.since?.place)
		.find((one) => one != null);
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${at} is connected, but its connection still waits in the server's queue: nobody has accepted it, so nobody answers.`,
			whatTheyWaitFor(ran, servers),
		]),
		cure: say`Call ${code("accept")} before the server waits for anything else${onLine(ran, place)}.`,
		culprits: [pid, ...servers].map((one) => waitCulprit(ran, one)),
		remedies: place == null ? [] : [{ kind: "later", place }],
	};
}

export function nobodyReceives(ran: Ran): Finding | null {
	const stuck = stuckAt(ran, "socket-not-full", "place-in-queue");
	if (stuck === null || stuck.socket.phase === "listening") return null;
	const { pid, name, at, own, others, wait } = stuck;
	const culprits = [...own, ...others].map((holder) => descriptorCulprit(ran, holder));
	const waiting = others.find((holder) => ran.kernel.processes[holder.pid]?.wait?.on === "child");
	const place = waiting === undefined ? null : ran.kernel.processes[waiting.pid]?.since?.place;
	const full =
		wait.on === "socket-not-full"
			? say`what ${at} has sent is not read, and there is room for no more`
			: say`as many messages as ${at} holds wait there`;
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${full}. ${receivers(ran, name, own, others)}`,
			whatTheyWaitFor(
				ran,
				others.map((holder) => holder.pid),
			),
		]),
		cure: say`Whoever holds the other end has to receive before it waits for anything else.`,
		culprits,
		remedies: place == null ? [] : [{ kind: "later", place }],
	};
}

function receivers(
	ran: Ran,
	name: ReturnType<typeof who>,
	own: readonly Holder[],
	others: readonly Holder[],
): Sentence {
	if (others.length > 0)
		return say`${list([...new Set(others.map(({ pid }) => pid))].map((pid) => who(ran, pid)))} will never receive it.`;
	return own.length > 0
		? say`${name} itself holds the other end, but cannot receive while it waits here.`
		: say`Nobody holds the other end.`;
}
