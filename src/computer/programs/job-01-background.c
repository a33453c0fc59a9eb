/* Job control: what the terminal allows a group in the background; on a terminal. */
#define _GNU_SOURCE
#include <sys/ioctl.h>
#include <termios.h>
#include "row.h"

static pid_t child(void)
{
	pid_t pid = fork();
	if (pid == 0)
		setpgid(0, 0);
	else
		setpgid(pid, pid);
	return pid;
}

static void watch(const char *what, pid_t pid)
{
	int status;
	waitpid(pid, &status, WUNTRACED);
	show_status(what, status);
	if (WIFSTOPPED(status)) {
		kill(pid, SIGKILL);
		waitpid(pid, &status, 0);
	}
}

int main(int argc, char **argv)
{
	char byte;
	struct termios settings;
	if (argc > 1) {
		settle();
		settle();
		return 0;
	}
	show("is a terminal", isatty(0) && isatty(1));
	show("our session", tcgetsid(0) == getsid(0));
	show("in front", tcgetpgrp(0) == getpgrp());
	tcgetattr(0, &settings);
	printf("local %o characters %d %d %d %d %d %d %d\n", settings.c_lflag & (ISIG | ICANON | ECHO | ECHOE | TOSTOP),
	       settings.c_cc[VINTR], settings.c_cc[VQUIT], settings.c_cc[VSUSP], settings.c_cc[VEOF], settings.c_cc[VERASE],
	       settings.c_cc[VMIN], settings.c_cc[VTIME]);
	fflush(stdout);

	pid_t pid = child();
	if (pid == 0) {
		read(0, &byte, 1);
		_exit(0);
	}
	watch("read", pid);

	pid = child();
	if (pid == 0) {
		signal(SIGTTIN, SIG_IGN);
		show("read, deaf", read(0, &byte, 1));
		_exit(0);
	}
	watch("deaf reader", pid);

	pid = child();
	if (pid == 0) {
		if (fork() == 0) {
			settle();
			setpgid(0, 0);
			show("read, orphaned", read(0, &byte, 1));
			_exit(0);
		}
		_exit(0);
	}
	watch("parent of the orphan", pid);
	settle();
	settle();

	pid = child();
	if (pid == 0) {
		show("write", write(1, "from behind\n", 12));
		tcsetpgrp(0, getpgrp());
		_exit(0);
	}
	watch("tcsetpgrp", pid);

	pid = child();
	if (pid == 0) {
		signal(SIGTTOU, SIG_IGN);
		show("tcsetpgrp, deaf", tcsetpgrp(0, getpgrp()));
		show("in front now", tcgetpgrp(0) == getpgrp());
		_exit(3);
	}
	watch("deaf changer", pid);
	show("we are behind", tcgetpgrp(0) != getpgrp());
	signal(SIGTTOU, SIG_IGN);
	show("back", tcsetpgrp(0, getpgrp()));

	settings.c_lflag |= TOSTOP;
	show("tcsetattr", tcsetattr(0, TCSANOW, &settings));
	pid = child();
	if (pid == 0) {
		signal(SIGTTOU, SIG_DFL);
		write(1, "never seen\n", 11);
		_exit(0);
	}
	watch("write with TOSTOP", pid);

	show("negative group", tcsetpgrp(0, -5));
	show("no such group", tcsetpgrp(0, 99999));
	int ends[2];
	pipe(ends);
	show("a pipe", tcsetpgrp(ends[0], getpgrp()));
	show("a pipe has no settings", tcgetattr(ends[0], &settings));

	pid = fork();
	if (pid == 0) {
		execl(argv[0], argv[0], "sleep", NULL);
		_exit(1);
	}
	settle();
	show("setpgid after exec", setpgid(pid, pid));
	watch("sleeper", pid);

	struct stat status;
	pid = fork();
	if (pid == 0) {
		show("own session", setsid() > 0);
		show("no terminal", open("/dev/tty", O_RDWR));
		show("its name is there", stat("/dev/tty", &status));
		show("a device", S_ISCHR(status.st_mode));
		show("not its terminal", tcgetpgrp(0));
		_exit(0);
	}
	watch("other session", pid);
	int tty = open("/dev/tty", O_RDWR);
	show("our terminal", tty >= 0);
	show("same foreground", tcgetpgrp(tty) == getpgrp());
	return 0;
}
