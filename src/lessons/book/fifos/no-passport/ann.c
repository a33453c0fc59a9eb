// Ann asks for five, and runs as ann.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    int out = open("pay", O_WRONLY);            //@ open
    if (out == -1) {
        perror("ann");
        return 1;
    }
    write(out, "ann 5\n", 6);                   //@ write
    usleep(60000);
    return 0;
}
