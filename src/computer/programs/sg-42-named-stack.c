/* sigaltstack(2): a handler's variables lie in the array that was named, wherever that is. */
#define _GNU_SOURCE
#include "row.h"
#include <setjmp.h>

static char *space;
static size_t size;
static sigjmp_buf again;
static volatile sig_atomic_t inside, onIt, deep;

static int isInside(const void *place)
{
	return (const char *)place >= space && (const char *)place < space + size;
}

static void lower(int count)
{
	char room[200];
	memset(room, count, sizeof room);
	deep += isInside(room);
	if (count > 0)
		lower(count - 1);
	deep += room[7] == count;
}

static void handler(int signal)
{
	int local = signal;
	stack_t now;
	sigaltstack(NULL, &now);
	inside = isInside(&local);
	onIt = now.ss_flags == SS_ONSTACK;
	lower(5);
}

static void leave(int signal)
{
	int local = signal;
	inside = isInside(&local);
	siglongjmp(again, 1);
}

static void handle(int signal, void (*function)(int), int flags)
{
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_handler = function;
	action.sa_flags = flags;
	sigaction(signal, &action, NULL);
}

static void once(const char *what, int signal)
{
	inside = onIt = deep = 0;
	raise(signal);
	printf("%s: inside %d, on it %d, deep %d\n", what, (int)inside, (int)onIt, (int)deep);
}

static void name(char *start, size_t bytes)
{
	stack_t stack;
	memset(&stack, 0, sizeof stack);
	space = stack.ss_sp = start;
	size = stack.ss_size = bytes;
	show("named", sigaltstack(&stack, NULL));
}

static int deeper(int count)
{
	volatile char room[10000];
	room[0] = count;
	return count < 0 ? 0 : deeper(count + 1) + room[0];
}

int main(void)
{
	static char data[16384];
	char onStack[16384];
	printf("-- SG-42 a stack for handlers\n");
	handle(SIGUSR1, handler, SA_ONSTACK);
	handle(SIGUSR2, handler, 0);
	handle(SIGSEGV, leave, SA_ONSTACK);
	once("none named", SIGUSR1);
	name(data, sizeof data);
	once("data", SIGUSR1);
	once("without SA_ONSTACK", SIGUSR2);
	name(malloc(16384), 16384);
	once("heap", SIGUSR1);
	inside = 0;
	if (sigsetjmp(again, 1) == 0)
		deeper(0);
	printf("overflow: inside %d\n", (int)inside);
	if (sigsetjmp(again, 1) == 0)
		deeper(0);
	printf("once more: inside %d\n", (int)inside);
	name(onStack, sizeof onStack);
	once("in main's own frame", SIGUSR1);
	once("and back", SIGUSR2);
	return 0;
}
