// The bank's side of a socket with a name. The kernel tells the bank who calls.
#define _GNU_SOURCE
#include <pwd.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static const struct sockaddr_un pay = {AF_UNIX, "pay"};

int make_desk(void) {
    // The bank starts its customers: none of them may inherit the desk and answer calls there.
    int desk = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);   //@ desk
    if (bind(desk, (const struct sockaddr *)&pay, sizeof pay) == -1) return -1;
    return listen(desk, 2) == 0 ? desk : -1;
}

void serve(int desk) {
    for (int i = 0; i < 2; i++) {
        int from = accept(desk, NULL, NULL);    //@ accept
        struct ucred peer;
        socklen_t size = sizeof peer;
        if (getsockopt(from, SOL_SOCKET, SO_PEERCRED, &peer, &size) == -1) return;  //@ tag
        shutdown(from, SHUT_WR);                // the bank only listens
        char order[6];
        struct passwd *user = getpwuid(peer.uid);
        if (user != NULL && read(from, order, 6) == 6)
            dprintf(STDOUT_FILENO, "(%s) %.6s", user->pw_name, order);
        close(from);
    }
}
