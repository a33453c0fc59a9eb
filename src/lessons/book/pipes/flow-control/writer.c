// Writes twelve letters, one after another or several at once.
#include <unistd.h>

#define WRITER_PAUSE 10     // microseconds
#define AT_ONCE 1           // letters in one write

void writer(int to) {
    for (int i = 0; i < 12; i += AT_ONCE) {
        write(to, &"abcdefghijkl"[i], AT_ONCE);     //@ write
        usleep(WRITER_PAUSE);
    }
}
