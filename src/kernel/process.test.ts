// Processes, row by row: fork, exec, wait, exit, zombies, orphans.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import { switchTo } from "./scheduler.ts";
import { world } from "./world.ts";

const { SIGABRT, SIGALRM, SIGCHLD, SIGCONT, SIGFPE, SIGINT, SIGKILL, SIGSEGV, SIGSTOP, SIGTERM, SIGUSR1 } =
	C.signals;

/** A parent and its child. */
function family() {
	const k = world({ programs: ["prog"] });
	const parent = k.process();
	const child = parent.fork();
	return { k, parent, child };
}

describe("fork", () => {
	test("PR-01 fork returns the child's pid; the child has a new pid and this parent", () => {
		const { parent, child } = family();
		expect(parent.result).toBe(child.pid);
		expect(child.ask({ name: "getpid" })).toBe(child.pid);
		expect(child.ask({ name: "getppid" })).toBe(parent.pid);
		expect(child.pid).not.toBe(parent.pid);
	});

	test("PR-24 pending signals and alarm are not inherited; mask, dispositions, umask, group are", () => {
		const k = world();
		const parent = k.process();
		parent.block(SIGUSR1);
		parent.raise(SIGUSR1);
		parent.ignore(SIGTERM);
		parent.ask({ name: "umask", mask: 0o077 });
		parent.ask({ name: "alarm", after: 100 });
		const child = parent.fork();
		expect([parent.pending(), child.pending()]).toEqual([[SIGUSR1], []]);
		expect(child.ask({ name: "alarm", after: 0 })).toBe(0);
		const { signals, umask, pgid } = child.process;
		expect([signals.blocked, signals.dispositions[SIGTERM], umask, pgid]).toEqual([
			[SIGUSR1],
			{ action: "ignore" },
			0o077,
			parent.process.pgid,
		]);
	});

	test("PR-26 RLIMIT_NPROC reached: EAGAIN", () => {
		const parent = world().process();
		parent.ask({ name: "setrlimit", resource: C.RLIMIT_NPROC, soft: 1 });
		expect(parent.ask({ name: "fork" })).toBe("EAGAIN");
	});

	test("a fork bomb meets the host's limit", () => {
		const parent = world({ limits: { processes: 3 } }).process();
		parent.fork();
		parent.fork();
		expect(parent.ask({ name: "fork" })).toBe("EAGAIN");
	});

	test("PR-32 either of the two may run first after fork", () => {
		const { k, parent, child } = family();
		expect(new Set(k.kernel.state.scheduler.queue)).toEqual(new Set([parent.pid, child.pid]));
	});
});

describe("exit and the status word", () => {
	test.each([
		[0, 0],
		[7, 7],
		[256, 0],
		[-1, 255],
		[3, 3],
	])("PR-05 _exit(%i) gives WEXITSTATUS %i", (status, expected) => {
		const { parent, child } = family();
		expect(child.exit(status)).toBe("ended");
		parent.wait();
		expect(parent.status).toBe(expected << 8);
	});

	test("PR-06 the status word: exited, killed, stopped, continued", () => {
		const { k, parent } = family();
		const statusOf = (signal: number, options = 0) => {
			const child = parent.fork();
			parent.kill(child.pid, signal);
			k.run();
			parent.wait(child.pid, options);
			return { child, status: parent.status };
		};
		const exiting = parent.fork();
		exiting.exit(5);
		parent.wait(exiting.pid);
		expect(parent.status).toBe(0x0500);
		expect(statusOf(SIGKILL).status).toBe(0x0009);
		expect(statusOf(SIGSEGV).status).toBe(0x000b);
		const { child, status } = statusOf(SIGSTOP, C.WUNTRACED);
		expect(status).toBe(0x137f);
		parent.kill(child.pid, SIGCONT);
		parent.wait(child.pid, C.WCONTINUED);
		expect(parent.status).toBe(0xffff);
	});

	test("PR-27 killed by SIGTERM, SIGABRT, SIGFPE, SIGSEGV", () => {
		const k = world();
		const parent = k.process();
		const endOf = (end: (pid: ReturnType<typeof parent.fork>) => void) => {
			const child = parent.fork();
			end(child);
			k.run();
			parent.wait(child.pid);
			return parent.status;
		};
		expect(endOf((child) => parent.kill(child.pid, SIGTERM))).toBe(15);
		expect(endOf((child) => child.raise(SIGABRT))).toBe(6);
		expect(endOf((child) => child.fault(SIGFPE))).toBe(8);
		expect(endOf((child) => child.fault(SIGSEGV))).toBe(11);
	});

	test("PR-28 a zombie's descriptors are closed: the reader sees end of file", () => {
		const k = world();
		const parent = k.process();
		const [r, w] = parent.newPipe();
		const child = parent.fork();
		parent.close(w);
		child.exit(0);
		expect([child.state, parent.read(r, 1)]).toEqual(["zombie", ""]);
	});
});

