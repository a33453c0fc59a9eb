// Five bytes, then four, into a pipe that is slow to be read.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t reader = fork();                      //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) {
        close(ends[1]);
        usleep(100);
        char piece[4];
        ssize_t n;
        while ((n = read(ends[0], piece, sizeof piece)) > 0)
            write(STDOUT_FILENO, piece, n);
        return 0;
    }

    close(ends[0]);
    write(ends[1], "seven", 5);
    write(ends[1], "four", 4);                  //@ whole
    close(ends[1]);
    wait(NULL);
    return 0;
}
