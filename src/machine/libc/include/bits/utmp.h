// Who is logged in: the record of <utmp.h> and <utmpx.h>.
#ifndef _BITS_UTMP_H
#define _BITS_UTMP_H

#include <bits/time.h>
#include <bits/types.h>

struct __exit_status {
	short e_termination;
	short e_exit;
};

#define EMPTY 0
#define RUN_LVL 1
#define BOOT_TIME 2
#define NEW_TIME 3
#define OLD_TIME 4
#define INIT_PROCESS 5
#define LOGIN_PROCESS 6
#define USER_PROCESS 7
#define DEAD_PROCESS 8
#define ACCOUNTING 9

#endif
