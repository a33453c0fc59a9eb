// The constants, sizes and layouts of the headers: what x86-64 Linux says is recorded beside.
#define _GNU_SOURCE
#include <assert.h>
#include <ctype.h>
#include <err.h>
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <float.h>
#include <getopt.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <paths.h>
#include <poll.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdnoreturn.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/param.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <syslog.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define V(name) printf("%s %ld\n", #name, (long)(name))
#define T(name) printf("%s %s\n", #name, name)
#define S(type) printf("sizeof(%s) %zu\n", #type, sizeof(type))
#define O(type, member) printf("%s.%s %zu\n", #type, #member, offsetof(type, member))

static void in_signal_h(void)
{
	V(SI_USER);
	V(SI_KERNEL);
	V(SI_QUEUE);
	V(SI_TIMER);
	V(SI_MESGQ);
	V(SI_ASYNCIO);
	V(SI_SIGIO);
	V(SI_TKILL);
	V(SI_ASYNCNL);
	V(SI_DETHREAD);
	V(CLD_EXITED);
	V(CLD_KILLED);
	V(CLD_DUMPED);
	V(CLD_TRAPPED);
	V(CLD_STOPPED);
	V(CLD_CONTINUED);
	V(SEGV_MAPERR);
	V(SEGV_ACCERR);
	V(FPE_INTDIV);
	V(FPE_INTOVF);
	V(ILL_ILLOPC);
	V(BUS_ADRALN);
	V(BUS_ADRERR);
	V(POLL_IN);
	V(POLL_OUT);
	V(POLL_MSG);
	V(POLL_ERR);
	V(POLL_PRI);
	V(POLL_HUP);
	V(SIG_DFL);
	V(SIG_IGN);
	V(SIG_ERR);
	V(SIGHUP);
	V(SIGINT);
	V(SIGQUIT);
	V(SIGILL);
	V(SIGTRAP);
	V(SIGABRT);
	V(SIGIOT);
	V(SIGBUS);
	V(SIGFPE);
	V(SIGKILL);
	V(SIGUSR1);
	V(SIGSEGV);
	V(SIGUSR2);
	V(SIGPIPE);
	V(SIGALRM);
	V(SIGTERM);
	V(SIGSTKFLT);
	V(SIGCHLD);
	V(SIGCLD);
	V(SIGCONT);
	V(SIGSTOP);
	V(SIGTSTP);
	V(SIGTTIN);
	V(SIGTTOU);
	V(SIGURG);
	V(SIGXCPU);
	V(SIGXFSZ);
	V(SIGVTALRM);
	V(SIGPROF);
	V(SIGWINCH);
	V(SIGIO);
	V(SIGPOLL);
	V(SIGPWR);
	V(SIGSYS);
	V(NSIG);
	V(SIG_BLOCK);
	V(SIG_UNBLOCK);
	V(SIG_SETMASK);
	V(SA_NOCLDSTOP);
	V(SA_NOCLDWAIT);
	V(SA_SIGINFO);
	V(SA_ONSTACK);
	V(SA_RESTART);
	V(SA_NODEFER);
	V(SA_RESETHAND);
	V(SA_INTERRUPT);
	V(SA_NOMASK);
	V(SA_ONESHOT);
	V(SA_STACK);
	V(SS_ONSTACK);
	V(SS_DISABLE);
	V(SIGEV_SIGNAL);
	V(SIGEV_NONE);
	V(SIGEV_THREAD);
	V(SIGEV_THREAD_ID);
}

static void in_sys_wait_h(void)
{
	V(WNOHANG);
	V(WUNTRACED);
	V(WSTOPPED);
	V(WEXITED);
	V(WCONTINUED);
	V(WNOWAIT);
	V(WCOREFLAG);
}

