#include <stdio.h>

// Linked lists, trees, and malloc.
#include <stdlib.h>
#include <string.h>
struct node { struct node *left, *right; char *key; int count; };
static struct node *insert(struct node *t, const char *key)
{
	if (t == NULL) {
		t = calloc(1, sizeof *t);
		t->key = malloc(strlen(key) + 1);
		strcpy(t->key, key);
	}
	int order = strcmp(key, t->key);
	if (order == 0)
		t->count++;
	else if (order < 0)
		t->left = insert(t->left, key);
	else
		t->right = insert(t->right, key);
	return t;
}
static void walk(const struct node *t, int depth)
{
	if (t == NULL)
		return;
	walk(t->left, depth + 1);
	printf("%*s%s %d\n", depth * 2, "", t->key, t->count);
	walk(t->right, depth + 1);
}
static void drop(struct node *t)
{
	if (t) {
		drop(t->left);
		drop(t->right);
		free(t->key);
		free(t);
	}
}
struct flexible { int n; int values[]; };
static int descending(const void *a, const void *b) { return *(const int *)b - *(const int *)a; }
int main(void)
{
	const char *words[] = { "the", "cat", "and", "the", "dog", "and", "the", "bird" };
	struct node *tree = NULL;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		tree = insert(tree, words[i]);
	walk(tree, 0);
	drop(tree);
	struct flexible *f = malloc(sizeof *f + 5 * sizeof f->values[0]);
	f->n = 5;
	for (int i = 0; i < f->n; i++)
		f->values[i] = i * 7 % 5;
	qsort(f->values, f->n, sizeof(int), descending);
	for (int i = 0; i < f->n; i++)
		printf("%d ", f->values[i]);
	printf("\n");
	int *grown = NULL, capacity = 0, used = 0;
	for (int i = 0; i < 100; i++) {
		if (used == capacity)
			grown = realloc(grown, (capacity = capacity ? capacity * 2 : 4) * sizeof *grown);
		grown[used++] = i * i;
	}
	printf("%d %d %d\n", grown[99], used, capacity);
	free(grown);
	free(f);
	return 0;
}
