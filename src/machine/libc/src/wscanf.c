// The wide scanf family, by the one reader of bytes.
#include <bits/file.h>
#include <bits/scan.h>
#include <bits/wide-text.h>
#include <wchar.h>

int vfwscanf(FILE *stream, const wchar_t *format, va_list arguments)
{
	char narrow[__narrow_size(format)];
	__narrow(narrow, format);
	if (__begin_wide(stream) == EOF)
		return EOF;
	int with_output = stdout->flags & __WIDE;
	if (with_output)
		__begin_wide(stdout);
	__wide_source = 1;
	int count = __scan(stream, narrow, arguments);
	__wide_source = 0;
	if (with_output)
		__end_wide(stdout);
	__end_wide(stream);
	return count;
}

int vwscanf(const wchar_t *format, va_list arguments)
{
	return vfwscanf(stdin, format, arguments);
}

int vswscanf(const wchar_t *text, const wchar_t *format, va_list arguments)
{
	char narrow_text[__narrow_size(text)], narrow_format[__narrow_size(format)];
	__wide_source = 1;
	int count = vsscanf(__narrow(narrow_text, text), __narrow(narrow_format, format), arguments);
	__wide_source = 0;
	return count;
}

int fwscanf(FILE *stream, const wchar_t *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int count = vfwscanf(stream, format, arguments);
	va_end(arguments);
	return count;
}

int wscanf(const wchar_t *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int count = vfwscanf(stdin, format, arguments);
	va_end(arguments);
	return count;
}

int swscanf(const wchar_t *text, const wchar_t *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int count = vswscanf(text, format, arguments);
	va_end(arguments);
	return count;
}
