// A pointer to memory from malloc, copied by the fork.
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int *x = malloc(sizeof *x);
    if (x == NULL) return 1;
    *x = 1;

    pid_t child = fork();                       //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        *x = 99;                                //@ change
        return 0;
    }

    wait(NULL);
    printf("x is %d\n", *x);                    //@ print
    free(x);
    return 0;
}
