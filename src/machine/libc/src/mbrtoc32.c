// Unicode characters in the C locale: those of ASCII.
#include <uchar.h>

size_t mbrtoc32(char32_t *letter, const char *text, size_t size, mbstate_t *state)
{
	wchar_t wide;
	size_t length = mbrtowc(&wide, text, size, state);
	if (text && letter && length <= 1)
		*letter = wide;
	return length;
}

size_t mbrtoc16(char16_t *letter, const char *text, size_t size, mbstate_t *state)
{
	wchar_t wide;
	size_t length = mbrtowc(&wide, text, size, state);
	if (text && letter && length <= 1)
		*letter = wide;
	return length;
}

size_t c32rtomb(char *text, char32_t letter, mbstate_t *state)
{
	return wcrtomb(text, letter, state);
}

size_t c16rtomb(char *text, char16_t letter, mbstate_t *state)
{
	return wcrtomb(text, letter, state);
}
