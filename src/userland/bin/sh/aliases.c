/* Names that stand for other text where a command begins. See POSIX 2.3.1. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "sh.h"

struct alias {
	struct alias *next;
	char *name, *text;
};

static struct alias *aliases;

static struct alias **place_of(const char *name)
{
	struct alias **place = &aliases;
	while (*place && strcmp((*place)->name, name) != 0)
		place = &(*place)->next;
	return place;
}

const char *alias_of(const char *name)
{
	struct alias *alias = *place_of(name);
	return alias ? alias->text : NULL;
}

static void drop(struct alias **place)
{
	struct alias *alias = *place;
	*place = alias->next;
	free(alias->name);
	free(alias->text);
	free(alias);
}

static void set_alias(char *name, const char *text)
{
	struct alias **place = place_of(name);
	if (*place)
		drop(place);
	struct alias *alias = calloc(1, sizeof *alias);
	if (alias == NULL)
		fail("Out of space");
	alias->name = strdup(name);
	alias->text = strdup(text);
	alias->next = aliases;
	aliases = alias;
}

static void print(const struct alias *alias)
{
	printf("%s=", alias->name);
	print_quoted(alias->text);
	putchar('\n');
}

static int missing(const char *command, const char *name)
{
	fflush(stdout);
	fprintf(stderr, "%s: %s not found\n", command, name);
	return 1;
}

int alias_command(int argc, char **argv)
{
	int result = 0;
	if (argc == 1)
		for (struct alias *alias = aliases; alias; alias = alias->next)
			print(alias);
	for (int i = 1; i < argc; i++) {
		char *equals = *argv[i] ? strchr(argv[i] + 1, '=') : NULL;
		struct alias *alias = *place_of(argv[i]);
		if (equals)
			set_alias(keep_text(argv[i], equals - argv[i]), equals + 1);
		else if (alias)
			print(alias);
		else
			result = missing("alias", argv[i]);
	}
	return result;
}

int unalias_command(int argc, char **argv)
{
	int result = 0;
	int at = 1;
	if (next_option(argc, argv, &at, "a")) {
		while (aliases)
			drop(&aliases);
		return 0;
	}
	for (; at < argc; at++) {
		struct alias **place = place_of(argv[at]);
		if (*place)
			drop(place);
		else
			result = missing("unalias", argv[at]);
	}
	return result;
}
