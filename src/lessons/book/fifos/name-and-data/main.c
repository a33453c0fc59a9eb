// A server that reads orders from a name, and clients that come one after another.
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SERVER_WRITES 0     // 1: the server opens the name for writing, too
#define SERVER_READS 4      // how often it reads before it gives up
#define CLIENT_PAUSE 3000   // microseconds between the two clients

static void order(const char *what) {
    int out = open("orders", O_WRONLY);         //@ client-opens
    write(out, what, 4);                        //@ client-writes
    close(out);                                 //@ client-closes
}

static void serve(void) {
    int in = open("orders", O_RDONLY);          //@ server-opens
    int own = SERVER_WRITES ? open("orders", O_WRONLY) : -1;
    for (int i = 0; i < SERVER_READS; i++) {
        char text[4];
        ssize_t n = read(in, text, 4);          //@ server-reads
        printf(n == 4 ? "%.3s " : "end ", text);
        if (n == 4 && text[0] == 'p') break;    //@ last-order
        usleep(500);
    }
    printf("\n");
    close(own);
    close(in);                                  //@ server-closes
}

int main(void) {
    if (mkfifo("orders", 0600) == -1) return 1; //@ make

    if (fork() == 0) {                          //@ name server
        serve();
        return 0;
    }
    if (fork() == 0) {                          //@ name ann
        order("tea\n");
        return 0;
    }
    if (fork() == 0) {                          //@ name bob
        usleep(CLIENT_PAUSE);
        order("pie\n");
        return 0;
    }
    while (wait(NULL) > 0) {
    }
    return 0;
}
