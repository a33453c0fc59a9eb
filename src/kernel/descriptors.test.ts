// Descriptor tables and open file descriptions, row by row.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import { world } from "./world.ts";

const RDWR = C.O_RDWR | C.O_CREAT;

/** A process with file "f" open as descriptor 3. */
function withFile(text = "", flags: number = C.O_RDWR) {
	const k = world({ files: { f: text } });
	const p = k.process();
	const fd = p.open("f", flags) as number;
	return { k, p, fd };
}

describe("numbers", () => {
	test("FD-01 open takes the lowest free number", () => {
		const { p } = withFile();
		p.close(0);
		expect(p.open("f")).toBe(0);
	});

	test("FD-06 dup2: onto an open one, onto itself, from a closed one, onto impossible ones", () => {
		const { k, p, fd } = withFile();
		const other = p.open("g", RDWR) as number;
		expect(p.dup2(fd, other)).toBe(other);
		expect(p.rule).toBe("descriptor.copy-to.replaces");
		expect(p.dup2(fd, fd)).toBe(fd);
		expect([p.dup2(30, 30), p.dup2(fd, -1), p.dup2(fd, 1024)]).toEqual(["EBADF", "EBADF", "EBADF"]);
		expect(Object.keys(k.kernel.state.openFiles).length).toBe(4);
	});

	test("FD-08 F_DUPFD: the lowest free from a number on", () => {
		const { p, fd } = withFile();
		expect([p.fcntl(fd, C.F_DUPFD, 50), p.fcntl(fd, C.F_DUPFD, 50)]).toEqual([50, 51]);
	});

	test.each([99, -1])("FD-09 descriptor %i is not open: EBADF from every call", (fd) => {
		const { p } = withFile();
		const answers = [
			p.read(fd, 1),
			p.write(fd, "a"),
			p.close(fd),
			p.dup(fd),
			p.fcntl(fd, C.F_GETFL),
			p.lseek(fd, 0),
			p.ask({ name: "fstat", fd }),
		];
		expect(answers).toEqual(answers.map(() => "EBADF"));
	});

	test("FD-10 the access mode of a file", () => {
		const { p, fd } = withFile("abc", C.O_RDONLY);
		expect(p.write(fd, "a")).toBe("EBADF");
		expect(p.read(p.open("f", C.O_WRONLY) as number, 1)).toBe("EBADF");
	});

	test("FD-11 RLIMIT_NOFILE: EMFILE for all, EINVAL for F_DUPFD beyond it", () => {
		const { p, fd } = withFile();
		p.ask({ name: "setrlimit", resource: C.RLIMIT_NOFILE, soft: 4 });
		const socket = { name: "socket", domain: C.AF_UNIX, type: C.SOCK_STREAM, protocol: 0 } as const;
		expect([p.open("f"), p.dup(fd), p.pipe(), p.ask(socket)]).toEqual(Array(4).fill("EMFILE"));
		expect(p.fcntl(fd, C.F_DUPFD, 4)).toBe("EINVAL");
	});

	test("FD-12 closing twice", () => {
		const { p, fd } = withFile();
		expect([p.close(fd), p.close(fd)]).toEqual([0, "EBADF"]);
	});
});