static void in_errno_h(void)
{
	V(EPERM);
	V(ENOENT);
	V(ESRCH);
	V(EINTR);
	V(EIO);
	V(ENXIO);
	V(E2BIG);
	V(ENOEXEC);
	V(EBADF);
	V(ECHILD);
	V(EAGAIN);
	V(ENOMEM);
	V(EACCES);
	V(EFAULT);
	V(ENOTBLK);
	V(EBUSY);
	V(EEXIST);
	V(EXDEV);
	V(ENODEV);
	V(ENOTDIR);
	V(EISDIR);
	V(EINVAL);
	V(ENFILE);
	V(EMFILE);
	V(ENOTTY);
	V(ETXTBSY);
	V(EFBIG);
	V(ENOSPC);
	V(ESPIPE);
	V(EROFS);
	V(EMLINK);
	V(EPIPE);
	V(EDOM);
	V(ERANGE);
	V(EDEADLK);
	V(ENAMETOOLONG);
	V(ENOLCK);
	V(ENOSYS);
	V(ENOTEMPTY);
	V(ELOOP);
	V(ENOMSG);
	V(EIDRM);
	V(ECHRNG);
	V(EL2NSYNC);
	V(EL3HLT);
	V(EL3RST);
	V(ELNRNG);
	V(EUNATCH);
	V(ENOCSI);
	V(EL2HLT);
	V(EBADE);
	V(EBADR);
	V(EXFULL);
	V(ENOANO);
	V(EBADRQC);
	V(EBADSLT);
	V(EBFONT);
	V(ENOSTR);
	V(ENODATA);
	V(ETIME);
	V(ENOSR);
	V(ENONET);
	V(ENOPKG);
	V(EREMOTE);
	V(ENOLINK);
	V(EADV);
	V(ESRMNT);
	V(ECOMM);
	V(EPROTO);
	V(EMULTIHOP);
	V(EDOTDOT);
	V(EBADMSG);
	V(EOVERFLOW);
	V(ENOTUNIQ);
	V(EBADFD);
	V(EREMCHG);
	V(ELIBACC);
	V(ELIBBAD);
	V(ELIBSCN);
	V(ELIBMAX);
	V(ELIBEXEC);
	V(EILSEQ);
	V(ERESTART);
	V(ESTRPIPE);
	V(EUSERS);
	V(ENOTSOCK);
	V(EDESTADDRREQ);
	V(EMSGSIZE);
	V(EPROTOTYPE);
	V(ENOPROTOOPT);
	V(EPROTONOSUPPORT);
	V(ESOCKTNOSUPPORT);
	V(EOPNOTSUPP);
	V(EPFNOSUPPORT);
	V(EAFNOSUPPORT);
	V(EADDRINUSE);
	V(EADDRNOTAVAIL);
	V(ENETDOWN);
	V(ENETUNREACH);
	V(ENETRESET);
	V(ECONNABORTED);
	V(ECONNRESET);
	V(ENOBUFS);
	V(EISCONN);
	V(ENOTCONN);
	V(ESHUTDOWN);
	V(ETOOMANYREFS);
	V(ETIMEDOUT);
	V(ECONNREFUSED);
	V(EHOSTDOWN);
	V(EHOSTUNREACH);
	V(EALREADY);
	V(EINPROGRESS);
	V(ESTALE);
	V(EUCLEAN);
	V(ENOTNAM);
	V(ENAVAIL);
	V(EISNAM);
	V(EREMOTEIO);
	V(EDQUOT);
	V(ENOMEDIUM);
	V(EMEDIUMTYPE);
	V(ECANCELED);
	V(ENOKEY);
	V(EKEYEXPIRED);
	V(EKEYREVOKED);
	V(EKEYREJECTED);
	V(EOWNERDEAD);
	V(ENOTRECOVERABLE);
	V(ERFKILL);
	V(EHWPOISON);
	V(EWOULDBLOCK);
	V(EDEADLOCK);
	V(ENOTSUP);
}

