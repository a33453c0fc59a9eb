/* What strace shows of signals: the calls that they break off, in what order they come, what the return of a handler gives. */
#include "case.h"
#include <poll.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/msg.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>

static int ends[2];

static void handler(int signal) { (void)signal; }

static void handle(int signal, int flags)
{
	struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
	sigaction(signal, &action, NULL);
}

static void mask(int how, int first, int second, int third)
{
	sigset_t set;
	sigemptyset(&set);
	if (first != 0)
		sigaddset(&set, first);
	if (second != 0)
		sigaddset(&set, second);
	if (third != 0)
		sigaddset(&set, third);
	sigprocmask(how, &set, NULL);
}

/* The parent is not to be told of its children while it is watched. */
static void alone(void)
{
	pipe(ends);
	mask(SIG_BLOCK, SIGCHLD, 0, 0);
	begin();
}

/* A moment, in which others come to where they sleep. */
static void moment(void)
{
	struct timespec time = {0, 40000000};
	nanosleep(&time, NULL);
}

/* A child sleeps in a call when something is done to it. */
#define ASLEEP(which, done, ...)     \
	CASE(which)                       \
	{                                \
		alone();                      \
		pid_t child = fork();         \
		if (child == 0) {             \
			__VA_ARGS__;              \
			_exit(0);                 \
		}                            \
		moment();                     \
		done;                         \
		waitpid(child, NULL, 0);      \
	}
#define GETS(which, signal, ...) ASLEEP(which, kill(child, signal), __VA_ARGS__)
#define STOPS(which, ...) ASLEEP(which, stop_for_a_moment(child), __VA_ARGS__)

static void stop_for_a_moment(pid_t child)
{
	kill(child, SIGSTOP);
	waitpid(child, NULL, WUNTRACED);
	kill(child, SIGCONT);
	moment();
	write(ends[1], "x", 1);
	moment();
	kill(child, SIGKILL);
}

static void read_one(void) { read(ends[0], line, 1); }
static void fill(void) { write(ends[1], big, sizeof big); }
static void sleep_long(int tells) { struct timespec time = {5, 0}, left; nanosleep(&time, tells ? &left : NULL); }
static void sleep_until(void) { struct timespec time; clock_gettime(CLOCK_MONOTONIC, &time); time.tv_sec += 5; clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL); }
static void poll_one(void) { struct pollfd one = {ends[0], POLLIN, 0}; poll(&one, 1, 5000); }
static void ppoll_one(void) { struct pollfd one = {ends[0], POLLIN, 0}; sigset_t none; sigemptyset(&none); ppoll(&one, 1, NULL, &none); }
static void select_one(void) { fd_set set; FD_ZERO(&set); FD_SET(ends[0], &set); select(ends[0] + 1, &set, NULL, NULL, NULL); }
static void suspend(void) { sigset_t none; sigemptyset(&none); sigsuspend(&none); }
static void take(void) { sigset_t set; siginfo_t info; struct timespec time = {5, 0}; sigemptyset(&set); sigaddset(&set, SIGUSR2); sigtimedwait(&set, &info, &time); }
static void receive(void) { int pair[2]; socketpair(AF_UNIX, SOCK_STREAM, 0, pair); recv(pair[0], line, 1, 0); }
static void wait_for_child(void) { int status; if (fork() == 0) { pause(); _exit(0); } waitpid(-1, &status, 0); }
static void wait_a_moment(void) { if (fork() == 0) { moment(); moment(); _exit(3); } waitpid(-1, NULL, 0); }

GETS(killed_in_read, SIGKILL, read_one())
GETS(killed_in_write, SIGKILL, fill())
GETS(killed_in_sleep, SIGKILL, sleep_long(1))
GETS(killed_in_poll, SIGKILL, poll_one())
GETS(killed_in_select, SIGKILL, select_one())
GETS(killed_in_pause, SIGKILL, pause())
GETS(killed_in_sigsuspend, SIGKILL, suspend())
GETS(killed_in_sigtimedwait, SIGKILL, take())
GETS(killed_in_recv, SIGKILL, receive())
GETS(ended_in_read, SIGTERM, read_one())
GETS(ended_in_write, SIGTERM, fill())
GETS(ended_in_sleep, SIGTERM, sleep_long(1))
GETS(ended_in_sleep_untold, SIGTERM, sleep_long(0))
GETS(ended_in_sleep_until, SIGTERM, sleep_until())
GETS(ended_in_poll, SIGTERM, poll_one())
GETS(ended_in_ppoll, SIGTERM, ppoll_one())
GETS(ended_in_select, SIGTERM, select_one())
GETS(ended_in_pause, SIGTERM, pause())
GETS(ended_in_sigsuspend, SIGTERM, suspend())
GETS(ended_in_sigtimedwait, SIGTERM, take())
GETS(ended_in_recv, SIGTERM, receive())
GETS(ended_in_flock, SIGTERM, int file = open("lock", O_RDWR | O_CREAT, 0600); int other = open("lock", O_RDWR); flock(file, LOCK_EX); flock(other, LOCK_EX))
GETS(ended_in_msgrcv, SIGTERM, struct { long type; char text[8]; } message; msgrcv(msgget(IPC_PRIVATE, 0600), &message, 8, 0, 0))
GETS(handled_in_read, SIGUSR1, handle(SIGUSR1, 0); read_one())
GETS(handled_in_sleep, SIGUSR1, handle(SIGUSR1, SA_RESTART); sleep_long(1))
GETS(handled_in_poll, SIGUSR1, handle(SIGUSR1, SA_RESTART); poll_one())
GETS(handled_in_sigsuspend, SIGUSR1, handle(SIGUSR1, 0); suspend())
GETS(handled_and_begun_anew, SIGUSR1, handle(SIGUSR1, SA_RESTART); wait_a_moment())
GETS(ignored_in_pause, SIGWINCH, alarm(1); pause())
STOPS(stopped_in_read, read_one())
STOPS(stopped_in_sleep, sleep_long(1))
STOPS(stopped_in_poll, poll_one())
STOPS(stopped_in_select, select_one())
STOPS(stopped_in_pause, pause())
STOPS(stopped_and_handled, handle(SIGCONT, 0); sleep_long(1))
STOPS(killed_when_stopped, raise(SIGSTOP); raise(SIGSTOP))

