/* What the parts of sed share: the script as it is kept. */
#ifndef SED_H
#define SED_H

#include <regex.h>
#include <stddef.h>
#include <stdio.h>

enum address_kind { NO_ADDRESS, LINE, LAST_LINE, PATTERN, STEP, MORE_LINES };

struct address {
	enum address_kind kind;
	long line, step;
	regex_t *pattern; /* NULL: the last one that was used */
};

struct command {
	struct address from, to;
	int inverted;
	char letter;
	char *text; /* of a, i, c, s (what it puts there), b, t (where to); y: 256 bytes */
	regex_t *pattern;
	int global, printed, nth;
	int target; /* of {, b and t: the command to go to */
	int active; /* within a range; `until` its last line, if that is known */
	long until;
};

extern struct command *commands;
extern int command_count;
extern int extended, quiet, separate;

/* Reads a piece of the script; pieces follow each other as lines do. */
void compile_script(const char *script);
/* After the last piece: labels and braces must have found each other. */
void finish_script(void);

/* Text that grows. */
struct space {
	char *text;
	size_t length, room;
};
void append(struct space *space, const char *text, size_t length);
void append_byte(struct space *space, char byte);

/* Runs the script over the files; returns the exit status. */
int run_script(char **files, int in_place);

#endif
