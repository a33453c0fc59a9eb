/* other-end-never-opened: each opens its FIFO for reading first, and waits for the other to open it for writing. */
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	if (mkfifo("there", 0600) == -1 || mkfifo("back", 0600) == -1)
		return 1;
	if (fork() == 0) { //@ name guest
		int in = open("there", O_RDONLY);
		int out = open("back", O_WRONLY);
		close(in);
		close(out);
		_exit(0);
	}
	int in = open("back", O_RDONLY);
	int out = open("there", O_WRONLY);
	close(in);
	close(out);
	wait(NULL);
	return 0;
}
