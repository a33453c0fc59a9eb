// <monetary.h>: amounts of money.
#ifndef _MONETARY_H
#define _MONETARY_H

#include <bits/locale.h>
#include <bits/shared_types.h>

ssize_t strfmon(char *text, size_t size, const char *format, ...);
ssize_t strfmon_l(char *text, size_t size, locale_t locale, const char *format, ...);

#endif
