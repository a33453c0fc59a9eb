// <sys/wait.h>: waiting for children.
#ifndef _SYS_WAIT_H
#define _SYS_WAIT_H

#include <bits/shared_types.h>
#include <bits/wait.h>
#include <signal.h>

typedef unsigned int id_t;
typedef enum { P_ALL, P_PID, P_PGID, P_PIDFD } idtype_t;

struct rusage;

#ifdef _DEFAULT_SOURCE
#define WAIT_ANY (-1)
#define WAIT_MYPGRP 0
#endif

pid_t wait(int *status);
pid_t wait3(int *status, int options, struct rusage *usage);
pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage);
int waitid(idtype_t type, id_t id, siginfo_t *info, int options);
pid_t waitpid(pid_t pid, int *status, int options);

#endif
