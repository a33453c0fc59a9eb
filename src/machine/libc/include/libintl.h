// <libintl.h>: translated messages.
#ifndef _LIBINTL_H
#define _LIBINTL_H

char *bindtextdomain(const char *domain, const char *directory);
char *dgettext(const char *domain, const char *message);
char *gettext(const char *message);
char *ngettext(const char *one, const char *many, unsigned long count);
char *textdomain(const char *domain);

#endif
