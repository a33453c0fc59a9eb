// The numbers a host may choose, and the two sets of them that the book uses.
import type { Limits } from "./state.ts";

/** What F_SETPIPE_SZ allows an ordinary user: /proc/sys/fs/pipe-max-size. */
export const PIPE_MAX_SIZE = 1_048_576;

/** Linux's own sizes, and small ones that can be seen: a pipe that counts single bytes. */
export const profiles: { readonly linux: Limits; readonly lesson: Limits } = {
	linux: {
		pipePage: 4096,
		pipeSlots: 16,
		pipeAtomic: 4096,
		descriptors: 1024,
		processes: 256,
		fileBytes: 4_194_304,
	},
	lesson: {
		pipePage: 1,
		pipeSlots: 16,
		pipeAtomic: 4,
		descriptors: 16,
		processes: 32,
		fileBytes: 65_536,
	},
};
