/* What random programs on message queues, FIFOs and users are made of; none lets a program hang. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <mqueue.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int f[8] = {-1, -1, -1, -1, -1, -1, -1, -1};

static int q[4] = {-1, -1, -1, -1};

static char buffer[70000];

static struct {
	long type;
	char text[9000];
} letter;

static int next_letter;

/* Signals that have come since they were last told of. */
static char signals[400];

static void say(const char *format, ...)
{
	char line[400];
	int error = errno;
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(line, sizeof line, format, arguments);
	va_end(arguments);
	write(1, line, length);
	errno = error;
}

static long told(const char *call, int slot, long value)
{
	if (value == -1)
		say("%s %d: %s%s\n", call, slot, strerrorname_np(errno), signals);
	else
		say("%s %d: %ld%s\n", call, slot, value, signals);
	signals[0] = 0;
	return value;
}

static void note(int signal, siginfo_t *info, void *context)
{
	(void)context;
	char line[60];
	const char *who = info->si_pid == 0 ? "none" : info->si_pid == getpid() ? "self" : info->si_pid == getppid() ? "parent" : "child";
	snprintf(line, sizeof line, " [%d code %d from %s", signal, info->si_code, info->si_code <= 0 ? who : "");
	strcat(signals, line);
	if (info->si_code == SI_MESGQ) {
		snprintf(line, sizeof line, " user %d value %d", (int)info->si_uid, info->si_value.sival_int);
		strcat(signals, line);
	}
	strcat(signals, "]");
}

static void nap(int times)
{
	struct timespec time = {0, times * 2000000L};
	while (nanosleep(&time, &time) == -1)
		;
}

/* The first statement of each: signals are noted, and there is a folder that everybody may write to. */
static void begin(void)
{
	struct sigaction action = {0};
	action.sa_sigaction = note;
	action.sa_flags = SA_SIGINFO | SA_RESTART;
	sigaction(SIGPIPE, &action, NULL);
	sigaction(SIGUSR1, &action, NULL);
	sigaction(SIGRTMIN + 1, &action, NULL);
	setgroups(0, NULL);
	umask(022);
	mkdir("w", 0777);
	chmod("w", 0777);
	chdir("w");
	close(open("k", O_CREAT | O_WRONLY, 0644));
}

static void fill(long count)
{
	for (long k = 0; k < count && k < (long)sizeof buffer; k++)
		buffer[k] = 'a' + (next_letter + k) % 26;
	next_letter += 3;
}

static void say_bytes(const char *bytes, long count)
{
	unsigned sum = 0;
	for (long k = 0; k < count; k += 1 + k / 16)
		sum = sum * 31 + (unsigned char)bytes[k];
	if (count >= 0)
		say("  %.*s %x\n", count < 8 ? (int)count : 8, bytes, sum & 0xffff);
}

static void keep(const char *call, int slot, int fd)
{
	told(call, slot, fd);
	if (fd == -1)
		return;
	if (f[slot] != -1)
		close(f[slot]);
	f[slot] = fd;
}

static void drop(int slot)
{
	told("close", slot, close(f[slot]));
	f[slot] = -1;
}

static void shut(int slot)
{
	told("mq_close", slot, mq_close(f[slot]));
	f[slot] = -1;
}

static void copy(int slot, int from)
{
	keep("dup", slot, dup(f[from]));
}

static void flags_of(int slot, int set, int flags)
{
	if (set)
		told("F_SETFL", slot, fcntl(f[slot], F_SETFL, flags));
	told("F_GETFL", slot, fcntl(f[slot], F_GETFL));
	told("F_GETFD", slot, fcntl(f[slot], F_GETFD));
}

static void look_around(int a, int b, int c, int events)
{
	struct pollfd ask[3] = {{f[a], events, 0}, {f[b], events, 0}, {f[c], events, 0}};
	told("poll", a, poll(ask, 3, 0));
	say("  %x %x %x\n", ask[0].revents, ask[1].revents, ask[2].revents);
}

