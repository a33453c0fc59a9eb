// The desk is a Unix datagram socket. A letter comes with the name of the socket that it was sent from.
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static int bound(const char *name) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strcpy(address.sun_path, name);
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    return bind(fd, (struct sockaddr *)&address, sizeof address) == 0 ? fd : -1;    //@ bind
}

static int sender(const char *name, const char *letter) {
    struct sockaddr_un desk = {.sun_family = AF_UNIX, .sun_path = "desk"};
    int out = bound(name);
    sendto(out, letter, strlen(letter), 0, (struct sockaddr *)&desk, sizeof desk);  //@ send
    unlink(name);
    return 0;
}

int main(void) {
    int desk = bound("desk");
    if (desk == -1) return 1;
    if (fork() == 0)                                            //@ name clerk
        return sender("clerk", "go");
    wait(NULL);
    if (fork() == 0)                                            //@ name mal
        return sender("clerk", "stop");                         //@ forge
    wait(NULL);
    unlink("desk");

    for (int i = 0; i < 2; i++) {
        char text[8];
        struct sockaddr_un from = {.sun_family = AF_UNIX};
        socklen_t size = sizeof from;
        ssize_t n = recvfrom(desk, text, sizeof text, 0, (struct sockaddr *)&from, &size);
        dprintf(STDOUT_FILENO, "%.*s from %s ", (int)n, text, from.sun_path);       //@ address
    }
    return 0;
}
