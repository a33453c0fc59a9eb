// A queue loses its name while somebody has it open.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 4, .mq_msgsize = 8};
    mqd_t box = mq_open("/news", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    if (fork() == 0) {                          //@ name sender
        mq_send(box, "late", 4, 0);
        mq_unlink("/news");                     //@ unlink
        return 0;
    }
    wait(NULL);
    char text[8];
    ssize_t n = mq_receive(box, text, sizeof text, NULL);   //@ receive
    printf("%.*s\n", (int)n, n == -1 ? "" : text);
    return 0;
}
