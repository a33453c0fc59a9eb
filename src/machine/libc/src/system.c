// system: a command of the shell, waited for.
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void restore(const struct sigaction *interrupt, const struct sigaction *quit, const sigset_t *mask)
{
	sigaction(SIGINT, interrupt, NULL);
	sigaction(SIGQUIT, quit, NULL);
	sigprocmask(SIG_SETMASK, mask, NULL);
}

int system(const char *command)
{
	struct sigaction ignore = {0}, interrupt, quit;
	sigset_t child, mask;
	if (command == NULL)
		return access("/bin/sh", X_OK) == 0;
	ignore.sa_handler = SIG_IGN;
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &quit);
	sigprocmask(SIG_BLOCK, &child, &mask);
	int status = -1;
	pid_t pid = fork();
	if (pid == 0) {
		restore(&interrupt, &quit, &mask);
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	if (pid > 0)
		while (waitpid(pid, &status, 0) == -1)
			if (errno != EINTR) {
				status = -1;
				break;
			}
	restore(&interrupt, &quit, &mask);
	return status;
}
