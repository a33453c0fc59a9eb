// <sys/random.h>: the kernel's random bytes.
#ifndef _SYS_RANDOM_H
#define _SYS_RANDOM_H

#include <sys/types.h>

#define GRND_NONBLOCK 1
#define GRND_RANDOM 2
#define GRND_INSECURE 4

int getentropy(void *buffer, size_t size);
ssize_t getrandom(void *buffer, size_t size, unsigned int flags);

#endif
