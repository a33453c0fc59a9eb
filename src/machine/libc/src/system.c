// system: a command of the shell, waited for.
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define NO_SHELL (127 << 8)

extern char **environ;

// In the shell the keys' signals do again what they did, unless the caller ignored them.
static int spawn(pid_t *pid, const char *command, const struct sigaction *interrupt, const struct sigaction *quit,
	const sigset_t *mask)
{
	char *argv[] = {"sh", "-c", (char *)command, NULL};
	posix_spawnattr_t attributes;
	sigset_t usual;
	sigemptyset(&usual);
	if (interrupt->sa_handler != SIG_IGN)
		sigaddset(&usual, SIGINT);
	if (quit->sa_handler != SIG_IGN)
		sigaddset(&usual, SIGQUIT);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, mask);
	posix_spawnattr_setsigdefault(&attributes, &usual);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	int error = posix_spawn(pid, "/bin/sh", NULL, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	return error;
}

static int run(const char *command)
{
	struct sigaction ignore = {0}, interrupt, quit;
	sigset_t child, mask;
	int status = NO_SHELL;
	pid_t pid;
	ignore.sa_handler = SIG_IGN;
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &quit);
	sigprocmask(SIG_BLOCK, &child, &mask);
	int error = spawn(&pid, command, &interrupt, &quit, &mask);
	if (error == 0)
		while (waitpid(pid, &status, 0) == -1)
			if (errno != EINTR) {
				status = -1;
				break;
			}
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &quit, NULL);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	if (error != 0)
		errno = error;
	return status;
}

// Without a command: whether there is a shell.
int system(const char *command)
{
	return command ? run(command) : run("exit 0") == 0;
}
