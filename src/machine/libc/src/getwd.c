// getcwd, which takes memory of its own when it is given none, and its older names.
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *__getcwd(char *path, size_t size);

char *getcwd(char *path, size_t size)
{
	if (path) {
		if (size > 0)
			return __getcwd(path, size);
		errno = EINVAL;
		return NULL;
	}
	char *own = malloc(size ? size : PATH_MAX);
	if (own == NULL)
		return NULL;
	if (__getcwd(own, size ? size : PATH_MAX) == NULL) {
		free(own);
		return NULL;
	}
	return size ? own : realloc(own, strlen(own) + 1);
}

char *getwd(char *path)
{
	return getcwd(path, PATH_MAX);
}

char *get_current_dir_name(void)
{
	return getcwd(NULL, 0);
}
