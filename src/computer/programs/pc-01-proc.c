/* /proc: a directory that the kernel writes when somebody looks; links that lead to what is open; as root. */
#define _GNU_SOURCE
#include "row.h"
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <mqueue.h>
#include <sys/socket.h>
#include <sys/stat.h>

/* A text without the numbers that differ from machine to machine. */
static const char *plain(const char *text)
{
	static char room[256];
	size_t at = 0;
	for (; *text && at < sizeof room - 1; text++) {
		if (!isdigit((unsigned char)*text))
			room[at++] = *text;
		else if (at == 0 || room[at - 1] != 'N')
			room[at++] = 'N';
	}
	room[at] = 0;
	return room;
}

static void link_of(const char *path)
{
	char target[256];
	struct stat status;
	ssize_t length = readlink(path, target, sizeof target - 1);
	if (length == -1) {
		show(path, length);
		return;
	}
	target[length] = 0;
	const char *name = strncmp(target, "/tmp/", 5) == 0 || strncmp(target, "/home/", 6) == 0 ? strrchr(target, '/') : target;
	lstat(path, &status);
	printf("%s -> %s, %o, %ld\n", path, plain(name), status.st_mode, (long)status.st_size);
	fflush(stdout);
}

static void text_of(const char *path, int lines)
{
	char line[256];
	FILE *file = fopen(path, "r");
	if (file == NULL) {
		show(path, -1);
		return;
	}
	printf("-- %s\n", path);
	while (lines-- > 0 && fgets(line, sizeof line, file))
		fputs(line, stdout);
	fclose(file);
	fflush(stdout);
}

static int in_directory(const char *path, const char *name)
{
	DIR *directory = opendir(path);
	int found = 0;
	for (struct dirent *entry; directory && (entry = readdir(directory)) != NULL;)
		found += strcmp(entry->d_name, name) == 0;
	if (directory)
		closedir(directory);
	return found;
}

/* Whether a line of the file begins so. */
static void has_line(const char *path, const char *start)
{
	char line[4096];
	int found = 0;
	FILE *file = fopen(path, "r");
	if (file == NULL) {
		show(path, -1);
		return;
	}
	while (fgets(line, sizeof line, file))
		found |= strncmp(line, start, strlen(start)) == 0;
	fclose(file);
	show(start, found);
}

static void mode_of(const char *path)
{
	struct stat status;
	stat(path, &status);
	printf("%s: %o, %ld, %d\n", path, status.st_mode, (long)status.st_size, (int)status.st_nlink);
	fflush(stdout);
}

/* As another program with an environment of its own: it prints that. */
static void environment(void)
{
	char text[64];
	FILE *file = fopen("/proc/self/environ", "r");
	size_t size = fread(text, 1, sizeof text, file);
	for (size_t i = 0; i < size; i++)
		putchar(text[i] == 0 ? '|' : text[i]);
	putchar('\n');
}

static void system_files(const char *pid)
{
	char path[64];
	printf("-- of the system\n");
	const char *files[] = {"/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/proc/uptime", "/proc/loadavg"};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		mode_of(files[i]);
	has_line("/proc/meminfo", "MemTotal:       ");
	has_line("/proc/meminfo", "MemAvailable:   ");
	has_line("/proc/meminfo", "SwapTotal:             0 kB\n");
	has_line("/proc/cpuinfo", "processor\t: 0\n");
	has_line("/proc/cpuinfo", "model name\t: ");
	has_line("/proc/cpuinfo", "cpu MHz\t\t: ");
	has_line("/proc/stat", "cpu  ");
	has_line("/proc/stat", "cpu0 ");
	has_line("/proc/stat", "ctxt ");
	has_line("/proc/stat", "btime 1");
	has_line("/proc/stat", "procs_blocked ");
	printf("-- of the process\n");
	mode_of("/proc/self/environ");
	mode_of("/proc/self/io");
	has_line("/proc/self/io", "rchar: ");
	has_line("/proc/self/io", "cancelled_write_bytes: ");
	mode_of("/proc/self/task");
	show("its thread", in_directory("/proc/self/task", pid));
	snprintf(path, sizeof path, "/proc/self/task/%s", pid);
	show("status of it", in_directory(path, "status"));
	show("fd of it", in_directory(path, "fd"));
	show("task of it", in_directory(path, "task"));
	snprintf(path, sizeof path, "/proc/%s/task/%s/comm", pid, pid);
	show("comm of it", access(path, R_OK));
	chdir("/proc/self/task");
	chdir(pid);
	printf("%s\n", plain(getcwd(path, sizeof path)));
	fflush(stdout);
	if (fork() == 0) {
		execle("/proc/self/exe", "self", "environment", NULL, (char *[]){"A=1", "BOTH=two words", NULL});
		_exit(1);
	}
	wait(NULL);
}

