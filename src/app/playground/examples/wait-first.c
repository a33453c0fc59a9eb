// The parent wants to be polite: it waits for its child, and reads what it wrote afterwards.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int ends[2];
	pipe(ends);

	if (fork() == 0) {
		close(ends[0]);
		for (int i = 0; i < 6; i++)
			write(ends[1], "line\n", 5);
		return 0;
	}

	close(ends[1]);
	wait(NULL);

	char text[64];
	ssize_t n;
	while ((n = read(ends[0], text, sizeof text)) > 0)
		fwrite(text, 1, n, stdout);
	return 0;
}
