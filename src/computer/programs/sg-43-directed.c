/* A signal from raise is the thread's, one from kill the process's: each is pending by itself, and the thread's comes first. */
#define _GNU_SOURCE
#include "row.h"

static int order[16], count;

static void note(int signal, siginfo_t *info, void *context)
{
	(void)context;
	order[count++] = info->si_code == SI_TKILL ? -signal : signal;
}

static void handlers(const char *what, const sigset_t *set)
{
	count = 0;
	sigprocmask(SIG_UNBLOCK, set, NULL);
	printf("%s:", what);
	for (int i = 0; i < count; i++)
		printf(" %d", order[i]);
	printf("\n");
	sigprocmask(SIG_BLOCK, set, NULL);
}

int main(void)
{
	struct sigaction action = {.sa_sigaction = note, .sa_flags = SA_SIGINFO};
	sigset_t set, pending;
	siginfo_t info;
	sigfillset(&action.sa_mask);
	sigemptyset(&set);
	for (int i = 0; i < 3; i++) {
		int signal = (int[]){SIGUSR1, SIGUSR2, SIGTERM}[i];
		sigaddset(&set, signal);
		sigaction(signal, &action, NULL);
	}
	sigprocmask(SIG_BLOCK, &set, NULL);
	kill(getpid(), SIGUSR1);
	raise(SIGUSR2);
	raise(SIGTERM);
	handlers("raise and kill", &set);
	raise(SIGUSR1);
	raise(SIGUSR1);
	kill(getpid(), SIGUSR1);
	kill(getpid(), SIGUSR1);
	handlers("both of one number", &set);
	kill(getpid(), SIGUSR1);
	raise(SIGUSR2);
	sigpending(&pending);
	printf("%d %d\n", sigismember(&pending, SIGUSR1), sigismember(&pending, SIGUSR2));
	printf("taken %d", sigwaitinfo(&set, &info));
	printf(" %d", info.si_code == SI_TKILL);
	printf(" %d", sigwaitinfo(&set, &info));
	printf(" %d\n", info.si_code == SI_USER);
	raise(SIGUSR1);
	if (fork() == 0) {
		sigpending(&pending);
		printf("child %d\n", sigismember(&pending, SIGUSR1));
		return 0;
	}
	wait(NULL);
	handlers("and then", &set);
	return 0;
}
