// The heap's own last words: what glibc finds when blocks are freed twice, at a wrong place, or after their edges were written over.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#pragma GCC diagnostic ignored "-Wpragmas"
#pragma GCC diagnostic ignored "-Wfree-nonheap-object"
#pragma GCC diagnostic ignored "-Wuse-after-free"
#pragma GCC diagnostic ignored "-Warray-bounds"
#pragma GCC diagnostic ignored "-Wunused-variable"

static void twice(void)
{
	char *p = malloc(16);
	free(p);
	free(p);
}

static void twice_large(void)
{
	char *p = malloc(5000), *q = malloc(10);
	free(p);
	free(p);
	free(q);
}

static void twice_between(void)
{
	char *p[9];
	for (int i = 0; i < 9; i++)
		p[i] = malloc(24);
	for (int i = 0; i < 9; i++)
		free(p[i]);
	free(p[8]);
}

static void twice_top(void)
{
	char *p = malloc(5000);
	free(p);
	free(p);
}

static void middle(void)
{
	char *p = malloc(100);
	free(p + 4);
}

static void middle_of_zeros(void)
{
	char *p = calloc(100, 1);
	free(p + 16);
}

static void middle_of_fours(void)
{
	char *p = malloc(100);
	memset(p, 0, 100);
	p[8] = 16;
	free(p + 16);
}

static void on_the_stack(void)
{
	char b[64] = { 0 };
	free(b + 32);
}

static void before(void)
{
	int *a = malloc(40);
	a[-1] = 99;
	free(a);
}

static void text_into_the_next(void)
{
	char *a = malloc(8), *b = malloc(8);
	strcpy(a, "a text that is far too long for eight bytes");
	free(b);
	free(a);
}

static void into_the_top(void)
{
	char *a = malloc(8);
	strcpy(a, "a text that is far too long for eight bytes");
	free(a);
	malloc(5000);
}

static void zeros_into_the_top(void)
{
	char *a = malloc(8);
	memset(a, 0, 400);
	malloc(400);
}

static void letters_into_the_top(void)
{
	char *a = malloc(24);
	memset(a, 'A', 40);
	malloc(2000);
}

static void next_size_fast(void)
{
	char *p[9];
	for (int i = 0; i < 9; i++)
		p[i] = malloc(24);
	for (int i = 0; i < 7; i++)
		free(p[i]);
	memset(p[7], 0, 40);
	free(p[7]);
}

static void next_size_normal(void)
{
	char *p = malloc(2000), *q = malloc(2000), *r = malloc(10);
	memset(p, 0, 2016);
	q[-8] = 1;
	free(p);
	free(r);
}

static void freed_list(void)
{
	struct node {
		long value;
		struct node *next;
	} *head = NULL;
	for (int i = 0; i < 3; i++) {
		struct node *n = malloc(sizeof *n);
		n->value = i;
		n->next = head;
		head = n;
	}
	for (struct node *n = head; n != NULL; n = n->next)
		free(n);
}

static void closed_twice(void)
{
	FILE *f = fopen("/dev/null", "r");
	fclose(f);
	fclose(f);
}

static void realloc_middle(void)
{
	char *p = malloc(100);
	if (realloc(p + 8, 200) == NULL)
		exit(1);
}

static void realloc_freed(void)
{
	char *p = malloc(5000), *q = malloc(10);
	free(p);
	if (realloc(q + 16, 200) == NULL)
		exit(1);
}

static void realloc_next(void)
{
	char *p = malloc(24);
	memset(p, 0, 40);
	if (realloc(p, 200) == NULL)
		exit(1);
}

static void after_free(void)
{
	char *p = malloc(32);
	strcpy(p, "hello");
	free(p);
	exit(strcmp(p, "hello") == 0);
}

int main(void)
{
	static const struct {
		const char *name;
		void (*does)(void);
	} all[] = {
		{ "twice", twice },
		{ "twice, large", twice_large },
		{ "twice, after eight others", twice_between },
		{ "twice, the last one", twice_top },
		{ "the middle of a block", middle },
		{ "the middle of zeros", middle_of_zeros },
		{ "the middle, a size of 16", middle_of_fours },
		{ "an array", on_the_stack },
		{ "before a block", before },
		{ "a text into the next block", text_into_the_next },
		{ "a text into the top", into_the_top },
		{ "zeros into the top", zeros_into_the_top },
		{ "letters into the top", letters_into_the_top },
		{ "the next size, small", next_size_fast },
		{ "the next size, large", next_size_normal },
		{ "a list that is freed", freed_list },
		{ "a stream closed twice", closed_twice },
		{ "realloc of the middle", realloc_middle },
		{ "realloc of what is no block", realloc_freed },
		{ "realloc, the next size", realloc_next },
		{ "a freed block read", after_free },
	};
	for (int i = 0; i < (int)(sizeof all / sizeof all[0]); i++) {
		int status;
		fprintf(stderr, "%s: ", all[i].name);
		if (fork() == 0) {
			all[i].does();
			fprintf(stderr, "\n");
			_exit(0);
		}
		wait(&status);
		printf("%s: %s\n", all[i].name, WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "ends");
		fflush(stdout);
	}
	return 0;
}
