// ftw, nftw: a visit to everything in a tree of directories.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef int (*visitor)(const char *, const struct stat *, int);
typedef int (*placed_visitor)(const char *, const struct stat *, int, struct FTW *);

struct parent {
	const struct parent *next;
	ino_t inode;
};

struct walk {
	visitor plain;
	placed_visitor placed;
	int flags;
	char path[PATH_MAX];
	struct FTW place;
};

static int visit(struct walk *walk, const struct stat *status, int type)
{
	if (walk->placed)
		return walk->placed(walk->path, status, type, &walk->place);
	if (type == FTW_DP)
		type = FTW_D;
	return walk->plain(walk->path, status, type == FTW_SLN ? FTW_NS : type == FTW_SL ? FTW_F : type);
}

// How the file is named from the directory above it, or from where the walk begins.
static const char *name_of(const struct walk *walk, DIR *above)
{
	return walk->path + (above || walk->flags & FTW_CHDIR ? walk->place.base : 0);
}

static int type_of(struct walk *walk, DIR *above, struct stat *status)
{
	const char *name = name_of(walk, above);
	int from = above ? dirfd(above) : AT_FDCWD;
	int is_physical = walk->flags & FTW_PHYS;
	if (fstatat(from, name, status, is_physical ? AT_SYMLINK_NOFOLLOW : 0) == 0)
		return S_ISDIR(status->st_mode) ? FTW_D : S_ISLNK(status->st_mode) ? FTW_SL : FTW_F;
	int error = errno;
	if (!is_physical && error == ENOENT && fstatat(from, name, status, AT_SYMLINK_NOFOLLOW) == 0 &&
		S_ISLNK(status->st_mode))
		return FTW_SLN;
	errno = error;
	return error == EACCES || error == ENOENT ? FTW_NS : -1;
}

static DIR *open_directory(const struct walk *walk, DIR *above)
{
	const char *name = name_of(walk, above);
	if (above == NULL)
		return opendir(name);
	int fd = openat(dirfd(above), name, O_RDONLY | O_NONBLOCK | O_DIRECTORY);
	DIR *directory = fd == -1 ? NULL : fdopendir(fd);
	if (fd != -1 && directory == NULL)
		close(fd);
	return directory;
}

static int walk_from(struct walk *walk, const struct parent *parents, DIR *above);

static int walk_directory(struct walk *walk, const struct stat *status, const struct parent *parents, DIR *above)
{
	int result = 0;
	for (const struct parent *parent = parents; parent && !(walk->flags & FTW_PHYS); parent = parent->next)
		if (parent->inode == status->st_ino)
			return 0;
	DIR *directory = open_directory(walk, above);
	if (directory == NULL)
		return errno == EACCES ? visit(walk, status, FTW_DNR) : -1;
	if (!(walk->flags & FTW_DEPTH))
		result = visit(walk, status, FTW_D);
	if (result == 0 && walk->flags & FTW_CHDIR)
		result = fchdir(dirfd(directory));
	struct parent here = {parents, status->st_ino};
	struct FTW place = walk->place;
	size_t length = strlen(walk->path);
	size_t base = length == 1 && *walk->path == '/' ? 1 : length + 1;
	struct dirent *entry;
	while (result == 0 && (entry = readdir(directory)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (base + strlen(entry->d_name) >= sizeof walk->path) {
			errno = ENAMETOOLONG;
			result = -1;
			break;
		}
		walk->path[base - 1] = '/';
		strcpy(walk->path + base, entry->d_name);
		walk->place.base = base;
		walk->place.level = place.level + 1;
		result = walk_from(walk, &here, directory);
	}
	int error = errno;
	walk->path[length] = 0;
	walk->place = place;
	closedir(directory);
	errno = error;
	// glibc shows a directory that it leaves from inside.
	if (result == 0 && walk->flags & FTW_DEPTH)
		result = visit(walk, status, FTW_DP);
	if (result == 0 && walk->flags & FTW_CHDIR && above)
		result = fchdir(dirfd(above));
	return result;
}

static int walk_from(struct walk *walk, const struct parent *parents, DIR *above)
{
	struct stat status;
	int type = type_of(walk, above, &status);
	if (type == -1 || (type == FTW_NS && above == NULL))
		return -1;
	return type == FTW_D ? walk_directory(walk, &status, parents, above) : visit(walk, &status, type);
}

// FTW_CHDIR: to the directory that holds what the walk begins with.
static int go_to(char *path, int base)
{
	if (base <= 1)
		return base == 1 ? chdir("/") : 0;
	path[base - 1] = 0;
	int result = chdir(path);
	path[base - 1] = '/';
	return result;
}

static int start(const char *path, visitor plain, placed_visitor placed, int flags)
{
	size_t length = strlen(path);
	if (length == 0 || length >= PATH_MAX) {
		errno = length == 0 ? ENOENT : ENAMETOOLONG;
		return -1;
	}
	struct walk *walk = malloc(sizeof *walk);
	if (walk == NULL)
		return -1;
	*walk = (struct walk){.plain = plain, .placed = placed, .flags = flags};
	strcpy(walk->path, path);
	while (length > 1 && walk->path[length - 1] == '/')
		walk->path[--length] = 0;
	const char *slash = strrchr(walk->path, '/');
	walk->place.base = slash && slash[1] ? slash - walk->path + 1 : 0;
	int home = -1;
	int result = 0;
	if (flags & FTW_CHDIR) {
		home = open(".", O_RDONLY | O_DIRECTORY);
		result = home == -1 ? -1 : go_to(walk->path, walk->place.base);
	}
	if (result == 0)
		result = walk_from(walk, NULL, NULL);
	int error = errno;
	if (home != -1) {
		if (fchdir(home) == -1)
			result = -1;
		close(home);
	}
	free(walk);
	errno = error;
	return result;
}

int ftw(const char *path, visitor visit_it, int descriptors)
{
	(void)descriptors;
	return start(path, visit_it, NULL, 0);
}

int nftw(const char *path, placed_visitor visit_it, int descriptors, int flags)
{
	(void)descriptors;
	return start(path, NULL, visit_it, flags);
}
