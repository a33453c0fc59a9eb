// Every system call of this computer in a reader's words: how it is declared, what it does, and the page that says so.

export interface CallText {
	/** What it is about: a heading of the reference. */
	readonly group: Group;
	/** As its man page declares it; `pipe2` where the C library's `pipe` is the same call without flags. */
	readonly prototype: string;
	/** What it does when nothing is in the way. */
	readonly does: string;
	/** `read(2)` */
	readonly man: string;
	/** Functions of the C library that end in this call. */
	readonly by: readonly string[];
}

export const GROUPS = [
	"Processes",
	"Descriptors",
	"Reading and writing",
	"Names and directories",
	"Waiting for several",
	"Signals",
	"Time",
	"Message queues",
	"Sockets",
	"Memory",
	"Terminals",
	"Users and limits",
] as const;
export type Group = (typeof GROUPS)[number];

function call(group: Group, man: string, prototype: string, does: string, by = ""): CallText {
	return { group, man, prototype, does, by: by === "" ? [] : by.split(" ") };
}

/** The table. Its keys are the names by which the kernel knows its calls. */
export const calls: { readonly [name: string]: CallText } = {
	// Processes
	fork: call(
		"Processes",
		"fork(2)",
		"pid_t fork(void);",
		"Makes a new process, a copy of the caller: the same memory, the same descriptors, the same place in the program. It returns twice: the child's pid to the parent, 0 to the child.",
		"popen system posix_spawn",
	),
	vfork: call(
		"Processes",
		"vfork(2)",
		"pid_t vfork(void);",
		"Makes a child that uses the caller's memory. The caller stands still until the child calls execve or ends.",
	),
	execve: call(
		"Processes",
		"execve(2)",
		"int execve(const char *path, char *const argv[], char *const envp[]);",
		"Puts another program in the place of the caller's. The pid and the descriptors stay, except those marked FD_CLOEXEC. It returns only when it fails.",
		"execl execlp execle execv execvp execvpe fexecve",
	),
	exit: call(
		"Processes",
		"_exit(2)",
		"void _exit(int status);",
		"Ends the process at once. All its descriptors are closed; its parent can ask for the status. The C function of this name first calls what atexit was told and writes out what stdio has kept.",
		"_exit _Exit quick_exit",
	),
	wait4: call(
		"Processes",
		"wait(2)",
		"pid_t waitpid(pid_t pid, int *status, int options);",
		"Waits for a child to end and tells how it ended. The child, a zombie until then, is gone afterwards.",
		"wait waitpid wait3",
	),
	waitid: call(
		"Processes",
		"waitid(2)",
		"int waitid(idtype_t type, id_t id, siginfo_t *info, int options);",
		"Waits for a change of a child: that it ended, stopped or went on. With WNOWAIT the news stays for the next one who asks.",
	),
	getpid: call("Processes", "getpid(2)", "pid_t getpid(void);", "Tells the caller's pid."),
	getppid: call(
		"Processes",
		"getpid(2)",
		"pid_t getppid(void);",
		"Tells the parent's pid; 1 once the parent has ended, for then init has taken the child in.",
	),
	getpgrp: call("Processes", "getpgrp(2)", "pid_t getpgrp(void);", "Tells the caller's process group."),
	setsid: call(
		"Processes",
		"setsid(2)",
		"pid_t setsid(void);",
		"Makes a new session without a terminal, and the caller its leader. The first of a process group may not.",
		"daemon",
	),
	getpgid: call(
		"Processes",
		"getpgrp(2)",
		"pid_t getpgid(pid_t pid);",
		"Tells the process group of a process.",
	),
	setpgid: call(
		"Processes",
		"setpgid(2)",
		"int setpgid(pid_t pid, pid_t group);",
		"Puts a process into a process group of its session, or makes it the first of a new one. A shell does this with every job.",
		"setpgrp",
	),
	getsid: call("Processes", "getsid(2)", "pid_t getsid(pid_t pid);", "Tells the session of a process."),
	sched_yield: call(
		"Processes",
		"sched_yield(2)",
		"int sched_yield(void);",
		"Gives the processor to another process that is ready, and goes on later.",
	),
	getpriority: call(
		"Processes",
		"getpriority(2)",
		"int getpriority(int which, id_t who);",
		"Tells the lowest nice value of a process, a group or a user.",
	),
	setpriority: call(
		"Processes",
		"setpriority(2)",
		"int setpriority(int which, id_t who, int nice);",
		"Sets the nice value: the higher, the less processor time a process asks for.",
		"nice",
	),
	prctl: call(
		"Processes",
		"prctl(2)",
		"int prctl(int option, ...);",
		"Sets or tells something about the calling process: its name, the signal it gets when its parent ends, whether it may gain privileges.",
	),

	// Descriptors
	close_range: call(
		"Descriptors",
		"close_range(2)",
		"int close_range(unsigned int first, unsigned int last, int flags);",
		"Closes every open descriptor from first to last, or marks them to be closed by execve.",
	),
	open: call(
		"Descriptors",
		"open(2)",
		"int open(const char *path, int flags, mode_t mode);",
		"Makes an open file description for a name and a descriptor for it, the lowest number that is free. Opening a FIFO waits for the other end.",
		"openat creat fopen opendir",
	),
	close: call(
		"Descriptors",
		"close(2)",
		"int close(int fd);",
		"Gives a descriptor back. When it was the last one of its open file description, that goes too; when that was the last of a pipe's end, the other end learns of it.",
		"fclose closedir pclose",
	),
	dup: call(
		"Descriptors",
		"dup(2)",
		"int dup(int fd);",
		"Makes a second descriptor for the same open file description, on the lowest free number.",
	),
	dup2: call(
		"Descriptors",
		"dup(2)",
		"int dup2(int from, int to);",
		"Makes the number `to` a second descriptor for what `from` refers to. What was open on it is closed first, silently.",
	),
	dup3: call(
		"Descriptors",
		"dup(2)",
		"int dup3(int from, int to, int flags);",
		"As dup2, but it can set FD_CLOEXEC in the same moment and refuses two equal numbers.",
	),
	fcntl: call(
		"Descriptors",
		"fcntl(2)",
		"int fcntl(int fd, int command, ...);",
		"Asks about a descriptor or its open file description, or changes it: FD_CLOEXEC, O_NONBLOCK, the size of a pipe, locks on parts of a file.",
		"lockf",
	),
	flock: call(
		"Descriptors",
		"flock(2)",
		"int flock(int fd, int operation);",
		"Locks a whole file for an open file description, shared or alone. The lock goes with the last descriptor.",
	),
	ioctl: call(
		"Descriptors",
		"ioctl(2)",
		"int ioctl(int fd, unsigned long request, ...);",
		"Asks a device or a pipe something that has no call of its own: how many bytes wait, how large the terminal is.",
		"isatty tcgetattr tcgetpgrp tcgetsid sockatmark",
	),

	// Reading and writing
	pipe: call(
		"Reading and writing",
		"pipe(2)",
		"int pipe(int ends[2]);",
		"Makes a pipe and two descriptors: ends[0] reads from it, ends[1] writes to it.",
		"pipe2 popen",
	),
	read: call(
		"Reading and writing",
		"read(2)",
		"ssize_t read(int fd, void *buffer, size_t count);",
		"Takes at most `count` bytes. From an empty pipe it waits for bytes, or returns 0 when nobody can write any more.",
		"readv fread getchar scanf getline",
	),
	write: call(
		"Reading and writing",
		"write(2)",
		"ssize_t write(int fd, const void *buffer, size_t count);",
		"Hands bytes over. Into a pipe without room it waits until a reader has made some.",
		"writev fflush puts printf",
	),
	pread: call(
		"Reading and writing",
		"pread(2)",
		"ssize_t pread(int fd, void *buffer, size_t count, off_t offset);",
		"Reads at a place of a file and leaves the offset alone. Pipes have no places.",
		"preadv",
	),
	pwrite: call(
		"Reading and writing",
		"pwrite(2)",
		"ssize_t pwrite(int fd, const void *buffer, size_t count, off_t offset);",
		"Writes at a place of a file and leaves the offset alone.",
		"pwritev",
	),
	lseek: call(
		"Reading and writing",
		"lseek(2)",
		"off_t lseek(int fd, off_t offset, int whence);",
		"Moves the offset of an open file description: where the next read or write begins. A pipe has none.",
		"fseek rewind ftell",
	),
	splice: call(
		"Reading and writing",
		"splice(2)",
		"ssize_t splice(int from, off_t *at, int to, off_t *there, size_t count, unsigned flags);",
		"Moves bytes from or into a pipe without taking them through the process.",
	),
	tee: call(
		"Reading and writing",
		"tee(2)",
		"ssize_t tee(int from, int to, size_t count, unsigned flags);",
		"Copies bytes from one pipe into another and leaves them in the first.",
	),
	sendfile: call(
		"Reading and writing",
		"sendfile(2)",
		"ssize_t sendfile(int to, int from, off_t *offset, size_t count);",
		"Copies bytes of a file to another descriptor without taking them through the process.",
	),
	truncate: call(
		"Reading and writing",
		"truncate(2)",
		"int truncate(const char *path, off_t length);",
		"Makes a file that long: what is beyond is cut off, what is missing is zeros.",
	),
	ftruncate: call(
		"Reading and writing",
		"truncate(2)",
		"int ftruncate(int fd, off_t length);",
		"As truncate, for an open file.",
	),
	fsync: call(
		"Reading and writing",
		"fsync(2)",
		"int fsync(int fd);",
		"Waits until a file is safely on its disk. Here nothing can be lost, so it returns at once.",
		"fdatasync",
	),

	// Names and directories
	stat: call(
		"Names and directories",
		"stat(2)",
		"int stat(const char *path, struct stat *about);",
		"Tells what a name refers to: its kind, size, owner, mode, times, and how many names it has.",
		"lstat fstatat",
	),
	fstat: call(
		"Names and directories",
		"stat(2)",
		"int fstat(int fd, struct stat *about);",
		"As stat, for what a descriptor refers to.",
	),
	access: call(
		"Names and directories",
		"access(2)",
		"int access(const char *path, int mode);",
		"Tells whether the real user may read, write or execute.",
		"faccessat euidaccess",
	),
	unlink: call(
		"Names and directories",
		"unlink(2)",
		"int unlink(const char *path);",
		"Takes a name away. What it named lives on while it has another name or is open.",
		"remove unlinkat",
	),
	rename: call(
		"Names and directories",
		"rename(2)",
		"int rename(const char *from, const char *to);",
		"Gives something another name, in one moment; what had that name before has lost it.",
		"renameat",
	),
	link: call(
		"Names and directories",
		"link(2)",
		"int link(const char *from, const char *to);",
		"Gives a file one more name.",
		"linkat",
	),
	symlink: call(
		"Names and directories",
		"symlink(2)",
		"int symlink(const char *target, const char *path);",
		"Makes a name that stands for another path.",
		"symlinkat",
	),
	readlink: call(
		"Names and directories",
		"readlink(2)",
		"ssize_t readlink(const char *path, char *buffer, size_t size);",
		"Tells the path that a symbolic link stands for, without a terminating zero.",
		"readlinkat",
	),
	mkdir: call(
		"Names and directories",
		"mkdir(2)",
		"int mkdir(const char *path, mode_t mode);",
		"Makes an empty directory.",
		"mkdirat",
	),
	rmdir: call(
		"Names and directories",
		"rmdir(2)",
		"int rmdir(const char *path);",
		"Takes an empty directory away.",
	),
	mknod: call(
		"Names and directories",
		"mknod(2)",
		"int mkfifo(const char *path, mode_t mode);",
		"Makes a name for a pipe, a FIFO, in a directory. The pipe itself exists while somebody has it open.",
		"mkfifo mkfifoat mknodat",
	),
	getdents: call(
		"Names and directories",
		"getdents(2)",
		"ssize_t getdents64(int fd, void *entries, size_t size);",
		"Tells the names in an open directory, some at a time.",
		"readdir scandir",
	),
	chdir: call(
		"Names and directories",
		"chdir(2)",
		"int chdir(const char *path);",
		"Changes where the process stands: relative paths begin there.",
	),
	fchdir: call(
		"Names and directories",
		"chdir(2)",
		"int fchdir(int fd);",
		"As chdir, to a directory that is open.",
	),
	getcwd: call(
		"Names and directories",
		"getcwd(3)",
		"char *getcwd(char *buffer, size_t size);",
		"Tells where the process stands.",
	),
	chmod: call(
		"Names and directories",
		"chmod(2)",
		"int chmod(const char *path, mode_t mode);",
		"Sets who may read, write and execute. Only the owner and root may.",
		"fchmodat",
	),
	fchmod: call(
		"Names and directories",
		"chmod(2)",
		"int fchmod(int fd, mode_t mode);",
		"As chmod, for an open file.",
	),
	chown: call(
		"Names and directories",
		"chown(2)",
		"int chown(const char *path, uid_t owner, gid_t group);",
		"Gives something another owner or group. Only root may give away.",
		"lchown fchownat",
	),
	fchown: call(
		"Names and directories",
		"chown(2)",
		"int fchown(int fd, uid_t owner, gid_t group);",
		"As chown, for an open file.",
	),
	umask: call(
		"Names and directories",
		"umask(2)",
		"mode_t umask(mode_t mask);",
		"Sets which permissions new files do not get, and tells the mask there was.",
	),
	utimensat: call(
		"Names and directories",
		"utimensat(2)",
		"int utimensat(int dir, const char *path, const struct timespec times[2], int flags);",
		"Sets when a file was last read and last changed.",
		"utime utimes futimens",
	),

	// Waiting for several
	poll: call(
		"Waiting for several",
		"poll(2)",
		"int poll(struct pollfd *fds, nfds_t count, int timeout);",
		"Waits until one of several descriptors can be read from or written to without waiting, or the time is over.",
		"ppoll",
	),
	select: call(
		"Waiting for several",
		"select(2)",
		"int select(int n, fd_set *read, fd_set *write, fd_set *except, struct timeval *timeout);",
		"The older form of poll: sets of numbers below FD_SETSIZE, which it changes.",
		"pselect",
	),

	// Signals
	kill: call(
		"Signals",
		"kill(2)",
		"int kill(pid_t pid, int signal);",
		"Sends a signal to a process, or to a process group when `pid` is negative. Signal 0 only asks whether one could.",
		"killpg",
	),
	raise: call(
		"Signals",
		"raise(3)",
		"int raise(int signal);",
		"Sends a signal to the caller. A handler has returned before raise does.",
		"abort",
	),
	sigqueue: call(
		"Signals",
		"sigqueue(3)",
		"int sigqueue(pid_t pid, int signal, const union sigval value);",
		"Sends a signal with a value. Real-time signals queue; the others merge.",
	),
	sigaction: call(
		"Signals",
		"sigaction(2)",
		"int sigaction(int signal, const struct sigaction *new, struct sigaction *old);",
		"Says what a signal does to this process: the default, nothing, or a function that is called.",
		"signal sigset siginterrupt",
	),
	sigprocmask: call(
		"Signals",
		"sigprocmask(2)",
		"int sigprocmask(int how, const sigset_t *set, sigset_t *old);",
		"Blocks or unblocks signals. One that is blocked stays pending.",
	),
	sigpending: call(
		"Signals",
		"sigpending(2)",
		"int sigpending(sigset_t *set);",
		"Tells which signals are pending.",
	),
	sigsuspend: call(
		"Signals",
		"sigsuspend(2)",
		"int sigsuspend(const sigset_t *mask);",
		"Puts another mask in place and waits for a signal, in one moment: none can come in between.",
		"sigpause",
	),
	sigtimedwait: call(
		"Signals",
		"sigtimedwait(2)",
		"int sigtimedwait(const sigset_t *set, siginfo_t *info, const struct timespec *timeout);",
		"Takes a pending signal of the set without calling its handler, or waits for one.",
		"sigwait sigwaitinfo",
	),
	sigreturn: call(
		"Signals",
		"sigreturn(2)",
		"int sigreturn(...);",
		"Goes back to where a handler interrupted the program. The C library makes this call when the handler returns.",
	),
	pause: call("Signals", "pause(2)", "int pause(void);", "Waits for a signal whose handler has run."),

	// Time
	alarm: call(
		"Time",
		"alarm(2)",
		"unsigned alarm(unsigned seconds);",
		"Sets the one alarm clock of the process: SIGALRM comes when it is over. 0 turns it off.",
	),
	nanosleep: call(
		"Time",
		"nanosleep(2)",
		"int nanosleep(const struct timespec *time, struct timespec *left);",
		"Waits for a time. A handler ends it early, and what was left is told.",
		"sleep usleep clock_nanosleep",
	),
	clock_gettime: call(
		"Time",
		"clock_gettime(2)",
		"int clock_gettime(clockid_t clock, struct timespec *time);",
		"Tells the time of a clock. Time here is simulated.",
		"time gettimeofday clock times",
	),
	getitimer: call(
		"Time",
		"getitimer(2)",
		"int getitimer(int which, struct itimerval *value);",
		"Tells what an interval timer has left.",
	),
	setitimer: call(
		"Time",
		"setitimer(2)",
		"int setitimer(int which, const struct itimerval *new, struct itimerval *old);",
		"Starts a timer that sends a signal again and again.",
		"ualarm",
	),
	timer_create: call(
		"Time",
		"timer_create(2)",
		"int timer_create(clockid_t clock, struct sigevent *event, timer_t *timer);",
		"Makes a timer of the process, one of many.",
	),
	timer_settime: call(
		"Time",
		"timer_settime(2)",
		"int timer_settime(timer_t timer, int flags, const struct itimerspec *new, struct itimerspec *old);",
		"Starts a timer or stops it.",
	),
	timer_gettime: call(
		"Time",
		"timer_settime(2)",
		"int timer_gettime(timer_t timer, struct itimerspec *value);",
		"Tells what a timer has left.",
	),
	timer_getoverrun: call(
		"Time",
		"timer_getoverrun(2)",
		"int timer_getoverrun(timer_t timer);",
		"Tells how often a timer ran out before its signal was handled.",
	),
	timer_delete: call("Time", "timer_delete(2)", "int timer_delete(timer_t timer);", "Takes a timer away."),

	// Message queues
	mq_open: call(
		"Message queues",
		"mq_open(3)",
		"mqd_t mq_open(const char *name, int flags, mode_t mode, struct mq_attr *attr);",
		"Opens a message queue by its name and gives a descriptor for it; with O_CREAT it makes one. The queue stays when all processes have gone.",
	),
	mq_send: call(
		"Message queues",
		"mq_send(3)",
		"int mq_send(mqd_t queue, const char *message, size_t length, unsigned priority);",
		"Puts a whole message into the queue, behind those of its priority. It waits while the queue is full.",
		"mq_timedsend",
	),
	mq_receive: call(
		"Message queues",
		"mq_receive(3)",
		"ssize_t mq_receive(mqd_t queue, char *buffer, size_t size, unsigned *priority);",
		"Takes the oldest message of the highest priority, whole. It waits while there is none.",
		"mq_timedreceive",
	),
	mq_notify: call(
		"Message queues",
		"mq_notify(3)",
		"int mq_notify(mqd_t queue, const struct sigevent *event);",
		"Asks for a signal when a message comes into the empty queue, once. One process at a time may ask.",
	),
	mq_setattr: call(
		"Message queues",
		"mq_getattr(3)",
		"int mq_setattr(mqd_t queue, const struct mq_attr *new, struct mq_attr *old);",
		"Tells the size of the queue and how many messages are in it, and sets O_NONBLOCK.",
		"mq_getattr",
	),
	mq_unlink: call(
		"Message queues",
		"mq_unlink(3)",
		"int mq_unlink(const char *name);",
		"Takes the name away. The queue and its messages go when nobody has it open any more.",
	),
	msgget: call(
		"Message queues",
		"msgget(2)",
		"int msgget(key_t key, int flags);",
		"Finds the System V queue of a key, or makes one. It answers a number that every process may use.",
	),
	msgsnd: call(
		"Message queues",
		"msgop(2)",
		"int msgsnd(int queue, const void *message, size_t size, int flags);",
		"Puts a message with its type into the queue. It waits while there is no room.",
	),
	msgrcv: call(
		"Message queues",
		"msgop(2)",
		"ssize_t msgrcv(int queue, void *message, size_t size, long type, int flags);",
		"Takes the first message, or the first of a type, or the first of the lowest type up to a number.",
	),
	msgctl: call(
		"Message queues",
		"msgctl(2)",
		"int msgctl(int queue, int command, struct msqid_ds *about);",
		"Tells who used the queue last and how full it is, changes its owner and mode, or removes it at once.",
	),

	mailbox_open: call(
		"Message queues",
		"mailbox(7)",
		"int mailbox_open(const char *name, int capacity);",
		"Opens a mailbox by its name, or makes one for so many letters. Linux has no such call: `mailbox.c` makes it of what Linux has.",
	),
	mailbox_send: call(
		"Message queues",
		"mailbox(7)",
		"int mailbox_send(int box, const void *letter, size_t length);",
		"Puts a letter into the box. The kernel stamps it with the sender's pid, user and the time. It waits while the box is full.",
	),
	mailbox_receive: call(
		"Message queues",
		"mailbox(7)",
		"ssize_t mailbox_receive(int box, void *letter, size_t room, struct mailbox_stamp *stamp);",
		"Takes the oldest letter, whole, with its stamp. It waits while the box is empty.",
	),
	mailbox_remove: call(
		"Message queues",
		"mailbox(7)",
		"int mailbox_remove(const char *name);",
		"Takes the name away. The box goes when nobody has it open any more.",
	),

	reboot: call(
		"Processes",
		"reboot(2)",
		"int reboot(int command);",
		"Starts the machine anew, without warning anybody. What is in memory is gone, unread messages too; names and files on the disk stay.",
	),

	// Sockets
	socket: call(
		"Sockets",
		"socket(2)",
		"int socket(int family, int type, int protocol);",
		"Makes a socket, an end without another end yet: a stream, datagrams, or whole messages in order.",
	),
	socketpair: call(
		"Sockets",
		"socketpair(2)",
		"int socketpair(int family, int type, int protocol, int ends[2]);",
		"Makes two sockets that are connected to each other. Bytes go both ways.",
	),
	bind: call(
		"Sockets",
		"bind(2)",
		"int bind(int fd, const struct sockaddr *address, socklen_t length);",
		"Gives a socket a name, in a directory or an abstract one, by which others find it.",
	),
	listen: call(
		"Sockets",
		"listen(2)",
		"int listen(int fd, int backlog);",
		"Makes a socket one that others connect to. So many may stand in the queue before accept.",
	),
	accept: call(
		"Sockets",
		"accept(2)",
		"int accept(int fd, struct sockaddr *address, socklen_t *length);",
		"Takes the first of those who have connected: a new descriptor, for this one conversation. It waits while there is none.",
		"accept4",
	),
	connect: call(
		"Sockets",
		"connect(2)",
		"int connect(int fd, const struct sockaddr *address, socklen_t length);",
		"Connects to a listening socket by its name. It is done before accept; it waits only while the queue is full.",
	),
	sendto: call(
		"Sockets",
		"send(2)",
		"ssize_t sendto(int fd, const void *buffer, size_t length, int flags, const struct sockaddr *to, socklen_t size);",
		"Sends bytes or one datagram. It waits while the other side has no room.",
		"send",
	),
	sendmsg: call(
		"Sockets",
		"send(2)",
		"ssize_t sendmsg(int fd, const struct msghdr *message, int flags);",
		"As sendto, from several pieces, and with what only sockets can send: open descriptors and the sender's ids.",
		"sendmmsg",
	),
	recvfrom: call(
		"Sockets",
		"recv(2)",
		"ssize_t recvfrom(int fd, void *buffer, size_t size, int flags, struct sockaddr *from, socklen_t *length);",
		"Receives bytes or one datagram. What does not fit of a datagram is lost.",
		"recv",
	),
	recvmsg: call(
		"Sockets",
		"recv(2)",
		"ssize_t recvmsg(int fd, struct msghdr *message, int flags);",
		"As recvfrom, into several pieces, and with the descriptors and ids that came along.",
		"recvmmsg",
	),
	shutdown: call(
		"Sockets",
		"shutdown(2)",
		"int shutdown(int fd, int how);",
		"Ends one direction or both, for everybody who has the socket. The other side reads end of file.",
	),
	getsockname: call(
		"Sockets",
		"getsockname(2)",
		"int getsockname(int fd, struct sockaddr *address, socklen_t *length);",
		"Tells the socket's own name.",
	),
	getpeername: call(
		"Sockets",
		"getpeername(2)",
		"int getpeername(int fd, struct sockaddr *address, socklen_t *length);",
		"Tells the name of the other end.",
	),
	getsockopt: call(
		"Sockets",
		"getsockopt(2)",
		"int getsockopt(int fd, int level, int option, void *value, socklen_t *length);",
		"Tells what is set of a socket: its type, its buffers, or who is at the other end, with SO_PEERCRED.",
	),
	setsockopt: call(
		"Sockets",
		"getsockopt(2)",
		"int setsockopt(int fd, int level, int option, const void *value, socklen_t length);",
		"Sets an option of a socket, as the size of its buffers.",
	),

	// Terminals
	tcsetattr: call(
		"Terminals",
		"termios(3)",
		"int tcsetattr(int fd, int when, const struct termios *settings);",
		"Changes how a terminal behaves: whole lines or single keys, echo, which keys send signals.",
	),
	tcsetpgrp: call(
		"Terminals",
		"tcsetpgrp(3)",
		"int tcsetpgrp(int fd, pid_t group);",
		"Says which process group has the terminal: it reads what is typed and gets the signals of Ctrl-C and Ctrl-Z.",
	),

	// Users and limits
	getuid: call(
		"Users and limits",
		"getuid(2)",
		"uid_t getuid(void);",
		"Tells the user who started the process.",
	),
	geteuid: call(
		"Users and limits",
		"getuid(2)",
		"uid_t geteuid(void);",
		"Tells the user in whose name the process acts: what it may open is decided by this one.",
	),
	getgid: call(
		"Users and limits",
		"getgid(2)",
		"gid_t getgid(void);",
		"Tells the group of the user who started the process.",
	),
	getegid: call(
		"Users and limits",
		"getgid(2)",
		"gid_t getegid(void);",
		"Tells the group with which the process acts.",
	),
	getresuid: call(
		"Users and limits",
		"getresuid(2)",
		"int getresuid(uid_t *real, uid_t *effective, uid_t *saved);",
		"Tells the three user ids: who started the process, in whose name it acts, and whom it may become again.",
	),
	getresgid: call(
		"Users and limits",
		"getresuid(2)",
		"int getresgid(gid_t *real, gid_t *effective, gid_t *saved);",
		"Tells the three group ids.",
	),
	setuid: call(
		"Users and limits",
		"setuid(2)",
		"int setuid(uid_t user);",
		"Acts in another user's name. For root it is for good; others may only go back to the real or the saved id.",
	),
	setgid: call(
		"Users and limits",
		"setgid(2)",
		"int setgid(gid_t group);",
		"Acts with another group. For root it is for good, as setuid.",
	),
	setreuid: call(
		"Users and limits",
		"setreuid(2)",
		"int setreuid(uid_t real, uid_t effective);",
		"Sets the real and the effective user id.",
	),
	setregid: call(
		"Users and limits",
		"setreuid(2)",
		"int setregid(gid_t real, gid_t effective);",
		"Sets the real and the effective group id.",
	),
	setresuid: call(
		"Users and limits",
		"setresuid(2)",
		"int setresuid(uid_t real, uid_t effective, uid_t saved);",
		"Sets all three user ids; -1 leaves one as it is.",
		"seteuid",
	),
	setresgid: call(
		"Users and limits",
		"setresuid(2)",
		"int setresgid(gid_t real, gid_t effective, gid_t saved);",
		"Sets all three group ids; -1 leaves one as it is.",
		"setegid",
	),
	getgroups: call(
		"Users and limits",
		"getgroups(2)",
		"int getgroups(int size, gid_t list[]);",
		"Tells the groups beside the first that a process belongs to.",
	),
	setgroups: call(
		"Users and limits",
		"setgroups(2)",
		"int setgroups(size_t size, const gid_t *list);",
		"Sets the groups beside the first. Only root may.",
		"initgroups",
	),
	getrlimit: call(
		"Users and limits",
		"getrlimit(2)",
		"int getrlimit(int resource, struct rlimit *limit);",
		"Tells a limit of the process: how many descriptors, how large a file, how many processes.",
		"sysconf getdtablesize",
	),
	setrlimit: call(
		"Users and limits",
		"setrlimit(2)",
		"int setrlimit(int resource, const struct rlimit *limit);",
		"Sets a limit, up to the hard one; the hard one can only be lowered.",
		"prlimit",
	),
	getrusage: call(
		"Users and limits",
		"getrusage(2)",
		"int getrusage(int who, struct rusage *usage);",
		"Tells how much processor time the process or its children have used.",
	),
};
