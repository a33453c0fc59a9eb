/* other-end-never-opened: who was to open the FIFO for writing is refused, and ends. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
	if (mkfifo("orders", 0600) == -1)
		return 1;
	if (fork() == 0) {
		usleep(20000);
		unlink("orders");
		int out = open("orders", O_WRONLY);
		exit(out == -1 ? 1 : 0);
	}
	int in = open("orders", O_RDONLY);
	char byte;
	return read(in, &byte, 1) != 1;
}
