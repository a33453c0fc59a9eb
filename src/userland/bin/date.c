/* date: what time it is. date [-u] [+FORMAT] */
#include <error.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int option;
	int utc = 0;
	char text[512] = "";
	const char *format = "%a %b %e %H:%M:%S %Z %Y";
	while ((option = getopt(argc, argv, "u")) != -1) {
		if (option != 'u')
			return fputs("Try 'date --help' for more information.\n", stderr), 1;
		utc = 1;
	}
	if (optind < argc) {
		if (argv[optind][0] != '+')
			error(1, 0, "invalid date '%s'", argv[optind]);
		format = argv[optind] + 1;
	}
	time_t now = time(NULL);
	strftime(text, sizeof text, format, utc ? gmtime(&now) : localtime(&now));
	puts(text);
	return 0;
}
