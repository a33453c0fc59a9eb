// perror: a message for errno, in one write.
#include <bits/file.h>
#include <bits/format.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static char *add(char *to, const char *end, const char *text)
{
	while (*text && to < end)
		*to++ = *text++;
	return to;
}

// An unused standard error stays as it is, so that it can still become one of wide characters: a copy of it is written
// to, as by a stream of fdopen's with the mode "w+". Returns 0 when there can be none.
static int write_to_copy(const char *line, size_t length)
{
	char space[__STREAM_SPACE];
	FILE copy = {0};
	copy.fd = dup(STDERR_FILENO);
	if (copy.fd == -1)
		return 0;
	int mode = fcntl(copy.fd, F_GETFL) & O_ACCMODE;
	if (mode != O_RDWR) {
		errno = EINVAL;
		close(copy.fd);
		return 0;
	}
	copy.offset = -1;
	copy.space = space;
	__put(&copy, line, length);
	__unlist(&copy);
	if (copy.flags & __WRITING)
		__write_all(&copy);
	close(copy.fd);
	return 1;
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
	if (stderr->flags & __LISTED || !write_to_copy(line, to - line))
		__put(stderr, line, to - line);
}
