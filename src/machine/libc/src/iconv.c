// iconv: text from one encoding to another, letter by letter.
#define _GNU_SOURCE
#include <bits/locale.h>
#include <bits/wide-text.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum encoding { NONE, ASCII, LATIN1, UTF8, UTF16, UTF16LE, UTF16BE, UTF32, UTF32LE, UTF32BE };

static const struct {
	const char *name;
	enum encoding encoding;
} names[] = {
	{"ASCII", ASCII}, {"US-ASCII", ASCII}, {"ANSI_X3.4-1968", ASCII}, {"646", ASCII}, {"ISO-8859-1", LATIN1}, {"ISO8859-1", LATIN1},
	{"ISO_8859-1", LATIN1}, {"LATIN1", LATIN1}, {"L1", LATIN1}, {"UTF-8", UTF8}, {"UTF8", UTF8}, {"UTF-16", UTF16}, {"UTF16", UTF16},
	{"UTF-16LE", UTF16LE}, {"UTF-16BE", UTF16BE}, {"UCS-4LE", UTF32LE}, {"UTF-32", UTF32}, {"UTF32", UTF32}, {"UTF-32LE", UTF32LE},
	{"UTF-32BE", UTF32BE}, {"WCHAR_T", UTF32LE},
};

struct conversion {
	enum encoding from, to;
	int likenesses, skips; // //TRANSLIT, //IGNORE
	enum encoding first_from, first_to;
};

static enum encoding encoding_of(const char *name, size_t length)
{
	if (length == 0)
		return __multibyte ? UTF8 : ASCII;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i].name) == length && strncasecmp(names[i].name, name, length) == 0)
			return names[i].encoding;
	return NONE;
}

iconv_t iconv_open(const char *to, const char *from)
{
	const char *to_end = strstr(to, "//"), *from_end = strstr(from, "//");
	struct conversion *made = calloc(1, sizeof *made);
	if (made == NULL)
		return (iconv_t)-1;
	made->first_to = encoding_of(to, to_end ? (size_t)(to_end - to) : strlen(to));
	made->first_from = encoding_of(from, from_end ? (size_t)(from_end - from) : strlen(from));
	made->likenesses = to_end && strcasestr(to_end, "TRANSLIT");
	made->skips = to_end && strcasestr(to_end, "IGNORE");
	if (made->first_to == NONE || made->first_from == NONE) {
		free(made);
		errno = EINVAL;
		return (iconv_t)-1;
	}
	made->from = made->first_from;
	made->to = made->first_to;
	return made;
}

int iconv_close(iconv_t conversion)
{
	free(conversion);
	return 0;
}

static unsigned int number(const unsigned char *bytes, int size, int big)
{
	unsigned int value = 0;
	for (int i = 0; i < size; i++)
		value = value << 8 | bytes[big ? i : size - 1 - i];
	return value;
}

static void put_number(char *bytes, unsigned int value, int size, int big)
{
	for (int i = 0; i < size; i++)
		bytes[big ? size - 1 - i : i] = value >> 8 * i;
}

// The bytes of the first letter; 0 when it is not whole, -1 when it is none.
static int decode_utf8(const unsigned char *bytes, size_t left, int *letter)
{
	int length = *bytes < 0x80 ? 1 : *bytes < 0xc2 ? -1 : *bytes < 0xe0 ? 2 : *bytes < 0xf0 ? 3 : *bytes < 0xf5 ? 4 : -1;
	struct __wide_decoder decoder = {0, 0};
	*letter = length == -1 ? -1 : __decode_utf8(&decoder, *bytes);
	for (int i = 1; i < length; i++) {
		if ((size_t)i >= left)
			return 0;
		if ((bytes[i] & 0xc0) != 0x80)
			return -1;
		*letter = __decode_utf8(&decoder, bytes[i]);
	}
	int least = length == 3 ? 0x800 : length == 4 ? 0x10000 : 0;
	return length == -1 || *letter < least || *letter > 0x10ffff || (*letter >= 0xd800 && *letter < 0xe000) ? -1 : length;
}

static int decode_utf16(const unsigned char *bytes, size_t left, int big, int *letter)
{
	if (left < 2)
		return 0;
	*letter = number(bytes, 2, big);
	if (*letter < 0xd800 || *letter >= 0xe000)
		return 2;
	if (*letter >= 0xdc00)
		return -1;
	if (left < 4)
		return 0;
	int second = number(bytes + 2, 2, big);
	*letter = 0x10000 + (*letter - 0xd800) * 0x400 + (second - 0xdc00);
	return second < 0xdc00 || second >= 0xe000 ? -1 : 4;
}

