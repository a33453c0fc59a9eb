/* A group in the background that nobody of the session looks after, and a session without this terminal, on a terminal. */
#include "row.h"
#include <termios.h>

static void change(const char *what)
{
	struct termios settings;
	tcgetattr(0, &settings);
	show(what, tcsetattr(0, TCSANOW, &settings));
}

int main(void)
{
	char byte;
	pid_t child = fork();
	if (child == 0) {
		setpgid(0, 0);
		if (fork() != 0)
			_exit(0);
		settle();
		change("tcsetattr, orphaned");
		show("tcsetpgrp, orphaned", tcsetpgrp(0, getpgrp()));
		show("read, orphaned", read(0, &byte, 1));
		_exit(0);
	}
	waitpid(child, NULL, 0);
	settle();
	settle();
	child = fork();
	if (child == 0) {
		setsid();
		show("tcsetpgrp, of another session", tcsetpgrp(0, getpgrp()));
		_exit(0);
	}
	waitpid(child, NULL, 0);
	return 0;
}
