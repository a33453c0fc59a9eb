// popen and pclose: a command of the shell at the other end of a stream.
#define _GNU_SOURCE
#include <bits/file.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static struct child {
	struct child *next;
	FILE *stream;
	pid_t pid;
} *children;

// The shell has its end of the pipe at `to`, and no stream of an earlier popen. Returns an error's number.
static int spawn(pid_t *pid, const char *command, int from, int to)
{
	char *argv[] = {"sh", "-c", (char *)command, NULL};
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	int error = posix_spawn_file_actions_adddup2(&actions, from, to);
	for (struct child *child = children; child && error == 0; child = child->next)
		if (child->stream->fd != to)
			error = posix_spawn_file_actions_addclose(&actions, child->stream->fd);
	if (error == 0)
		error = posix_spawn(pid, "/bin/sh", &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	return error;
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
	FILE *stream = __new_stream(ours, (reading ? __NO_WRITES : __NO_READS) | __BYTES);
	int error = spawn(&child->pid, command, theirs, reading ? STDOUT_FILENO : STDIN_FILENO);
	close(theirs);
	if (error != 0) {
		close(ours);
		free(stream);
		free(child);
		errno = error;
		return NULL;
	}
	if (!strchr(mode, 'e'))
		fcntl(ours, F_SETFD, 0);
	child->next = children;
	child->stream = stream;
	children = child;
	return stream;
}

// Of a stream that popen did not make, pclose is fclose.
int pclose(FILE *stream)
{
	struct child **place = &children;
	while (*place && (*place)->stream != stream)
		place = &(*place)->next;
	struct child *child = *place;
	if (child == NULL)
		return fclose(stream);
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
