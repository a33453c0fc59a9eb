// Signals, row by row.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import { type Actor, world } from "./world.ts";

const S = C.signals;
const { SIGCHLD, SIGCONT, SIGKILL, SIGSEGV, SIGSTOP, SIGTERM, SIGTSTP, SIGTTIN, SIGUSR1, SIGUSR2 } = S;
const { SIGRTMIN } = C;

function one() {
	const k = world();
	const p = k.process();
	return { k, p };
}

function family() {
	const { k, p } = one();
	const child = p.fork();
	return { k, parent: p, child };
}

describe("actions", () => {
	test("SG-01 the default action of every signal", () => {
		const { k, p } = one();
		let seen = "";
		for (let signal = 1; signal <= 31; signal++) {
			const child = p.fork();
			child.raise(signal);
			k.run();
			seen += { zombie: "T", stopped: "S", ready: "i" }[child.state] ?? "?";
		}
		expect(seen).toBe("TTTTTTTTTTTTTTTTiiSSSSiTTTTiTTT");
	});

	test("SG-02 no disposition for SIGKILL, SIGSTOP, 0, 65, -1", () => {
		const { p } = one();
		for (const signal of [SIGKILL, SIGSTOP, 0, 65, -1]) expect(p.handle(signal)).toBe("EINVAL");
	});

	test("SG-03 raise: the handler runs before raise returns", () => {
		const { p } = one();
		p.handle(SIGUSR1);
		expect(p.raise(SIGUSR1)).toBe(0);
		expect(p.handled).toEqual([SIGUSR1]);
	});

	test("SG-10 SA_RESETHAND: once", () => {
		const { p } = one();
		p.handle(SIGUSR1, { flags: C.SA_RESETHAND });
		p.raise(SIGUSR1);
		expect(p.raise(SIGUSR1)).toBe("ended");
		expect([p.handled, p.ended]).toEqual([[SIGUSR1], SIGUSR1]);
	});

	test("SG-29 a fault kills when it is blocked or ignored; a handler runs again and again", () => {
		const { p } = one();
		p.handle(SIGSEGV);
		p.fault(SIGSEGV);
		p.fault(SIGSEGV);
		expect(p.handled).toEqual([SIGSEGV, SIGSEGV]);
		const blocking = p.fork();
		blocking.block(SIGSEGV);
		blocking.fault(SIGSEGV);
		const ignoring = p.fork();
		ignoring.ignore(SIGSEGV);
		ignoring.fault(SIGSEGV);
		expect([blocking.ended, ignoring.ended]).toEqual([SIGSEGV, SIGSEGV]);
	});

	test("SG-30 a SIGSEGV that was sent can be ignored", () => {
		const { p } = one();
		p.ignore(SIGSEGV);
		expect([p.raise(SIGSEGV), p.kill(p.pid, SIGSEGV), p.state]).toEqual([0, 0, "ready"]);
	});

	test("SG-36 a child has the handlers, not the pending signals", () => {
		const { p } = one();
		p.handle(SIGUSR1);
		p.block(SIGUSR1);
		p.raise(SIGUSR1);
		const child = p.fork();
		child.unblock(SIGUSR1);
		expect(child.handled).toEqual([]);
		child.raise(SIGUSR1);
		expect(child.handled).toEqual([SIGUSR1]);
	});

	test("SG-39 sigaction tells the previous disposition", () => {
		const { p } = one();
		const previous = () => (p.reply?.kind === "disposition" ? p.reply.disposition.action : "?");
		p.ignore(SIGUSR1);
		expect(previous()).toBe("default");
		p.handle(SIGUSR1);
		expect(previous()).toBe("ignore");
		p.default(SIGUSR1);
		expect(previous()).toBe("handle");
	});
});

