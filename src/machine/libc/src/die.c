// The library's own last words: a message on standard error and abort.
#include <bits/hooks.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Noreturn void __die(const char *message)
{
	write(STDERR_FILENO, message, strlen(message));
	abort();
}
