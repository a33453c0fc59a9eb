// The pipe is empty, and the writer still has it open.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t reader = fork();                  //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) {
        close(ends[1]);
        char letter;
        if (read(ends[0], &letter, 1) == 1)
            write(STDOUT_FILENO, &letter, 1);
        return 0;
    }

    close(ends[0]);
    usleep(1000);
    write(ends[1], "x", 1);
    wait(NULL);
    return 0;
}
