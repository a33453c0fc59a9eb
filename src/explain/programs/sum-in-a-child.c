/* both-wait-for-end-of-file: the child adds up until the end, and the parent asks for the sum before it closes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/wait.h>

int main(void)
{
	int to_child[2], to_parent[2];
	if (pipe(to_child) == -1 || pipe(to_parent) == -1) {
		perror("pipe");
		exit(1);
	}
	pid_t pid = fork();
	if (pid == 0) {
		close(to_child[1]);
		close(to_parent[0]);
		char buf[64];
		int n, sum = 0;
		while ((n = read(to_child[0], buf, sizeof(buf) - 1)) > 0) {
			buf[n] = '\0';
			sum += atoi(buf);
		}
		int len = sprintf(buf, "%d", sum);
		write(to_parent[1], buf, len);
		exit(0);
	}
	close(to_child[0]);
	close(to_parent[1]);
	write(to_child[1], "42", 2);
	char answer[64];
	int n = read(to_parent[0], answer, sizeof(answer) - 1);
	answer[n] = '\0';
	printf("child says %s\n", answer);
	close(to_child[1]);
	wait(NULL);
	return 0;
}