CASE(alarm_ends_poll) { begin(); alarm(1); poll(NULL, 0, 5000); }
CASE(pending_deadly_at_sigsuspend) { mask(SIG_BLOCK, SIGTERM, 0, 0); begin(); raise(SIGTERM); suspend(); }
CASE(deadly_at_unblocking) { mask(SIG_BLOCK, SIGTERM, SIGUSR1, 0); handle(SIGUSR1, 0); begin(); kill(getpid(), SIGTERM); kill(getpid(), SIGUSR1); mask(SIG_UNBLOCK, SIGTERM, SIGUSR1, 0); }
CASE(ignored_at_unblocking)
{
	mask(SIG_BLOCK, SIGWINCH, SIGUSR1, SIGURG);
	handle(SIGUSR1, 0);
	begin();
	kill(getpid(), SIGWINCH);
	raise(SIGURG);
	kill(getpid(), SIGUSR1);
	raise(SIGUSR1);
	mask(SIG_UNBLOCK, SIGWINCH, SIGUSR1, SIGURG);
	close(88);
}
CASE(discarded_by_sigaction) { mask(SIG_BLOCK, SIGUSR1, 0, 0); begin(); raise(SIGUSR1); signal(SIGUSR1, SIG_IGN); mask(SIG_UNBLOCK, SIGUSR1, 0, 0); close(88); }
CASE(taken_by_sigwait) { int signal; sigset_t set; mask(SIG_BLOCK, SIGUSR1, SIGWINCH, 0); begin(); raise(SIGUSR1); raise(SIGWINCH); sigemptyset(&set); sigaddset(&set, SIGUSR1); sigwait(&set, &signal); mask(SIG_UNBLOCK, SIGUSR1, SIGWINCH, 0); close(88); }
CASE(stop_and_continue_cancel) { mask(SIG_BLOCK, SIGTSTP, SIGCONT, 0); begin(); raise(SIGCONT); raise(SIGTSTP); raise(SIGCONT); mask(SIG_UNBLOCK, SIGTSTP, SIGCONT, 0); close(88); }
CASE(queued_twice) { mask(SIG_BLOCK, SIGRTMIN, 0, 0); handle(SIGRTMIN, 0); begin(); sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 7}); sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 8}); mask(SIG_UNBLOCK, SIGRTMIN, 0, 0); }
CASE(one_above_the_other)
{
	mask(SIG_BLOCK, SIGHUP, SIGUSR1, SIGRTMIN);
	handle(SIGHUP, 0);
	handle(SIGUSR1, SA_NODEFER);
	handle(SIGRTMIN, SA_RESETHAND);
	begin();
	kill(getpid(), SIGRTMIN);
	kill(getpid(), SIGUSR1);
	raise(SIGUSR1);
	kill(getpid(), SIGHUP);
	suspend();
}
CASE(result_in_the_register) { handle(SIGPIPE, 0); pipe(ends); close(ends[0]); begin(); write(ends[1], "x", 1); }
CASE(flags_of_sigaction)
{
	begin();
	handle(SIGUSR1, SA_NOCLDWAIT | SA_NOCLDSTOP | SA_NODEFER | SA_RESTART | SA_ONSTACK | SA_SIGINFO);
	struct sigaction old;
	sigaction(SIGUSR1, NULL, &old);
	sigaction(SIGRTMIN - 1, NULL, &old);
}
CASE(other_child_ends)
{
	begin();
	pid_t child = fork();
	if (child == 0) {
		moment();
		moment();
		_exit(2);
	}
	if (fork() == 0) {
		moment();
		_exit(1);
	}
	waitpid(child, NULL, 0);
}
