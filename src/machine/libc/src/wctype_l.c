// Kinds and mappings of wide characters by a locale of the call's own.
#include <locale.h>
#include <string.h>
#include <wctype.h>

int iswalnum_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswalnum(letter);
	uselocale(before);
	return answer;
}

int iswalpha_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswalpha(letter);
	uselocale(before);
	return answer;
}

int iswblank_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswblank(letter);
	uselocale(before);
	return answer;
}

int iswcntrl_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswcntrl(letter);
	uselocale(before);
	return answer;
}

int iswdigit_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswdigit(letter);
	uselocale(before);
	return answer;
}

int iswgraph_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswgraph(letter);
	uselocale(before);
	return answer;
}

int iswlower_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswlower(letter);
	uselocale(before);
	return answer;
}

int iswprint_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswprint(letter);
	uselocale(before);
	return answer;
}

int iswpunct_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswpunct(letter);
	uselocale(before);
	return answer;
}

int iswspace_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswspace(letter);
	uselocale(before);
	return answer;
}

int iswupper_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswupper(letter);
	uselocale(before);
	return answer;
}

int iswxdigit_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswxdigit(letter);
	uselocale(before);
	return answer;
}

int iswctype_l(wint_t letter, wctype_t type, locale_t locale)
{
	locale_t before = uselocale(locale);
	int answer = iswctype(letter, type);
	uselocale(before);
	return answer;
}

wctype_t wctype_l(const char *name, locale_t locale)
{
	(void)locale;
	return wctype(name);
}

wint_t towlower_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	wint_t answer = towlower(letter);
	uselocale(before);
	return answer;
}

wint_t towupper_l(wint_t letter, locale_t locale)
{
	locale_t before = uselocale(locale);
	wint_t answer = towupper(letter);
	uselocale(before);
	return answer;
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
	locale_t before = uselocale(locale);
	wint_t answer = towctrans(letter, mapping);
	uselocale(before);
	return answer;
}
