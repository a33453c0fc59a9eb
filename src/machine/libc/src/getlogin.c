// The name of the user, and of the terminal.
#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

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

// The name that /proc gives the descriptor, if it is the terminal's own.
int ttyname_r(int fd, char *name, size_t size)
{
	struct termios settings;
	struct stat terminal, named;
	char own[PATH_MAX], link[32];
	if (tcgetattr(fd, &settings) == -1)
		return errno;
	if (fstat(fd, &terminal) == -1)
		return errno;
	sprintf(link, "/proc/self/fd/%d", fd);
	ssize_t length = readlink(link, own, PATH_MAX - 1);
	if (length == -1)
		return ENODEV;
	own[length] = 0;
	if (size <= (size_t)length)
		return ERANGE;
	if (stat(own, &named) == -1 || named.st_ino != terminal.st_ino || named.st_rdev != terminal.st_rdev)
		return ENODEV;
	strcpy(name, own);
	return 0;
}

char *ttyname(int fd)
{
	static char name[16];
	int error = isatty(fd) ? ttyname_r(fd, name, sizeof name) : errno;
	if (error == 0)
		return name;
	errno = error;
	return NULL;
}
