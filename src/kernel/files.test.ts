// Regular files, devices, names and the terminal, row by row.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import { world } from "./world.ts";

function withFile(text = "", flags: number = C.O_RDWR) {
	const k = world({ files: { f: text } });
	const p = k.process();
	const fd = p.open("f", flags) as number;
	return { k, p, fd };
}

describe("reading and writing at an offset", () => {
	test("R-01 the end of a file is a place, not an event", () => {
		const { p, fd } = withFile("abc");
		p.read(fd, 3);
		expect([p.read(fd, 1), p.read(fd, 1)]).toEqual(["", ""]);
		p.write(p.open("f", C.O_WRONLY | C.O_APPEND) as number, "def");
		expect(p.read(fd, 10)).toBe("def");
	});

	test("R-02 reading consumes nothing", () => {
		const { p, fd } = withFile("abc");
		expect([p.read(fd, 3), p.lseek(fd, 0), p.read(fd, 3)]).toEqual(["abc", 0, "abc"]);
	});

	test("R-03 an empty file never blocks", () => {
		const { p, fd } = withFile("");
		expect(p.read(fd, 1)).toBe("");
		p.nonblock(fd);
		expect(p.read(fd, 1)).toBe("");
	});

	test("R-04 a file is always ready", () => {
		const { p, fd } = withFile("");
		expect(p.ready(fd)).toBe("IN|OUT");
	});

	test("R-05 a hole reads as zeros", () => {
		const { p, fd } = withFile("ab");
		p.lseek(fd, 5);
		p.write(fd, "c");
		expect(p.fstat(fd).size).toBe(6);
		expect(p.pread(fd, 10, 0)).toBe("ab\0\0\0c");
	});

	test("R-06 lseek from the start, from here, from the end; and what it refuses", () => {
		const { p, fd } = withFile("abcdef");
		expect([p.lseek(fd, 2), p.lseek(fd, 1, C.SEEK_CUR), p.lseek(fd, -1, C.SEEK_END)]).toEqual([2, 3, 5]);
		expect([p.lseek(fd, -1), p.lseek(fd, 0, 9)]).toEqual(["EINVAL", "EINVAL"]);
	});

	test("R-07 O_APPEND writes at the end", () => {
		const { p, fd } = withFile("abc", C.O_RDWR | C.O_APPEND);
		p.lseek(fd, 0);
		p.write(fd, "d");
		expect([p.lseek(fd, 0, C.SEEK_CUR), p.pread(fd, 10, 0)]).toEqual([4, "abcd"]);
	});

	test("R-08 pread and pwrite leave the offset; O_APPEND beats pwrite's", () => {
		const { p, fd } = withFile("abc");
		p.pwrite(fd, "X", 1);
		expect([p.pread(fd, 2, 1), p.lseek(fd, 0, C.SEEK_CUR)]).toEqual(["Xc", 0]);
		const end = p.open("f", C.O_WRONLY | C.O_APPEND) as number;
		p.pwrite(end, "Y", 0);
		expect(p.read(fd, 10)).toBe("aXcY");
	});

	test("R-11 truncated under a reader and a writer", () => {
		const { p, fd } = withFile("abcdef");
		p.lseek(fd, 6);
		const other = p.open("f", C.O_RDWR) as number;
		expect(p.ask({ name: "ftruncate", fd: other, length: 2 })).toBe(0);
		expect(p.read(fd, 1)).toBe("");
		p.write(fd, "g");
		expect(p.pread(fd, 10, 0)).toBe("ab\0\0\0\0g");
	});

	test("R-12 parent and child write one after another", () => {
		const { p, fd } = withFile("");
		const child = p.fork();
		p.write(fd, "abc");
		child.write(fd, "def");
		expect(p.pread(fd, 10, 0)).toBe("abcdef");
	});

	test("R-13 two opens overwrite each other", () => {
		const { k, p, fd } = withFile("");
		const other = k.process();
		const otherFd = other.open("f", C.O_RDWR) as number;
		p.write(fd, "abc");
		other.write(otherFd, "X");
		expect(p.pread(fd, 10, 0)).toBe("Xbc");
		const [file] = Object.values(k.kernel.state.files).filter((each) => each.bytes.length === 3);
		expect(file?.dyes).toEqual([
			{ pid: other.pid, count: 1 },
			{ pid: p.pid, count: 2 },
		]);
	});

	test("R-14 a file needs no reader", () => {
		const { p, fd } = withFile("", C.O_WRONLY);
		expect(p.write(fd, "abc")).toBe(3);
	});

	test("R-15 /dev/null swallows and is empty, /dev/zero is endless", () => {
		const p = world().process();
		const none = p.open("/dev/null", C.O_RDWR) as number;
		const zero = p.open("/dev/zero") as number;
		expect([p.write(none, "abc"), p.read(none, 10), p.read(zero, 3)]).toEqual([3, "", "\0\0\0"]);
	});

	test("R-16 RLIMIT_FSIZE: SIGXFSZ, and EFBIG when that is ignored", () => {
		const { k, p, fd } = withFile("");
		p.ask({ name: "setrlimit", resource: C.RLIMIT_FSIZE, soft: 2 });
		expect(p.write(fd, "abc")).toBe(2);
		const child = p.fork();
		expect(child.write(fd, "c")).toBe("ended");
		expect(child.ended).toBe(C.signals.SIGXFSZ);
		p.ignore(C.signals.SIGXFSZ);
		expect(p.write(fd, "c")).toBe("EFBIG");
		k.run();
	});

	test("a full disk: what fits, then ENOSPC", () => {
		const k = world({ limits: { fileBytes: 4 } });
		const p = k.process();
		const fd = p.open("f", C.O_CREAT | C.O_WRONLY) as number;
		expect([p.write(fd, "abcdef"), p.write(fd, "e")]).toEqual([4, "ENOSPC"]);
	});
});

