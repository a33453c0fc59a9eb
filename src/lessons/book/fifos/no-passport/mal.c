// Mal runs as mal, and asks for nine in the name of ann.
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define MAL_STEALS 0    // 1: it takes an order out instead of putting one in
#define THROUGH 0       // what the name is. 0: a FIFO; 1: a socket

static int call(void) {
    static const struct sockaddr_un pay = {AF_UNIX, "pay"};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    return connect(fd, (const struct sockaddr *)&pay, sizeof pay) == 0 ? fd : -1;
}

int main(void) {
    usleep(30000);
    int pay = THROUGH == 1 ? call() : open("pay", MAL_STEALS ? O_RDWR : O_WRONLY);  //@ open
    if (pay == -1) {
        perror("mal");
        return 1;
    }
    char order[6] = "ann 9\n";
    ssize_t n = MAL_STEALS ? read(pay, order, 6) : write(pay, order, 6); //@ act
    return n == 6 ? 0 : 1;
}
