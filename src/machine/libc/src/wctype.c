// Kinds of wide characters: those of <ctype.h> up to 127; in UTF-8 those of a table as well.
#include <bits/locale.h>
#include <ctype.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

enum kind { NONE, CONTROL, BLANK, PUNCTUATION, LETTER, UPPER, LOWER, PAIRS };

// Of UPPER and LOWER the other letter is `away`; PAIRS are a capital and its small letter in turn. Exact up to U+017F and for
// Greek, Cyrillic and Armenian; elsewhere whole blocks of Unicode have one kind.
static const struct range {
	wint_t first, last;
	unsigned char kind, width;
	short away;
} ranges[] = {
	{0x80, 0x9f, CONTROL, 0, 0}, {0xa0, 0xa9, PUNCTUATION, 1, 0}, {0xaa, 0xaa, LOWER, 1, 0}, {0xab, 0xb4, PUNCTUATION, 1, 0},
	{0xb5, 0xb5, LOWER, 1, 743}, {0xb6, 0xb9, PUNCTUATION, 1, 0}, {0xba, 0xba, LOWER, 1, 0}, {0xbb, 0xbf, PUNCTUATION, 1, 0},
	{0xc0, 0xd6, UPPER, 1, 32}, {0xd7, 0xd7, PUNCTUATION, 1, 0}, {0xd8, 0xde, UPPER, 1, 32}, {0xdf, 0xdf, LOWER, 1, 0},
	{0xe0, 0xf6, LOWER, 1, -32}, {0xf7, 0xf7, PUNCTUATION, 1, 0}, {0xf8, 0xfe, LOWER, 1, -32}, {0xff, 0xff, LOWER, 1, 121},
	{0x100, 0x12f, PAIRS, 1, 0}, {0x130, 0x130, UPPER, 1, -199}, {0x131, 0x131, LOWER, 1, -232}, {0x132, 0x137, PAIRS, 1, 0},
	{0x138, 0x138, LOWER, 1, 0}, {0x139, 0x148, PAIRS, 1, 0}, {0x149, 0x149, LOWER, 1, 0}, {0x14a, 0x177, PAIRS, 1, 0},
	{0x178, 0x178, UPPER, 1, -121}, {0x179, 0x17e, PAIRS, 1, 0}, {0x17f, 0x17f, LOWER, 1, -300}, {0x180, 0x1cc, LETTER, 1, 0},
	{0x1cd, 0x1dc, PAIRS, 1, 0}, {0x1dd, 0x1dd, LOWER, 1, -79}, {0x1de, 0x1ef, PAIRS, 1, 0}, {0x1f0, 0x1f7, LETTER, 1, 0},
	{0x1f8, 0x21f, PAIRS, 1, 0}, {0x220, 0x221, LETTER, 1, 0}, {0x222, 0x233, PAIRS, 1, 0}, {0x234, 0x24f, LETTER, 1, 0},
	{0x250, 0x2b8, LOWER, 1, 0}, {0x2b9, 0x2c1, LETTER, 1, 0}, {0x2c2, 0x2c5, PUNCTUATION, 1, 0}, {0x2c6, 0x2d1, LETTER, 1, 0},
	{0x2d2, 0x2ff, PUNCTUATION, 1, 0}, {0x300, 0x36f, PUNCTUATION, 0, 0}, {0x370, 0x373, PAIRS, 1, 0}, {0x374, 0x374, LETTER, 1, 0},
	{0x375, 0x375, PUNCTUATION, 1, 0}, {0x376, 0x377, PAIRS, 1, 0}, {0x37a, 0x37a, LOWER, 1, 0}, {0x37b, 0x37d, LOWER, 1, 130},
	{0x37e, 0x37e, PUNCTUATION, 1, 0}, {0x37f, 0x37f, UPPER, 1, 116}, {0x384, 0x385, PUNCTUATION, 1, 0}, {0x386, 0x386, UPPER, 1, 38},
	{0x387, 0x387, PUNCTUATION, 1, 0}, {0x388, 0x38a, UPPER, 1, 37}, {0x38c, 0x38c, UPPER, 1, 64}, {0x38e, 0x38f, UPPER, 1, 63},
	{0x390, 0x390, LOWER, 1, 0}, {0x391, 0x3a1, UPPER, 1, 32}, {0x3a3, 0x3ab, UPPER, 1, 32}, {0x3ac, 0x3ac, LOWER, 1, -38},
	{0x3ad, 0x3af, LOWER, 1, -37}, {0x3b0, 0x3b0, LOWER, 1, 0}, {0x3b1, 0x3c1, LOWER, 1, -32}, {0x3c2, 0x3c2, LOWER, 1, -31},
	{0x3c3, 0x3cb, LOWER, 1, -32}, {0x3cc, 0x3cc, LOWER, 1, -64}, {0x3cd, 0x3ce, LOWER, 1, -63}, {0x3cf, 0x3cf, UPPER, 1, 8},
	{0x3d0, 0x3d0, LOWER, 1, -62}, {0x3d1, 0x3d1, LOWER, 1, -57}, {0x3d2, 0x3d4, UPPER, 1, 0}, {0x3d5, 0x3d5, LOWER, 1, -47},
	{0x3d6, 0x3d6, LOWER, 1, -54}, {0x3d7, 0x3d7, LOWER, 1, -8}, {0x3d8, 0x3ef, PAIRS, 1, 0}, {0x3f0, 0x3f0, LOWER, 1, -86},
	{0x3f1, 0x3f1, LOWER, 1, -80}, {0x3f2, 0x3f2, LOWER, 1, 7}, {0x3f3, 0x3f3, LOWER, 1, -116}, {0x3f4, 0x3f4, UPPER, 1, -60},
	{0x3f5, 0x3f5, LOWER, 1, -96}, {0x3f6, 0x3f6, PUNCTUATION, 1, 0}, {0x3f7, 0x3f8, PAIRS, 1, 0}, {0x3f9, 0x3f9, UPPER, 1, -7},
	{0x3fa, 0x3fb, PAIRS, 1, 0}, {0x3fc, 0x3fc, LOWER, 1, 0}, {0x3fd, 0x3ff, UPPER, 1, -130}, {0x400, 0x40f, UPPER, 1, 80},
	{0x410, 0x42f, UPPER, 1, 32}, {0x430, 0x44f, LOWER, 1, -32}, {0x450, 0x45f, LOWER, 1, -80}, {0x460, 0x481, PAIRS, 1, 0},
	{0x482, 0x482, PUNCTUATION, 1, 0}, {0x483, 0x489, PUNCTUATION, 0, 0}, {0x48a, 0x4bf, PAIRS, 1, 0}, {0x4c0, 0x4c0, UPPER, 1, 15},
	{0x4c1, 0x4ce, PAIRS, 1, 0}, {0x4cf, 0x4cf, LOWER, 1, -15}, {0x4d0, 0x52f, PAIRS, 1, 0}, {0x531, 0x556, UPPER, 1, 48},
	{0x559, 0x559, LETTER, 1, 0}, {0x55a, 0x55f, PUNCTUATION, 1, 0}, {0x560, 0x560, LOWER, 1, 0}, {0x561, 0x586, LOWER, 1, -48},
	{0x587, 0x588, LOWER, 1, 0}, {0x589, 0x58a, PUNCTUATION, 1, 0}, {0x58d, 0x58f, PUNCTUATION, 1, 0},
	{0x590, 0x5cf, PUNCTUATION, 0, 0}, {0x5d0, 0x64a, LETTER, 1, 0}, {0x64b, 0x65f, PUNCTUATION, 0, 0}, {0x660, 0x10ff, LETTER, 1, 0},
	{0x1100, 0x115f, LETTER, 2, 0}, {0x1160, 0x11ff, LETTER, 0, 0}, {0x1200, 0x1dff, LETTER, 1, 0}, {0x1e00, 0x1e95, PAIRS, 1, 0},
	{0x1e96, 0x1e9f, LETTER, 1, 0}, {0x1ea0, 0x1eff, PAIRS, 1, 0}, {0x1f00, 0x1ffc, LETTER, 1, 0}, {0x2000, 0x2006, BLANK, 1, 0},
	{0x2007, 0x2007, PUNCTUATION, 1, 0}, {0x2008, 0x200a, BLANK, 1, 0}, {0x200b, 0x200f, PUNCTUATION, 0, 0},
	{0x2010, 0x2027, PUNCTUATION, 1, 0}, {0x202a, 0x202e, PUNCTUATION, 0, 0}, {0x202f, 0x205e, PUNCTUATION, 1, 0},
	{0x205f, 0x205f, BLANK, 1, 0}, {0x2060, 0x206f, PUNCTUATION, 0, 0}, {0x2070, 0x2070, PUNCTUATION, 1, 0},
	{0x2071, 0x2071, LETTER, 1, 0}, {0x2074, 0x207e, PUNCTUATION, 1, 0}, {0x207f, 0x207f, LETTER, 1, 0},
	{0x2080, 0x208e, PUNCTUATION, 1, 0}, {0x2090, 0x209c, LETTER, 1, 0}, {0x20a0, 0x20c0, PUNCTUATION, 1, 0},
	{0x20d0, 0x20f0, PUNCTUATION, 0, 0}, {0x2100, 0x2119, PUNCTUATION, 1, 0}, {0x211a, 0x211d, LETTER, 1, 0},
	{0x211e, 0x2125, PUNCTUATION, 1, 0}, {0x2126, 0x2139, LETTER, 1, 0}, {0x213a, 0x215f, PUNCTUATION, 1, 0},
	{0x2160, 0x2188, LETTER, 1, 0}, {0x2190, 0x2319, PUNCTUATION, 1, 0}, {0x231a, 0x231b, PUNCTUATION, 2, 0},
	{0x231c, 0x24b5, PUNCTUATION, 1, 0}, {0x24b6, 0x24e9, LETTER, 1, 0}, {0x24ea, 0x2704, PUNCTUATION, 1, 0},
	{0x2705, 0x2705, PUNCTUATION, 2, 0}, {0x2706, 0x2727, PUNCTUATION, 1, 0}, {0x2728, 0x2728, PUNCTUATION, 2, 0},
	{0x2729, 0x2bff, PUNCTUATION, 1, 0}, {0x2c00, 0x2dff, LETTER, 1, 0}, {0x2e00, 0x2e5d, PUNCTUATION, 1, 0},
	{0x2e80, 0x2fff, PUNCTUATION, 2, 0}, {0x3000, 0x3000, BLANK, 2, 0}, {0x3001, 0x3004, PUNCTUATION, 2, 0},
	{0x3005, 0x3007, LETTER, 2, 0}, {0x3008, 0x3030, PUNCTUATION, 2, 0}, {0x3031, 0x3035, LETTER, 2, 0},
	{0x3036, 0x303e, PUNCTUATION, 2, 0}, {0x3041, 0x3096, LETTER, 2, 0}, {0x309d, 0x309f, LETTER, 2, 0},
	{0x30a0, 0x30a0, PUNCTUATION, 2, 0}, {0x30a1, 0x30fa, LETTER, 2, 0}, {0x30fb, 0x30fb, PUNCTUATION, 2, 0},
	{0x30fc, 0x318e, LETTER, 2, 0}, {0x3190, 0x319f, PUNCTUATION, 2, 0}, {0x31a0, 0x31ff, LETTER, 2, 0},
	{0x3200, 0x33ff, PUNCTUATION, 2, 0}, {0x3400, 0x4dbf, LETTER, 2, 0}, {0x4dc0, 0x4dff, PUNCTUATION, 2, 0},
	{0x4e00, 0x9fff, LETTER, 2, 0}, {0xa000, 0xa48c, LETTER, 2, 0}, {0xa490, 0xa4c6, PUNCTUATION, 2, 0},
	{0xa4d0, 0xabff, LETTER, 1, 0}, {0xac00, 0xd7a3, LETTER, 2, 0}, {0xe000, 0xf8ff, PUNCTUATION, 1, 0},
	{0xf900, 0xfad9, LETTER, 2, 0}, {0xfb00, 0xfdfb, LETTER, 1, 0}, {0xfe00, 0xfe0f, PUNCTUATION, 0, 0},
	{0xfe30, 0xfe6b, PUNCTUATION, 2, 0}, {0xfe70, 0xfefc, LETTER, 1, 0}, {0xfeff, 0xfeff, PUNCTUATION, 0, 0},
	{0xff01, 0xff0f, PUNCTUATION, 2, 0}, {0xff10, 0xff19, LETTER, 2, 0}, {0xff21, 0xff3a, UPPER, 2, 32},
	{0xff41, 0xff5a, LOWER, 2, -32}, {0xff5b, 0xff60, PUNCTUATION, 2, 0}, {0xff66, 0xffdc, LETTER, 1, 0},
	{0xffe0, 0xffe6, PUNCTUATION, 2, 0}, {0xfffc, 0xfffd, PUNCTUATION, 1, 0}, {0x10000, 0x100fa, LETTER, 1, 0},
	{0x1d400, 0x1d7cb, LETTER, 1, 0}, {0x1f000, 0x1f2ff, PUNCTUATION, 1, 0}, {0x1f300, 0x1f64f, PUNCTUATION, 2, 0},
	{0x1f650, 0x1f67f, PUNCTUATION, 1, 0}, {0x1f680, 0x1f6fc, PUNCTUATION, 2, 0}, {0x1f700, 0x1f8b1, PUNCTUATION, 1, 0},
	{0x1f900, 0x1f9ff, PUNCTUATION, 2, 0}, {0x1fa70, 0x1faf6, PUNCTUATION, 2, 0}, {0x20000, 0x2a6df, LETTER, 2, 0},
	{0x2a700, 0x2ebe0, LETTER, 2, 0}, {0xe0100, 0xe01ef, PUNCTUATION, 0, 0}, {0xf0000, 0xffffd, PUNCTUATION, 1, 0},
	{0x100000, 0x10fffd, PUNCTUATION, 1, 0},
};

