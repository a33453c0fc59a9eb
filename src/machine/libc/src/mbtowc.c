// Characters of more than one byte: UTF-8 as first made, with up to six bytes; in the C locale bytes above 127 are no characters.
#include <bits/locale.h>
#include <bits/wide-text.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static mbstate_t own;

static size_t refuse(void)
{
	errno = EILSEQ;
	return -1;
}

// How many bytes a character has that begins with this one; 0 when none does.
static int length_by(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (!__multibyte || first < 0xc2 || first > 0xfd)
		return 0;
	return first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : first < 0xfc ? 5 : 6;
}

// The state keeps what is known of a letter: how many bytes it has (times 256), how many have come, and what they say.
static size_t decode(wchar_t *letter, const char *text, size_t size, mbstate_t *state)
{
	static const wint_t least[] = {0, 0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};
	int length = state->__count >> 8, had = state->__count & 255;
	wint_t made = state->__value.__wch;
	size_t taken = 0;
	while (had == 0 || had < length) {
		if (taken == size) {
			state->__count = had ? length << 8 | had : 0;
			state->__value.__wch = made;
			return -2;
		}
		unsigned char byte = text[taken++];
		if (had == 0)
			length = length_by(byte);
		if (length == 0 || (had > 0 && (byte & 0xc0) != 0x80))
			return refuse();
		made = had > 0 ? made << 6 | (byte & 0x3f) : length == 1 ? byte : byte & (0x7fu >> length);
		had++;
	}
	if (made < least[length] || (made >= 0xd800 && made < 0xe000))
		return refuse();
	state->__count = 0;
	if (letter)
		*letter = made;
	return made == 0 ? 0 : taken;
}

size_t mbrtowc(wchar_t *letter, const char *text, size_t size, mbstate_t *state)
{
	if (state == NULL)
		state = &own;
	return text ? decode(letter, text, size, state) : decode(NULL, "", 1, state);
}

size_t wcrtomb(char *text, wchar_t letter, mbstate_t *state)
{
	(void)state;
	if (text == NULL)
		return 1;
	if (letter < 0 || (letter > 127 && !__multibyte) || (letter >= 0xd800 && letter < 0xe000))
		return refuse();
	return __encode_utf8(text, letter);
}

size_t mbrlen(const char *text, size_t size, mbstate_t *state)
{
	static mbstate_t of_mbrlen;
	return mbrtowc(NULL, text, size, state ? state : &of_mbrlen);
}

int mbsinit(const mbstate_t *state)
{
	return state == NULL || state->__count == 0;
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
	mbstate_t state = {0};
	if (text == NULL)
		return 0;
	size_t length = decode(letter, text, size, &state);
	return length > 6 ? -1 : (int)length;
}

int mblen(const char *text, size_t size)
{
	return text && *text == 0 ? 0 : mbtowc(NULL, text, size);
}

int wctomb(char *text, wchar_t letter)
{
	return text ? (int)wcrtomb(text, letter, NULL) : 0;
}

size_t mbsnrtowcs(wchar_t *to, const char **from, size_t bytes, size_t size, mbstate_t *state)
{
	const char *text = *from;
	mbstate_t now = *(state ? state : &own);
	size_t count = 0;
	for (; to == NULL || count < size; count++) {
		wchar_t letter;
		size_t length = bytes > 0 ? decode(&letter, text, bytes, &now) : (size_t)-2;
		if (length == (size_t)-2) {
			text += bytes;
			break;
		}
		if (length == (size_t)-1) {
			if (to)
				*from = text;
			return -1;
		}
		if (to)
			to[count] = letter;
		if (letter == 0) {
			text = NULL;
			break;
		}
		text += length;
		bytes -= length;
	}
	if (to) {
		*from = text;
		*(state ? state : &own) = now;
	}
	return count;
}

size_t mbsrtowcs(wchar_t *to, const char **from, size_t size, mbstate_t *state)
{
	return mbsnrtowcs(to, from, -1, size, state);
}

size_t wcsnrtombs(char *to, const wchar_t **from, size_t letters, size_t size, mbstate_t *state)
{
	const wchar_t *text = *from;
	size_t count = 0;
	(void)state;
	for (; letters > 0 && (to == NULL || count < size); letters--, text++) {
		char bytes[6];
		size_t length = wcrtomb(bytes, *text, NULL);
		if (length == (size_t)-1) {
			if (to)
				*from = text;
			return -1;
		}
		if (to && count + length > size)
			break;
		if (to)
			memcpy(to + count, bytes, length);
		if (*text == 0) {
			text = NULL;
			break;
		}
		count += length;
	}
	if (to)
		*from = text;
	return count;
}

size_t wcsrtombs(char *to, const wchar_t **from, size_t size, mbstate_t *state)
{
	return wcsnrtombs(to, from, -1, size, state);
}

size_t mbstowcs(wchar_t *to, const char *from, size_t size)
{
	mbstate_t state = {0};
	return mbsrtowcs(to, &from, size, &state);
}

size_t wcstombs(char *to, const wchar_t *from, size_t size)
{
	return wcsrtombs(to, &from, size, NULL);
}
