// Who is logged in: the records of /var/run/utmp, which is a file like any other, and may not be there.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>
#include <utmp.h>

#define PATIENCE 10

static char file_name[256] = UTMP_FILE;
static int file = -1, writable;
// Where the next record is to be read; the last one that was is kept.
static off_t place;
static struct utmp record;

static void ignore(int signal)
{
	(void)signal;
}

// Waits for the lock no longer than the patience lasts; 0 when it is there.
static int lock(int descriptor, int type)
{
	struct sigaction before, action = {.sa_handler = ignore};
	struct flock all = {.l_type = type, .l_whence = SEEK_SET};
	unsigned left = alarm(0);
	sigaction(SIGALRM, &action, &before);
	alarm(PATIENCE);
	int result = fcntl(descriptor, F_SETLKW, &all), error = errno;
	alarm(0);
	sigaction(SIGALRM, &before, NULL);
	if (left != 0)
		alarm(left);
	errno = error;
	return result;
}

static void unlock(int descriptor)
{
	struct flock all = {.l_type = F_UNLCK, .l_whence = SEEK_SET};
	fcntl(descriptor, F_SETLKW, &all);
}

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
		if (file == -1)
			return;
	}
	lseek(file, 0, SEEK_SET);
	place = 0;
}

// 1 for a record, 0 at the end, -1 when it cannot be read.
static int next(void)
{
	struct utmp read;
	ssize_t length = pread(file, &read, sizeof read, place);
	if (length < 0)
		return -1;
	if (length != sizeof read)
		return 0;
	record = read;
	place += sizeof read;
	return 1;
}

static int begin(void)
{
	if (file == -1)
		setutent();
	return file == -1 || lock(file, F_RDLCK) == -1 ? -1 : 0;
}

struct utmp *getutent(void)
{
	static struct utmp found;
	int error = errno;
	if (begin() == -1)
		return NULL;
	int result = next();
	unlock(file);
	if (result == 0)
		errno = error;
	if (result <= 0)
		return NULL;
	found = record;
	return &found;
}

static int is_process(int type)
{
	return type >= INIT_PROCESS && type <= DEAD_PROCESS;
}

static int is_of_clock(int type)
{
	return type >= RUN_LVL && type <= OLD_TIME;
}

// Whether the last record that was read is of the same process, or of the same kind where there is one of it.
static int matches(const struct utmp *wanted)
{
	if (place == 0)
		return 0;
	if (is_of_clock(wanted->ut_type))
		return record.ut_type == wanted->ut_type;
	if (!is_process(record.ut_type) || !is_process(wanted->ut_type))
		return 0;
	if (record.ut_id[0] && wanted->ut_id[0])
		return strncmp(record.ut_id, wanted->ut_id, sizeof record.ut_id) == 0;
	return strncmp(record.ut_line, wanted->ut_line, sizeof record.ut_line) == 0;
}

static int has_line(const struct utmp *wanted)
{
	return (record.ut_type == USER_PROCESS || record.ut_type == LOGIN_PROCESS) &&
	       strncmp(record.ut_line, wanted->ut_line, sizeof record.ut_line) == 0;
}

static int search(const struct utmp *wanted, int is_it(const struct utmp *))
{
	for (;;) {
		int result = next();
		if (result == 0)
			errno = ESRCH;
		if (result <= 0)
			return -1;
		if (is_it(wanted))
			return 0;
	}
}

static struct utmp *find(const struct utmp *wanted, int is_it(const struct utmp *))
{
	static struct utmp found;
	if (begin() == -1)
		return NULL;
	int result = search(wanted, is_it);
	unlock(file);
	if (result == -1)
		return NULL;
	found = record;
	return &found;
}

struct utmp *getutid(const struct utmp *wanted)
{
	if (!is_of_clock(wanted->ut_type) && !is_process(wanted->ut_type)) {
		errno = EINVAL;
		return NULL;
	}
	return find(wanted, matches);
}

struct utmp *getutline(const struct utmp *wanted)
{
	return find(wanted, has_line);
}

// The file that is read can be written from now on.
static int make_writable(void)
{
	int other = open(file_name, O_RDWR | O_CLOEXEC);
	if (other == -1)
		return -1;
	int result = dup2(other, file);
	close(other);
	writable = result != -1;
	return writable ? 0 : -1;
}

struct utmp *pututline(const struct utmp *entry)
{
	int found = 0;
	if (file == -1)
		setutent();
	if (file == -1 || (!writable && make_writable() == -1) || lock(file, F_WRLCK) == -1)
		return NULL;
	if (matches(entry)) {
		place -= sizeof record;
		found = next() == 1 && matches(entry);
	}
	found = found || search(entry, matches) == 0;
	off_t at = found ? place - sizeof record : lseek(file, 0, SEEK_END) / sizeof record * sizeof record;
	ssize_t length = lseek(file, at, SEEK_SET) < 0 ? -1 : write(file, entry, sizeof *entry);
	if (length >= 0 && length != sizeof *entry && !found)
		ftruncate(file, at);
	unlock(file);
	if (length >= 0 && length != sizeof *entry)
		errno = ENOSPC;
	if (length != sizeof *entry)
		return NULL;
	place = at + sizeof *entry;
	return (struct utmp *)entry;
}

void updwtmp(const char *name, const struct utmp *entry)
{
	int log = open(name, O_WRONLY);
	if (log == -1)
		return;
	if (lock(log, F_WRLCK) == 0) {
		off_t end = lseek(log, 0, SEEK_END);
		if (end % sizeof *entry != 0) {
			end -= end % sizeof *entry;
			ftruncate(log, end);
			lseek(log, 0, SEEK_END);
		}
		if (write(log, entry, sizeof *entry) != sizeof *entry)
			ftruncate(log, end);
		unlock(log);
	}
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