describe("names", () => {
	test("R-09 an open file outlives its name", () => {
		const { k, p, fd } = withFile("abc");
		const unlink = () => p.ask({ name: "unlink", path: "f" });
		expect(unlink()).toBe(0);
		p.write(fd, "X");
		expect([p.pread(fd, 10, 0), p.fstat(fd).links]).toEqual(["Xbc", 0]);
		expect([p.open("f"), unlink()]).toEqual(["ENOENT", "ENOENT"]);
		p.close(fd);
		expect(Object.keys(k.kernel.state.files)).toEqual([]);
	});

	test("R-10 open: missing, O_EXCL on what exists, a directory for writing, O_TRUNC", () => {
		const { p, fd } = withFile("abc");
		expect([
			p.open("missing"),
			p.open("f", C.O_CREAT | C.O_EXCL),
			p.open("/tmp", C.O_WRONLY),
			p.open("f", C.O_DIRECTORY),
		]).toEqual(["ENOENT", "EEXIST", "EISDIR", "ENOTDIR"]);
		p.open("f", C.O_WRONLY | C.O_TRUNC);
		expect(p.fstat(fd).size).toBe(0);
	});

	test.each([
		["", "ENOENT"],
		["f/x", "ENOTDIR"],
		["f/", "ENOTDIR"],
		["no/such", "ENOENT"],
		["x".repeat(256), "ENAMETOOLONG"],
		["constructor", "ENOENT"],
		["__proto__", "ENOENT"],
	])("open(%j) is %s", (path, errno) => {
		expect(withFile().p.open(path)).toBe(errno);
	});

	test("umask takes bits away, access and open respect the rest", () => {
		const p = world().process();
		p.ask({ name: "umask", mask: 0o077 });
		const fd = p.open("new", C.O_CREAT | C.O_WRONLY, 0o666) as number;
		expect(p.fstat(fd).mode & 0o777).toBe(0o600);
		p.ask({ name: "chmod", path: "new", mode: 0o400 });
		expect(p.open("new", C.O_WRONLY)).toBe("EACCES");
		expect(p.ask({ name: "access", path: "new", mode: C.R_OK })).toBe(0);
		expect(p.ask({ name: "access", path: "new", mode: C.W_OK })).toBe("EACCES");
		expect(p.open("/etc", C.O_CREAT | C.O_WRONLY)).toBe("EACCES");
	});

	test("link, rename, mkdir, rmdir, chdir, getcwd", () => {
		const { p } = withFile("abc");
		const cwd = () => {
			p.ask({ name: "getcwd", size: 4096 });
			return p.reply?.kind === "path" ? p.reply.path : p.result;
		};
		expect(p.ask({ name: "link", from: "f", to: "g" })).toBe(0);
		expect(p.ask({ name: "link", from: "f", to: "g" })).toBe("EEXIST");
		expect(p.fstat(p.open("g") as number).links).toBe(2);
		expect(p.ask({ name: "mkdir", path: "d", mode: 0o755 })).toBe(0);
		expect(p.ask({ name: "rename", from: "g", to: "d/h" })).toBe(0);
		expect(p.ask({ name: "rmdir", path: "d" })).toBe("ENOTEMPTY");
		expect(p.ask({ name: "rename", from: "d", to: "d/e" })).toBe("EINVAL");
		p.ask({ name: "chdir", path: "d" });
		expect(cwd()).toBe("/home/student/d");
		expect(p.read(p.open("h") as number, 10)).toBe("abc");
		p.ask({ name: "unlink", path: "h" });
		expect(p.ask({ name: "rmdir", path: "../d" })).toBe(0);
		expect([cwd(), p.open("new", C.O_CREAT)]).toEqual(["ENOENT", "ENOENT"]);
	});
});

