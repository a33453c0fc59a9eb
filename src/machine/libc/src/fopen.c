// fopen, fdopen, freopen, fclose.
#define _GNU_SOURCE
#include <bits/file.h>
#include <bits/hooks.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static int opened = 2;

// The stream's flags for a mode such as "r+", or -1; open's flags go to `flags`.
int __open_flags(const char *mode, int *flags)
{
	int stream_flags = 0;
	switch (*mode) {
	case 'r':
		*flags = O_RDONLY;
		stream_flags = __NO_WRITES;
		break;
	case 'w':
		*flags = O_WRONLY | O_CREAT | O_TRUNC;
		stream_flags = __NO_READS;
		break;
	case 'a':
		*flags = O_WRONLY | O_CREAT | O_APPEND;
		stream_flags = __NO_READS | __APPENDING;
		break;
	default:
		errno = EINVAL;
		return -1;
	}
	for (mode++; *mode && *mode != ','; mode++) {
		if (*mode == '+') {
			*flags = (*flags & ~O_ACCMODE) | O_RDWR;
			stream_flags &= ~(__NO_READS | __NO_WRITES);
		} else if (*mode == 'x') {
			*flags |= O_EXCL;
		} else if (*mode == 'e') {
			*flags |= O_CLOEXEC;
		}
	}
	return stream_flags;
}

static FILE *make(int fd, int flags, size_t space)
{
	FILE *stream = calloc(1, sizeof *stream + space);
	if (stream == NULL)
		return NULL;
	stream->flags = flags | __ALLOCATED;
	stream->fd = fd;
	stream->offset = -1;
	stream->space = (char *)(stream + 1);
	stream->order = ++opened;
	return stream;
}

FILE *__new_stream(int fd, int flags)
{
	return make(fd, flags, __STREAM_SPACE);
}

FILE *__new_device(const struct __device *device, void *cookie, int flags)
{
	FILE *stream = make(-1, flags, BUFSIZ);
	if (stream) {
		stream->device = device;
		stream->cookie = cookie;
	}
	return stream;
}

// What is only appended to stands at its end.
static void go_to_end(int fd, int stream_flags)
{
	int kept = errno;
	if ((stream_flags & (__APPENDING | __NO_READS)) == (__APPENDING | __NO_READS))
		lseek(fd, 0, SEEK_END);
	errno = kept;
}

static int open_file(const char *path, int flags, int stream_flags)
{
	int fd = open(path, flags, 0666);
	if (fd >= 0)
		go_to_end(fd, stream_flags);
	return fd;
}

FILE *fopen(const char *path, const char *mode)
{
	int flags;
	int stream_flags = __open_flags(mode, &flags);
	if (stream_flags == -1)
		return NULL;
	FILE *stream = __new_stream(-1, stream_flags);
	if (stream == NULL)
		return NULL;
	stream->fd = open_file(path, flags, stream_flags);
	if (stream->fd == -1) {
		free(stream);
		return NULL;
	}
	return stream;
}

FILE *fdopen(int fd, const char *mode)
{
	int flags;
	int stream_flags = __open_flags(mode, &flags);
	if (stream_flags == -1)
		return NULL;
	int now = fcntl(fd, F_GETFL);
	if (now == -1)
		return NULL;
	int can_read = (now & O_ACCMODE) != O_WRONLY;
	int can_write = (now & O_ACCMODE) != O_RDONLY;
	if ((!can_read && !(stream_flags & __NO_READS)) || (!can_write && !(stream_flags & __NO_WRITES))) {
		errno = EINVAL;
		return NULL;
	}
	if (stream_flags & __APPENDING && !(now & O_APPEND)) {
		if (fcntl(fd, F_SETFL, now | O_APPEND) == -1)
			return NULL;
		go_to_end(fd, stream_flags);
	}
	return __new_stream(fd, stream_flags);
}

// Empties and closes a stream, which stays allocated.
int __close_stream(FILE *stream)
{
	int result = 0;
	if (stream->flags & __WRITING)
		result = __write_all(stream);
	if (stream->flags & __LISTED)
		__unlist(stream);
	free(stream->more);
	stream->more = NULL;
	if (stream->device) {
		if (stream->device->close(stream->cookie) == -1)
			result = EOF;
	} else if (!(stream->flags & __IN_MEMORY) && close(stream->fd) == -1) {
		result = EOF;
	}
	return result;
}

int fclose(FILE *stream)
{
	int allocated = stream->flags & __ALLOCATED;
	// Who closes it once more frees it once more.
	if (stream->flags == (__ALLOCATED | __NO_READS | __NO_WRITES))
		__die("free(): double free detected in tcache 2\n");
	int result = __close_stream(stream);
	stream->fd = -1;
	stream->flags = allocated | __NO_READS | __NO_WRITES;
	stream->read_ptr = stream->read_end = stream->write_ptr = stream->write_end = NULL;
	if (allocated)
		free(stream);
	return result;
}

FILE *freopen(const char *path, const char *mode, FILE *stream)
{
	int flags;
	int stream_flags = __open_flags(mode, &flags);
	int allocated = stream->flags & __ALLOCATED;
	int fd = stream->fd;
	__synchronize(stream);
	if (stream->flags & __LISTED)
		__unlist(stream);
	stream->buffer = stream->buffer_end = NULL;
	stream->write_base = stream->write_ptr = stream->write_end = NULL;
	stream->read_base = stream->read_ptr = stream->read_end = NULL;
	if (stream_flags == -1) {
		stream->flags = allocated;
		return NULL;
	}
	char same[32];
	if (path == NULL) {
		sprintf(same, "/proc/self/fd/%d", fd);
		path = same;
	}
	int opened_fd = open_file(path, flags, stream_flags);
	if (opened_fd == -1) {
		close(fd);
		return NULL;
	}
	if (opened_fd != fd) {
		dup3(opened_fd, fd, flags & O_CLOEXEC);
		close(opened_fd);
	}
	stream->flags = stream_flags | allocated;
	stream->offset = -1;
	return stream;
}
