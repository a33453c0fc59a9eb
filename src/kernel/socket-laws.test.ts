// Random lives of processes that talk over sockets: the laws hold after every act, undo is exact, nothing throws.
import fc from "fast-check";
import { expect, test } from "vitest";
import { copyPlain } from "../base/index.ts";
import { boot, spawn } from "./boot.ts";
import { call } from "./calls.ts";
import * as C from "./constants.ts";
import { deliver } from "./delivery.ts";
import { type Kernel, processOf, snapshot } from "./kernel.ts";
import { laws } from "./laws.ts";
import { profiles } from "./limits.ts";
import { readyProcesses, switchTo } from "./scheduler.ts";
import type { SystemCall } from "./system-calls.ts";

const fd = fc.constantFrom(3, 4, 5, 6, 7, 8, 9, 99);
const size = fc.constantFrom(0, 1, 2, 5, 17, 4000, 40_000);
const bytes = size.map((length) => new Uint8Array(length).fill(97));
const flags = fc.constantFrom(
	0,
	0,
	0,
	C.MSG_DONTWAIT,
	C.MSG_PEEK,
	C.MSG_WAITALL,
	C.MSG_NOSIGNAL,
	C.MSG_TRUNC,
);
const type = fc.constantFrom(C.SOCK_STREAM, C.SOCK_STREAM, C.SOCK_DGRAM, C.SOCK_SEQPACKET);
const address = fc.constantFrom(
	{ kind: "path", path: "s" },
	{ kind: "path", path: "t" },
	{ kind: "abstract", name: "a" },
	{ kind: "unnamed" },
	{ kind: "unspecified" },
	{ kind: "bad" },
);
const to = fc.constantFrom(null, null, { kind: "path", path: "s" }, { kind: "abstract", name: "a" });
const control = fc.constantFrom(
	null,
	{ rights: [3], credentials: null },
	{ rights: [4, 5, 3], credentials: null },
	{ rights: [], credentials: { pid: 2, uid: 1000, gid: 1000 } },
);

