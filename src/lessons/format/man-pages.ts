// The man pages that the book may cite: a page that is not in this table is refused as a slip of the pen.

const PAGES: { readonly [section: string]: string } = {
	"1": "cc sh strace",
	"2":
		"_exit accept alarm bind chdir clone close connect dup execve fcntl fork fsync fstat ftruncate getpid getppid " +
		"getrlimit kill link listen lseek mkdir mlock mmap mprotect msgctl msgget msgrcv msgsnd munmap nanosleep open " +
		"pause pipe poll pread read reboot recv rename sched_yield select semop send setpgid setsid shmat shmget shutdown " +
		"sigaction sigpending sigprocmask sigsuspend sigtimedwait socket socketpair stat umask unlink wait waitid write",
	"3":
		"exec exit fclose fflush fopen isatty mkfifo mq_close mq_getattr mq_notify mq_open mq_receive mq_send mq_unlink " +
		"pclose perror popen printf pthread_create raise sem_init sem_open sem_post sem_wait setvbuf shm_open sigqueue " +
		"sleep stdin stdio strerror system usleep",
	"7":
		"credentials fifo inode ip mailbox man-pages mq_overview pipe sem_overview shm_overview sigevent signal signal-safety " +
		"socket tcp udp unix user_namespaces",
};

/** Every page as it is written in lessons: `pipe(7)`. */
export const manPages: ReadonlySet<string> = new Set(
	Object.entries(PAGES).flatMap(([section, names]) => names.split(" ").map((name) => `${name}(${section})`)),
);
