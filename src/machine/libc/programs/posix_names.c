/* What POSIX names beside the common: locales, speeds of lines, limits, buffers. */
#define _XOPEN_SOURCE 700
#include <cpio.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <fmtmsg.h>
#include <inttypes.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <monetary.h>
#include <nl_types.h>
#include <signal.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/termios.h>
#include <tar.h>
#include <time.h>
#include <unistd.h>

#define CONSTANT(name) printf("%s %ld\n", #name, (long)(name))
#define SYSTEM(name) (errno = 0, value = sysconf(name), printf("%s %ld %d\n", #name, value, errno))
#define PATH(name) (errno = 0, value = pathconf("/tmp", name), printf("%s %ld %d\n", #name, value, errno))

static void constants(void)
{
	CONSTANT(B9600);
	CONSTANT(B115200);
	CONSTANT(IXANY);
	CONSTANT(CLOCAL);
	CONSTANT(VWERASE);
	CONSTANT(TCOOFF);
	CONSTANT(LC_ALL_MASK);
	CONSTANT(LC_NUMERIC_MASK);
	CONSTANT(C_ISFIFO);
	CONSTANT(TSUID);
	CONSTANT(MM_CONSOLE);
	CONSTANT(MM_NOTOK);
	CONSTANT(NL_SETD);
	CONSTANT(AT_SYMLINK_FOLLOW);
	CONSTANT(FPE_FLTDIV);
	CONSTANT(ILL_PRVOPC);
	CONSTANT(_POSIX_SYMLOOP_MAX);
	CONSTANT(_POSIX2_LINE_MAX);
	CONSTANT(_POSIX_SPAWN);
	printf("%s %s %s %s\n", PRIdFAST32, PRIxLEAST8, SCNi16, TMAGIC);
}

static void limits(void)
{
	long value;
	SYSTEM(_SC_TZNAME_MAX);
	SYSTEM(_SC_SYMLOOP_MAX);
	SYSTEM(_SC_TTY_NAME_MAX);
	SYSTEM(_SC_XOPEN_VERSION);
	SYSTEM(_SC_2_VERSION);
	SYSTEM(_SC_RE_DUP_MAX);
	SYSTEM(_SC_DELAYTIMER_MAX);
	SYSTEM(_SC_REGEXP);
	SYSTEM(12345);
	PATH(_PC_SYMLINK_MAX);
	PATH(_PC_FILESIZEBITS);
	PATH(_PC_2_SYMLINKS);
	PATH(12345);
}

static void speeds(void)
{
	struct termios settings;
	memset(&settings, 0, sizeof settings);
	printf("%d ", cfsetospeed(&settings, B38400));
	printf("%ld %ld ", (long)cfgetospeed(&settings), (long)cfgetispeed(&settings));
	printf("%d ", cfsetispeed(&settings, B9600));
	printf("%ld %ld ", (long)cfgetospeed(&settings), (long)cfgetispeed(&settings));
	errno = 0;
	printf("%d ", cfsetospeed(&settings, 12345));
	printf("%d\n", errno == EINVAL);
}

static void locales(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	printf("%d %d ", c != (locale_t)0, uselocale((locale_t)0) == LC_GLOBAL_LOCALE);
	printf("%d ", uselocale(c) == LC_GLOBAL_LOCALE);
	printf("%d ", uselocale(LC_GLOBAL_LOCALE) == c);
	errno = 0;
	printf("%d ", newlocale(LC_ALL_MASK, "xx_YY", (locale_t)0) == (locale_t)0);
	printf("%d\n", errno == ENOENT);
	printf("%d %d %c %s\n", isalpha_l('a', c) != 0, isdigit_l('a', c) != 0, toupper_l('q', c), strerror_l(ENOENT, c));
	printf("%d %d\n", strcasecmp_l("Tea", "tEA", c), strncasecmp_l("teapot", "TEAcup", 3, c));
	freelocale(c);
}

int main(void)
{
	constants();
	limits();
	speeds();
	locales();
	printf("%g %g %d %lld\n", scalbnf(1.5f, 4), (double)tgammal(5), ilogbf(10), llroundf(2.5f));
	printf("pending %d, ", (int)__fpending(stderr));
	printf("line by line %d, buffer %d\n", __flbf(stderr), (int)__fbufsize(stdin));
	return 1;
}
