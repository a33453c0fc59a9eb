// psignal: a message for a signal.
#include <signal.h>
#include <stdio.h>
#include <string.h>

void psignal(int signal, const char *text)
{
	int named = text && *text;
	fprintf(stderr, "%s%s%s\n", named ? text : "", named ? ": " : "", strsignal(signal));
}