static void choose(int a, int b)
{
	fd_set in, out;
	struct timeval none = {0, 0};
	FD_ZERO(&in);
	FD_ZERO(&out);
	if (f[a] < 0 || f[b] < 0)
		return;
	FD_SET(f[a], &in);
	FD_SET(f[b], &out);
	if (told("select", a, select(100, &in, &out, NULL, &none)) >= 0)
		say("  %d %d\n", FD_ISSET(f[a], &in) != 0, FD_ISSET(f[b], &out) != 0);
}

/* ---- POSIX queues ---- */

static void open_queue(int slot, const char *name, int flags, int mode, long messages, long size)
{
	struct mq_attr attributes = {0, messages, size, 0, {0}};
	keep("mq_open", slot, mq_open(name, flags, mode, messages == -100 ? NULL : &attributes));
}

static int waits_at_queue(int fd, int sends)
{
	struct mq_attr now;
	int access = fcntl(fd, F_GETFL) & O_ACCMODE;
	if (access == (sends ? O_RDONLY : O_WRONLY) || mq_getattr(fd, &now) == -1 || now.mq_flags & O_NONBLOCK)
		return 0;
	return now.mq_curmsgs == (sends ? now.mq_maxmsg : 0);
}

static void post(int slot, long count, unsigned priority)
{
	fill(count);
	if (waits_at_queue(f[slot], 1))
		say("mq_send %d would wait\n", slot);
	else
		told("mq_send", slot, mq_send(f[slot], buffer, count, priority));
}

static void fetch(int slot, long size)
{
	unsigned priority = 77;
	if (waits_at_queue(f[slot], 0)) {
		say("mq_receive %d would wait\n", slot);
		return;
	}
	say_bytes(buffer, told("mq_receive", slot, mq_receive(f[slot], buffer, size, &priority)));
	say("  priority %u\n", priority);
}

/* A moment that is past, or some milliseconds ahead; with nanoseconds that are none when `nanoseconds` is not 0. */
static struct timespec moment(int milliseconds, long nanoseconds)
{
	struct timespec at = {0, 0};
	if (milliseconds > 0) {
		clock_gettime(CLOCK_REALTIME, &at);
		at.tv_nsec += milliseconds * 1000000L;
		at.tv_sec += at.tv_nsec / 1000000000;
		at.tv_nsec %= 1000000000;
	}
	if (nanoseconds)
		at.tv_nsec = nanoseconds;
	return at;
}

static void post_until(int slot, long count, unsigned priority, int milliseconds, long nanoseconds)
{
	struct timespec at = moment(milliseconds, nanoseconds);
	fill(count);
	told("mq_timedsend", slot, mq_timedsend(f[slot], buffer, count, priority, &at));
}

static void fetch_until(int slot, long size, int milliseconds, long nanoseconds)
{
	struct timespec at = moment(milliseconds, nanoseconds);
	say_bytes(buffer, told("mq_timedreceive", slot, mq_timedreceive(f[slot], buffer, size, NULL, &at)));
}

static void queue_state(int slot, long flags)
{
	struct mq_attr now = {0, 0, 0, 0, {0}}, wanted = {flags, 1, 1, 1, {0}};
	if (told("mq_setattr", slot, flags < 0 ? mq_getattr(f[slot], &now) : mq_setattr(f[slot], &wanted, &now)) == 0)
		say("  flags %lx, %ld of %ld, %ld bytes\n", now.mq_flags, now.mq_curmsgs, now.mq_maxmsg, now.mq_msgsize);
}

static void notice(int slot, int way, int signal, int value)
{
	struct sigevent event;
	memset(&event, 0, sizeof event);
	event.sigev_notify = way;
	event.sigev_signo = signal;
	event.sigev_value.sival_int = value;
	told("mq_notify", slot, mq_notify(f[slot], way == -1 ? NULL : &event));
}

