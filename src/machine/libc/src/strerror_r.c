// strerror_r: GNU's, which returns the text, and POSIX's, which fills the buffer.
#include <errno.h>
#include <string.h>

char *__gnu_strerror_r(int error, char *buffer, size_t size)
{
	char *text = strerror(error);
	if (size == 0 || strncmp(text, "Unknown", 7) != 0)
		return text;
	strncpy(buffer, text, size - 1);
	buffer[size - 1] = 0;
	return buffer;
}

int strerror_r(int error, char *buffer, size_t size)
{
	char *text = strerror(error);
	if (strlen(text) >= size) {
		if (size > 0) {
			memcpy(buffer, text, size - 1);
			buffer[size - 1] = 0;
		}
		return ERANGE;
	}
	strcpy(buffer, text);
	return strncmp(text, "Unknown", 7) == 0 ? EINVAL : 0;
}
