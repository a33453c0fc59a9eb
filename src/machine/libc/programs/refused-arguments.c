// What a function does with NULL where a format or a place was wanted, and with glibc's own two signals.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/times.h>

static void show(const char *what, int result)
{
	printf("%s: %d %d\n", what, result, result == -1 ? errno == EINVAL : 0);
}

int main(void)
{
	const char *volatile nothing = NULL;
	char text[8];
	sigset_t set;

	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("times: %d\n", times(NULL) != -1);
	show("printf", printf(nothing));
	show("fprintf", fprintf(stdout, nothing));
	show("snprintf", snprintf(text, sizeof text, nothing));
	sigemptyset(&set);
	for (int signal = 31; signal <= 34; signal++) {
		show("sigaddset", sigaddset(&set, signal));
		show("sigismember", sigismember(&set, signal));
		show("sigdelset", sigdelset(&set, signal));
	}
	show("signal", signal(32, SIG_IGN) == SIG_ERR ? -1 : 0);
	fflush(stdout);
	stderr = stdout;
	psignal(SIGUSR1, "known");
	psignal(40, "real-time");
	psignal(99, NULL);
	return 0;
}
