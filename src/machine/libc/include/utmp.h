// <utmp.h>: who is logged in.
#ifndef _UTMP_H
#define _UTMP_H

#include <bits/utmp.h>
#include <sys/time.h>
#include <sys/types.h>

#define UT_LINESIZE 32
#define UT_NAMESIZE 32
#define UT_HOSTSIZE 256
#define UTMP_FILE "/var/run/utmp"
#define WTMP_FILE "/var/log/wtmp"

struct exit_status {
	short e_termination;
	short e_exit;
};

struct lastlog {
	int ll_time;
	char ll_line[UT_LINESIZE];
	char ll_host[UT_HOSTSIZE];
};

struct utmp {
	short ut_type;
	pid_t ut_pid;
	char ut_line[UT_LINESIZE];
	char ut_id[4];
	char ut_user[UT_NAMESIZE];
	char ut_host[UT_HOSTSIZE];
	struct exit_status ut_exit;
	int ut_session;
	struct {
		int tv_sec;
		int tv_usec;
	} ut_tv;
	int ut_addr_v6[4];
	char __unused[20];
};
#define ut_name ut_user
#define ut_time ut_tv.tv_sec
#define ut_addr ut_addr_v6[0]

void endutent(void);
struct utmp *getutent(void);
struct utmp *getutid(const struct utmp *entry);
struct utmp *getutline(const struct utmp *entry);
int login_tty(int fd);
void login(const struct utmp *entry);
int logout(const char *line);
void logwtmp(const char *line, const char *name, const char *host);
struct utmp *pututline(const struct utmp *entry);
void setutent(void);
void updwtmp(const char *file, const struct utmp *entry);
int utmpname(const char *file);

#endif
