/* whoami: the name of the effective user. */
#include <error.h>
#include <pwd.h>
#include <stdio.h>
#include <unistd.h>
#include "shared/shared.h"

int main(int argc, char **argv)
{
	if (getopt(argc, argv, "") != -1)
		refer_to_help(1);
	if (argc > 1) {
		error(0, 0, "extra operand '%s'", argv[1]);
		refer_to_help(1);
	}
	struct passwd *user = getpwuid(geteuid());
	if (user == NULL)
		error(1, 0, "cannot find name for user ID %u", geteuid());
	puts(user->pw_name);
	return 0;
}
