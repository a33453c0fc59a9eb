// Passes records on whole, whatever the pieces. At the end it says what it still holds.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PIECE 5

void reader(int from) {
    char held[64];
    ssize_t have = 0;
    ssize_t n;
    while ((n = read(from, held + have, PIECE)) > 0) {
        have += n;
        char *end;
        while ((end = memchr(held, '\n', have)) != NULL) {
            ssize_t length = end + 1 - held;
            dprintf(STDOUT_FILENO, "<%.*s>", (int)length - 1, held);
            memmove(held, held + length, have - length);
            have -= length;
        }
    }
    dprintf(STDOUT_FILENO, "%d left over", (int)have);
}
