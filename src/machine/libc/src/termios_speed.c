// The speed of a terminal's line: settings that a terminal keeps and that change nothing here.
#define _GNU_SOURCE
#include <errno.h>
#include <termios.h>

#define SPEEDS 0010017

speed_t cfgetospeed(const struct termios *settings)
{
	return settings->c_cflag & SPEEDS;
}

speed_t cfgetispeed(const struct termios *settings)
{
	return settings->c_cflag & SPEEDS;
}

int cfsetospeed(struct termios *settings, speed_t speed)
{
	if ((speed & ~SPEEDS) != 0) {
		errno = EINVAL;
		return -1;
	}
	settings->c_cflag = (settings->c_cflag & ~SPEEDS) | speed;
	settings->c_ospeed = speed;
	return 0;
}

/* The line has one speed; an input speed of 0 means the output's. */
int cfsetispeed(struct termios *settings, speed_t speed)
{
	if ((speed & ~SPEEDS) != 0) {
		errno = EINVAL;
		return -1;
	}
	settings->c_ispeed = speed;
	if (speed != 0)
		settings->c_cflag = (settings->c_cflag & ~SPEEDS) | speed;
	return 0;
}

int cfsetspeed(struct termios *settings, speed_t speed)
{
	return cfsetispeed(settings, speed) == -1 ? -1 : cfsetospeed(settings, speed);
}

void cfmakeraw(struct termios *settings)
{
	settings->c_iflag &= ~(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
	settings->c_oflag &= ~OPOST;
	settings->c_lflag &= ~(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
	settings->c_cflag = (settings->c_cflag & ~(CSIZE | PARENB)) | CS8;
	settings->c_cc[VMIN] = 1;
	settings->c_cc[VTIME] = 0;
}
