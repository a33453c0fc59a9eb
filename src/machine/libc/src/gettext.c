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
