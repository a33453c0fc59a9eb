// A walk over trees of directories, entry by entry. It never changes the directory: each entry is reached by its whole path.
#include <dirent.h>
#include <errno.h>
#include <fts.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct _fts {
	FTSENT *at;
	// What fts_children has read already of the directory where the walk is.
	FTSENT *children;
	int is_read;
	FTSENT root; // the parent of all paths
	int options;
	int (*compare)(const FTSENT **, const FTSENT **);
	int has_ended;
};

static FTSENT *make(FTSENT *parent, const char *path, const char *name)
{
	size_t length = strlen(path), name_length = strlen(name);
	int has_slash = length == 0 || path[length - 1] == '/';
	FTSENT *entry = calloc(1, sizeof *entry + name_length);
	char *whole = malloc(length + name_length + 2);
	struct stat *status = malloc(sizeof *status);
	if (entry == NULL || whole == NULL || status == NULL) {
		free(entry);
		free(whole);
		free(status);
		return NULL;
	}
	strcpy(entry->fts_name, name);
	entry->fts_namelen = name_length;
	strcpy(whole, path);
	if (!has_slash)
		strcat(whole, "/");
	strcat(whole, name);
	entry->fts_path = entry->fts_accpath = whole;
	entry->fts_pathlen = strlen(whole);
	entry->fts_parent = parent;
	entry->fts_level = parent->fts_level + 1;
	entry->fts_statp = status;
	entry->fts_instr = FTS_NOINSTR;
	return entry;
}

static void drop(FTSENT *entry)
{
	if (entry == NULL)
		return;
	free(entry->fts_path);
	free(entry->fts_statp);
	free(entry);
}

static void drop_list(FTSENT *entry)
{
	while (entry) {
		FTSENT *next = entry->fts_link;
		drop(entry);
		entry = next;
	}
}

