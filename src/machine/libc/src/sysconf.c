// sysconf and its kin: limits that a program asks for while it runs.
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <sys/resource.h>
#include <unistd.h>

static long limit_of(int resource)
{
	struct rlimit limit;
	if (getrlimit(resource, &limit) == -1)
		return -1;
	return limit.rlim_cur == RLIM_INFINITY ? -1 : (long)limit.rlim_cur;
}

int getpagesize(void)
{
	return 4096;
}

int getdtablesize(void)
{
	return limit_of(RLIMIT_NOFILE);
}

long sysconf(int name)
{
	switch (name) {
	case _SC_ARG_MAX: {
		// A quarter of the stack, from 128 KiB to 6 MiB.
		long stack = limit_of(RLIMIT_STACK);
		return stack == -1 || stack / 4 > 6291456 ? 6291456 : stack / 4 < 131072 ? 131072 : stack / 4;
	}
	case _SC_CHILD_MAX:
		return limit_of(RLIMIT_NPROC);
	case _SC_CLK_TCK:
		return 100;
	case _SC_NGROUPS_MAX:
		return NGROUPS_MAX;
	case _SC_OPEN_MAX:
		return limit_of(RLIMIT_NOFILE);
	case _SC_STREAM_MAX:
		return 16;
	case _SC_JOB_CONTROL:
	case _SC_SAVED_IDS:
		return 1;
	case _SC_REALTIME_SIGNALS:
	case _SC_TIMERS:
	case _SC_VERSION:
	case _SC_THREADS:
	case _SC_MONOTONIC_CLOCK:
		return _POSIX_VERSION;
	case _SC_MQ_OPEN_MAX:
	case _SC_SEM_NSEMS_MAX:
	case _SC_THREAD_THREADS_MAX:
	case _SC_TIMER_MAX:
		return -1;
	case _SC_MQ_PRIO_MAX:
		return MQ_PRIO_MAX;
	case _SC_PAGESIZE:
		return 4096;
	case _SC_RTSIG_MAX:
		return RTSIG_MAX;
	case _SC_SEM_VALUE_MAX:
		return SEM_VALUE_MAX;
	case _SC_LINE_MAX:
		return LINE_MAX;
	case _SC_IOV_MAX:
		return IOV_MAX;
	case _SC_LOGIN_NAME_MAX:
		return LOGIN_NAME_MAX;
	case _SC_HOST_NAME_MAX:
		return HOST_NAME_MAX;
	case _SC_THREAD_STACK_MIN:
		return PTHREAD_STACK_MIN;
	case _SC_NPROCESSORS_CONF:
	case _SC_NPROCESSORS_ONLN:
		return 1;
	case _SC_PHYS_PAGES:
	case _SC_AVPHYS_PAGES:
		return 262144;
	case _SC_ATEXIT_MAX:
		return INT_MAX;
	case _SC_TZNAME_MAX:
	case _SC_AIO_LISTIO_MAX:
	case _SC_2_FORT_DEV:
	case _SC_2_FORT_RUN:
	case _SC_2_PBS:
	case _SC_2_PBS_ACCOUNTING:
	case _SC_2_PBS_CHECKPOINT:
	case _SC_2_PBS_LOCATE:
	case _SC_2_PBS_MESSAGE:
	case _SC_2_PBS_TRACK:
	case _SC_2_UPE:
	case _SC_AIO_MAX:
	case _SC_FIFO:
	case _SC_MULTI_PROCESS:
	case _SC_PIPE:
	case _SC_REGEX_VERSION:
	case _SC_SIGNALS:
	case _SC_SPORADIC_SERVER:
	case _SC_SYMLOOP_MAX:
	case _SC_THREAD_SPORADIC_SERVER:
	case _SC_TRACE:
	case _SC_TRACE_EVENT_FILTER:
	case _SC_TRACE_EVENT_NAME_MAX:
	case _SC_TRACE_INHERIT:
	case _SC_TRACE_LOG:
	case _SC_TRACE_NAME_MAX:
	case _SC_TRACE_SYS_MAX:
	case _SC_TRACE_USER_EVENT_MAX:
	case _SC_TYPED_MEMORY_OBJECTS:
	case _SC_XOPEN_CRYPT:
	case _SC_XOPEN_STREAMS:
	case _SC_BASE:
	case _SC_C_LANG_SUPPORT:
	case _SC_C_LANG_SUPPORT_R:
	case _SC_DEVICE_IO:
	case _SC_DEVICE_SPECIFIC:
	case _SC_DEVICE_SPECIFIC_R:
	case _SC_FD_MGMT:
	case _SC_FILE_ATTRIBUTES:
	case _SC_FILE_LOCKING:
	case _SC_FILE_SYSTEM:
	case _SC_NETWORKING:
	case _SC_POLL:
	case _SC_SELECT:
	case _SC_SINGLE_PROCESS:
	case _SC_STREAMS:
	case _SC_SYSTEM_DATABASE:
	case _SC_SYSTEM_DATABASE_R:
	case _SC_T_IOV_MAX:
	case _SC_USER_GROUPS:
	case _SC_USER_GROUPS_R:
	case _SC_V6_ILP32_OFF32:
	case _SC_V6_ILP32_OFFBIG:
	case _SC_V6_LPBIG_OFFBIG:
	case _SC_V7_ILP32_OFF32:
	case _SC_V7_ILP32_OFFBIG:
	case _SC_V7_LPBIG_OFFBIG:
	case _SC_XBS5_ILP32_OFF32:
	case _SC_XBS5_ILP32_OFFBIG:
	case _SC_XBS5_LPBIG_OFFBIG:
		return -1;
	case _SC_SIGQUEUE_MAX:
		return limit_of(RLIMIT_SIGPENDING);
	case _SC_GETPW_R_SIZE_MAX:
	case _SC_GETGR_R_SIZE_MAX:
	case _SC_THREAD_KEYS_MAX:
		return 1024;
	case _SC_TTY_NAME_MAX:
	case _SC_EXPR_NEST_MAX:
		return 32;
	case _SC_2_CHAR_TERM:
	case _SC_2_C_BIND:
	case _SC_2_C_DEV:
	case _SC_2_C_VERSION:
	case _SC_2_LOCALEDEF:
	case _SC_2_SW_DEV:
	case _SC_2_VERSION:
	case _SC_ADVISORY_INFO:
	case _SC_ASYNCHRONOUS_IO:
	case _SC_BARRIERS:
	case _SC_CLOCK_SELECTION:
	case _SC_CPUTIME:
	case _SC_FSYNC:
	case _SC_IPV6:
	case _SC_MAPPED_FILES:
	case _SC_MEMLOCK:
	case _SC_MEMLOCK_RANGE:
	case _SC_MEMORY_PROTECTION:
	case _SC_MESSAGE_PASSING:
	case _SC_PRIORITIZED_IO:
	case _SC_PRIORITY_SCHEDULING:
	case _SC_RAW_SOCKETS:
	case _SC_READER_WRITER_LOCKS:
	case _SC_SEMAPHORES:
	case _SC_SHARED_MEMORY_OBJECTS:
	case _SC_SPAWN:
	case _SC_SPIN_LOCKS:
	case _SC_SYNCHRONIZED_IO:
	case _SC_THREAD_ATTR_STACKADDR:
	case _SC_THREAD_ATTR_STACKSIZE:
	case _SC_THREAD_CPUTIME:
	case _SC_THREAD_PRIORITY_SCHEDULING:
	case _SC_THREAD_PRIO_INHERIT:
	case _SC_THREAD_PRIO_PROTECT:
	case _SC_THREAD_PROCESS_SHARED:
	case _SC_THREAD_SAFE_FUNCTIONS:
	case _SC_TIMEOUTS:
		return 200809L;
	case _SC_AIO_PRIO_DELTA_MAX:
		return 20;
	case _SC_BC_BASE_MAX:
	case _SC_BC_SCALE_MAX:
		return 99;
	case _SC_BC_DIM_MAX:
	case _SC_CHARCLASS_NAME_MAX:
	case _SC_NL_LANGMAX:
		return 2048;
	case _SC_BC_STRING_MAX:
		return 1000;
	case _SC_COLL_WEIGHTS_MAX:
		return 255;
	case _SC_DELAYTIMER_MAX:
	case _SC_INT_MAX:
	case _SC_NL_MSGMAX:
	case _SC_NL_NMAX:
	case _SC_NL_SETMAX:
	case _SC_NL_TEXTMAX:
		return 2147483647;
	case _SC_MINSIGSTKSZ:
		return 1776;
	case _SC_REGEXP:
	case _SC_SHELL:
	case _SC_XOPEN_ENH_I18N:
	case _SC_XOPEN_LEGACY:
	case _SC_XOPEN_REALTIME:
	case _SC_XOPEN_REALTIME_THREADS:
	case _SC_XOPEN_SHM:
	case _SC_XOPEN_UNIX:
	case _SC_XOPEN_XPG2:
	case _SC_XOPEN_XPG3:
	case _SC_XOPEN_XPG4:
	case _SC_V6_LP64_OFF64:
	case _SC_V7_LP64_OFF64:
	case _SC_XBS5_LP64_OFF64:
		return 1;
	case _SC_RE_DUP_MAX:
	case _SC_SHRT_MAX:
	case _SC_SSIZE_MAX:
		return 32767;
	case _SC_SIGSTKSZ:
		return 8192;
	case _SC_THREAD_DESTRUCTOR_ITERATIONS:
		return 4;
	case _SC_XOPEN_VERSION:
		return 700;
	case _SC_CHAR_BIT:
		return 8;
	case _SC_CHAR_MAX:
	case _SC_SCHAR_MAX:
		return 127;
	case _SC_CHAR_MIN:
	case _SC_SCHAR_MIN:
		return -128;
	case _SC_INT_MIN:
		return INT_MIN;
	case _SC_LONG_BIT:
		return 64;
	case _SC_MB_LEN_MAX:
		return 16;
	case _SC_NL_ARGMAX:
		return 4096;
	case _SC_NZERO:
		return 20;
	case _SC_PASS_MAX:
		return 8192;
	case _SC_SHRT_MIN:
		return -32768;
	case _SC_UCHAR_MAX:
		return 255;
	case _SC_UINT_MAX:
		return UINT_MAX;
	case _SC_USHRT_MAX:
		return 65535;
	case _SC_WORD_BIT:
		return 32;
	case _SC_XOPEN_XCU_VERSION:
		return 4;
	case _SC_ULONG_MAX:
		return ULONG_MAX;
	default:
		errno = EINVAL;
		return -1;
	}
}

