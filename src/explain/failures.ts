// A further door of the room `explain`: calls in words that few lessons make, and why a call failed, in the state's own words: who asked, whose it is, how much there is.
import { signalName } from "../kernel/index.ts";
import { type RuleId, rules } from "../kernel/rules.ts";
import { queueFailures } from "./queue-failures.ts";
import { bringReasons, type Failure, type Reasons } from "./reasons.ts";
import { danglingTarget, ownerReason, pathsOf, refusedBits, stickyReason, trailOf } from "./rights.ts";
import * as words from "./seldom-words.ts";
import { count, duration } from "./sentence.ts";
import { socketFailures } from "./socket-failures.ts";
import { fifoName, nameOf, objectName, objectOf, userName } from "./view.ts";

/** 'there is no pay in /home/student' */
function missing({ call, pid, view }: Failure): string | null {
	const process = view.kernel.processes[pid];
	if (process === undefined) return null;
	for (const path of pathsOf(call)) {
		if (path.text === "") return "an empty path names nothing";
		const { next, steps } = trailOf(view.kernel, process, path);
		if (next === null) continue;
		const target = danglingTarget(view.kernel, process, path);
		if (target !== null) return `${path.text} is a link that leads to ${target}, and that is not there`;
		return `there is no ${next} in ${steps.at(-1)?.name}`;
	}
	return null;
}

function notDirectory({ call, pid, view }: Failure): string | null {
	const process = view.kernel.processes[pid];
	if (process === undefined) return null;
	for (const path of pathsOf(call)) {
		const last = trailOf(view.kernel, process, path).steps.at(-1);
		if (last !== undefined && last.ref.kind !== "directory") return `${last.name} is not a directory`;
	}
	return null;
}

/** Why an id may not become another: which three of its kind the process has. */
function notBecome({ call, pid, view }: Failure): string | null {
	const process = view.kernel.processes[pid];
	if (process === undefined) return null;
	const { egid, euid, gid, sgid, suid, uid } = process;
	const [kind, ids] = call.name.endsWith("gid") ? ["group", [gid, egid, sgid]] : ["user", [uid, euid, suid]];
	const [real, effective, saved] = (ids as number[]).map(userName);
	return `its ${kind} is ${real}, the effective one ${effective}, the saved one ${saved}, and without privilege an id may only become one of these`;
}

function notSignalled({ call, pid, view }: Failure): string | null {
	const process = view.kernel.processes[pid];
	if (process === undefined || !("pid" in call)) return null;
	const target = view.kernel.processes[call.pid];
	const asks = `it asks as ${userName(process.euid)}`;
	if (target === undefined) return `${asks}, and all of these processes belong to others`;
	const name = nameOf(view, target.pid);
	return `${asks}, and ${name === `process ${target.pid}` ? name : `${name} (pid ${target.pid})`} belongs to ${userName(target.uid)}: a signal comes from the same user or from root`;
}

function nobody({ call }: Failure): string | null {
	if (!("pid" in call)) return null;
	if (call.pid > 0) return `there is no process ${call.pid}`;
	return call.pid < -1 ? `no process is in group ${-call.pid}` : null;
}

function noChild({ call, pid, view }: Failure): string | null {
	const children = view.kernel.processes[pid]?.children ?? [];
	if (call.name !== "wait4" || call.who <= 0 || children.length === 0) return null;
	return `process ${call.who} is no child of it`;
}

/** 'it opens for writing, O_NONBLOCK forbids it to wait, and nobody has the FIFO jobs open for reading' */
function noReader({ call, pid, view }: Failure): string | null {
	const process = view.kernel.processes[pid];
	if (process === undefined) return null;
	const [path] = pathsOf(call);
	const ref = path === undefined ? undefined : trailOf(view.kernel, process, path).steps.at(-1)?.ref;
	const fifo = ref?.kind === "fifo" ? fifoName(view.kernel, ref.id) : "it";
	return `it opens for writing, O_NONBLOCK forbids it to wait, and nobody has ${fifo} open for reading`;
}

/** Where the call names one descriptor, that one. */
function notOpenFor({ call }: Failure, direction: string): string {
	return `${"fd" in call ? `descriptor ${call.fd}` : "the descriptor"} is not open for ${direction}`;
}

/** Who holds the locks of a file that are in the way of another's. */
function locked({ call, pid, view }: Failure): string | null {
	const object = "fd" in call ? objectOf(view.kernel, pid, call.fd) : null;
	if (object === null || !("id" in object)) return null;
	const { openFile } = view.kernel.processes[pid]?.descriptors["fd" in call ? call.fd : -1] ?? {};
	const other = view.kernel.locks.find(
		({ by, object: on, owner }) => on === object.id && owner !== (by === "process" ? pid : openFile),
	);
	if (other === undefined) return null;
	return `${nameOf(view, other.pid)} has ${other.write ? "an exclusive" : "a shared"} lock on ${objectName(view.kernel, object)}, and this call does not wait`;
}

