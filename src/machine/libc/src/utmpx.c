// <utmpx.h>: the functions of <utmp.h> by their names in POSIX; the records are the same.
#define _GNU_SOURCE
#include <utmp.h>
#include <utmpx.h>

void endutxent(void)
{
	endutent();
}

void setutxent(void)
{
	setutent();
}

struct utmpx *getutxent(void)
{
	return (struct utmpx *)getutent();
}

struct utmpx *getutxid(const struct utmpx *entry)
{
	return (struct utmpx *)getutid((const struct utmp *)entry);
}

struct utmpx *getutxline(const struct utmpx *entry)
{
	return (struct utmpx *)getutline((const struct utmp *)entry);
}

struct utmpx *pututxline(const struct utmpx *entry)
{
	return (struct utmpx *)pututline((const struct utmp *)entry);
}

void updwtmpx(const char *file, const struct utmpx *entry)
{
	updwtmp(file, (const struct utmp *)entry);
}

int utmpxname(const char *file)
{
	return utmpname(file);
}
