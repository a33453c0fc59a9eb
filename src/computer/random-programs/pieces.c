/* What random programs are made of: each piece is asked for by its name, and none lets a program hang. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
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

static int f[10] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

static FILE *s[3];

/* What a stream was used for last: between reading and writing it has to be placed. */
static int last[3];

static char *program;

static char buffer[70000];

static int next_letter;

static struct kid {
	pid_t pid;
	int go, done, dead, stopped;
} kids[4];

static int my_go = -1, my_done = -1;

/* Prints at once, whatever stdio holds back. */
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

/* The result of a call, with the name of its error. */
static long told(const char *call, long value)
{
	if (value == -1)
		say("%s: %s\n", call, strerrorname_np(errno));
	else
		say("%s: %ld\n", call, value);
	return value;
}

static const char *who(pid_t pid)
{
	static char name[20];
	for (int i = 0; i < 4; i++)
		if (kids[i].pid > 0 && kids[i].pid == pid) {
			sprintf(name, "kid %d", i);
			return name;
		}
	if (pid == getpid())
		return "self";
	if (pid == getppid())
		return "parent";
	return pid == 0 ? "0" : pid == -1 ? strerrorname_np(errno) : "another";
}

static void say_status(const char *call, pid_t pid, int status)
{
	if (pid <= 0)
		say("%s: %s\n", call, who(pid));
	else if (WIFEXITED(status))
		say("%s: %s exited %d\n", call, who(pid), WEXITSTATUS(status));
	else if (WIFSIGNALED(status))
		say("%s: %s killed by %d\n", call, who(pid), WTERMSIG(status));
	else if (WIFSTOPPED(status))
		say("%s: %s stopped by %d\n", call, who(pid), WSTOPSIG(status));
	else if (WIFCONTINUED(status))
		say("%s: %s continued\n", call, who(pid));
}

static void say_set(const char *call, const sigset_t *set)
{
	char list[200] = "";
	for (int i = 1; i < 40; i++)
		if (sigismember(set, i) == 1)
			sprintf(list + strlen(list), " %d", i);
	say("%s:%s\n", call, list);
}

static sigset_t hold(void)
{
	sigset_t all, before;
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &before);
	return before;
}

static void let_go(sigset_t before)
{
	sigprocmask(SIG_SETMASK, &before, NULL);
}

static void nap(void)
{
	struct timespec time = {0, 2000000};
	while (nanosleep(&time, &time) == -1)
		;
}

/* Bytes of a read, short enough to be printed. */
static void say_bytes(const char *call, int i, long n)
{
	if (n == -1) {
		say("%s f%d: %s\n", call, i, strerrorname_np(errno));
		return;
	}
	unsigned sum = 0;
	for (long k = 0; k < n; k += 1 + k / 16)
		sum = sum * 31 + (unsigned char)buffer[k];
	say("%s f%d: %ld %.*s %x\n", call, i, n, n < 6 ? (int)n : 6, buffer, sum & 0xffff);
}

/* The alphabet again and again, each time from another letter on. */
static void fill(int count)
{
	int done = count < 26 ? count : 26;
	for (int k = 0; k < done; k++)
		buffer[k] = 'a' + (next_letter + k) % 26;
	for (; done < count; done *= 2)
		memcpy(buffer + done, buffer, count - done < done ? count - done : done);
	next_letter += 3;
}

static int waits_to_read(int fd)
{
	int flags = fcntl(fd, F_GETFL);
	struct pollfd ready = {fd, POLLIN, 0};
	if (flags == -1 || flags & O_NONBLOCK || (flags & O_ACCMODE) == O_WRONLY)
		return 0;
	return poll(&ready, 1, 0) == 0;
}

static int waits_to_write(int fd, int count)
{
	int flags = fcntl(fd, F_GETFL), inside = 0;
	struct pollfd ready = {fd, POLLOUT, 0};
	struct stat about;
	if (flags == -1 || flags & O_NONBLOCK || (flags & O_ACCMODE) == O_RDONLY)
		return 0;
	if (fstat(fd, &about) == -1 || !S_ISFIFO(about.st_mode) || count == 0)
		return 0;
	int events = poll(&ready, 1, 0);
	if (ready.revents & POLLERR)
		return 0;
	if (events == 0)
		return 1;
	return count > 4096 && (ioctl(fd, FIONREAD, &inside) == -1 || inside > 0 || count > fcntl(fd, F_GETPIPE_SZ));
}

