// <wctype.h>: kinds of wide characters.
#ifndef _WCTYPE_H
#define _WCTYPE_H

#include <bits/wide.h>

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

#endif
