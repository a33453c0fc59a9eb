// Kinds and mappings of wide characters by a locale, of which there is one.
#include <string.h>
#include <wctype.h>

int iswalnum_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswalnum(letter);
}

int iswalpha_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswalpha(letter);
}

int iswblank_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswblank(letter);
}

int iswcntrl_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswcntrl(letter);
}

int iswdigit_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswdigit(letter);
}

int iswgraph_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswgraph(letter);
}

int iswlower_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswlower(letter);
}

int iswprint_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswprint(letter);
}

int iswpunct_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswpunct(letter);
}

int iswspace_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswspace(letter);
}

int iswupper_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswupper(letter);
}

int iswxdigit_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return iswxdigit(letter);
}

int iswctype_l(wint_t letter, wctype_t type, locale_t locale)
{
	(void)locale;
	return iswctype(letter, type);
}

wctype_t wctype_l(const char *name, locale_t locale)
{
	(void)locale;
	return wctype(name);
}

wint_t towlower_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return towlower(letter);
}

wint_t towupper_l(wint_t letter, locale_t locale)
{
	(void)locale;
	return towupper(letter);
}

static const int lower = 1, upper = 2;

wctrans_t wctrans(const char *name)
{
	return strcmp(name, "tolower") == 0 ? &lower : strcmp(name, "toupper") == 0 ? &upper : NULL;
}

wctrans_t wctrans_l(const char *name, locale_t locale)
{
	(void)locale;
	return wctrans(name);
}

wint_t towctrans(wint_t letter, wctrans_t mapping)
{
	return mapping == &lower ? towlower(letter) : mapping == &upper ? towupper(letter) : letter;
}

wint_t towctrans_l(wint_t letter, wctrans_t mapping, locale_t locale)
{
	(void)locale;
	return towctrans(letter, mapping);
}
