// exit: handlers, then streams, then the process.
#include <bits/hooks.h>
#include <stddef.h>

_Noreturn void _exit(int status);

void (*__run_exit_handlers)(int status);
void (*__finish_streams)(void);

_Noreturn void exit(int status)
{
	if (__run_exit_handlers)
		__run_exit_handlers(status);
	if (__finish_streams)
		__finish_streams();
	_exit(status);
}
