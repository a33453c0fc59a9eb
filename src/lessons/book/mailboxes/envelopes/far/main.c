// A second machine. It shares the first one's disk, and this program knows the name of the queue, too.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>

int main(void) {
    mqd_t orders = mq_open("/orders", O_RDONLY);        //@ open
    if (orders == -1) {
        perror("/orders");
        return 1;
    }
    char text[8];
    mq_receive(orders, text, sizeof text, NULL);
    printf("%c\n", text[0]);
    return 0;
}