describe("pending, blocked, ordered", () => {
	test("SG-04 a standard signal is pending once", () => {
		const { p } = one();
		p.handle(SIGUSR1);
		p.block(SIGUSR1);
		for (let i = 0; i < 3; i++) p.raise(SIGUSR1);
		expect(p.pending()).toEqual([SIGUSR1]);
		p.unblock(SIGUSR1);
		expect(p.handled).toEqual([SIGUSR1]);
	});

	test("SG-05 real-time signals queue, with their values", () => {
		const { p } = one();
		p.handle(SIGRTMIN);
		p.block(SIGRTMIN);
		for (const value of [1, 2, 3]) p.ask({ name: "sigqueue", pid: p.pid, signal: SIGRTMIN, value });
		p.unblock(SIGRTMIN);
		expect(p.infos.map((info) => info.value)).toEqual([1, 2, 3]);
	});

	test("RLIMIT_SIGPENDING: so many real-time signals are queued, then EAGAIN; standard ones come all the same", () => {
		const { p } = one();
		p.ask({ name: "sigprocmask", how: C.SIG_BLOCK, set: [SIGRTMIN, SIGUSR1] });
		p.ask({ name: "setrlimit", resource: C.RLIMIT_SIGPENDING, soft: 3 });
		const queue = () => p.ask({ name: "sigqueue", pid: p.pid, signal: SIGRTMIN, value: 1 });
		expect([queue(), queue(), queue(), queue()]).toEqual([0, 0, 0, "EAGAIN"]);
		expect(p.ask({ name: "sigqueue", pid: p.pid, signal: SIGUSR1, value: 1 })).toBe(0);
	});

	test("SG-06 the lowest is dequeued first, so its handler runs last", () => {
		const { p } = one();
		p.handle(SIGUSR1);
		p.handle(SIGUSR2);
		p.block(SIGUSR1, SIGUSR2);
		p.raise(SIGUSR2);
		p.raise(SIGUSR1);
		p.unblock(SIGUSR1, SIGUSR2);
		expect(p.handled).toEqual([12, 10]);
	});

	test("SG-07 with masks there is no nesting: 10, then 12", () => {
		const { p } = one();
		const mask = [SIGUSR1, SIGUSR2];
		p.handle(SIGUSR1, { mask });
		p.handle(SIGUSR2, { mask });
		p.block(...mask);
		p.raise(SIGUSR2);
		p.raise(SIGUSR1);
		p.unblock(...mask);
		expect(p.handled).toEqual([10, 12]);
	});

	test("SG-08 of the real-time signals, too, the lowest first", () => {
		const { p } = one();
		const mask = [SIGRTMIN, SIGRTMIN + 1];
		for (const signal of mask) p.handle(signal, { mask });
		p.block(...mask);
		p.raise(SIGRTMIN + 1);
		p.raise(SIGRTMIN);
		p.unblock(...mask);
		expect(p.handled).toEqual(mask);
	});

	test("SG-09 blocked in its own handler, unless SA_NODEFER", () => {
		const nesting = (flags: number) => {
			const { p } = one();
			let depth = 0;
			let deepest = 0;
			let left = 2;
			const run = () => {
				deepest = Math.max(deepest, ++depth);
				if (left-- > 0) p.raise(SIGUSR1);
				depth--;
			};
			p.handle(SIGUSR1, { flags, run });
			p.raise(SIGUSR1);
			return { times: p.handled.length, deepest };
		};
		expect(nesting(0)).toEqual({ times: 3, deepest: 1 });
		expect(nesting(C.SA_NODEFER)).toEqual({ times: 3, deepest: 3 });
	});

	test("SG-11 ignored: thrown away; ignored and blocked: pending until it is ignored anew", () => {
		const { p } = one();
		p.ignore(SIGUSR1);
		p.raise(SIGUSR1);
		expect(p.pending()).toEqual([]);
		p.block(SIGUSR1);
		p.raise(SIGUSR1);
		expect(p.pending()).toEqual([SIGUSR1]);
		p.ignore(SIGUSR1);
		expect(p.pending()).toEqual([]);
	});

	test("SG-12 ignoring throws away what is pending; so does a default that ignores", () => {
		const { p } = one();
		p.handle(SIGCHLD);
		p.block(SIGUSR1, SIGCHLD);
		p.raise(SIGUSR1);
		p.raise(SIGCHLD);
		p.ignore(SIGUSR1);
		p.default(SIGCHLD);
		expect(p.pending()).toEqual([]);
		p.unblock(SIGUSR1, SIGCHLD);
		expect([p.state, p.handled]).toEqual(["ready", []]);
	});

	test("SG-32 SIGKILL and SIGSTOP cannot be blocked; a wrong how is EINVAL", () => {
		const { p } = one();
		expect(p.block(SIGKILL, SIGSTOP, SIGUSR1)).toBe(0);
		expect(p.process.signals.blocked).toEqual([SIGUSR1]);
		expect(p.mask(99, SIGUSR1)).toBe("EINVAL");
	});

	test("SG-33 sigtimedwait takes a pending signal without its handler; else EAGAIN", () => {
		const { k, p } = one();
		const sigtimedwait = (timeout: number | null) => p.ask({ name: "sigtimedwait", set: [SIGUSR1], timeout });
		p.handle(SIGUSR1);
		p.block(SIGUSR1);
		p.raise(SIGUSR1);
		expect([sigtimedwait(0), p.info?.signal, p.handled]).toEqual([SIGUSR1, SIGUSR1, []]);
		expect(sigtimedwait(0)).toBe("EAGAIN");
		expect(sigtimedwait(10)).toBe("blocked");
		k.pass(10);
		expect(p.result).toBe("EAGAIN");
		const other = k.process();
		sigtimedwait(null);
		other.kill(p.pid, SIGUSR1);
		k.run();
		expect([p.result, p.info?.pid]).toEqual([SIGUSR1, other.pid]);
	});
});