static void get(int i, int count)
{
	if (waits_to_read(f[i]))
		say("read f%d would wait\n", i);
	else
		say_bytes("read", i, read(f[i], buffer, count));
}

static void put(int i, int count)
{
	fill(count);
	if (waits_to_write(f[i], count))
		say("write f%d would wait\n", i);
	else
		say_bytes("write", i, write(f[i], buffer, count));
}

static void get_at(int i, int count, long offset)
{
	say_bytes("pread", i, pread(f[i], buffer, count, offset));
}

static void put_at(int i, int count, long offset)
{
	fill(count);
	say_bytes("pwrite", i, pwrite(f[i], buffer, count, offset));
}

static void make_pipe(int i, int k, int flags)
{
	int ends[2] = {-1, -1};
	told("pipe2", pipe2(ends, flags));
	f[i] = ends[0];
	f[k] = ends[1];
}

static void take(int i, const char *call, int fd)
{
	f[i] = told(call, fd);
}

static void size_of(int i)
{
	int inside = -1;
	told("FIONREAD", ioctl(f[i], FIONREAD, &inside));
	say("inside f%d: %d\n", i, inside);
}

static void say_file(const char *call, int result, struct stat *about)
{
	if (told(call, result) == -1)
		return;
	say("type %o links %d", about->st_mode >> 12, (int)about->st_nlink);
	if (S_ISREG(about->st_mode))
		say(" size %ld mode %o", (long)about->st_size, about->st_mode & 07777);
	say("\n");
}

static void stat_slot(int i)
{
	struct stat about;
	say_file("fstat", fstat(f[i], &about), &about);
}

static void stat_path(const char *path)
{
	struct stat about;
	say_file("stat", stat(path, &about), &about);
}

static void target(const char *path)
{
	char text[100] = "";
	told("readlink", readlink(path, text, sizeof text - 1));
	say("target: %s\n", text);
}

static void look_around(int a, int b, int c, int events)
{
	struct pollfd ask[3] = {{f[a], events, 0}, {f[b], events, 0}, {f[c], events, 0}};
	told("poll", poll(ask, 3, 0));
	say("ready: %x %x %x\n", ask[0].revents, ask[1].revents, ask[2].revents);
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
	if (told("select", select(100, &in, &out, NULL, &none)) >= 0)
		say("ready: %d %d\n", FD_ISSET(f[a], &in) != 0, FD_ISSET(f[b], &out) != 0);
}

/* ---- message queues: without a name as soon as they are open, so that none is left over ---- */

static void make_queue(int i, int messages, int size, int flags)
{
	char name[40];
	struct mq_attr attributes = {0, messages, size, 0, {0}};
	snprintf(name, sizeof name, "/random-program-%d", getpid());
	mqd_t queue = mq_open(name, O_CREAT | O_EXCL | flags, 0600, &attributes);
	take(i, "mq_open", queue);
	if (queue != -1)
		told("mq_unlink", mq_unlink(name));
}

static int waits_at_queue(int fd, int sends)
{
	struct mq_attr now;
	int access = fcntl(fd, F_GETFL) & O_ACCMODE;
	if (access == (sends ? O_RDONLY : O_WRONLY) || mq_getattr(fd, &now) == -1 || now.mq_flags & O_NONBLOCK)
		return 0;
	return now.mq_curmsgs == (sends ? now.mq_maxmsg : 0);
}

static void post(int i, int count, unsigned priority)
{
	fill(count);
	if (waits_at_queue(f[i], 1))
		say("mq_send f%d would wait\n", i);
	else
		told("mq_send", mq_send(f[i], buffer, count, priority));
}

static void fetch(int i, int size)
{
	unsigned priority = 0;
	if (waits_at_queue(f[i], 0)) {
		say("mq_receive f%d would wait\n", i);
		return;
	}
	say_bytes("mq_receive", i, mq_receive(f[i], buffer, size, &priority));
	say("priority %u\n", priority);
}

static void queue_state(int i, int flags)
{
	struct mq_attr now = {0, 0, 0, 0, {0}}, wanted = {flags, 1, 1, 1, {0}};
	told("mq_setattr", flags < 0 ? mq_getattr(f[i], &now) : mq_setattr(f[i], &wanted, &now));
	say("flags %lx, %ld of %ld, %ld bytes\n", now.mq_flags, now.mq_curmsgs, now.mq_maxmsg, now.mq_msgsize);
}

