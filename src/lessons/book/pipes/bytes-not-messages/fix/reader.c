// Passes records on whole, whatever the pieces. It keeps what is left over for the next round.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PIECE 5

void reader(int from) {
    char held[64];
    ssize_t have = 0;       // bytes in held
    for (;;) {
        ssize_t n = 0;
        //@ place take: ask for more bytes and count them
        if (n <= 0) break;
        char *end;
        while ((end = memchr(held, '\n', have)) != NULL) {
            ssize_t length = end + 1 - held;
            dprintf(STDOUT_FILENO, "<%.*s>", (int)length - 1, held);
            //@ place keep: the record has been passed on
        }
    }
}
