// lockf: a lock from the present offset on.
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int lockf(int fd, int command, off_t length)
{
	struct flock lock = {0};
	if (command != F_ULOCK && command != F_LOCK && command != F_TLOCK && command != F_TEST) {
		errno = EINVAL;
		return -1;
	}
	lock.l_type = command == F_ULOCK ? F_UNLCK : F_WRLCK;
	lock.l_whence = SEEK_CUR;
	lock.l_len = length;
	if (command == F_TEST) {
		if (fcntl(fd, F_GETLK, &lock) == -1)
			return -1;
		if (lock.l_type == F_UNLCK || lock.l_pid == getpid())
			return 0;
		errno = EACCES;
		return -1;
	}
	return fcntl(fd, command == F_LOCK ? F_SETLKW : F_SETLK, &lock);
}
