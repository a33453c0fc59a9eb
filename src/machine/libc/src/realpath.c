// realpath: a path without links, dots and double slashes.
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINKS_MAX 40

static char *refuse(int error)
{
	errno = error;
	return NULL;
}

// Goes on from `path`, which has no links in it, along `way`; a link's target comes before the rest of the way.
static char *walk(char *path, char *way)
{
	char target[PATH_MAX], name[NAME_MAX + 1];
	struct stat status;
	char *rest = way;
	int links = 0;
	while (*rest) {
		size_t length = strcspn(rest, "/");
		if (length == 0) {
			rest++;
			continue;
		}
		if (length > NAME_MAX)
			return refuse(ENAMETOOLONG);
		memcpy(name, rest, length);
		name[length] = 0;
		rest += length;
		size_t end = strlen(path);
		if (strcmp(name, ".") == 0)
			continue;
		if (strcmp(name, "..") == 0) {
			*strrchr(path, '/') = 0;
			continue;
		}
		if (end + length + 2 > PATH_MAX)
			return refuse(ENAMETOOLONG);
		path[end] = '/';
		strcpy(path + end + 1, name);
		if (lstat(path, &status) == -1)
			return NULL;
		if (S_ISLNK(status.st_mode)) {
			ssize_t size = readlink(path, target, PATH_MAX - 1);
			if (size == -1 || ++links > LINKS_MAX)
				return size == -1 ? NULL : refuse(ELOOP);
			if (size + strlen(rest) >= PATH_MAX)
				return refuse(ENAMETOOLONG);
			strcpy(target + size, rest);
			path[*target == '/' ? 0 : end] = 0;
			rest = strcpy(way, target);
			continue;
		}
		if (*rest && !S_ISDIR(status.st_mode))
			return refuse(ENOTDIR);
	}
	if (*path == 0)
		strcpy(path, "/");
	return path;
}

char *realpath(const char *path, char *resolved)
{
	char rest[PATH_MAX], found[PATH_MAX] = "";
	if (path == NULL)
		return refuse(EINVAL);
	if (*path == 0)
		return refuse(ENOENT);
	if (strlen(path) >= PATH_MAX)
		return refuse(ENAMETOOLONG);
	if (*path != '/' && getcwd(found, PATH_MAX) == NULL)
		return NULL;
	if (strcmp(found, "/") == 0)
		*found = 0;
	strcpy(rest, path);
	if (walk(found, rest) == NULL)
		return NULL;
	if (resolved == NULL)
		return strdup(found);
	return strcpy(resolved, found);
}
