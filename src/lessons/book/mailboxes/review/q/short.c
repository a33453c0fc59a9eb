// A sender with five bytes and a queue for four; then a shorter one.
#include <fcntl.h>
#include <mqueue.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 4, .mq_msgsize = 4};
    mqd_t box = mq_open("/short", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    mq_send(box, "seven", 5, 0);
    mq_send(box, "six", 3, 0);
    mq_unlink("/short");
    return 0;
}
