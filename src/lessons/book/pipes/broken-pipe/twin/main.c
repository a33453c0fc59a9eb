// A shell starts a writer that has no reader, and prints its exit status as shells do.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    pid_t writer = fork();                  //@ name writer
    if (writer == -1) return 1;

    if (writer == 0) {
        int ends[2];
        if (pipe(ends) == -1) return 1;
        close(ends[0]);
        write(ends[1], "hello", 5);
        return 0;
    }

    int status;
    wait(&status);
    if (WIFSIGNALED(status)) printf("%d\n", 128 + WTERMSIG(status));
    else printf("%d\n", WEXITSTATUS(status));
    return 0;
}
