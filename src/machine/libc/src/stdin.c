// The stream of standard input.
#include <bits/file.h>

static char space[__STREAM_SPACE];
static FILE stream = {.flags = __NO_WRITES, .fd = 0, .space = space, .offset = -1, .order = 0};
FILE *stdin = &stream;