describe("sending", () => {
	test("SG-13 signal 0, a missing process, no such signal, a zombie", () => {
		const { parent, child } = family();
		expect([parent.kill(child.pid, 0), parent.kill(999, 0), parent.kill(child.pid, 65)]).toEqual([
			0,
			"ESRCH",
			"EINVAL",
		]);
		child.exit(0);
		expect(parent.kill(child.pid, SIGTERM)).toBe(0);
	});

	test("SG-14 another user's process: EPERM, even for signal 0", () => {
		const { p } = one();
		expect([p.kill(1, 0), p.kill(1, SIGKILL)]).toEqual(["EPERM", "EPERM"]);
	});

	test("SG-46 init takes no signal, not even root's SIGKILL; kill says 0", () => {
		const { k, p } = one();
		for (const field of ["uid", "euid", "suid"] as const) k.kernel.journal.set(p.process, field, 0);
		for (const signal of [SIGKILL, SIGSTOP, S.SIGABRT, SIGTSTP, SIGUSR1, SIGRTMIN])
			expect(p.kill(1, signal)).toBe(0);
		k.run();
		const init = k.kernel.state.processes[1]!;
		expect([init.state, init.signals.pending]).toEqual(["waiting", []]);
		expect(p.kill(1, 0)).toBe(0);
	});

	test("SG-15 kill(0) and kill(-pgid) reach the whole group", () => {
		const { k, parent, child } = family();
		for (const each of [parent, child]) each.handle(SIGUSR1);
		parent.kill(0, SIGUSR1);
		parent.kill(-parent.process.pgid, SIGUSR1);
		k.run();
		expect([parent.handled.length, child.handled.length]).toEqual([2, 1]);
		expect(parent.kill(-999, SIGUSR1)).toBe("ESRCH");
	});

	test("SG-35 si_code tells who sent it", () => {
		const { p } = one();
		for (const signal of [SIGUSR1, SIGUSR2, SIGRTMIN, SIGSEGV]) p.handle(signal);
		p.kill(p.pid, SIGUSR1);
		p.raise(SIGUSR2);
		p.ask({ name: "sigqueue", pid: p.pid, signal: SIGRTMIN, value: 7 });
		p.fault(SIGSEGV);
		expect(p.infos.map((info) => info.code)).toEqual([C.SI_USER, C.SI_TKILL, C.SI_QUEUE, C.SEGV_MAPERR]);
		expect(p.infos.slice(0, 3).map((info) => [info.pid, info.uid])).toEqual(Array(3).fill([p.pid, 1000]));
	});

	test("SG-34 SIGPIPE ends a pipeline's writer: WTERMSIG 13", () => {
		const { p } = one();
		const [r, w] = p.newPipe();
		const child = p.fork();
		child.close(r);
		p.close(r);
		child.write(w, "a");
		p.wait(child.pid);
		expect(p.status).toBe(13);
	});
});

describe("SIGCHLD", () => {
	test("SG-16 three children end while it is blocked: one signal, three waits", () => {
		const { p } = one();
		p.handle(SIGCHLD);
		p.block(SIGCHLD);
		for (let i = 0; i < 3; i++) p.fork().exit(0);
		p.unblock(SIGCHLD);
		expect(p.handled).toEqual([SIGCHLD]);
		const waits = [0, 0, 0, 0].map(() => typeof p.wait(-1, C.WNOHANG));
		expect([waits, p.result]).toEqual([["number", "number", "number", "string"], "ECHILD"]);
	});

	test("SG-17 siginfo of exit, kill, stop, continue; SA_NOCLDSTOP leaves out the last two", () => {
		const codes = (flags: number) => {
			const { k, p } = one();
			p.handle(SIGCHLD, { flags });
			p.fork().exit(3);
			k.run();
			const child = p.fork();
			for (const signal of [SIGSTOP, SIGCONT, SIGKILL]) {
				p.kill(child.pid, signal);
				k.run();
			}
			return p.infos.map((info) => [info.code, info.status]);
		};
		const ends = { exited: [C.CLD_EXITED, 3], killed: [C.CLD_KILLED, SIGKILL] };
		const changes = [
			[C.CLD_STOPPED, SIGSTOP],
			[C.CLD_CONTINUED, SIGCONT],
		];
		expect(codes(0)).toEqual([ends.exited, ...changes, ends.killed]);
		expect(codes(C.SA_NOCLDSTOP)).toEqual([ends.exited, ends.killed]);
	});

	test("SG-18 SA_NOCLDWAIT: no zombie, and yet the signal", () => {
		const { k, p } = one();
		p.handle(SIGCHLD, { flags: C.SA_NOCLDWAIT });
		const child = p.fork();
		child.exit(0);
		k.run();
		expect([child.state, p.wait(), p.handled]).toEqual(["gone", "ECHILD", [SIGCHLD]]);
	});
});

