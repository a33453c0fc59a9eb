/* killed-by-sigpipe: the reader leaves after three bytes, and the next write ends the writer. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	char bytes[3];

	if (pipe(fds) == -1)
		return 1;
	if (fork() == 0) { //@ name reader
		close(fds[1]);
		_exit(read(fds[0], bytes, 3) != 3);
	}
	close(fds[0]);
	if (write(fds[1], "abc", 3) != 3)
		return 1;
	wait(NULL);
	if (write(fds[1], "def", 3) != 3)
		perror("write");
	return 0;
}