static void as_a_file(int slot)
{
	char text[100] = "";
	int size = -1, way = -1, number = -1;
	struct stat about;
	if (told("fstat", slot, fstat(f[slot], &about)) == -1 || !S_ISREG(about.st_mode))
		return;
	say("  mode %o user %d group %d\n", (unsigned)about.st_mode, (int)about.st_uid, (int)about.st_gid);
	told("lseek", slot, lseek(f[slot], 0, SEEK_SET));
	if (told("read", slot, read(f[slot], text, 99)) > 0)
		sscanf(text, "QSIZE:%d NOTIFY:%d SIGNO:%d", &size, &way, &number);
	say("  size %d way %d number %d\n", size, way, number);
	told("write", slot, write(f[slot], "x", 1));
}

static void no_name(const char *name)
{
	told("mq_unlink", 0, mq_unlink(name));
}

/* ---- System V queues ---- */

static key_t key_of(const char *path, int letter)
{
	return told("ftok", letter, ftok(path, letter) == -1 ? -1 : 0) == -1 ? 0x99 : ftok(path, letter);
}

static void get_queue(int i, key_t key, int flags)
{
	int id = msgget(key, flags);
	told("msgget", i, id == -1 ? -1 : 0);
	if (id == -1)
		return;
	for (int k = 0; k < 4; k++)
		if (q[k] == id)
			say("  as %d\n", k);
	q[i] = id;
}

static void put_letter(int i, long type, long count, int flags)
{
	letter.type = type;
	for (long k = 0; k < count && k < 9000; k++)
		letter.text[k] = 'a' + (next_letter + k) % 26;
	next_letter += 3;
	told("msgsnd", i, msgsnd(q[i], &letter, count, flags | IPC_NOWAIT));
}

static void take_letter(int i, long type, long size, int flags)
{
	letter.type = -77;
	long got = told("msgrcv", i, msgrcv(q[i], &letter, size, type, flags | IPC_NOWAIT));
	say_bytes(letter.text, got);
	if (got != -1)
		say("  type %ld\n", letter.type);
}

static void state(int i)
{
	struct msqid_ds now;
	if (told("IPC_STAT", i, msgctl(q[i], IPC_STAT, &now)) == -1)
		return;
	say("  %lu letters, %lu of %lu bytes, mode %o user %d.%d maker %d.%d\n", now.msg_qnum, now.msg_cbytes, now.msg_qbytes, now.msg_perm.mode,
		(int)now.msg_perm.uid, (int)now.msg_perm.gid, (int)now.msg_perm.cuid, (int)now.msg_perm.cgid);
	say("  sent %d by %d received %d by %d\n", now.msg_stime != 0, now.msg_lspid == getpid(), now.msg_rtime != 0, now.msg_lrpid == getpid());
}

static void set(int i, long bytes, int mode, int user)
{
	struct msqid_ds wanted;
	memset(&wanted, 0, sizeof wanted);
	msgctl(q[i], IPC_STAT, &wanted);
	wanted.msg_qbytes = bytes;
	wanted.msg_perm.mode = mode;
	wanted.msg_perm.uid = user;
	told("IPC_SET", i, msgctl(q[i], IPC_SET, &wanted));
}

static void end_queue(int i)
{
	told("IPC_RMID", i, msgctl(q[i], IPC_RMID, NULL));
}

/* ---- FIFOs and files ---- */

static void make_fifo(const char *path, int mode)
{
	told("mkfifo", 0, mkfifo(path, mode));
}

static void open_path(int slot, const char *path, int flags, int mode)
{
	keep("open", slot, open(path, flags, mode));
}

static int waits_here(int fd, int writes, long count)
{
	int flags = fcntl(fd, F_GETFL), inside = 0;
	struct pollfd ready = {fd, writes ? POLLOUT : POLLIN, 0};
	struct stat about;
	if (flags == -1 || flags & O_NONBLOCK || (flags & O_ACCMODE) == (writes ? O_RDONLY : O_WRONLY))
		return 0;
	if (fstat(fd, &about) == -1 || !S_ISFIFO(about.st_mode))
		return 0;
	poll(&ready, 1, 0);
	if (!writes || ready.revents & POLLERR)
		return ready.revents == 0;
	return ready.revents == 0 || (count > 4096 && (ioctl(fd, FIONREAD, &inside) == -1 || inside > 0 || count > 65536));
}

