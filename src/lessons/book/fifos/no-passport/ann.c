// Ann asks for five, and runs as ann.
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define THROUGH 0       // what the name is. 0: a FIFO; 1: a socket

static int call(void) {
    static const struct sockaddr_un pay = {AF_UNIX, "pay"};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    return connect(fd, (const struct sockaddr *)&pay, sizeof pay) == 0 ? fd : -1;
}

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
