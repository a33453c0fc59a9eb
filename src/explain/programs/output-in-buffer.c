/* output-in-buffer: fprintf has put the question into the stream's buffer, and it has never left it. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int question[2], answer[2];
	char line[64];

	if (pipe(question) == -1 || pipe(answer) == -1)
		return 1;
	if (fork() == 0) { //@ name oracle
		close(question[1]);
		close(answer[0]);
		ssize_t n = read(question[0], line, sizeof line);
		if (n > 0 && write(answer[1], line, n) != n)
			_exit(1);
		_exit(0);
	}
	close(question[0]);
	close(answer[1]);
	FILE *out = fdopen(question[1], "w");
	FILE *in = fdopen(answer[0], "r");
	fprintf(out, "six times seven?\n");
	if (fgets(line, sizeof line, in) != NULL)
		fputs(line, stdout);
	wait(NULL);
	return 0;
}
