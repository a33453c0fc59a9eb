// The errors that the manual lists and that no program of this computer meets: why not. `manual.json` is what the manual lists.
import manual from "./manual.json";

/** Which manual, and the errors it lists by call or function of the library, with blanks between them. */
export const MANUAL: {
	readonly manual: string;
	readonly errors: { readonly [name: string]: string };
	readonly headers: { readonly [call: string]: string };
} = manual;

/** The headers that a program includes for a call: `<fcntl.h>`; none for what only the library calls. */
export function headersOf(call: string): readonly string[] {
	if (call.startsWith("mailbox_")) return ['"mailbox.h"'];
	return (MANUAL.headers[call]?.split(" ") ?? []).map((header) => `<${header}>`);
}

/** Two names of one error: the first is the one that the pages use. */
export const SAME: readonly (readonly [string, string])[] = [
	["EAGAIN", "EWOULDBLOCK"],
	["EDEADLK", "EDEADLOCK"],
	["EOPNOTSUPP", "ENOTSUP"],
];

type Reasons = { readonly [errno: string]: string };

/** Whatever the call. */
const ANYWHERE: Reasons = {
	EDQUOT: "The disk has no quotas.",
	EIO: "No device of this computer breaks.",
	EMLINK: "A file may have any number of names.",
	ENFILE: "There is no limit on the open files of all processes together.",
	ENOBUFS: "The kernel's own memory does not run out.",
	ENOLCK: "The table of locks has no end.",
	ENOMEM: "The kernel's own memory does not run out.",
	EOVERFLOW: "No file here is so large that its numbers do not fit.",
	EROFS: "No file system here is read-only.",
};

const INTERNET = "It is of the Internet's sockets; here are Unix domain sockets alone.";
const NAMES = "A name takes no room on this disk; only what is in a file does.";
const SEALS = "There are no seals on files.";
const LETTERS = "Any letter but / may stand in a name.";
const NOT_CONNECTED = "A Unix domain socket without a connection says ENOTCONN.";
const NEVER_WAITS = "The call never waits here, so that no signal can come in between.";
const SINCE_3_1 = "Since Linux 3.1 the call does not ask how many processes the user has.";
const NO_NAMESPACES = "Every number is an id: there are no user namespaces.";
const NO_HOSTNAME = "It is of sethostname: the computer's name is fixed.";
const FULL = "The disk is full as for write.";
const NO_SUCH_OPTION = "The options that may end so are not known here: EINVAL.";
const COPIES = "Two threads would have to meet in it; a process here has one.";
const NO_LINKER = "A program here has no interpreter: nothing is linked when it starts.";
const NO_MOUNTS = "No file system is mounted nosuid, and no process traces another.";
const CLOCKS = "There are no clocks that are devices.";
const FLAG = "A flag that is none, where the call has one (…at): the library says so itself here.";
const LATER = "A write that finds no room fails at once; nothing is left to be told later.";

