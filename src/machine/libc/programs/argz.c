// Strings and names with values in one block, and what else GNU programs ask the headers for.
#define _GNU_SOURCE
#include <argz.h>
#include <envz.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void show(const char *what, const char *argz, size_t size)
{
	printf("%s: %zu", what, argz_count(argz, size));
	for (char *entry = NULL; (entry = argz_next(argz, size, entry)) != NULL;)
		printf(" [%s]", entry);
	printf(" %zu\n", size);
}

static void blocks(void)
{
	char *argz, *argv[8], *words[] = {"one", "", "three", NULL};
	size_t size;
	printf("%d\n", argz_create(words, &argz, &size));
	show("create", argz, size);
	printf("%d\n", argz_insert(&argz, &size, argz_next(argz, size, argz), "middle"));
	show("insert", argz, size);
	printf("%d\n", argz_insert(&argz, &size, argz + 1, "first"));
	printf("%d\n", argz_insert(&argz, &size, NULL, "last"));
	printf("%d\n", argz_insert(&argz, &size, argz + size, "beyond"));
	show("insert", argz, size);
	argz_extract(argz, size, argv);
	printf("extract: %s %s %d\n", argv[0], argv[4], argv[6] == NULL);
	argz_delete(&argz, &size, argv[1]);
	argz_delete(&argz, &size, NULL);
	show("delete", argz, size);
	unsigned count = 0;
	printf("%d", argz_replace(&argz, &size, "st", "STREET", &count));
	printf(" %u\n", count);
	show("replace", argz, size);
	argz_stringify(argz, size, ',');
	printf("stringify: %s\n", argz);
	const char *lists[] = {"a:b:c", ":a::b:", "", ":", "abc", "a:::"};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		argz_create_sep(lists[i], ':', &argz, &size);
		show(lists[i], argz, size);
	}
	argz_create_sep("x y", ' ', &argz, &size);
	argz_add_sep(&argz, &size, "z;;w", ';');
	argz_append(&argz, &size, "p\0q", 4);
	show("add", argz, size);
	argz_delete(&argz, &size, argz);
	argz_delete(&argz, &size, argz);
	argz_delete(&argz, &size, argz);
	argz_delete(&argz, &size, argz);
	argz_delete(&argz, &size, argz);
	argz_delete(&argz, &size, argz);
	printf("empty: %zu %d\n", size, argz == NULL);
}

static const char *text(const char *s)
{
	return s ? s : "none";
}

static void names(void)
{
	char *envz = NULL, *more = NULL;
	size_t size = 0, length = 0;
	envz_add(&envz, &size, "HOME", "/root");
	envz_add(&envz, &size, "NULL", NULL);
	envz_add(&envz, &size, "EMPTY", "");
	envz_add(&envz, &size, "HOMER", "poet");
	show("names", envz, size);
	printf("%s %s %s\n", text(envz_entry(envz, size, "HOME")), text(envz_entry(envz, size, "NULL")),
		text(envz_entry(envz, size, "HOM")));
	printf("%s %s %s %s\n", text(envz_get(envz, size, "HOMER")), text(envz_get(envz, size, "NULL")),
		text(envz_get(envz, size, "EMPTY")), text(envz_get(envz, size, "NOBODY")));
	envz_add(&envz, &size, "HOME", "/home");
	envz_add(&more, &length, "HOME", "/else");
	envz_add(&more, &length, "NEW", "1");
	envz_merge(&envz, &size, more, length, 0);
	show("merge", envz, size);
	envz_merge(&envz, &size, more, length, 1);
	show("merge", envz, size);
	envz_remove(&envz, &size, "EMPTY");
	envz_strip(&envz, &size);
	show("strip", envz, size);
}

int main(void)
{
	blocks();
	names();
	char *kept = strerror(1234), space[40];
	strerror_r(4321, space, sizeof space);
	errno = 777;
	printf("%m: ");
	printf("%s, %d\n", kept, strerror(-5) == kept);
	program_invocation_short_name = "renamed";
	printf("%s %s %s\n", program_invocation_short_name, dcgettext("domain", "message", LC_MESSAGES),
		dngettext("domain", "one", "many", 2));
	errno = 0;
	printf("%d", setlocale(LC_ALL, "nowhere") == NULL);
	printf(" %d\n", errno);
	for (int i = 0; i < 100; i++)
		if (arc4random_uniform(3) > 2 || arc4random_uniform(1) != 0)
			puts("beyond the bound");
#ifdef __GLIBC_PREREQ
	printf("%d %d\n", __GLIBC_PREREQ(2, 30), __GLIBC_PREREQ(3, 0));
#endif
	printf("%d %ld %d\n", _XOPEN_SOURCE, _POSIX_C_SOURCE, _DEFAULT_SOURCE);
	printf("%x %x %x %x\n", _IO('T', 1), _IOR('T', 0x30, unsigned int), _IOW('r', 0x11, short), _IOWR('x', 255, long[3]));
	printf("%u %c %u %u\n", _IOC_DIR(_IOR('T', 0x30, int)), _IOC_TYPE(_IOR('T', 0x30, int)), _IOC_NR(_IOR('T', 0x30, int)),
		_IOC_SIZE(_IOWR('T', 0x30, char[77])));
	return 0;
}