describe("wait", () => {
	test("PR-07 no such child: ECHILD", () => {
		const p = world().process();
		expect([p.wait(), p.wait(-1), p.wait(1), p.wait(p.pid)]).toEqual(Array(4).fill("ECHILD"));
	});

	test("PR-08 WNOHANG: 0 while it runs, its pid once, then ECHILD", () => {
		const { parent, child } = family();
		expect(parent.wait(child.pid, C.WNOHANG)).toBe(0);
		child.exit(0);
		expect(parent.wait(child.pid, C.WNOHANG)).toBe(child.pid);
		expect(parent.wait(child.pid, C.WNOHANG)).toBe("ECHILD");
	});

	test("PR-09 a zombie keeps its pid until it is waited for", () => {
		const { parent, child } = family();
		child.exit(0);
		expect(child.state).toBe("zombie");
		expect([parent.kill(child.pid, 0), parent.kill(child.pid, SIGKILL)]).toEqual([0, 0]);
		parent.wait();
		expect(parent.status).toBe(0);
		expect(parent.kill(child.pid, 0)).toBe("ESRCH");
	});

	test("PR-12 zombies are reported in the order of their creation", () => {
		const parent = world().process();
		const children = [parent.fork(), parent.fork(), parent.fork()];
		for (const i of [2, 0, 1]) children[i]?.exit(0);
		expect([parent.wait(), parent.wait(), parent.wait()]).toEqual(children.map((child) => child.pid));
	});

	test("PR-13 a parent asleep in wait gets the child that ends", () => {
		const { k, parent, child } = family();
		expect(parent.wait()).toBe("blocked");
		child.exit(4);
		k.run();
		expect([parent.result, parent.status]).toEqual([child.pid, 0x400]);
	});

	test("PR-14 a stop is reported with WUNTRACED only, and once; a continue likewise", () => {
		const { k, parent, child } = family();
		parent.kill(child.pid, SIGSTOP);
		k.run();
		expect(parent.wait(child.pid, C.WNOHANG)).toBe(0);
		expect(parent.wait(child.pid, C.WUNTRACED)).toBe(child.pid);
		expect(parent.wait(child.pid, C.WUNTRACED | C.WNOHANG)).toBe(0);
		parent.kill(child.pid, SIGCONT);
		expect(parent.wait(child.pid, C.WCONTINUED)).toBe(child.pid);
		expect(parent.wait(child.pid, C.WCONTINUED | C.WNOHANG)).toBe(0);
	});

	test("PR-15 WNOWAIT leaves the zombie; siginfo says how it ended", () => {
		const { parent, child } = family();
		child.exit(6);
		expect(parent.waitid(C.P_ALL, 0, C.WEXITED | C.WNOWAIT)).toBe(0);
		const { code, pid, signal, status } = parent.info ?? {};
		expect([signal, code, pid, status]).toEqual([SIGCHLD, C.CLD_EXITED, child.pid, 6]);
		expect(parent.wait(child.pid)).toBe(child.pid);
	});

	test("PR-16 waitid with WNOHANG and nothing to report: si_pid 0", () => {
		const { parent, child } = family();
		expect(parent.waitid(C.P_PID, child.pid, C.WEXITED | C.WNOHANG)).toBe(0);
		expect(parent.info?.pid).toBe(0);
	});

	test("PR-17 unknown option, or no option for waitid: EINVAL", () => {
		const { parent, child } = family();
		expect([parent.wait(child.pid, 0x100), parent.waitid(C.P_ALL, 0, 0)]).toEqual(["EINVAL", "EINVAL"]);
	});

	test("PR-18 SIGCHLD ignored: no zombie, wait sleeps until all are gone, then ECHILD", () => {
		const k = world();
		const parent = k.process();
		parent.ignore(SIGCHLD);
		const children = [parent.fork(), parent.fork()];
		expect(parent.wait()).toBe("blocked");
		children[0]?.exit(0);
		k.run();
		expect([children[0]?.state, parent.result]).toEqual(["gone", "blocked"]);
		children[1]?.exit(0);
		k.run();
		expect(parent.result).toBe("ECHILD");
	});

	test("PR-19 SIGCHLD by default: a zombie there is", () => {
		const { parent, child } = family();
		parent.default(SIGCHLD);
		child.exit(0);
		expect(child.state).toBe("zombie");
	});

	test("PR-29 wait for a group", () => {
		const { parent, child } = family();
		child.ask({ name: "setpgid", pid: 0, pgid: 0 });
		expect(parent.wait(0, C.WNOHANG)).toBe("ECHILD");
		expect(parent.wait(-child.pid, C.WNOHANG)).toBe(0);
		child.exit(0);
		expect(parent.wait(-child.pid)).toBe(child.pid);
	});

	test("PR-30 a stopped child dies of SIGKILL at once; other signals wait for SIGCONT", () => {
		const { k, parent, child } = family();
		parent.kill(child.pid, SIGSTOP);
		k.run();
		parent.kill(child.pid, SIGTERM);
		k.run();
		expect(child.state).toBe("stopped");
		parent.kill(child.pid, SIGKILL);
		k.run();
		parent.wait(child.pid);
		expect(parent.status).toBe(SIGKILL);
		const other = parent.fork();
		for (const signal of [SIGSTOP, SIGTERM]) {
			parent.kill(other.pid, signal);
			k.run();
		}
		expect(other.state).toBe("stopped");
		parent.kill(other.pid, SIGCONT);
		k.run();
		expect(other.ended).toBe(SIGTERM);
	});

	test("PR-31 a grandchild is nobody to wait for", () => {
		const { parent, child } = family();
		const grandchild = child.fork();
		grandchild.exit(0);
		child.wait();
		child.exit(0);
		parent.wait();
		expect(parent.wait()).toBe("ECHILD");
	});
});

