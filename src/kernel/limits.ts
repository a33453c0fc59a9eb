// The numbers a host may choose, and the two sets of them that the book uses.
import type { Limits } from "./state.ts";

/** What the clock of the wall shows at tick 0: 2026-01-01 00:00:00 UTC, in seconds since 1970. */
export const EPOCH = 1_767_225_600;

/** What F_SETPIPE_SZ allows an ordinary user: /proc/sys/fs/pipe-max-size. */
export const PIPE_MAX_SIZE = 1_048_576;

/** /proc/sys/fs/mqueue: what an ordinary user may ask for, and how many queues there may be. */
export const QUEUE_LIMITS = { messages: 10, size: 8192 } as const;
export const QUEUES_MAX = 256;
/** What root may ask for: HARD_MSGMAX, HARD_MSGSIZEMAX. */
export const QUEUE_LIMITS_HARD = { messages: 65_536, size: 16_777_216 } as const;
/** What stat tells as the size of a new POSIX queue. */
export const QUEUE_STATUS_SIZE = 80;
/** RLIMIT_MSGQUEUE: bytes that all POSIX queues of a user may need, with what the kernel keeps of each message. */
export const QUEUE_BYTES_MAX = 819_200;
export const QUEUE_MESSAGE_KEPT = 96;
/** RLIMIT_SIGPENDING where nobody has set it. */
export const QUEUED_MAX = 1024;
/** MAILBOX_LETTER_MAX, MAILBOX_CAPACITY_MAX of "mailbox.h", and letters of a name. */
export const MAILBOX_LETTER_MAX = 1024;
export const MAILBOX_CAPACITY_MAX = 64;
export const MAILBOX_NAME_MAX = 64;
/** MSGMAX, MSGMNI: bytes of one message of System V, and how many of its queues there are at most where nobody says otherwise. */
export const MSGMAX = 8192;
const MSGMNI = 32_000;

/** Linux's own sizes, and small ones that can be seen: a pipe that counts single bytes. */
export const profiles: { readonly linux: Limits; readonly lesson: Limits } = {
	linux: {
		pipePage: 4096,
		pipeSlots: 16,
		pipeAtomic: 4096,
		socketBuffer: 212_992,
		socketPage: 4096,
		datagramQueue: 10,
		descriptors: 1024,
		queueMessages: 10,
		queueMessageSize: 8192,
		queueBytes: 16384,
		queues: MSGMNI,
		processes: 256,
		fileBytes: 4_194_304,
		processors: 1,
	},
	lesson: {
		pipePage: 1,
		pipeSlots: 16,
		pipeAtomic: 4,
		socketBuffer: 16,
		socketPage: 1,
		datagramQueue: 3,
		descriptors: 16,
		queueMessages: 10,
		queueMessageSize: 8192,
		queueBytes: 16384,
		queues: MSGMNI,
		processes: 32,
		fileBytes: 65_536,
		processors: 1,
	},
};