/* Told by a signal of a message into the empty queue, once. */
static void notice(int i, int signal, int count)
{
	struct sigevent event;
	sigset_t before = hold();
	memset(&event, 0, sizeof event);
	event.sigev_notify = signal == 0 ? SIGEV_NONE : SIGEV_SIGNAL;
	event.sigev_signo = signal;
	told("mq_notify", mq_notify(f[i], &event));
	told("mq_notify", mq_notify(f[i], &event));
	for (int k = 0; k < count; k++)
		post(i, k, k);
	told("mq_notify", mq_notify(f[i], NULL));
	let_go(before);
}

/* Letters of three types, and three times the one that is asked for; the queue is gone at the end. */
static void letters_by_type(int a, int b, int c, long wanted, int size, int flags)
{
	struct {
		long type;
		char text[8];
	} letter;
	int types[3] = {a, b, c};
	struct msqid_ds now;
	int queue = msgget(IPC_PRIVATE, 0600);
	for (int k = 0; k < 3; k++) {
		letter.type = types[k];
		memset(letter.text, 'a' + k, sizeof letter.text);
		told("msgsnd", msgsnd(queue, &letter, 2 * k + 1, IPC_NOWAIT));
	}
	for (int k = 0; k < 3; k++) {
		if (told("msgrcv", msgrcv(queue, &letter, size, wanted, flags | IPC_NOWAIT)) > 0)
			say("type %ld, %c\n", letter.type, letter.text[0]);
	}
	if (msgctl(queue, IPC_STAT, &now) == 0)
		say("%lu messages, %lu bytes\n", now.msg_qnum, now.msg_cbytes);
	told("msgctl", msgctl(queue, IPC_RMID, NULL));
	told("msgget", msgctl(queue, IPC_STAT, &now));
}

/* ---- signals ---- */

static void handler(int signal)
{
	say("[%d]", signal);
}

static void handler_that_raises(int signal)
{
	say("[%d", signal);
	raise(SIGURG);
	say("]");
}

static void handler_with_info(int signal, siginfo_t *info, void *context)
{
	(void)context;
	int sent = info->si_code <= 0;
	say("[%d code %d from %s", signal, info->si_code, sent || signal == SIGCHLD ? who(info->si_pid) : "nobody");
	if (info->si_code == SI_QUEUE)
		say(" value %d", info->si_value.sival_int);
	say("]");
}

static void handle(int signal, void (*function)(int), int flags, int masked)
{
	struct sigaction action = {0}, before = {0};
	action.sa_handler = function;
	if (flags & SA_SIGINFO)
		action.sa_sigaction = handler_with_info;
	action.sa_flags = flags;
	if (masked)
		sigaddset(&action.sa_mask, masked);
	if (told("sigaction", sigaction(signal, &action, &before)) == -1)
		return;
	say("before: %s %x %d\n", before.sa_handler == SIG_DFL ? "default" : before.sa_handler == SIG_IGN ? "ignore" : "handler",
		(unsigned)before.sa_flags & ~0x04000000u, sigismember(&before.sa_mask, SIGUSR1));
}

static void mask(int how, int first, int second)
{
	sigset_t set, before;
	sigemptyset(&set);
	sigaddset(&set, first);
	sigaddset(&set, second);
	told("sigprocmask", sigprocmask(how, &set, &before));
	say_set("before", &before);
}

static void pending(void)
{
	sigset_t set;
	told("sigpending", sigpending(&set));
	say_set("pending", &set);
}

static void accept_signal(int first, int second)
{
	sigset_t set;
	siginfo_t info = {0};
	struct timespec none = {0, 0};
	sigemptyset(&set);
	sigaddset(&set, first);
	sigaddset(&set, second);
	told("sigtimedwait", sigtimedwait(&set, &info, &none));
}

static void suspend(int signal)
{
	sigset_t before = hold(), set = before;
	raise(signal);
	sigdelset(&set, signal);
	struct sigaction action;
	sigaction(signal, NULL, &action);
	if (action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN)
		told("sigsuspend", sigsuspend(&set));
	let_go(before);
}

static void timer_interrupts_pause(int flags)
{
	sigset_t before = hold(), set = before;
	struct sigaction action = {0}, old;
	action.sa_handler = handler;
	action.sa_flags = flags;
	sigaction(SIGALRM, &action, &old);
	sigdelset(&set, SIGALRM);
	ualarm(2000, 0);
	told("sigsuspend", sigsuspend(&set));
	sigaction(SIGALRM, &old, NULL);
	let_go(before);
}

