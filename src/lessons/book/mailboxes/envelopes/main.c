// Orders with priorities come by a queue, letters with stamps by a mailbox. One of the letters lies about its sender.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "mailbox.h"

#define URGENT 9            // Mal's priority; the clerk's orders have 1
#define BELIEVES 1          // what the receiver believes of a letter; 0: its text, 1: its stamp

static pid_t clerk;

static int is_from_clerk(const char *text, const struct mailbox_stamp *stamp) {
    if (BELIEVES == 0) return strncmp(text, "clerk:", 6) == 0;  //@ text
    return stamp->pid == clerk;                                 //@ stamp
}

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 3, .mq_msgsize = 8};
    mqd_t orders = mq_open("/orders", O_CREAT | O_RDWR, 0600, &size);
    int desk = mailbox_open("/desk", 2);

    if ((clerk = fork()) == 0) {                                //@ name clerk
        mq_send(orders, "a", 1, 1);
        mq_send(orders, "c", 1, 1);
        mailbox_send(desk, "clerk:go", 8);
        return 0;
    }
    if (fork() == 0) {                                          //@ name mal
        mq_send(orders, "B", 1, URGENT);                        //@ urgent
        mailbox_send(desk, "clerk:stop", 10);                   //@ forge
        return 0;
    }
    while (wait(NULL) > 0) {
    }

    char text[16];
    unsigned priority;
    struct mailbox_stamp stamp;
    for (int i = 0; i < 3; i++) {
        mq_receive(orders, text, sizeof text, &priority);       //@ order
        dprintf(STDOUT_FILENO, "%c%u ", text[0], priority);
    }
    for (int i = 0; i < 2; i++) {
        ssize_t n = mailbox_receive(desk, text, sizeof text, &stamp);   //@ letter
        const char *how = is_from_clerk(text, &stamp) ? "obeys" : "refuses";
        dprintf(STDOUT_FILENO, "%s %.*s ", how, (int)n, text);
    }
    mq_unlink("/orders");
    mailbox_remove("/desk");
    return 0;
}
