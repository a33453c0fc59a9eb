// A child that has ended, and a parent that tries to be rid of it.
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    pid_t child = fork();                       //@ name child
    if (child == -1) return 1;

    if (child == 0) return 7;

    usleep(100000);                             // the child has ended by then
    kill(child, SIGKILL);                       //@ kill
    usleep(100000);                             //@ time

    int status;
    wait(&status);                              //@ wait
    if (WIFEXITED(status)) printf("%d\n", WEXITSTATUS(status));
    return 0;
}
