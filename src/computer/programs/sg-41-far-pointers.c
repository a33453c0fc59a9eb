/* Addresses of 64 bits: what a program reads and writes beyond all memory. */
#define _GNU_SOURCE
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct triple {
	int first, second, third;
};

static int words[4] = {1, 2, 3, 4};
static char letters[8] = "letters";
static struct triple triples[2];
static sigjmp_buf back;
static volatile uintptr_t where;
static volatile int code;
volatile int sink;
volatile long longSink;
struct triple one;

static void caught(int sig, siginfo_t *info, void *context)
{
	(void)sig;
	(void)context;
	where = (uintptr_t)info->si_addr;
	code = info->si_code;
	siglongjmp(back, 1);
}

/* Prints how far the address of the fault is from a place. */
#define TRY(what, from, expression)                                                    \
	do {                                                                           \
		if (sigsetjmp(back, 1) == 0) {                                         \
			expression;                                                    \
			printf("%s: nothing happened\n", what);                        \
		} else                                                                 \
			printf("%s: at %#lx, code %d\n", what,                         \
			       (unsigned long)(where - (uintptr_t)(from)), code);      \
	} while (0)

int main(void)
{
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_sigaction = caught;
	action.sa_flags = SA_SIGINFO;
	sigaction(SIGSEGV, &action, NULL);

	uintptr_t high = 0x100000000;
	volatile int *far = (volatile int *)((uintptr_t)words + high);
	volatile char *farLetters = (volatile char *)((uintptr_t)letters + high);
	volatile short *farShort = (volatile short *)((uintptr_t)letters + high);
	volatile long *farLong = (volatile long *)((uintptr_t)letters + high);
	struct triple *farTriple = (struct triple *)((uintptr_t)triples + high);
	char local[8];
	struct stat status;

	printf("-- SG-41 addresses of 64 bits\n");
	TRY("load", words, sink = *far);
	TRY("store", words, *far = 1);
	TRY("load of a char", letters, sink = *farLetters);
	TRY("store of a char", letters, *farLetters = 1);
	TRY("load of a short", letters, sink = *farShort);
	TRY("store of a short", letters, *farShort = 1);
	TRY("load of a long", letters, longSink = *farLong);
	TRY("store of a long", letters, *farLong = 1);
	TRY("element", words, sink = far[1]);
	for (int i = 2; i < 3; i++)
		TRY("element by a variable", words, far[i] = 1);
	TRY("copy from", triples, one = *farTriple);
	TRY("member", triples, one.first = farTriple->third);
	TRY("memcpy", letters, memcpy(local, (char *)farLetters, 8));
	TRY("strlen", letters, sink = strlen((char *)farLetters));
	TRY("strcmp", letters, sink = strcmp((char *)farLetters, letters));
	TRY("call", high, ((void (*)(void))(high + 8))());

	/* An index leads as far as it says. */
	volatile unsigned before = 0;
	volatile int most = 0x7fffffff;
	volatile long beyond = 0x100000000;
	volatile size_t none = 0;
	TRY("unsigned index below 0", words, sink = words[before - 1]);
	TRY("greatest int as an index", words, words[most] = 1);
	TRY("index beyond 32 bits", words, sink = words[beyond]);
	TRY("index beyond 32 bits of chars", letters, letters[beyond] = 1);
	TRY("index beyond 32 bits of structs", triples, sink = triples[beyond].second);
	TRY("greatest int of structs", triples, sink = triples[most].first);
	int *moved = words;
	moved += beyond;
	TRY("moved pointer", words, *moved = 1);
	moved -= beyond;
	printf("and back: %d\n", *moved);
	printf("difference: %ld\n", (long)(far - words));
	printf("null minus one: %#lx\n", (unsigned long)(uintptr_t)((char *)0 + none - 1));
	printf("order: %d %d\n", (uintptr_t)far > (uintptr_t)words, (char *)far > (char *)words);

	/* What cannot be an address at all, and what is protected. */
	TRY("no address", 0, sink = *(volatile int *)0x4141414141414141);
	TRY("the last byte", 0, sink = *(volatile char *)-1L);
	TRY("null minus 4", 0, sink = ((volatile int *)0)[none - 1]);
	TRY("constant", "constant", *(volatile char *)"constant" = 'x');

	/* The kernel sees all of a pointer. */
	errno = 0;
	printf("write: %zd", write(1, (void *)farLetters, 1));
	printf(" %s\n", strerror(errno));
	errno = 0;
	printf("stat: %d", stat((char *)farLetters, &status));
	printf(" %s\n", strerror(errno));
	errno = 0;
	printf("wait: %d", (int)waitpid(-1, (int *)(uintptr_t)(high + 1), 0));
	printf(" %s\n", strerror(errno));
	return 0;
}
