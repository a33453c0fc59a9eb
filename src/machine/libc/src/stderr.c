// The stream of standard error: unbuffered.
#include <bits/file.h>

static char space[__STREAM_SPACE];
static FILE stream = {.flags = __NO_READS | __UNBUFFERED, .fd = 2, .space = space, .offset = -1, .order = 2};
FILE *stderr = &stream;
