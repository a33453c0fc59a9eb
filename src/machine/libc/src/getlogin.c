// The name of the user, and of the terminal.
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define TERMINALS "/dev/pts/"

char *getlogin(void)
{
	struct passwd *user = getpwuid(getuid());
	return user ? user->pw_name : NULL;
}

int getlogin_r(char *name, size_t size)
{
	const char *login = getlogin();
	if (login == NULL)
		return ENOENT;
	if (strlen(login) >= size)
		return ERANGE;
	strcpy(name, login);
	return 0;
}

int ttyname_r(int fd, char *name, size_t size)
{
	if (!isatty(fd))
		return errno;
	struct stat terminal;
	char own[sizeof TERMINALS + 10];
	fstat(fd, &terminal);
	sprintf(own, TERMINALS "%u", minor(terminal.st_rdev));
	if (size <= strlen(own))
		return ERANGE;
	strcpy(name, own);
	return 0;
}

char *ttyname(int fd)
{
	static char name[16];
	int error = ttyname_r(fd, name, sizeof name);
	if (error == 0)
		return name;
	errno = error;
	return NULL;
}
