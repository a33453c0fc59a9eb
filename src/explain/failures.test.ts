// Why a call failed: of every failure in the recorded programs the sentence has a reason, and the reasons name who, whose and how much.
import { readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { build, formatDiagnostics } from "../computer/compiler.ts";
import { defaultOptions, start } from "../computer/index.ts";
import "./channels.ts";
import { tell } from "./index.ts";

const rooms = resolve(import.meta.dirname, "..");
const headers = ["row.h", "ux.h"].map((path) => ({
	path,
	text: readFileSync(resolve(rooms, "computer/programs", path), "utf8"),
}));

/** Runs a program as a user, and tells every call of it that failed. */
function failures(text: string, user: string, steps = 200_000): string[] {
	const programs = [{ name: "main", files: [{ path: "main.c", text }, ...headers] }];
	const options = defaultOptions("linux");
	const { software, diagnostics } = build(programs, options);
	if (software === null) throw new Error(formatDiagnostics(programs, diagnostics));
	const computer = start(software, { ...options, user, stdin: { ...options.stdin, ended: true } });
	const told: string[] = [];
	while (computer.outcome === null && computer.work < steps) {
		const { events, steps: made } = computer.advance(1);
		if (made === 0) break;
		for (const event of events) {
			if (event.kind !== "returns" || event.outcome.kind !== "failed") continue;
			const view = { kernel: computer.kernel.state, names: new Map(), place: () => null };
			told.push(tell([event], view)?.sentence.text ?? "");
		}
	}
	return told;
}

describe("the recorded programs", () => {
	const folders = ["computer/programs", "reference/programs"].map((path) => resolve(rooms, path));
	const files = folders.flatMap((folder) =>
		readdirSync(folder)
			.filter((file) => file.endsWith(".c"))
			.map((file) => resolve(folder, file)),
	);

	test.each(files.map((file) => [basename(file), file]))("%s says of every failure why", (_, file = "") => {
		const text = readFileSync(file, "utf8");
		const asRoot = text.split("*/")[0]?.includes("as root");
		const told = failures(text, asRoot ? "root" : "user");
		expect(told.filter((sentence) => !/ fails for .+ with E\w+: ./.test(sentence))).toEqual([]);
	});
});

describe("who, whose and how much", () => {
	const failing = (body: string, user = "root") =>
		failures(
			`#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <mqueue.h>
#include <signal.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
static void as(int id) { setgroups(0, 0); setgid(id); setuid(id); }
int main(void) { ${body} }`,
			user,
		);

	test.each([
		[
			"the others' bits of a FIFO",
			'mkfifo("pay", 0600); as(1001); open("pay", O_WRONLY);',
			'open("pay", O_WRONLY) fails for main with EACCES: it asks as ann for w, but pay belongs to root, group root, with mode prw------- (0600); ann is neither the owner nor in that group, so the others\' bits count: ---, and w is missing.',
		],
		[
			"the owner's bits, though the others would be let in",
			'chmod(".", 0777); as(1001); mkfifo("pay", 0); chmod("pay", 0066); open("pay", O_RDONLY);',
			'open("pay", O_RDONLY) fails for main with EACCES: it asks as ann for r, but pay belongs to ann, group ann, with mode p---rw-rw- (0066); ann owns it, so the owner\'s bits count: ---, and r is missing.',
		],
		[
			"the group's bits",
			'mkfifo("pay", 0640); chmod("pay", 0640); chown("pay", 1003, 1002); as(1002); open("pay", O_RDWR);',
			'open("pay", O_RDWR) fails for main with EACCES: it asks as bob for r and w, but pay belongs to mal, group bob, with mode prw-r----- (0640); bob is not the owner, but in group bob, so the group\'s bits count: r--, and w is missing.',
		],
		[
			"access by the real ids",
			'mkfifo("pay", 0600); setgroups(0, 0); setregid(1001, 0); setreuid(1001, 0); access("pay", R_OK);',
			'access("pay") fails for main with EACCES: it asks as ann for r, but pay belongs to root, group root, with mode prw------- (0600); ann is neither the owner nor in that group, so the others\' bits count: ---, and r is missing.',
		],
		[
			"a directory on the way",
			'mkdir("safe", 0700); mkfifo("safe/pay", 0666); as(1001); open("safe/pay", O_RDONLY);',
			'open("safe/pay", O_RDONLY) fails for main with EACCES: it asks as ann for x, but the directory safe belongs to root, group root, with mode drwx------ (0700); ann is neither the owner nor in that group, so the others\' bits count: ---, and x is missing.',
		],
		[
			"a directory that may not be changed",
			'mkdir("shelf", 0755); as(1001); mkfifo("shelf/pay", 0666);',
			'mkfifo("shelf/pay", 0666) fails for main with EACCES: it asks as ann for w and x, but the directory shelf belongs to root, group root, with mode drwxr-xr-x (0755); ann is neither the owner nor in that group, so the others\' bits count: r-x, and w is missing.',
		],
		[
			"the sticky bit",
			'mkdir("tray", 0); chmod("tray", 01777); mkfifo("tray/pay", 0666); chown("tray", 1003, 0); chown("tray/pay", 1002, 0); as(1001); unlink("tray/pay");',
			'unlink("tray/pay") fails for main with EPERM: it asks as ann, and /home/student/tray has the sticky bit, drwxrwxrwt (01777): only bob, who owns tray/pay, mal, who owns the directory, and root take this name away.',
		],
		[
			"a signal to another's process",
			"as(1001); kill(1, SIGTERM);",
			"kill(1, SIGTERM) fails for main with EPERM: it asks as ann, and init (pid 1) belongs to root: a signal comes from the same user or from root.",
		],
		[
			"a message queue of POSIX",
			'mq_open("/pay", O_CREAT | O_RDWR, 0600, (void *)0); as(1001); mq_open("/pay", O_WRONLY);',
			'mq_open("/pay") fails for main with EACCES: it asks as ann for w, but /pay belongs to root, group root, with mode -rw------- (0600); ann is neither the owner nor in that group, so the others\' bits count: ---, and w is missing.',
		],
		[
			"a message queue of System V",
			"msgget(7, IPC_CREAT | 0600); as(1001); msgget(7, 0400);",
			"msgget(0x7) fails for main with EACCES: it asks as ann for r, but the queue belongs to root, group root, with mode -rw------- (0600); ann is neither the owner nor in that group, so the others' bits count: ---, and r is missing.",
		],
		[
			"the name of a socket",
			'struct sockaddr_un a = { .sun_family = AF_UNIX, .sun_path = "desk" }; int s = socket(AF_UNIX, SOCK_STREAM, 0); bind(s, (void *)&a, sizeof a); listen(s, 1); chmod("desk", 0700); as(1001); connect(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&a, sizeof a);',
			'connect(4, "desk") fails for main with EACCES: it asks as ann for w, but desk belongs to root, group root, with mode srwx------ (0700); ann is neither the owner nor in that group, so the others\' bits count: ---, and w is missing.',
		],
		[
			"a FIFO that nobody reads",
			'mkfifo("pay", 0600); open("pay", O_WRONLY | O_NONBLOCK);',
			'open("pay", O_WRONLY | O_NONBLOCK) fails for main with ENXIO: it opens for writing, O_NONBLOCK forbids it to wait, and nobody has the FIFO pay open for reading.',
		],
		[
			"a name that is not there",
			'mkdir("d", 0700); open("d/pay", O_RDONLY);',
			'open("d/pay", O_RDONLY) fails for main with ENOENT: there is no pay in d.',
		],
		[
			"a link to nowhere",
			'symlink("gone", "pay"); open("pay", O_RDONLY);',
			'open("pay", O_RDONLY) fails for main with ENOENT: pay is a link that leads to gone, and that is not there.',
		],
		[
			"a part of the path that is no directory",
			'mkfifo("pay", 0600); open("pay/x", O_RDONLY);',
			'open("pay/x", O_RDONLY) fails for main with ENOTDIR: pay is not a directory.',
		],
		[
			"a buffer that is too small",
			'struct mq_attr a = { .mq_maxmsg = 2, .mq_msgsize = 8 }; mqd_t q = mq_open("/q", O_CREAT | O_RDWR, 0600, &a); char b[4]; mq_receive(q, b, 4, 0);',
			"mq_receive(3, …, 4) fails for main with EMSGSIZE: the buffer has 4 bytes, and must hold the longest message the queue allows, 8.",
		],
	])("%s", (_, body, sentence) => {
		expect(failing(body)).toEqual([sentence]);
	});
});
