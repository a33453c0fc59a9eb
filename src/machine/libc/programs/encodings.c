/* iconv: text from one encoding to another. */
#define _GNU_SOURCE
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

static const char *error(void)
{
	return errno == EILSEQ ? "EILSEQ" : errno == EINVAL ? "EINVAL" : errno == E2BIG ? "E2BIG" : "other";
}

static void convert(const char *to, const char *from, const char *text, size_t length, size_t room)
{
	iconv_t conversion = iconv_open(to, from);
	char made[64];
	char *in = (char *)text, *out = made;
	size_t in_left = length, out_left = room;
	printf("%s %s ", from, to);
	if (conversion == (iconv_t)-1) {
		printf("%s\n", error());
		return;
	}
	size_t result = iconv(conversion, &in, &in_left, &out, &out_left);
	if (result == (size_t)-1)
		printf("%s", error());
	else
		printf("%d", (int)result);
	printf(" %d %d", (int)in_left, (int)out_left);
	for (char *at = made; at < out; at++)
		printf(" %02x", (unsigned char)*at);
	printf(" %d\n", iconv_close(conversion));
}

#define CONVERT(to, from, text) convert(to, from, text, sizeof(text) - 1, 64)

int main(void)
{
	CONVERT("UTF-8", "ISO-8859-1", "caf\xe9");
	CONVERT("utf8", "latin1", "caf\xe9");
	CONVERT("ISO-8859-1", "UTF-8", "caf\xc3\xa9");
	CONVERT("ISO-8859-1", "UTF-8", "caf\xe2\x82\xac");
	CONVERT("ASCII", "UTF-8", "caf\xc3\xa9");
	CONVERT("ASCII//TRANSLIT", "UTF-8", "\xc2\xab" "5\xe2\x82\xac\xc2\xbb \xe2\x80\x9cq\xe2\x80\x9d\xe2\x80\xa6");
	CONVERT("ASCII//IGNORE", "UTF-8", "caf\xc3\xa9!");
	CONVERT("UTF-16", "UTF-8", "a\xf0\x9f\x98\x80");
	CONVERT("UTF-16LE", "UTF-8", "a\xf0\x9f\x98\x80");
	CONVERT("UTF-16BE", "UTF-8", "a\xe2\x82\xac");
	CONVERT("UTF-32", "UTF-8", "a");
	CONVERT("UTF-32LE", "UTF-8", "\xf0\x9f\x98\x80");
	CONVERT("UTF-32BE", "UTF-8", "a");
	CONVERT("WCHAR_T", "UTF-8", "\xc3\xa9");
	CONVERT("UTF-8", "UTF-16", "\xfe\xff\0a\x20\xac");
	CONVERT("UTF-8", "UTF-16", "\xff\xfe" "a\0\xac\x20");
	CONVERT("UTF-8", "UTF-16LE", "\x3d\xd8\0\xde");
	CONVERT("UTF-8", "UTF-16LE", "\x3d\xd8" "a\0");
	CONVERT("UTF-8", "UTF-16LE", "a\0b");
	CONVERT("UTF-8", "WCHAR_T", "\xe9\0\0\0");
	CONVERT("UTF-8", "UTF-8", "ok\xff");
	CONVERT("UTF-8", "UTF-8", "ok\xc3");
	CONVERT("UTF-8", "UTF-8", "\xc0\x80");
	CONVERT("UTF-8", "UTF-8", "\xed\xa0\x80");
	CONVERT("UTF-8", "ASCII", "a\x80");
	CONVERT("UTF-8", "nosuch", "a");
	CONVERT("nosuch", "UTF-8", "a");
	CONVERT("", "UTF-8", "a");
	convert("UTF-16LE", "UTF-8", "abc", 3, 5);
	convert("UTF-8", "ISO-8859-1", "\xe9\xe9", 2, 3);
	convert("UTF-8", "UTF-8", "", 0, 3);
	return 0;
}
