// Cases whose system calls are not those of glibc, each with the reason.

/** Why, by the name of the case. */
export const KNOWN: Readonly<Record<string, string>> = {
	terminal_tty: "/dev/tty is the terminal itself here; on Linux it is a device of its own",
	terminal_tty_both: "/dev/tty is the terminal itself here; on Linux it is a device of its own",
	fgets_from_closed: "a buffer of 8192 bytes is there for streams on memory alone",
	msg_messages: "strace shows the whole buffer of msgrcv, not only the bytes that came",
};
