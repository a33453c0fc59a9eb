/* sigaltstack(2): a handler for a stack that has overflowed, and the errors. */
#define _GNU_SOURCE
#include "row.h"
#include <setjmp.h>
#include <sys/resource.h>

static sigjmp_buf again;
static volatile sig_atomic_t depth, handled, nested, status_inside, refused;

static void handler(int signal, siginfo_t *info, void *context)
{
	stack_t now;
	(void)context;
	(void)info;
	sigaltstack(NULL, &now);
	status_inside = now.ss_flags;
	refused = sigaltstack(&now, NULL) == -1 ? errno : 0;
	handled = signal;
	if (signal == SIGUSR1) {
		nested++;
		if (nested < 3)
			raise(SIGUSR1);
		return;
	}
	siglongjmp(again, 1);
}

static int deeper(int count)
{
	volatile char room[1000];
	room[0] = count;
	depth = count;
	return count < 0 ? 0 : deeper(count + 1) + room[0];
}

int main(void)
{
	static char space[65536];
	stack_t stack, old;
	struct sigaction action;
	struct rlimit limit = {1 << 20, RLIM_INFINITY};
	memset(&stack, 0, sizeof stack);
	setrlimit(RLIMIT_STACK, &limit);
	show("none yet", sigaltstack(NULL, &old));
	printf("disabled %d\n", old.ss_flags == SS_DISABLE);
	stack.ss_sp = space;
	stack.ss_size = 100;
	show("too small", sigaltstack(&stack, NULL));
	stack.ss_size = sizeof space;
	stack.ss_flags = 77;
	show("bad flags", sigaltstack(&stack, NULL));
	stack.ss_flags = SS_ONSTACK | SS_DISABLE;
	show("both flags", sigaltstack(&stack, NULL));
	stack.ss_flags = 0;
	show("set", sigaltstack(&stack, NULL));
	sigaltstack(NULL, &old);
	printf("told %d %d %d\n", old.ss_sp == space, (int)old.ss_size, old.ss_flags);
	memset(&action, 0, sizeof action);
	action.sa_sigaction = handler;
	action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGUSR1, &action, NULL);
	raise(SIGUSR1);
	printf("on it %d, refused %d, nested %d\n", status_inside == SS_ONSTACK, refused == EPERM, (int)nested);
	for (int round = 0; round < 2; round++) {
		if (sigsetjmp(again, 1) == 0)
			deeper(1);
		printf("overflow caught %d, deep %d\n", handled == SIGSEGV, depth > 100);
	}
	stack.ss_flags = SS_DISABLE;
	show("disable", sigaltstack(&stack, &old));
	sigaltstack(NULL, &old);
	printf("disabled %d\n", old.ss_flags == SS_DISABLE);
	return 0;
}