describe("orphans", () => {
	test("PR-10 an orphan's parent is init", () => {
		const { child } = family();
		const grandchild = child.fork();
		child.exit(0);
		expect(grandchild.ask({ name: "getppid" })).toBe(1);
		grandchild.exit(0);
		expect(grandchild.state).toBe("gone");
	});

	test("PR-11 a zombie whose parent ends is reaped by init", () => {
		const { k, child } = family();
		const grandchild = child.fork();
		grandchild.exit(0);
		expect(grandchild.state).toBe("zombie");
		child.exit(0);
		expect(grandchild.state).toBe("gone");
		expect(k.kernel.events).toContainEqual({ kind: "reaped", pid: grandchild.pid, by: 1 });
	});

	test("how a process ended is remembered after it was reaped", () => {
		const k = world();
		const p = k.process();
		p.exit(9);
		expect([p.state, p.ended]).toEqual(["gone", 0x900]);
	});
});

describe("exec", () => {
	test("PR-20 the pid stays, the program is another, arguments go along", () => {
		const { parent } = family();
		const { pid } = parent;
		expect(parent.exec("./prog", "prog", "-x")).toBe("replaced");
		expect(parent.process).toMatchObject({ pid, program: "prog", argv: ["prog", "-x"] });
		expect(parent.state).toBe("ready");
	});

	test("PR-21 what cannot be executed", () => {
		const k = world({
			programs: ["prog"],
			files: { data: "text", script: "#!/no/such\n", run: "#!/bin/prog -q\n" },
		});
		const p = k.process();
		p.close(p.open("empty", C.O_CREAT | C.O_WRONLY, 0o755) as number);
		for (const path of ["script", "run"]) p.ask({ name: "chmod", path, mode: 0o755 });
		expect(p.exec("missing")).toBe("ENOENT");
		expect(p.exec("/tmp")).toBe("EACCES");
		expect(p.exec("data")).toBe("EACCES");
		expect(p.exec("empty")).toBe("ENOEXEC");
		expect(p.exec("script")).toBe("ENOENT");
		expect(p.process.program).toBe("test");
		expect(p.exec("run", "run", "a")).toBe("replaced");
		expect(p.process.program).toBe("prog");
	});

	test("PR-22 close-on-exec descriptors are closed, and only if exec works", () => {
		const { k, parent } = family();
		parent.dup2(0, 7);
		parent.dup3(0, 8, C.O_CLOEXEC);
		parent.exec("missing");
		expect(Object.keys(parent.process.descriptors)).toEqual(["0", "1", "2", "7", "8"]);
		parent.exec("prog");
		expect(Object.keys(parent.process.descriptors)).toEqual(["0", "1", "2", "7"]);
		expect(k.kernel.events).toContainEqual(expect.objectContaining({ kind: "execs", closed: [8] }));
	});

	test("PR-23 handlers become default, ignored stays ignored, mask and pending stay", () => {
		const { parent } = family();
		parent.handle(SIGUSR1);
		parent.ignore(SIGTERM);
		parent.block(SIGINT);
		parent.raise(SIGINT);
		parent.exec("/bin/prog");
		const { blocked, dispositions } = parent.process.signals;
		expect(dispositions).toEqual({ [SIGTERM]: { action: "ignore" } });
		expect([blocked, parent.pending()]).toEqual([[SIGINT], [SIGINT]]);
	});

	test("what is open for writing is not run, what runs is not opened for writing", () => {
		const { parent, child } = family();
		const fd = parent.open("prog", C.O_WRONLY) as number;
		expect([child.exec("prog"), child.rule]).toEqual(["ETXTBSY", "process.exec.being-written"]);
		parent.close(fd);
		expect(child.exec("prog")).toBe("replaced");
		expect([parent.open("prog", C.O_RDWR), parent.rule]).toEqual(["ETXTBSY", "file.open.running"]);
		expect(parent.open("prog", C.O_RDONLY)).toBe(fd);
		child.exit(0);
		expect(parent.open("prog", C.O_WRONLY)).toBe(fd + 1);
	});

	test("an alarm outlives exec", () => {
		const { parent } = family();
		parent.ask({ name: "alarm", after: 10 });
		parent.exec("prog");
		expect(parent.ask({ name: "alarm", after: 0 })).toBe(10);
		expect(parent.process.signals.dispositions[SIGALRM]).toBeUndefined();
	});
});