static int is_dot(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

// What kind of entry it is: FTS_D and so on.
static int look(FTS *walk, FTSENT *entry, int follow)
{
	struct stat *status = entry->fts_statp;
	int logical = follow || walk->options & FTS_LOGICAL;
	if ((logical ? stat : lstat)(entry->fts_path, status) == -1) {
		int why = errno;
		if (logical && lstat(entry->fts_path, status) == 0) {
			errno = 0;
			return FTS_SLNONE;
		}
		entry->fts_errno = why;
		memset(status, 0, sizeof *status);
		return FTS_NS;
	}
	entry->fts_dev = status->st_dev;
	entry->fts_ino = status->st_ino;
	entry->fts_nlink = status->st_nlink;
	if (S_ISDIR(status->st_mode)) {
		if (is_dot(entry->fts_name) && entry->fts_level > FTS_ROOTLEVEL)
			return FTS_DOT;
		for (FTSENT *above = entry->fts_parent; above && above->fts_level >= FTS_ROOTLEVEL; above = above->fts_parent)
			if (above->fts_ino == status->st_ino && above->fts_dev == status->st_dev) {
				entry->fts_cycle = above;
				return FTS_DC;
			}
		return FTS_D;
	}
	return S_ISLNK(status->st_mode) ? FTS_SL : S_ISREG(status->st_mode) ? FTS_F : FTS_DEFAULT;
}

static int (*order)(const FTSENT **, const FTSENT **);

static int by_order(const void *a, const void *b)
{
	return order((const FTSENT **)a, (const FTSENT **)b);
}

static FTSENT *sort(FTS *walk, FTSENT *list, int count)
{
	FTSENT **all = walk->compare && count > 1 ? malloc(count * sizeof *all) : NULL;
	if (all == NULL)
		return list;
	int i = 0;
	for (FTSENT *entry = list; entry; entry = entry->fts_link)
		all[i++] = entry;
	order = walk->compare;
	qsort(all, count, sizeof *all, by_order);
	for (i = 0; i < count; i++)
		all[i]->fts_link = i + 1 < count ? all[i + 1] : NULL;
	list = all[0];
	free(all);
	return list;
}

FTS *fts_open(char *const *paths, int options, int (*compare)(const FTSENT **, const FTSENT **))
{
	if (options & ~0xff) {
		errno = EINVAL;
		return NULL;
	}
	FTS *walk = calloc(1, sizeof *walk);
	if (walk == NULL)
		return NULL;
	walk->options = options;
	walk->compare = compare;
	walk->root.fts_level = FTS_ROOTPARENTLEVEL;
	FTSENT **end = &walk->children;
	int count = 0;
	for (; *paths; paths++, count++) {
		FTSENT *entry = **paths ? make(&walk->root, "", *paths) : NULL;
		if (entry == NULL) {
			if (**paths == 0)
				errno = ENOENT;
			drop_list(walk->children);
			free(walk);
			return NULL;
		}
		entry->fts_info = look(walk, entry, options & FTS_COMFOLLOW);
		*end = entry;
		end = &entry->fts_link;
	}
	walk->children = sort(walk, walk->children, count);
	return walk;
}

// The entries of a directory; NULL with fts_errno when it cannot be read.
static FTSENT *read_directory(FTS *walk, FTSENT *parent)
{
	FTSENT *list = NULL, **end = &list;
	int count = 0;
	DIR *directory = opendir(parent->fts_path);
	if (directory == NULL) {
		parent->fts_errno = errno;
		parent->fts_info = FTS_DNR;
		return NULL;
	}
	for (struct dirent *found; (found = readdir(directory)) != NULL;) {
		if (is_dot(found->d_name) && !(walk->options & FTS_SEEDOT))
			continue;
		FTSENT *entry = make(parent, parent->fts_path, found->d_name);
		if (entry == NULL)
			break;
		entry->fts_info = look(walk, entry, 0);
		*end = entry;
		end = &entry->fts_link;
		count++;
	}
	closedir(directory);
	return sort(walk, list, count);
}

static FTSENT *arrive(FTS *walk, FTSENT *entry)
{
	walk->at = entry;
	walk->children = NULL;
	walk->is_read = 0;
	// A path that was given is called by its last part once the walk is there.
	char *slash = entry->fts_level == FTS_ROOTLEVEL ? strrchr(entry->fts_name, '/') : NULL;
	if (slash && (slash != entry->fts_name || slash[1])) {
		memmove(entry->fts_name, slash + 1, strlen(slash));
		entry->fts_namelen = strlen(entry->fts_name);
	}
	return entry;
}

FTSENT *fts_read(FTS *walk)
{
	FTSENT *at = walk->at;
	if (walk->has_ended)
		return NULL;
	if (at == NULL) {
		FTSENT *first = walk->children;
		walk->has_ended = first == NULL;
		return first ? arrive(walk, first) : NULL;
	}
	int instruction = at->fts_instr;
	at->fts_instr = FTS_NOINSTR;
	if (instruction == FTS_AGAIN) {
		at->fts_info = look(walk, at, 0);
		return at;
	}
	if (instruction == FTS_FOLLOW && (at->fts_info == FTS_SL || at->fts_info == FTS_SLNONE)) {
		at->fts_info = look(walk, at, 1);
		return at;
	}
	if (at->fts_info == FTS_D) {
		int other = walk->options & FTS_XDEV && at->fts_level > FTS_ROOTLEVEL && at->fts_dev != at->fts_parent->fts_dev;
		if (instruction == FTS_SKIP || other) {
			drop_list(walk->children);
			walk->children = NULL;
			at->fts_info = FTS_DP;
			return at;
		}
		FTSENT *first = walk->is_read ? walk->children : read_directory(walk, at);
		if (first)
			return arrive(walk, first);
		if (at->fts_info != FTS_DNR)
			at->fts_info = FTS_DP;
		return at;
	}
	FTSENT *parent = at->fts_parent, *next = at->fts_link;
	while (next && next->fts_instr == FTS_SKIP) {
		FTSENT *skipped = next;
		next = next->fts_link;
		drop(skipped);
	}
	drop(at);
	if (next) {
		if (next->fts_instr == FTS_FOLLOW) {
			next->fts_instr = FTS_NOINSTR;
			next->fts_info = look(walk, next, 1);
		}
		return arrive(walk, next);
	}
	if (parent->fts_level == FTS_ROOTPARENTLEVEL) {
		walk->at = NULL;
		walk->children = NULL;
		walk->has_ended = 1;
		errno = 0;
		return NULL;
	}
	arrive(walk, parent);
	parent->fts_info = parent->fts_errno ? FTS_ERR : FTS_DP;
	return parent;
}

int fts_set(FTS *walk, FTSENT *entry, int instruction)
{
	(void)walk;
	if (instruction != 0 && (instruction < FTS_AGAIN || instruction > FTS_SKIP)) {
		errno = EINVAL;
		return 1;
	}
	entry->fts_instr = instruction;
	return 0;
}

FTSENT *fts_children(FTS *walk, int options)
{
	if (options != 0 && options != FTS_NAMEONLY) {
		errno = EINVAL;
		return NULL;
	}
	errno = 0;
	if (walk->has_ended)
		return NULL;
	if (walk->at == NULL)
		return walk->children;
	if (walk->at->fts_info != FTS_D)
		return NULL;
	if (!walk->is_read) {
		walk->children = read_directory(walk, walk->at);
		walk->is_read = 1;
		if (walk->at->fts_info == FTS_DNR)
			errno = walk->at->fts_errno;
	}
	return walk->children;
}

int fts_close(FTS *walk)
{
	drop_list(walk->children);
	for (FTSENT *at = walk->at; at && at->fts_level >= FTS_ROOTLEVEL;) {
		FTSENT *above = at->fts_parent;
		drop_list(at);
		at = above;
	}
	free(walk);
	return 0;
}
