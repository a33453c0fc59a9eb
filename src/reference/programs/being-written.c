/* A program that somebody has open for writing cannot be run, and one that runs cannot be opened for writing; as root. */
#include "row.h"

int main(void)
{
	int file = open("/bin/ipcmk", O_WRONLY);
	show("open the program for writing", file == -1 ? -1 : 0);
	show("run it", execl("/bin/ipcmk", "ipcmk", (char *)NULL));
	close(file);
	pid_t child = fork();
	if (child == 0) {
		execl("/bin/sleep", "sleep", "1", (char *)NULL);
		_exit(1);
	}
	settle();
	show("write what runs", open("/bin/sleep", O_WRONLY));
	waitpid(child, NULL, 0);
	return 0;
}
