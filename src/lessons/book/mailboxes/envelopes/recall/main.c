// Two messages are waiting, and one receive has room for both.
#include <fcntl.h>
#include <mqueue.h>
#include <stddef.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 4, .mq_msgsize = 16};
    mqd_t box = mq_open("/words", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    char text[16];
    mq_send(box, "yes", 3, 0);
    mq_send(box, "then", 4, 0);
    ssize_t n = mq_receive(box, text, sizeof text, NULL);
    mq_unlink("/words");
    return n == 3 ? 0 : 1;
}
