// The system's log: messages appear only for openlog's LOG_PERROR, on standard error.
#include <bits/hooks.h>
#include <stdio.h>
#include <syslog.h>
#include <unistd.h>

static const char *identity;
static int options;
static int mask = 0xff;

void openlog(const char *new_identity, int new_options, int facility)
{
	(void)facility;
	identity = new_identity;
	options = new_options;
}

void closelog(void)
{
	identity = NULL;
	options = 0;
}

int setlogmask(int new_mask)
{
	int old = mask;
	if (new_mask)
		mask = new_mask;
	return old;
}

char *__short_program_name(void);

void vsyslog(int priority, const char *format, va_list arguments)
{
	char message[1024];
	if (!(options & LOG_PERROR) || !(mask & LOG_MASK(LOG_PRI(priority))))
		return;
	vsnprintf(message, sizeof message, format, arguments);
	const char *name = identity ? identity : __short_program_name();
	if (options & LOG_PID)
		dprintf(STDERR_FILENO, "%s[%d]: %s\n", name, getpid(), message);
	else
		dprintf(STDERR_FILENO, "%s: %s\n", name, message);
}

void syslog(int priority, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsyslog(priority, format, arguments);
	va_end(arguments);
}