function named<N extends SystemCall["name"]>(name: N, fields: object = {}): fc.Arbitrary<SystemCall> {
	return fc.record({ name: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<SystemCall>;
}

const wantsName = fc.boolean();
const anyCall: fc.Arbitrary<SystemCall> = fc.oneof(
	{
		weight: 3,
		arbitrary: named("socket", { domain: fc.constant(C.AF_UNIX), type, protocol: fc.constant(0) }),
	},
	{
		weight: 4,
		arbitrary: named("socketpair", { domain: fc.constant(C.AF_UNIX), type, protocol: fc.constant(0) }),
	},
	{ weight: 3, arbitrary: named("bind", { fd, address }) },
	{ weight: 4, arbitrary: named("connect", { fd, address }) },
	{ weight: 3, arbitrary: named("listen", { fd, backlog: fc.constantFrom(0, 1, -1) }) },
	{ weight: 4, arbitrary: named("accept", { fd, flags: fc.constantFrom(0, C.SOCK_NONBLOCK, 1), wantsName }) },
	{ weight: 6, arbitrary: named("sendto", { fd, bytes, flags, to }) },
	{ weight: 4, arbitrary: named("sendmsg", { fd, bytes, flags, to, control }) },
	{ weight: 6, arbitrary: named("recvfrom", { fd, count: size, flags, wantsName }) },
	{
		weight: 4,
		arbitrary: named("recvmsg", {
			fd,
			count: size,
			flags,
			wantsName,
			room: fc.constantFrom(0, 20, 24, 64, 200),
		}),
	},
	{ weight: 3, arbitrary: named("read", { fd, count: size }) },
	{ weight: 3, arbitrary: named("write", { fd, bytes }) },
	{ weight: 2, arbitrary: named("shutdown", { fd, how: fc.constantFrom(0, 1, 2, 3) }) },
	{ weight: 4, arbitrary: named("close", { fd }) },
	{ weight: 2, arbitrary: named("fork") },
	named("exit", { status: fc.constant(0) }),
	named("dup", { fd }),
	named("unlink", { path: fc.constantFrom("s", "t") }),
	named("getsockname", { fd, room: fc.constant(110) }),
	named("getpeername", { fd, room: fc.constant(110) }),
	named("fstat", { fd }),
	named("ioctl", { fd, request: fc.constant(C.FIONREAD) }),
	named("fcntl", { fd, command: fc.constant(C.F_SETFL), argument: fc.constantFrom(0, C.O_NONBLOCK) }),
	named("getsockopt", {
		fd,
		level: fc.constantFrom(1, 1, 6),
		option: fc.constantFrom(C.SO_ERROR, C.SO_PEERCRED, C.SO_TYPE, 999),
		length: fc.constant(4),
	}),
	named("setsockopt", {
		fd,
		level: fc.constant(1),
		option: fc.constantFrom(C.SO_PASSCRED, C.SO_SNDBUF),
		value: fc.constantFrom(0, 1, 8, 5000, null),
	}),
	named("poll", {
		entries: fc.array(fc.record({ fd, events: fc.constantFrom(C.POLLIN, C.POLLOUT) }), { maxLength: 3 }),
		timeout: fc.constantFrom(0, null),
	}),
	named("kill", { pid: fc.constantFrom(2, 3, 4), signal: fc.constantFrom(10, 18, 19) }),
);

const lives = fc.record({
	profile: fc.constantFrom("linux" as const, "lesson" as const),
	acts: fc.array(fc.record({ who: fc.nat(9), call: anyCall }), { minLength: 10, maxLength: 70 }),
});

function start(profile: "linux" | "lesson"): Kernel {
	const stdin = { interactive: false, bytes: new Uint8Array(0), ended: true };
	const kernel = boot({
		limits: { ...profiles[profile], descriptors: 10, processes: 5 },
		programs: [],
		terminal: { stdin, stdout: { interactive: false }, stderr: { interactive: false } },
	});
	const first = spawn(kernel, "test");
	const handler = { action: "handle", handler: 1, mask: [], flags: 0 } as const;
	call(kernel, first, { name: "sigaction", signal: 13, disposition: { action: "ignore" } }, null);
	call(kernel, first, { name: "sigaction", signal: 10, disposition: handler }, null);
	const pair = { name: "socketpair", domain: C.AF_UNIX, type: C.SOCK_STREAM, protocol: 0 } as const;
	call(kernel, first, pair, null);
	call(kernel, first, { name: "fork" }, null);
	call(kernel, first, { name: "fork" }, null);
	return kernel;
}

/** A ready process that is in a call makes that call again, as the computer would; another does what is asked. */
function goOn(kernel: Kernel, act: { readonly who: number; readonly call: SystemCall }): void {
	const ready = readyProcesses(kernel);
	const who = ready[act.who % Math.max(1, ready.length)];
	if (who === undefined) return;
	switchTo(kernel, who);
	const process = processOf(kernel, who);
	call(kernel, who, process.call ?? act.call, null);
	const inProgram = () => kernel.state.processes[who]?.state === "ready" && process.call === null;
	while (inProgram() && deliver(kernel, who) !== null);
}

test("the laws hold after every act", () => {
	fc.assert(
		fc.property(lives, ({ profile, acts }) => {
			const kernel = start(profile);
			for (const act of acts) {
				goOn(kernel, act);
				expect(laws(kernel)).toEqual([]);
			}
		}),
		{ numRuns: 200 },
	);
});

test("undo takes back everything", () => {
	fc.assert(
		fc.property(lives, fc.nat(60), ({ profile, acts }, from) => {
			const kernel = start(profile);
			for (const act of acts.slice(0, from)) goOn(kernel, act);
			const mark = kernel.journal.mark();
			const before = snapshot(kernel);
			for (const act of acts.slice(from)) goOn(kernel, act);
			kernel.journal.undo(mark);
			expect(copyPlain(kernel.state)).toEqual(before);
		}),
		{ numRuns: 60 },
	);
});
