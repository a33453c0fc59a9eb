// The child has worked something out. How does the parent learn it?
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int x = 1;
    int status = 0;

    pid_t child = fork();                       //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        x = 99;
        //@ place child: the child, at its end
        return 0;
    }

    //@ place parent: the parent, before it prints
    printf("x is %d\n", x);
    return 0;
}
