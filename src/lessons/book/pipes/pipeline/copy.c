// Passes standard input on to standard output, as 'cat' does.
#include <unistd.h>

#define COPY_PAUSE 0        // microseconds before each write

int main(void) {
    char text[8];
    ssize_t n;
    while ((n = read(STDIN_FILENO, text, sizeof text)) > 0) {   //@ read
        if (COPY_PAUSE) usleep(COPY_PAUSE);
        write(STDOUT_FILENO, text, n);
    }
    return 0;
}
