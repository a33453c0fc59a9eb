// popen and pclose: a command of the shell at the other end of a stream.
#define _GNU_SOURCE
#include <bits/file.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct child {
	struct child *next;
	FILE *stream;
	pid_t pid;
} *children;

static _Noreturn void run(const char *command, int from, int to)
{
	for (struct child *child = children; child; child = child->next)
		if (child->stream->fd != to)
			close(child->stream->fd);
	if (from == to)
		fcntl(from, F_SETFD, 0);
	else
		dup2(from, to);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

FILE *popen(const char *command, const char *mode)
{
	int fds[2];
	int reading = strchr(mode, 'r') != NULL;
	if (strspn(mode, "rwe") != strlen(mode) || !strchr(mode, 'r') == !strchr(mode, 'w')) {
		errno = EINVAL;
		return NULL;
	}
	if (pipe2(fds, O_CLOEXEC) == -1)
		return NULL;
	int ours = fds[!reading];
	int theirs = fds[reading];
	struct child *child = malloc(sizeof *child);
	FILE *stream = __new_stream(ours, reading ? __NO_WRITES : __NO_READS);
	pid_t pid = fork();
	if (pid == 0)
		run(command, theirs, reading ? STDOUT_FILENO : STDIN_FILENO);
	close(theirs);
	if (pid == -1) {
		close(ours);
		free(stream);
		free(child);
		return NULL;
	}
	if (!strchr(mode, 'e'))
		fcntl(ours, F_SETFD, 0);
	child->next = children;
	child->stream = stream;
	child->pid = pid;
	children = child;
	return stream;
}

int pclose(FILE *stream)
{
	struct child **place = &children;
	while (*place && (*place)->stream != stream)
		place = &(*place)->next;
	struct child *child = *place;
	if (child == NULL) {
		errno = ECHILD;
		return -1;
	}
	*place = child->next;
	pid_t pid = child->pid;
	free(child);
	fclose(stream);
	int status;
	pid_t got;
	do
		got = waitpid(pid, &status, 0);
	while (got == -1 && errno == EINTR);
	return got == -1 ? -1 : status;
}
