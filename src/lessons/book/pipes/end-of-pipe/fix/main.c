// One close is missing.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    //@ place early: before the fork

    pid_t reader = fork();                              //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) {
        //@ place before: the reader, before the loop
        char piece[4];
        ssize_t n;
        while ((n = read(ends[0], piece, sizeof piece)) > 0)
            write(STDOUT_FILENO, piece, n);
        //@ place after: the reader, after the loop
        return 0;
    }

    close(ends[0]);
    write(ends[1], "hi there", 8);
    close(ends[1]);
    wait(NULL);
    //@ place late: the writer, after its wait
    return 0;
}
