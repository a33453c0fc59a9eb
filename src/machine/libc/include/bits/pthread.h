// The types of threads and what they synchronise with, at their sizes on x86-64 Linux.
#ifndef _BITS_PTHREAD_H
#define _BITS_PTHREAD_H

#include <bits/null.h>

typedef unsigned long pthread_t;
typedef unsigned int pthread_key_t;
typedef int pthread_once_t;
typedef volatile int pthread_spinlock_t;

typedef union {
	char __size[56];
	long __align;
} pthread_attr_t;

struct __pthread_mutex {
	int __lock;
	unsigned int __count;
	int __owner;
	unsigned int __nusers;
	int __kind;
	int __pad[5];
};

typedef union {
	struct __pthread_mutex __data;
	char __size[40];
	long __align;
} pthread_mutex_t;

typedef union {
	char __size[4];
	int __align;
} pthread_mutexattr_t;

typedef union {
	unsigned int __data[12];
	char __size[48];
	long long __align;
} pthread_cond_t;

typedef union {
	char __size[4];
	int __align;
} pthread_condattr_t;

typedef union {
	unsigned int __data[14];
	char __size[56];
	long __align;
} pthread_rwlock_t;

typedef union {
	char __size[8];
	long __align;
} pthread_rwlockattr_t;

typedef union {
	char __size[32];
	long __align;
} pthread_barrier_t;

typedef union {
	char __size[4];
	int __align;
} pthread_barrierattr_t;

#endif
