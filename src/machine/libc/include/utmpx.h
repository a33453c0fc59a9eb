// <utmpx.h>: who is logged in.
#ifndef _UTMPX_H
#define _UTMPX_H

#include <bits/utmp.h>
#include <sys/time.h>

struct utmpx {
	short ut_type;
	pid_t ut_pid;
	char ut_line[32];
	char ut_id[4];
	char ut_user[32];
	char ut_host[256];
	struct __exit_status ut_exit;
	int ut_session;
	struct {
		int tv_sec;
		int tv_usec;
	} ut_tv;
	int ut_addr_v6[4];
	char __unused[20];
};

void endutxent(void);
struct utmpx *getutxent(void);
struct utmpx *getutxid(const struct utmpx *entry);
struct utmpx *getutxline(const struct utmpx *entry);
struct utmpx *pututxline(const struct utmpx *entry);
void setutxent(void);
#ifdef _GNU_SOURCE
#define _PATH_UTMPX "/var/run/utmp"
#define _PATH_WTMPX "/var/log/wtmp"
void updwtmpx(const char *file, const struct utmpx *entry);
int utmpxname(const char *file);
#endif

#endif
