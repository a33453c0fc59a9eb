// One variable and two processes.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define SPLIT 1             // 1: a child makes the change; 0: the same process does
#define PARENT_WAITS 1

int main(void) {
    int x = 1;                                  //@ x

    pid_t child = SPLIT ? fork() : 0;           //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        x = 99;                                 //@ change
        if (SPLIT) return 0;                    //@ done
    }

    if (PARENT_WAITS) wait(NULL);               //@ wait
    printf("x is %d\n", x);                     //@ print
    return 0;
}
