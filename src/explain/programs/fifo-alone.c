/* other-end-never-opened: nobody ever opens the FIFO for reading. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
	if (mkfifo("channel", 0600) == -1)
		return 1;
	int out = open("channel", O_WRONLY);
	unlink("channel");
	return write(out, "x", 1) != 1;
}
