// The attributes of posix_spawn: remembered here, acted on there.
#include <errno.h>
#include <spawn.h>
#include <string.h>

int posix_spawnattr_init(posix_spawnattr_t *attributes)
{
	memset(attributes, 0, sizeof *attributes);
	return 0;
}

int posix_spawnattr_destroy(posix_spawnattr_t *attributes)
{
	(void)attributes;
	return 0;
}

int posix_spawnattr_setflags(posix_spawnattr_t *attributes, short flags)
{
	if (flags & ~0xff)
		return EINVAL;
	attributes->__flags = flags;
	return 0;
}

int posix_spawnattr_getflags(const posix_spawnattr_t *attributes, short *flags)
{
	*flags = attributes->__flags;
	return 0;
}

int posix_spawnattr_setpgroup(posix_spawnattr_t *attributes, pid_t group)
{
	attributes->__pgrp = group;
	return 0;
}

int posix_spawnattr_getpgroup(const posix_spawnattr_t *attributes, pid_t *group)
{
	*group = attributes->__pgrp;
	return 0;
}

int posix_spawnattr_setsigdefault(posix_spawnattr_t *attributes, const sigset_t *set)
{
	attributes->__sd = *set;
	return 0;
}

int posix_spawnattr_getsigdefault(const posix_spawnattr_t *attributes, sigset_t *set)
{
	*set = attributes->__sd;
	return 0;
}

int posix_spawnattr_setsigmask(posix_spawnattr_t *attributes, const sigset_t *set)
{
	attributes->__ss = *set;
	return 0;
}

int posix_spawnattr_getsigmask(const posix_spawnattr_t *attributes, sigset_t *set)
{
	*set = attributes->__ss;
	return 0;
}

int posix_spawnattr_setschedparam(posix_spawnattr_t *attributes, const struct sched_param *parameter)
{
	attributes->__sp = *parameter;
	return 0;
}

int posix_spawnattr_getschedparam(const posix_spawnattr_t *attributes, struct sched_param *parameters)
{
	*parameters = attributes->__sp;
	return 0;
}

int posix_spawnattr_setschedpolicy(posix_spawnattr_t *attributes, int policy)
{
	if (policy < SCHED_OTHER || policy > SCHED_RR)
		return EINVAL;
	attributes->__policy = policy;
	return 0;
}

int posix_spawnattr_getschedpolicy(const posix_spawnattr_t *attributes, int *policy)
{
	*policy = attributes->__policy;
	return 0;
}
