// The functions that are told a locale: there is one.
#include <ctype.h>
#include <langinfo.h>
#include <string.h>
#include <strings.h>
#include <time.h>

int isalnum_l(int c, locale_t locale)
{
	(void)locale;
	return isalnum(c);
}

int isalpha_l(int c, locale_t locale)
{
	(void)locale;
	return isalpha(c);
}

int isblank_l(int c, locale_t locale)
{
	(void)locale;
	return isblank(c);
}

int iscntrl_l(int c, locale_t locale)
{
	(void)locale;
	return iscntrl(c);
}

int isdigit_l(int c, locale_t locale)
{
	(void)locale;
	return isdigit(c);
}

int isgraph_l(int c, locale_t locale)
{
	(void)locale;
	return isgraph(c);
}

int islower_l(int c, locale_t locale)
{
	(void)locale;
	return islower(c);
}

int isprint_l(int c, locale_t locale)
{
	(void)locale;
	return isprint(c);
}

int ispunct_l(int c, locale_t locale)
{
	(void)locale;
	return ispunct(c);
}

int isspace_l(int c, locale_t locale)
{
	(void)locale;
	return isspace(c);
}

int isupper_l(int c, locale_t locale)
{
	(void)locale;
	return isupper(c);
}

int isxdigit_l(int c, locale_t locale)
{
	(void)locale;
	return isxdigit(c);
}

int tolower_l(int c, locale_t locale)
{
	(void)locale;
	return tolower(c);
}

int toupper_l(int c, locale_t locale)
{
	(void)locale;
	return toupper(c);
}

int strcoll_l(const char *a, const char *b, locale_t locale)
{
	(void)locale;
	return strcoll(a, b);
}

char *strerror_l(int error, locale_t locale)
{
	(void)locale;
	return strerror(error);
}

size_t strxfrm_l(char *to, const char *from, size_t n, locale_t locale)
{
	(void)locale;
	return strxfrm(to, from, n);
}

int strcasecmp_l(const char *a, const char *b, locale_t locale)
{
	(void)locale;
	return strcasecmp(a, b);
}

int strncasecmp_l(const char *a, const char *b, size_t n, locale_t locale)
{
	(void)locale;
	return strncasecmp(a, b, n);
}

size_t strftime_l(char *text, size_t size, const char *format, const struct tm *time, locale_t locale)
{
	(void)locale;
	return strftime(text, size, format, time);
}
