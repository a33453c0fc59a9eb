// <sys/swap.h>: memory on the disk.
#ifndef _SYS_SWAP_H
#define _SYS_SWAP_H

int swapoff(const char *path);
int swapon(const char *path, int flags);

#endif
