// MB_CUR_MAX: how many bytes a character can have, and which locale says so.
#include <bits/locale.h>
#include <stdlib.h>

int __multibyte;
struct __locale __global_locale;
locale_t __used_locale;

size_t __ctype_get_mb_cur_max(void)
{
	return __multibyte ? 6 : 1;
}
