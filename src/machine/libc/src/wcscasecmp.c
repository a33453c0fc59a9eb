// The rarer functions of wide text.
#include <bits/wide-text.h>
#include <locale.h>
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
	return wcsncasecmp_l(left, right, -1, locale);
}

int wcsncasecmp_l(const wchar_t *left, const wchar_t *right, size_t size, locale_t locale)
{
	locale_t before = uselocale(locale);
	int order = wcsncasecmp(left, right, size);
	uselocale(before);
	return order;
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

size_t wcsftime(wchar_t *text, size_t size, const wchar_t *format, const struct tm *time)
{
	char narrow[__narrow_size(format)], made[6 * size + 1];
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
