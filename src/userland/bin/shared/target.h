/* What cp and mv share: where each of their operands goes. */
#ifndef TARGET_H
#define TARGET_H

#include <sys/stat.h>

/* Complains and returns 1 when `from` may not take the place of `to`, which is there. */
int refuse_to_replace(const char *from, const struct stat *source, const char *to, const struct stat *target);

/* Calls `go` for each operand and its place: the last operand, or in it when it is a directory. The program's status. */
int to_target(const char *program, int count, char **operands, int (*go)(const char *from, const char *to));

#endif
