// Comes late, and takes what it finds in the three.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>
#include "mailbox.h"

#define RECEIVER_DIES 0     // 1: the first receiver is killed when it has taken one letter

extern int received;        // receivers before this one

static void show(const char *what, int from) {
    char text[16];
    ssize_t n;
    dprintf(STDOUT_FILENO, "%s ", what);
    while ((n = read(from, text, sizeof text)) > 0)         //@ read
        dprintf(STDOUT_FILENO, "[%.*s]", (int)n, text);
}

void receiver(int from) {
    show("pipe", from);
    show("fifo", open("line", O_RDONLY | O_NONBLOCK));      //@ open-fifo
    int box = mailbox_open("/line", 3);                     //@ open-box
    fcntl(box, F_SETFL, O_NONBLOCK);
    char job[8];
    ssize_t n;
    dprintf(STDOUT_FILENO, "box ");
    while ((n = mailbox_receive(box, job, sizeof job, NULL)) > 0) {  //@ receive
        dprintf(STDOUT_FILENO, "<%.*s>", (int)n, job);
        if (RECEIVER_DIES && received == 0) kill(getpid(), SIGKILL);    //@ receiver-dies
    }
}
