// What waits to be written to a terminal, or to be read: writing is done at once, so only typed letters can be dropped.
#include <errno.h>
#include <termios.h>
#include <unistd.h>

static int bad(void)
{
	errno = EINVAL;
	return -1;
}

int tcflush(int fd, int which)
{
	struct termios settings;
	if (tcgetattr(fd, &settings) == -1)
		return -1;
	if (which < TCIFLUSH || which > TCIOFLUSH)
		return bad();
	return which == TCOFLUSH ? 0 : tcsetattr(fd, TCSAFLUSH, &settings);
}

int tcdrain(int fd)
{
	struct termios settings;
	return tcgetattr(fd, &settings);
}

int tcsendbreak(int fd, int duration)
{
	(void)duration;
	return tcdrain(fd);
}

int tcflow(int fd, int action)
{
	if (tcdrain(fd) == -1)
		return -1;
	return action < TCOOFF || action > TCION ? bad() : 0;
}