static void get(int slot, long count)
{
	if (waits_here(f[slot], 0, count))
		say("read %d would wait\n", slot);
	else
		say_bytes(buffer, told("read", slot, read(f[slot], buffer, count)));
}

static void put(int slot, long count)
{
	fill(count);
	if (waits_here(f[slot], 1, count))
		say("write %d would wait\n", slot);
	else
		told("write", slot, write(f[slot], buffer, count));
}

static void refused(int slot)
{
	int inside = -1;
	told("lseek", slot, lseek(f[slot], 0, SEEK_CUR));
	told("ftruncate", slot, ftruncate(f[slot], 0));
	told("FIONREAD", slot, ioctl(f[slot], FIONREAD, &inside));
	say("  %d\n", inside);
}

static void about(const char *path)
{
	struct stat about;
	if (told("stat", 0, stat(path, &about)) == 0)
		say("  mode %o links %d user %d group %d\n", (unsigned)about.st_mode, (int)about.st_nlink, (int)about.st_uid, (int)about.st_gid);
}

/* ---- users ---- */

static void become(int user, int group)
{
	seteuid(0);
	told("setegid", group, setegid(group));
	told("seteuid", user, seteuid(user));
}

static void whoami(void)
{
	uid_t real, effective, saved;
	getresuid(&real, &effective, &saved);
	say("user %d %d %d", (int)real, (int)effective, (int)saved);
	getresgid(&real, &effective, &saved);
	say(" group %d %d %d\n", (int)real, (int)effective, (int)saved);
}

/* ---- children: each ends before its parent goes on ---- */

static int child(void)
{
	sigset_t all, before;
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &before);
	pid_t pid = fork();
	if (pid == 0) {
		sigprocmask(SIG_SETMASK, &before, NULL);
		say("-- child\n");
		return 1;
	}
	waitpid(pid, NULL, 0);
	sigprocmask(SIG_SETMASK, &before, NULL);
	say("-- parent%s\n", signals);
	signals[0] = 0;
	return 0;
}

/* ---- waits that another process ends: the same whoever comes first ---- */

static mqd_t own_queue(int messages, int size)
{
	struct mq_attr attributes = {0, messages, size, 0, {0}};
	mqd_t queue = mq_open("/own", O_RDWR | O_CREAT | O_EXCL, 0600, &attributes);
	told("mq_unlink", 0, mq_unlink("/own"));
	return queue;
}

static void message_is_awaited(int polls, long count, unsigned priority)
{
	unsigned found = 77;
	mqd_t queue = own_queue(1, 8192);
	pid_t pid = fork();
	if (pid == 0) {
		struct pollfd ask = {queue, POLLIN, 0};
		if (polls)
			told("poll", 0, poll(&ask, 1, -1));
		say_bytes(buffer, told("mq_receive", 0, mq_receive(queue, buffer, 8192, &found)));
		say("  priority %u\n", found);
		_exit(0);
	}
	nap(2);
	fill(count);
	mq_send(queue, buffer, count, priority);
	waitpid(pid, NULL, 0);
	struct mq_attr now = {0, 0, 0, 0, {0}};
	mq_getattr(queue, &now);
	say("  %ld left%s\n", now.mq_curmsgs, signals);
	signals[0] = 0;
	mq_close(queue);
}

static void room_is_awaited(unsigned first, unsigned second)
{
	unsigned found = 77;
	mqd_t queue = own_queue(1, 16);
	mq_send(queue, "first", 5, first);
	pid_t pid = fork();
	if (pid == 0) {
		told("mq_send", 0, mq_send(queue, "second", 6, second));
		_exit(0);
	}
	nap(2);
	long n = mq_receive(queue, buffer, 16, &found);
	waitpid(pid, NULL, 0);
	say_bytes(buffer, told("mq_receive", (int)found, n));
	n = mq_receive(queue, buffer, 16, &found);
	say_bytes(buffer, told("mq_receive", (int)found, n));
	mq_close(queue);
}

