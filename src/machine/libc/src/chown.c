// Giving files away: only root may; an ordinary user may name itself.
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static int change(const struct stat *status, uid_t uid, gid_t gid)
{
	int own = status->st_uid == geteuid();
	if ((uid == -1u || (uid == status->st_uid && own)) && (gid == -1u || (own && gid == getgid())))
		return 0;
	errno = EPERM;
	return -1;
}

int chown(const char *path, uid_t uid, gid_t gid)
{
	struct stat status;
	return stat(path, &status) == -1 ? -1 : change(&status, uid, gid);
}

int lchown(const char *path, uid_t uid, gid_t gid)
{
	struct stat status;
	return lstat(path, &status) == -1 ? -1 : change(&status, uid, gid);
}

int fchown(int fd, uid_t uid, gid_t gid)
{
	struct stat status;
	return fstat(fd, &status) == -1 ? -1 : change(&status, uid, gid);
}
