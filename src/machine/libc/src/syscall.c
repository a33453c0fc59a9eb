// syscall: a system call by its number, as far as there is a function that makes it.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/msg.h>
#include <sys/pidfd.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The entries in the form before the type had a place of its own: it is the last byte. */
static long old_entries(int fd, char *buffer, size_t size)
{
	long all = getdents64(fd, buffer, size);
	for (long at = 0; at < all;) {
		struct dirent64 *entry = (struct dirent64 *)(buffer + at);
		unsigned char type = entry->d_type;
		memmove(&entry->d_type, entry->d_name, entry->d_reclen - offsetof(struct dirent64, d_name));
		buffer[at + entry->d_reclen - 1] = type;
		at += entry->d_reclen;
	}
	return all;
}

static long on_sockets(long number, long a, long b, long c, long d, long e, long f)
{
	switch (number) {
	case SYS_socket:
		return socket(a, b, c);
	case SYS_socketpair:
		return socketpair(a, b, c, (int *)d);
	case SYS_bind:
		return bind(a, (struct sockaddr *)b, c);
	case SYS_listen:
		return listen(a, b);
	case SYS_accept:
		return accept(a, (struct sockaddr *)b, (socklen_t *)c);
	case SYS_accept4:
		return accept4(a, (struct sockaddr *)b, (socklen_t *)c, d);
	case SYS_connect:
		return connect(a, (struct sockaddr *)b, c);
	case SYS_getsockname:
		return getsockname(a, (struct sockaddr *)b, (socklen_t *)c);
	case SYS_getpeername:
		return getpeername(a, (struct sockaddr *)b, (socklen_t *)c);
	case SYS_sendto:
		return sendto(a, (void *)b, c, d, (struct sockaddr *)e, f);
	case SYS_recvfrom:
		return recvfrom(a, (void *)b, c, d, (struct sockaddr *)e, (socklen_t *)f);
	case SYS_sendmsg:
		return sendmsg(a, (struct msghdr *)b, c);
	case SYS_recvmsg:
		return recvmsg(a, (struct msghdr *)b, c);
	case SYS_shutdown:
		return shutdown(a, b);
	case SYS_msgget:
		return msgget(a, b);
	case SYS_msgsnd:
		return msgsnd(a, (void *)b, c, d);
	case SYS_msgrcv:
		return msgrcv(a, (void *)b, c, d, e);
	case SYS_msgctl:
		return msgctl(a, b, (void *)c);
	default:
		errno = ENOSYS;
		return -1;
	}
}

static long on_names(long number, long a, long b, long c, long d, long e, long f)
{
	switch (number) {
	case SYS_getdents:
		return old_entries(a, (char *)b, c);
	case SYS_access:
		return access((const char *)a, b);
	case SYS_faccessat:
		return faccessat(a, (const char *)b, c, 0);
	case SYS_rename:
		return rename((const char *)a, (const char *)b);
	case SYS_renameat:
		return renameat(a, (const char *)b, c, (const char *)d);
	case SYS_renameat2:
		return renameat2(a, (const char *)b, c, (const char *)d, e);
	case SYS_link:
		return link((const char *)a, (const char *)b);
	case SYS_linkat:
		return linkat(a, (const char *)b, c, (const char *)d, e);
	case SYS_symlink:
		return symlink((const char *)a, (const char *)b);
	case SYS_symlinkat:
		return symlinkat((const char *)a, b, (const char *)c);
	case SYS_readlink:
		return readlink((const char *)a, (void *)b, c);
	case SYS_readlinkat:
		return readlinkat(a, (const char *)b, (void *)c, d);
	case SYS_chmod:
		return chmod((const char *)a, b);
	case SYS_fchmod:
		return fchmod(a, b);
	case SYS_fchmodat:
		return fchmodat(a, (const char *)b, c, 0);
	case SYS_chown:
		return chown((const char *)a, b, c);
	case SYS_lchown:
		return lchown((const char *)a, b, c);
	case SYS_fchown:
		return fchown(a, b, c);
	case SYS_fchownat:
		return fchownat(a, (const char *)b, c, d, e);
	case SYS_mkdirat:
		return mkdirat(a, (const char *)b, c);
	case SYS_mknod:
		return mknod((const char *)a, b, c);
	case SYS_mknodat:
		return mknodat(a, (const char *)b, c, d);
	case SYS_unlinkat:
		return unlinkat(a, (const char *)b, c);
	case SYS_truncate:
		return truncate((const char *)a, b);
	case SYS_ftruncate:
		return ftruncate(a, b);
	case SYS_getdents64:
		return getdents64(a, (void *)b, c);
	case SYS_getcwd:
		return getcwd((char *)a, b) == NULL ? -1 : (long)strlen((char *)a) + 1;
	case SYS_fchdir:
		return fchdir(a);
	case SYS_utimensat:
		return utimensat(a, (const char *)b, (struct timespec *)c, d);
	case SYS_stat:
		return stat((const char *)a, (struct stat *)b);
	case SYS_lstat:
		return lstat((const char *)a, (struct stat *)b);
	case SYS_fstat:
		return fstat(a, (struct stat *)b);
	case SYS_statx:
		return statx(a, (const char *)b, c, d, (struct statx *)e);
	case SYS_newfstatat:
		return fstatat(a, (const char *)b, (struct stat *)c, d);
	case SYS_statfs:
		return statfs((const char *)a, (void *)b);
	default:
		return on_sockets(number, a, b, c, d, e, f);
	}
}

