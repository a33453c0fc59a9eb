// The rarer functions of wide text.
#include <bits/wide-text.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>

int wcsncasecmp(const wchar_t *left, const wchar_t *right, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		wint_t a = towlower(left[i]), b = towlower(right[i]);
		if (a != b || a == 0)
			return (int)a - (int)b;
	}
	return 0;
}

int wcscasecmp(const wchar_t *left, const wchar_t *right)
{
	return wcsncasecmp(left, right, -1);
}

int wcscasecmp_l(const wchar_t *left, const wchar_t *right, locale_t locale)
{
	(void)locale;
	return wcscasecmp(left, right);
}

int wcsncasecmp_l(const wchar_t *left, const wchar_t *right, size_t size, locale_t locale)
{
	(void)locale;
	return wcsncasecmp(left, right, size);
}

int wcscoll_l(const wchar_t *left, const wchar_t *right, locale_t locale)
{
	(void)locale;
	return wcscmp(left, right);
}

size_t wcsxfrm(wchar_t *to, const wchar_t *from, size_t size)
{
	size_t length = wcslen(from);
	if (size > 0)
		wcsncpy(to, from, size);
	return length;
}

size_t wcsxfrm_l(wchar_t *to, const wchar_t *from, size_t size, locale_t locale)
{
	(void)locale;
	return wcsxfrm(to, from, size);
}

wchar_t *wcpcpy(wchar_t *to, const wchar_t *from)
{
	wcscpy(to, from);
	return to + wcslen(from);
}

wchar_t *wcpncpy(wchar_t *to, const wchar_t *from, size_t size)
{
	wcsncpy(to, from, size);
	return to + wcsnlen(to, size);
}

int wcwidth(wchar_t letter)
{
	return letter == 0 ? 0 : iswprint(letter) ? 1 : -1;
}

int wcswidth(const wchar_t *text, size_t size)
{
	int width = 0;
	for (size_t i = 0; i < size && text[i]; i++) {
		if (wcwidth(text[i]) < 0)
			return -1;
		width++;
	}
	return width;
}

size_t mbsnrtowcs(wchar_t *to, const char **from, size_t bytes, size_t size, mbstate_t *state)
{
	const char *text = *from;
	size_t count = 0;
	while (count < bytes && (to == NULL || count < size)) {
		wchar_t letter;
		size_t length = mbrtowc(&letter, text + count, 1, state);
		if (length == (size_t)-1) {
			if (to)
				*from = text + count;
			return -1;
		}
		if (to)
			to[count] = letter;
		if (letter == 0) {
			if (to)
				*from = NULL;
			return count;
		}
		count++;
	}
	if (to)
		*from = text + count;
	return count;
}

size_t wcsnrtombs(char *to, const wchar_t **from, size_t letters, size_t size, mbstate_t *state)
{
	const wchar_t *text = *from;
	size_t count = 0;
	while (count < letters && (to == NULL || count < size)) {
		char byte;
		if (wcrtomb(&byte, text[count], state) == (size_t)-1) {
			if (to)
				*from = text + count;
			return -1;
		}
		if (to)
			to[count] = byte;
		if (byte == 0) {
			if (to)
				*from = NULL;
			return count;
		}
		count++;
	}
	if (to)
		*from = text + count;
	return count;
}

size_t wcsftime(wchar_t *text, size_t size, const wchar_t *format, const struct tm *time)
{
	char narrow[__narrow_size(format)], made[4 * size + 1];
	struct __wide_decoder decoder = {0, 0};
	size_t length = strftime(made, sizeof made, __narrow(narrow, format), time), count = 0;
	for (size_t i = 0; i < length; i++) {
		int letter = __decode_utf8(&decoder, made[i]);
		if (letter == -1)
			continue;
		if (count + 1 >= size)
			return 0;
		text[count++] = letter;
	}
	if (size > 0)
		text[count] = 0;
	return count;
}
