// Reader and writer close what they should. A third process knows nothing of the pipe.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t reader = fork();                              //@ name reader
    if (reader == -1) return 1;
    if (reader == 0) {
        close(ends[1]);
        char piece[4];
        ssize_t n;
        while ((n = read(ends[0], piece, sizeof piece)) > 0)
            write(STDOUT_FILENO, piece, n);
        return 0;
    }

    pid_t clock = fork();                               //@ name clock
    if (clock == -1) return 1;
    if (clock == 0) {
        usleep(2000);
        return 0;
    }

    close(ends[0]);
    write(ends[1], "hi there", 8);
    close(ends[1]);
    while (wait(NULL) > 0) {
    }
    return 0;
}
