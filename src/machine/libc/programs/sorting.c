// qsort, bsearch, and the sequences of rand: the comparisons and the numbers are glibc's.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct item {
	int key, place;
};
static long compared;

static int by_key(const void *a, const void *b)
{
	const struct item *left = a, *right = b;
	compared = compared * 31 + left->place * 7 + right->place;
	return left->key - right->key;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int main(void)
{
	struct item items[300];
	for (int i = 0; i < 300; i++) {
		items[i].key = rand() % 40;
		items[i].place = i;
	}
	qsort(items, 300, sizeof *items, by_key);
	for (int i = 0; i < 300; i += 7)
		printf("%d:%d ", items[i].key, items[i].place);
	printf("%ld\n", compared);
	char *words[] = {"pipe", "fork", "wait", "exec", "read", "dup", "kill"};
	qsort(words, 7, sizeof *words, by_text);
	for (int i = 0; i < 7; i++)
		printf("%s ", words[i]);
	char *key = "kill", *other = "open";
	printf("%d %d\n", (int)((char **)bsearch(&key, words, 7, sizeof *words, by_text) - words),
		bsearch(&other, words, 7, sizeof *words, by_text) == NULL);
	static const unsigned seeds[] = {0, 1, 2, 42, 123456789, 4294967295u};
	for (int s = 0; s < 6; s++) {
		srand(seeds[s]);
		printf("%u:", seeds[s]);
		for (int i = 0; i < 12; i++)
			printf(" %d", rand());
		unsigned own = seeds[s];
		srand48(seeds[s]);
		printf(" | %d %d | %ld %ld %.9f | %ld\n", rand_r(&own), rand_r(&own), lrand48(), mrand48(), drand48(), random());
	}
	return 0;
}