static void queue_to_self(int signal, int value)
{
	union sigval carried = {value};
	told("sigqueue", sigqueue(getpid(), signal, carried));
}

/* ---- children that take turns: one process runs at a time, and signals of the others wait until it is their turn ---- */

static void forget_kids(void)
{
	for (int i = 0; i < 4; i++) {
		if (kids[i].pid > 0 && !kids[i].dead) {
			close(kids[i].go);
			close(kids[i].done);
		}
		kids[i] = (struct kid){0};
	}
}

static void turn(void)
{
	sigset_t before = hold();
	char byte;
	if (my_done >= 0)
		write(my_done, "d", 1);
	if (my_go >= 0 && read(my_go, &byte, 1) != 1)
		_exit(0);
	let_go(before);
}

static void ended(int i)
{
	siginfo_t info;
	waitid(P_PID, kids[i].pid, &info, WEXITED | WNOWAIT);
	kids[i].dead = 1;
	close(kids[i].go);
	close(kids[i].done);
}

static void await(int i)
{
	char byte;
	if (read(kids[i].done, &byte, 1) != 1)
		ended(i);
}

/* Lets a child run to its next turn, or to its end. */
static void give(int i)
{
	if (kids[i].pid <= 0 || kids[i].dead || kids[i].stopped) {
		say("kid %d cannot go\n", i);
		return;
	}
	sigset_t before = hold();
	write(kids[i].go, "g", 1);
	await(i);
	let_go(before);
}

static int high(int fd)
{
	int copy = fcntl(fd, F_DUPFD_CLOEXEC, 200);
	close(fd);
	return copy;
}

/* A child that waits for its first turn; 1 in the child. */
static int start(int i)
{
	int go[2], done[2];
	if (kids[i].pid > 0 || my_go >= 0)
		return 0;
	sigset_t before = hold();
	pipe(go);
	go[0] = high(go[0]);
	go[1] = high(go[1]);
	pipe(done);
	done[0] = high(done[0]);
	done[1] = high(done[1]);
	pid_t pid = fork();
	if (pid == 0) {
		forget_kids();
		close(go[1]);
		close(done[0]);
		my_go = go[0];
		my_done = done[1];
		let_go(before);
		turn();
		return 1;
	}
	close(go[0]);
	close(done[1]);
	kids[i] = (struct kid){pid, go[1], done[0], 0, 0};
	await(i);
	let_go(before);
	return 0;
}

/* A child that runs to its end at once; 1 in the child. */
static int child(int i)
{
	if (kids[i].pid > 0 && !kids[i].dead)
		return 0;
	sigset_t before = hold();
	pid_t pid = fork();
	if (pid == 0) {
		forget_kids();
		close(my_go);
		close(my_done);
		my_go = my_done = -1;
		let_go(before);
		return 1;
	}
	kids[i] = (struct kid){pid, -1, -1, 0, 0};
	ended(i);
	let_go(before);
	return 0;
}

static void kill_all(void)
{
	hold();
	for (int i = 0; i < 4; i++)
		if (kids[i].pid > 0 && !kids[i].dead)
			kill(kids[i].pid, SIGKILL);
	while (waitpid(-1, NULL, 0) > 0)
		;
}

static void send(int i, int signal)
{
	struct kid *kid = &kids[i];
	siginfo_t info;
	if (kid->pid <= 0)
		return;
	sigset_t before = hold();
	told("kill", kill(kid->pid, signal));
	if (!kid->dead && signal == SIGKILL)
		ended(i);
	if (!kid->dead && signal == SIGSTOP && !kid->stopped) {
		waitid(P_PID, kid->pid, &info, WSTOPPED | WNOWAIT);
		kid->stopped = 1;
	}
	if (!kid->dead && signal == SIGCONT && kid->stopped) {
		waitid(P_PID, kid->pid, &info, WCONTINUED | WNOWAIT);
		kid->stopped = 0;
	}
	let_go(before);
}

