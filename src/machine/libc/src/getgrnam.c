// The groups: one for each user.
#include <errno.h>
#include <grp.h>
#include <string.h>
#include <unistd.h>

static char *nobody[] = {NULL};
static struct group groups[] = {
	{"root", "x", 0, nobody},
	{"user", "x", 1000, nobody},
	{"ann", "x", 1001, nobody},
	{"bob", "x", 1002, nobody},
	{"mal", "x", 1003, nobody},
};

#define COUNT ((int)(sizeof groups / sizeof *groups))

static int next;

void setgrent(void)
{
	next = 0;
}

void endgrent(void)
{
	next = 0;
}

struct group *getgrent(void)
{
	return next < COUNT ? &groups[next++] : NULL;
}

struct group *getgrnam(const char *name)
{
	for (int i = 0; i < COUNT; i++)
		if (strcmp(groups[i].gr_name, name) == 0)
			return &groups[i];
	return NULL;
}

struct group *getgrgid(gid_t gid)
{
	for (int i = 0; i < COUNT; i++)
		if (groups[i].gr_gid == gid)
			return &groups[i];
	return NULL;
}

static int found(struct group *group, struct group *copy, size_t size, struct group **result)
{
	*result = NULL;
	if (group == NULL)
		return 0;
	if (size < 64)
		return errno = ERANGE;
	*copy = *group;
	*result = copy;
	return 0;
}

int getgrent_r(struct group *group, char *buffer, size_t size, struct group **result)
{
	(void)buffer;
	int error = found(next < COUNT ? &groups[next] : NULL, group, size, result);
	if (*result)
		next++;
	return error == 0 && *result == NULL ? ENOENT : error;
}

int getgrnam_r(const char *name, struct group *group, char *buffer, size_t size, struct group **result)
{
	(void)buffer;
	return found(getgrnam(name), group, size, result);
}

int getgrgid_r(gid_t gid, struct group *group, char *buffer, size_t size, struct group **result)
{
	(void)buffer;
	return found(getgrgid(gid), group, size, result);
}

int getgrouplist(const char *user, gid_t group, gid_t *groups, int *count)
{
	(void)user;
	int room = *count;
	*count = 1;
	if (room < 1)
		return -1;
	*groups = group;
	return 1;
}

int initgroups(const char *user, gid_t group)
{
	(void)user;
	return setgroups(1, &group);
}
