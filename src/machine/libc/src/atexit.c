// atexit and on_exit: what exit calls, last registered first.
#include <bits/hooks.h>
#include <stdlib.h>

#define MOST 256

static struct {
	void (*plain)(void);
	void (*with_status)(int, void *);
	void *argument;
} handlers[MOST];
static int count;

static void run(int status)
{
	while (count > 0) {
		--count;
		if (handlers[count].plain)
			handlers[count].plain();
		else
			handlers[count].with_status(status, handlers[count].argument);
	}
}

static int add(void (*plain)(void), void (*with_status)(int, void *), void *argument)
{
	if (count == MOST)
		return -1;
	handlers[count].plain = plain;
	handlers[count].with_status = with_status;
	handlers[count].argument = argument;
	count++;
	__run_exit_handlers = run;
	return 0;
}

int atexit(void (*function)(void))
{
	return add(function, NULL, NULL);
}

int on_exit(void (*function)(int, void *), void *argument)
{
	return add(NULL, function, argument);
}
