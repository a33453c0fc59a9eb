/* wait-before-reading: the parent collects what the child prints, and waits for it first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/wait.h>

int main(void)
{
	int fd[2];
	int status;
	char buf[1024];
	pipe(fd);
	pid_t pid = fork();
	if (pid < 0) {
		perror("fork");
		return 1;
	} else if (pid == 0) {
		close(fd[0]);
		dup2(fd[1], 1);
		for (int i = 0; i < 800; i++)
			printf("line %099d\n", i);
		return 0;
	} else {
		close(fd[1]);
		waitpid(pid, &status, 0);
		int total = 0, n;
		while ((n = read(fd[0], buf, sizeof(buf))) > 0)
			total += n;
		printf("%d bytes\n", total);
	}
	return 0;
}
