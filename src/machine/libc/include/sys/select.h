// <sys/select.h>: select and its sets of descriptors.
#ifndef _SYS_SELECT_H
#define _SYS_SELECT_H

#include <bits/sigset.h>
#include <bits/time.h>

#define FD_SETSIZE 1024
#define NFDBITS 64

typedef long fd_mask;
typedef struct {
	long fds_bits[16];
} fd_set;

#define FD_SET(fd, set) ((void)((set)->fds_bits[(fd) / 64] |= (long)(1UL << ((fd) % 64))))
#define FD_CLR(fd, set) ((void)((set)->fds_bits[(fd) / 64] &= ~(long)(1UL << ((fd) % 64))))
#define FD_ISSET(fd, set) (((set)->fds_bits[(fd) / 64] & (long)(1UL << ((fd) % 64))) != 0)
#define FD_ZERO(set) \
	do { \
		fd_set *__set = (set); \
		for (int __i = 0; __i < 16; __i++) \
			__set->fds_bits[__i] = 0; \
	} while (0)

int select(int count, fd_set *readable, fd_set *writable, fd_set *exceptional, struct timeval *timeout);
int pselect(int count, fd_set *readable, fd_set *writable, fd_set *exceptional,
	const struct timespec *timeout, const sigset_t *mask);

#endif
