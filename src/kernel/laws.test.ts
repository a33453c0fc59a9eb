// Random lives of a few processes: the laws hold, undo is exact, and nothing a program asks makes the kernel throw.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copyPlain } from "../base/index.ts";
import { boot, spawn } from "./boot.ts";
import { call } from "./calls.ts";
import { advance } from "./clock.ts";
import * as C from "./constants.ts";
import { deliver, fault } from "./delivery.ts";
import { type Kernel, processOf, restore, snapshot } from "./kernel.ts";
import { endInput, type } from "./keyboard.ts";
import { laws } from "./laws.ts";
import { profiles } from "./limits.ts";
import { readyProcesses, switchTo } from "./scheduler.ts";
import type { SystemCall } from "./system-calls.ts";
import { usualSettings } from "./terminal-settings.ts";

const fd = fc.constantFrom(0, 1, 3, 4, 5, 6, 7, -1, 99);
const odd = fc.constantFrom(0, 1, 2, 3, -1, 9, 1024, 4096, 0x100, 2 ** 31, C.O_NONBLOCK);
const signal = fc.constantFrom(0, 2, 9, 10, 13, 17, 18, 19, 20, 34, 65, -1);
const set = fc.uniqueArray(fc.constantFrom(2, 9, 10, 13, 17, 18, 20, 34), { maxLength: 3 });
const pid = fc.constantFrom(0, -1, 1, 2, 3, 4, -2, 99);
const size = fc.constantFrom(0, 1, 2, 3, 4, 5, 17, 4095, 4096, 5000, 70_000);
const bytes = size.map((length) => new Uint8Array(length).fill(97));
const path = fc.constantFrom(
	"f",
	"g",
	"d",
	"d/f",
	".",
	"..",
	"/",
	"",
	"/dev/null",
	"/proc/self/fd/3",
	"prog",
	"p",
	"l",
	"l/",
);
const newPath = fc.constantFrom("f", "p", "l", "d/p", "d/l", "l/x", "");
const target = fc.constantFrom("l", "p", "d", "d/", "nowhere", "/");
const timeout = fc.constantFrom(null, 0, 5, -1);
const disposition = fc.constantFrom(
	{ action: "default" } as const,
	{ action: "ignore" } as const,
	{ action: "handle", handler: 1, mask: [10], flags: 0 } as const,
	{ action: "handle", handler: 1, mask: [], flags: C.SA_RESTART | C.SA_NOCLDWAIT } as const,
);

