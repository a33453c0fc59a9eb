// The clerk's order is in the queue, with priority 1. The receiver takes five orders, if there are so many.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 3, .mq_msgsize = 8};
    mqd_t orders = mq_open("/orders", O_CREAT | O_RDWR | O_NONBLOCK, 0600, &size);
    if (orders == -1) return 1;
    if (fork() == 0) {                      //@ name clerk
        mq_send(orders, "a", 1, 1);
        return 0;
    }
    wait(NULL);
    //@ place once: once, before the first is taken
    for (int i = 0; i < 5; i++) {
        char text[8];
        //@ place each: before each that is taken
        if (mq_receive(orders, text, sizeof text, NULL) == -1) break;
        dprintf(STDOUT_FILENO, "%c", text[0]);
    }
    mq_unlink("/orders");
    return 0;
}
