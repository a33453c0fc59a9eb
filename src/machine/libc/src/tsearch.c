// tsearch, tfind, tdelete, twalk, tdestroy: a search tree. It is kept balanced as a treap, so its shape is not glibc's.
#define _GNU_SOURCE
#include <search.h>
#include <stdlib.h>

struct node {
	const void *key;
	struct node *left;
	struct node *right;
	unsigned int rank;
};

static unsigned int next_rank(void)
{
	static unsigned int state = 1;
	state = state * 1664525 + 1013904223;
	return state >> 1;
}

/* Everything before `key` and everything after it. */
static void split(struct node *tree, const void *key, int (*compare)(const void *, const void *), struct node **before,
	struct node **after)
{
	while (tree != NULL) {
		if (compare(key, tree->key) < 0) {
			*after = tree;
			after = &tree->left;
			tree = tree->left;
		} else {
			*before = tree;
			before = &tree->right;
			tree = tree->right;
		}
	}
	*before = *after = NULL;
}

static struct node *joined(struct node *before, struct node *after)
{
	struct node *tree, **place = &tree;
	while (before != NULL && after != NULL) {
		if (before->rank > after->rank) {
			*place = before;
			place = &before->right;
			before = before->right;
		} else {
			*place = after;
			place = &after->left;
			after = after->left;
		}
	}
	*place = before != NULL ? before : after;
	return tree;
}

void *tfind(const void *key, void *const *root, int (*compare)(const void *, const void *))
{
	struct node *node = root == NULL ? NULL : *root;
	while (node != NULL) {
		int order = compare(key, node->key);
		if (order == 0)
			break;
		node = order < 0 ? node->left : node->right;
	}
	return node;
}

void *tsearch(const void *key, void **root, int (*compare)(const void *, const void *))
{
	if (root == NULL)
		return NULL;
	struct node *own = tfind(key, root, compare);
	if (own != NULL)
		return own;
	own = malloc(sizeof *own);
	if (own == NULL)
		return NULL;
	own->key = key;
	own->rank = next_rank();
	struct node **place = (struct node **)root;
	while (*place != NULL && (*place)->rank >= own->rank)
		place = compare(key, (*place)->key) < 0 ? &(*place)->left : &(*place)->right;
	split(*place, key, compare, &own->left, &own->right);
	*place = own;
	return own;
}

void *tdelete(const void *key, void **root, int (*compare)(const void *, const void *))
{
	if (root == NULL || *root == NULL)
		return NULL;
	struct node **place = (struct node **)root, *parent = *place;
	while (*place != NULL) {
		int order = compare(key, (*place)->key);
		if (order == 0) {
			struct node *gone = *place;
			*place = joined(gone->left, gone->right);
			free(gone);
			return parent;
		}
		parent = *place;
		place = order < 0 ? &parent->left : &parent->right;
	}
	return NULL;
}

static void walk(const struct node *node, void (*action)(const void *, VISIT, int), int level)
{
	if (node->left == NULL && node->right == NULL) {
		action(node, leaf, level);
		return;
	}
	action(node, preorder, level);
	if (node->left != NULL)
		walk(node->left, action, level + 1);
	action(node, postorder, level);
	if (node->right != NULL)
		walk(node->right, action, level + 1);
	action(node, endorder, level);
}

void twalk(const void *root, void (*action)(const void *node, VISIT order, int level))
{
	if (root != NULL && action != NULL)
		walk(root, action, 0);
}

static void walk_with(const struct node *node, void (*action)(const void *, VISIT, void *), void *closure)
{
	if (node->left == NULL && node->right == NULL) {
		action(node, leaf, closure);
		return;
	}
	action(node, preorder, closure);
	if (node->left != NULL)
		walk_with(node->left, action, closure);
	action(node, postorder, closure);
	if (node->right != NULL)
		walk_with(node->right, action, closure);
	action(node, endorder, closure);
}

void twalk_r(const void *root, void (*action)(const void *node, VISIT order, void *closure), void *closure)
{
	if (root != NULL && action != NULL)
		walk_with(root, action, closure);
}

void tdestroy(void *root, void (*free_node)(void *node))
{
	struct node *node = root;
	while (node != NULL) {
		tdestroy(node->left, free_node);
		struct node *right = node->right;
		free_node((void *)node->key);
		free(node);
		node = right;
	}
}
