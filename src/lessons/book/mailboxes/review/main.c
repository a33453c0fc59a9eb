// Four messages of two priorities; then one is taken.
#include <fcntl.h>
#include <mqueue.h>
#include <stddef.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 4, .mq_msgsize = 8};
    mqd_t box = mq_open("/mixed", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    char text[8];
    mq_send(box, "a", 1, 2);
    mq_send(box, "b", 1, 5);
    mq_send(box, "c", 1, 2);
    mq_send(box, "d", 1, 5);
    ssize_t n = mq_receive(box, text, sizeof text, NULL);
    n += mq_receive(box, text, sizeof text, NULL);
    mq_unlink("/mixed");
    return n == 2 ? 0 : 1;
}
