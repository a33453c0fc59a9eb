// gethostname: the name in uname's answer.
#include <errno.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

int gethostname(char *name, size_t size)
{
	struct utsname system;
	if (uname(&system) == -1)
		return -1;
	size_t length = strlen(system.nodename);
	memcpy(name, system.nodename, length < size ? length + 1 : size);
	if (length < size)
		return 0;
	errno = ENAMETOOLONG;
	return -1;
}
