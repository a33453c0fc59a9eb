// syscall: a system call by its number, as far as there is a function that makes it.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long on_files(long number, long a, long b, long c, long d)
{
	switch (number) {
	case SYS_read:
		return read(a, (void *)b, c);
	case SYS_write:
		return write(a, (const void *)b, c);
	case SYS_open:
		return open((const char *)a, b, c);
	case SYS_openat:
		return openat(a, (const char *)b, c, d);
	case SYS_creat:
		return open((const char *)a, O_CREAT | O_WRONLY | O_TRUNC, b);
	case SYS_close:
		return close(a);
	case SYS_close_range:
		return close_range(a, b, c);
	case SYS_lseek:
		return lseek(a, b, c);
	case SYS_pread64:
		return pread(a, (void *)b, c, d);
	case SYS_pwrite64:
		return pwrite(a, (const void *)b, c, d);
	case SYS_readv:
		return readv(a, (const struct iovec *)b, c);
	case SYS_writev:
		return writev(a, (const struct iovec *)b, c);
	case SYS_pipe:
		return pipe((int *)a);
	case SYS_pipe2:
		return pipe2((int *)a, b);
	case SYS_dup:
		return dup(a);
	case SYS_dup2:
		return dup2(a, b);
	case SYS_dup3:
		return dup3(a, b, c);
	case SYS_fcntl:
		return fcntl(a, b, c);
	case SYS_unlink:
		return unlink((const char *)a);
	case SYS_mkdir:
		return mkdir((const char *)a, b);
	case SYS_rmdir:
		return rmdir((const char *)a);
	case SYS_chdir:
		return chdir((const char *)a);
	case SYS_poll:
		return poll((struct pollfd *)a, b, c);
	case SYS_fsync:
		return fsync(a);
	default:
		errno = ENOSYS;
		return -1;
	}
}

static _Noreturn void end(int status)
{
	_exit(status);
}

long syscall(long number, ...)
{
	va_list arguments;
	va_start(arguments, number);
	long a = va_arg(arguments, long), b = va_arg(arguments, long), c = va_arg(arguments, long), d = va_arg(arguments, long);
	va_end(arguments);
	switch (number) {
	case SYS_getpid:
		return getpid();
	case SYS_gettid:
		return gettid();
	case SYS_getppid:
		return getppid();
	case SYS_getpgid:
		return getpgid(a);
	case SYS_getsid:
		return getsid(a);
	case SYS_getuid:
		return getuid();
	case SYS_geteuid:
		return geteuid();
	case SYS_getgid:
		return getgid();
	case SYS_getegid:
		return getegid();
	case SYS_fork:
	case SYS_vfork:
		return fork();
	case SYS_exit:
	case SYS_exit_group:
		end(a);
	case SYS_execve:
		return execve((const char *)a, (char *const *)b, (char *const *)c);
	case SYS_wait4:
		return waitpid(a, (int *)b, c);
	case SYS_kill:
		return kill(a, b);
	case SYS_tkill:
		return a == getpid() ? raise(b) : kill(a, b);
	case SYS_tgkill:
		return a == getpid() ? raise(c) : kill(a, c);
	case SYS_pause:
		return pause();
	case SYS_alarm:
		return alarm(a);
	case SYS_sched_yield:
		return sched_yield();
	case SYS_nanosleep:
		return nanosleep((const struct timespec *)a, (struct timespec *)b);
	case SYS_clock_gettime:
		return clock_gettime(a, (struct timespec *)b);
	case SYS_gettimeofday:
		return gettimeofday((struct timeval *)a, (void *)b);
	case SYS_time:
		return time((time_t *)a);
	case SYS_umask:
		return umask(a);
	default:
		return on_files(number, a, b, c, d);
	}
}