static void in_fcntl_h(void)
{
	V(O_ACCMODE);
	V(O_RDONLY);
	V(O_WRONLY);
	V(O_RDWR);
	V(O_CREAT);
	V(O_EXCL);
	V(O_NOCTTY);
	V(O_TRUNC);
	V(O_APPEND);
	V(O_NONBLOCK);
	V(O_NDELAY);
	V(O_DSYNC);
	V(O_ASYNC);
	V(O_DIRECTORY);
	V(O_NOFOLLOW);
	V(O_CLOEXEC);
	V(O_SYNC);
	V(O_RSYNC);
	V(O_FSYNC);
	V(O_DIRECT);
	V(O_LARGEFILE);
	V(O_NOATIME);
	V(O_PATH);
	V(O_TMPFILE);
	V(F_DUPFD);
	V(F_GETFD);
	V(F_SETFD);
	V(F_GETFL);
	V(F_SETFL);
	V(F_GETLK);
	V(F_SETLK);
	V(F_SETLKW);
	V(F_SETOWN);
	V(F_GETOWN);
	V(F_DUPFD_CLOEXEC);
	V(F_SETSIG);
	V(F_GETSIG);
	V(F_OFD_GETLK);
	V(F_OFD_SETLK);
	V(F_OFD_SETLKW);
	V(F_SETLEASE);
	V(F_GETLEASE);
	V(F_NOTIFY);
	V(F_SETPIPE_SZ);
	V(F_GETPIPE_SZ);
	V(FD_CLOEXEC);
	V(F_RDLCK);
	V(F_WRLCK);
	V(F_UNLCK);
	V(LOCK_SH);
	V(LOCK_EX);
	V(LOCK_NB);
	V(LOCK_UN);
	V(SEEK_SET);
	V(SEEK_CUR);
	V(SEEK_END);
	V(AT_FDCWD);
	V(AT_SYMLINK_NOFOLLOW);
	V(AT_REMOVEDIR);
	V(AT_EACCESS);
}

static void in_getopt_h(void)
{
	V(no_argument);
	V(required_argument);
	V(optional_argument);
}

static void in_inttypes_h(void)
{
	T(PRId8);
	T(PRId16);
	T(PRId32);
	T(PRId64);
	T(PRIi8);
	T(PRIi16);
	T(PRIi32);
	T(PRIi64);
	T(PRIo8);
	T(PRIo16);
	T(PRIo32);
	T(PRIo64);
	T(PRIu8);
	T(PRIu16);
	T(PRIu32);
	T(PRIu64);
	T(PRIx8);
	T(PRIx16);
	T(PRIx32);
	T(PRIx64);
	T(PRIX8);
	T(PRIX16);
	T(PRIX32);
	T(PRIX64);
	T(PRIdLEAST32);
	T(PRIdLEAST64);
	T(PRIuLEAST32);
	T(PRIuLEAST64);
	T(PRIdMAX);
	T(PRIiMAX);
	T(PRIoMAX);
	T(PRIuMAX);
	T(PRIxMAX);
	T(PRIXMAX);
	T(PRIdPTR);
	T(PRIiPTR);
	T(PRIoPTR);
	T(PRIuPTR);
	T(PRIxPTR);
	T(PRIXPTR);
	T(SCNd8);
	T(SCNd16);
	T(SCNd32);
	T(SCNd64);
	T(SCNi32);
	T(SCNi64);
	T(SCNo32);
	T(SCNo64);
	T(SCNu8);
	T(SCNu16);
	T(SCNu32);
	T(SCNu64);
	T(SCNx8);
	T(SCNx16);
	T(SCNx32);
	T(SCNx64);
	T(SCNdMAX);
	T(SCNuMAX);
	T(SCNxMAX);
	T(SCNdPTR);
	T(SCNuPTR);
	T(SCNxPTR);
}