describe("terminal", () => {
	test("a person types lines: a read sleeps until there is one, and takes one", () => {
		const k = world({ interactive: true });
		const p = k.process();
		expect(p.read(0, 100)).toBe("blocked");
		k.type("he");
		expect(p.result).toBe("blocked");
		k.type("y\nyou\n");
		expect(p.result).toBe("hey\n");
		expect([p.read(0, 2), p.read(0, 100)]).toEqual(["yo", "u\n"]);
	});

	test("Ctrl-D ends the line, or the input", () => {
		const k = world({ interactive: true });
		const p = k.process();
		k.type("ab\x04");
		expect(p.read(0, 10)).toBe("ab");
		k.type("\x04");
		expect(p.read(0, 10)).toBe("");
		k.type("c\n");
		expect(p.read(0, 10)).toBe("c\n");
	});

	test("the erase key takes back what is typed in this line", () => {
		const k = world({ interactive: true });
		const p = k.process();
		k.type("\x7fax\x7fb\n");
		expect(p.read(0, 10)).toBe("ab\n");
	});

	test("Ctrl-C goes to the foreground group", () => {
		const k = world({ interactive: true });
		const p = k.process();
		const child = p.fork();
		child.ask({ name: "setpgid", pid: 0, pgid: 0 });
		p.read(0, 1);
		k.type("\x03");
		expect([p.ended, child.state]).toEqual([C.signals.SIGINT, "ready"]);
	});

	test("one line wakes one reader, and every poller of any of the terminal's descriptors", () => {
		const k = world({ interactive: true });
		const p = k.process();
		const children = [p.fork(), p.fork(), p.fork()];
		children[0]?.read(0, 10);
		children[1]?.read(0, 10);
		children[2]?.poll([[1, C.POLLIN]], null);
		k.type("a\n");
		expect(children.map((child) => child.state)).toEqual(["ready", "waiting", "waiting"]);
		k.type("b\nc\n");
		expect(children.map((child) => child.result)).toEqual(["a\n", "b\n", 1]);
	});

	test("input piped in comes as it is, to its end", () => {
		const k = world({ stdin: "abc" });
		const p = k.process();
		expect([p.read(0, 2), p.read(0, 2), p.read(0, 2)]).toEqual(["ab", "c", ""]);
		expect(p.ask({ name: "ioctl", fd: 0, request: C.TCGETS })).toBe("ENOTTY");
		expect(p.open("/dev/tty")).toBe("ENXIO");
	});

	test("a stream that has not ended makes a reader wait", () => {
		const k = world();
		const p = k.process();
		expect(p.read(0, 10)).toBe("blocked");
		k.type("ab");
		expect(p.result).toBe("ab");
		p.read(0, 10);
		k.endInput();
		expect(p.result).toBe("");
	});

	test("/dev/tty is called so in /proc/PID/fd, however it was opened", () => {
		const p = world({ interactive: true }).process();
		const fd = p.open("/dev/tty") as number;
		const named = (of: number) => {
			p.ask({ name: "readlink", path: `/proc/self/fd/${of}`, size: 99 });
			return p.reply?.kind === "path" ? p.reply.path : null;
		};
		expect([named(0), named(fd)]).toEqual(["/dev/pts/0", "/dev/tty"]);
	});

	test("output is kept, with who wrote it where", () => {
		const k = world({ interactive: true });
		const p = k.process();
		p.write(1, "out");
		p.write(2, "err");
		p.write(p.open("/dev/tty", C.O_WRONLY) as number, "tty");
		const written = Object.values(k.kernel.state.terminals).map(({ name, output }) => [name, output.length]);
		expect(written).toEqual([
			["stdin", 0],
			["stdout", 2],
			["stderr", 1],
		]);
		expect(k.output()).toBe("outttyerr");
	});
});
