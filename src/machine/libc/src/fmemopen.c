// fmemopen: a stream over an array of the program's.
#include <bits/file.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct array {
	char *bytes;
	size_t size, end, place;
	int append, own;
};

static ssize_t read_array(void *cookie, char *bytes, size_t count)
{
	struct array *array = cookie;
	if (array->place > array->end)
		array->place = array->end;
	if (count > array->end - array->place)
		count = array->end - array->place;
	memcpy(bytes, array->bytes + array->place, count);
	array->place += count;
	return count;
}

// A null byte goes behind what makes the text longer, if there is room.
static ssize_t write_array(void *cookie, const char *bytes, size_t count)
{
	struct array *array = cookie;
	size_t place = array->append ? array->end : array->place;
	int terminate = count == 0 || bytes[count - 1] != 0;
	if (place + count + terminate > array->size) {
		if (place + terminate >= array->size) {
			errno = ENOSPC;
			return 0;
		}
		count = array->size - place - terminate;
	}
	memcpy(array->bytes + place, bytes, count);
	array->place = place + count;
	if (array->place > array->end) {
		array->end = array->place;
		if (terminate)
			array->bytes[array->end] = 0;
	}
	return count;
}

static off_t seek_array(void *cookie, off_t offset, int from)
{
	struct array *array = cookie;
	off_t place = offset + (from == SEEK_CUR ? (off_t)array->place : from == SEEK_END ? (off_t)array->end : 0);
	if (place < 0 || place > (off_t)array->size) {
		errno = EINVAL;
		return -1;
	}
	array->place = place;
	return place;
}

static int close_array(void *cookie)
{
	struct array *array = cookie;
	if (array->own)
		free(array->bytes);
	free(array);
	return 0;
}

static const struct __device device = {read_array, write_array, seek_array, close_array};

FILE *fmemopen(void *buffer, size_t size, const char *mode)
{
	int flags;
	int stream_flags = __open_flags(mode, &flags);
	if (stream_flags == -1)
		return NULL;
	struct array *array = calloc(1, sizeof *array);
	if (array == NULL)
		return NULL;
	array->bytes = buffer;
	array->own = buffer == NULL;
	if (array->own)
		array->bytes = calloc(1, size > 0 ? size : 1);
	if (array->bytes == NULL) {
		free(array);
		return NULL;
	}
	if (!array->own && mode[0] == 'w' && size > 0)
		array->bytes[0] = 0;
	array->size = size;
	array->append = mode[0] == 'a';
	array->end = mode[0] == 'r' ? size : strnlen(array->bytes, size);
	array->place = array->append ? array->end : 0;
	return __new_device(&device, array, stream_flags & ~__APPENDING);
}
