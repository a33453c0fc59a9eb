// hcreate, hsearch, hdestroy: a hash table of strings. Keys and data are the caller's.
#define _GNU_SOURCE
#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

static struct hsearch_data only;

int hcreate_r(size_t count, struct hsearch_data *table)
{
	if (table == NULL) {
		errno = EINVAL;
		return 0;
	}
	if (table->table != NULL)
		return 0;
	table->size = (unsigned int)(count < 3 ? 3 : count | 1);
	table->filled = 0;
	table->table = calloc(table->size, sizeof(ENTRY));
	return table->table != NULL;
}

int hcreate(size_t count)
{
	return hcreate_r(count, &only);
}

void hdestroy_r(struct hsearch_data *table)
{
	free(table->table);
	table->table = NULL;
}

void hdestroy(void)
{
	hdestroy_r(&only);
}

int hsearch_r(ENTRY item, ACTION action, ENTRY **result, struct hsearch_data *table)
{
	ENTRY *entries = table->table;
	unsigned int hash = 5381;
	for (const char *c = item.key; *c != '\0'; c++)
		hash = hash * 33 + (unsigned char)*c;
	for (unsigned int i = 0; i < table->size; i++) {
		ENTRY *entry = &entries[(hash % table->size + i) % table->size];
		if (entry->key == NULL) {
			if (action == FIND)
				break;
			*entry = item;
			table->filled++;
			*result = entry;
			return 1;
		}
		if (strcmp(entry->key, item.key) == 0) {
			*result = entry;
			return 1;
		}
	}
	errno = action == FIND ? ESRCH : ENOMEM;
	*result = NULL;
	return 0;
}

ENTRY *hsearch(ENTRY item, ACTION action)
{
	ENTRY *result;
	hsearch_r(item, action, &result, &only);
	return result;
}
