// Somebody reports three ways while nobody listens, and ends. Later a logger looks for the report.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include "mailbox.h"

static struct sockaddr_un place = {.sun_family = AF_UNIX, .sun_path = "log"};

static int report(mqd_t queue, int box) {
    int out = socket(AF_UNIX, SOCK_DGRAM, 0);
    sendto(out, "21", 2, 0, (void *)&place, sizeof place);
    mq_send(queue, "21", 2, 0);
    mailbox_send(box, "21", 2);
    return 0;
}

static void tell(const char *where, ssize_t n, const char *what) {
    dprintf(STDOUT_FILENO, "%s %s. ", where, n == 2 ? what : "empty");
}

int main(void) {
    char text[16];
    struct mailbox_stamp stamp = {0};
    struct mq_attr size = {.mq_maxmsg = 1, .mq_msgsize = 8};
    mqd_t queue = mq_open("/queue", O_CREAT | O_RDWR, 0600, &size);
    int box = mailbox_open("/box", 1);
    if (queue == -1 || box == -1) return 1;
    pid_t reporter = fork();                    //@ name reporter
    if (reporter == 0) return report(queue, box);
    wait(NULL);

    int in = socket(AF_UNIX, SOCK_DGRAM, 0);    //@ late
    if (bind(in, (void *)&place, sizeof place) == -1) return 1;
    tell("socket", recv(in, text, sizeof text, MSG_DONTWAIT), "21");
    close(in);
    unlink("log");
    tell("queue", mq_receive(queue, text, sizeof text, NULL), "21");
    ssize_t n = mailbox_receive(box, text, sizeof text, &stamp);
    tell("box", n, stamp.pid == reporter ? "21 from the reporter" : "21");
    mq_unlink("/queue");
    mailbox_remove("/box");
    return 0;
}
