// Changing the environment. The array is copied at the first change.
#include <errno.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;
static char **owned;

static char **find(const char *name, size_t length)
{
	for (char **entry = environ; entry && *entry; entry++)
		if (strncmp(*entry, name, length) == 0 && (*entry)[length] == '=')
			return entry;
	return NULL;
}

static int append(char *text)
{
	size_t count = 0;
	while (environ && environ[count])
		count++;
	char **longer = realloc(environ == owned ? owned : NULL, (count + 2) * sizeof *longer);
	if (longer == NULL)
		return -1;
	if (environ != owned && count > 0)
		memcpy(longer, environ, count * sizeof *longer);
	longer[count] = text;
	longer[count + 1] = NULL;
	environ = owned = longer;
	return 0;
}

static int set(char *text, size_t length)
{
	char **entry = find(text, length);
	if (entry == NULL)
		return append(text);
	*entry = text;
	return 0;
}

int setenv(const char *name, const char *value, int overwrite)
{
	if (name == NULL || *name == 0 || strchr(name, '=')) {
		errno = EINVAL;
		return -1;
	}
	size_t length = strlen(name);
	if (!overwrite && find(name, length))
		return 0;
	char *text = malloc(length + strlen(value) + 2);
	if (text == NULL)
		return -1;
	strcpy(text, name);
	text[length] = '=';
	strcpy(text + length + 1, value);
	return set(text, length);
}

int unsetenv(const char *name)
{
	if (name == NULL || *name == 0 || strchr(name, '=')) {
		errno = EINVAL;
		return -1;
	}
	char **entry;
	while ((entry = find(name, strlen(name))))
		do
			entry[0] = entry[1];
		while (*entry++);
	return 0;
}

int putenv(char *text)
{
	char *equals = strchr(text, '=');
	return equals ? set(text, equals - text) : unsetenv(text);
}

int clearenv(void)
{
	environ = NULL;
	return 0;
}
