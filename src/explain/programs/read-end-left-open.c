/* read-end-left-open: a child writes without end, another reads a little and ends; the writer and the parent still hold the read end. */
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	static char much[4096];
	char little[4];

	if (pipe(fds) == -1)
		return 1;
	memset(much, 'y', sizeof much);
	if (fork() == 0) {
		for (;;)
			if (write(fds[1], much, sizeof much) == -1)
				_exit(1);
	}
	if (fork() == 0) {
		if (read(fds[0], little, 4) > 0)
			write(STDOUT_FILENO, little, 4);
		_exit(0);
	}
	wait(NULL);
	wait(NULL);
	return 0;
}
