// Cases whose system calls are not those of glibc, each with the reason.

/** Why, by the name of the case. */
export const KNOWN: Readonly<Record<string, string>> = {
	fgets_from_closed: "a buffer of 8192 bytes is there for streams on memory alone",
	msg_messages: "strace shows the whole buffer of msgrcv, not only the bytes that came",
};
