// ftok: a key of System V from a file and a letter.
#include <sys/ipc.h>
#include <sys/stat.h>

key_t ftok(const char *path, int id)
{
	struct stat status;
	if (stat(path, &status) == -1)
		return -1;
	return (status.st_ino & 0xffff) | (status.st_dev & 0xff) << 16 | (id & 0xffu) << 24;
}
