// basename and dirname: the parts of a path.
#define _GNU_SOURCE
#include <string.h>

char *basename(const char *path)
{
	char *slash = strrchr(path, '/');
	return slash ? slash + 1 : (char *)path;
}

static size_t without_slashes(const char *path, size_t length)
{
	while (length > 1 && path[length - 1] == '/')
		length--;
	return length;
}

char *__xpg_basename(char *path)
{
	if (path == NULL || *path == 0)
		return ".";
	size_t length = without_slashes(path, strlen(path));
	if (length == 1 && path[0] == '/')
		return "/";
	// A path that ends in no slash may be a constant.
	if (path[length])
		path[length] = 0;
	return basename(path);
}

char *dirname(char *path)
{
	if (path == NULL || *path == 0)
		return ".";
	// Two slashes alone may mean more than one does.
	if (strcmp(path, "//") == 0)
		return path;
	size_t length = without_slashes(path, strlen(path));
	while (length > 0 && path[length - 1] != '/')
		length--;
	if (length == 0)
		return ".";
	size_t kept = without_slashes(path, length);
	// Nor are two at the beginning the same as one.
	if (length == 2 && path[0] == '/')
		kept = 2;
	path[kept] = 0;
	return path;
}
