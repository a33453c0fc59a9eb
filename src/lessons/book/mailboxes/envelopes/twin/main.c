// Two low messages are waiting. Three high ones come, each just before one is taken; then no more.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 3, .mq_msgsize = 8};
    mqd_t box = mq_open("/orders", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    char text[8];
    mq_send(box, "x", 1, 1);
    mq_send(box, "y", 1, 1);
    for (int i = 0; i < 5; i++) {
        if (i < 3) mq_send(box, "H", 1, 9);
        mq_receive(box, text, sizeof text, NULL);
        dprintf(STDOUT_FILENO, "%c", text[0]);
    }
    mq_unlink("/orders");
    return 0;
}
