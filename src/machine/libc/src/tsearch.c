// tsearch, tfind, tdelete, twalk, tdestroy: a search tree, red and black, with the shape that glibc's has.
#define _GNU_SOURCE
#include <search.h>
#include <stdlib.h>

struct node {
	const void *key;
	struct node *child[2];
	int red;
};

/* Enough for every tree that fits into memory: its height is at most twice the logarithm of its size. */
#define DEEPEST 80

static int is_red(const struct node *node)
{
	return node != NULL && node->red;
}

/* Puts the child at `place` on `side` above it, and in its colour; the lower one becomes red. */
static void rotate(struct node **place, int side)
{
	struct node *lower = *place, *upper = lower->child[side];
	lower->child[side] = upper->child[!side];
	upper->child[!side] = lower;
	upper->red = lower->red;
	lower->red = 1;
	*place = upper;
}

void *tfind(const void *key, void *const *root, int (*compare)(const void *, const void *))
{
	struct node *node = root == NULL ? NULL : *root;
	while (node != NULL) {
		int order = compare(key, node->key);
		if (order == 0)
			break;
		node = node->child[order > 0];
	}
	return node;
}

/* A node has become red on `side` of its parent, which stands on `parent_side` of `grandparent`: no two reds in a row. */
static void part_reds(struct node **grandparent, int parent_side, int side)
{
	struct node **parent = &(*grandparent)->child[parent_side];
	if (!(*parent)->red)
		return;
	if (side != parent_side)
		rotate(parent, side);
	rotate(grandparent, parent_side);
}

void *tsearch(const void *key, void **root, int (*compare)(const void *, const void *))
{
	if (root == NULL)
		return NULL;
	struct node **place = (struct node **)root, **parent = NULL, **grandparent = NULL;
	int side = 0, parent_side = 0;
	if (*place != NULL)
		(*place)->red = 0;
	while (*place != NULL) {
		struct node *node = *place;
		int order = compare(key, node->key);
		if (order == 0)
			return node;
		if (is_red(node->child[0]) && is_red(node->child[1])) {
			node->red = 1;
			node->child[0]->red = node->child[1]->red = 0;
			if (grandparent != NULL)
				part_reds(grandparent, parent_side, side);
		}
		grandparent = parent;
		parent = place;
		parent_side = side;
		side = order > 0;
		place = &node->child[side];
	}
	struct node *own = malloc(sizeof *own);
	if (own == NULL)
		return NULL;
	*own = (struct node){.key = key, .red = parent != NULL};
	*place = own;
	if (grandparent != NULL)
		part_reds(grandparent, parent_side, side);
	return own;
}

/* One black is missing on `side` below `path[depth]`; `path` has room for one more. */
static void add_black(struct node **path[], int depth, int side)
{
	for (;;) {
		struct node *parent = *path[depth];
		if (is_red(parent->child[side])) {
			parent->child[side]->red = 0;
			return;
		}
		if (parent->child[!side]->red) {
			rotate(path[depth], !side);
			path[depth + 1] = &(*path[depth])->child[side];
			depth++;
		}
		struct node *beside = parent->child[!side];
		if (is_red(beside->child[0]) || is_red(beside->child[1])) {
			if (!is_red(beside->child[!side]))
				rotate(&parent->child[!side], side);
			rotate(path[depth], !side);
			(*path[depth])->child[0]->red = (*path[depth])->child[1]->red = 0;
			return;
		}
		beside->red = 1;
		if (parent->red || depth == 0) {
			parent->red = 0;
			return;
		}
		depth--;
		side = (*path[depth])->child[1] == parent;
	}
}

void *tdelete(const void *key, void **root, int (*compare)(const void *, const void *))
{
	if (root == NULL || *root == NULL)
		return NULL;
	struct node **path[DEEPEST], **place = (struct node **)root, *parent = *place;
	int depth = 0, order;
	while ((order = compare(key, (*place)->key)) != 0) {
		parent = *place;
		path[depth++] = place;
		place = &parent->child[order > 0];
		if (*place == NULL)
			return NULL;
	}
	/* A node with two children stays, with the key of the next one, which goes in its place. */
	struct node *node = *place;
	if (node->child[0] != NULL && node->child[1] != NULL) {
		path[depth++] = place;
		for (place = &node->child[1]; (*place)->child[0] != NULL; place = &(*place)->child[0])
			path[depth++] = place;
	}
	struct node *gone = *place;
	node->key = gone->key;
	*place = gone->child[gone->child[0] == NULL];
	if (!gone->red) {
		if (depth > 0)
			add_black(path, depth - 1, place == &(*path[depth - 1])->child[1]);
		else if (*place != NULL)
			(*place)->red = 0;
	}
	free(gone);
	return parent;
}

static void walk(const struct node *node, void (*action)(const void *, VISIT, int), int level)
{
	if (node->child[0] == NULL && node->child[1] == NULL) {
		action(node, leaf, level);
		return;
	}
	action(node, preorder, level);
	if (node->child[0] != NULL)
		walk(node->child[0], action, level + 1);
	action(node, postorder, level);
	if (node->child[1] != NULL)
		walk(node->child[1], action, level + 1);
	action(node, endorder, level);
}

void twalk(const void *root, void (*action)(const void *node, VISIT order, int level))
{
	if (root != NULL && action != NULL)
		walk(root, action, 0);
}

static void walk_with(const struct node *node, void (*action)(const void *, VISIT, void *), void *closure)
{
	if (node->child[0] == NULL && node->child[1] == NULL) {
		action(node, leaf, closure);
		return;
	}
	action(node, preorder, closure);
	if (node->child[0] != NULL)
		walk_with(node->child[0], action, closure);
	action(node, postorder, closure);
	if (node->child[1] != NULL)
		walk_with(node->child[1], action, closure);
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
	if (node == NULL)
		return;
	tdestroy(node->child[0], free_node);
	tdestroy(node->child[1], free_node);
	free_node((void *)node->key);
	free(node);
}
