// The desk as a Unix datagram socket. A letter comes with the name of the socket that it was sent from.
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int named(const char *name) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strcpy(address.sun_path, name);
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    return bind(fd, (struct sockaddr *)&address, sizeof address) == 0 ? fd : -1;
}

/* From a socket that its owner has named so. */
void post(const char *name, const char *letter) {
    struct sockaddr_un desk = {.sun_family = AF_UNIX, .sun_path = "desk"};
    int out = named(name);
    sendto(out, letter, strlen(letter), 0, (struct sockaddr *)&desk, sizeof desk);
    unlink(name);
}

/* Takes a letter; whether the address on it is that name. */
int collect(int desk, char *text, size_t room, const char *name) {
    struct sockaddr_un from = {.sun_family = AF_UNIX};
    socklen_t size = sizeof from;
    recvfrom(desk, text, room, 0, (struct sockaddr *)&from, &size);
    return strcmp(from.sun_path, name) == 0;
}
