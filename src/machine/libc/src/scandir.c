// scandir, alphasort and versionsort: a directory's entries as a sorted list.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

int alphasort(const struct dirent **first, const struct dirent **second)
{
	return strcoll((*first)->d_name, (*second)->d_name);
}

int versionsort(const struct dirent **first, const struct dirent **second)
{
	return strverscmp((*first)->d_name, (*second)->d_name);
}

static int give_up(DIR *directory, struct dirent **found, int count)
{
	while (count > 0)
		free(found[--count]);
	free(found);
	closedir(directory);
	errno = ENOMEM;
	return -1;
}

int scandir(const char *path, struct dirent ***list, int (*wanted)(const struct dirent *),
	int (*compare)(const struct dirent **, const struct dirent **))
{
	DIR *directory = opendir(path);
	struct dirent **found = NULL;
	int count = 0;
	int room = 0;
	if (directory == NULL)
		return -1;
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		if (wanted && !wanted(entry))
			continue;
		if (count == room) {
			struct dirent **more = realloc(found, (room += 16) * sizeof *found);
			if (more == NULL)
				return give_up(directory, found, count);
			found = more;
		}
		struct dirent *copy = malloc(entry->d_reclen);
		if (copy == NULL)
			return give_up(directory, found, count);
		found[count++] = memcpy(copy, entry, entry->d_reclen);
	}
	closedir(directory);
	if (compare && count > 0)
		qsort(found, count, sizeof *found, (int (*)(const void *, const void *))compare);
	*list = found;
	return count;
}
