// The one processor, and the memory beside it.
#include <sys/sysinfo.h>
#include <unistd.h>

int get_nprocs(void)
{
	return 1;
}

int get_nprocs_conf(void)
{
	return 1;
}

long get_phys_pages(void)
{
	return sysconf(_SC_PHYS_PAGES);
}

long get_avphys_pages(void)
{
	return sysconf(_SC_AVPHYS_PAGES);
}
