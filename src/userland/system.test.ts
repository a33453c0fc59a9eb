// C programs of one's own beside the programs of /bin: what they find of the system, and that they find the programs.
import { describe, expect, test } from "vitest";
import { build, formatDiagnostics } from "../computer/compiler.ts";
import { defaultOptions, start } from "../computer/index.ts";
import { createUserland } from "./index.ts";

const userland = createUserland();

/** What a program prints and how it ends; its name is `main`. */
function ran(text: string): { stdout: string; stderr: string; status: unknown } {
	const options = defaultOptions("linux");
	const programs = [{ name: "main", files: [{ path: "main.c", text: `#define _GNU_SOURCE\n${text}` }] }];
	const { diagnostics, software } = build(programs, options);
	expect(formatDiagnostics(programs, diagnostics)).toBe("");
	if (software === null) throw new Error("no software");
	const computer = start(
		{ ...software, userland },
		{
			...options,
			env: { PATH: "/bin:/usr/bin", HOME: "/home/student" },
			stdin: { text: "one two\nthree\n", ended: true, interactive: false },
			terminal: { stdout: false, stderr: false },
		},
	);
	while (computer.outcome === null) if (computer.advance(1_000_000).steps === 0) break;
	const decoder = new TextDecoder();
	const { outcome } = computer;
	return {
		stdout: decoder.decode(computer.output("stdout")),
		stderr: decoder.decode(computer.output("stderr")),
		status: outcome?.kind === "exited" ? outcome.status : outcome,
	};
}

describe("the programs of /bin are found", () => {
	test("by execlp", () => {
		const text = `#include <unistd.h>
int main(void) { execlp("wc", "wc", "-w", (char *)NULL); return 127; }`;
		expect(ran(text)).toEqual({ stdout: "3\n", stderr: "", status: 0 });
	});

	test("by system, whose shell has pipelines", () => {
		const text = `#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
int main(void)
{
	int status = system("seq 20 | grep 1 | wc -l");
	printf("%d %d\\n", WEXITSTATUS(status), WEXITSTATUS(system("nosuch 2>/dev/null")));
	return system(NULL) != 1;
}`;
		expect(ran(text)).toEqual({ stdout: "11\n0 127\n", stderr: "", status: 0 });
	});

	test("by popen, both ways", () => {
		const text = `#include <stdio.h>
#include <wchar.h>
int main(void)
{
	char line[64];
	FILE *from = popen("echo b; echo a", "r"), *to = popen("sort", "w");
	printf("%d %d\\n", fwide(from, 0), fwide(to, 1));
	while (fgets(line, sizeof line, from))
		fputs(line, to);
	printf("%d\\n", pclose(from));
	fflush(stdout);
	return pclose(to);
}`;
		expect(ran(text)).toEqual({ stdout: "-1 -1\n0\na\nb\n", stderr: "", status: 0 });
	});

	test("by posix_spawnp", () => {
		const text = `#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
extern char **environ;
int main(void)
{
	pid_t pid;
	int status;
	char *argv[] = {"head", "-1", NULL};
	if (posix_spawnp(&pid, "head", NULL, NULL, argv, environ) != 0)
		return 1;
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}`;
		expect(ran(text)).toEqual({ stdout: "one two\n", stderr: "", status: 0 });
	});
});

