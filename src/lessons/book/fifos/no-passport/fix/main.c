// The bank with a socket: the kernel tells who is at the other end.
#define _GNU_SOURCE
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct sockaddr_un pay = {AF_UNIX, "pay"};

static int ask(int desk, const char *order) {
    close(desk);        // the bank alone answers calls
    int out = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(out, (const struct sockaddr *)&pay, sizeof pay) == -1) return 1;
    write(out, order, 6);
    return 0;
}

int main(void) {
    int desk = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(desk, (const struct sockaddr *)&pay, sizeof pay) == -1 || listen(desk, 2) == -1) return 1;

    pid_t ann = fork();                         //@ name ann
    if (ann == 0) return ask(desk, "ann 5\n");
    pid_t mal = fork();                         //@ name mal
    if (mal == 0) return ask(desk, "ann 9\n");

    for (int i = 0; i < 2; i++) {
        int from = accept(desk, NULL, NULL);
        char order[6];
        if (read(from, order, 6) != 6) return 1;
        struct ucred peer;
        socklen_t size = sizeof peer;
        if (getsockopt(from, SOL_SOCKET, SO_PEERCRED, &peer, &size) == -1) return 1;
        //@ place check: the bank, before it pays
        write(STDOUT_FILENO, order, 6);
    }
    while (wait(NULL) > 0) {
    }
    unlink("pay");
    return 0;
}