static void reap(int i, int options)
{
	siginfo_t info = {0};
	int status = 0;
	idtype_t type = i < 0 ? P_ALL : P_PID;
	pid_t pid = i < 0 ? -1 : kids[i].pid;
	if (i >= 0 && pid <= 0)
		return;
	int asked = WEXITED | (options & WUNTRACED) | (options & WCONTINUED);
	if (!(options & WNOHANG) && waitid(type, pid, &info, asked | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0) {
		say("waitpid would wait\n");
		return;
	}
	pid = waitpid(pid, &status, options);
	say_status("waitpid", pid, status);
}

static void look(void)
{
	sigset_t set;
	for (int fd = 3; fd < 100; fd++)
		if (fcntl(fd, F_GETFD) != -1)
			say("%d open %x\n", fd, fcntl(fd, F_GETFL) & (O_ACCMODE | O_NONBLOCK | O_APPEND));
	sigprocmask(SIG_BLOCK, NULL, &set);
	say_set("mask", &set);
	pending();
	for (int i = 1; i < 32; i++) {
		struct sigaction action;
		if (sigaction(i, NULL, &action) == 0 && action.sa_handler != SIG_DFL)
			say("%d %s\n", i, action.sa_handler == SIG_IGN ? "ignored" : "handled");
	}
	say("alarm %d\n", (int)alarm(0));
}

static void become_another(void)
{
	execl(program, program, "look", (char *)0);
	told("exec", -1);
}

/* ---- waits that another process ends: the same whoever comes first ---- */

/* A child of which nobody keeps a record; 1 in the child. */
static pid_t helper(sigset_t before)
{
	pid_t pid = fork();
	if (pid == 0) {
		forget_kids();
		close(my_go);
		close(my_done);
		my_go = my_done = -1;
		let_go(before);
	}
	return pid;
}

static void end_helper(pid_t pid)
{
	int status = 0;
	pid = waitpid(pid, &status, 0);
	say_status("helper", pid == -1 ? -1 : getpid(), status);
}

static void read_is_answered(int asked, int given)
{
	int p[2];
	sigset_t before = hold();
	pipe(p);
	pid_t pid = helper(before);
	if (pid == 0) {
		close(p[1]);
		say_bytes("waiting read", 0, read(p[0], buffer, asked));
		_exit(3);
	}
	close(p[0]);
	nap();
	fill(given);
	if (given > 0)
		write(p[1], buffer, given);
	close(p[1]);
	end_helper(pid);
	let_go(before);
}

static void large_write(int count, int piece)
{
	int p[2];
	long n, total = 0;
	sigset_t before = hold();
	pipe(p);
	pid_t pid = helper(before);
	if (pid == 0) {
		close(p[0]);
		fill(count);
		say_bytes("large write", 0, write(p[1], buffer, count));
		_exit(4);
	}
	close(p[1]);
	while ((n = read(p[0], buffer, piece)) > 0)
		total += n;
	close(p[0]);
	end_helper(pid);
	say("read in all %ld\n", total);
	let_go(before);
}

static void reader_leaves(int count, int taken)
{
	int p[2], inside = 0;
	sigset_t before = hold();
	pipe(p);
	pid_t pid = helper(before);
	if (pid == 0) {
		close(p[0]);
		fill(count);
		say_bytes("broken write", 0, write(p[1], buffer, count));
		_exit(5);
	}
	close(p[1]);
	while (inside < 65536) {
		nap();
		ioctl(p[0], FIONREAD, &inside);
	}
	if (taken > 0)
		read(p[0], buffer, taken);
	close(p[0]);
	end_helper(pid);
	let_go(before);
}

static void read_is_interrupted(int flags)
{
	int p[2], q[2];
	char byte;
	sigset_t before = hold();
	pipe(p);
	pipe(q);
	pid_t pid = helper(before);
	if (pid == 0) {
		struct sigaction action = {0};
		sigset_t set;
		action.sa_handler = handler;
		action.sa_flags = flags;
		sigaction(SIGUSR1, &action, NULL);
		sigemptyset(&set);
		sigaddset(&set, SIGUSR1);
		sigprocmask(SIG_UNBLOCK, &set, NULL);
		write(q[1], "r", 1);
		long n = read(p[0], buffer, 10);
		say_bytes("interrupted read", 0, n);
		_exit(6);
	}
	read(q[0], &byte, 1);
	for (int i = 0; i < 10; i++)
		nap();
	kill(pid, SIGUSR1);
	for (int i = 0; i < 10; i++)
		nap();
	write(p[1], "data", 4);
	end_helper(pid);
	close(p[0]);
	close(p[1]);
	close(q[0]);
	close(q[1]);
	let_go(before);
}

static void stop_and_continue(int signal)
{
	int p[2], status = 0;
	char byte;
	sigset_t before = hold();
	pipe(p);
	pid_t pid = helper(before);
	if (pid == 0) {
		struct sigaction action = {0};
		action.sa_handler = SIG_DFL;
		sigaction(signal, &action, NULL);
		sigset_t set;
		sigemptyset(&set);
		sigaddset(&set, signal);
		sigprocmask(SIG_UNBLOCK, &set, NULL);
		close(p[1]);
		say("before the stop\n");
		raise(signal);
		say("after the stop %ld\n", (long)read(p[0], &byte, 1));
		_exit(7);
	}
	close(p[0]);
	pid_t stopped = waitpid(pid, &status, WUNTRACED);
	say_status("stopped", stopped == -1 ? -1 : getpid(), status);
	say("again %d\n", (int)waitpid(pid, &status, WUNTRACED | WNOHANG));
	told("kill", kill(pid, SIGCONT));
	pid_t continued = waitpid(pid, &status, WCONTINUED);
	say_status("continued", continued == -1 ? -1 : getpid(), status);
	close(p[1]);
	end_helper(pid);
	let_go(before);
}

static void poll_is_answered(int given)
{
	int p[2];
	sigset_t before = hold();
	pipe(p);
	pid_t pid = helper(before);
	if (pid == 0) {
		struct pollfd ask = {p[0], POLLIN, 0};
		close(p[1]);
		int n = poll(&ask, 1, -1);
		if (given > 0)
			say("waiting poll: %d %x\n", n, ask.revents & POLLIN);
		else
			say("waiting poll: %d %x\n", n, ask.revents);
		_exit(8);
	}
	close(p[0]);
	nap();
	fill(given);
	if (given > 0)
		write(p[1], buffer, given);
	close(p[1]);
	end_helper(pid);
	let_go(before);
}

static void wait_for_end(int code, int signal)
{
	sigset_t before = hold();
	pid_t pid = helper(before);
	if (pid == 0) {
		nap();
		if (signal) {
			struct sigaction action = {0};
			sigset_t set;
			action.sa_handler = SIG_DFL;
			sigaction(signal, &action, NULL);
			sigemptyset(&set);
			sigaddset(&set, signal);
			sigprocmask(SIG_UNBLOCK, &set, NULL);
			raise(signal);
		}
		_exit(code);
	}
	end_helper(pid);
	let_go(before);
}

/* ---- stdio ---- */

static void open_stream(int i, const char *path, const char *mode)
{
	if (s[i])
		return;
	last[i] = 0;
	s[i] = fopen(path, mode);
	if (s[i])
		say("fopen: %d\n", fileno(s[i]));
	else
		told("fopen", -1);
}

static int used_to(int i, int purpose)
{
	if (!s[i])
		return 0;
	if (last[i] && last[i] != purpose)
		fseek(s[i], 0, SEEK_CUR);
	last[i] = purpose;
	return 1;
}

static void close_stream(int i)
{
	if (s[i])
		told("fclose", fclose(s[i]));
	s[i] = NULL;
}

static void print_to(int i, int width)
{
	if (used_to(i, 'w'))
		told("fprintf", fprintf(s[i], "%*d;", width, next_letter++));
}

static void put_letters(int i, int count)
{
	fill(count);
	if (used_to(i, 'w'))
		told("fwrite", fwrite(buffer, 1, count, s[i]));
}

static void get_line(int i, int room)
{
	char line[300];
	if (!used_to(i, 'r'))
		return;
	if (fgets(line, room, s[i]))
		say("fgets: %d %.6s\n", (int)strlen(line), line);
	else
		say("fgets: %s%s\n", feof(s[i]) ? "end" : "", ferror(s[i]) ? "error" : "");
}

static void get_letter(int i)
{
	if (used_to(i, 'r'))
		told("fgetc", fgetc(s[i]));
}

static void push_back(int i, int letter)
{
	if (used_to(i, 'r'))
		told("ungetc", ungetc(letter, s[i]));
}

static void move_stream(int i, long offset, int whence)
{
	if (!s[i])
		return;
	told("fseek", fseek(s[i], offset, whence));
	told("ftell", ftell(s[i]));
	last[i] = 0;
}

static void flush_stream(int i)
{
	if (s[i])
		told("fflush", fflush(s[i]));
}

static void buffer_stream(int i, int mode, int size)
{
	if (s[i] && !last[i])
		told("setvbuf", setvbuf(s[i], NULL, mode, size));
}
