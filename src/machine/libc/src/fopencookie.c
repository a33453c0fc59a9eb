// fopencookie: a stream over functions of the program's own.
#define _GNU_SOURCE
#include <bits/file.h>
#include <errno.h>
#include <stdlib.h>

struct own {
	void *cookie;
	cookie_io_functions_t functions;
};

// Without a function to read there is nothing to read; what cannot be written counts as written.
static ssize_t read_own(void *cookie, char *bytes, size_t count)
{
	struct own *own = cookie;
	return own->functions.read ? own->functions.read(own->cookie, bytes, count) : 0;
}

static ssize_t write_own(void *cookie, const char *bytes, size_t count)
{
	struct own *own = cookie;
	return own->functions.write ? own->functions.write(own->cookie, bytes, count) : (ssize_t)count;
}

static off_t seek_own(void *cookie, off_t offset, int from)
{
	struct own *own = cookie;
	if (own->functions.seek == NULL) {
		errno = EINVAL;
		return -1;
	}
	return own->functions.seek(own->cookie, &offset, from) == 0 ? offset : -1;
}

static int close_own(void *cookie)
{
	struct own *own = cookie;
	int result = own->functions.close ? own->functions.close(own->cookie) : 0;
	free(own);
	return result;
}

static const struct __device device = {read_own, write_own, seek_own, close_own};

FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions)
{
	int flags;
	int stream_flags = __open_flags(mode, &flags);
	if (stream_flags == -1)
		return NULL;
	struct own *own = malloc(sizeof *own);
	if (own == NULL)
		return NULL;
	own->cookie = cookie;
	own->functions = functions;
	return __new_device(&device, own, stream_flags & ~__APPENDING);
}
