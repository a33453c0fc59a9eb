// The size of a page, for SHMLBA.
#include <sys/shm.h>

int __getpagesize(void)
{
	return 4096;
}
