// execvp and execvpe: the file is looked for along PATH.
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

#define LONGEST 4096
#define MOST 255

// A file that is no program is a script for the shell.
static void run_script(const char *path, char *const argv[], char *const envp[])
{
	char *script[MOST + 2];
	int count = 1;
	script[0] = "/bin/sh";
	script[1] = (char *)path;
	while (count < MOST && argv[0] && argv[count]) {
		script[count + 1] = argv[count];
		count++;
	}
	script[count + 1] = NULL;
	execve(script[0], script, envp);
}

static void try(const char *path, char *const argv[], char *const envp[], int scripts)
{
	execve(path, argv, envp);
	if (errno == ENOEXEC && scripts)
		run_script(path, argv, envp);
}

static int try_elsewhere(int error)
{
	return error == EACCES || error == ENOENT || error == ENOTDIR || error == ESTALE || error == ENODEV ||
		error == ETIMEDOUT;
}

static int look_for(const char *file, char *const argv[], char *const envp[], int scripts)
{
	char path[LONGEST];
	size_t length = strlen(file);
	if (length == 0) {
		errno = ENOENT;
		return -1;
	}
	if (strchr(file, '/')) {
		try(file, argv, envp, scripts);
		return -1;
	}
	const char *directories = getenv("PATH");
	int refused = 0;
	if (directories == NULL)
		directories = "/bin:/usr/bin";
	for (;;) {
		size_t part = strcspn(directories, ":");
		if (part + length + 2 <= sizeof path) {
			memcpy(path, directories, part);
			path[part] = '/';
			memcpy(path + part + (part > 0), file, length + 1);
			try(path, argv, envp, scripts);
			refused |= errno == EACCES;
			if (!try_elsewhere(errno))
				return -1;
		}
		if (directories[part] == 0)
			break;
		directories += part + 1;
	}
	if (refused)
		errno = EACCES;
	return -1;
}

int execvpe(const char *file, char *const argv[], char *const envp[])
{
	return look_for(file, argv, envp, 1);
}

int __execvpex(const char *file, char *const argv[], char *const envp[]);

// For posix_spawnp: a file that is no program fails with ENOEXEC.
int __execvpex(const char *file, char *const argv[], char *const envp[])
{
	return look_for(file, argv, envp, 0);
}

int execvp(const char *file, char *const argv[])
{
	return execvpe(file, argv, environ);
}
