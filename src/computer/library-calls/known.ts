// Cases whose system calls are not those of glibc, each with the reason.

/** Why, by the name of the case. */
export const KNOWN: Readonly<Record<string, string>> = {
	terminal_tty: "/dev/tty is the terminal itself here; on Linux it is a device of its own",
	terminal_tty_both: "/dev/tty is the terminal itself here; on Linux it is a device of its own",
	fgets_from_closed: "a buffer of 8192 bytes is there for streams on memory alone",
	tmpfile_used: "there is no O_TMPFILE here: the file has a name, which is removed at once",
	wait3_and_wait4: "wait4 tells no use of resources here: the library fills it with zeros",
	exec_of_descriptor: "there is no execveat here: the descriptor's name in /proc is executed",
	uname_used: "the library knows the names of this computer",
	gethostname_used: "the library knows the names of this computer",
	pathconf_used: "the library knows the limits; glibc asks the file system",
	posix_fallocate_used: "there is no fallocate here: the library makes the file longer",
	msg_messages: "strace shows the whole buffer of msgrcv, not only the bytes that came",
};
