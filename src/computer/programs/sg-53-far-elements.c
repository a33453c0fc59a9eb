/* An index so far that no processor can form the address: SIGBUS where the array lies in the function's own frame. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

struct block {
	long words[4];
};

static long words[10];
static sigjmp_buf back;
static volatile int number;
static volatile int code;
static void *volatile where;

static void caught(int sig, siginfo_t *info, void *context)
{
	(void)context;
	number = sig;
	code = info->si_code;
	where = info->si_addr;
	siglongjmp(back, 1);
}

#define TRY(what, expression)                                                          \
	do {                                                                           \
		if (sigsetjmp(back, 1) == 0) {                                         \
			expression;                                                    \
			printf("%s: nothing happened\n", what);                        \
		} else                                                                 \
			printf("%s: %s, code %d, at %p\n", what,                       \
			       number == SIGBUS ? "SIGBUS" : "SIGSEGV", code, where);  \
	} while (0)

static void look(long far, long *pointer, struct block *block, int n)
{
	long own[10] = {0};
	struct block kept = {{0}};
	char letters[16] = {0};
	long counted[n];
	volatile long sink = 0;

	counted[0] = sink;
	TRY("read of a local array", sink = own[far]);
	TRY("write of a local array", own[far] = 1);
	TRY("array in a local struct", sink = kept.words[far]);
	TRY("local letters", letters[far << 3] = 'x');
	TRY("array of variable length", sink = counted[far]);
	TRY("global array", sink = words[far]);
	TRY("pointer", sink = pointer[far]);
	TRY("array in a struct behind a pointer", sink = block->words[far]);
	printf("letters: %d\n", letters[0]);
}

int main(void)
{
	struct sigaction action;
	long array[10] = {0};
	struct block block = {{0}};

	memset(&action, 0, sizeof action);
	action.sa_sigaction = caught;
	action.sa_flags = SA_SIGINFO;
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGBUS, &action, NULL);
	printf("-- SG-53 elements whose address cannot be\n");
	look(0x1000000000000000, array, &block, 2);
	return 0;
}
