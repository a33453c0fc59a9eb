/* What head and tail share: how many lines or bytes of which files. */
#ifndef PART_H
#define PART_H

#include <stddef.h>

struct part {
	long most;
	int bytes;
	/* Names above the files: 1 yes, 0 no, -1 when there is more than one. */
	int headers;
	/* Of tail: -f, and how many seconds it sleeps between two looks. */
	int follow;
	double pause;
};

/*
 * Reads -n, -c, -q and -v, or --lines and so on, numbers as `number` reads them, and first perhaps a number behind one of `signs`; ends the
 * program when they are wrong. Returns where the files begin.
 */
int part_options(int argc, char **argv, struct part *part, const char *signs,
	long (*number)(const char *text, const char *what));

/* A number with a suffix as in 2K or 1MB; ends the program when it is none. */
long part_number(const char *text, const char *what);

/* All of a file that is not read yet; *failed becomes 1 when there is an error. To be freed. */
char *part_rest(int fd, const char *name, size_t *length, int *failed);

/* Where the last lines or bytes of a text begin. */
size_t part_last(const struct part *part, const char *text, size_t length);

/* Shows each file, or standard input. Returns 1 when one cannot be opened. */
int show_each(int count, char **files, int headers, void (*show)(int fd, const char *name));

#endif
