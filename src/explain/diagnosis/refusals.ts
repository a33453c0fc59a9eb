// Calls on sockets and queues that are refused for a mistake in the program: what the mistake is, and what mends it.
import type { Place, SystemCall } from "../../kernel/index.ts";
import { code, type Sentence, say } from "../sentence.ts";
import type { Ran, Remedy } from "./finding.ts";
import { codeAt, findLine, literally, sourceOf, textsOf } from "./source.ts";
import { onLine } from "./told.ts";

export interface Refusal {
	readonly call: SystemCall;
	/** `EINVAL` */
	readonly answer: string;
	readonly place: Place | null;
}

export interface Mistake {
	/** Why the call was refused. */
	readonly why: Sentence;
	readonly cure: Sentence;
	readonly remedies: readonly Remedy[];
}

/** The functions of C by which a call is made. */
const FUNCTIONS: { readonly [call: string]: string } = {
	accept: "accept4?",
	sendto: "send(?:to)?|write",
	sendmsg: "sendmsg",
	mq_send: "mq_(?:timed)?send",
	execve: "exec[lv]e?",
	mq_receive: "mq_(?:timed)?receive",
};

/** As a pattern, with the brackets of its own that it needs. */
export function functionsOf(call: SystemCall): string {
	return `(?:${FUNCTIONS[call.name] ?? call.name})`;
}

/** Pairs of call and errno that no correct program asks for without looking at the answer. */
const MISTAKES: ReadonlySet<string> = new Set([
	"accept EINVAL",
	"connect ENOENT",
	"connect ECONNREFUSED",
	"dup2 EBADF",
	"execve ENOENT",
	"bind EADDRINUSE",
	"sendto ENOTCONN",
	"write ENOTCONN",
	"write EFAULT",
	"mq_receive EMSGSIZE",
	"mq_send EMSGSIZE",
	"msgsnd EINVAL",
	"msgrcv E2BIG",
]);

export function isMistake(call: SystemCall, errno: string): boolean {
	return MISTAKES.has(`${call.name} ${errno}`);
}

