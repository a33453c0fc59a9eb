// Ann asks for five, and runs as ann.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define THROUGH 0       // what the name is. 0: a FIFO; 1: a socket

int call(void);         // desk.c

int main(void) {
    int out = THROUGH == 1 ? call() : open("pay", O_WRONLY);    //@ open
    if (out == -1) {
        perror("ann");
        return 1;
    }
    write(out, "ann 5\n", 6);                   //@ write
    usleep(60000);
    return 0;
}
