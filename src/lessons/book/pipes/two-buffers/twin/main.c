// Printed once, before the fork, into a buffer.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    printf("hello ");                       //@ print

    pid_t child = fork();                   //@ name child
    if (child == -1) return 1;

    if (child > 0) wait(NULL);
    return 0;
}
