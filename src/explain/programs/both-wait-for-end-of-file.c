/* both-wait-for-end-of-file: the client has sent its request and reads the answer; the server reads the request to its end first. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int request[2], answer[2];
	char buffer[64];
	ssize_t n;
	int length = 0;

	if (pipe(request) == -1 || pipe(answer) == -1)
		return 1;
	if (fork() == 0) { //@ name server
		close(request[1]);
		close(answer[0]);
		while ((n = read(request[0], buffer, sizeof buffer)) > 0)
			length += n;
		dprintf(answer[1], "%d bytes\n", length);
		_exit(0);
	}
	close(request[0]);
	close(answer[1]);
	if (write(request[1], "question", 8) != 8)
		return 1;
	while ((n = read(answer[0], buffer, sizeof buffer)) > 0)
		if (write(STDOUT_FILENO, buffer, n) != n)
			return 1;
	wait(NULL);
	return 0;
}
