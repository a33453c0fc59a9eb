// What looks like a function takes its argument once, whatever it is made of.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <math.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

static int taken(const char *name, long count)
{
	return printf("%s: %ld\n", name, count);
}

static void jumps(void)
{
	static jmp_buf stack[3];
	static sigjmp_buf masks[3];
	volatile int top = 0, above = 0, below = 0;
	if (setjmp(stack[top++]) == 0)
		longjmp(stack[top - 1], 1);
	taken("setjmp", top);
	if (sigsetjmp(masks[above++], 1) == 0)
		siglongjmp(masks[above - 1], 1);
	taken("sigsetjmp", above);
	if (_setjmp(stack[below++]) == 0)
		_longjmp(stack[below - 1], 1);
	taken("_setjmp", below);
}

int main(void)
{
	fd_set sets[2], *set = sets;
	cpu_set_t cpus[2], *cpu = cpus;
	const char *texts[] = {"one", "three", "five"}, **text = texts;
	double numbers[] = {4, 9}, *number = numbers;
	int statuses[] = {0x100, 9, 0x137f}, *status = statuses, letters[] = {'a', 'B', '7'}, *letter = letters;
	atomic_int counters[2] = {5, 6}, *counter = counters;
	sigset_t signals[2], *mask = signals;
	jumps();
	FD_ZERO(set++);
	taken("FD_ZERO", set - sets);
	CPU_ZERO(cpu++);
	taken("CPU_ZERO", cpu - cpus);
	printf("%s ", strdupa(*text++));
	taken("strdupa", text - texts);
	printf("%s ", strndupa(*text++, 2));
	taken("strndupa", text - texts);
	printf("%d ", (int)sqrt(*number++));
	taken("sqrt", number - numbers);
	printf("%d ", isnan(*number++) || isinf(number[-1]) || signbit(number[-1]));
	taken("isnan", number - numbers);
	printf("%d %d ", WIFEXITED(*status++), WEXITSTATUS(statuses[0]));
	taken("WIFEXITED", status - statuses);
	printf("%d ", WIFSIGNALED(*status++));
	taken("WIFSIGNALED", status - statuses);
	printf("%d ", WIFSTOPPED(*status++));
	taken("WIFSTOPPED", status - statuses);
	printf("%c%d ", toupper(*letter++), isdigit(letters[2]) != 0);
	taken("toupper", letter - letters);
	printf("%d ", isalpha(*letter++) != 0);
	taken("isalpha", letter - letters);
	printf("%d ", atomic_fetch_add(counter++, 1));
	taken("atomic_fetch_add", counter - counters);
	sigemptyset(mask++);
	taken("sigemptyset", mask - signals);
	letter = letters;
	printf("%x ", htons(*letter++));
	taken("htons", letter - letters);
	return 0;
}
