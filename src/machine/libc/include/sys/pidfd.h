// <sys/pidfd.h>: descriptors of processes.
#ifndef _SYS_PIDFD_H
#define _SYS_PIDFD_H

#include <bits/siginfo.h>
#include <fcntl.h>

#define PIDFD_NONBLOCK O_NONBLOCK

int pidfd_getfd(int pidfd, int fd, unsigned int flags);
int pidfd_open(pid_t pid, unsigned int flags);
int pidfd_send_signal(int pidfd, int signal, siginfo_t *info, unsigned int flags);

#endif
