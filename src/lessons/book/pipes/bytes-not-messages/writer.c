// Sends two records, a number and a name. CONVENTION says how the reader could know where each ends.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define WRITER_PAUSE 0      // microseconds between the two
#define CONVENTION 0        // 0: a newline; 1: eight bytes each; 2: the length first
#define PORTION 16          // bytes in one write, at most

static void put(int to, const char *record) {
    char text[16];
    int length = 0;
    if (CONVENTION == 0) length = sprintf(text, "%s\n", record);
    if (CONVENTION == 1) length = sprintf(text, "%-8s", record);
    if (CONVENTION == 2) length = sprintf(text, "%zu:%s", strlen(record), record);

    for (int at = 0; at < length; at += PORTION)
        write(to, text + at, length - at < PORTION ? length - at : PORTION);
}

void writer(int to) {
    put(to, "7,ann");                                   //@ first
    if (WRITER_PAUSE > 0) usleep(WRITER_PAUSE);
    put(to, "12,bob");                                  //@ second
}