const OF_CALL: { readonly [name: string]: Reasons } = {
	fork: {
		ENOSYS: "Only machines that cannot keep processes apart have no fork.",
		ERESTARTNOINTR: "A tracer may see it; a program never does.",
	},
	execve: {
		EAGAIN: "How many processes the user has is asked by fork alone.",
		EINVAL: NO_LINKER,
		EISDIR: NO_LINKER,
		ELIBBAD: NO_LINKER,
		EMFILE: "The call makes no descriptor here.",
		EPERM: NO_MOUNTS,
	},
	fexecve: {
		EINVAL: "The library says so itself: a descriptor below 0, or no list.",
		ENOSYS: "/proc is always there.",
	},
	wait4: { EAGAIN: "It is waitid's alone, with P_PIDFD." },
	pidfd_open: { ENODEV: "The file system of these descriptors is always there." },
	getrandom: {
		EAGAIN: "There are always random bytes.",
		EINTR: NEVER_WAITS,
		ENOSYS: "The call is there.",
	},
	getentropy: { ENOSYS: "The call is there." },
	fallocate: {
		EINTR: NEVER_WAITS,
		ENOSPC: FULL,
		ENOSYS: "The one file system knows the call.",
		EPERM: SEALS,
		ETXTBSY: "There are no swap files.",
	},
	statfs: { EINTR: NEVER_WAITS, ENOSYS: "The one file system knows the call." },
	pathconf: { EINVAL: "The library says so itself: there is no such limit." },
	gethostname: {
		EINVAL: NO_HOSTNAME,
		ENAMETOOLONG: "The library says so itself.",
		EPERM: NO_HOSTNAME,
	},
	getsid: { EPERM: "Everybody may ask, as on Linux." },
	prctl: {
		EACCES: NO_SUCH_OPTION,
		EBADF: NO_SUCH_OPTION,
		EBUSY: NO_SUCH_OPTION,
		ENODEV: NO_SUCH_OPTION,
		ENXIO: NO_SUCH_OPTION,
		EOPNOTSUPP: NO_SUCH_OPTION,
		EPERM: NO_SUCH_OPTION,
		ERANGE: NO_SUCH_OPTION,
	},
	close_range: { EMFILE: "There is one table of descriptors for each process: none is copied here." },
	open: {
		EBUSY: "There are no disks under /dev.",
		EFBIG: "No file here is so large.",
		ENODEV: "Every device under /dev is there.",
		ENOSPC: NAMES,
		EAGAIN: "There are no leases on files.",
		EOPNOTSUPP: "The one file system knows O_TMPFILE.",
	},
	close: { EINTR: NEVER_WAITS, ENOSPC: LATER },
	dup2: { EBUSY: COPIES, EINTR: NEVER_WAITS, EMFILE: "A number beyond the limit is EBADF, as on Linux." },
	dup3: { EBUSY: COPIES, EINTR: NEVER_WAITS, EMFILE: "A number beyond the limit is EBADF, as on Linux." },
	fcntl: {
		EACCES: "Where a lock is in the way Linux says EAGAIN.",
		ENOTDIR: "F_NOTIFY is not known here: EINVAL.",
	},
	pipe: { ENOPKG: "O_NOTIFICATION_PIPE is not known here: EINVAL." },
	scanf: { EILSEQ: "The library says so itself, after the read: the bytes are no letter (%ls)." },
	write: { EDESTADDRREQ: NOT_CONNECTED, EPERM: SEALS },
	truncate: { EINTR: NEVER_WAITS, EPERM: SEALS },
	ftruncate: { EINTR: NEVER_WAITS, EPERM: SEALS },
	fsync: { EINTR: NEVER_WAITS, ENOSPC: LATER },
	access: {
		EPERM: "No file is marked as immutable (chattr).",
		ETXTBSY: "Linux asks for permissions alone, whether the program runs or not.",
	},
	stat: { EINVAL: FLAG },
	chmod: { EINVAL: FLAG, EOPNOTSUPP: "A symbolic link has no mode of its own: the library says so itself." },
	chown: { EINVAL: FLAG },
	unlink: { EINVAL: FLAG, EBUSY: "No file that has a name is held by the system itself." },
	rename: { ENOSPC: NAMES },
	link: { EINVAL: FLAG, ENOSPC: NAMES },
	symlink: { ENOSPC: NAMES },
	mkdir: { EINVAL: LETTERS, ENOSPC: NAMES },
	mknod: { ENOSPC: NAMES },
	getcwd: {
		EACCES: "The kernel knows the path; it asks nobody's permission.",
		EINVAL: "The library says so itself, before it asks: a size of 0.",
	},
	utimensat: { ESRCH: "Where a directory may not be searched Linux says EACCES." },
	clock_gettime: { EACCES: CLOCKS, ENODEV: CLOCKS, EOPNOTSUPP: CLOCKS },
	clock_nanosleep: { EOPNOTSUPP: CLOCKS },
	ualarm: { EINTR: NEVER_WAITS },
	timer_create: {
		EAGAIN: "A process may have any number of timers.",
		EOPNOTSUPP: CLOCKS,
		EPERM: "A clock that wakes the machine is a clock like any other here.",
	},
	msgrcv: { ENOSYS: "MSG_COPY is there." },
	msgctl: { EIDRM: "A queue that is gone is EINVAL: nobody can come between the look and the call." },
	reboot: { EFAULT: "The function of the library has no address among its arguments." },
	socket: { EACCES: INTERNET },
	bind: { EADDRNOTAVAIL: INTERNET, ENAMETOOLONG: "An address has no room for so long a name." },
	listen: { EADDRINUSE: INTERNET },
	accept: { ECONNABORTED: INTERNET, EPERM: INTERNET, EPROTO: INTERNET },
	connect: {
		EADDRINUSE: INTERNET,
		EADDRNOTAVAIL: INTERNET,
		EAFNOSUPPORT: "A Unix domain socket says EINVAL.",
		EALREADY: INTERNET,
		EINPROGRESS: "A Unix domain socket says EAGAIN.",
		ENETUNREACH: INTERNET,
		ETIMEDOUT: "A Unix domain socket with SO_SNDTIMEO says EAGAIN.",
	},
	sendto: { EALREADY: INTERNET, EDESTADDRREQ: NOT_CONNECTED },
	sendmsg: { EALREADY: INTERNET, EDESTADDRREQ: NOT_CONNECTED },
	recvfrom: { ECONNREFUSED: INTERNET },
	recvmsg: { ECONNREFUSED: INTERNET },
	shutdown: { ENOTCONN: "A Unix domain socket can be shut without a connection." },
	setuid: { EAGAIN: SINCE_3_1 },
	setreuid: { EAGAIN: SINCE_3_1, EINVAL: NO_NAMESPACES },
	setregid: { EAGAIN: SINCE_3_1, EINVAL: NO_NAMESPACES },
	setresuid: { EAGAIN: SINCE_3_1, EINVAL: NO_NAMESPACES },
	setresgid: { EAGAIN: SINCE_3_1, EINVAL: NO_NAMESPACES },
};

