/* What head and tail share: how many lines or bytes of which files. */
#ifndef PART_H
#define PART_H

struct part {
	long most;
	int bytes;
	/* Names above the files: 1 yes, 0 no, -1 when there is more than one. */
	int headers;
};

/*
 * Reads -n, -c, -q and -v, numbers as `number` reads them, and first perhaps a number behind one of `signs`; ends the
 * program when they are wrong. Returns where the files begin.
 */
int part_options(int argc, char **argv, struct part *part, const char *signs,
	long (*number)(const char *text, const char *what));

/* Shows each file, or standard input. Returns 1 when one cannot be opened. */
int show_each(int count, char **files, int headers, void (*show)(int fd, const char *name));

#endif
