// Terminals, by the requests that they alone answer.
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int isatty(int fd)
{
	struct termios settings;
	return ioctl(fd, TCGETS, &settings) == 0;
}
