// qsort: a merge sort, as glibc's, so that equal items keep their order and the comparisons are the same.
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

struct sorting {
	size_t size;
	int (*compare)(const void *, const void *, void *);
	void *argument;
	char *space;
};

static void sort(const struct sorting *how, char *items, size_t count)
{
	if (count <= 1)
		return;
	size_t left_count = count / 2, right_count = count - left_count;
	size_t size = how->size;
	char *left = items, *right = items + left_count * size;
	sort(how, left, left_count);
	sort(how, right, right_count);
	char *to = how->space;
	while (left_count > 0 && right_count > 0) {
		char **from = how->compare(left, right, how->argument) <= 0 ? &left : &right;
		memcpy(to, *from, size);
		to += size;
		*from += size;
		if (from == &left)
			left_count--;
		else
			right_count--;
	}
	if (left_count > 0)
		memcpy(to, left, left_count * size);
	memcpy(items, how->space, (count - right_count) * size);
}

void qsort_r(void *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *),
	void *argument)
{
	char little[1024];
	size_t bytes = count * size;
	struct sorting how = {size, compare, argument, bytes <= sizeof little ? little : malloc(bytes)};
	if (how.space == NULL)
		return;
	sort(&how, base, count);
	if (how.space != little)
		free(how.space);
}

struct plain {
	int (*compare)(const void *, const void *);
};

static int compare_plain(const void *a, const void *b, void *plain)
{
	return ((struct plain *)plain)->compare(a, b);
}

void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *))
{
	struct plain plain = {compare};
	qsort_r(base, count, size, compare_plain, &plain);
}
