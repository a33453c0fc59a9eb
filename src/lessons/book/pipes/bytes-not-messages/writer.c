// Sends two records, a number and a name. CONVENTION says how the reader could know where each ends.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define WRITER_PAUSE 0      // microseconds between the two
#define CONVENTION 0        // 0: a newline; 1: eight bytes each; 2: the length first

static void put(int to, const char *record) {
    if (CONVENTION == 0) dprintf(to, "%s\n", record);
    if (CONVENTION == 1) dprintf(to, "%-8s", record);
    if (CONVENTION == 2) dprintf(to, "%zu:%s", strlen(record), record);
}

void writer(int to) {
    put(to, "7,ann");                                   //@ first
    if (WRITER_PAUSE > 0) usleep(WRITER_PAUSE);
    put(to, "12,bob");                                  //@ second
}
