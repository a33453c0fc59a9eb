// posix_spawn: vfork, what the actions and attributes ask for, execve. The child's error is its parent's answer.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int __execvpex(const char *file, char *const argv[], char *const envp[]);

enum kind { OPEN, CLOSE, DUP2, CHDIR, FCHDIR };

struct action {
	enum kind kind;
	int fd;
	int to;
	char *path;
	int flags;
	mode_t mode;
};

int posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions)
{
	memset(actions, 0, sizeof *actions);
	return 0;
}

int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *actions)
{
	struct action *all = actions->__actions;
	for (int i = 0; i < actions->__used; i++)
		free(all[i].path);
	free(all);
	return 0;
}

static int add(posix_spawn_file_actions_t *actions, const struct action *action, const char *path)
{
	if (actions->__used == actions->__allocated) {
		int room = actions->__allocated == 0 ? 8 : actions->__allocated * 2;
		struct action *all = realloc(actions->__actions, (size_t)room * sizeof *all);
		if (all == NULL)
			return ENOMEM;
		actions->__actions = all;
		actions->__allocated = room;
	}
	struct action *made = (struct action *)actions->__actions + actions->__used;
	*made = *action;
	if (path != NULL && (made->path = strdup(path)) == NULL)
		return ENOMEM;
	actions->__used++;
	return 0;
}

static int can_be(int fd)
{
	return fd >= 0 && fd < sysconf(_SC_OPEN_MAX);
}

int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *actions, int fd, const char *path, int flags, mode_t mode)
{
	struct action action = {OPEN, fd, 0, NULL, flags, mode};
	return can_be(fd) ? add(actions, &action, path) : EBADF;
}

int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *actions, int fd)
{
	struct action action = {CLOSE, fd, 0, NULL, 0, 0};
	return can_be(fd) ? add(actions, &action, NULL) : EBADF;
}

int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions, int from, int to)
{
	struct action action = {DUP2, from, to, NULL, 0, 0};
	return can_be(from) && can_be(to) ? add(actions, &action, NULL) : EBADF;
}

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path)
{
	struct action action = {CHDIR, 0, 0, NULL, 0, 0};
	return add(actions, &action, path);
}

int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *actions, int fd)
{
	struct action action = {FCHDIR, fd, 0, NULL, 0, 0};
	return can_be(fd) ? add(actions, &action, NULL) : EBADF;
}

static int act(const struct action *action)
{
	switch (action->kind) {
	case OPEN: {
		close(action->fd);
		int fd = open(action->path, action->flags, action->mode);
		if (fd == -1 || fd == action->fd)
			return fd;
		return dup2(fd, action->fd) == -1 ? -1 : close(fd);
	}
	case CLOSE:
		close(action->fd);
		return 0;
	case DUP2:
		if (action->fd == action->to) {
			int flags = fcntl(action->fd, F_GETFD);
			return flags == -1 ? -1 : fcntl(action->fd, F_SETFD, flags & ~FD_CLOEXEC);
		}
		return dup2(action->fd, action->to);
	case CHDIR:
		return chdir(action->path);
	default:
		return fchdir(action->fd);
	}
}

static int prepare(const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes, const sigset_t *mask)
{
	int flags = attributes == NULL ? 0 : attributes->__flags;
	sigset_t blocked;
	sigprocmask(SIG_BLOCK, NULL, &blocked);
	if (flags & POSIX_SPAWN_SETSIGDEF)
		for (int signal = 1; signal <= SIGRTMAX; signal++)
			if (sigismember(&attributes->__sd, signal) == 1) {
				struct sigaction usual = {0};
				sigaction(signal, &usual, NULL);
			}
	if (flags & POSIX_SPAWN_SETSID && setsid() == -1)
		return -1;
	if (flags & POSIX_SPAWN_SETPGROUP && setpgid(0, attributes->__pgrp) == -1)
		return -1;
	if (flags & POSIX_SPAWN_RESETIDS && (setegid(getgid()) == -1 || seteuid(getuid()) == -1))
		return -1;
	const struct action *all = actions == NULL ? NULL : actions->__actions;
	for (int i = 0; all != NULL && i < actions->__used; i++)
		if (act(&all[i]) == -1)
			return -1;
	return sigprocmask(SIG_SETMASK, flags & POSIX_SPAWN_SETSIGMASK ? &attributes->__ss : mask, NULL);
}

static int spawn(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
	char *const argv[], char *const envp[], int along_path)
{
	sigset_t all, mask;
	volatile int error = 0;
	// Also the two that the library keeps for itself.
	memset(&all, -1, sizeof all);
	sigprocmask(SIG_BLOCK, &all, &mask);
	pid_t child = vfork();
	if (child == 0) {
		if (prepare(actions, attributes, &mask) != -1) {
			if (along_path)
				__execvpex(file, argv, envp);
			else
				execve(file, argv, envp);
		}
		error = errno;
		_exit(127);
	}
	if (child == -1)
		error = errno;
	else if (error != 0)
		waitpid(child, NULL, 0);
	else if (pid != NULL)
		*pid = child;
	sigprocmask(SIG_SETMASK, &mask, NULL);
	return error;
}

int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
	char *const argv[], char *const envp[])
{
	return spawn(pid, path, actions, attributes, argv, envp, 0);
}

int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
	char *const argv[], char *const envp[])
{
	return spawn(pid, file, actions, attributes, argv, envp, 1);
}
