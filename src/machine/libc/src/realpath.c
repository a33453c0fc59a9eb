// realpath: a path without links, dots and double slashes. Each name is asked by readlink, as glibc asks.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LINKS_MAX 40
// So much room glibc has for a target at first.
#define TARGET_ROOM 1023

static int refuse(int error)
{
	errno = error;
	return 0;
}

// Whether what follows a name makes sense only after a directory: a slash at the end, `/.` there, or `/..`.
static int wants_directory(const char *rest)
{
	while (*rest == '/') {
		rest += strspn(rest, "/");
		if (*rest == 0)
			return 1;
		if (*rest++ != '.')
			return 0;
		if (*rest == 0 || (*rest == '.' && (rest[1] == 0 || rest[1] == '/')))
			return 1;
	}
	return 0;
}

static int is_directory(char *path, size_t end)
{
	strcpy(path + end, "/");
	int found = faccessat(AT_FDCWD, path, F_OK, AT_EACCESS) == 0;
	path[end] = 0;
	return found;
}

// To the slash before the last name; the first slash stays.
static size_t back_up(const char *path, size_t end)
{
	if (end > 1)
		for (end--; path[end - 1] != '/'; end--) {
		}
	return end;
}

// Goes on from `path`, which has no links in it and ends at `end`, along `rest`; a link's target comes before the rest of the way.
static int walk(char *path, size_t end, const char *rest)
{
	char target[PATH_MAX], ahead[PATH_MAX];
	int links = 0;
	for (;;) {
		rest += strspn(rest, "/");
		size_t length = strcspn(rest, "/");
		const char *name = rest;
		rest += length;
		if (length == 0)
			break;
		if (length == 1 && name[0] == '.')
			continue;
		if (length == 2 && name[0] == '.' && name[1] == '.') {
			end = back_up(path, end);
			continue;
		}
		if (path[end - 1] != '/')
			path[end++] = '/';
		if (end + length + 2 > PATH_MAX)
			return refuse(ENAMETOOLONG);
		memcpy(path + end, name, length);
		path[end += length] = 0;
		ssize_t size = readlink(path, target, TARGET_ROOM);
		if (size == TARGET_ROOM)
			size = readlink(path, target, PATH_MAX - 1);
		if (size == -1) {
			if (wants_directory(rest) ? is_directory(path, end) : errno == EINVAL)
				continue;
			return 0;
		}
		if (++links > LINKS_MAX)
			return refuse(ELOOP);
		if (size + strlen(rest) >= PATH_MAX)
			return refuse(ENAMETOOLONG);
		strcpy(target + size, rest);
		end = *target == '/' ? 1 : back_up(path, end);
		rest = strcpy(ahead, target);
	}
	if (end > 1 && path[end - 1] == '/')
		end--;
	path[end] = 0;
	return 1;
}

/* Nearly every directory has a path that fits, and glibc asks with so much at first. */
#define FIRST_ROOM 1024

char *realpath(const char *path, char *resolved)
{
	char found[PATH_MAX] = "/";
	if (path == NULL || *path == 0) {
		errno = path == NULL ? EINVAL : ENOENT;
		return NULL;
	}
	if (*path != '/' && getcwd(found, FIRST_ROOM) == NULL && (errno != ERANGE || getcwd(found, PATH_MAX) == NULL))
		return NULL;
	if (!walk(found, strlen(found), path))
		return NULL;
	return resolved ? strcpy(resolved, found) : strdup(found);
}

char *canonicalize_file_name(const char *path)
{
	return realpath(path, NULL);
}
