// Wide text as bytes and back.
#include <bits/wide-text.h>
#include <wchar.h>

int __encode_utf8(char *bytes, int letter)
{
	unsigned int c = letter;
	if (c < 0x80) {
		bytes[0] = c;
		return 1;
	}
	int length = c < 0x800 ? 2 : c < 0x10000 ? 3 : c < 0x200000 ? 4 : c < 0x4000000 ? 5 : 6;
	for (int i = length - 1; i > 0; i--) {
		bytes[i] = 0x80 | (c & 0x3f);
		c >>= 6;
	}
	bytes[0] = (0x3f00 >> length) | c;
	return length;
}

size_t __narrow_size(const wchar_t *text)
{
	return 6 * wcslen(text) + 1;
}

char *__narrow(char *to, const wchar_t *text)
{
	char *end = to;
	for (; *text; text++)
		end += __encode_utf8(end, *text);
	*end = 0;
	return to;
}

int __decode_utf8(struct __wide_decoder *decoder, char byte)
{
	unsigned char c = byte;
	if (c < 0x80 || decoder->missing == 0) {
		decoder->missing = c < 0xc0 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : c < 0xf8 ? 3 : c < 0xfc ? 4 : 5;
		decoder->letter = decoder->missing == 0 ? c : c & (0x3f >> decoder->missing);
	} else {
		decoder->letter = decoder->letter << 6 | (c & 0x3f);
		decoder->missing--;
	}
	return decoder->missing == 0 ? decoder->letter : -1;
}