static long path_limit(int name)
{
	switch (name) {
	case _PC_LINK_MAX:
		return 127;
	case _PC_MAX_CANON:
	case _PC_MAX_INPUT:
	case _PC_NAME_MAX:
		return 255;
	case _PC_PATH_MAX:
	case _PC_PIPE_BUF:
		return 4096;
	case _PC_CHOWN_RESTRICTED:
	case _PC_NO_TRUNC:
		return 1;
	case _PC_VDISABLE:
		return 0;
	case _PC_2_SYMLINKS:
		return 1;
	case _PC_ALLOC_SIZE_MIN:
	case _PC_REC_MIN_XFER_SIZE:
	case _PC_REC_XFER_ALIGN:
		return 4096;
	case _PC_ASYNC_IO:
	case _PC_PRIO_IO:
	case _PC_REC_INCR_XFER_SIZE:
	case _PC_REC_MAX_XFER_SIZE:
	case _PC_SOCK_MAXBUF:
	case _PC_SYMLINK_MAX:
	case _PC_SYNC_IO:
		return -1;
	case _PC_FILESIZEBITS:
		return 64;
	default:
		errno = EINVAL;
		return -1;
	}
}

// glibc asks the file system for these.
static int is_of_file_system(int name)
{
	switch (name) {
	case _PC_LINK_MAX:
	case _PC_NAME_MAX:
	case _PC_CHOWN_RESTRICTED:
	case _PC_2_SYMLINKS:
	case _PC_FILESIZEBITS:
	case _PC_ALLOC_SIZE_MIN:
	case _PC_REC_MIN_XFER_SIZE:
	case _PC_REC_XFER_ALIGN:
		return 1;
	default:
		return 0;
	}
}

int __statfs(const char *path);
int __fstatfs(int fd);

long fpathconf(int fd, int name)
{
	if (fd < 0) {
		errno = EBADF;
		return -1;
	}
	return is_of_file_system(name) && __fstatfs(fd) == -1 ? -1 : path_limit(name);
}

long pathconf(const char *path, int name)
{
	if (*path == 0) {
		errno = ENOENT;
		return -1;
	}
	return is_of_file_system(name) && __statfs(path) == -1 ? -1 : path_limit(name);
}