static void queue_is_interrupted(int sends, int restarts)
{
	mqd_t queue = own_queue(1, 16);
	if (sends)
		mq_send(queue, "full", 4, 0);
	pid_t pid = fork();
	if (pid == 0) {
		struct sigaction action = {0};
		action.sa_sigaction = note;
		action.sa_flags = SA_SIGINFO | (restarts ? SA_RESTART : 0);
		sigaction(SIGUSR1, &action, NULL);
		if (sends)
			told("mq_send", 0, mq_send(queue, "x", 1, 0));
		else
			told("mq_receive", 0, mq_receive(queue, buffer, 16, NULL));
		_exit(0);
	}
	nap(20);
	kill(pid, SIGUSR1);
	nap(10);
	if (sends)
		mq_receive(queue, buffer, 16, NULL);
	else
		mq_send(queue, "y", 1, 0);
	waitpid(pid, NULL, 0);
	mq_close(queue);
}

static void letter_is_awaited(long wanted, int given, int flags)
{
	struct msqid_ds now;
	int id = msgget(IPC_PRIVATE, 0600);
	pid_t pid = fork();
	if (pid == 0) {
		long n = told("msgrcv", 0, msgrcv(id, &letter, 5, wanted, flags));
		say_bytes(letter.text, n);
		if (n != -1)
			say("  type %ld\n", letter.type);
		_exit(0);
	}
	nap(2);
	for (int k = 1; k <= given; k++) {
		letter.type = k;
		memset(letter.text, 'a' + k, 9);
		msgsnd(id, &letter, 2 + 2 * k, 0);
	}
	if (given < wanted)
		nap(10);
	if (given < wanted)
		kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	msgctl(id, IPC_STAT, &now);
	say("  %lu left\n", now.msg_qnum);
	msgctl(id, IPC_RMID, NULL);
}

static void queue_is_removed(int sends)
{
	int id = msgget(IPC_PRIVATE, 0600);
	letter.type = 1;
	while (sends && msgsnd(id, &letter, 8192, IPC_NOWAIT) == 0)
		;
	pid_t pid = fork();
	if (pid == 0) {
		if (sends)
			told("msgsnd", 0, msgsnd(id, &letter, 1, 0));
		else
			told("msgrcv", 0, msgrcv(id, &letter, 1, 0, 0));
		_exit(0);
	}
	nap(20);
	int result = msgctl(id, IPC_RMID, NULL);
	waitpid(pid, NULL, 0);
	told("IPC_RMID", 0, result);
}

static void ends_meet(int access, int other, int flags, long count)
{
	unlink("m");
	mkfifo("m", 0600);
	pid_t pid = fork();
	if (pid == 0) {
		int fd = open("m", access);
		told("open", access, fd == -1 ? -1 : 0);
		if (access == O_RDONLY)
			say_bytes(buffer, told("read", 0, read(fd, buffer, 100)));
		_exit(0);
	}
	nap(flags ? 20 : 2);
	int fd = open("m", other | flags);
	long n = fd == -1 ? -1 : access == O_RDONLY ? write(fd, "abcdef", count) : 0;
	close(fd);
	waitpid(pid, NULL, 0);
	told("other", other, n);
	unlink("m");
}

static void open_is_interrupted(int access)
{
	unlink("m");
	mkfifo("m", 0600);
	pid_t pid = fork();
	if (pid == 0) {
		struct sigaction action = {0};
		action.sa_sigaction = note;
		action.sa_flags = SA_SIGINFO;
		sigaction(SIGUSR1, &action, NULL);
		told("open", access, open("m", access));
		_exit(0);
	}
	nap(20);
	kill(pid, SIGUSR1);
	waitpid(pid, NULL, 0);
	unlink("m");
}
