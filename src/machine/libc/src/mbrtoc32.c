// Unicode characters. In UTF-16 those beyond U+FFFF are two units: the state keeps the second.
#include <bits/locale.h>
#include <uchar.h>

#define SECOND (1 << 16) // in __count: __wch is a unit that is still to come, or the first of two

size_t mbrtoc32(char32_t *letter, const char *text, size_t size, mbstate_t *state)
{
	return mbrtowc((wchar_t *)letter, text, size, state);
}

size_t mbrtoc16(char16_t *letter, const char *text, size_t size, mbstate_t *state)
{
	static mbstate_t own;
	wchar_t wide;
	if (state == NULL)
		state = &own;
	if (state->__count == SECOND) {
		state->__count = 0;
		if (letter)
			*letter = state->__value.__wch;
		return -3;
	}
	if (text == NULL)
		return mbrtowc(NULL, NULL, 0, state);
	size_t length = mbrtowc(&wide, text, size, state);
	if (length == (size_t)-1 || length == (size_t)-2)
		return length;
	if (wide > 0xffff) {
		state->__count = SECOND;
		state->__value.__wch = 0xdc00 + (wide & 0x3ff);
		wide = 0xd7c0 + (wide >> 10);
	}
	if (letter)
		*letter = wide;
	return length;
}

size_t c32rtomb(char *text, char32_t letter, mbstate_t *state)
{
	return wcrtomb(text, letter, state);
}

size_t c16rtomb(char *text, char16_t letter, mbstate_t *state)
{
	static mbstate_t own;
	if (state == NULL)
		state = &own;
	if (text && state->__count == SECOND && letter >= 0xdc00 && letter < 0xe000) {
		state->__count = 0;
		return wcrtomb(text, (int)(state->__value.__wch - 0xd7c0) * 0x400 + (letter & 0x3ff), NULL);
	}
	if (text && __multibyte && state->__count == 0 && letter >= 0xd800 && letter < 0xdc00) {
		state->__count = SECOND;
		state->__value.__wch = letter;
		return 0;
	}
	return wcrtomb(text, letter, NULL);
}
