// mkfifo: a pipe with a name.
#include <sys/stat.h>

int mkfifo(const char *path, mode_t mode)
{
	return mknod(path, (mode & 07777) | S_IFIFO, 0);
}
