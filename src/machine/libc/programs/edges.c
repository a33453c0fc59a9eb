/* Edges that programs come to by mistake: a text formatted into itself, years that no int holds, dates from memory that nobody set. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <libgen.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#pragma GCC diagnostic ignored "-Wrestrict"
#pragma GCC diagnostic ignored "-Wformat-truncation"
#pragma GCC diagnostic ignored "-Wformat-overflow"

static void within(char *text, size_t size, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(text, size, format, arguments);
	va_end(arguments);
}

static void into(char *text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsprintf(text, format, arguments);
	va_end(arguments);
}

/* sprintf appends to what it is given; snprintf has emptied it before it looks. */
static void formatted_into_itself(void)
{
	char text[32] = "ab";
	printf("%d", sprintf(text, "%s/%s", text, "cd"));
	printf(" %s\n", text);
	printf("%d", snprintf(text, sizeof text, "%s/%s", text, "ef"));
	printf(" %s\n", text);
	strcpy(text, "ab");
	into(text, "%s+%d", text, 5);
	printf("%s\n", text);
	within(text, sizeof text, "%s+%d", text, 6);
	printf("%s\n", text);
	for (int i = 0; i < 3; i++)
		sprintf(text + strlen(text), "-%d", i);
	printf("%s\n", text);
}

static void slashes(void)
{
	char paths[][12] = {"//usr", "//usr//", "//", "///usr", "/usr", "//a/b", "//a//b/", "a//", "///"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		printf("%s ", dirname(paths[i]));
	printf("\n");
}

static void answer(const char *text)
{
	int error = errno;
	printf("%s %d %d\n", text ? text : "nothing\n", error == EINVAL, error == EOVERFLOW);
	errno = 0;
}

static void years(void)
{
	char text[64];
	struct tm tm = {0};
	errno = 0;
	tm.tm_mday = 1;
	tm.tm_year = 2147483647 - 1900;
	answer(asctime(&tm));
	tm.tm_year++;
	answer(asctime(&tm));
	tm.tm_year = 100000;
	answer(asctime_r(&tm, text));
	printf("%zu\n", strlen(text));
	answer(asctime(NULL));
	time_t last = 67768036191676799, after = last + 1, first = -67768040609740800, before = first - 1;
	answer(ctime(&last));
	printf("%d", gmtime(&after) == NULL);
	answer("");
	printf("%d", localtime_r(&after, &tm) == NULL);
	answer("");
	answer(ctime(&after));
	answer(ctime(&first));
	printf("%d", gmtime_r(&before, &tm) == NULL);
	answer("");
}

static void unset(const char *text, const char *format)
{
	struct tm tm;
	memset(&tm, 0xaa, sizeof tm);
	printf("%d:", strptime(text, format, &tm) != NULL);
	const int fields[] = {tm.tm_sec, tm.tm_min, tm.tm_hour, tm.tm_mday, tm.tm_mon, tm.tm_year, tm.tm_wday, tm.tm_yday};
	for (int i = 0; i < 8; i++)
		if (fields[i] == (int)0xaaaaaaaa)
			printf(" -");
		else
			printf(" %d", fields[i]);
	printf("\n");
}

static void words(const sigset_t *set)
{
	const unsigned char *bytes = (const unsigned char *)set;
	printf("%x %x %x %d\n", bytes[0], bytes[7], bytes[8], sigisemptyset(set));
}

static void sets(void)
{
	sigset_t set, other;
	memset(&set, 0x55, sizeof set);
	memset(&other, 0x11, sizeof other);
	sigemptyset(&set);
	words(&set);
	sigorset(&set, &set, &other);
	words(&set);
	sigfillset(&set);
	words(&set);
	sigandset(&set, &set, &other);
	words(&set);
}

int main(void)
{
	formatted_into_itself();
	slashes();
	years();
	unset("13", "%H");
	unset("2007", "%Y");
	unset("12", "%d");
	unset("Feb", "%b");
	unset("2024-02-29", "%F");
	sets();
	errno = 0;
	printf("%d", fmemopen(NULL, (size_t)-1, "w") == NULL);
	printf(" %d\n", errno == ENOMEM);
	printf("%d %d %d %d\n", NAME_MAX, MAXNAMLEN, DTTOIF(DT_DIR) == S_IFDIR, IFTODT(S_IFIFO) == DT_FIFO);
#if __GNUC_PREREQ(2, 0) && !__GNUC_PREREQ(99, 0)
	printf("gcc\n");
#endif
	return 0;
}
