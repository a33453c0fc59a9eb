/* A terminal: its size, a read that does not wait, and who stands in the background, on a terminal. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/ioctl.h>
#include <termios.h>

static void in_background(const char *what, void (*act)(void))
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		setpgid(0, 0);
		act();
		_exit(0);
	}
	waitpid(child, &status, WUNTRACED);
	show_status(what, status);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
}

static void reads(void)
{
	char byte;
	read(0, &byte, 1);
}

static void changes(void)
{
	struct termios settings;
	tcgetattr(0, &settings);
	tcsetattr(0, TCSANOW, &settings);
}

static void writes(void)
{
	write(1, "from the background\n", 20);
}

int main(void)
{
	struct winsize size;
	char byte;
	show("TIOCGWINSZ", ioctl(0, TIOCGWINSZ, &size));
	show("read of nothing", read(0, &byte, 0));
	fcntl(0, F_SETFL, O_RDWR | O_NONBLOCK);
	show("nobody types", read(0, &byte, 1));
	fcntl(0, F_SETFL, O_RDWR);

	struct termios settings, before;
	tcgetattr(0, &before);
	settings = before;
	settings.c_lflag &= ~(tcflag_t)ICANON;
	settings.c_cc[VMIN] = 0;
	settings.c_cc[VTIME] = 1;
	tcsetattr(0, TCSANOW, &settings);
	show("a tenth of a second", read(0, &byte, 1));
	tcsetattr(0, TCSANOW, &before);

	in_background("reads", reads);
	in_background("changes", changes);
	before.c_lflag |= TOSTOP;
	tcsetattr(0, TCSANOW, &before);
	in_background("writes", writes);
	before.c_lflag &= ~(tcflag_t)TOSTOP;
	tcsetattr(0, TCSANOW, &before);

	int ends[2];
	pipe(ends);
	show("a pipe is no terminal", tcsetpgrp(ends[0], getpgrp()));
	show("a group of another session", tcsetpgrp(0, 1));
	return 0;
}
