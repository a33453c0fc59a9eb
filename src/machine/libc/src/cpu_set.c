// CPU_ALLOC, CPU_FREE and CPU_COUNT: sets of processors.
#define _GNU_SOURCE
#include <sched.h>
#include <stdlib.h>

cpu_set_t *__sched_cpualloc(size_t count)
{
	return malloc(CPU_ALLOC_SIZE(count));
}

void __sched_cpufree(cpu_set_t *set)
{
	free(set);
}

int __sched_cpucount(size_t size, const cpu_set_t *set)
{
	int count = 0;
	for (size_t i = 0; i < size / sizeof(unsigned long); i++)
		for (unsigned long word = set->__bits[i]; word != 0; word &= word - 1)
			count++;
	return count;
}
