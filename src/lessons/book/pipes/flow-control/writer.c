// Writes one letter after another.
#include <unistd.h>

#define LETTERS 12
#define WRITER_PAUSE 10     // microseconds

void writer(int to) {
    for (int i = 0; i < LETTERS; i++) {
        char letter = 'a' + i;
        write(to, &letter, 1);              //@ write
        usleep(WRITER_PAUSE);
    }
}
