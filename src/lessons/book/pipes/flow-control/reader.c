// Takes one letter at a time and prints it.
#include <unistd.h>

#define READER_PAUSE 1000   // microseconds

void reader(int from) {
    for (;;) {
        usleep(READER_PAUSE);
        char letter;
        if (read(from, &letter, 1) != 1)    //@ read
            return;
        write(STDOUT_FILENO, &letter, 1);
    }
}
