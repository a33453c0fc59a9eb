// The second door of the room `kernel`: every decision by name, `object.act.case`: what holds, which man page says so, what Linux does otherwise.

export interface Rule {
	/** One sentence, true wherever the rule is named. */
	readonly sentence: string;
	/** Pages that state it: `pipe(7)`. */
	readonly man: readonly string[];
	/** What Linux does differently from its man page, or from the lessons' small byte-counted sizes; null: nothing. */
	readonly linux: string | null;
}

function rule(sentence: string, man: string, linux: string | null = null): Rule {
	return { sentence, man: man.split(" "), linux };
}

const SLOTS =
	"Linux counts room in slots of one page: a slot is free again only when all its bytes were read.";

/** The table. Its keys are the names that outcomes, events, sentences, tests and lessons share. */
export const rules = {
	"descriptor.close.last": rule(
		"Closing the last descriptor of an open file description lets go of what it referred to.",
		"close(2)",
	),
	"descriptor.close.shared": rule(
		"Closing a descriptor leaves the open file description alone while other descriptors refer to it.",
		"close(2)",
	),
	"descriptor.copy.lowest": rule(
		"A copy of a descriptor gets the lowest free number and shares the open file description.",
		"dup(2) fcntl(2)",
	),
	"descriptor.copy.bad-start": rule(
		"F_DUPFD refuses to start below 0 or at the limit on descriptors.",
		"fcntl(2)",
	),
	"descriptor.copy-to.free": rule("dup2 makes a copy on the number that was asked for.", "dup(2)"),
	"descriptor.copy-to.replaces": rule("dup2 silently closes what was open on the number first.", "dup(2)"),
	"descriptor.copy-to.itself": rule("dup2 of a descriptor onto itself does nothing.", "dup(2)"),
	"descriptor.copy-to.same": rule("dup3 refuses to copy a descriptor onto itself.", "dup(2)"),
	"descriptor.copy-to.bad-flags": rule("dup3 knows no flag but O_CLOEXEC.", "dup(2)"),
	"descriptor.flags.told": rule("FD_CLOEXEC belongs to the one descriptor.", "fcntl(2)"),
	"descriptor.flags.set": rule("FD_CLOEXEC is set for the one descriptor, not for its copies.", "fcntl(2)"),
	"descriptor.make.table-full": rule(
		"No more descriptors than the limit can be open in one process.",
		"getrlimit(2) open(2)",
	),
	"descriptor.use.not-open": rule(
		"The number is not an open descriptor of this process.",
		"read(2) close(2)",
	),
	"descriptor.read.write-only": rule("The descriptor is not open for reading.", "read(2)"),
	"descriptor.read.bad-count": rule("A count beyond SSIZE_MAX is refused.", "read(2)"),
	"descriptor.write.read-only": rule("The descriptor is not open for writing.", "write(2)"),
	"descriptor.write.bad-count": rule(
		"More than IOV_MAX buffers, or one whose length is beyond SSIZE_MAX, are refused.",
		"writev(2)",
	),
	"open-file.flags.told": rule(
		"Access mode and status flags belong to the open file description.",
		"fcntl(2) open(2)",
		"On x86-64 F_GETFL of an opened file also shows O_LARGEFILE, which the kernel adds by itself.",
	),
	"open-file.flags.set": rule(
		"Status flags change for every descriptor that shares the open file description; the access mode stays.",
		"fcntl(2)",
	),
	"open-file.flags.no-direct": rule("This kind of file has no O_DIRECT.", "fcntl(2)"),
	"fcntl.call.bad-command": rule("fcntl does not know the command.", "fcntl(2)"),
	"fcntl.call.not-a-pipe": rule("Only a pipe has a pipe size.", "fcntl(2)"),

	"pipe.make.two-lowest": rule(
		"A new pipe gets the two lowest free descriptors, the read end first.",
		"pipe(2)",
		"pipe(2) does not promise the lowest numbers; POSIX does.",
	),
	"pipe.make.bad-flags": rule("pipe2 knows only O_CLOEXEC, O_NONBLOCK and O_DIRECT.", "pipe(2)"),
	"pipe.read.zero": rule(
		"A read of 0 bytes returns 0 at once, whatever the state of the pipe.",
		"read(2)",
		"read(2) lets such a read look for errors; on a pipe Linux looks at nothing.",
	),
	"pipe.read.full": rule("The pipe holds enough: the read takes all it asked for.", "pipe(7)"),
	"pipe.read.short": rule("A read takes what is in the pipe and does not wait for more.", "pipe(7) read(2)"),
	"pipe.read.packet-cut": rule("The rest of a packet longer than the read is thrown away.", "pipe(2)"),
	"pipe.read.end-of-file": rule(
		"The pipe is empty and no descriptor for writing is open anywhere: end of file.",
		"pipe(7)",
	),
	"pipe.read.empty-again": rule(
		"The pipe is empty, a writer may still come, and O_NONBLOCK forbids waiting.",
		"pipe(7) read(2)",
	),
	"pipe.read.empty-blocks": rule(
		"The pipe is empty and its write end is open somewhere: the reader sleeps.",
		"pipe(7)",
	),
	"pipe.write.zero": rule("A write of 0 bytes returns 0 and does not even look for readers.", "write(2)"),
	"pipe.write.all": rule("There is room: all bytes go into the pipe at once.", "pipe(7)"),
	"pipe.write.rest": rule(
		"Room came while the writer slept: the rest is in, and write returns the whole count.",
		"pipe(7)",
	),
	"pipe.write.partial": rule(
		"With O_NONBLOCK, a write of more than PIPE_BUF bytes puts in what fits and returns how much that was.",
		"pipe(7)",
	),
	"pipe.write.full-again": rule(
		"There is no room for the write, and O_NONBLOCK forbids waiting.",
		"pipe(7)",
		SLOTS,
	),
	"pipe.write.full-blocks": rule("The pipe is full: the writer sleeps.", "pipe(7)", SLOTS),
	"pipe.write.atomic-blocks": rule(
		"A write of up to PIPE_BUF bytes is never split: the writer sleeps until there is room for all of it.",
		"pipe(7)",
		SLOTS,
	),
	"pipe.write.partial-blocks": rule(
		"The pipe is full and part of the bytes are in: the writer sleeps until there is room for more.",
		"pipe(7)",
	),
	"pipe.write.no-readers": rule(
		"No descriptor for reading is open anywhere: the writer gets SIGPIPE and the write fails.",
		"pipe(7)",
	),
	"pipe.write.partial-broken": rule(
		"The last reader left while part of the bytes were in: SIGPIPE comes, and write returns the part.",
		"pipe(7) write(2)",
		"pipe(7) says that the write fails with EPIPE; Linux reports the part that was written.",
	),
	"pipe.size.told": rule("The capacity of the pipe in bytes.", "fcntl(2)"),
	"pipe.resize.rounded": rule(
		"The capacity becomes a power of two of pages, at least what was asked for.",
		"fcntl(2) pipe(7)",
	),
	"pipe.resize.bad-size": rule("No pipe can have such a size.", "fcntl(2)"),
	"pipe.resize.busy": rule("The bytes in the pipe need more than the new size.", "fcntl(2)"),
	"pipe.resize.too-big": rule(
		"An ordinary user may not make a pipe larger than pipe-max-size.",
		"fcntl(2) pipe(7)",
	),

	"fifo.make.made": rule("A pipe with a name is made; nobody has it open yet.", "mkfifo(3) fifo(7)"),
	"fifo.open.waits": rule(
		"Nobody has the other end of the FIFO open: open sleeps until somebody opens it.",
		"fifo(7)",
	),
	"fifo.open.partner-there": rule("The other end of the FIFO is open: open returns at once.", "fifo(7)"),
	"fifo.open.partner-came": rule(
		"The other end of the FIFO was opened while this open slept.",
		"fifo(7)",
		"Openings are counted: one that was closed again before the sleeper ran counts too.",
	),
	"fifo.open.without-waiting": rule(
		"With O_NONBLOCK a FIFO opens for reading at once, writer or not.",
		"fifo(7)",
		"Until a writer has come, poll tells such a reader of no hang-up.",
	),
	"fifo.open.both": rule(
		"Opened for reading and writing, a FIFO never waits: it is its own partner.",
		"fifo(7)",
		"POSIX leaves this undefined.",
	),
	"fifo.open.no-readers": rule(
		"Opening a FIFO for writing without waiting fails while nobody has it open for reading.",
		"fifo(7) open(2)",
		"A reader that still sleeps in open counts already.",
	),

	"queue.name.no-slash": rule("The name of a message queue begins with a slash.", "mq_open(3)"),
	"queue.name.slash": rule("The name of a message queue has no second slash.", "mq_open(3)"),
	"queue.name.missing": rule("No message queue has this name.", "mq_open(3) mq_unlink(3)"),
	"queue.name.exists": rule("The queue exists, and O_EXCL wants a new one.", "mq_open(3)"),
	"queue.open.created": rule(
		"A new, empty message queue is made; it stays until its name is removed and nobody has it open.",
		"mq_open(3) mq_overview(7)",
	),
	"queue.open.lowest": rule(
		"The queue exists: it is opened as it is, with the messages inside.",
		"mq_open(3) mq_overview(7)",
		"The queue descriptor is a file descriptor, closed on exec.",
	),
	"queue.open.no-permission": rule("The mode of the queue does not allow this.", "mq_open(3)"),
	"queue.open.bad-size": rule(
		"Both sizes must be above 0, and not above what the system allows an ordinary user.",
		"mq_open(3) mq_overview(7)",
	),
	"queue.open.no-room": rule(
		"All queues of the user together would need more than RLIMIT_MSGQUEUE.",
		"getrlimit(2) mq_overview(7)",
		"mq_open(3) does not say that EMFILE means this too.",
	),
	"queue.open.too-many": rule("There are as many queues as the system allows.", "mq_open(3)"),
	"queue.use.not-a-queue": rule("The descriptor does not lead to a message queue.", "mq_send(3)"),
	"queue.unlink.gone": rule("The name is gone, and with it the queue and what is inside.", "mq_unlink(3)"),
	"queue.unlink.still-open": rule(
		"The name is gone; the queue lives until the last descriptor for it is closed.",
		"mq_unlink(3)",
	),
	"queue.unlink.not-owner": rule(
		"Only its owner removes the name of a queue.",
		"mq_unlink(3)",
		"The kernel says EPERM; the C library makes it EACCES.",
	),
	"queue.send.put": rule("There is room: the message waits inside for its turn.", "mq_send(3)"),
	"queue.send.handed": rule(
		"Somebody sleeps in mq_receive: the message is handed to that process, and nobody can take it away.",
		"mq_receive(3)",
		"POSIX leaves open who gets it; Linux serves the one that waits longest.",
	),
	"queue.send.notifies": rule(
		"The message came into an empty queue: whoever asked for it is told, once.",
		"mq_notify(3)",
	),
	"queue.send.admitted": rule(
		"Room came while the sender slept: whoever made it has put the message in.",
		"mq_send(3)",
		"The sender that waited longest is first, whatever the priority of its message.",
	),
	"queue.send.full-again": rule(
		"The queue has as many messages as it holds, and O_NONBLOCK forbids waiting.",
		"mq_send(3)",
	),
	"queue.send.full-blocks": rule(
		"The queue has as many messages as it holds: the sender sleeps.",
		"mq_send(3)",
		"Messages are counted, not bytes.",
	),
	"queue.send.too-long": rule("The message is longer than mq_msgsize.", "mq_send(3)"),
	"queue.send.bad-priority": rule("A priority is less than MQ_PRIO_MAX, 32768.", "mq_send(3)"),
	"queue.send.timeout": rule("The time is up, and the queue is still full.", "mq_send(3)"),
	"queue.receive.first": rule(
		"A receive takes one whole message: the oldest of the highest priority.",
		"mq_receive(3)",
	),
	"queue.receive.handed": rule(
		"A message was handed to the process while it slept in the queue's line.",
		"mq_receive(3)",
	),
	"queue.receive.empty-again": rule("No message is inside, and O_NONBLOCK forbids waiting.", "mq_receive(3)"),
	"queue.receive.empty-blocks": rule(
		"No message is inside: the receiver sleeps. A queue has no end of file: anybody may still send.",
		"mq_receive(3)",
	),
	"queue.receive.too-small": rule(
		"The buffer must hold the longest message the queue allows, however short the next one is.",
		"mq_receive(3)",
		"The size is looked at before the queue, so an empty queue fails too.",
	),
	"queue.receive.timeout": rule("The time is up, and no message has come.", "mq_receive(3)"),
	"queue.time.bad": rule(
		"The time is none that there is.",
		"mq_receive(3) mq_send(3)",
		"Linux looks at the time first, even when the call would not wait.",
	),
	"queue.attributes.told": rule(
		"What the queue may hold, and how many messages are inside.",
		"mq_getattr(3)",
	),
	"queue.attributes.set": rule(
		"O_NONBLOCK of the open file description is changed; the rest of the attributes stays.",
		"mq_getattr(3)",
	),
	"queue.attributes.bad-flags": rule("mq_flags may have no bit but O_NONBLOCK.", "mq_getattr(3)"),
	"queue.notify.set": rule(
		"The process will be told, once, when a message comes into the empty queue and nobody waits in mq_receive.",
		"mq_notify(3)",
		"Closing any descriptor of the process for this queue takes it back, not only the one it was asked through.",
	),
	"queue.notify.removed": rule("The process will not be told any more.", "mq_notify(3)"),
	"queue.notify.not-ours": rule("The process had not asked to be told: nothing changes.", "mq_notify(3)"),
	"queue.notify.busy": rule("A process has asked to be told already; there can be but one.", "mq_notify(3)"),
	"queue.notify.bad": rule("There is no such way of telling, or no such signal.", "mq_notify(3) sigevent(7)"),
	"queue.notify.thread": rule(
		"SIGEV_THREAD is refused, as this computer has no threads yet: ask for a signal instead.",
		"mq_notify(3) sigevent(7)",
		"Linux starts a thread that runs the function.",
	),
	"queue.status.read": rule(
		"To read a queue's descriptor, or its file in /dev/mqueue, tells how full it is and takes no message.",
		"mq_overview(7)",
	),
	"queue.status.read-only": rule("A message is sent with mq_send, not with write.", "mq_overview(7)"),
	"queue.directory.only-queues": rule("In /dev/mqueue there are only queues.", "mq_overview(7)"),

	"mailbox.open.made": rule(
		"A new, empty mailbox is made; it stays until it is removed, whoever ends.",
		"mq_overview(7)",
		"Linux has no mailboxes: there a process keeps the letters (mailbox.c).",
	),
	"mailbox.open.found": rule("The mailbox is there: it is opened with the letters inside.", "mq_overview(7)"),
	"mailbox.open.bad-name": rule("The name of a mailbox is one slash and a name.", "mq_overview(7)"),
	"mailbox.open.bad-size": rule("A mailbox is made for 1 to 64 letters.", "mq_overview(7)"),
	"mailbox.use.not-a-box": rule("The descriptor does not lead to a mailbox.", "mq_overview(7)"),
	"mailbox.use.not-bytes": rule("A mailbox takes and gives letters, not bytes.", "mq_overview(7)"),
	"mailbox.send.put": rule(
		"The letter lies in the box; the kernel has stamped it with its sender and the time.",
		"mq_overview(7) unix(7)",
	),
	"mailbox.send.handed": rule(
		"Somebody waits for a letter: it goes straight to that process.",
		"mq_overview(7)",
	),
	"mailbox.send.admitted": rule(
		"Room came while the sender slept: its letter is in the box.",
		"mq_overview(7)",
	),
	"mailbox.send.full-again": rule("The box is full, and O_NONBLOCK forbids waiting.", "mq_overview(7)"),
	"mailbox.send.full-blocks": rule("The box is full: the sender sleeps.", "mq_overview(7)"),
	"mailbox.send.too-long": rule("The letter is longer than a box takes.", "mq_overview(7)"),
	"mailbox.receive.stamped": rule(
		"The oldest letter is taken, whole; its stamp says who sent it and when, whatever it says itself.",
		"mq_overview(7) unix(7)",
	),
	"mailbox.receive.empty-again": rule(
		"No letter is in the box, and O_NONBLOCK forbids waiting.",
		"mq_overview(7)",
	),
	"mailbox.receive.empty-blocks": rule(
		"No letter is in the box: the receiver sleeps. A box has no end of file.",
		"mq_overview(7)",
	),
	"mailbox.receive.too-small": rule(
		"The letter is longer than the room for it, and stays.",
		"mq_overview(7)",
	),
	"mailbox.remove.done": rule("The name is gone; the box goes with its last user.", "mq_overview(7)"),
	"mailbox.remove.missing": rule("There is no mailbox of this name.", "mq_overview(7)"),
	"mailbox.remove.not-maker": rule("Only its maker removes a mailbox.", "mq_overview(7)"),
	"system-v.get.made": rule(
		"A new, empty queue is made; it stays until it is removed, whoever ends.",
		"msgget(2) svipc(7)",
	),
	"system-v.get.known": rule("There is a queue with this key: its id.", "msgget(2)"),
	"system-v.get.exists": rule("There is a queue with this key, and IPC_EXCL wants a new one.", "msgget(2)"),
	"system-v.get.missing": rule("There is no queue with this key.", "msgget(2)"),
	"system-v.get.too-many": rule("There are as many queues as the system allows.", "msgget(2)"),
	"system-v.use.none": rule("There is no queue with this id.", "msgop(2) msgctl(2)"),
	"system-v.use.removed": rule("The queue was removed while the process slept.", "msgop(2)"),
	"system-v.use.no-permission": rule("The mode of the queue does not allow this.", "msgop(2) svipc(7)"),
	"system-v.send.put": rule("There is room: the message stands last in the queue.", "msgop(2)"),
	"system-v.send.handed": rule(
		"Somebody sleeps in msgrcv for such a message: it is handed to that process.",
		"msgop(2)",
		"msgop(2) does not say that nobody can take it away.",
	),
	"system-v.send.full-again": rule(
		"The queue has no room for the message, and IPC_NOWAIT forbids waiting.",
		"msgop(2)",
	),
	"system-v.send.full-blocks": rule(
		"The message would make more than msg_qbytes bytes, or as many messages: the sender sleeps.",
		"msgop(2)",
	),
	"system-v.send.bad-size": rule("A message has at most MSGMAX bytes.", "msgop(2)"),
	"system-v.send.bad-type": rule("The type of a message is above 0.", "msgop(2)"),
	"system-v.receive.first": rule(
		"Type 0 takes the first message, one above 0 the first of that type, one below 0 the lowest type up to it.",
		"msgop(2)",
	),
	"system-v.receive.cut": rule(
		"With MSG_NOERROR a message is cut to the buffer; the rest of it is lost.",
		"msgop(2)",
	),
	"system-v.receive.copied": rule("With MSG_COPY the message stays in the queue.", "msgop(2)"),
	"system-v.receive.too-small": rule(
		"The message is longer than the buffer: it stays in the queue.",
		"msgop(2)",
	),
	"system-v.receive.none-again": rule(
		"There is no such message, and IPC_NOWAIT forbids waiting.",
		"msgop(2)",
	),
	"system-v.receive.none-blocks": rule("There is no such message: the receiver sleeps.", "msgop(2)"),
	"system-v.receive.bad-size": rule("Neither id nor size can be negative.", "msgop(2)"),
	"system-v.receive.bad-copy": rule("MSG_COPY needs IPC_NOWAIT and forbids MSG_EXCEPT.", "msgop(2)"),
	"system-v.control.told": rule("What is known of the queue is told.", "msgctl(2)"),
	"system-v.control.set": rule("Owner, mode or size of the queue is changed.", "msgctl(2)"),
	"system-v.control.removed": rule(
		"The queue is gone with all that is inside; whoever slept at it is told so.",
		"msgctl(2)",
	),
	"system-v.control.not-owner": rule("Only owner and maker may change or remove a queue.", "msgctl(2)"),
	"system-v.control.too-much": rule("An ordinary user gives a queue no more than MSGMNB bytes.", "msgctl(2)"),
	"system-v.control.bad-command": rule("msgctl does not know the command.", "msgctl(2)"),

	"file.path.missing": rule("No file has this name.", "open(2)"),
	"file.path.not-directory": rule("A part of the path is not a directory.", "path_resolution(7)"),
	"file.path.no-search": rule("A directory on the path may not be searched.", "path_resolution(7)"),
	"file.path.too-long": rule("The path or one of its names is too long.", "path_resolution(7)"),
	"file.path.loop": rule("The path leads through more than 40 symbolic links.", "path_resolution(7)"),
	"file.name.no-permission": rule("The directory may not be changed by this user.", "path_resolution(7)"),
	"file.name.sticky": rule(
		"In a directory with the sticky bit only the owner of a file, the directory's owner or root takes a name away.",
		"unlink(2) rename(2)",
	),
	"file.open.lowest": rule(
		"A new open file description is made and gets the lowest free descriptor.",
		"open(2)",
	),
	"file.open.created": rule("The file did not exist and is created empty.", "open(2)"),
	"file.open.truncated": rule("O_TRUNC empties the file.", "open(2)"),
	"file.open.exists": rule("The name exists already.", "open(2) mkdir(2) link(2)"),
	"file.open.directory": rule("A directory cannot be opened for writing or replaced by a file.", "open(2)"),
	"file.open.link": rule("With O_NOFOLLOW a symbolic link is not opened.", "open(2)"),
	"file.open.no-permission": rule("The permission bits do not allow this.", "open(2) access(2)"),
	"file.open.bad-flags": rule("Flags or name are not possible here.", "open(2)"),
	"file.read.zero": rule("A read of 0 bytes returns 0.", "read(2)"),
	"file.read.moves-offset": rule(
		"A read starts at the offset of the open file description and moves it on.",
		"read(2)",
	),
	"file.read.at": rule("pread leaves the offset where it is.", "pread(2)"),
	"file.read.end-of-file": rule("The offset is at the end of the file: 0 bytes.", "read(2)"),
	"file.read.directory": rule("The bytes of a directory cannot be read.", "read(2)"),
	"file.write.zero": rule("A write of 0 bytes does nothing.", "write(2)"),
	"file.write.moves-offset": rule(
		"A write starts at the offset of the open file description and moves it on.",
		"write(2)",
	),
	"file.write.appends": rule(
		"With O_APPEND every write goes to the end of the file.",
		"open(2)",
		"POSIX wants pwrite to keep its offset even with O_APPEND; Linux appends.",
	),
	"file.write.at": rule("pwrite leaves the offset where it is.", "pread(2)"),
	"file.write.partial": rule("There is room for a part of the bytes only.", "write(2)"),
	"file.write.disk-full": rule("The disk has no room left.", "write(2)"),
	"file.write.too-big": rule("The file would grow beyond a limit.", "write(2) setrlimit(2)"),
	"file.seek.set": rule("The offset is set for all who share the open file description.", "lseek(2)"),
	"file.seek.not-seekable": rule("A pipe or terminal has no offset.", "lseek(2) pread(2)"),
	"file.seek.negative": rule("An offset cannot be negative.", "lseek(2)"),
	"file.seek.bad-whence": rule("whence is not SEEK_SET, SEEK_CUR or SEEK_END.", "lseek(2)"),
	"file.truncate.sets-size": rule("The file is cut or filled up with zeros.", "ftruncate(2)"),
	"file.truncate.bad": rule("Only a regular file open for writing has a length to set.", "ftruncate(2)"),
	"file.unlink.gone": rule("The name is gone, and with the last name the file.", "unlink(2)"),
	"file.unlink.still-open": rule(
		"The name is gone; the file lives until its last descriptor is closed.",
		"unlink(2)",
	),
	"file.unlink.directory": rule(
		"unlink does not remove directories.",
		"unlink(2)",
		"POSIX says EPERM; Linux says EISDIR.",
	),
	"file.link.adds": rule("The file has one more name.", "link(2)"),
	"file.link.not-permitted": rule(
		"A file of another user gets a new name only from who may read and write it.",
		"link(2) proc(5)",
		"This is fs.protected_hardlinks = 1, as distributions set it; a bare kernel has 0.",
	),
	"file.link.directory": rule("A directory cannot have a second name.", "link(2)"),
	"file.mknod.not-permitted": rule("An ordinary user makes no devices.", "mknod(2)"),
	"file.symlink.made": rule("A symbolic link is made; nobody asks whether its target exists.", "symlink(2)"),
	"file.readlink.told": rule("The path that the symbolic link holds.", "readlink(2)"),
	"file.readlink.not-a-link": rule("Only a symbolic link can be read so.", "readlink(2)"),
	"file.getdents.told": rule(
		"The next entries of the directory, as many as there is room for.",
		"getdents(2)",
	),
	"file.getdents.end": rule("The directory has no more entries.", "getdents(2)"),
	"file.getdents.no-room": rule("The buffer is too small for the next entry.", "getdents(2)"),
	"file.rename.moves": rule("The file has another name.", "rename(2)"),
	"file.rename.replaces": rule("The new name existed and is replaced in one step.", "rename(2)"),
	"file.rename.same": rule("Both names mean the same file: nothing happens.", "rename(2)"),
	"file.rename.busy": rule("This directory is in use.", "rename(2)"),
	"file.rename.into-itself": rule("A directory cannot be moved into itself.", "rename(2)"),
	"file.mkdir.made": rule("A new empty directory is made.", "mkdir(2)"),
	"file.rmdir.removed": rule("The empty directory is removed.", "rmdir(2)"),
	"file.rmdir.busy": rule("The root directory cannot be removed.", "rmdir(2)"),
	"file.rmdir.dot": rule("The last name must not be a dot.", "rmdir(2)"),
	"file.rmdir.not-empty": rule("The directory is not empty.", "rmdir(2)"),
	"file.times.set": rule(
		"The times at which the file was read and written become those asked for; that of the last change is now.",
		"utimensat(2)",
	),
	"file.times.bad": rule(
		"Nanoseconds go from 0 to 999999999, or are UTIME_NOW or UTIME_OMIT.",
		"utimensat(2)",
	),
	"file.times.not-owner": rule("Only the owner of a file may set its times.", "utimensat(2)"),
	"file.stat.told": rule("The status of a file is read; nothing changes.", "stat(2)"),
	"file.access.allowed": rule("The access would be allowed.", "access(2)"),
	"file.access.bad-mode": rule("The mode has unknown bits.", "access(2)"),
	"file.chmod.changed": rule("The permission bits are changed.", "chmod(2)"),
	"file.chmod.not-owner": rule("Only the owner may change the permission bits.", "chmod(2)"),
	"file.chown.changed": rule(
		"The file has another owner or group; a program lends its owner's rights no more.",
		"chown(2)",
	),
	"file.chown.not-permitted": rule(
		"Only root gives a file away; its owner may choose among the groups it is in.",
		"chown(2)",
	),
	"file.sync.done": rule("What was written is on the disk; here it always is.", "fsync(2)"),
	"file.sync.no-storage": rule("A pipe or terminal keeps nothing that could be saved.", "fsync(2)"),
	"splice.move.moved": rule(
		"The bytes went from one descriptor to the other inside the kernel.",
		"splice(2)",
	),
	"splice.move.copied": rule("The bytes are in both pipes now: tee takes none away.", "tee(2)"),
	"splice.move.sent": rule("The file's bytes went to the other descriptor inside the kernel.", "sendfile(2)"),
	"splice.move.zero": rule("Nothing was to be moved.", "splice(2)"),
	"splice.call.no-pipe": rule(
		"One end must be a pipe (of tee both, two different ones), none may append.",
		"splice(2) tee(2)",
	),
	"splice.call.no-file": rule("sendfile sends a regular file, to what does not append.", "sendfile(2)"),
	"file.chdir.changed": rule("Relative paths start here now.", "chdir(2)"),
	"file.getcwd.path": rule("The path of the working directory.", "getcwd(3)"),

	"lock.range.placed": rule("The process has a lock on these bytes of the file.", "fcntl(2)"),
	"lock.range.released": rule("The process has no lock on these bytes any more.", "fcntl(2)"),
	"lock.range.free": rule("Nothing would forbid the lock.", "fcntl(2)"),
	"lock.range.told": rule("The first lock that forbids it, and whose it is.", "fcntl(2)"),
	"lock.range.taken": rule("Another process has a lock in the way, and F_SETLK does not wait.", "fcntl(2)"),
	"lock.range.waits": rule("Another process has a lock in the way: F_SETLKW sleeps.", "fcntl(2)"),
	"lock.range.deadlock": rule(
		"Whoever holds the lock waits for one of this process: to wait would be for ever.",
		"fcntl(2)",
	),
	"lock.file.placed": rule("The open file description has a lock on the file.", "flock(2)"),
	"lock.file.released": rule("The open file description has no lock any more.", "flock(2)"),
	"lock.file.taken": rule(
		"Another description has a lock in the way, and LOCK_NB forbids waiting.",
		"flock(2)",
	),
	"lock.file.waits": rule("Another description has a lock in the way: flock sleeps.", "flock(2)"),
	"lock.call.bad": rule("There is no such lock.", "fcntl(2) flock(2)"),

	"terminal.read.zero": rule("A read of 0 bytes returns 0.", "read(2)"),
	"terminal.read.line": rule("A read takes at most one line of what was typed.", "termios(3)"),
	"terminal.read.end-of-file": rule("No more input will come: end of file.", "termios(3)"),
	"terminal.read.empty-blocks": rule("Nothing was typed yet: the reader sleeps.", "termios(3)"),
	"terminal.read.empty-again": rule("Nothing was typed yet, and O_NONBLOCK forbids waiting.", "read(2)"),
	"terminal.read.bytes": rule(
		"Without ICANON a read takes what was typed, as soon as there are VMIN bytes.",
		"termios(3)",
	),
	"terminal.read.timeout": rule("VMIN is 0, and nothing was typed within VTIME.", "termios(3)"),
	"terminal.read.background": rule(
		"A read of the terminal from the background stops the whole process group with SIGTTIN.",
		"termios(3) credentials(7)",
	),
	"terminal.read.background-refused": rule(
		"A group that SIGTTIN cannot stop may not read from the background.",
		"termios(3) read(2)",
	),
	"terminal.write.background": rule(
		"With TOSTOP a write to the terminal from the background stops the whole group with SIGTTOU.",
		"termios(3)",
	),
	"terminal.change.background": rule(
		"A change of the terminal from the background stops the whole process group with SIGTTOU.",
		"tcsetpgrp(3) termios(3)",
	),
	"terminal.change.background-refused": rule(
		"A group that is orphaned may not change the terminal from the background.",
		"termios(3)",
		"tcsetpgrp(3) does not mention EIO.",
	),
	"terminal.settings.set": rule("The terminal's settings are changed for all who use it.", "termios(3)"),
	"terminal.group.set": rule("Another process group is in the foreground of the terminal.", "tcsetpgrp(3)"),
	"terminal.group.bad": rule("A process group is a positive number.", "tcsetpgrp(3)"),
	"terminal.group.none": rule("There is no such process group.", "tcsetpgrp(3)"),
	"terminal.group.elsewhere": rule("The process group is of another session.", "tcsetpgrp(3)"),
	"terminal.group.not-ours": rule("It is not the caller's controlling terminal.", "tcsetpgrp(3)"),
	"terminal.write.all": rule("The terminal takes everything at once.", "tty(4)"),
	"terminal.open.none": rule("There is no controlling terminal.", "tty(4)"),
	"device.null.read": rule("/dev/null is always at its end.", "null(4)"),
	"device.zero.read": rule("/dev/zero gives zeros without end.", "zero(4)"),
	"device.full.write": rule("There is never room on /dev/full.", "full(4)"),
	"device.write.swallowed": rule("What is written to /dev/null or /dev/zero is gone.", "null(4)"),

	"ioctl.fionread.unread": rule("FIONREAD tells how many bytes are there to be read.", "ioctl(2)"),
	"ioctl.tcgets.terminal": rule("It is a terminal.", "isatty(3)"),
	"ioctl.tiocgpgrp.group": rule("The foreground process group of the terminal.", "tcgetpgrp(3)"),
	"ioctl.tiocgwinsz.size": rule("The size of the terminal's window.", "ioctl_tty(2)"),
	"ioctl.tiocgsid.session": rule("The session whose controlling terminal it is.", "tcgetsid(3)"),
	"ioctl.use.not-for-this": rule("The request means nothing for this kind of file.", "ioctl(2) isatty(3)"),

	"process.fork.copies": rule(
		"fork makes a copy of the process that shares its open file descriptions.",
		"fork(2)",
	),
	"process.vfork.waits": rule(
		"The child of vfork uses its parent's memory: the parent sleeps until the child calls execve or ends.",
		"vfork(2)",
		"Signals reach the sleeping parent only when they kill it; the others wait.",
	),
	"process.vfork.returns": rule(
		"The child has called execve or has ended: vfork returns in the parent.",
		"vfork(2)",
	),
	"process.fork.limit": rule("There are as many processes as are allowed.", "fork(2)"),
	"process.exec.replaces": rule(
		"execve replaces the program; pid, descriptors without FD_CLOEXEC, mask and pending signals stay.",
		"execve(2)",
	),
	"process.exec.not-a-file": rule("What the path names is not a regular file.", "execve(2)"),
	"process.exec.not-executable": rule("The file has no execute permission.", "execve(2)"),
	"process.exec.no-program": rule("The file is not a program.", "execve(2)"),
	"process.exit.ends": rule(
		"_exit closes all descriptors; the status is kept until the parent waits for it.",
		"_exit(2)",
	),
	"process.wait.reaps": rule(
		"wait takes the status of a child that has ended, and the zombie is gone.",
		"wait(2)",
	),
	"process.wait.reports": rule("wait reports, once, that a child was stopped or continued.", "wait(2)"),
	"process.wait.leaves": rule("WNOWAIT leaves the child to be waited for again.", "wait(2)"),
	"process.wait.blocks": rule("No child has anything to report yet: the parent sleeps.", "wait(2)"),
	"process.wait.none-yet": rule(
		"No child has anything to report yet, and WNOHANG forbids waiting.",
		"wait(2)",
	),
	"process.wait.no-children": rule("There is no such child to wait for.", "wait(2)"),
	"process.wait.bad-options": rule("The options of the wait are not valid.", "wait(2)"),
	"process.identity.told": rule("A process knows who it is; this cannot fail.", "getpid(2)"),
	"user.ids.set": rule("The process is another user or group from now on.", "setuid(2) setresuid(2)"),
	"user.ids.not-permitted": rule(
		"Without privilege an id may only become one that the process has already.",
		"setuid(2) setreuid(2) setresuid(2)",
	),
	"user.ids.bad": rule("No user or group has the id -1.", "setuid(2)"),
	"user.groups.set": rule("The process is in these further groups.", "setgroups(2)"),
	"user.groups.not-permitted": rule("Only root chooses the groups of a process.", "setgroups(2)"),
	"user.groups.no-room": rule("There are more groups than fit.", "getgroups(2)"),
	"process.umask.set": rule("New files get no bit that the mask has.", "umask(2)"),
	"process.find.none": rule("There is no such process.", "setpgid(2) getsid(2)"),
	"process.group.joined": rule("The process is in another process group now.", "setpgid(2)"),
	"process.group.refused": rule("The process may not go to that group.", "setpgid(2)"),
	"process.group.executed": rule("A child that has called execve stays in its group.", "setpgid(2)"),
	"process.group.bad": rule("A process group cannot be negative.", "setpgid(2)"),
	"process.session.new": rule("The process leads a session and a group of its own.", "setsid(2)"),
	"process.session.leader": rule("A leader of a process group cannot start a session.", "setsid(2)"),
	"scheduler.yield.done": rule("The process lets the others go first.", "sched_yield(2)"),

	"signal.kill.sent": rule("The signal is sent.", "kill(2)"),
	"signal.kill.only-asks": rule("Signal 0 only asks whether the process exists.", "kill(2)"),
	"signal.kill.nobody": rule("There is no such process or process group.", "kill(2)"),
	"signal.kill.not-permitted": rule("The process belongs to another user.", "kill(2)"),
	"signal.kill.bad-number": rule("There is no such signal.", "kill(2)"),
	"signal.queue.full": rule(
		"As many signals are queued as RLIMIT_SIGPENDING allows.",
		"sigqueue(3) setrlimit(2)",
		"Linux counts the signals of all processes of a user, and its limit depends on the memory there is.",
	),
	"signal.send.pending": rule("The signal is pending until it is delivered.", "signal(7)"),
	"signal.send.queued": rule("A real-time signal is queued, however many wait already.", "signal(7)"),
	"signal.send.merged": rule(
		"A standard signal that is pending already is not queued a second time.",
		"signal(7)",
	),
	"signal.send.ignored": rule("The process ignores the signal: it is thrown away.", "signal(7)"),
	"signal.send.ignored-by-default": rule("By default the signal is ignored: it is thrown away.", "signal(7)"),
	"signal.send.zombie": rule("The process has ended already: the signal has no effect.", "kill(2) wait(2)"),
	"signal.deliver.kills": rule("The default action of the signal ends the process.", "signal(7)"),
	"signal.deliver.stops": rule("The default action of the signal stops the process.", "signal(7)"),
	"signal.interrupt.fails": rule(
		"A handler without SA_RESTART interrupts the call: it fails with EINTR.",
		"signal(7)",
	),
	"signal.interrupt.restarts": rule(
		"A handler with SA_RESTART runs, and then the call is made again.",
		"signal(7)",
	),
	"signal.interrupt.never-restarts": rule(
		"A handler interrupts the call, which is never made again, SA_RESTART or not.",
		"signal(7)",
	),
	"signal.interrupt.partial": rule(
		"A handler interrupts the write after a part of it: write returns the part.",
		"signal(7) write(2)",
		"signal(7) does not say that SA_RESTART changes nothing here.",
	),
	"signal.action.set": rule("The disposition of the signal is set.", "sigaction(2)"),
	"signal.action.told": rule("The disposition of the signal is told.", "sigaction(2)"),
	"signal.action.bad-number": rule(
		"There is no such signal, or it is SIGKILL or SIGSTOP, which no process can change.",
		"sigaction(2)",
	),
	"signal.mask.set": rule(
		"The signal mask is changed; SIGKILL and SIGSTOP cannot be blocked.",
		"sigprocmask(2)",
	),
	"signal.mask.told": rule("The signal mask is told.", "sigprocmask(2)"),
	"signal.mask.bad-how": rule("how is not SIG_BLOCK, SIG_UNBLOCK or SIG_SETMASK.", "sigprocmask(2)"),
	"signal.pending.told": rule("The signals that are sent but blocked.", "sigpending(2)"),
	"signal.pause.waits": rule("The process sleeps until a handler has run.", "pause(2)"),
	"signal.suspend.waits": rule(
		"With another mask, the process sleeps until a handler has run.",
		"sigsuspend(2)",
	),
	"signal.timedwait.takes": rule("A pending signal is taken without running its handler.", "sigtimedwait(2)"),
	"signal.timedwait.waits": rule("None of the signals is pending: the process sleeps.", "sigtimedwait(2)"),
	"signal.timedwait.timeout": rule("The time is up and none of the signals came.", "sigtimedwait(2)"),
	"signal.return.mask-back": rule("The handler returns and the signal mask is as before.", "sigreturn(2)"),
	"signal.return.no-frame": rule("There is no handler to return from.", "sigreturn(2)"),

	"poll.call.ready": rule("Some descriptors are ready: poll returns how many.", "poll(2)"),
	"poll.call.waits": rule("No descriptor is ready: the process sleeps.", "poll(2)"),
	"poll.call.timeout": rule("The time is up and no descriptor is ready.", "poll(2)"),
	"poll.call.too-many": rule("More descriptors than the limit allows to be open.", "poll(2)"),
	"select.call.ready": rule("The sets hold the descriptors that are ready.", "select(2)"),
	"select.call.waits": rule("No descriptor is ready: the process sleeps.", "select(2)"),
	"select.call.timeout": rule("The time is up: the sets are empty.", "select(2)"),
	"select.call.closed": rule("A set has a descriptor that is not open.", "select(2)"),
	"select.call.bad-count": rule("nfds or the timeout is negative.", "select(2)"),

	"call.address.bad": rule(
		"A pointer leads to no memory of the process: the call fails before it does anything.",
		"read(2) pipe(2)",
	),

	"time.clock.told": rule("The time of the simulated clock.", "clock_gettime(2)"),
	"time.clock.none": rule("There is no such clock.", "clock_gettime(2)"),
	"time.usage.told": rule("The processor time that was used.", "getrusage(2)"),
	"time.usage.bad": rule("Only of itself or of its children does a process learn this.", "getrusage(2)"),
	"time.sleep.over": rule("The time has passed.", "nanosleep(2)"),
	"time.sleep.waits": rule("The process sleeps until its time has come.", "nanosleep(2)"),
	"time.wait.bad": rule("A time cannot be negative.", "nanosleep(2)"),
	"time.alarm.set": rule("SIGALRM will come when the time has passed.", "alarm(2)"),
	"time.alarm.cancelled": rule("No alarm is set any more.", "alarm(2)"),
	"time.timer.made": rule("A new timer, not yet set.", "timer_create(2)"),
	"time.timer.set": rule(
		"The timer rings when the time has passed; 0 stops it.",
		"timer_settime(2) setitimer(2)",
	),
	"time.timer.told": rule(
		"What is left until the timer rings, and its interval.",
		"timer_gettime(2) getitimer(2)",
	),
	"time.timer.overrun": rule(
		"How often the timer would have rung while its signal waited to be taken.",
		"timer_getoverrun(2)",
	),
	"time.timer.deleted": rule(
		"The timer is gone, and with it a signal of it that still waits.",
		"timer_delete(2)",
	),
	"time.timer.none": rule("There is no such timer.", "timer_settime(2)"),
	"time.timer.bad": rule(
		"The clock, the time or the signal is none that there is.",
		"timer_create(2) setitimer(2)",
	),
	"priority.nice.told": rule(
		"The nice value of the process, the lowest if there are several.",
		"getpriority(2)",
	),
	"priority.nice.set": rule(
		"The nice value is set. It is remembered, and changes no turn here.",
		"setpriority(2)",
		"Linux gives a nicer process a smaller share of the processor.",
	),
	"priority.nice.refused": rule("Only root may make a process less nice.", "setpriority(2)"),
	"priority.call.nobody": rule("There is no such process, group or user.", "getpriority(2)"),
	"priority.call.bad": rule("which is not PRIO_PROCESS, PRIO_PGRP or PRIO_USER.", "getpriority(2)"),
	"limit.get.told": rule("The soft and the hard limit are told.", "getrlimit(2)"),
	"limit.set.done": rule("The limits are changed.", "getrlimit(2)"),
	"limit.set.soft-above-hard": rule("A soft limit cannot be above the hard one.", "getrlimit(2)"),
	"limit.set.above-hard": rule(
		"Only root may raise a hard limit, and nobody that of descriptors beyond nr_open.",
		"getrlimit(2)",
	),
	"limit.call.bad-resource": rule("There is no such resource.", "getrlimit(2)"),
} as const satisfies { readonly [id: string]: Rule };

/** A rule's name, `object.act.case`: `pipe.read.empty-blocks`. */
export type RuleId = keyof typeof rules;

export function ruleOf(id: RuleId): Rule {
	return rules[id];
}