function pipeTooFull({ call, pid, view }: Failure): string | null {
	const object = "fd" in call ? objectOf(view.kernel, pid, call.fd) : null;
	const pipe = object?.kind === "pipe" ? view.kernel.pipes[object.id] : undefined;
	if (pipe === undefined || call.name !== "fcntl") return null;
	return `${count(pipe.buffers.length, "page")} of ${pipe.page} bytes ${pipe.buffers.length === 1 ? "is" : "are"} in use, more than ${call.argument} bytes have`;
}

/** By the rule that decided. */
const OF_RULE: Reasons = {
	"file.path.missing": missing,
	"file.path.not-directory": notDirectory,
	"file.path.no-search": ({ call, pid, view }) => refusedBits(view.kernel, pid, call, "way"),
	"file.open.no-permission": ({ call, pid, view }) => refusedBits(view.kernel, pid, call, "file"),
	"file.name.no-permission": ({ call, pid, view }) => refusedBits(view.kernel, pid, call, "folder"),
	"process.exec.not-executable": ({ call, pid, view }) => refusedBits(view.kernel, pid, call, "file"),
	"socket.find.no-permission": ({ call, pid, view }) => refusedBits(view.kernel, pid, call, "file"),
	"file.name.sticky": ({ call, pid, view }) => stickyReason(view.kernel, pid, call),
	"file.open.exists": ({ call }) => {
		const name = pathsOf(call).at(-1)?.text;
		return name === undefined ? null : `the name ${name} exists already`;
	},
	"file.chmod.not-owner": ({ call, pid, view }) => ownerReason(view.kernel, pid, call),
	"file.chown.not-permitted": ({ call, pid, view }) => {
		const reason = ownerReason(view.kernel, pid, call);
		return reason ?? "only root gives a file away; its owner may choose among the groups it is in";
	},
	"file.times.not-owner": ({ call, pid, view }) => ownerReason(view.kernel, pid, call),
	"file.open.not-owner": ({ call, pid, view }) => {
		const reason = ownerReason(view.kernel, pid, call);
		return reason === null ? null : `${reason}: only the owner and root may use O_NOATIME`;
	},
	"call.address.bad": () => "the address is not in its memory",
	"call.address.lost": () => "the address is not in its memory, and what was taken is lost",
	"fifo.open.no-readers": noReader,
	"signal.kill.not-permitted": notSignalled,
	"signal.kill.nobody": nobody,
	"signal.kill.bad-number": ({ call }) => ("signal" in call ? `there is no signal ${call.signal}` : null),
	"signal.action.bad-number": ({ call }) =>
		call.name === "sigaction" && /^SIG/.test(signalName(call.signal))
			? `no process can change what ${signalName(call.signal)} does`
			: null,
	"process.wait.no-children": noChild,
	"descriptor.read.write-only": (failure) => notOpenFor(failure, "reading"),
	"descriptor.write.read-only": (failure) => notOpenFor(failure, "writing"),
	"descriptor.make.table-full": ({ pid, view }) => {
		const limit = view.kernel.processes[pid]?.descriptorLimit;
		return limit === undefined ? null : `it may have no more than ${limit} descriptors open`;
	},
	"user.ids.not-permitted": notBecome,
	"lock.file.taken": locked,
	"lock.range.taken": locked,
	"pipe.resize.busy": pipeTooFull,
	"time.wait.bad": ({ call }) =>
		call.name === "nanosleep" ? `${duration(call.ticks)} is no time that one can sleep` : null,
	...queueFailures,
	...socketFailures,
};

/** Rules of which the errno says as much. */
const PLAIN = /^(?:descriptor|pipe|terminal|signal\.interrupt|process\.wait|call|file\.seek)\./;

/** The state's reason, else the plain one of the errno, else what the rule says. */
function failureReason(failure: Failure, plain: string | null): string | null {
	const { rule } = failure.outcome;
	return OF_RULE[rule]?.(failure) ?? (PLAIN.test(rule) ? plain : null) ?? inSentence(rule);
}

/** The rule's sentence behind a colon. */
function inSentence(rule: RuleId): string {
	const { sentence } = rules[rule];
	const text = sentence.replace(/\.$/, "").replace(/: /, "; ");
	return text.replace(/^(?!Unix)[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}

bringReasons(failureReason, words);
