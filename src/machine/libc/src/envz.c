// Names and values in one piece of memory.
#include <envz.h>
#include <string.h>

char *envz_entry(const char *envz, size_t length, const char *name)
{
	size_t size = strcspn(name, "=");
	for (char *entry = NULL; (entry = argz_next(envz, length, entry));)
		if (strncmp(entry, name, size) == 0 && (entry[size] == 0 || entry[size] == '='))
			return entry;
	return NULL;
}

char *envz_get(const char *envz, size_t length, const char *name)
{
	char *entry = envz_entry(envz, length, name);
	char *value = entry ? strchr(entry, '=') : NULL;
	return value ? value + 1 : NULL;
}

void envz_remove(char **envz, size_t *length, const char *name)
{
	argz_delete(envz, length, envz_entry(*envz, *length, name));
}

error_t envz_add(char **envz, size_t *length, const char *name, const char *value)
{
	envz_remove(envz, length, name);
	if (value == NULL)
		return argz_add(envz, length, name);
	error_t error = argz_append(envz, length, name, strlen(name));
	if (error == 0)
		error = argz_append(envz, length, "=", 1);
	return error ? error : argz_add(envz, length, value);
}

error_t envz_merge(char **envz, size_t *length, const char *other, size_t other_length, int overwrite)
{
	for (char *entry = NULL; (entry = argz_next(other, other_length, entry));) {
		char *old = envz_entry(*envz, *length, entry);
		if (old && !overwrite)
			continue;
		argz_delete(envz, length, old);
		error_t error = argz_add(envz, length, entry);
		if (error)
			return error;
	}
	return 0;
}

// Removes the names without a value.
void envz_strip(char **envz, size_t *length)
{
	for (char *entry = *envz; *envz && entry < *envz + *length;) {
		if (strchr(entry, '='))
			entry += strlen(entry) + 1;
		else
			argz_delete(envz, length, entry);
	}
}
