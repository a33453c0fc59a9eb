// Changing who one is: an ordinary user may only become what it is already, whichever of its three ids that is.
#include <errno.h>
#include <unistd.h>

static int only(unsigned int wanted, unsigned int own)
{
	if (wanted == own || wanted == -1u)
		return 0;
	errno = EPERM;
	return -1;
}

static int given(unsigned int wanted, unsigned int own)
{
	if (wanted == -1u) {
		errno = EINVAL;
		return -1;
	}
	return only(wanted, own);
}

int setuid(uid_t uid)
{
	return given(uid, getuid());
}

int seteuid(uid_t uid)
{
	return given(uid, getuid());
}

int setreuid(uid_t real, uid_t effective)
{
	return only(real, getuid()) == -1 ? -1 : only(effective, getuid());
}

int setresuid(uid_t real, uid_t effective, uid_t saved)
{
	return setreuid(real, effective) == -1 ? -1 : only(saved, getuid());
}

int setgid(gid_t gid)
{
	return given(gid, getgid());
}

int setegid(gid_t gid)
{
	return given(gid, getgid());
}

int setregid(gid_t real, gid_t effective)
{
	return only(real, getgid()) == -1 ? -1 : only(effective, getgid());
}

int setresgid(gid_t real, gid_t effective, gid_t saved)
{
	return setregid(real, effective) == -1 ? -1 : only(saved, getgid());
}

int getresuid(uid_t *real, uid_t *effective, uid_t *saved)
{
	*real = *effective = *saved = getuid();
	return 0;
}

int getresgid(gid_t *real, gid_t *effective, gid_t *saved)
{
	*real = *effective = *saved = getgid();
	return 0;
}
