// What stands in ASCII for a letter that an encoding has not.
#include <bits/wide-text.h>
#include <stddef.h>

static const struct {
	wchar_t letter;
	const char *likeness;
} likenesses[] = {
	{0xa0, " "}, {0xa9, "(C)"}, {0xab, "<<"}, {0xad, "-"}, {0xae, "(R)"}, {0xb5, "u"}, {0xb8, ","}, {0xbb, ">>"}, {0xbc, " 1/4 "}, {0xbd, " 1/2 "},
	{0xbe, " 3/4 "}, {0xc6, "AE"}, {0xd7, "x"}, {0xdf, "ss"}, {0xe6, "ae"}, {0x152, "OE"}, {0x153, "oe"}, {0x2010, "-"}, {0x2013, "-"}, {0x2014, "--"},
	{0x2018, "'"}, {0x2019, "'"}, {0x201a, ","}, {0x201c, "\""}, {0x201d, "\""}, {0x201e, ",,"}, {0x2022, "o"}, {0x2026, "..."}, {0x20ac, "EUR"}, {0x2122, "TM"},
	{0x2190, "<-"}, {0x2192, "->"}, {0x21d0, "<="}, {0x21d2, "=>"}, {0x2212, "-"},
};

#define LIKENESSES (sizeof likenesses / sizeof *likenesses)

const char *__likeness(wchar_t letter)
{
	for (size_t i = 0; i < LIKENESSES; i++)
		if (likenesses[i].letter == letter)
			return likenesses[i].likeness;
	return NULL;
}