/** What a page of several calls says of the others. */
const OF_OTHERS: { readonly [name: string]: string } = {
	waitid: "ESRCH",
	getpgrp: "EACCES EINVAL EPERM ESRCH",
	getpgid: "EACCES EINVAL EPERM",
	getpriority: "EACCES EPERM",
	dup: "EBUSY EINTR EINVAL",
	dup2: "EINVAL",
	tcgetpgrp: "EPERM",
	readv: "EOPNOTSUPP",
	writev: "EOPNOTSUPP",
	preadv: "EOPNOTSUPP",
	pwritev: "EOPNOTSUPP",
	truncate: "EBADF",
	ftruncate: "EACCES EFAULT EISDIR ELOOP ENAMETOOLONG ENOENT ENOTDIR ETXTBSY",
	fstat: "EACCES EINVAL ELOOP ENAMETOOLONG ENOENT ENOTDIR",
	chdir: "EBADF",
	fchdir: "EFAULT ELOOP ENAMETOOLONG ENOENT",
	getcwd: "ENAMETOOLONG",
	fchmod: "EACCES EFAULT EINVAL ELOOP ENAMETOOLONG ENOENT ENOTDIR EOPNOTSUPP",
	fchown: "EACCES EFAULT EINVAL ELOOP ENAMETOOLONG ENOENT ENOTDIR",
	clock_gettime: "EPERM",
	gettimeofday: "EPERM",
	msgsnd: "E2BIG ENOMSG ENOSYS",
	msgrcv: "EAGAIN",
	getgroups: "EPERM",
	getrlimit: "EPERM ESRCH",
	setrlimit: "ESRCH",
};

/** The name of an error that the pages use. */
export function usualName(errno: string): string {
	return SAME.find(([, other]) => other === errno)?.[0] ?? errno;
}

/** What the manual lists of a call or function, without what it says of others on the same page. */
export function listed(name: string): readonly string[] {
	const others = OF_OTHERS[name]?.split(" ") ?? [];
	const all = (MANUAL.errors[name]?.split(" ") ?? [])
		.map(usualName)
		.filter((errno) => !others.includes(errno));
	return [...new Set(all)];
}

/** Why an error that the manual lists for a call, or a function that ends in one, does not come about; null: nothing is said. */
export function whyNever(name: string, errno: string, call = name): string | null {
	return OF_CALL[name]?.[errno] ?? OF_CALL[call]?.[errno] ?? ANYWHERE[errno] ?? null;
}

/** All that is said above, for the test that nothing of it is in vain. */
export const SAID = { ofCall: OF_CALL, ofOthers: OF_OTHERS } as const;