describe("waiting for signals, and being interrupted", () => {
	test("SG-19 pause returns after a handler, not for an ignored signal", () => {
		const { k, parent, child } = family();
		child.handle(SIGUSR1);
		child.ignore(SIGUSR2);
		child.ask({ name: "pause" });
		parent.kill(child.pid, SIGUSR2);
		k.run();
		expect(child.state).toBe("waiting");
		parent.kill(child.pid, SIGUSR1);
		k.run();
		expect([child.result, child.handled]).toEqual(["EINTR", [SIGUSR1]]);
	});

	test("SG-20 sigsuspend lets a blocked signal in, and puts the mask back", () => {
		const { p } = one();
		p.handle(SIGUSR1);
		p.block(SIGUSR1);
		p.raise(SIGUSR1);
		expect(p.ask({ name: "sigsuspend", mask: [] })).toBe("EINTR");
		expect([p.handled, p.process.signals.blocked]).toEqual([[SIGUSR1], [SIGUSR1]]);
	});

	test("sigsuspend sleeps until the signal comes", () => {
		const { k, parent, child } = family();
		child.handle(SIGUSR1);
		child.block(SIGUSR1);
		expect(child.ask({ name: "sigsuspend", mask: [] })).toBe("blocked");
		parent.kill(child.pid, SIGUSR1);
		k.run();
		expect([child.result, child.process.signals.blocked]).toEqual(["EINTR", [SIGUSR1]]);
	});

	test("SG-21 nanosleep: EINTR and the time left, even with SA_RESTART", () => {
		const { k, parent, child } = family();
		child.handle(SIGUSR1, { flags: C.SA_RESTART });
		expect(child.ask({ name: "nanosleep", ticks: 100 })).toBe("blocked");
		k.pass(30);
		parent.kill(child.pid, SIGUSR1);
		k.run();
		expect([child.result, child.reply]).toEqual(["EINTR", { kind: "left", ticks: 70 }]);
	});

	test("SG-22 poll and select: EINTR even with SA_RESTART", () => {
		const { k, parent, child } = family();
		child.handle(SIGUSR1, { flags: C.SA_RESTART });
		for (const wait of [() => child.poll([], null), () => child.select({}, { timeout: null })]) {
			expect(wait()).toBe("blocked");
			parent.kill(child.pid, SIGUSR1);
			k.run();
			expect([child.result, child.rule]).toEqual(["EINTR", "signal.interrupt.never-restarts"]);
		}
	});

	test.each([
		["restarted with SA_RESTART", C.SA_RESTART, "blocked"],
		["EINTR without", 0, "EINTR"],
	])("SG-23 waitpid: %s", (_how, flags, expected) => {
		const { k, parent, child } = family();
		parent.handle(SIGUSR1, { flags });
		parent.wait();
		child.kill(parent.pid, SIGUSR1);
		k.run();
		expect([parent.result, parent.handled]).toEqual([expected, [SIGUSR1]]);
	});

	test("SG-37 a byte written in the handler wakes the loop that polls", () => {
		const { k, parent, child } = family();
		const [r, w] = child.newPipe(C.O_NONBLOCK);
		child.handle(SIGUSR1, { run: () => child.write(w, "!") });
		child.poll([[r, C.POLLIN]], null);
		parent.kill(child.pid, SIGUSR1);
		k.run();
		expect(child.result).toBe("EINTR");
		expect([child.poll([[r, C.POLLIN]], null), child.events]).toEqual([1, ["IN"]]);
	});

	test("SG-38 SIGKILL among others ends a sleeper at once, with status 9", () => {
		const { k, parent, child } = family();
		child.handle(SIGUSR1);
		child.ask({ name: "pause" });
		for (const signal of [SIGUSR1, SIGTERM, SIGKILL]) parent.kill(child.pid, signal);
		k.run();
		expect([child.ended, child.handled]).toEqual([SIGKILL, []]);
	});
});