function named<N extends SystemCall["name"]>(name: N, fields: object = {}): fc.Arbitrary<SystemCall> {
	return fc.record({ name: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<SystemCall>;
}

const anyCall: fc.Arbitrary<SystemCall> = fc.oneof(
	{ weight: 6, arbitrary: named("read", { fd, count: size }) },
	{ weight: 6, arbitrary: named("write", { fd, bytes }) },
	{ weight: 3, arbitrary: named("pipe", { flags: fc.constantFrom(0, 0, C.O_NONBLOCK, C.O_DIRECT, 1) }) },
	{ weight: 3, arbitrary: named("close", { fd }) },
	{ weight: 2, arbitrary: named("fork") },
	{ weight: 2, arbitrary: named("wait4", { who: pid, options: fc.constantFrom(0, 1, 2, 11, 0x100) }) },
	{ weight: 2, arbitrary: named("kill", { pid, signal }) },
	{ weight: 2, arbitrary: named("sigaction", { signal, disposition }) },
	named("dup", { fd }),
	named("dup2", { from: fd, to: fd }),
	named("dup3", { from: fd, to: fd, flags: odd }),
	named("fcntl", { fd, command: fc.constantFrom(0, 1, 2, 3, 4, 1030, 1031, 1032, 77), argument: odd }),
	named("lseek", { fd, offset: odd, whence: fc.constantFrom(0, 1, 2, 3) }),
	named("pread", { fd, count: size, offset: fc.constantFrom(0, 3, -1) }),
	named("pwrite", { fd, bytes, offset: fc.constantFrom(0, 3, -1) }),
	named("ftruncate", { fd, length: fc.constantFrom(0, 3, 100, -1) }),
	named("fstat", { fd }),
	named("ioctl", { fd, request: fc.constantFrom(C.FIONREAD, C.TCGETS, 0) }),
	named("open", {
		path,
		flags: fc.constantFrom(0, 1, 2, 3, 0o102, 0o1101, 0o301, 0o200000, 0o2002),
		mode: odd,
	}),
	named("unlink", { path }),
	named("stat", { path, follow: fc.constant(true) }),
	named("access", { path, mode: odd }),
	named("mkdir", { path, mode: fc.constant(0o755) }),
	named("rmdir", { path }),
	named("rename", { from: path, to: path }),
	named("link", { from: path, to: path }),
	named("chmod", { path, mode: odd }),
	named("chdir", { path }),
	named("getcwd", { size: fc.constantFrom(2, 4096) }),
	named("tcsetpgrp", { fd, pgid: pid }),
	named("tcsetattr", {
		fd,
		actions: fc.constantFrom(0, 1, 2),
		settings: fc
			.record({
				off: fc.constantFrom(0, C.ICANON, C.ISIG),
				on: fc.constantFrom(0, C.TOSTOP),
				least: fc.nat(3),
			})
			.map(({ least, off, on }) => ({
				...usualSettings,
				local: (usualSettings.local & ~off) | on,
				characters: usualSettings.characters.map((c, i) =>
					i === C.VMIN ? least : i === C.VTIME ? least : c,
				),
			})),
	}),
	named("fchdir", { fd }),
	named("getdents", { fd, count: fc.constantFrom(0, 24, 30, 4096) }),
	named("mknod", { path: newPath, mode: fc.constantFrom(0o10644, 0o10600, 0o100644, 0o20600) }),
	named("symlink", { target, path: newPath }),
	named("readlink", { path }),
	{
		weight: 3,
		arbitrary: named("open", {
			path: fc.constant("p"),
			flags: fc.constantFrom(0, 1, 2, C.O_NONBLOCK, 1 | C.O_NONBLOCK),
			mode: odd,
		}),
	},
	named("execve", { path, argv: fc.constant([]), envp: fc.constant([]) }),
	named("exit", { status: odd }),
	named("waitid", { type: fc.constantFrom(0, 1, 2, 7), id: pid, options: odd }),
	named("setsid"),
	named("setpgid", { pid, pgid: pid }),
	named("getsid", { pid }),
	named("raise", { signal }),
	named("sigqueue", { pid, signal, value: odd }),
	named("sigprocmask", { how: fc.constantFrom(0, 1, 2, 3), set: fc.option(set) }),
	named("sigpending"),
	named("sigsuspend", { mask: set }),
	named("sigtimedwait", { set, timeout }),
	named("sigreturn"),
	named("pause"),
	named("alarm", { after: fc.constantFrom(0, 3, 10) }),
	named("nanosleep", { ticks: fc.constantFrom(0, 4, -1) }),
	named("poll", {
		entries: fc.array(fc.record({ fd, events: fc.constantFrom(0, 1, 4, 5) }), { maxLength: 3 }),
		timeout,
	}),
	named("select", {
		read: fc.array(fd, { maxLength: 2 }),
		write: fc.array(fd, { maxLength: 2 }),
		except: fc.array(fd, { maxLength: 1 }),
		highest: odd,
		timeout,
	}),
	named("setrlimit", { resource: fc.constantFrom(1, 6, 7, 99), soft: fc.constantFrom(3, 6, 20, -1) }),
);

type Act =
	| { readonly kind: "call"; readonly who: number; readonly call: SystemCall }
	| { readonly kind: "pass"; readonly ticks: number }
	| { readonly kind: "type"; readonly bytes: Uint8Array }
	| { readonly kind: "fault"; readonly who: number }
	| { readonly kind: "end-input" };

const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 30,
		arbitrary: fc.record({ kind: fc.constant("call" as const), who: fc.nat(9), call: anyCall }),
	},
	fc.record({ kind: fc.constant("pass" as const), ticks: fc.nat(6) }),
	fc.record({
		kind: fc.constant("type" as const),
		bytes: fc
			.constantFrom("a", "b\n", "\x04", "\x03", "\x1a")
			.map((key) => Uint8Array.of(key.charCodeAt(0), 10)),
	}),
	fc.record({ kind: fc.constant("fault" as const), who: fc.nat(9) }),
	fc.constant({ kind: "end-input" as const }),
);

function start(profile: "linux" | "lesson", interactive: boolean): Kernel {
	const stdin = { interactive, bytes: new Uint8Array(0), ended: false };
	const kernel = boot({
		limits: { ...profiles[profile], descriptors: 8, processes: 5, fileBytes: 9000 },
		programs: ["prog"],
		files: { f: "text", "d/f": "deep" },
		terminal: { stdin, stdout: { interactive }, stderr: { interactive } },
	});
	for (let i = 0; i < 2; i++) {
		const first = spawn(kernel, "test");
		call(kernel, first, { name: "sigaction", signal: 13, disposition: { action: "ignore" } }, null);
		call(kernel, first, { name: "pipe", flags: 0 }, null);
		call(kernel, first, { name: "mknod", path: "p", mode: 0o10644 }, null);
		call(kernel, first, { name: "fork" }, null);
	}
	return kernel;
}

function perform(kernel: Kernel, done: Act): void {
	switch (done.kind) {
		case "pass":
			advance(kernel, done.ticks);
			break;
		case "type":
			type(kernel, done.bytes);
			break;
		case "end-input":
			endInput(kernel);
			break;
		default:
			goOn(kernel, done);
	}
}

/** A ready process that is in a call makes that call again, as the computer would; another does what is asked. */
function goOn(kernel: Kernel, done: Act & { readonly kind: "call" | "fault" }): void {
	const ready = readyProcesses(kernel);
	const who = ready[done.who % Math.max(1, ready.length)];
	if (who === undefined) return;
	switchTo(kernel, who);
	const process = processOf(kernel, who);
	if (process.call !== null) call(kernel, who, process.call, null);
	else if (done.kind === "fault") fault(kernel, who, C.signals.SIGSEGV, 0);
	else call(kernel, who, done.call, null);
	const inProgram = () => kernel.state.processes[who]?.state === "ready" && process.call === null;
	while (inProgram() && deliver(kernel, who) !== null);
}

