/* SG-51: a handler's ucontext_t tells the mask that will be put back, and can change it; handlers on handlers fill the stack. */
#define _GNU_SOURCE
#include "row.h"
#include <setjmp.h>
#include <ucontext.h>

static char space[16384];
static volatile sig_atomic_t depth;
static sigjmp_buf again;

static void masked(const char *what)
{
	sigset_t now;
	sigprocmask(SIG_SETMASK, NULL, &now);
	printf("%s:", what);
	for (int signal = 1; signal <= 64; signal++)
		if (sigismember(&now, signal) == 1)
			printf(" %d", signal);
	printf("\n");
}

static void handler(int signal, siginfo_t *info, void *given)
{
	ucontext_t *context = given;
	greg_t *registers = context->uc_mcontext.gregs;
	printf("%d, from kill %d:", signal, info->si_code == SI_USER || info->si_code == SI_TKILL);
	for (int each = 1; each <= 64; each++)
		if (sigismember(&context->uc_sigmask, each) == 1)
			printf(" %d", each);
	printf(", stack %d %d", context->uc_stack.ss_sp == space, (int)context->uc_stack.ss_size);
	printf(", addresses %d %d\n", registers[REG_RIP] != 0, registers[REG_RSP] > (greg_t)&context ? 1 : 0);
	masked("inside");
}

static void change(int signal, siginfo_t *info, void *given)
{
	ucontext_t *context = given;
	handler(signal, info, given);
	sigaddset(&context->uc_sigmask, SIGTERM);
	sigaddset(&context->uc_sigmask, SIGKILL);
	sigdelset(&context->uc_sigmask, SIGUSR2);
}

static void deeper(int signal, siginfo_t *info, void *given)
{
	(void)info;
	(void)given;
	depth++;
	raise(signal);
}

static void once(int signal, siginfo_t *info, void *given)
{
	(void)info;
	(void)given;
	if (++depth < 3)
		raise(signal);
	if (depth == 3) {
		depth++;
		siglongjmp(again, 1);
	}
}

static void fault(int signal, siginfo_t *info, void *given)
{
	(void)given;
	printf("%d, code %d\n", signal, info->si_code);
	fflush(stdout);
	_exit(0);
}

static void handle(int signal, void (*function)(int, siginfo_t *, void *), int flags)
{
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_sigaction = function;
	action.sa_flags = flags | SA_SIGINFO;
	sigaction(signal, &action, NULL);
}

/* One child for each way in which handlers can fill the stack. */
static void endless(const char *what, int signal, int segv)
{
	int status;
	fflush(stdout);
	if (fork() == 0) {
		handle(signal, deeper, SA_NODEFER);
		if (segv)
			handle(SIGSEGV, deeper, SA_NODEFER);
		raise(signal);
		_exit(0);
	}
	wait(&status);
	show_status(what, status);
}

int main(void)
{
	sigset_t set;
	stack_t stack = {.ss_sp = space, .ss_size = sizeof space};
	row("SG-51 what a handler goes back to");
	handle(SIGUSR1, handler, 0);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(SIGUSR1);
	masked("as it was");
	handle(SIGUSR1, change, 0);
	raise(SIGUSR1);
	masked("as the handler left it");
	sigaltstack(&stack, NULL);
	raise(SIGUSR1);
	sigemptyset(&set);
	sigprocmask(SIG_SETMASK, &set, NULL);
	handle(SIGALRM, handler, 0);
	sigfillset(&set);
	sigdelset(&set, SIGALRM);
	sigaddset(&set, SIGUSR1);
	alarm(1);
	sigsuspend(&set);
	masked("after sigsuspend");

	handle(SIGUSR2, once, SA_NODEFER);
	if (sigsetjmp(again, 1) == 0)
		raise(SIGUSR2);
	raise(SIGUSR2);
	printf("left two, returned from one: %d\n", (int)depth);
	masked("after them");

	endless("endless", SIGUSR2, 0);
	endless("with a handler of SIGSEGV", SIGUSR2, 1);
	if (fork() == 0) {
		handle(SIGILL, fault, 0);
		__builtin_trap();
	}
	wait(NULL);
	return 0;
}
