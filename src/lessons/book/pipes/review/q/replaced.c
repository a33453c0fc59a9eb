// Printed, and then replaced by another program.
#include <stdio.h>
#include <unistd.h>

int main(void) {
    printf("one ");                             //@ print
    execl("./two", "two", NULL);                //@ exec
    return 127;
}
