// perror: a message for errno, in one write.
#include <bits/file.h>
#include <bits/format.h>
#include <errno.h>
#include <string.h>

static char *add(char *to, const char *end, const char *text)
{
	while (*text && to < end)
		*to++ = *text++;
	return to;
}

void perror(const char *text)
{
	char line[1024];
	char *end = line + sizeof line - 1;
	char *to = line;
	char unknown[ERROR_TEXT];
	if (text && *text)
		to = add(add(to, end - 64, text), end, ": ");
	to = add(to, end, __error_text(errno, unknown));
	*to++ = '\n';
	__put(stderr, line, to - line);
}
