/* other-end-never-opened: each waits for an answer on a FIFO of its own, and nobody answers. */
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int waits(const char *mine)
{
	int in = open(mine, O_RDONLY);
	char byte;
	return read(in, &byte, 1) != 1;
}

int main(void)
{
	if (mkfifo("to-ann", 0600) == -1 || mkfifo("to-bob", 0600) == -1)
		return 1;
	if (fork() == 0) //@ name ann
		return waits("to-ann");
	if (fork() == 0) //@ name bob
		return waits("to-bob");
	while (wait(NULL) > 0) {
	}
	return 0;
}
