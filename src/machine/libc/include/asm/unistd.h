// <asm/unistd.h>: the numbers of system calls.
#ifndef _ASM_UNISTD_H
#define _ASM_UNISTD_H

#include <sys/syscall.h>

#endif
