// The names that programs use most, tier by tier, counted over 777 programs that teach inter-process communication: each is
// declared by its header; each function either works or is refused by name when the program is compiled.
import { describe, expect, test } from "vitest";
import { declaring } from "../machine/libc/declaring.ts";
import { build } from "./compiler.ts";
import { defaultOptions } from "./index.ts";

/** Functions that more than one program in a hundred needs; those of `later` belong to objects that are still to come. */
const FIRST = {
	here: `exit printf strerror fflush fputs vsnprintf fprintf snprintf strlen _exit abort getenv strcat perror fork close
	write sleep syslog vsprintf atoi read sigaction strcmp vfprintf sigemptyset getpid open memset strtol socket malloc
	waitpid fgets sigprocmask wait bind pause sigaddset getopt ftok mq_open ftruncate setbuf time strncpy pipe signal
	listen accept alarm free getppid msgget sprintf calloc connect sysconf sigsuspend strcpy kill memcpy strchr mq_receive
	ferror setsockopt fcntl unlink gai_strerror msgrcv mq_getattr msgsnd strsignal sigdelset mkfifo fstat msgctl strftime
	localtime select gettimeofday dup2 mq_notify clock_gettime inet_ntop puts sscanf lseek sendto fclose mq_close recvfrom
	srand ctime fopen getchar poll rand sigismember execl system sigfillset execlp inet_ntoa stat toupper longjmp umask
	send siglongjmp mq_send atol scanf recv strdup bzero mq_unlink raise getpgrp usleep getuid remove execve putchar
	sigpending execvp strtok strncmp socketpair random getgid feof strrchr sigwait vfork inet_aton memmove putc srandom
	strtoul strtoull inet_pton fsync qsort popen shutdown realloc atoll creat pclose fdopen fileno dup execle getpeername
	geteuid getc fread isatty strtok_r nanosleep getsockname getsockopt strstr fwrite tolower inet_addr fputc
	mq_timedreceive memcmp getegid mq_timedsend vprintf setvbuf mq_setattr execv atexit pipe2 fgetc strncat isalnum isalpha
	isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit`,
	later: `pthread_create pthread_join mmap pthread_mutex_lock sem_wait pthread_mutex_unlock sem_post shm_open sem_open
	semget sem_init pthread_cond_wait semctl getaddrinfo freeaddrinfo pthread_cond_signal munmap semop shmat shm_unlink
	shmget sem_unlink shmctl pthread_exit sem_getvalue pthread_attr_init pthread_self pthread_cancel shmdt
	pthread_mutex_init pthread_attr_destroy sem_destroy pthread_attr_setdetachstate sem_close pthread_cond_broadcast
	pthread_cond_init pthread_mutex_destroy pthread_cond_destroy msync sem_timedwait sem_trywait pthread_detach
	pthread_mutex_trylock`,
};

const SECOND = {
	here: `syscall setsid chdir recvmsg timer_settime timer_create timer_getoverrun sendmsg getsid sigqueue tcgetpgrp clock
	sbrk setitimer getpwuid clock_nanosleep lstat readlink herror setpgid pthread_sigmask putenv error sigwaitinfo opendir
	readdir closedir setenv writev nice getopt_long closelog killpg sqrt sched_yield fmemopen fscanf clearenv mknod bcopy
	openlog getpwnam tcsetattr tcgetattr gettid mkstemp sigaltstack tee strcasecmp fchmod chmod getitimer getrlimit on_exit
	pselect getpagesize getgrgid flock unsetenv uname hstrerror times truncate clock_getres splice bsearch readv getline
	open_memstream index getpgid pwrite rename getcwd strspn access asctime gethostname timer_gettime gmtime strcspn abs
	pread link rmdir sendfile localtime_r tcsetpgrp ppoll getrusage mkdir setrlimit siginterrupt strpbrk labs dprintf
	timer_delete sigpause sigtimedwait rindex getservbyname`,
	later: `gethostbyname getnameinfo pthread_mutexattr_init timerfd_create pthread_barrier_wait timerfd_settime signalfd
	pthread_condattr_init memfd_create gethostbyaddr pthread_rwlock_unlock pthread_spin_unlock pthread_barrier_init
	pthread_spin_lock pthread_spin_init pthread_rwlock_wrlock mprotect pthread_kill pthread_mutexattr_destroy
	pthread_mutexattr_settype pthread_atfork pthread_rwlock_rdlock pthread_barrier_destroy
	pthread_mutex_consistent pthread_setcancelstate pthread_mutex_timedlock pthread_testcancel pthread_mutexattr_setrobust
	pthread_once pthread_condattr_destroy pthread_rwlock_init timerfd_gettime pthread_condattr_setpshared pthread_equal
	pthread_getspecific pthread_key_create pthread_setcanceltype pthread_mutexattr_setpshared pthread_setspecific
	pthread_rwlock_destroy pthread_cond_timedwait epoll_create epoll_ctl epoll_wait epoll_create1 eventfd`,
};

