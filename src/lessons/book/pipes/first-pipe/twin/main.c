// The parent writes and leaves; the child reads later.
#include <unistd.h>

#define CHILD_PAUSE 500

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                               //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[1]);
        usleep(CHILD_PAUSE);
        char piece[4];
        ssize_t n;
        while ((n = read(ends[0], piece, sizeof piece)) > 0)
            write(STDOUT_FILENO, piece, n);
        return 0;
    }

    close(ends[0]);
    write(ends[1], "so long!", 8);
    return 0;
}
