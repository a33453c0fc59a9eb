// A letter of two bytes, and a buffer that is long enough for it eight times over.
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 4, .mq_msgsize = 32};
    mqd_t box = mq_open("/short", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    char text[16];
    mq_send(box, "hi", 2, 0);
    ssize_t n = mq_receive(box, text, sizeof text, NULL);
    if (n == -1 && errno == EMSGSIZE) printf("too small\n");
    mq_unlink("/short");
    return 0;
}
