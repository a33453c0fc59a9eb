// quick_exit: an exit that flushes nothing.
#include <stdlib.h>
#include <unistd.h>

static void (*handlers[32])(void);
static int count;

int at_quick_exit(void (*function)(void))
{
	if (count == 32)
		return -1;
	handlers[count++] = function;
	return 0;
}

_Noreturn void quick_exit(int status)
{
	while (count > 0)
		handlers[--count]();
	_exit(status);
}
