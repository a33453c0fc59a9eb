// psignal: a message for a signal.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <string.h>

void psignal(int signal, const char *text)
{
	int named = text && *text;
	char unknown[32];
	const char *known = sigdescr_np(signal);
	if (!known)
		snprintf(unknown, sizeof unknown, "Unknown signal %d", signal);
	fprintf(stderr, "%s%s%s\n", named ? text : "", named ? ": " : "", known ? known : unknown);
}
