// pthread_sigmask: the mask of the one thread; its result is the error's number.
#include <errno.h>
#include <signal.h>

int pthread_sigmask(int how, const sigset_t *set, sigset_t *old)
{
	int kept = errno;
	int error = sigprocmask(how, set, old) == -1 ? errno : 0;
	errno = kept;
	return error;
}
