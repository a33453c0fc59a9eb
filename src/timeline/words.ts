// The words that moments and claims share: calls by their C names, waits by what is missing, signals, processes.

import { LATE_CALLS, type LateCall, type SystemCall, signals, type Wait } from "../kernel/index.ts";
import { SOMEONE, type Who } from "./happening.ts";
import type { Phrase } from "./phrase.ts";

/** What a phrase may name. Without it any name is taken for good, and a wrong one is simply never met. */
export interface Known {
	/** Processes: `writer`. */
	readonly names?: readonly string[];
	/** Labels in the source: `fill`. */
	readonly labels?: readonly string[];
}

type CallName = SystemCall["name"];

/** Those that few programs need are a list of the kernel's. */
const CALLS: { readonly [N in Exclude<CallName, LateCall["name"]>]: true } = {
	read: true,
	write: true,
	pread: true,
	pwrite: true,
	open: true,
	close: true,
	pipe: true,
	dup: true,
	dup2: true,
	dup3: true,
	fcntl: true,
	fsync: true,
	fchmod: true,
	truncate: true,
	lseek: true,
	ftruncate: true,
	unlink: true,
	stat: true,
	fstat: true,
	ioctl: true,
	tcsetattr: true,
	tcsetpgrp: true,
	access: true,
	mkdir: true,
	rmdir: true,
	chmod: true,
	chown: true,
	fchown: true,
	chdir: true,
	fchdir: true,
	mknod: true,
	getdents: true,
	getcwd: true,
	umask: true,
	fork: true,
	vfork: true,
	execve: true,
	exit: true,
	wait4: true,
	waitid: true,
	getpid: true,
	getppid: true,
	getpgrp: true,
	getuid: true,
	geteuid: true,
	getgid: true,
	getegid: true,
	setsid: true,
	getpgid: true,
	getsid: true,
	setpgid: true,
	kill: true,
	raise: true,
	sigqueue: true,
	sigaction: true,
	sigprocmask: true,
	sigpending: true,
	sigsuspend: true,
	sigtimedwait: true,
	sigreturn: true,
	pause: true,
	nanosleep: true,
	clock_gettime: true,
	sched_yield: true,
};

/** Names of the C library for the same call of the kernel. */
const OTHER_NAMES: { readonly [name: string]: CallName } = {
	wait: "wait4",
	waitpid: "wait4",
	_exit: "exit",
	_Exit: "exit",
	ppoll: "poll",
	pselect: "select",
	sleep: "nanosleep",
	usleep: "nanosleep",
	clock_nanosleep: "nanosleep",
	pipe2: "pipe",
	send: "sendto",
	recv: "recvfrom",
	accept4: "accept",
	creat: "open",
	mq_timedsend: "mq_send",
	mq_timedreceive: "mq_receive",
	mq_getattr: "mq_setattr",
	mkfifo: "mknod",
	readdir: "getdents",
	lstat: "stat",
	signal: "sigaction",
	sigwait: "sigtimedwait",
	sigwaitinfo: "sigtimedwait",
	execv: "execve",
	execvp: "execve",
	execl: "execve",
	execlp: "execve",
	exec: "execve",
};

/** Every name by which a call can be called. */
export const CALL_NAMES: readonly string[] = [
	...Object.keys(CALLS),
	...LATE_CALLS,
	...Object.keys(OTHER_NAMES),
];

type WaitKind = Wait["on"];

const WAITS: { readonly [N in WaitKind]: readonly string[] } = {
	"pipe-not-empty": ["data", "bytes", "a byte"],
	"pipe-not-full": ["room", "space"],
	"socket-not-empty": ["data", "bytes", "a byte", "a message"],
	"socket-not-full": ["room", "space"],
	connection: ["a connection", "a client"],
	"place-in-queue": ["a place", "a place in the queue"],
	"other-end": ["the other end", "a partner"],
	"terminal-input": ["input", "the terminal"],
	message: ["a message"],
	"queue-room": ["a place"],
	child: ["a child"],
	vfork: ["its memory"],
	lock: ["a lock"],
	signal: ["a signal"],
	time: ["the clock"],
	poll: ["a descriptor"],
};

/** Everything a process can be said to wait for. */
export const WAIT_PHRASES: readonly string[] = [
	...Object.keys(WAITS),
	...Object.values(WAITS).map((phrases) => phrases[0] as string),
];

/** A call by any of its names. */
export function takeCall(phrase: Phrase): CallName {
	const token = phrase.take("the name of a system call");
	const name = token.text.replace(/\(\)$/, "");
	if (phrase.takes("(", ")")) return callNamed(name, phrase, token);
	return callNamed(name, phrase, token);
}

function callNamed(name: string, phrase: Phrase, token: ReturnType<Phrase["take"]>): CallName {
	if (Object.hasOwn(CALLS, name) || LATE_CALLS.includes(name as LateCall["name"])) return name as CallName;
	const meant = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined;
	if (meant === undefined) throw phrase.error(`'${name}' is not a system call that is known here`, token);
	return meant;
}

/** What is waited for: `pipe-not-full` or `room`. */
export function takeWait(phrase: Phrase): WaitKind {
	for (const [kind, phrases] of Object.entries(WAITS)) {
		if (phrase.takes(kind) || phrases.some((words) => phrase.takes(...words.split(" ")))) {
			return kind as WaitKind;
		}
	}
	throw phrase.error(`nobody can wait for this; one waits for ${WAIT_PHRASES.slice(0, 7).join(", ")}`);
}

/** A signal's number: `SIGPIPE`, `PIPE` or `13`. */
export function takeSignal(phrase: Phrase): number {
	const token = phrase.take("a signal's name");
	const text = token.text.toUpperCase();
	const named = signals[(text.startsWith("SIG") ? text : `SIG${text}`) as keyof typeof signals];
	if (named !== undefined) return named;
	const number = Number(text);
	if (Number.isInteger(number) && number >= 1 && number <= 64) return number;
	throw phrase.error(`'${token.text}' is not a signal`, token);
}

/** A whole number, possibly below 0. */
export function takeNumber(phrase: Phrase): number {
	const token = phrase.take("a number");
	const value = Number(token.text);
	if (token.kind !== "word" || !Number.isInteger(value)) {
		throw phrase.error(`expected a number instead of '${token.text}'`, token);
	}
	return value;
}

/** The name of a process: all words before the first of `ends`. */
export function takeWho(phrase: Phrase, known: Known, ends: readonly string[]): Who {
	const first = phrase.take("the name of a process");
	const words = [first.text];
	while (phrase.peek() !== null && !ends.some((end) => phrase.sees(end))) words.push(phrase.take("").text);
	const name = words.join(" ");
	if (name === SOMEONE || name === "anyone") return SOMEONE;
	if (known.names !== undefined && !known.names.includes(name)) {
		const list = known.names.length === 0 ? "none yet" : known.names.join(", ");
		throw phrase.error(`no process is called '${name}'; there is ${list}`, first);
	}
	return name;
}

/** Names to build suggestions with: the known ones, else the first word that was written. */
export function suggestedNames(source: string, known: Known): readonly string[] {
	if (known.names !== undefined) return known.names;
	const words = source.trim().split(/\s+/);
	const first = /^(first|second|third|last|not|call|exit|signal|output)$/i.test(words[0] ?? "") ? 1 : 0;
	return [words[first] ?? "writer"];
}