describe("the files of the system", () => {
	test("a program of /bin is as large as the C it holds", () => {
		const text = `#include <stdio.h>
#include <sys/stat.h>
int main(void)
{
	struct stat status;
	char line[64];
	FILE *file = fopen("/bin/true", "r");
	long count = 0;
	fgets(line, sizeof line, file);
	rewind(file);
	while (fgetc(file) != EOF)
		count++;
	stat("/bin/true", &status);
	printf("%d %d %.8s\\n", count > 20, status.st_size == count, line);
	return 0;
}`;
		expect(ran(text).stdout).toBe("1 1 /* true:\n");
	});

	test("/etc/passwd and /etc/group say what getpwent and getgrent say", () => {
		const text = `#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
static int same(FILE *file, const char *row)
{
	char line[256];
	return fgets(line, sizeof line, file) != NULL && strcmp(line, row) == 0;
}
int main(void)
{
	char row[256];
	struct passwd *user;
	struct group *group;
	int users = 0, groups = 0;
	FILE *file = fopen("/etc/passwd", "r");
	while ((user = getpwent()) != NULL) {
		snprintf(row, sizeof row, "%s:%s:%u:%u:%s:%s:%s\\n", user->pw_name, user->pw_passwd, user->pw_uid, user->pw_gid, user->pw_gecos, user->pw_dir, user->pw_shell);
		if (!same(file, row))
			return 1;
		users++;
	}
	if (fgetc(file) != EOF)
		return 2;
	file = fopen("/etc/group", "r");
	while ((group = getgrent()) != NULL) {
		snprintf(row, sizeof row, "%s:%s:%u:\\n", group->gr_name, group->gr_passwd, group->gr_gid);
		if (!same(file, row))
			return 3;
		groups++;
	}
	if (fgetc(file) != EOF)
		return 4;
	char name[64], host[64];
	gethostname(name, sizeof name);
	file = fopen("/etc/hostname", "r");
	fscanf(file, "%63s", host);
	printf("%d %d %s %s %s\\n", users, groups, strcmp(name, host) == 0 ? name : "?", getpwuid(getuid())->pw_dir, getlogin());
	return 0;
}`;
		expect(ran(text)).toEqual({
			stdout: "5 5 interprocess /home/student user\n",
			stderr: "",
			status: 0,
		});
	});

	test("/proc/sys tells limits, and only root may write there", () => {
		const text = `#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
int main(void)
{
	const char *names[] = {"kernel/pid_max", "fs/pipe-max-size", "fs/mqueue/msg_max", "kernel/osrelease"};
	char path[64], word[64];
	for (int i = 0; i < 4; i++) {
		snprintf(path, sizeof path, "/proc/sys/%s", names[i]);
		FILE *file = fopen(path, "r");
		if (file != NULL && fscanf(file, "%63s", word) == 1)
			printf("%s ", word);
	}
	printf("%d\\n", open("/proc/sys/kernel/pid_max", O_WRONLY) == -1 && errno == EACCES);
	return 0;
}`;
		expect(ran(text).stdout).toBe("32768 1048576 10 6.1.0 1\n");
	});
});

describe("/proc/PID", () => {
	test("stat has the 52 fields of Linux, status the signals", () => {
		const text = `#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
int main(void)
{
	char line[512];
	int fields = 1, pid, ppid;
	char state, program[32];
	FILE *file = fopen("/proc/self/stat", "r");
	fgets(line, sizeof line, file);
	for (char *at = line; *at; at++)
		fields += *at == ' ';
	sscanf(line, "%d (%31[^)]) %c %d", &pid, program, &state, &ppid);
	printf("%d fields, %s %c %d %d\\n", fields, program, state, pid == getpid(), ppid == getppid());
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, (void (*)(int))main);
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigaddset(&set, 34);
	sigprocmask(SIG_BLOCK, &set, NULL);
	kill(getpid(), SIGUSR1);
	file = fopen("/proc/self/status", "r");
	while (fgets(line, sizeof line, file))
		if ((strncmp(line, "Sig", 3) == 0 && line[3] != 'Q') || strncmp(line, "ShdPnd", 6) == 0 || strncmp(line, "State", 5) == 0 || strncmp(line, "Umask", 5) == 0)
			fputs(line, stdout);
	return 0;
}`;
		// As Linux prints it.
		expect(ran(text).stdout).toBe(
			[
				"52 fields, main R 1 1",
				"Umask:\t0022",
				"State:\tR (running)",
				"SigPnd:\t0000000000000000",
				"ShdPnd:\t0000000000000200",
				"SigBlk:\t0000000200000200",
				"SigIgn:\t0000000000000002",
				"SigCgt:\t0000000000004000",
				"",
			].join("\n"),
		);
	});

	test("is there as long as the process is", () => {
		const text = `#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void)
{
	char path[32], target[128];
	struct stat status;
	pid_t child = fork();
	if (child == 0)
		pause();
	snprintf(path, sizeof path, "/proc/%d", child);
	printf("%d ", stat(path, &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == getuid());
	printf("%d %d ", access(path, F_OK), access("/proc/self/status", R_OK));
	printf("%d ", access("/proc/self/status", W_OK) == -1 && errno == EACCES);
	kill(child, 9);
	printf("%d ", stat(path, &status));
	wait(NULL);
	printf("%d ", stat(path, &status));
	printf("%d\\n", errno == ENOENT);
	printf("%d ", lstat("/proc/self", &status) == 0 && S_ISLNK(status.st_mode));
	target[readlink("/proc/self", target, sizeof target)] = 0;
	printf("%d ", getpid() == (int)strtol(target, NULL, 10));
	const char *links[] = {"/proc/self/cwd", "/proc/self/exe", "/proc/self/fd/9", "/proc/self/fd/8"};
	int ends[2];
	pipe(ends);
	dup2(ends[0], 8);
	dup2(open("/dev/null", O_RDONLY), 9);
	for (int i = 0; i < 4; i++) {
		ssize_t length = readlink(links[i], target, sizeof target);
		printf("%.*s ", i < 3 ? (int)length : 6, target);
	}
	printf("%d\\n", (int)readlink("/proc/self/fd/77", target, sizeof target));
	return 0;
}`;
		const includes = "#include <fcntl.h>\n#include <signal.h>\n#include <stdlib.h>\n";
		expect(ran(includes + text)).toEqual({
			stdout: "1 0 0 1 0 -1 1\n1 1 /home/student /home/student/main /dev/null pipe:[ -1\n",
			stderr: "",
			status: 0,
		});
	});
});