static long on_files(long number, long a, long b, long c, long d, long e, long f)
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
	case SYS_fdatasync:
		return fdatasync(a);
	case SYS_sendfile:
		return sendfile(a, b, (off_t *)c, d);
	case SYS_flock:
		return flock(a, b);
	case SYS_select:
		return select(a, (fd_set *)b, (fd_set *)c, (fd_set *)d, (struct timeval *)e);
	case SYS_ppoll:
		return ppoll((struct pollfd *)a, b, (struct timespec *)c, (sigset_t *)d);
	case SYS_preadv:
		return preadv(a, (struct iovec *)b, c, d);
	case SYS_pwritev:
		return pwritev(a, (struct iovec *)b, c, d);
	default:
		return on_names(number, a, b, c, d, e, f);
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
	long a = va_arg(arguments, long), b = va_arg(arguments, long), c = va_arg(arguments, long);
	long d = va_arg(arguments, long), e = va_arg(arguments, long), f = va_arg(arguments, long);
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
		return wait4(a, (int *)b, c, (struct rusage *)d);
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
	case SYS_setpgid:
		return setpgid(a, b);
	case SYS_getpgrp:
		return getpgrp();
	case SYS_setsid:
		return setsid();
	case SYS_setuid:
		return setuid(a);
	case SYS_setgid:
		return setgid(a);
	case SYS_setresuid:
		return setresuid(a, b, c);
	case SYS_setresgid:
		return setresgid(a, b, c);
	case SYS_getresuid:
		return getresuid((uid_t *)a, (uid_t *)b, (uid_t *)c);
	case SYS_getresgid:
		return getresgid((gid_t *)a, (gid_t *)b, (gid_t *)c);
	case SYS_getgroups:
		return getgroups(a, (gid_t *)b);
	case SYS_getrlimit:
		return getrlimit(a, (struct rlimit *)b);
	case SYS_setrlimit:
		return setrlimit(a, (struct rlimit *)b);
	case SYS_prlimit64:
		return prlimit(a, b, (struct rlimit *)c, (struct rlimit *)d);
	case SYS_getrusage:
		return getrusage(a, (struct rusage *)b);
	case SYS_times:
		return times((struct tms *)a);
	case SYS_uname:
		return uname((struct utsname *)a);
	case SYS_waitid:
		return waitid(a, b, (siginfo_t *)c, d);
	case SYS_setitimer:
		return setitimer(a, (struct itimerval *)b, (struct itimerval *)c);
	case SYS_getitimer:
		return getitimer(a, (struct itimerval *)b);
	case SYS_clock_getres:
		return clock_getres(a, (struct timespec *)b);
	case SYS_clock_nanosleep:
		return clock_nanosleep(a, b, (struct timespec *)c, (struct timespec *)d);
	case SYS_getrandom:
		return getrandom((void *)a, b, c);
	case SYS_sched_getaffinity:
		return sched_getaffinity(a, b, (void *)c);
	case SYS_sched_getscheduler:
		return sched_getscheduler(a);
	case SYS_sched_setaffinity:
		return sched_setaffinity(a, b, (void *)c);
	case SYS_sysinfo:
		return sysinfo((void *)a);
	case SYS_getpriority:
		return getpriority(a, b);
	case SYS_setpriority:
		return setpriority(a, b, c);
	case SYS_fallocate:
		return fallocate(a, b, c, d);
	case SYS_execveat:
		return execveat(a, (const char *)b, (char *const *)c, (char *const *)d, e);
	case SYS_pidfd_open:
		return pidfd_open(a, b);
	case SYS_pidfd_send_signal:
		return pidfd_send_signal(a, b, (siginfo_t *)c, d);
	default:
		return on_files(number, a, b, c, d, e, f);
	}
}
