// Orders with priorities come by a queue, letters are left at a desk. One of the letters lies about its sender.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "mailbox.h"

#define URGENT 9            // Mal's priority; the clerk's orders have 1
#define DESK 0              // where letters are left. 0: in a mailbox; 1: at a Unix datagram socket
#define BELIEVES 1          // what the receiver believes. 0: the text of a letter; 1: its envelope
#define MACHINE 1           // the one on which the receiver is; clerk and Mal are on the first

int named(const char *name);                        // desk.c
void post(const char *name, const char *letter);
int collect(int desk, char *text, size_t room, const char *name);

static pid_t clerk;
static char text[16];

static void leave(int desk, const char *letter) {
    if (DESK == 1) post("clerk", letter);                       //@ address
    else mailbox_send(desk, letter, strlen(letter));            //@ leave
}

/* Takes a letter; whether its envelope says that it is the clerk's. */
static int take(int desk) {
    memset(text, 0, sizeof text);
    if (DESK == 1) return collect(desk, text, sizeof text, "clerk");
    struct mailbox_stamp stamp;
    mailbox_receive(desk, text, sizeof text, &stamp);           //@ letter
    return stamp.pid == clerk;                                  //@ stamp
}

static int on_another_machine(void) {
    mqd_t orders = mq_open("/orders", O_RDONLY);                //@ far
    if (orders == -1) perror("/orders");
    return orders == -1 ? 1 : 0;
}

int main(void) {
    if (MACHINE == 2) return on_another_machine();
    struct mq_attr size = {.mq_maxmsg = 3, .mq_msgsize = 8};
    mqd_t orders = mq_open("/orders", O_CREAT | O_RDWR, 0600, &size);
    int desk = DESK == 1 ? named("desk") : mailbox_open("/desk", 2);

    if ((clerk = fork()) == 0) {                                //@ name clerk
        mq_send(orders, "a", 1, 1);
        mq_send(orders, "c", 1, 1);
        leave(desk, "clerk:go");
        return 0;
    }
    if (DESK == 1) waitpid(clerk, NULL, 0);     // then its address is free
    if (fork() == 0) {                                          //@ name mal
        mq_send(orders, "B", 1, URGENT);                        //@ urgent
        leave(desk, "clerk:stop");                              //@ forge
        return 0;
    }
    while (wait(NULL) > 0) {
    }

    unsigned priority;
    for (int i = 0; i < 3; i++) {
        mq_receive(orders, text, sizeof text, &priority);       //@ order
        dprintf(STDOUT_FILENO, "%c%u ", text[0], priority);
    }
    for (int i = 0; i < 2; i++) {
        int obeys = take(desk);
        if (BELIEVES == 0) obeys = strncmp(text, "clerk:", 6) == 0;     //@ text
        dprintf(STDOUT_FILENO, "%s %s ", obeys ? "obeys" : "refuses", text);
    }
    mq_unlink("/orders");
    if (DESK == 1) unlink("desk");
    else mailbox_remove("/desk");
    return 0;
}