describe("time", () => {
	test("SG-24 alarm tells what was left of the one before; fork has none", () => {
		const { k, p } = one();
		const alarm = (who: Actor, after: number) => who.ask({ name: "alarm", after });
		expect([alarm(p, 5), alarm(p, 3), alarm(p, 0), alarm(p, 9)]).toEqual([0, 5, 3, 0]);
		expect(alarm(p.fork(), 0)).toBe(0);
		k.pass(9);
		expect(p.ended).toBe(S.SIGALRM);
	});

	test("sleepers wake in the order of their times", () => {
		const { k, parent, child } = family();
		parent.ask({ name: "nanosleep", ticks: 20 });
		child.ask({ name: "nanosleep", ticks: 10 });
		k.kernel.events.length = 0;
		k.pass(30);
		const woken = k.kernel.events.filter((event) => event.kind === "wakes").map((event) => event.pid);
		expect(woken).toEqual([child.pid, parent.pid]);
		expect([parent.result, child.result]).toEqual([0, 0]);
	});
});

describe("stopping and continuing", () => {
	test("SG-25 stop and continue do not interrupt a read", () => {
		const { k, p } = one();
		const [r, w] = p.newPipe();
		const child = p.fork();
		child.read(r, 1);
		p.kill(child.pid, SIGSTOP);
		k.run();
		expect(child.state).toBe("stopped");
		p.write(w, "a");
		expect(child.state).toBe("stopped");
		p.kill(child.pid, SIGCONT);
		k.run();
		expect(child.result).toBe("a");
	});

	test("SG-26 SIGCONT takes back pending stops, a stop takes back pending SIGCONT", () => {
		const { p } = one();
		p.block(SIGTSTP, SIGTTIN, SIGCONT);
		p.raise(SIGTSTP);
		p.raise(SIGTTIN);
		p.raise(SIGCONT);
		expect(p.pending()).toEqual([SIGCONT]);
		p.raise(SIGTSTP);
		expect(p.pending()).toEqual([SIGTSTP]);
	});

	test.each(["blocks", "ignores"])("SG-27 SIGCONT continues a process that %s it", (how) => {
		const { k, parent, child } = family();
		if (how === "blocks") child.block(SIGCONT);
		else child.ignore(SIGCONT);
		parent.kill(child.pid, SIGSTOP);
		k.run();
		expect(child.state).toBe("stopped");
		parent.kill(child.pid, SIGCONT);
		expect(child.state).toBe("ready");
	});

	test("SG-28 SIGTSTP does not stop an orphaned group; SIGSTOP does", () => {
		const { k, child } = family();
		child.ask({ name: "setpgid", pid: 0, pgid: 0 });
		const grandchild = child.fork();
		child.exit(0);
		expect(grandchild.raise(SIGTSTP)).toBe(0);
		expect(grandchild.state).toBe("ready");
		grandchild.raise(SIGSTOP);
		k.run();
		expect(grandchild.state).toBe("stopped");
	});

	test("a newly orphaned group with a stopped member gets SIGHUP and SIGCONT", () => {
		const { k, child } = family();
		child.ask({ name: "setpgid", pid: 0, pgid: 0 });
		const grandchild = child.fork();
		child.kill(grandchild.pid, SIGSTOP);
		k.run();
		child.exit(0);
		k.run();
		expect(grandchild.ended).toBe(S.SIGHUP);
	});

	test("a handler runs first when a process continues inside its call", () => {
		const { k, p } = one();
		const [r, w] = p.newPipe();
		const child = p.fork();
		child.handle(SIGUSR1);
		child.read(r, 1);
		p.kill(child.pid, SIGSTOP);
		k.run();
		p.kill(child.pid, SIGUSR1);
		p.write(w, "a");
		p.kill(child.pid, SIGCONT);
		k.run();
		expect([child.result, child.handled]).toEqual(["EINTR", [SIGUSR1]]);
	});

	test("a second stop inside the call keeps it there", () => {
		const { k, p } = one();
		const child = p.fork();
		child.ask({ name: "nanosleep", ticks: 10 });
		for (const signal of [SIGSTOP, SIGCONT, SIGSTOP]) p.kill(child.pid, signal);
		k.run();
		expect(child.state).toBe("stopped");
		k.pass(20);
		expect(child.state).toBe("stopped");
		p.kill(child.pid, SIGCONT);
		k.run();
		expect(child.result).toBe(0);
	});
});
