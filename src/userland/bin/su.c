/* su: runs a shell as another user; root alone may, since there are no passwords here. su [-] [-c COMMAND] [USER [ARG…]] */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/shared.h"

int main(int argc, char **argv)
{
	int option, login = 0;
	const char *command = NULL, *shell = NULL, *name = "root";
	while ((option = getopt(argc, argv, "+lc:s:")) != -1) {
		switch (option) {
		case 'l':
			login = 1;
			break;
		case 'c':
			command = optarg;
			break;
		case 's':
			shell = optarg;
			break;
		default:
			refer_to_help(1);
		}
	}
	if (optind < argc && strcmp(argv[optind], "-") == 0) {
		login = 1;
		optind++;
	}
	if (optind < argc)
		name = argv[optind++];
	/* Options may stand behind the user, too. */
	while (optind + 1 < argc && strcmp(argv[optind], "-c") == 0) {
		command = argv[optind + 1];
		optind += 2;
	}
	struct passwd *user = getpwnam(name);
	if (user == NULL)
		error(1, 0, "user %s does not exist or the user entry does not contain all the required fields", name);
	if (getuid() != 0)
		error(1, 0, "Authentication failure");
	uid_t uid = user->pw_uid;
	if (initgroups(name, user->pw_gid) == -1 || setgid(user->pw_gid) == -1)
		error(1, errno, "cannot set group id");
	if (setuid(uid) == -1)
		error(1, errno, "cannot set user id");
	setenv("HOME", user->pw_dir, 1);
	setenv("SHELL", user->pw_shell, 1);
	if (uid != 0) {
		setenv("USER", name, 1);
		setenv("LOGNAME", name, 1);
	}
	if (login && chdir(user->pw_dir) == -1)
		error(0, errno, "warning: cannot change directory to %s", user->pw_dir);
	if (shell == NULL)
		shell = access(user->pw_shell, X_OK) == 0 ? user->pw_shell : "/bin/sh";
	const char *base = strrchr(shell, '/') ? strrchr(shell, '/') + 1 : shell;
	char **words = calloc(argc + 4, sizeof *words);
	int count = 0;
	words[count++] = (char *)base;
	if (command) {
		words[count++] = "-c";
		words[count++] = (char *)command;
	}
	while (optind < argc)
		words[count++] = argv[optind++];
	execv(shell, words);
	error(errno == ENOENT ? 127 : 126, errno, "failed to execute %s", shell);
}