int main(int argc, char **argv)
{
	if (argc > 1) {
		environment();
		return 0;
	}
	(void)argv;
	char path[64], pid[16];
	struct stat status, other;
	int pair[2], wires[2];
	snprintf(pid, sizeof pid, "%d", getpid());

	printf("-- names\n");
	show("its own pid in /proc", in_directory("/proc", pid));
	show("self in /proc", in_directory("/proc", "self"));
	show("status in its own", in_directory("/proc/self", "status"));
	show("1 in fd", in_directory("/proc/self/fd", "1"));
	show("99 in fd", in_directory("/proc/self/fd", "99"));
	show("making a file", open("/proc/mine", O_CREAT | O_WRONLY, 0600));
	show("making a directory", mkdir("/proc/self/mine", 0700));
	show("making a link", symlink("a", "/proc/mine"));
	show("removing a directory", rmdir("/proc/self/fd"));
	show("removing a link", unlink("/proc/self/cwd"));
	show("another name", link("/proc/self/status", "mine"));
	show("chmod", chmod("/proc/self/status", 0600));
	show("status of nobody", open("/proc/4194304/status", O_RDONLY));

	printf("-- links\n");
	close(0);
	open("/dev/null", O_RDONLY);
	pipe(wires);
	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	mkdir("there", 0700);
	int folder = open("there", O_RDONLY | O_DIRECTORY);
	int file = open("file", O_CREAT | O_RDWR | O_APPEND, 0600);
	mkfifo("fifo", 0600);
	int fifo = open("fifo", O_RDWR | O_NONBLOCK);
	struct mq_attr few = {0, 2, 8, 0, {0}};
	mq_unlink("/pc-queue");
	mqd_t queue = mq_open("/pc-queue", O_CREAT | O_RDWR, 0600, &few);
	int at[] = {0, wires[0], wires[1], pair[0], file, fifo, queue};
	for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
		snprintf(path, sizeof path, "/proc/self/fd/%d", at[i]);
		link_of(path);
	}
	mq_unlink("/pc-queue");
	fstat(wires[0], &status);
	stat("/proc/self/fd/3", &other);
	show("stat follows to the pipe", status.st_ino == other.st_ino && S_ISFIFO(other.st_mode));
	link_of("/proc/self/fd/99");
	link_of("/proc/self");
	write(file, "written", 7);
	unlink("file");
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	printf("-- without a name\n");
	char target[256] = "";
	readlink(path, target, sizeof target - 1);
	printf("%s\n", strrchr(target, '/'));
	int again = open(path, O_RDONLY);
	char bytes[16] = "";
	show("read of it, opened anew", read(again, bytes, sizeof bytes - 1));
	printf("'%s'\n", bytes);
	close(again);

	printf("-- of descriptors\n");
	text_of("/proc/self/fdinfo/3", 2);
	fcntl(4, F_SETFD, FD_CLOEXEC);
	text_of("/proc/self/fdinfo/4", 2);
	snprintf(path, sizeof path, "/proc/self/fdinfo/%d", file);
	text_of(path, 2);
	text_of("/proc/self/fdinfo/99", 1);
	text_of("/proc/self/comm", 1);
	text_of("/proc/net/unix", 1);
	text_of("/proc/sysvipc/msg", 1);

	printf("-- standing there\n");
	show("chdir", chdir("/proc/self/fd"));
	printf("%s\n", plain(getcwd(path, sizeof path)));
	show("open from there", open("3", O_RDONLY | O_NONBLOCK) > 2);
	chdir("/");
	show("a file is no directory", open("/proc/self/status/", O_RDONLY));
	show("nor is a pipe", open("/proc/self/fd/3/x", O_RDONLY));
	show("exec", execl("/proc/self/status", "status", NULL));

	printf("-- another user\n");
	fflush(stdout);
	snprintf(path, sizeof path, "/proc/%s", pid);
	if (fork() == 0) {
		setresgid(1001, 1001, 1001);
		setresuid(1001, 1001, 1001);
		chdir(path);
		link_of("fd/0");
		link_of("cwd");
		show("opening fd", open("fd", O_RDONLY));
		text_of("comm", 1);
		_exit(0);
	}
	wait(NULL);
	system_files(pid);
	close(folder);
	return 0;
}
