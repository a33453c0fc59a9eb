// Sends two records: a number, a comma, a name, and a newline at the end.
#include <unistd.h>

#define WRITER_PAUSE 0      // microseconds between the two

void writer(int to) {
    write(to, "7,ann\n", 6);                            //@ first
    if (WRITER_PAUSE > 0) usleep(WRITER_PAUSE);
    write(to, "12,bob\n", 7);                           //@ second
}
