// daemon: on as a child in a session of its own, away from the terminal.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int daemon(int stay, int keep)
{
	pid_t pid = fork();
	if (pid == -1)
		return -1;
	if (pid > 0)
		_exit(0);
	if (setsid() == -1)
		return -1;
	if (!stay && chdir("/") == -1)
		return -1;
	if (keep)
		return 0;
	int fd = open("/dev/null", O_RDWR);
	if (fd == -1)
		return -1;
	for (int to = 0; to < 3; to++)
		dup2(fd, to);
	if (fd > 2)
		close(fd);
	return 0;
}

void closefrom(int from)
{
	int kept = errno;
	close_range(from < 0 ? 0 : from, ~0u, 0);
	errno = kept;
}