/** A program that makes sockets of every kind and then runs a line of the shell, in which %d is its pid. */
function withSockets(line: string): string {
	return `#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
static int bound(int type, const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, type, 0);
	strcpy(address.sun_path, path);
	bind(fd, (struct sockaddr *)&address, sizeof address);
	return fd;
}
int main(void)
{
	int pair[2];
	char line[256];
	struct sockaddr_un desk = { .sun_family = AF_UNIX, .sun_path = "desk" };
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	listen(bound(SOCK_STREAM, "desk"), 5);
	connect(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&desk, sizeof desk);
	bound(SOCK_DGRAM, "box");
	bound(SOCK_SEQPACKET, "slot");
	snprintf(line, sizeof line, "${line}", getpid());
	return system(line);
}`;
}

test("lsof -U tells of sockets what it tells of them on Linux", () => {
	const text = withSockets("lsof -U -a -p %d");
	const { stdout, status } = ran(text);
	const rows = stdout.trimEnd().split("\n").slice(1);
	expect(
		rows.map((row) =>
			row
				.replace(/0x\w{16}/, "ADDRESS")
				.split(/ +/)
				.slice(3, 7)
				.toSpliced(3),
		),
	).toEqual(["3u", "4u", "5u", "6u", "7u", "8u"].map((fd) => [fd, "unix", "ADDRESS"]));
	expect(rows.map((row) => row.replace(/.* 0t0 +\d+ /, ""))).toEqual([
		"type=STREAM (CONNECTED)",
		"type=STREAM (CONNECTED)",
		"desk type=STREAM (LISTEN)",
		"type=STREAM (CONNECTED)",
		"box type=DGRAM (UNCONNECTED)",
		"slot type=SEQPACKET (UNCONNECTED)",
	]);
	expect(status).toBe(0);
});

test("ss tells of sockets what it tells of them on Linux, in its columns", () => {
	// As Linux prints it, but for the order and the numbers of inodes, which are three letters wide here.
	const { stdout } = ran(withSockets("ss -xa; ss -xlH; ss -x state listening; ss -t; ss -tu; kill -0 %d"));
	expect(
		stdout.replace(/\b[1-9]\d\d\b/g, "NNN"),
	).toBe(`Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
u_str ESTAB  0      0                  * NNN             * NNN        
u_str ESTAB  0      0                  * NNN             * NNN        
u_str LISTEN 1      5               desk NNN             * 0          
u_str ESTAB  0      0                  * NNN             * 0          
u_dgr UNCONN 0      0                box NNN             * 0          
u_seq UNCONN 0      0               slot NNN             * 0          
u_str LISTEN 1      5      desk NNN * 0
u_dgr UNCONN 0      0       box NNN * 0
u_seq UNCONN 0      0      slot NNN * 0
Netid Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
u_str 1      5               desk NNN             * 0          
State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
Netid State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
`);
});

test("ss -p and lsof +E say who has a socket, and who its other end", () => {
	const { stdout } = ran(withSockets("ss -xp state established; lsof +E -a -p %d -d 3-4 2>/dev/null"));
	const tails = stdout.split("\n").map((row) => row.replace(/.*(?=users:|type=)/, "").trimEnd());
	// The shell and lsof have inherited them: lsof looks after its own are closed.
	expect(tails.filter((tail) => tail.startsWith("users:"))).toEqual(
		[3, 4, 6].map((fd) => `users:(("ss",pid=4,fd=${fd}),("sh",pid=3,fd=${fd}),("main",pid=2,fd=${fd}))`),
	);
	expect(tails.filter((tail) => tail.startsWith("type="))).toEqual([
		expect.stringMatching(/^type=STREAM ->INO=\d+ 3,sh,4u 2,main,4u \(CONNECTED\)$/),
		expect.stringMatching(/^type=STREAM ->INO=\d+ 3,sh,3u 2,main,3u \(CONNECTED\)$/),
		expect.stringMatching(/^type=STREAM ->INO=\d+ 3,sh,4u 2,main,4u \(CONNECTED\)$/),
		expect.stringMatching(/^type=STREAM ->INO=\d+ 3,sh,3u 2,main,3u \(CONNECTED\)$/),
	]);
});

test("a program of one's own is as large as its C, in the working directory and in /bin", () => {
	const text = `#include <stdlib.h>
int main(void) { return system("wc -c < main; stat -c %s main /bin/main; lsof -p $PPID | grep -c 'txt.* REG '"); }`;
	const size = `#define _GNU_SOURCE\n${text}`.length;
	expect(ran(text).stdout).toBe(`${size}\n${size}\n${size}\n1\n`);
});
