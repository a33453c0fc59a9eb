// The reader has gone, the writer has not noticed.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t reader = fork();                  //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) return 0;

    close(ends[0]);
    wait(NULL);
    write(ends[1], "anyone?", 7);
    write(STDOUT_FILENO, "done", 4);
    return 0;
}