describe("descriptions", () => {
	test("FD-02 copies share one offset", () => {
		const { p, fd } = withFile();
		const copy = p.dup(fd) as number;
		p.write(fd, "abc");
		expect(p.lseek(copy, 0, C.SEEK_CUR)).toBe(3);
	});

	test("FD-03 two opens have two offsets", () => {
		const { p, fd } = withFile();
		const other = p.open("f") as number;
		p.write(fd, "abc");
		expect(p.read(other, 10)).toBe("abc");
	});

	test("FD-04 fork shares the offset", () => {
		const { p, fd } = withFile("abcdef");
		const child = p.fork();
		expect([child.read(fd, 2), p.read(fd, 2)]).toEqual(["ab", "cd"]);
	});

	test("FD-05 fork copies the table: a close in the child is the child's", () => {
		const { p, fd } = withFile("abc");
		const child = p.fork();
		child.close(fd);
		expect([child.read(fd, 1), p.read(fd, 1)]).toEqual(["EBADF", "a"]);
	});

	test("FD-07 FD_CLOEXEC belongs to the descriptor", () => {
		const { p, fd } = withFile();
		p.fcntl(fd, C.F_SETFD, C.FD_CLOEXEC);
		const copy = p.dup(fd) as number;
		p.dup2(fd, 20);
		p.dup3(fd, 21, C.O_CLOEXEC);
		expect([fd, copy, 20, 21].map((each) => p.fcntl(each, C.F_GETFD))).toEqual([1, 0, 0, 1]);
		expect(p.dup3(fd, fd, 0)).toBe("EINVAL");
	});

	test("FD-13 F_SETFL changes status flags, not the access mode", () => {
		const { p, fd } = withFile("", C.O_RDONLY);
		expect(p.fcntl(fd, C.F_SETFL, C.O_RDWR | C.O_NONBLOCK | C.O_CREAT)).toBe(0);
		const flags = p.fcntl(fd, C.F_GETFL) as number;
		expect(flags & C.O_ACCMODE).toBe(C.O_RDONLY);
		expect(flags & (C.O_NONBLOCK | C.O_CREAT)).toBe(C.O_NONBLOCK);
	});

	test("no SIGIO is sent: O_ASYNC and the owner of a descriptor are refused, but for a plain file, which never asks", () => {
		const { p, fd } = withFile("");
		const [r] = p.newPipe();
		expect(p.fcntl(fd, C.F_SETFL, C.O_ASYNC)).toBe(0);
		expect(p.fcntl(r, C.F_SETFL, C.O_ASYNC | C.O_NONBLOCK)).toBe("ENOSYS");
		expect((p.fcntl(r, C.F_GETFL) as number) & C.O_NONBLOCK).toBe(0);
		expect([C.F_SETOWN, C.F_GETOWN, C.F_SETSIG, C.F_GETSIG].map((command) => p.fcntl(r, command, 1))).toEqual(
			Array(4).fill("ENOSYS"),
		);
	});

	test("FD-14 O_NONBLOCK set after fork holds for both", () => {
		const p = world().process();
		const [r] = p.newPipe();
		const child = p.fork();
		p.nonblock(r);
		expect(child.read(r, 1)).toBe("EAGAIN");
	});

	test("FD-15 redirection: dup2, close, and one reference is left", () => {
		const k = world();
		const p = k.process();
		const [r, w] = p.newPipe();
		p.dup2(w, 1);
		p.close(w);
		expect(p.write(1, "abc")).toBe(3);
		expect(p.read(r, 10)).toBe("abc");
		p.close(1);
		expect(p.read(r, 10)).toBe("");
	});

	test("FD-16 a close elsewhere leaves a sleeping reader alone", () => {
		const k = world();
		const p = k.process();
		const [r, w] = p.newPipe();
		const child = p.fork();
		child.read(r, 1);
		p.close(r);
		k.run();
		expect(child.state).toBe("waiting");
		p.write(w, "a");
		k.run();
		expect(child.result).toBe("a");
	});

	test("FD-17 F_SETFD keeps FD_CLOEXEC only; fork copies it", () => {
		const { p, fd } = withFile();
		p.fcntl(fd, C.F_SETFD, 0xff);
		expect([p.fcntl(fd, C.F_GETFD), p.fork().fcntl(fd, C.F_GETFD)]).toEqual([1, 1]);
	});

	test("FD-18 three references, closed one by one", () => {
		const p = world().process();
		const [r, w] = p.newPipe();
		const copy = p.dup(w) as number;
		const child = p.fork();
		child.close(w);
		p.nonblock(r);
		for (const close of [() => p.close(w), () => p.close(copy)]) {
			close();
			expect(p.read(r, 1)).toBe("EAGAIN");
		}
		child.close(copy);
		expect(p.read(r, 1)).toBe("");
	});
});