/** What was wrong with a refused call; null when that is not known. */
export function mistakeIn(ran: Ran, { answer, call, place }: Refusal): Mistake | null {
	const line = codeAt(ran.programs, place);
	switch (`${call.name} ${answer}`) {
		case "accept EINVAL":
			return {
				why: say`the socket was never told to listen`,
				cure: say`Call ${code("listen")} on it, after ${code("bind")}.`,
				remedies: listening(ran, /\baccept4?\s*\(\s*([^,]+?)\s*,/.exec(line)?.[1] ?? null),
			};
		case "connect ENOENT":
		case "connect ECONNREFUSED":
			return {
				why:
					answer === "ENOENT"
						? say`no socket has been bound to that name, or not yet`
						: say`nobody listens at that name, or not yet`,
				cure: say`Let the server call ${code("bind")} and ${code("listen")} before any client can connect: before the ${code("fork")}, say; and look at what ${code("connect")} returns.`,
				remedies: [],
			};
		case "dup2 EBADF":
			return call.name === "dup2" && place !== null ? closedBefore(ran, place, call.from) : null;
		case "execve ENOENT":
			return call.name === "execve" && place !== null ? notAPath(ran, place, call.path) : null;
		case "bind EADDRINUSE": {
			const path = call.name === "bind" && call.address.kind === "path" ? call.address.path : "";
			return {
				why: say`the name ${code(`"${path}"`)} exists already: a socket's name stays when the socket is gone`,
				cure: say`${code("unlink")} the name before ${code("bind")}, or when the server ends.`,
				remedies: place === null ? [] : [{ kind: "insert", before: place, text: `unlink("${path}");` }],
			};
		}
		case "sendto ENOTCONN":
		case "write ENOTCONN":
			return {
				why: say`that socket is connected to nobody`,
				cure: say`A connection has a descriptor of its own: the one that ${code("accept")} returns, or the one that was given to ${code("connect")}. The socket that listens only takes connections.`,
				remedies: place === null ? [] : answering(ran, place, line),
			};
		case "write EFAULT":
			return call.name === "write" && place !== null ? minusOne(ran, place, call.counted) : null;
		case "mq_receive EMSGSIZE":
			return {
				why: say`the buffer is shorter than the longest message that the queue may hold`,
				cure: say`Make the buffer as long as ${code("mq_msgsize")}; ${code("mq_getattr")} tells it.`,
				remedies: longerBuffer(ran, line, call),
			};
		case "mq_send EMSGSIZE":
			return {
				why: say`the message is longer than ${code("mq_msgsize")} of the queue`,
				cure: say`Send less at once, or open the queue with a larger ${code("mq_msgsize")}.`,
				remedies: [],
			};
		case "msgsnd EINVAL":
			return call.name === "msgsnd" && call.type <= 0
				? {
						why: say`the type of a message has to be greater than 0, and it is ${call.type}`,
						cure: say`Set the first member of the message, its type, before ${code("msgsnd")}.`,
						remedies: typed(place, line),
					}
				: null;
		case "msgrcv E2BIG":
			return {
				why: say`the message is longer than the size that was given, and stays in the queue`,
				cure: say`Give ${code("msgrcv")} the size of the text without its type, or ${code("MSG_NOERROR")}, which cuts what is too long.`,
				remedies: [],
			};
		default:
			return null;
	}
}

/** write is given as its count what a read that failed has returned. */
function minusOne(ran: Ran, place: Place, counted: string | undefined): Mistake | null {
	if (counted !== String(2n ** 64n - 1n)) return null;
	const name = /\bwrite\s*\([^,]+,[^,]+,\s*(\w+)\s*\)/.exec(codeAt(ran.programs, place))?.[1];
	if (name === undefined) return null;
	const set = new RegExp(`\\b${name}\\s*=\\s*(\\w+)\\s*\\(`);
	const above = sourceOf(ran.programs, place.file).code.slice(0, place.line);
	const at = above.findLastIndex((line) => set.test(line));
	const by = set.exec(above[at] ?? "")?.[1];
	const from =
		by === undefined
			? say``
			: say`, which ${code(by)}${onLine(ran, { ...place, line: at + 1 })} has returned`;
	return {
		why: say`its count, ${code(name)}, is -1${from}: as a ${code("size_t")} that is ${counted}, more bytes than any process has`,
		cure: say`Write only what was read: ${code(`if (${name} > 0)`)}; and let ${code("perror")} say why ${code(by ?? "the call")} failed.`,
		remedies: [
			{
				kind: "replace",
				place,
				what: /^(\s*)(\(void\)!?\s*)?write\b/,
				by: `$1if (${name} > 0)\n$1\t$2write`,
			},
		],
	};
}

/** dup2 of a descriptor that is not open; a close above it may have been too early. */
function closedBefore(ran: Ran, place: Place, from: number): Mistake {
	const lines = sourceOf(ran.programs, place.file).code;
	const line = codeAt(ran.programs, place);
	const name = /\bdup2\s*\(\s*([^,]+?)\s*,/.exec(line)?.[1] ?? String(from);
	const closes = new RegExp(`\\bclose\\s*\\(\\s*${literally(name)}\\s*\\)`);
	const at = lines.findLastIndex((one, i) => i < place.line && closes.test(one)) + 1;
	const since = at === 0 ? say`` : say`, since ${code("close")}${onLine(ran, { ...place, line: at })}`;
	return {
		why: say`${code(name)}, descriptor ${from}, is not open${since}`,
		cure: say`Call ${code("dup2")} first and ${code("close")} after it: the copy stays open.`,
		remedies:
			at === 0
				? []
				: [{ kind: "earlier", line: new RegExp(literally(line)), before: { ...place, line: at } }],
	};
}

/** Of exec without a p, which looks for no command in PATH, and comes back only when it fails. */
function notAPath(ran: Ran, place: Place, path: string): Mistake | null {
	const lines = sourceOf(ran.programs, place.file).code;
	const after = lines.slice(place.line - 1, place.line + 2).join(" ");
	if (/\b(_?exit|_Exit|abort|return|perror|err|errx|fprintf|dprintf|write)\b/.test(after)) return null;
	const called = /\bexec[lv]e?(?=\s*\()/.exec(after)?.[0] ?? "execl";
	const isCommand = !path.includes("/");
	return {
		why: isCommand
			? say`there is no file ${code(`"${path}"`)} here, and ${code(called)} looks in no other directory`
			: say`there is no file ${code(`"${path}"`)}`,
		cure: say`${isCommand ? say`Call ${code(`${called.slice(0, 5)}p`)}, which looks for the command in ${code("PATH")}; and` : "Give the path of a program that is there; and"} end the child after it with ${code("_exit")}: exec comes back only when it has failed.`,
		remedies: isCommand
			? [{ kind: "replace", place, what: /\b(exec[lv])(?=\s*\()/, by: "$1p" }]
			: [{ kind: "insert-after", after: place, text: "_exit(127);" }],
	};
}

function listening(ran: Ran, socket: string | null): readonly Remedy[] {
	const bound =
		socket === null
			? null
			: findLine(ran.programs, new RegExp(`\\bbind\\s*\\(\\s*${literally(socket)}\\s*,`));
	return bound === null ? [] : [{ kind: "insert-after", after: bound, text: `listen(${socket}, 5);` }];
}

/** The descriptor that accept or connect gave takes the place of the one that was used. */
function answering(ran: Ran, place: Place, line: string): readonly Remedy[] {
	const used = /\b(?:send(?:to)?|write)\s*\(\s*(\w+)/.exec(line)?.[1];
	if (used === undefined) return [];
	const texts = textsOf(ran.programs);
	const accepted = texts.flatMap((text) =>
		[...text.matchAll(/\b(\w+)\s*=\s*accept4?\s*\(/g)].map((m) => m[1] as string),
	);
	return [...new Set(accepted)]
		.filter((name) => name !== used)
		.map((by) => ({ kind: "replace", place, what: new RegExp(`(?<=\\(\\s*)\\b${used}\\b`), by }));
}

function longerBuffer(ran: Ran, line: string, call: SystemCall): readonly Remedy[] {
	const buffer = /mq_(?:timed)?receive\s*\([^,]+,\s*(\w+)\s*,/.exec(line)?.[1];
	if (buffer === undefined || call.name !== "mq_receive") return [];
	const declared = findLine(ran.programs, new RegExp(`\\bchar\\s+${buffer}\\s*\\[`));
	const texts = textsOf(ran.programs);
	const longest = texts
		.map((text) => /\bmq_msgsize\s*=\s*(\w+)/.exec(text)?.[1])
		.find((size) => size !== undefined);
	if (declared === null || longest === undefined) return [];
	return [
		{
			kind: "replace",
			place: declared,
			what: new RegExp(`(?<=\\b${buffer}\\s*)\\[[^\\]]*\\]`),
			by: `[${longest}]`,
		},
	];
}

function typed(place: Place | null, line: string): readonly Remedy[] {
	const message = /msgsnd\s*\([^,]+,\s*&?\s*(\w+)/.exec(line)?.[1];
	const arrow = /msgsnd\s*\([^,]+,\s*&/.test(line) ? "." : "->";
	if (message === undefined || place === null) return [];
	return ["mtype", "type"].map((member) => ({
		kind: "insert",
		before: place,
		text: `${message}${arrow}${member} = 1;`,
	}));
}