static int decode(enum encoding from, const unsigned char *bytes, size_t left, int *letter)
{
	switch (from) {
	case ASCII:
	case LATIN1:
		*letter = *bytes;
		return from == ASCII && *bytes > 127 ? -1 : 1;
	case UTF8:
		return decode_utf8(bytes, left, letter);
	case UTF16LE:
	case UTF16BE:
		return decode_utf16(bytes, left, from == UTF16BE, letter);
	default:
		if (left < 4)
			return 0;
		*letter = number(bytes, 4, from == UTF32BE);
		return *letter < 0 || *letter > 0x10ffff || (*letter >= 0xd800 && *letter < 0xe000) ? -1 : 4;
	}
}

// How many bytes were made; -1 when the encoding has no such letter.
static int encode(enum encoding to, int letter, char *bytes)
{
	switch (to) {
	case ASCII:
	case LATIN1:
		*bytes = letter;
		return letter > (to == ASCII ? 127 : 255) ? -1 : 1;
	case UTF8:
		return __encode_utf8(bytes, letter);
	case UTF16LE:
	case UTF16BE:
		if (letter < 0x10000) {
			put_number(bytes, letter, 2, to == UTF16BE);
			return 2;
		}
		put_number(bytes, 0xd7c0 + (letter >> 10), 2, to == UTF16BE);
		put_number(bytes + 2, 0xdc00 + (letter & 0x3ff), 2, to == UTF16BE);
		return 4;
	default:
		put_number(bytes, letter, 4, to == UTF32BE);
		return 4;
	}
}

// UTF-16 and UTF-32 say at their beginning which byte comes first.
static int read_mark(struct conversion *conversion, char **in, size_t *left)
{
	int size = conversion->from == UTF16 ? 2 : 4;
	if (*left < (size_t)size)
		return -1;
	unsigned int little = number((unsigned char *)*in, size, 0), big = number((unsigned char *)*in, size, 1);
	enum encoding of_little = size == 2 ? UTF16LE : UTF32LE;
	conversion->from = big == 0xfeff ? of_little + 1 : of_little;
	if (little == 0xfeff || big == 0xfeff) {
		*in += size;
		*left -= size;
	}
	return 0;
}

static int write_mark(struct conversion *conversion, char **out, size_t *left)
{
	int size = conversion->to == UTF16 ? 2 : 4;
	if (*left < (size_t)size)
		return -1;
	put_number(*out, 0xfeff, size, 0);
	*out += size;
	*left -= size;
	conversion->to = size == 2 ? UTF16LE : UTF32LE;
	return 0;
}

size_t iconv(iconv_t given, char **in, size_t *in_left, char **out, size_t *out_left)
{
	struct conversion *conversion = given;
	size_t changed = 0;
	int skipped = 0;
	if (in == NULL || *in == NULL) {
		conversion->from = conversion->first_from;
		conversion->to = conversion->first_to;
		return 0;
	}
	while (*in_left > 0) {
		char bytes[8];
		int letter, taken, made;
		if ((conversion->from == UTF16 || conversion->from == UTF32) && read_mark(conversion, in, in_left) == -1) {
			errno = EINVAL;
			return -1;
		}
		if ((conversion->to == UTF16 || conversion->to == UTF32) && write_mark(conversion, out, out_left) == -1) {
			errno = E2BIG;
			return -1;
		}
		if (*in_left == 0)
			break;
		taken = decode(conversion->from, (unsigned char *)*in, *in_left, &letter);
		if (taken == 0) {
			errno = EINVAL;
			return -1;
		}
		made = taken > 0 ? encode(conversion->to, letter, bytes) : -1;
		if (made == -1 && taken > 0 && conversion->likenesses) {
			const char *likeness = __likeness(letter);
			strcpy(bytes, likeness ? likeness : "?");
			made = strlen(bytes);
			changed++;
		}
		if (made == -1 && conversion->skips) {
			made = 0;
			skipped = 1;
			if (taken < 0)
				taken = 1;
		}
		if (made == -1) {
			errno = EILSEQ;
			return -1;
		}
		if ((size_t)made > *out_left) {
			errno = E2BIG;
			return -1;
		}
		memcpy(*out, bytes, made);
		*out += made;
		*out_left -= made;
		*in += taken;
		*in_left -= taken;
	}
	if (skipped) {
		errno = EILSEQ;
		return -1;
	}
	return changed;
}
