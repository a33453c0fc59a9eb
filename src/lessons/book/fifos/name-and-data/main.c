// A server reads orders from a name. Its clients come one after another.
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define BOB_PAUSE 90000     // microseconds before the second client comes
#define UNLINK_EARLY 0      // 1: the name goes as soon as the server is in
#define SERVER_WRITES 0     // 1: the server opens the name for writing, too
#define SERVER_REOPENS 0    // 1: after an end it opens the name again

static int order(const char *what) {
    int out = open("orders", O_WRONLY);         //@ client-opens
    if (out == -1) {
        perror("client");
        return 1;
    }
    write(out, what, 4);                        //@ client-writes
    close(out);                                 //@ client-closes
    return 0;
}

int main(void) {
    if (mkfifo("orders", 0600) == -1) return 1; //@ make

    if (fork() == 0)                            //@ name ann
        return order("tea\n");
    if (fork() == 0) {                          //@ name bob
        usleep(BOB_PAUSE);
        return order("pie\n");
    }

    int in = open("orders", O_RDONLY);          //@ server-opens
    if (UNLINK_EARLY) unlink("orders");
    int own = SERVER_WRITES ? open("orders", O_WRONLY) : -1; //@ own
    int served = 0;
    for (int i = 0; i < 4 && served < 2; i++) {
        usleep(5000);
        char text[4];
        ssize_t n = read(in, text, 4);          //@ read
        if (n > 0) {
            write(STDOUT_FILENO, text, n);
            served++;
        } else if (SERVER_REOPENS) {
            close(in);
            in = open("orders", O_RDONLY);      //@ reopen
        }
    }
    if (own != -1) close(own);
    close(in);                                  //@ server-closes
    while (wait(NULL) > 0) {
    }
    unlink("orders");                           //@ remove
    return 0;
}
