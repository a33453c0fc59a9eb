// Wide text on its way through what works with bytes: letters beyond ASCII travel as UTF-8.
#ifndef _BITS_WIDE_TEXT_H
#define _BITS_WIDE_TEXT_H

#include <stddef.h>

// What is known of a letter whose bytes come one by one.
struct __wide_decoder {
	int letter;
	int missing;
};

// The bytes of a letter, at most 6; returns how many.
int __encode_utf8(char *bytes, int letter);

// At most 5 letters of ASCII, or NULL when none look like it.
const char *__likeness(wchar_t letter);

// Room for a text as bytes, its end included.
size_t __narrow_size(const wchar_t *text);
char *__narrow(char *to, const wchar_t *text);

// The letter that ends with this byte, or -1 when more of it must come.
int __decode_utf8(struct __wide_decoder *decoder, char byte);

#endif
