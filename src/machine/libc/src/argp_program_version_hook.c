// What --version calls; a program may define it.
#include <argp.h>

void (*argp_program_version_hook)(FILE *stream, struct argp_state *state);
