// Small parts of the library: a64l, confstr, nl_langinfo, gettext, ulimit's errors, getentropy's limit.
#define _GNU_SOURCE
#include <errno.h>
#include <gnu/libc-version.h>
#include <langinfo.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <termios.h>
#include <ulimit.h>
#include <unistd.h>

int main(void)
{
	const char *words[] = {"", ".", "/", "zzzzzz", "abc", "a-b", "abcdefgh", "zzzzz1"};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		printf("%s %ld %s\n", words[i], a64l(words[i]), l64a(a64l(words[i])));
	char text[32] = "";
	printf("%d ", (int)confstr(_CS_PATH, text, sizeof text));
	printf("%s ", text);
	printf("%d ", (int)confstr(_CS_PATH, text, 5));
	printf("%s ", text);
	printf("%d\n", (int)confstr(_CS_PATH, NULL, 0));
	printf("%d ", (int)confstr(_CS_GNU_LIBC_VERSION, text, sizeof text));
	printf("%s\n", text);
	printf("%d ", (int)confstr(_CS_GNU_LIBPTHREAD_VERSION, text, sizeof text));
	printf("%s\n", text);
	errno = 0;
	printf("%d ", (int)confstr(99999, text, sizeof text));
	printf("%d\n", errno == EINVAL);
	printf("%s\n", gnu_get_libc_version());
	for (nl_item item = ABDAY_1; item <= T_FMT_AMPM; item++)
		printf("%s|", nl_langinfo(item));
	printf("\n");
	const nl_item items[] = {CODESET, CRNCYSTR, RADIXCHAR, THOUSEP, YESEXPR, NOEXPR, ERA, ERA_D_FMT, ALT_DIGITS};
	for (size_t i = 0; i < sizeof items / sizeof items[0]; i++)
		printf("%s|", nl_langinfo(items[i]));
	printf("\n%s %s %s ", gettext("text"), ngettext("one", "many", 1), ngettext("one", "many", 2));
	printf("%s %s\n", textdomain(NULL), bindtextdomain("messages", NULL));
	errno = 0;
	printf("%ld ", ulimit(99));
	printf("%d\n", errno == EINVAL);
	char bytes[300];
	errno = 0;
	printf("%d ", getentropy(bytes, 257));
	printf("%d ", errno == EIO);
	printf("%d ", getentropy(bytes, 256));
	printf("%d ", (int)getrandom(bytes, 300, GRND_NONBLOCK));
	errno = 0;
	printf("%d ", (int)getrandom(bytes, 300, 64));
	printf("%d\n", errno == EINVAL);
	return 0;
}
