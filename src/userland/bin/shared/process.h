/* What tools know of processes: read from /proc. */
#ifndef PROCESS_H
#define PROCESS_H

struct process {
	/* `tty` is the terminal's device, 0 for none. */
	int pid, ppid, pgid, sid, tty, tpgid, priority, nice, threads;
	unsigned flags;
	/* Times in ticks of the clock, from the boot on; bytes; pages. */
	long used, started, vsize, rss;
	char state;
	char name[64];
	/* Its words with spaces between; its name in brackets when it has none. */
	char command[1024];
};

/* All processes by pid, as an array that ends with pid 0. */
struct process *all_processes(void);

/* Reads /proc/PID/FILE, at most size - 1 bytes; -1 when it cannot be read. */
long read_proc(int pid, const char *file, char *text, unsigned long size);

#endif
