// Writes four lines to standard output. It knows of no pipe.
#include <unistd.h>

#define GEN_PAUSE 100       // microseconds before each line

int main(void) {
    for (int i = 1; i <= 4; i++) {
        char line[] = "fig ?\n";
        line[4] = '0' + i;
        usleep(GEN_PAUSE);
        write(STDOUT_FILENO, line, 6);          //@ line
    }
    return 0;
}
