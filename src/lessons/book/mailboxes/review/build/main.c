// A print service: two clients send jobs to a box, the service prints them until it is told that there are no more.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include "mailbox.h"

static void client(int box, const char *job) {
    //@ place client: what a client does
    (void)box, (void)job;
}

static void service(int box) {
    char job[8];
    ssize_t n = 0;
    int ended = 0;      // clients that have said that they have no more
    while (ended < 2) {
        //@ place take: the next letter
        if (n <= 0) {
            //@ place last: an empty letter has come
            continue;
        }
        dprintf(STDOUT_FILENO, "%.*s.", (int)n, job);
    }
}

int main(void) {
    int box = mailbox_open("/printer", 1);
    if (box == -1) return 1;
    if (fork() == 0) {                          //@ name ann
        client(box, "ink");
        return 0;
    }
    if (fork() == 0) {                          //@ name bob
        client(box, "ink");
        return 0;
    }
    //@ place main: what the parent does
    while (wait(NULL) > 0) {
    }
    //@ place done: when both clients have ended
    return 0;
}