static void in_limits_h(void)
{
	V(CHAR_BIT);
	V(MB_LEN_MAX);
	V(SCHAR_MIN);
	V(SCHAR_MAX);
	V(UCHAR_MAX);
	V(CHAR_MIN);
	V(CHAR_MAX);
	V(SHRT_MIN);
	V(SHRT_MAX);
	V(USHRT_MAX);
	V(INT_MIN);
	V(INT_MAX);
	V(UINT_MAX);
	V(LONG_MIN);
	V(LONG_MAX);
	V(ULONG_MAX);
	V(LLONG_MIN);
	V(LLONG_MAX);
	V(ULLONG_MAX);
	V(SSIZE_MAX);
	V(LONG_BIT);
	V(WORD_BIT);
	V(NAME_MAX);
	V(PATH_MAX);
	V(PIPE_BUF);
	V(NGROUPS_MAX);
	V(MAX_CANON);
	V(MAX_INPUT);
	V(XATTR_NAME_MAX);
	V(HOST_NAME_MAX);
	V(LOGIN_NAME_MAX);
	V(TTY_NAME_MAX);
	V(LINE_MAX);
	V(IOV_MAX);
	V(RTSIG_MAX);
	V(DELAYTIMER_MAX);
	V(MQ_PRIO_MAX);
	V(SEM_VALUE_MAX);
	V(PTHREAD_STACK_MIN);
	V(PTHREAD_KEYS_MAX);
	V(PTHREAD_DESTRUCTOR_ITERATIONS);
	V(NZERO);
	V(_POSIX_ARG_MAX);
	V(_POSIX_CHILD_MAX);
	V(_POSIX_HOST_NAME_MAX);
	V(_POSIX_LINK_MAX);
	V(_POSIX_MQ_OPEN_MAX);
	V(_POSIX_MQ_PRIO_MAX);
	V(_POSIX_NAME_MAX);
	V(_POSIX_OPEN_MAX);
	V(_POSIX_PATH_MAX);
	V(_POSIX_PIPE_BUF);
	V(_POSIX_RTSIG_MAX);
	V(_POSIX_SEM_NSEMS_MAX);
	V(_POSIX_SEM_VALUE_MAX);
	V(_POSIX_SIGQUEUE_MAX);
	V(_POSIX_SSIZE_MAX);
	V(_POSIX_STREAM_MAX);
	V(_POSIX_TIMER_MAX);
}

static void in_locale_h(void)
{
	V(LC_CTYPE);
	V(LC_NUMERIC);
	V(LC_TIME);
	V(LC_COLLATE);
	V(LC_MONETARY);
	V(LC_MESSAGES);
	V(LC_ALL);
}

static void in_paths_h(void)
{
	T(_PATH_BSHELL);
	T(_PATH_CONSOLE);
	T(_PATH_DEFPATH);
	T(_PATH_DEVNULL);
	T(_PATH_TTY);
	T(_PATH_TMP);
}

static void in_poll_h(void)
{
	V(POLLIN);
	V(POLLPRI);
	V(POLLOUT);
	V(POLLERR);
	V(POLLHUP);
	V(POLLNVAL);
	V(POLLRDNORM);
	V(POLLRDBAND);
	V(POLLWRNORM);
	V(POLLWRBAND);
	V(POLLMSG);
	V(POLLREMOVE);
	V(POLLRDHUP);
}

static void in_sched_h(void)
{
	V(SCHED_OTHER);
	V(SCHED_FIFO);
	V(SCHED_RR);
	V(SCHED_BATCH);
	V(SCHED_IDLE);
	V(CPU_SETSIZE);
}

static void in_stdbool_h(void)
{
	V(true);
	V(false);
}

static void in_stdint_h(void)
{
	V(INT8_MIN);
	V(INT16_MIN);
	V(INT32_MIN);
	V(INT64_MIN);
	V(INT8_MAX);
	V(INT16_MAX);
	V(INT32_MAX);
	V(INT64_MAX);
	V(UINT8_MAX);
	V(UINT16_MAX);
	V(UINT32_MAX);
	V(UINT64_MAX);
	V(INT_LEAST8_MIN);
	V(INT_LEAST16_MIN);
	V(INT_LEAST32_MIN);
	V(INT_LEAST64_MIN);
	V(INT_LEAST8_MAX);
	V(INT_LEAST16_MAX);
	V(INT_LEAST32_MAX);
	V(INT_LEAST64_MAX);
	V(UINT_LEAST8_MAX);
	V(UINT_LEAST16_MAX);
	V(UINT_LEAST32_MAX);
	V(UINT_LEAST64_MAX);
	V(INT_FAST8_MIN);
	V(INT_FAST16_MIN);
	V(INT_FAST32_MIN);
	V(INT_FAST64_MIN);
	V(INT_FAST8_MAX);
	V(INT_FAST16_MAX);
	V(INT_FAST32_MAX);
	V(INT_FAST64_MAX);
	V(UINT_FAST8_MAX);
	V(UINT_FAST16_MAX);
	V(UINT_FAST32_MAX);
	V(UINT_FAST64_MAX);
	V(INTPTR_MIN);
	V(INTPTR_MAX);
	V(UINTPTR_MAX);
	V(INTMAX_MIN);
	V(INTMAX_MAX);
	V(UINTMAX_MAX);
	V(PTRDIFF_MIN);
	V(PTRDIFF_MAX);
	V(SIZE_MAX);
	V(SIG_ATOMIC_MIN);
	V(SIG_ATOMIC_MAX);
	V(WCHAR_MIN);
	V(WCHAR_MAX);
}

