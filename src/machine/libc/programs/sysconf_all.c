/* sysconf(3): the answer to every name that no machine answers in its own way, but those of the XTI. */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

static const int of_the_machine[] = {_SC_ARG_MAX, _SC_CHILD_MAX, _SC_OPEN_MAX, _SC_SIGQUEUE_MAX, _SC_NPROCESSORS_CONF,
	_SC_NPROCESSORS_ONLN, _SC_PHYS_PAGES, _SC_AVPHYS_PAGES, _SC_MINSIGSTKSZ, _SC_SIGSTKSZ};

static int depends(int name)
{
	for (unsigned i = 0; i < sizeof of_the_machine / sizeof *of_the_machine; i++)
		if (name == of_the_machine[i])
			return 1;
	int of_xti = name >= 53 && name <= 65 && name != _SC_POLL && name != _SC_SELECT && name != _SC_IOV_MAX;
	int of_caches = name >= 185 && name <= 199;
	return of_xti || of_caches;
}

int main(void)
{
	for (int name = 0; name < 260; name++) {
		if (depends(name))
			continue;
		errno = 0;
		long value = sysconf(name);
		printf("%d: %ld%s\n", name, value, errno == EINVAL ? " EINVAL" : errno ? " another error" : "");
	}
	printf("%d %d %d %d\n", _SC_NZERO == 109, _SC_WORD_BIT == 107, _SC_PASS_MAX == 88, _SC_V7_LP64_OFF64 == 239);
	return 0;
}
