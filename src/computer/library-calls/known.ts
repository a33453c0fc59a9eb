// Cases whose system calls are not those of glibc, each with the reason.

/** Why, by the name of the case. */
export const KNOWN: Readonly<Record<string, string>> = {
	terminal_tty: "/dev/tty is the terminal itself here; on Linux it is a device of its own",
	terminal_tty_both: "/dev/tty is the terminal itself here; on Linux it is a device of its own",
	fgets_from_closed: "a buffer of 8192 bytes is there for streams on memory alone",
	tmpfile_used: "there is no O_TMPFILE here: the file has a name, which is removed at once",
	wait3_and_wait4: "what a child has used is not told by wait4 here: the library asks getrusage",
	exec_of_descriptor: "there is no execveat here: the descriptor's name in /proc is executed",
	sigqueue_self: "glibc asks for the process's and the user's numbers, to say who sends",
	clock_nanosleep_some: "a sleep knows one clock here",
	clock_nanosleep_until: "the library computes how long it is until then",
	clock_nanosleep_wrong: "the library refuses a clock that there is not",
	vectors: "the library copies several buffers into one",
	realpath_used: "the library asks lstat what each name is; glibc asks readlink",
	access_used: "glibc's faccessat is faccessat2, also without flags",
	tcgetattr_of_pipe: "glibc's tcsetattr asks for the settings before and after",
	terminal_attributes: "glibc's tcsetattr asks for the settings before and after",
	terminal_ttyname: "the library knows the name of the only terminal",
	uname_used: "the library knows the names of this computer",
	gethostname_used: "the library knows the names of this computer",
	sysconf_arg_max: "the library knows the limit; glibc computes it from that of the stack",
	pathconf_used: "the library knows the limits; glibc asks the file system",
	posix_fallocate_used: "there is no fallocate here: the library makes the file longer",
};
