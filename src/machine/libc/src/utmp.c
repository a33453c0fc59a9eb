// Who is logged in: the records of /var/run/utmp, which is a file like any other, and may not be there.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>
#include <utmp.h>

static char file_name[256] = UTMP_FILE;
static int file = -1, writable;
static struct utmp record;

void endutent(void)
{
	if (file != -1)
		close(file);
	file = -1;
}

int utmpname(const char *name)
{
	endutent();
	if (strlen(name) >= sizeof file_name) {
		errno = ENAMETOOLONG;
		return -1;
	}
	strcpy(file_name, name);
	return 0;
}

void setutent(void)
{
	if (file == -1) {
		writable = 0;
		file = open(file_name, O_RDONLY | O_CLOEXEC);
	} else
		lseek(file, 0, SEEK_SET);
}

struct utmp *getutent(void)
{
	if (file == -1)
		setutent();
	if (file == -1)
		return NULL;
	return read(file, &record, sizeof record) == sizeof record ? &record : NULL;
}

static int is_process(int type)
{
	return type >= INIT_PROCESS && type <= DEAD_PROCESS;
}

struct utmp *getutid(const struct utmp *wanted)
{
	int of_clock = wanted->ut_type >= RUN_LVL && wanted->ut_type <= OLD_TIME;
	if (!of_clock && !is_process(wanted->ut_type)) {
		errno = EINVAL;
		return NULL;
	}
	struct utmp *found;
	while ((found = getutent()) != NULL) {
		if (of_clock && found->ut_type == wanted->ut_type)
			return found;
		if (!of_clock && is_process(found->ut_type) && strncmp(found->ut_id, wanted->ut_id, sizeof found->ut_id) == 0)
			return found;
	}
	errno = ESRCH;
	return NULL;
}

struct utmp *getutline(const struct utmp *wanted)
{
	struct utmp *found;
	while ((found = getutent()) != NULL)
		if ((found->ut_type == USER_PROCESS || found->ut_type == LOGIN_PROCESS) &&
		    strncmp(found->ut_line, wanted->ut_line, sizeof found->ut_line) == 0)
			return found;
	errno = ESRCH;
	return NULL;
}

static int matches(const struct utmp *wanted)
{
	if (!is_process(wanted->ut_type))
		return record.ut_type == wanted->ut_type;
	return is_process(record.ut_type) && strncmp(record.ut_id, wanted->ut_id, sizeof record.ut_id) == 0;
}

struct utmp *pututline(const struct utmp *entry)
{
	static struct utmp given;
	given = *entry;
	if (file == -1 || !writable) {
		off_t place = file == -1 ? 0 : lseek(file, 0, SEEK_CUR);
		endutent();
		file = open(file_name, O_RDWR | O_CLOEXEC);
		if (file == -1)
			return NULL;
		writable = 1;
		lseek(file, place, SEEK_SET);
	}
	off_t place = lseek(file, 0, SEEK_CUR);
	if (place >= (off_t)sizeof record && matches(&given))
		lseek(file, -(off_t)sizeof record, SEEK_CUR);
	else {
		int found = 0;
		while (!found && read(file, &record, sizeof record) == sizeof record)
			found = matches(&given);
		if (found)
			lseek(file, -(off_t)sizeof record, SEEK_CUR);
		else
			lseek(file, lseek(file, 0, SEEK_END) / sizeof record * sizeof record, SEEK_SET);
	}
	if (write(file, &given, sizeof given) != sizeof given)
		return NULL;
	record = given;
	return &given;
}

void updwtmp(const char *name, const struct utmp *entry)
{
	int log = open(name, O_WRONLY | O_APPEND | O_CLOEXEC);
	if (log == -1)
		return;
	write(log, entry, sizeof *entry);
	close(log);
}

void logwtmp(const char *line, const char *name, const char *host)
{
	struct timeval now;
	struct utmp entry = {.ut_pid = getpid(), .ut_type = name[0] ? USER_PROCESS : DEAD_PROCESS};
	strncpy(entry.ut_line, line, sizeof entry.ut_line);
	strncpy(entry.ut_user, name, sizeof entry.ut_user);
	strncpy(entry.ut_host, host, sizeof entry.ut_host);
	gettimeofday(&now, NULL);
	entry.ut_tv.tv_sec = now.tv_sec;
	entry.ut_tv.tv_usec = now.tv_usec;
	updwtmp(WTMP_FILE, &entry);
}
