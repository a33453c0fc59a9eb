// strerror_r: GNU's, which returns the text, and POSIX's, which fills the buffer.
#include <bits/format.h>
#include <errno.h>
#include <string.h>

char *__gnu_strerror_r(int error, char *buffer, size_t size)
{
	char unknown[ERROR_TEXT];
	const char *text = __error_text(error, unknown);
	if (text != unknown)
		return (char *)text;
	if (size > 0) {
		strncpy(buffer, text, size - 1);
		buffer[size - 1] = 0;
	}
	return buffer;
}

int strerror_r(int error, char *buffer, size_t size)
{
	char unknown[ERROR_TEXT];
	const char *text = __error_text(error, unknown);
	size_t length = strlen(text);
	if (size > 0) {
		size_t copied = length < size ? length : size - 1;
		memcpy(buffer, text, copied);
		buffer[copied] = 0;
	}
	return text == unknown ? EINVAL : length < size ? 0 : ERANGE;
}
