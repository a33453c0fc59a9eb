// The same loop over a pipe and over a queue. The sender has ended.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    struct mq_attr size = {.mq_maxmsg = 3, .mq_msgsize = 8};
    mqd_t box = mq_open("/jobs", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1 || pipe(ends) == -1) return 1;
    if (fork() == 0) {                      //@ name sender
        write(ends[1], "a", 1);
        mq_send(box, "a", 1, 0);
        return 0;
    }
    wait(NULL);
    close(ends[1]);
    char text[8];
    while (read(ends[0], text, sizeof text) > 0)
        dprintf(STDOUT_FILENO, "byte ");
    dprintf(STDOUT_FILENO, "end ");
    while (mq_receive(box, text, sizeof text, NULL) > 0)
        dprintf(STDOUT_FILENO, "message ");
    dprintf(STDOUT_FILENO, "end");
    return 0;
}