/** Macros and objects that are used as functions are. */
const MACROS = `errno assert setjmp sigsetjmp SIGRTMIN SIGRTMAX htons htonl ntohs ntohl h_errno CMSG_NXTHDR CMSG_FIRSTHDR
	CMSG_LEN CMSG_SPACE CMSG_DATA pthread_cleanup_push open64 lseek64 basename EXIT_SUCCESS EXIT_FAILURE O_RDWR O_RDONLY
	O_CREAT PROT_READ MAP_SHARED PROT_WRITE SIGINT STDOUT_FILENO IPC_CREAT SOCK_STREAM MAP_FAILED S_IRUSR S_IWUSR
	STDIN_FILENO IPC_RMID O_WRONLY PTHREAD_MUTEX_INITIALIZER SIG_ERR O_EXCL SOCK_DGRAM AF_UNIX SEEK_SET SIGUSR1 O_NONBLOCK
	SIG_SETMASK AF_INET SA_RESTART SIG_BLOCK IPC_PRIVATE EAGAIN O_TRUNC SIGCHLD EINTR IPC_EXCL SIGTERM WEXITSTATUS SIGALRM
	WIFEXITED PTHREAD_COND_INITIALIZER FD_ZERO FD_SET FD_ISSET SIG_IGN EEXIST SIGEV_SIGNAL SEM_FAILED CLOCK_REALTIME
	IPC_STAT SOL_SOCKET SETVAL INET6_ADDRSTRLEN LOG_ERR SA_SIGINFO ECHILD SIGQUIT AF_INET6 AF_UNSPEC POLLIN MAP_ANONYMOUS
	WNOHANG IPC_NOWAIT ENOENT S_IWGRP MAP_PRIVATE SIGPIPE SIGHUP SIG_UNBLOCK AI_PASSIVE EOF SOCK_SEQPACKET SEM_UNDO EACCES
	SIGTSTP SIG_DFL SIGEV_THREAD NI_MAXHOST SO_REUSEADDR PTHREAD_CANCELED F_GETFL O_APPEND _SC_PAGESIZE PATH_MAX SI_QUEUE
	SCM_CREDENTIALS SCM_RIGHTS SIGUSR2 AI_CANONNAME`;

const TYPES = [
	..."pid_t pthread_t ssize_t sem_t size_t sigset_t pthread_mutex_t mqd_t socklen_t sig_atomic_t key_t siginfo_t".split(
		" ",
	),
	..."pthread_cond_t fd_set time_t intmax_t bool mode_t pthread_attr_t jmp_buf uint32_t off_t uint64_t".split(
		" ",
	),
	..."timer_t clock_t pthread_mutexattr_t ushort va_list sigjmp_buf pthread_barrier_t clockid_t off64_t".split(
		" ",
	),
	...`sigaction sockaddr stat mq_attr sockaddr_in addrinfo sigevent sockaddr_un sembuf timespec timeval sockaddr_in6 iovec
		semid_ds pollfd sockaddr_storage hostent itimerspec in_addr msghdr cmsghdr msqid_ds shmid_ds tm ucred epoll_event
		dirent flock acct signalfd_siginfo msginfo`
		.split(/\s+/)
		.map((tag) => `struct ${tag}`),
	"union sigval",
	"FILE *",
];

