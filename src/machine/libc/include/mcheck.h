// <mcheck.h>: checks and traces of malloc. As in glibc since 2.34 they do nothing in a program by itself.
#ifndef _MCHECK_H
#define _MCHECK_H

#include <bits/null.h>

enum mcheck_status {
	MCHECK_DISABLED = -1,
	MCHECK_OK,
	MCHECK_FREE,
	MCHECK_HEAD,
	MCHECK_TAIL
};

int mcheck(void (*failed)(enum mcheck_status status));
int mcheck_pedantic(void (*failed)(enum mcheck_status status));
void mcheck_check_all(void);
enum mcheck_status mprobe(void *block);
void mtrace(void);
void muntrace(void);

#endif