static void in_stdio_h(void)
{
	V(EOF);
	V(BUFSIZ);
	V(FILENAME_MAX);
	V(FOPEN_MAX);
	V(L_ctermid);
	V(L_tmpnam);
	V(TMP_MAX);
	T(P_tmpdir);
	V(_IOFBF);
	V(_IOLBF);
	V(_IONBF);
	V(SEEK_SET);
	V(SEEK_CUR);
	V(SEEK_END);
}

static void in_stdlib_h(void)
{
	V(EXIT_SUCCESS);
	V(EXIT_FAILURE);
	V(RAND_MAX);
	V(MB_CUR_MAX);
}

static void in_sys_ioctl_h(void)
{
	V(TCGETS);
	V(TCSETS);
	V(TCSETSW);
	V(TCSETSF);
	V(TIOCSCTTY);
	V(TIOCGPGRP);
	V(TIOCSPGRP);
	V(TIOCGWINSZ);
	V(TIOCSWINSZ);
	V(FIONREAD);
	V(TIOCINQ);
	V(FIONBIO);
	V(TIOCNOTTY);
	V(FIONCLEX);
	V(FIOCLEX);
	V(FIOASYNC);
}

static void in_sys_param_h(void)
{
	V(MAXPATHLEN);
	V(MAXHOSTNAMELEN);
	V(NOFILE);
	V(NBBY);
}

static void in_sys_resource_h(void)
{
	V(RLIM_INFINITY);
	V(RLIMIT_CPU);
	V(RLIMIT_FSIZE);
	V(RLIMIT_DATA);
	V(RLIMIT_STACK);
	V(RLIMIT_CORE);
	V(RLIMIT_RSS);
	V(RLIMIT_NPROC);
	V(RLIMIT_NOFILE);
	V(RLIMIT_MEMLOCK);
	V(RLIMIT_AS);
	V(RLIMIT_LOCKS);
	V(RLIMIT_SIGPENDING);
	V(RLIMIT_MSGQUEUE);
	V(RLIMIT_NICE);
	V(RLIMIT_RTPRIO);
	V(RUSAGE_SELF);
	V(RUSAGE_CHILDREN);
	V(PRIO_PROCESS);
	V(PRIO_PGRP);
	V(PRIO_USER);
}

static void in_sys_select_h(void)
{
	V(FD_SETSIZE);
	V(NFDBITS);
}

static void in_sys_stat_h(void)
{
	V(S_IFMT);
	V(S_IFSOCK);
	V(S_IFLNK);
	V(S_IFREG);
	V(S_IFBLK);
	V(S_IFDIR);
	V(S_IFCHR);
	V(S_IFIFO);
	V(S_ISUID);
	V(S_ISGID);
	V(S_ISVTX);
	V(S_IRWXU);
	V(S_IRUSR);
	V(S_IWUSR);
	V(S_IXUSR);
	V(S_IRWXG);
	V(S_IRGRP);
	V(S_IWGRP);
	V(S_IXGRP);
	V(S_IRWXO);
	V(S_IROTH);
	V(S_IWOTH);
	V(S_IXOTH);
	V(S_IREAD);
	V(S_IWRITE);
	V(S_IEXEC);
	V(UTIME_NOW);
	V(UTIME_OMIT);
}

static void in_sys_time_h(void)
{
	V(ITIMER_REAL);
	V(ITIMER_VIRTUAL);
	V(ITIMER_PROF);
}

