// The queue was made by somebody else, who chose how long a letter may be.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static mqd_t made(void) {
    struct mq_attr size = {.mq_maxmsg = 4, .mq_msgsize = 24};
    return mq_open("/names", O_CREAT | O_RDWR, 0600, &size);
}

int main(void) {
    mqd_t box = made();
    if (box == -1) return 1;
    if (fork() == 0) {                                  //@ name sender
        mq_send(box, "7,ann", 5, 0);
        mq_send(box, "12,bob", 6, 0);
        return 0;
    }

    struct mq_attr size = {0};
    size_t room = size.mq_msgsize;
    ssize_t n = 0;
    //@ place measure: how much room one letter needs
    char *text = malloc(room);
    for (int i = 0; i < 2; i++) {
        //@ place take: one letter
        dprintf(STDOUT_FILENO, "<%.*s>", (int)n, text);
    }
    free(text);
    mq_unlink("/names");
    wait(NULL);
    return 0;
}
