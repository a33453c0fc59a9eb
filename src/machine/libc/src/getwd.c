// Older names of getcwd.
#define _GNU_SOURCE
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

char *getwd(char *path)
{
	return getcwd(path, PATH_MAX);
}

char *get_current_dir_name(void)
{
	char *path = malloc(PATH_MAX);
	if (path && getcwd(path, PATH_MAX) == NULL) {
		free(path);
		return NULL;
	}
	return path;
}
