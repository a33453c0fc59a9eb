// A variable, changed after the fork.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int x = 1;

int main(void) {
    pid_t child = fork();   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        x = 99;
        return 0;
    }

    wait(NULL);
    printf("%d", x);
    return 0;
}
