// A writer puts three bytes into a pipe and is killed.
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;
    if (fork() == 0) {                          //@ name writer
        write(ends[1], "abc", 3);
        kill(getpid(), SIGKILL);
    }
    close(ends[1]);
    wait(NULL);
    char text[8];
    printf("%d\n", (int)read(ends[0], text, sizeof text));
    return 0;
}
