// The name of the user, and of the terminal.
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

/* There is one terminal. */
#define TERMINAL "/dev/pts/0"

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
	if (fcntl(fd, F_GETFD) == -1)
		return EBADF;
	if (!isatty(fd))
		return ENOTTY;
	if (size < sizeof TERMINAL)
		return ERANGE;
	strcpy(name, TERMINAL);
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
