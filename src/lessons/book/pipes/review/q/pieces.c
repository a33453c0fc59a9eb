// Two writes of three bytes, and reads of four.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t reader = fork();                      //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) {
        close(ends[1]);
        usleep(2000);
        char piece[4];
        ssize_t n;
        while ((n = read(ends[0], piece, sizeof piece)) > 0)
            write(STDOUT_FILENO, piece, n);
        return 0;
    }

    close(ends[0]);
    write(ends[1], "abc", 3);
    write(ends[1], "def", 3);
    close(ends[1]);
    wait(NULL);
    return 0;
}
