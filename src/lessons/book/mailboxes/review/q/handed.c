// Somebody sleeps at an empty queue of one place; two messages come, one after the other.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 1, .mq_msgsize = 8};
    mqd_t box = mq_open("/one", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    if (fork() == 0) {                          //@ name receiver
        char text[8];
        ssize_t n = mq_receive(box, text, sizeof text, NULL);
        dprintf(STDOUT_FILENO, "%.*s", (int)n, text);
        return 0;
    }
    usleep(1000);
    mq_send(box, "x", 1, 0);
    mq_send(box, "y", 1, 0);
    wait(NULL);
    mq_unlink("/one");
    return 0;
}
