// Search trees: how deep twalk says that each key stands, while keys come and go; what tdelete and tdestroy tell.
#define _GNU_SOURCE
#include <search.h>
#include <stdio.h>
#include <stdlib.h>

static void *root;
static char keys[256];

static int compare(const void *a, const void *b)
{
	return *(const char *)a - *(const char *)b;
}

static void show(const void *node, VISIT order, int depth)
{
	if (order == postorder || order == leaf)
		printf("%c%d%s ", **(char *const *)node, depth, order == leaf ? "" : "*");
}

static void show_order(const void *node, VISIT order, void *counts)
{
	((int *)counts)[order]++;
}

static void freed(void *key)
{
	putchar(*(char *)key);
}

static void shape(const char *after)
{
	printf("%s: ", after);
	twalk(root, show);
	putchar('\n');
}

static void insert(const char *letters)
{
	for (const char *letter = letters; *letter != 0; letter++)
		tsearch(&keys[(unsigned char)*letter], &root, compare);
	shape(letters);
}

static void drop(const char *letters)
{
	for (const char *letter = letters; *letter != 0; letter++) {
		char **parent = tdelete(letter, &root, compare);
		int left = root != NULL && parent != NULL && tfind(*parent, &root, compare) == parent;
		printf("%c%c ", *letter, parent == NULL ? '-' : left ? **parent : '?');
	}
	shape(letters);
}

int main(void)
{
	int counts[4] = {0};
	for (int i = 0; i < 256; i++)
		keys[i] = i;
	insert("mcxa");
	insert("bdefghijkl");
	insert("zyw");
	insert("m");
	drop("q");
	drop("a");
	drop("m");
	drop("xzc");
	insert("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	drop("PHDBACG");
	drop("ZXYWVUTS");
	unsigned int state = 7;
	for (int i = 0; i < 400; i++) {
		state = state * 1103515245 + 12345;
		const char *key = &keys[32 + state / 65536 % 90];
		if (state >> 31)
			tsearch(key, &root, compare);
		else
			tdelete(key, &root, compare);
		if (i % 20 == 0)
			shape("chance");
	}
	twalk_r(root, show_order, counts);
	printf("%d %d %d %d\n", counts[0], counts[1], counts[2], counts[3]);
	tdestroy(root, freed);
	putchar('\n');
	root = NULL;
	drop("a");
	insert("ab");
	drop("ba");
	return root != NULL;
}
