// <sched.h>: the scheduler.
#ifndef _SCHED_H
#define _SCHED_H

#include <bits/time.h>

#define SCHED_OTHER 0
#define SCHED_FIFO 1
#define SCHED_RR 2
#ifdef _GNU_SOURCE
#define SCHED_BATCH 3
#define SCHED_IDLE 5

typedef struct {
	unsigned long __bits[16];
} cpu_set_t;
#define CPU_SETSIZE 1024
#define CPU_ZERO(set) CPU_ZERO_S(sizeof(cpu_set_t), set)
#define CPU_SET(cpu, set) ((void)((set)->__bits[(cpu) / 64] |= 1UL << ((cpu) % 64)))
#define CPU_CLR(cpu, set) ((void)((set)->__bits[(cpu) / 64] &= ~(1UL << ((cpu) % 64))))
#define CPU_ISSET(cpu, set) (((set)->__bits[(cpu) / 64] >> ((cpu) % 64) & 1) != 0)
#define CPU_COUNT(set) CPU_COUNT_S(sizeof(cpu_set_t), set)
#define CPU_AND(to, left, right) CPU_AND_S(sizeof(cpu_set_t), to, left, right)
#define CPU_OR(to, left, right) CPU_OR_S(sizeof(cpu_set_t), to, left, right)
#define CPU_XOR(to, left, right) CPU_XOR_S(sizeof(cpu_set_t), to, left, right)
#define CPU_EQUAL(left, right) CPU_EQUAL_S(sizeof(cpu_set_t), left, right)

#define CPU_ALLOC_SIZE(count) (((count) + 63) / 64 * sizeof(unsigned long))
#define CPU_ALLOC(count) __sched_cpualloc(count)
#define CPU_FREE(set) __sched_cpufree(set)
#define CPU_ZERO_S(size, set) \
	do { \
		cpu_set_t *__set = (set); \
		size_t __words = (size) / sizeof(unsigned long); \
		for (size_t __i = 0; __i < __words; __i++) \
			__set->__bits[__i] = 0; \
	} while (0)
#define CPU_SET_S(cpu, size, set) \
	((void)((size_t)(cpu) / 8 < (size) ? (set)->__bits[(cpu) / 64] |= 1UL << ((cpu) % 64) : 0))
#define CPU_CLR_S(cpu, size, set) \
	((void)((size_t)(cpu) / 8 < (size) ? (set)->__bits[(cpu) / 64] &= ~(1UL << ((cpu) % 64)) : 0))
#define CPU_ISSET_S(cpu, size, set) \
	((size_t)(cpu) / 8 < (size) && ((set)->__bits[(cpu) / 64] >> ((cpu) % 64) & 1) != 0)
#define CPU_COUNT_S(size, set) __sched_cpucount(size, set)
#define __CPU_EACH(size, to, left, operator, right) \
	do { \
		for (size_t __i = 0; __i < (size) / sizeof(unsigned long); __i++) \
			(to)->__bits[__i] = (left)->__bits[__i] operator(right)->__bits[__i]; \
	} while (0)
#define CPU_AND_S(size, to, left, right) __CPU_EACH(size, to, left, &, right)
#define CPU_OR_S(size, to, left, right) __CPU_EACH(size, to, left, |, right)
#define CPU_XOR_S(size, to, left, right) __CPU_EACH(size, to, left, ^, right)
#define CPU_EQUAL_S(size, left, right) (__builtin_memcmp(left, right, size) == 0)
cpu_set_t *__sched_cpualloc(size_t count);
int __sched_cpucount(size_t size, const cpu_set_t *set);
void __sched_cpufree(cpu_set_t *set);

#define SCHED_RESET_ON_FORK 0x40000000
#define CLONE_VM 0x00000100
#define CLONE_FS 0x00000200
#define CLONE_FILES 0x00000400
#define CLONE_SIGHAND 0x00000800
#define CLONE_PIDFD 0x00001000
#define CLONE_PTRACE 0x00002000
#define CLONE_VFORK 0x00004000
#define CLONE_PARENT 0x00008000
#define CLONE_THREAD 0x00010000
#define CLONE_NEWNS 0x00020000
#define CLONE_SYSVSEM 0x00040000
#define CLONE_SETTLS 0x00080000
#define CLONE_PARENT_SETTID 0x00100000
#define CLONE_CHILD_CLEARTID 0x00200000
#define CLONE_DETACHED 0x00400000
#define CLONE_UNTRACED 0x00800000
#define CLONE_CHILD_SETTID 0x01000000
#define CLONE_NEWCGROUP 0x02000000
#define CLONE_NEWUTS 0x04000000
#define CLONE_NEWIPC 0x08000000
#define CLONE_NEWUSER 0x10000000
#define CLONE_NEWPID 0x20000000
#define CLONE_NEWNET 0x40000000
#define CLONE_IO 0x80000000
#define CLONE_NEWTIME 0x00000080
int clone(int (*function)(void *), void *stack, int flags, void *argument, ...);
int getcpu(unsigned int *cpu, unsigned int *node);
int setns(int fd, int type);
int unshare(int flags);
int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set);
int sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set);
int sched_getcpu(void);
#endif

struct sched_param {
	int sched_priority;
};

int sched_get_priority_max(int policy);
int sched_get_priority_min(int policy);
int sched_getparam(pid_t pid, struct sched_param *parameter);
int sched_getscheduler(pid_t pid);
int sched_setparam(pid_t pid, const struct sched_param *parameter);
int sched_setscheduler(pid_t pid, int policy, const struct sched_param *parameter);
int sched_rr_get_interval(pid_t pid, struct timespec *time);
int sched_yield(void);

#endif
