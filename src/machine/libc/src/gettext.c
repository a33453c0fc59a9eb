// Translated messages: there are no translations.
#include <libintl.h>
#include <stddef.h>

char *gettext(const char *message)
{
	return (char *)message;
}

char *dgettext(const char *domain, const char *message)
{
	(void)domain;
	return (char *)message;
}

char *ngettext(const char *one, const char *many, unsigned long count)
{
	return (char *)(count == 1 ? one : many);
}

char *dcgettext(const char *domain, const char *message, int category)
{
	(void)category;
	return dgettext(domain, message);
}

char *dngettext(const char *domain, const char *one, const char *many, unsigned long count)
{
	(void)domain;
	return ngettext(one, many, count);
}

char *dcngettext(const char *domain, const char *one, const char *many, unsigned long count, int category)
{
	(void)category;
	return dngettext(domain, one, many, count);
}

char *textdomain(const char *domain)
{
	static char usual[] = "messages";
	return domain == NULL ? usual : (char *)domain;
}

char *bindtextdomain(const char *domain, const char *directory)
{
	static char usual[] = "/usr/share/locale";
	if (domain == NULL)
		return NULL;
	return directory == NULL ? usual : (char *)directory;
}

char *bind_textdomain_codeset(const char *domain, const char *codeset)
{
	(void)domain;
	return (char *)codeset;
}
