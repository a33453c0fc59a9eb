/* What cp and mv share: where each of their operands goes. */
#ifndef TARGET_H
#define TARGET_H

#include <sys/stat.h>

/* What happens to a file that is in the way: it is replaced, somebody is asked, it stays. */
enum replacing { REPLACE, ASK, KEEP };
extern enum replacing replacing;

/* Whether `to`, which is there, is to be replaced; asks where that is wanted. */
int may_replace(const char *to);

/* Complains and returns 1 when `from` may not take the place of `to`, which is there. */
int refuse_to_replace(const char *from, const struct stat *source, const char *to, const struct stat *target);

/* Calls `go` for each operand and its place: the last operand, or in it when it is a directory. The program's status. */
int to_target(const char *program, int count, char **operands, int (*go)(const char *from, const char *to));

#endif
