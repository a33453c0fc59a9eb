// mcheck, mtrace: nothing, as in glibc when its debugging library is not loaded.
#include <mcheck.h>

int mcheck(void (*failed)(enum mcheck_status status))
{
	(void)failed;
	return -1;
}

int mcheck_pedantic(void (*failed)(enum mcheck_status status))
{
	(void)failed;
	return -1;
}

void mcheck_check_all(void)
{
}

enum mcheck_status mprobe(void *block)
{
	(void)block;
	return MCHECK_DISABLED;
}

void mtrace(void)
{
}

void muntrace(void)
{
}
