/* SG-47, SG-48, SG-49: which of several pending signals comes first, which ends its process before any other, and which numbers nobody may ask for. */
#include "row.h"

static void tell(int signal)
{
	sigset_t pending;
	char text[64];
	sigpending(&pending);
	write(1, text,
	      snprintf(text, sizeof text, "handler %d; TERM %d, URG %d\n", signal, sigismember(&pending, SIGTERM),
	               sigismember(&pending, SIGURG)));
}

/* A handler that blocks two more. */
static void handle(int signal, int first, int second)
{
	struct sigaction action = {.sa_handler = tell};
	sigemptyset(&action.sa_mask);
	if (first != 0)
		sigaddset(&action.sa_mask, first);
	if (second != 0)
		sigaddset(&action.sa_mask, second);
	sigaction(signal, &action, NULL);
}

static sigset_t all(void)
{
	sigset_t set;
	sigfillset(&set);
	return set;
}

/* A child sends itself signals while it blocks all, and unblocks them at once. */
static void pending_together(const char *what, const int *signals, int directed)
{
	int status;
	sigset_t set = all();
	if (fork() == 0) {
		sigprocmask(SIG_BLOCK, &set, NULL);
		for (; *signals != 0; signals++)
			directed ? raise(*signals) : kill(getpid(), *signals);
		sigprocmask(SIG_UNBLOCK, &set, NULL);
		_exit(0);
	}
	wait(&status);
	show_status(what, status);
}

/* A child that is stopped, or sleeps, gets signals from its parent. */
static void sent_to(const char *what, int stops, int first, int second)
{
	int status, ends[2];
	char byte = 0;
	pid_t child;
	pipe(ends);
	child = fork();
	if (child == 0) {
		sigset_t set = all();
		sigprocmask(SIG_BLOCK, &set, NULL);
		write(ends[1], &byte, 1);
		sigemptyset(&set);
		if (stops) {
			sigprocmask(SIG_SETMASK, &set, NULL);
			raise(SIGSTOP);
		}
		sigsuspend(&set);
		_exit(0);
	}
	read(ends[0], &byte, 1);
	if (stops)
		waitpid(child, &status, WUNTRACED);
	else
		settle();
	kill(child, first);
	kill(child, second);
	kill(child, SIGCONT);
	waitpid(child, &status, 0);
	show_status(what, status);
	close(ends[0]);
	close(ends[1]);
}

/* A child waits for a signal that it does not block. */
static void awaited(const char *what, int signal)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		sigset_t set;
		struct timespec longest = {0, 200000000};
		sigemptyset(&set);
		sigaddset(&set, signal);
		show("sigtimedwait", sigtimedwait(&set, NULL, &longest));
		_exit(0);
	}
	settle();
	kill(child, signal);
	waitpid(child, &status, 0);
	show_status(what, status);
}

int main(void)
{
	struct sigaction action = {.sa_handler = SIG_DFL};
	row("SG-47 pending together: by number, and what a fault would send before all");
	handle(SIGUSR1, SIGTERM, 0);
	pending_together("a handler that blocks what would end the process", (int[]){SIGTERM, SIGUSR1, 0}, 0);
	pending_together("what would end it has the lower number", (int[]){SIGUSR1, SIGHUP, 0}, 0);
	handle(SIGUSR1, SIGURG, 0);
	pending_together("a handler that blocks what is ignored", (int[]){SIGURG, SIGUSR1, 0}, 0);
	handle(SIGUSR1, 0, 0);
	pending_together("one that does not", (int[]){SIGURG, SIGUSR1, 0}, 0);
	handle(SIGHUP, SIGSEGV, SIGBUS);
	handle(SIGSEGV, SIGHUP, SIGBUS);
	handle(SIGBUS, SIGHUP, SIGSEGV);
	pending_together("SEGV, BUS and HUP to the thread", (int[]){SIGHUP, SIGSEGV, SIGBUS, 0}, 1);
	pending_together("and to the process", (int[]){SIGHUP, SIGSEGV, SIGBUS, 0}, 0);
	row("SG-48 what ends a process at once, and what waits its turn");
	signal(SIGHUP, SIG_DFL);
	handle(SIGUSR1, SIGTERM, SIGQUIT);
	sent_to("stopped: USR1, TERM", 1, SIGUSR1, SIGTERM);
	sent_to("stopped: USR1, QUIT", 1, SIGUSR1, SIGQUIT);
	sent_to("stopped: USR2, HUP", 1, SIGUSR2, SIGHUP);
	sent_to("stopped: TERM, KILL", 1, SIGTERM, SIGKILL);
	sent_to("asleep: TERM, HUP", 0, SIGTERM, SIGHUP);
	awaited("WINCH, ignored, is not awaited in vain", SIGWINCH);
	awaited("TERM ends who waits for it without blocking it", SIGTERM);
	awaited("QUIT, which leaves a core, does not", SIGQUIT);
	row("SG-49 numbers that the library keeps for itself");
	for (int signal = 31; signal <= 34; signal++) {
		show("ask", sigaction(signal, NULL, &action));
		show("set", sigaction(signal, &action, NULL));
	}
	return 0;
}
