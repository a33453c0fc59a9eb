// Two receivers at one queue, and one message.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 2, .mq_msgsize = 8};
    mqd_t box = mq_open("/two", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    for (int i = 0; i < 2; i++) {
        if (fork() == 0) {                      //@ name receiver
            char text[8];
            ssize_t n = mq_receive(box, text, sizeof text, NULL);
            dprintf(STDOUT_FILENO, "%.*s", (int)n, text);
            return 0;
        }
    }
    mq_send(box, "news", 4, 0);
    while (wait(NULL) > 0) {
    }
    mq_unlink("/two");
    return 0;
}