/** All headers that those programs include. */
const HEADERS =
	`stdio stdlib unistd string sys/types fcntl signal pthread errno sys/stat sys/wait time sys/mman sys/socket
	semaphore sys/ipc netdb mqueue stdint ctype arpa/inet netinet/in sys/sem sys/msg sys/shm sys/time sys/un assert limits
	syslog sys/syscall poll stddef setjmp sys/select sched inttypes sys/queue stdbool sys/times sys/epoll stdarg sys/acct
	sys/uio sys/signalfd sys/timerfd dirent wait float math netinet/ip termios sys/file libgen sys/prctl ifaddrs
	linux/if_link sys/resource getopt error strings sys/utsname pwd grp sys/sendfile sys/eventfd`.split(/\s+/);

const BEGIN = `#define _GNU_SOURCE\n${HEADERS.map((name) => `#include <${name}.h>\n`).join("")}`;

/** What the compiler says of a program, message by message. */
function said(text: string): string[] {
	const programs = [{ name: "main", files: [{ path: "main.c", text: BEGIN + text }] }];
	return build(programs, defaultOptions("linux")).diagnostics.map(({ message }) => message);
}

/** Each function's address is taken, as each is a function. */
function using(names: readonly string[]): string {
	const uses = names.map((name) => `\twhere = (void (*)(void))${name};\n`);
	return `void (*volatile where)(void);\nint main(void)\n{\n${uses.join("")}\treturn 0;\n}\n`;
}

describe.each([
	["needed by many", FIRST],
	["needed by some", SECOND],
])("functions %s", (_, { here, later }) => {
	test("have a header each", () => {
		const names = `${here} ${later}`.split(/\s+/);
		expect(names.filter((name) => declaring(name) === undefined)).toEqual([]);
	});

	test("work, when their object is here", () => {
		expect(said(using(here.split(/\s+/)))).toEqual([]);
	});

	test("are refused by name, when their object is still to come", () => {
		const names = later.split(/\s+/);
		const refused = `' is not supported on this computer: calling it ends the process with SIGSYS`;
		expect(said(using(names)).sort()).toEqual(names.map((name) => `'${name}${refused}`).sort());
	});
});

test("the direction of rounding can be asked for, and is refused by name where it is set", () => {
	const text = "#include <fenv.h>\nint main(void) { return fegetround() || fesetround(FE_UPWARD); }\n";
	expect(said(text)).toEqual([
		"'fesetround' is not supported on this computer: calling it ends the process with SIGSYS",
	]);
});

describe("a constant that this computer's kernel refuses is warned of where it stands", () => {
	test.each([
		["O_ASYNC", "where no SIGIO is sent: fcntl fails with ENOSYS"],
		["F_SETOWN", "where no SIGIO is sent: fcntl fails with ENOSYS"],
		["SIGEV_THREAD", "timer_create and mq_notify fail with ENOSYS"],
	])("%s", (name, why) => {
		const found = said(`int main(void)\n{\n\treturn ${name};\n}\n`).join();
		expect(found).toMatch(`'${name}' is not supported on this computer`);
		expect(found).toMatch(why);
	});
});

test("macros and constants are defined", () => {
	const names = MACROS.split(/\s+/);
	const asks = names.map(
		(name) => `#ifndef ${name}\nenum { is_defined_${name} = sizeof(${name}) };\n#endif\n`,
	);
	expect(said(`${asks.join("")}int main(void)\n{\n\treturn 0;\n}\n`)).toEqual([]);
});

test("types are complete", () => {
	const asks = TYPES.map((type, i) => `${type} object_${i};\n`);
	expect(said(`${asks.join("")}int main(void)\n{\n\treturn 0;\n}\n`)).toEqual([]);
});
