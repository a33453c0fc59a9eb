// The users: root, the one who works here, and three for lessons, as /etc/passwd of a fresh system would have them.
#include <errno.h>
#include <pwd.h>
#include <string.h>

static struct passwd users[] = {
	{"root", "x", 0, 0, "root", "/root", "/bin/bash"},
	{"user", "x", 1000, 1000, "", "/home/student", "/bin/sh"},
	{"ann", "x", 1001, 1001, "", "/home/ann", "/bin/sh"},
	{"bob", "x", 1002, 1002, "", "/home/bob", "/bin/sh"},
	{"mal", "x", 1003, 1003, "", "/home/mal", "/bin/sh"},
};

#define COUNT ((int)(sizeof users / sizeof *users))

static int next;

void setpwent(void)
{
	next = 0;
}

void endpwent(void)
{
	next = 0;
}

struct passwd *getpwent(void)
{
	return next < COUNT ? &users[next++] : NULL;
}

struct passwd *getpwnam(const char *name)
{
	for (int i = 0; i < COUNT; i++)
		if (strcmp(users[i].pw_name, name) == 0)
			return &users[i];
	return NULL;
}

struct passwd *getpwuid(uid_t uid)
{
	for (int i = 0; i < COUNT; i++)
		if (users[i].pw_uid == uid)
			return &users[i];
	return NULL;
}

// The texts are constants: the caller's buffer is only asked for its size.
static int found(struct passwd *user, struct passwd *copy, size_t size, struct passwd **result)
{
	*result = NULL;
	if (user == NULL)
		return 0;
	if (size < 64)
		return errno = ERANGE;
	*copy = *user;
	*result = copy;
	return 0;
}

int getpwent_r(struct passwd *user, char *buffer, size_t size, struct passwd **result)
{
	(void)buffer;
	int error = found(next < COUNT ? &users[next] : NULL, user, size, result);
	if (*result)
		next++;
	return error == 0 && *result == NULL ? ENOENT : error;
}

int getpwnam_r(const char *name, struct passwd *user, char *buffer, size_t size, struct passwd **result)
{
	(void)buffer;
	return found(getpwnam(name), user, size, result);
}

int getpwuid_r(uid_t uid, struct passwd *user, char *buffer, size_t size, struct passwd **result)
{
	(void)buffer;
	return found(getpwuid(uid), user, size, result);
}
