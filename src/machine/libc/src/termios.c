// The settings and the foreground of a terminal.
#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int tcgetattr(int fd, struct termios *settings)
{
	memset(settings, 0, sizeof *settings);
	return ioctl(fd, TCGETS, settings);
}

int tcsetattr(int fd, int actions, const struct termios *settings)
{
	if (actions < TCSANOW || actions > TCSAFLUSH) {
		errno = EINVAL;
		return -1;
	}
	// As glibc does, which sees from the difference whether the terminal took them.
	struct termios before, after;
	tcgetattr(fd, &before);
	if (ioctl(fd, TCSETS + actions, settings) == -1)
		return -1;
	tcgetattr(fd, &after);
	return 0;
}

pid_t tcgetpgrp(int fd)
{
	pid_t pgid;
	return ioctl(fd, TIOCGPGRP, &pgid) == -1 ? -1 : pgid;
}

int tcsetpgrp(int fd, pid_t pgid)
{
	return ioctl(fd, TIOCSPGRP, &pgid);
}

pid_t tcgetsid(int fd)
{
	pid_t session;
	return ioctl(fd, TIOCGSID, &session) == -1 ? -1 : session;
}
