// <wctype.h>: kinds of wide characters.
#ifndef _WCTYPE_H
#define _WCTYPE_H

#include <bits/wide.h>
#include <bits/locale.h>

typedef unsigned long wctype_t;
typedef const int *wctrans_t;

int iswalnum(wint_t letter);
int iswalpha(wint_t letter);
int iswblank(wint_t letter);
int iswcntrl(wint_t letter);
int iswctype(wint_t letter, wctype_t type);
int iswdigit(wint_t letter);
int iswgraph(wint_t letter);
int iswlower(wint_t letter);
int iswprint(wint_t letter);
int iswpunct(wint_t letter);
int iswspace(wint_t letter);
int iswupper(wint_t letter);
int iswxdigit(wint_t letter);
wint_t towlower(wint_t letter);
wint_t towupper(wint_t letter);
wctype_t wctype(const char *name);
int iswalnum_l(wint_t letter, locale_t locale);
int iswalpha_l(wint_t letter, locale_t locale);
int iswblank_l(wint_t letter, locale_t locale);
int iswcntrl_l(wint_t letter, locale_t locale);
int iswdigit_l(wint_t letter, locale_t locale);
int iswgraph_l(wint_t letter, locale_t locale);
int iswlower_l(wint_t letter, locale_t locale);
int iswprint_l(wint_t letter, locale_t locale);
int iswpunct_l(wint_t letter, locale_t locale);
int iswspace_l(wint_t letter, locale_t locale);
int iswupper_l(wint_t letter, locale_t locale);
int iswxdigit_l(wint_t letter, locale_t locale);
int iswctype_l(wint_t letter, wctype_t type, locale_t locale);
wint_t towctrans(wint_t letter, wctrans_t mapping);
wint_t towctrans_l(wint_t letter, wctrans_t mapping, locale_t locale);
wint_t towlower_l(wint_t letter, locale_t locale);
wint_t towupper_l(wint_t letter, locale_t locale);
wctrans_t wctrans(const char *name);
wctrans_t wctrans_l(const char *name, locale_t locale);
wctype_t wctype_l(const char *name, locale_t locale);

#endif
