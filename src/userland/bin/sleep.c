/* sleep: waits. sleep NUMBER[smhd]… */
#include <error.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	double seconds = 0;
	if (argc > 1 && argv[1][0] == '-' && argv[1][1] && getopt(argc, argv, "+") != -1)
		return fputs("Try 'sleep --help' for more information.\n", stderr), 1;
	if (argc < 2) {
		error(0, 0, "missing operand");
		return fputs("Try 'sleep --help' for more information.\n", stderr), 1;
	}
	for (int i = 1 + (strcmp(argv[1], "--") == 0); i < argc; i++) {
		char *end;
		double value = strtod(argv[i], &end);
		int unit = *end;
		if (unit && end[1] == 0)
			end++;
		double factor = unit == 0 || unit == 's' ? 1 : unit == 'm' ? 60 : unit == 'h' ? 3600 : unit == 'd' ? 86400 : -1;
		if (end == argv[i] || *end || value < 0 || factor < 0) {
			error(0, 0, "invalid time interval '%s'", argv[i]);
			return fputs("Try 'sleep --help' for more information.\n", stderr), 1;
		}
		seconds += value * factor;
	}
	struct timespec left = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
	while (nanosleep(&left, &left) == -1 && errno == EINTR)
		;
	return 0;
}
