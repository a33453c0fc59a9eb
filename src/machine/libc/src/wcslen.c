// Text of wide characters: what <string.h> does for bytes.
#include <stdlib.h>
#include <wchar.h>

size_t wcslen(const wchar_t *text)
{
	size_t length = 0;
	while (text[length])
		length++;
	return length;
}

size_t wcsnlen(const wchar_t *text, size_t size)
{
	size_t length = 0;
	while (length < size && text[length])
		length++;
	return length;
}

wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t size)
{
	for (size_t i = 0; i < size; i++)
		to[i] = from[i];
	return to;
}

wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t size)
{
	if (to < from)
		return wmemcpy(to, from, size);
	while (size-- > 0)
		to[size] = from[size];
	return to;
}

wchar_t *wmemset(wchar_t *to, wchar_t letter, size_t size)
{
	for (size_t i = 0; i < size; i++)
		to[i] = letter;
	return to;
}

int wmemcmp(const wchar_t *left, const wchar_t *right, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (left[i] != right[i])
			return left[i] < right[i] ? -1 : 1;
	return 0;
}

wchar_t *wmemchr(const wchar_t *text, wchar_t letter, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (text[i] == letter)
			return (wchar_t *)text + i;
	return NULL;
}

wchar_t *wcscpy(wchar_t *to, const wchar_t *from)
{
	return wmemcpy(to, from, wcslen(from) + 1);
}

wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t size)
{
	size_t length = wcsnlen(from, size);
	wmemcpy(to, from, length);
	wmemset(to + length, 0, size - length);
	return to;
}

wchar_t *wcscat(wchar_t *to, const wchar_t *from)
{
	wcscpy(to + wcslen(to), from);
	return to;
}

wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t size)
{
	wchar_t *end = to + wcslen(to);
	size_t length = wcsnlen(from, size);
	wmemcpy(end, from, length);
	end[length] = 0;
	return to;
}

int wcsncmp(const wchar_t *left, const wchar_t *right, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if (left[i] != right[i])
			return left[i] < right[i] ? -1 : 1;
		if (left[i] == 0)
			break;
	}
	return 0;
}

int wcscmp(const wchar_t *left, const wchar_t *right)
{
	return wcsncmp(left, right, -1);
}

int wcscoll(const wchar_t *left, const wchar_t *right)
{
	return wcscmp(left, right);
}

wchar_t *wcschr(const wchar_t *text, wchar_t letter)
{
	return wmemchr(text, letter, wcslen(text) + 1);
}

wchar_t *wcsrchr(const wchar_t *text, wchar_t letter)
{
	size_t length = wcslen(text) + 1;
	while (length-- > 0)
		if (text[length] == letter)
			return (wchar_t *)text + length;
	return NULL;
}

size_t wcsspn(const wchar_t *text, const wchar_t *accept)
{
	size_t length = 0;
	while (text[length] && wcschr(accept, text[length]))
		length++;
	return length;
}

size_t wcscspn(const wchar_t *text, const wchar_t *reject)
{
	size_t length = 0;
	while (text[length] && !wcschr(reject, text[length]))
		length++;
	return length;
}

wchar_t *wcspbrk(const wchar_t *text, const wchar_t *accept)
{
	text += wcscspn(text, accept);
	return *text ? (wchar_t *)text : NULL;
}

wchar_t *wcsstr(const wchar_t *text, const wchar_t *part)
{
	size_t length = wcslen(part);
	for (; wcsncmp(text, part, length) != 0; text++)
		if (*text == 0)
			return NULL;
	return (wchar_t *)text;
}

wchar_t *wcstok(wchar_t *text, const wchar_t *separators, wchar_t **next)
{
	if (text == NULL)
		text = *next;
	text += wcsspn(text, separators);
	if (*text == 0) {
		*next = text;
		return NULL;
	}
	wchar_t *end = text + wcscspn(text, separators);
	*next = *end ? end + 1 : end;
	*end = 0;
	return text;
}

wchar_t *wcsdup(const wchar_t *text)
{
	wchar_t *copy = malloc((wcslen(text) + 1) * sizeof *copy);
	return copy ? wcscpy(copy, text) : NULL;
}
