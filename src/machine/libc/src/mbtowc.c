// Characters of more than one byte: the C locale has none, and its bytes above 127 are no characters.
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static size_t refuse(void)
{
	errno = EILSEQ;
	return -1;
}

size_t mbrtowc(wchar_t *letter, const char *text, size_t size, mbstate_t *state)
{
	(void)state;
	if (text == NULL)
		return 0;
	if (size == 0)
		return -2;
	if ((unsigned char)*text > 127)
		return refuse();
	if (letter)
		*letter = *text;
	return *text != 0;
}

size_t wcrtomb(char *text, wchar_t letter, mbstate_t *state)
{
	(void)state;
	if (text == NULL)
		return 1;
	if (letter < 0 || letter > 127)
		return refuse();
	*text = letter;
	return 1;
}

size_t mbrlen(const char *text, size_t size, mbstate_t *state)
{
	return mbrtowc(NULL, text, size, state);
}

int mbsinit(const mbstate_t *state)
{
	(void)state;
	return 1;
}

wint_t btowc(int c)
{
	return c >= 0 && c <= 127 ? (wint_t)c : WEOF;
}

int wctob(wint_t letter)
{
	return letter <= 127 ? (int)letter : -1;
}

int mbtowc(wchar_t *letter, const char *text, size_t size)
{
	size_t length = mbrtowc(letter, text, size, NULL);
	return length > 1 ? -1 : (int)length;
}

int mblen(const char *text, size_t size)
{
	return mbtowc(NULL, text, size);
}

int wctomb(char *text, wchar_t letter)
{
	return text ? (int)wcrtomb(text, letter, NULL) : 0;
}

size_t mbsrtowcs(wchar_t *to, const char **from, size_t size, mbstate_t *state)
{
	(void)state;
	const char *text = *from;
	for (size_t i = 0; to == NULL || i < size; i++) {
		if ((unsigned char)text[i] > 127)
			return refuse();
		if (to)
			to[i] = text[i];
		if (text[i] == 0) {
			if (to)
				*from = NULL;
			return i;
		}
	}
	*from = text + size;
	return size;
}

size_t wcsrtombs(char *to, const wchar_t **from, size_t size, mbstate_t *state)
{
	(void)state;
	const wchar_t *text = *from;
	for (size_t i = 0; to == NULL || i < size; i++) {
		if (text[i] < 0 || text[i] > 127)
			return refuse();
		if (to)
			to[i] = text[i];
		if (text[i] == 0) {
			if (to)
				*from = NULL;
			return i;
		}
	}
	*from = text + size;
	return size;
}

size_t mbstowcs(wchar_t *to, const char *from, size_t size)
{
	return mbsrtowcs(to, &from, size, NULL);
}

size_t wcstombs(char *to, const wchar_t *from, size_t size)
{
	return wcsrtombs(to, &from, size, NULL);
}
