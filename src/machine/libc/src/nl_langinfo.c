// nl_langinfo: facts of a locale. All but the codeset are those of "C".
#include <bits/locale.h>
#include <langinfo.h>
#include <locale.h>
#include <stddef.h>

/* From ABDAY_1 on, in the order of their numbers. */
static const char *const times[] = {
	"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat",
	"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
	"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
	"AM", "PM", "%a %b %e %H:%M:%S %Y", "%m/%d/%y", "%H:%M:%S", "%I:%M:%S %p",
};

#define COUNT ((int)(sizeof times / sizeof times[0]))

char *nl_langinfo(nl_item item)
{
	int at = item - ABDAY_1;
	if (at >= 0 && at < COUNT)
		return (char *)times[at];
	switch (item) {
	case CODESET:
		return __multibyte ? "UTF-8" : "ANSI_X3.4-1968";
	case CRNCYSTR:
		return "-";
	case RADIXCHAR:
		return ".";
	case YESEXPR:
		return "^[yY]";
	case NOEXPR:
		return "^[nN]";
	default:
		return "";
	}
}

char *nl_langinfo_l(nl_item item, locale_t locale)
{
	locale_t before = uselocale(locale);
	char *fact = nl_langinfo(item);
	uselocale(before);
	return fact;
}