describe("groups and sessions", () => {
	test("a child can be given a group of its own, by itself or by its parent", () => {
		const { parent, child } = family();
		expect(parent.ask({ name: "setpgid", pid: child.pid, pgid: child.pid })).toBe(0);
		expect(child.ask({ name: "getpgrp" })).toBe(child.pid);
		expect(parent.ask({ name: "getpgid", pid: child.pid })).toBe(child.pid);
	});

	test.each([
		["a stranger", 1, 0, "ESRCH"],
		["a group that is not", 0, 999, "EPERM"],
		["a negative group", 0, -1, "EINVAL"],
	])("setpgid refuses %s", (_what, pid, pgid, errno) => {
		const { parent } = family();
		expect(parent.ask({ name: "setpgid", pid, pgid })).toBe(errno);
	});

	test("setsid: refused to a group leader, else a new session and group", () => {
		const { parent, child } = family();
		expect(parent.ask({ name: "setsid" })).toBe("EPERM");
		expect(child.ask({ name: "setsid" })).toBe(child.pid);
		expect([child.ask({ name: "getsid", pid: 0 }), child.process.pgid]).toEqual([child.pid, child.pid]);
	});
});

describe("who runs", () => {
	test("counts of calls and of time spent waiting", () => {
		const k = world();
		const p = k.process();
		p.ask({ name: "nanosleep", ticks: 5 });
		k.pass(5);
		expect(p.process.counts).toEqual({ calls: 1, waited: 5, ran: 0, children: 0 });
	});

	test.each([
		["ends the process at the soft limit", "default", [24, 24]],
		["is ignored until the hard limit", "ignore", [null, 9]],
	] as const)("RLIMIT_CPU %s, and a child counts anew", (_, action, ended) => {
		const k = world();
		const p = k.process();
		p.dispose(C.signals.SIGXCPU, { action });
		p.ask({ name: "setrlimit", resource: C.RLIMIT_CPU, soft: 1, hard: 3 });
		switchTo(k.kernel, p.pid);
		k.pass(900_000);
		const child = p.fork();
		switchTo(k.kernel, child.pid);
		k.pass(900_000);
		expect([p.ended, child.ended]).toEqual([null, null]);
		k.pass(100_000);
		const soft = child.ended;
		if (soft === null) k.pass(2_000_000);
		expect([soft, child.ended]).toEqual(ended);
		expect(p.ended).toBe(null);
	});
});
