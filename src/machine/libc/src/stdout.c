// The stream of standard output: its buffer is line-buffered on a terminal, full elsewhere.
#include <bits/file.h>

static char space[__STREAM_SPACE];
static FILE stream = {.flags = __NO_READS, .fd = 1, .space = space, .offset = -1, .order = 1};
FILE *stdout = &stream;
