/* What the calls on descriptors refuse, and what the devices answer. */
#define _GNU_SOURCE
#include "row.h"
#include <dirent.h>
#include <sys/ioctl.h>
#include <sys/resource.h>

int main(void)
{
	char buffer[256] = "";
	int ends[2];
	pipe(ends);
	int file = open("file", O_RDWR | O_CREAT | O_TRUNC, 0644);
	show("dup3 with another flag", dup3(ends[0], 9, O_APPEND));
	show("a command that is not one", fcntl(file, 9999));
	show("the pipe size of a file", fcntl(file, F_GETPIPE_SZ));

	int null = open("/dev/null", O_RDWR);
	show("O_DIRECT for /dev/null", fcntl(null, F_SETFL, O_DIRECT));
	show("read /dev/null", read(null, buffer, sizeof buffer));
	show("write /dev/null", write(null, "gone", 4));
	int zero = open("/dev/zero", O_RDONLY);
	buffer[0] = 'x';
	show("read /dev/zero", read(zero, buffer, 4));
	printf("%d\n", buffer[0]);

	show("access with a mode that is none", access("file", 99));
	int directory = open(".", O_RDONLY | O_DIRECTORY);
	show("a buffer too small for a name", getdents64(directory, buffer, 1));

	struct pollfd polls[40];
	for (int i = 0; i < 40; i++)
		polls[i] = (struct pollfd){.fd = file, .events = POLLIN};
	struct rlimit limit = {32, 32};
	setrlimit(RLIMIT_NOFILE, &limit);
	show("poll of more than may be open", poll(polls, 40, 0));
	limit.rlim_cur = 33;
	show("a soft limit above the hard one", setrlimit(RLIMIT_NOFILE, &limit));
	show("a resource that is none", getrlimit(99, &limit));

	/* One page of room: a write of two thousand bytes has it at first, then not. */
	char block[3000] = "";
	fcntl(ends[1], F_SETPIPE_SZ, 4096);
	show("it fits", write(ends[1], block, sizeof block));
	pid_t child = fork();
	if (child == 0) {
		close(ends[0]);
		show("it waits for room for all of it", write(ends[1], block, sizeof block));
		_exit(0);
	}
	settle();
	show("read", read(ends[0], block, sizeof block));
	waitpid(child, NULL, 0);
	return 0;
}
