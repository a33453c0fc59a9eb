/* killed-by-sigpipe: the reader dies of a null pointer, and its death is the writer's. */
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int ends[2];
	int *volatile nowhere = NULL;

	if (pipe(ends) == -1)
		return 1;
	if (fork() == 0) { //@ name reader
		char some[16];
		close(ends[1]);
		if (read(ends[0], some, sizeof some) > 0)
			*nowhere = 3;
		_exit(0);
	}
	close(ends[0]);
	for (int i = 0; i < 10; i++) {
		usleep(20000);
		if (write(ends[1], "0123456789abcdef", 16) != 16)
			return 1;
	}
	close(ends[1]);
	wait(NULL);
	return 0;
}
