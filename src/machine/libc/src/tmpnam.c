// Names that no file has, at least not now.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *tmpnam(char *name)
{
	static char own[L_tmpnam];
	struct stat status;
	if (stat(P_tmpdir, &status) == -1)
		return NULL;
	char *made = strcpy(name ? name : own, "/tmp/fileXXXXXX");
	return *mktemp(made) ? made : NULL;
}

char *tempnam(const char *directory, const char *prefix)
{
	const char *wanted = getenv("TMPDIR");
	if (wanted == NULL || access(wanted, W_OK) == -1)
		wanted = directory && access(directory, W_OK) == 0 ? directory : P_tmpdir;
	char *made = malloc(strlen(wanted) + 16);
	if (made == NULL)
		return NULL;
	sprintf(made, "%s/%.5sXXXXXX", wanted, prefix ? prefix : "file");
	if (*mktemp(made))
		return made;
	free(made);
	return NULL;
}