static void in_sys_uio_h(void)
{
	V(UIO_MAXIOV);
}

static void in_sysexits_h(void)
{
	V(EX_OK);
	V(EX_USAGE);
	V(EX_DATAERR);
	V(EX_NOINPUT);
	V(EX_NOUSER);
	V(EX_NOHOST);
	V(EX_UNAVAILABLE);
	V(EX_SOFTWARE);
	V(EX_OSERR);
	V(EX_OSFILE);
	V(EX_CANTCREAT);
	V(EX_IOERR);
	V(EX_TEMPFAIL);
	V(EX_PROTOCOL);
	V(EX_NOPERM);
	V(EX_CONFIG);
}

static void in_syslog_h(void)
{
	V(LOG_EMERG);
	V(LOG_ALERT);
	V(LOG_CRIT);
	V(LOG_ERR);
	V(LOG_WARNING);
	V(LOG_NOTICE);
	V(LOG_INFO);
	V(LOG_DEBUG);
	V(LOG_PRIMASK);
	V(LOG_KERN);
	V(LOG_USER);
	V(LOG_MAIL);
	V(LOG_DAEMON);
	V(LOG_AUTH);
	V(LOG_SYSLOG);
	V(LOG_LPR);
	V(LOG_CRON);
	V(LOG_AUTHPRIV);
	V(LOG_LOCAL0);
	V(LOG_LOCAL1);
	V(LOG_LOCAL2);
	V(LOG_LOCAL3);
	V(LOG_LOCAL4);
	V(LOG_LOCAL5);
	V(LOG_LOCAL6);
	V(LOG_LOCAL7);
	V(LOG_PID);
	V(LOG_CONS);
	V(LOG_ODELAY);
	V(LOG_NDELAY);
	V(LOG_NOWAIT);
	V(LOG_PERROR);
}

static void in_termios_h(void)
{
	V(NCCS);
	V(VINTR);
	V(VQUIT);
	V(VERASE);
	V(VKILL);
	V(VEOF);
	V(VTIME);
	V(VMIN);
	V(VSTART);
	V(VSTOP);
	V(VSUSP);
	V(VEOL);
	V(IGNBRK);
	V(BRKINT);
	V(PARMRK);
	V(INPCK);
	V(ISTRIP);
	V(INLCR);
	V(IGNCR);
	V(ICRNL);
	V(IXON);
	V(IXOFF);
	V(OPOST);
	V(ONLCR);
	V(CSIZE);
	V(CS8);
	V(CREAD);
	V(PARENB);
	V(ISIG);
	V(ICANON);
	V(ECHO);
	V(ECHOE);
	V(ECHOK);
	V(ECHONL);
	V(NOFLSH);
	V(TOSTOP);
	V(IEXTEN);
	V(TCSANOW);
	V(TCSADRAIN);
	V(TCSAFLUSH);
	V(TCIFLUSH);
	V(TCOFLUSH);
	V(TCIOFLUSH);
}

static void in_time_h(void)
{
	V(CLOCKS_PER_SEC);
	V(CLOCK_REALTIME);
	V(CLOCK_MONOTONIC);
	V(CLOCK_PROCESS_CPUTIME_ID);
	V(CLOCK_THREAD_CPUTIME_ID);
	V(CLOCK_MONOTONIC_RAW);
	V(CLOCK_REALTIME_COARSE);
	V(CLOCK_MONOTONIC_COARSE);
	V(CLOCK_BOOTTIME);
	V(TIMER_ABSTIME);
	V(TIME_UTC);
}

