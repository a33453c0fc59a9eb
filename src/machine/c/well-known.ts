// In which header a well-known function or name lives: what to say when it is used without being declared.

const table = `
stdio.h printf fprintf sprintf snprintf vprintf vfprintf vsprintf vsnprintf dprintf puts putchar putc fputc fputs
 getchar getc fgetc fgets ungetc scanf fscanf sscanf fopen fdopen freopen fclose fflush fread fwrite fseek ftell rewind feof
 ferror clearerr fileno perror remove rename popen pclose setbuf setvbuf tmpfile getline getdelim fmemopen open_memstream
 stdin stdout stderr FILE EOF BUFSIZ SEEK_SET SEEK_CUR SEEK_END
stdlib.h malloc calloc realloc free exit atexit abort abs labs llabs atoi atol atoll atof strtol strtoul strtoll strtoull
 strtod rand srand random srandom rand_r qsort bsearch getenv setenv unsetenv putenv system mkstemp realpath
 EXIT_SUCCESS EXIT_FAILURE RAND_MAX
string.h memcpy memmove memset memcmp memchr strlen strcpy strncpy strcat strncat strcmp strncmp strchr strrchr strstr strspn
 strcspn strpbrk strtok strtok_r strdup strndup strerror strsignal
strings.h bzero bcopy index rindex strcasecmp strncasecmp
unistd.h read write close fork execl execlp execle execv execvp execve pipe pipe2 dup dup2 dup3 getpid getppid getuid geteuid getgid
 getegid getpgrp getpgid setpgid setsid getsid _exit sleep usleep alarm pause lseek unlink link symlink readlink access
 chdir getcwd rmdir isatty sysconf pathconf ftruncate truncate fsync sbrk brk getopt optarg optind optopt opterr environ
 pread pwrite gethostname tcgetpgrp tcsetpgrp nice vfork getpagesize gettid
 STDIN_FILENO STDOUT_FILENO STDERR_FILENO _SC_PAGESIZE _SC_OPEN_MAX R_OK W_OK X_OK F_OK
getopt.h getopt_long
fcntl.h open creat fcntl openat O_RDONLY O_WRONLY O_RDWR O_CREAT O_EXCL O_TRUNC O_APPEND O_NONBLOCK O_CLOEXEC F_GETFL F_SETFL
 F_GETFD F_SETFD F_DUPFD F_SETLK F_SETLKW F_GETLK FD_CLOEXEC F_SETPIPE_SZ F_GETPIPE_SZ splice tee
sys/types.h pid_t ssize_t off_t mode_t uid_t gid_t dev_t ino_t key_t
stddef.h size_t ptrdiff_t NULL offsetof
sys/wait.h wait waitpid waitid WIFEXITED WEXITSTATUS WIFSIGNALED WTERMSIG WIFSTOPPED WSTOPSIG WNOHANG WUNTRACED WCONTINUED
signal.h signal sigaction kill raise sigemptyset sigfillset sigaddset sigdelset sigismember sigprocmask sigsuspend sigpending sigwait
 sigwaitinfo sigtimedwait sigqueue killpg siginterrupt sigaltstack sigset_t sig_atomic_t siginfo_t
 SIGINT SIGTERM SIGKILL SIGCHLD SIGPIPE SIGALRM SIGUSR1 SIGUSR2 SIGHUP SIGQUIT SIGSTOP SIGCONT SIGTSTP SIGSEGV SIG_DFL SIG_IGN SIG_ERR
 SIG_BLOCK SIG_UNBLOCK SIG_SETMASK SA_RESTART SA_SIGINFO SA_NOCLDWAIT
errno.h errno EINTR EAGAIN EWOULDBLOCK ENOENT EEXIST EPIPE EBADF ECHILD EINVAL ENOMEM EACCES EPERM EMFILE ESRCH EIO
sys/stat.h stat fstat lstat mkdir mkfifo mknod chmod fchmod umask S_IRUSR S_IWUSR S_IXUSR S_IRGRP S_IWGRP S_IROTH S_IWOTH S_ISDIR S_ISREG S_ISFIFO
sys/mman.h mmap munmap mprotect msync shm_open shm_unlink MAP_SHARED MAP_PRIVATE MAP_ANONYMOUS MAP_FAILED PROT_READ PROT_WRITE PROT_NONE
pthread.h pthread_create pthread_join pthread_exit pthread_self pthread_detach pthread_cancel pthread_equal pthread_once
 pthread_mutex_init pthread_mutex_destroy pthread_mutex_lock pthread_mutex_trylock pthread_mutex_unlock pthread_cond_init
 pthread_cond_destroy pthread_cond_wait pthread_cond_timedwait pthread_cond_signal pthread_cond_broadcast pthread_attr_init
 pthread_barrier_init pthread_barrier_wait pthread_rwlock_init pthread_rwlock_rdlock pthread_rwlock_wrlock pthread_rwlock_unlock
 pthread_spin_init pthread_spin_lock pthread_spin_unlock pthread_key_create pthread_t pthread_mutex_t pthread_cond_t
 PTHREAD_MUTEX_INITIALIZER PTHREAD_COND_INITIALIZER
semaphore.h sem_init sem_destroy sem_open sem_close sem_unlink sem_wait sem_trywait sem_timedwait sem_post sem_getvalue sem_t SEM_FAILED
mqueue.h mq_open mq_close mq_unlink mq_send mq_receive mq_timedsend mq_timedreceive mq_notify mq_getattr mq_setattr mqd_t
sys/ipc.h ftok IPC_CREAT IPC_EXCL IPC_PRIVATE IPC_RMID IPC_NOWAIT IPC_STAT
sys/msg.h msgget msgsnd msgrcv msgctl
sys/sem.h semget semop semctl semtimedop SETVAL GETVAL SEM_UNDO
sys/shm.h shmget shmat shmdt shmctl
sys/socket.h socket socketpair bind listen accept accept4 connect send recv sendto recvfrom sendmsg recvmsg shutdown getsockopt setsockopt
 getsockname getpeername AF_UNIX AF_INET AF_INET6 SOCK_STREAM SOCK_DGRAM SOCK_SEQPACKET SOL_SOCKET SO_REUSEADDR SHUT_RD SHUT_WR SHUT_RDWR socklen_t
netinet/in.h INADDR_ANY INADDR_LOOPBACK IPPROTO_TCP IPPROTO_UDP in_addr_t in_port_t
arpa/inet.h htons htonl ntohs ntohl inet_pton inet_ntop inet_addr inet_ntoa inet_aton
netdb.h getaddrinfo freeaddrinfo gai_strerror getnameinfo gethostbyname gethostbyaddr getservbyname
poll.h poll ppoll POLLIN POLLOUT POLLHUP POLLERR
sys/select.h select pselect FD_ZERO FD_SET FD_CLR FD_ISSET fd_set
sys/epoll.h epoll_create epoll_create1 epoll_ctl epoll_wait EPOLLIN EPOLLOUT EPOLL_CTL_ADD
sys/time.h gettimeofday setitimer getitimer
sys/uio.h readv writev
sys/eventfd.h eventfd
sys/signalfd.h signalfd
sys/timerfd.h timerfd_create timerfd_settime timerfd_gettime
sys/resource.h getrusage getrlimit setrlimit
sys/file.h flock LOCK_EX LOCK_SH LOCK_UN
sys/utsname.h uname
sys/syscall.h syscall
time.h time clock nanosleep clock_gettime clock_getres clock_nanosleep timer_create timer_settime timer_gettime timer_delete
 localtime gmtime mktime asctime ctime strftime time_t clock_t CLOCK_REALTIME CLOCK_MONOTONIC
ctype.h isalpha isdigit isalnum isspace isupper islower ispunct isprint iscntrl isxdigit isgraph toupper tolower
math.h sqrt pow sin cos tan atan atan2 exp log log10 floor ceil fabs fmod
setjmp.h setjmp longjmp sigsetjmp siglongjmp jmp_buf sigjmp_buf
assert.h assert static_assert
stdarg.h va_list va_start va_arg va_end va_copy
stdbool.h bool true false
stdint.h int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t intmax_t uintmax_t INT32_MAX UINT32_MAX INT64_MAX SIZE_MAX
inttypes.h PRId64 PRIu64 PRIx64 PRId32 PRIu32
limits.h INT_MAX INT_MIN UINT_MAX LONG_MAX LONG_MIN CHAR_BIT PATH_MAX PIPE_BUF
dirent.h opendir readdir closedir DIR
syslog.h syslog openlog closelog LOG_ERR LOG_INFO
stdatomic.h atomic_int atomic_fetch_add atomic_load atomic_store atomic_exchange atomic_flag atomic_bool
libgen.h basename dirname
sched.h sched_yield
alloca.h alloca
`;

const headers = new Map<string, string>();
for (const entry of table.trim().split(/\n(?! )/)) {
	const [header, ...names] = entry.split(/\s+/);
	for (const name of names) if (!headers.has(name)) headers.set(name, header!);
}

/** The header that declares `name`, or undefined for a name that is nobody's. */
export function headerOf(name: string): string | undefined {
	return headers.get(name);
}

/** All names that have a header, for suggestions. */
export function wellKnownNames(): Iterable<string> {
	return headers.keys();
}
