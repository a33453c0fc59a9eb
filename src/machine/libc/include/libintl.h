// <libintl.h>: translated messages.
#ifndef _LIBINTL_H
#define _LIBINTL_H

char *bind_textdomain_codeset(const char *domain, const char *codeset);
char *bindtextdomain(const char *domain, const char *directory);
char *dcgettext(const char *domain, const char *message, int category);
char *dcngettext(const char *domain, const char *one, const char *many, unsigned long count, int category);
char *dgettext(const char *domain, const char *message);
char *dngettext(const char *domain, const char *one, const char *many, unsigned long count);
char *gettext(const char *message);
char *ngettext(const char *one, const char *many, unsigned long count);
char *textdomain(const char *domain);

#endif
