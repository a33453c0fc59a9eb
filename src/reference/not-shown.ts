// Rules that no program of the reference shows, and why; programs that were not asked of Linux, and how it was settled there.

/** By rule: one sentence for the reader. */
export const NOT_SHOWN: { readonly [rule: string]: string } = {
	"signal.return.no-frame":
		"No C program comes here: the library makes this call when a handler returns, and at no other time. Asked past the library, with syscall(), Linux kills with SIGSEGV.",
};

/** By program: what it prints here, and one sentence for the reader about Linux. All other programs were run there. */
export const NOT_ASKED: {
	readonly [program: string]: { readonly why: string; readonly stdout: string };
} = {
	"starts-anew": {
		why: "Linux was not asked: it would have started that machine anew. What is true there was read in reboot(2) and mq_overview(7).",
		stdout:
			"a message in the queue: 0\nthe second time: the FIFO has its name still: -1 EEXIST\nthe queue is gone: -1 ENOENT\n",
	},
	"no-threads": {
		why: "Linux does what is refused here: a thread of the program runs the function.",
		stdout:
			"mq_notify by a thread: -1 Function not implemented\nmq_notify by a signal: 0\ntimer_create by a thread: -1 Function not implemented\ntimer_create by a signal: 0\n",
	},
	"no-sigio": {
		why: "Linux does what is refused here: both calls return 0, and the byte sends SIGIO.",
		stdout: "F_SETOWN: -1 Function not implemented\nO_ASYNC: -1 Function not implemented\npoll: 1\n",
	},
	"library-nowhere": {
		why: "On Linux the library looks at the memory before it makes the call, and the process dies of SIGSEGV. Past the library it is EFAULT, as here.",
		stdout:
			"sigaction from nowhere: -1 EFAULT\nsigaction to nowhere: -1 EFAULT\nsigprocmask from nowhere: -1 EFAULT\nclock_gettime to nowhere: -1 EFAULT\n",
	},
	"mailbox-nowhere": {
		why: "Linux was not asked: there a mailbox is a part of the program, and a bad address kills with SIGSEGV.",
		stdout:
			"open with a name nowhere: -1 EFAULT\nsend from nowhere: -1 EFAULT\nreceive to nowhere: -1 EFAULT\na stamp to nowhere: -1 EFAULT\nread: -1 EINVAL\nwrite: -1 EINVAL\nremove a name nowhere: -1 EFAULT\n",
	},
};