static void in_unistd_h(void)
{
	V(_POSIX_VERSION);
	V(_POSIX_JOB_CONTROL);
	V(_POSIX_SAVED_IDS);
	V(_POSIX_TIMERS);
	V(_POSIX_MONOTONIC_CLOCK);
	V(STDIN_FILENO);
	V(STDOUT_FILENO);
	V(STDERR_FILENO);
	V(R_OK);
	V(W_OK);
	V(X_OK);
	V(F_OK);
	V(SEEK_SET);
	V(SEEK_CUR);
	V(SEEK_END);
	V(F_ULOCK);
	V(F_LOCK);
	V(F_TLOCK);
	V(F_TEST);
	V(_PC_LINK_MAX);
	V(_PC_MAX_CANON);
	V(_PC_MAX_INPUT);
	V(_PC_NAME_MAX);
	V(_PC_PATH_MAX);
	V(_PC_PIPE_BUF);
	V(_PC_CHOWN_RESTRICTED);
	V(_PC_NO_TRUNC);
	V(_PC_VDISABLE);
	V(_SC_ARG_MAX);
	V(_SC_CHILD_MAX);
	V(_SC_CLK_TCK);
	V(_SC_NGROUPS_MAX);
	V(_SC_OPEN_MAX);
	V(_SC_STREAM_MAX);
	V(_SC_TZNAME_MAX);
	V(_SC_JOB_CONTROL);
	V(_SC_SAVED_IDS);
	V(_SC_REALTIME_SIGNALS);
	V(_SC_TIMERS);
	V(_SC_AIO_LISTIO_MAX);
	V(_SC_MQ_OPEN_MAX);
	V(_SC_MQ_PRIO_MAX);
	V(_SC_VERSION);
	V(_SC_PAGESIZE);
	V(_SC_PAGE_SIZE);
	V(_SC_RTSIG_MAX);
	V(_SC_SEM_NSEMS_MAX);
	V(_SC_SEM_VALUE_MAX);
	V(_SC_SIGQUEUE_MAX);
	V(_SC_TIMER_MAX);
	V(_SC_LINE_MAX);
	V(_SC_IOV_MAX);
	V(_SC_THREADS);
	V(_SC_GETPW_R_SIZE_MAX);
	V(_SC_LOGIN_NAME_MAX);
	V(_SC_TTY_NAME_MAX);
	V(_SC_THREAD_STACK_MIN);
	V(_SC_THREAD_THREADS_MAX);
	V(_SC_NPROCESSORS_CONF);
	V(_SC_NPROCESSORS_ONLN);
	V(_SC_PHYS_PAGES);
	V(_SC_AVPHYS_PAGES);
	V(_SC_ATEXIT_MAX);
	V(_SC_MONOTONIC_CLOCK);
	V(_SC_HOST_NAME_MAX);
}

static void sizes(void)
{
	S(size_t);
	S(ptrdiff_t);
	S(wchar_t);
	S(max_align_t);
	S(pid_t);
	S(uid_t);
	S(gid_t);
	S(mode_t);
	S(off_t);
	S(time_t);
	S(suseconds_t);
	S(dev_t);
	S(ino_t);
	S(nlink_t);
	S(blksize_t);
	S(blkcnt_t);
	S(key_t);
	S(clock_t);
	S(clockid_t);
	S(timer_t);
	S(socklen_t);
	S(ssize_t);
	S(sigset_t);
	S(siginfo_t);
	S(stack_t);
	S(fd_set);
	S(div_t);
	S(ldiv_t);
	S(lldiv_t);
	S(int8_t);
	S(int16_t);
	S(int32_t);
	S(int64_t);
	S(int_fast16_t);
	S(uint_fast32_t);
	S(intmax_t);
	S(intptr_t);
	S(sig_atomic_t);
	S(rlim_t);
	S(nfds_t);
	S(cc_t);
	S(tcflag_t);
	S(cpu_set_t);
}