const lives = fc.record({
	profile: fc.constantFrom("linux" as const, "lesson" as const),
	interactive: fc.boolean(),
	acts: fc.array(act, { minLength: 10, maxLength: 60 }),
});

const small = fc.constantFrom(1, 2, 3, 4, 5, 9, 20);
const crowdCall: fc.Arbitrary<SystemCall> = fc.oneof(
	{ weight: 9, arbitrary: named("read", { fd: fc.constant(3), count: small }) },
	{
		weight: 9,
		arbitrary: named("write", { fd: fc.constant(4), bytes: small.map((length) => new Uint8Array(length)) }),
	},
	named("poll", {
		entries: fc.constant([
			{ fd: 3, events: C.POLLIN },
			{ fd: 4, events: C.POLLOUT },
		]),
		timeout: fc.constant(null),
	}),
	named("kill", { pid: fc.constantFrom(2, 3, 4, 5, 6), signal: fc.constantFrom(10, 18, 19) }),
	named("close", { fd: fc.constantFrom(3, 4) }),
	named("fcntl", { fd: fc.constant(4), command: fc.constant(C.F_SETPIPE_SZ), argument: small }),
);
const crowdAct: fc.Arbitrary<Act> = fc.record({
	kind: fc.constant("call" as const),
	who: fc.nat(9),
	call: crowdCall,
});

/** Five processes at both ends of one small pipe. */
function crowd(page: number): Kernel {
	const stdin = { interactive: false, bytes: new Uint8Array(0), ended: true };
	const kernel = boot({
		limits: { ...profiles.lesson, pipePage: page, pipeSlots: 8 / page, pipeAtomic: 4 },
		programs: [],
		terminal: { stdin, stdout: { interactive: false }, stderr: { interactive: false } },
	});
	const first = spawn(kernel, "test");
	for (const disposition of [
		{ action: "handle", handler: 1, mask: [], flags: C.SA_RESTART } as const,
		{ action: "ignore" } as const,
	]) {
		const signal = disposition.action === "handle" ? C.signals.SIGUSR1 : C.signals.SIGPIPE;
		call(kernel, first, { name: "sigaction", signal, disposition }, null);
	}
	call(kernel, first, { name: "pipe", flags: 0 }, null);
	for (let i = 0; i < 4; i++) call(kernel, first, { name: "fork" }, null);
	return kernel;
}

describe("whatever programs do", () => {
	test("the laws hold in a crowd at one pipe, of pages or of bytes", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(1, 4),
				fc.array(crowdAct, { minLength: 40, maxLength: 80 }),
				(page, acts) => {
					const kernel = crowd(page);
					for (const each of acts) {
						perform(kernel, each);
						expect(laws(kernel)).toEqual([]);
					}
				},
			),
			{ numRuns: 150 },
		);
	});

	test("the laws hold after every act", () => {
		fc.assert(
			fc.property(lives, ({ acts, interactive, profile }) => {
				const kernel = start(profile, interactive);
				expect(laws(kernel)).toEqual([]);
				for (const each of acts) {
					perform(kernel, each);
					expect(laws(kernel)).toEqual([]);
				}
			}),
			{ numRuns: 150 },
		);
	});

	test("undo takes back everything, from any place", () => {
		fc.assert(
			fc.property(lives, fc.nat(), ({ acts, interactive, profile }, at) => {
				const kernel = start(profile, interactive);
				const half = at % acts.length;
				for (const each of acts.slice(0, half)) perform(kernel, each);
				const before = copyPlain(kernel.state);
				const mark = kernel.journal.mark();
				for (const each of acts.slice(half)) perform(kernel, each);
				kernel.journal.undo(mark);
				expect(kernel.state).toEqual(before);
			}),
			{ numRuns: 80 },
		);
	});

	test("a restored snapshot goes on as the original does", () => {
		fc.assert(
			fc.property(lives, ({ acts, interactive, profile }) => {
				const kernel = start(profile, interactive);
				const half = acts.length >> 1;
				for (const each of acts.slice(0, half)) perform(kernel, each);
				const twin = restore(snapshot(kernel));
				for (const each of acts.slice(half)) {
					perform(kernel, each);
					perform(twin, each);
				}
				expect(twin.state).toEqual(kernel.state);
			}),
			{ numRuns: 80 },
		);
	});

	test("a broken law is told", () => {
		const kernel = start("linux", false);
		const [pipe] = Object.values(kernel.state.pipes);
		if (pipe === undefined) throw new Error("a pipe was expected");
		kernel.journal.set(pipe, "readers", 7);
		kernel.journal.set(pipe, "written", 1);
		expect(laws(kernel)).toEqual([
			`pipe ${pipe.id}: its ends are miscounted`,
			`pipe ${pipe.id}: written is not taken + inside + discarded`,
		]);
	});
});
