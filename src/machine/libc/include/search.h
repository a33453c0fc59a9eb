// <search.h>: hash tables, trees, linked lists and linear search.
#ifndef _SEARCH_H
#define _SEARCH_H

#include <bits/null.h>

typedef int (*__compar_fn_t)(const void *, const void *);
typedef __compar_fn_t comparison_fn_t;
typedef enum {
	FIND,
	ENTER
} ACTION;
typedef struct entry {
	char *key;
	void *data;
} ENTRY;
typedef enum {
	preorder,
	postorder,
	endorder,
	leaf
} VISIT;

int hcreate(size_t count);
void hdestroy(void);
ENTRY *hsearch(ENTRY item, ACTION action);
void insque(void *element, void *previous);
void *lfind(const void *key, const void *base, size_t *count, size_t size,
	int (*compare)(const void *, const void *));
void *lsearch(const void *key, void *base, size_t *count, size_t size, int (*compare)(const void *, const void *));
void remque(void *element);
void *tdelete(const void *key, void **root, int (*compare)(const void *, const void *));
void *tfind(const void *key, void *const *root, int (*compare)(const void *, const void *));
void *tsearch(const void *key, void **root, int (*compare)(const void *, const void *));
void twalk(const void *root, void (*action)(const void *node, VISIT order, int level));
#ifdef _GNU_SOURCE
struct qelem {
	struct qelem *q_forw;
	struct qelem *q_back;
	char q_data[1];
};
struct hsearch_data {
	void *table;
	unsigned int size;
	unsigned int filled;
};
int hcreate_r(size_t count, struct hsearch_data *table);
void hdestroy_r(struct hsearch_data *table);
int hsearch_r(ENTRY item, ACTION action, ENTRY **result, struct hsearch_data *table);
void tdestroy(void *root, void (*free_node)(void *node));
void twalk_r(const void *root, void (*action)(const void *node, VISIT order, void *closure), void *closure);
#endif

#endif
