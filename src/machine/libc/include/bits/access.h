// What access asks and what lockf does, which <unistd.h> and <fcntl.h> tell.
#ifndef _BITS_ACCESS_H
#define _BITS_ACCESS_H

#include <bits/shared_types.h>

#define R_OK 4
#define W_OK 2
#define X_OK 1
#define F_OK 0

#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3

int lockf(int fd, int command, off_t length);

#endif
