// Each tick should arrive when it is printed, not when the clock stops.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                   //@ name clock
    if (child == -1) return 1;

    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        //@ place before: before the ticks
        for (int i = 0; i < 3; i++) {
            printf("tick\n");
            //@ place each: after each tick
            usleep(1000);
        }
        return 0;
    }

    close(ends[1]);
    char text[16];
    ssize_t n;
    while ((n = read(ends[0], text, sizeof text)) > 0)
        write(STDOUT_FILENO, text, n);
    wait(NULL);
    return 0;
}