static void layouts(void)
{
	S(struct timespec);
	O(struct timespec, tv_sec);
	O(struct timespec, tv_nsec);
	S(struct timeval);
	O(struct timeval, tv_sec);
	O(struct timeval, tv_usec);
	S(struct tm);
	O(struct tm, tm_sec);
	O(struct tm, tm_year);
	O(struct tm, tm_yday);
	O(struct tm, tm_isdst);
	O(struct tm, tm_gmtoff);
	O(struct tm, tm_zone);
	S(struct itimerspec);
	O(struct itimerspec, it_interval);
	O(struct itimerspec, it_value);
	S(struct itimerval);
	O(struct itimerval, it_interval);
	O(struct itimerval, it_value);
	S(struct timezone);
	O(struct timezone, tz_dsttime);
	S(struct stat);
	O(struct stat, st_dev);
	O(struct stat, st_ino);
	O(struct stat, st_nlink);
	O(struct stat, st_mode);
	O(struct stat, st_uid);
	O(struct stat, st_gid);
	O(struct stat, st_rdev);
	O(struct stat, st_size);
	O(struct stat, st_blksize);
	O(struct stat, st_blocks);
	O(struct stat, st_atim);
	O(struct stat, st_mtim);
	O(struct stat, st_ctim);
	S(struct sigaction);
	O(struct sigaction, sa_handler);
	O(struct sigaction, sa_sigaction);
	O(struct sigaction, sa_mask);
	O(struct sigaction, sa_flags);
	S(siginfo_t);
	O(siginfo_t, si_signo);
	O(siginfo_t, si_errno);
	O(siginfo_t, si_code);
	O(siginfo_t, si_pid);
	O(siginfo_t, si_uid);
	O(siginfo_t, si_status);
	O(siginfo_t, si_utime);
	O(siginfo_t, si_stime);
	O(siginfo_t, si_value);
	O(siginfo_t, si_addr);
	O(siginfo_t, si_addr_lsb);
	O(siginfo_t, si_band);
	O(siginfo_t, si_fd);
	O(siginfo_t, si_timerid);
	O(siginfo_t, si_overrun);
	S(struct sigevent);
	O(struct sigevent, sigev_value);
	O(struct sigevent, sigev_signo);
	O(struct sigevent, sigev_notify);
	O(struct sigevent, sigev_notify_function);
	S(stack_t);
	O(stack_t, ss_sp);
	O(stack_t, ss_flags);
	O(stack_t, ss_size);
	S(struct pollfd);
	O(struct pollfd, fd);
	O(struct pollfd, events);
	O(struct pollfd, revents);
	S(struct flock);
	O(struct flock, l_type);
	O(struct flock, l_whence);
	O(struct flock, l_start);
	O(struct flock, l_len);
	O(struct flock, l_pid);
	S(struct winsize);
	O(struct winsize, ws_row);
	O(struct winsize, ws_ypixel);
	S(struct termios);
	O(struct termios, c_iflag);
	O(struct termios, c_lflag);
	O(struct termios, c_line);
	O(struct termios, c_cc);
	O(struct termios, c_ispeed);
	O(struct termios, c_ospeed);
	S(struct rlimit);
	O(struct rlimit, rlim_cur);
	O(struct rlimit, rlim_max);
	S(struct rusage);
	O(struct rusage, ru_utime);
	O(struct rusage, ru_maxrss);
	O(struct rusage, ru_nivcsw);
	S(struct tms);
	O(struct tms, tms_utime);
	O(struct tms, tms_cstime);
	S(struct iovec);
	O(struct iovec, iov_base);
	O(struct iovec, iov_len);
	S(struct utsname);
	O(struct utsname, sysname);
	O(struct utsname, nodename);
	O(struct utsname, release);
	O(struct utsname, version);
	O(struct utsname, machine);
	S(struct option);
	O(struct option, name);
	O(struct option, has_arg);
	O(struct option, flag);
	O(struct option, val);
	S(struct sched_param);
	O(struct sched_param, sched_priority);
	S(union sigval);
	O(union sigval, sival_int);
	O(union sigval, sival_ptr);
}

int main(void)
{
	in_signal_h();
	in_sys_wait_h();
	in_errno_h();
	in_fcntl_h();
	in_getopt_h();
	in_inttypes_h();
	in_limits_h();
	in_locale_h();
	in_paths_h();
	in_poll_h();
	in_sched_h();
	in_stdbool_h();
	in_stdint_h();
	in_stdio_h();
	in_stdlib_h();
	in_sys_ioctl_h();
	in_sys_param_h();
	in_sys_resource_h();
	in_sys_select_h();
	in_sys_stat_h();
	in_sys_time_h();
	in_sys_uio_h();
	in_sysexits_h();
	in_syslog_h();
	in_termios_h();
	in_time_h();
	in_unistd_h();
	sizes();
	layouts();
	return 0;
}
