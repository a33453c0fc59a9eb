/* posix_spawn and posix_spawnp: file actions, attributes, and the error of a program that is not there. */
#define _GNU_SOURCE
#include <spawn.h>
#include "row.h"

extern char **environ;

static int child(int argc, char **argv)
{
	struct sigaction old;
	sigset_t mask;
	if (strcmp(argv[1], "cat") == 0) {
		char buffer[64];
		ssize_t n;
		while ((n = read(0, buffer, sizeof buffer)) > 0)
			write(1, buffer, n);
		return 0;
	}
	printf("%d arguments, last %s, WORD=%s\n", argc, argv[argc - 1], getenv("WORD") ? getenv("WORD") : "none");
	sigaction(SIGUSR1, NULL, &old);
	printf("SIGUSR1 %s\n", old.sa_handler == SIG_IGN ? "ignored" : "default");
	sigprocmask(SIG_BLOCK, NULL, &mask);
	printf("SIGUSR2 %s, SIGTERM %s\n", sigismember(&mask, SIGUSR2) ? "blocked" : "not blocked", sigismember(&mask, SIGTERM) ? "blocked" : "not blocked");
	printf("group leader %d, session leader %d\n", getpgrp() == getpid(), getsid(0) == getpid());
	return 5;
}

static void end(const char *what, int error, const pid_t *pid)
{
	int status;
	if (error != 0) {
		printf("%s: %s\n", what, error_name(error));
		fflush(stdout);
		return;
	}
	waitpid(*pid, &status, 0);
	show_status(what, status);
}

static void actions(char *name)
{
	posix_spawn_file_actions_t actions;
	char *argv[] = {"child", "cat", NULL};
	pid_t pid = -1;
	int ends[2];
	char buffer[64];
	pipe(ends);
	int fd = open("input", O_CREAT | O_WRONLY, 0600);
	write(fd, "from a file\n", 12);
	close(fd);
	posix_spawn_file_actions_init(&actions);
	show("addopen", posix_spawn_file_actions_addopen(&actions, 0, "input", O_RDONLY, 0));
	show("adddup2", posix_spawn_file_actions_adddup2(&actions, ends[1], 1));
	show("addclose", posix_spawn_file_actions_addclose(&actions, ends[0]));
	show("addclose", posix_spawn_file_actions_addclose(&actions, ends[1]));
	show("addclose of none", posix_spawn_file_actions_addclose(&actions, -1) == EBADF);
	show("closing twice", posix_spawn_file_actions_addclose(&actions, ends[1]));
	end("cat", posix_spawn(&pid, name, &actions, NULL, argv, environ), &pid);
	close(ends[1]);
	ssize_t n = read(ends[0], buffer, sizeof buffer);
	printf("%.*s", (int)n, buffer);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 0, "missing", O_RDONLY, 0);
	end("no such input", posix_spawn(&pid, name, &actions, NULL, argv, environ), &pid);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, 77, 1);
	end("no such descriptor", posix_spawn(&pid, name, &actions, NULL, argv, environ), &pid);
	posix_spawn_file_actions_destroy(&actions);
}

static void attributes(char *name)
{
	posix_spawnattr_t attributes;
	char *argv[] = {"child", "tell", "last", NULL}, *envp[] = {"WORD=given", NULL};
	sigset_t set;
	short flags;
	pid_t pid;
	signal(SIGUSR1, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	sigprocmask(SIG_BLOCK, &set, NULL);
	end("plain", posix_spawn(&pid, name, NULL, NULL, argv, envp), &pid);
	posix_spawnattr_init(&attributes);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	posix_spawnattr_setsigdefault(&attributes, &set);
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	posix_spawnattr_setsigmask(&attributes, &set);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
	posix_spawnattr_getflags(&attributes, &flags);
	printf("flags %x\n", flags);
	end("attributes", posix_spawn(&pid, name, NULL, &attributes, argv, envp), &pid);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
	end("session", posix_spawn(&pid, name, NULL, &attributes, argv, envp), &pid);
	show("bad flags", posix_spawnattr_setflags(&attributes, 0x1000) == EINVAL);
	posix_spawnattr_destroy(&attributes);
}

int main(int argc, char **argv)
{
	char *words[] = {"none", NULL};
	pid_t pid = 7;
	if (argc > 1)
		return child(argc, argv);
	actions(argv[0]);
	attributes(argv[0]);
	end("missing", posix_spawn(&pid, "./missing", NULL, NULL, words, environ), &pid);
	end("along the path", posix_spawnp(&pid, "there-is-no-such-program", NULL, NULL, words, environ), &pid);
	int script = open("script", O_WRONLY | O_CREAT | O_TRUNC, 0755);
	if (write(script, "echo never\n", 11) == 11)
		close(script);
	end("no program", posix_spawn(&pid, "./script", NULL, NULL, words, environ), &pid);
	end("no program along the path", posix_spawnp(&pid, "./script", NULL, NULL, words, environ), &pid);
	unlink("script");
	printf("pid %s\n", pid == 7 ? "as it was" : "changed");
	show("no child is left", wait(NULL));
	return 0;
}