static const struct range *range_of(wint_t letter)
{
	size_t low = 0, high = sizeof ranges / sizeof *ranges;
	if (!__multibyte)
		return NULL;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (letter > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < sizeof ranges / sizeof *ranges && letter >= ranges[low].first ? &ranges[low] : NULL;
}

static enum kind kind_of(wint_t letter)
{
	const struct range *range = range_of(letter);
	if (range == NULL)
		return NONE;
	if (range->kind == PAIRS)
		return (letter - range->first) % 2 ? LOWER : UPPER;
	return range->kind;
}

int iswalnum(wint_t letter)
{
	return letter <= 127 ? isalnum(letter) : kind_of(letter) >= LETTER;
}

int iswalpha(wint_t letter)
{
	return letter <= 127 ? isalpha(letter) : kind_of(letter) >= LETTER;
}

int iswblank(wint_t letter)
{
	return letter <= 127 ? isblank(letter) : kind_of(letter) == BLANK;
}

int iswcntrl(wint_t letter)
{
	return letter <= 127 ? iscntrl(letter) : kind_of(letter) == CONTROL || (__multibyte && (letter == 0x2028 || letter == 0x2029));
}

int iswdigit(wint_t letter)
{
	return letter <= 127 && isdigit(letter);
}

int iswgraph(wint_t letter)
{
	return letter <= 127 ? isgraph(letter) : kind_of(letter) >= PUNCTUATION;
}

int iswlower(wint_t letter)
{
	return letter <= 127 ? islower(letter) : kind_of(letter) == LOWER;
}

int iswprint(wint_t letter)
{
	return letter <= 127 ? isprint(letter) : kind_of(letter) >= BLANK;
}

int iswpunct(wint_t letter)
{
	return letter <= 127 ? ispunct(letter) : kind_of(letter) == PUNCTUATION;
}

int iswspace(wint_t letter)
{
	return letter <= 127 ? isspace(letter) : kind_of(letter) == BLANK || (__multibyte && (letter == 0x2028 || letter == 0x2029));
}

int iswupper(wint_t letter)
{
	return letter <= 127 ? isupper(letter) : kind_of(letter) == UPPER;
}

int iswxdigit(wint_t letter)
{
	return letter <= 127 && isxdigit(letter);
}

// The other letter of a pair, if this one is of a kind.
static wint_t other(wint_t letter, enum kind kind)
{
	if (kind_of(letter) != kind)
		return letter;
	const struct range *range = range_of(letter);
	return range->kind == PAIRS ? (kind == UPPER ? letter + 1 : letter - 1) : letter + range->away;
}

wint_t towlower(wint_t letter)
{
	return letter <= 127 ? (wint_t)tolower(letter) : other(letter, UPPER);
}

wint_t towupper(wint_t letter)
{
	return letter <= 127 ? (wint_t)toupper(letter) : other(letter, LOWER);
}

int wcwidth(wchar_t letter)
{
	if (letter == 0)
		return 0;
	if (!iswprint(letter))
		return -1;
	return letter <= 127 ? 1 : range_of(letter)->width;
}

int wcswidth(const wchar_t *text, size_t size)
{
	int width = 0;
	for (size_t i = 0; i < size && text[i]; i++) {
		int more = wcwidth(text[i]);
		if (more < 0)
			return -1;
		width += more;
	}
	return width;
}

static const char *const names[] = {"alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit"};
static int (*const kinds[])(wint_t) = {iswalnum, iswalpha, iswblank, iswcntrl, iswdigit, iswgraph, iswlower, iswprint, iswpunct, iswspace, iswupper, iswxdigit};

#define KINDS (sizeof names / sizeof *names)

wctype_t wctype(const char *name)
{
	for (wctype_t kind = 0; kind < KINDS; kind++)
		if (strcmp(names[kind], name) == 0)
			return kind + 1;
	return 0;
}

int iswctype(wint_t letter, wctype_t type)
{
	return type > 0 && type <= KINDS && kinds[type - 1](letter);
}
