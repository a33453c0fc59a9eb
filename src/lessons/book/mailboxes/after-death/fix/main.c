// Yesterday's run was ended before anybody received its message. Today's run begins with the same name.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static mqd_t news(void) {
    struct mq_attr size = {.mq_maxmsg = 4, .mq_msgsize = 16};
    return mq_open("/news", O_CREAT | O_RDWR, 0600, &size);
}

int main(void) {
    if (fork() == 0) {                          //@ name yesterday
        mq_send(news(), "yesterday", 9, 0);
        return 0;
    }
    wait(NULL);

    //@ place first: today's run begins
    mqd_t box = news();
    //@ place opened: the queue is open
    mq_send(box, "today", 5, 0);
    //@ place sent: the message is sent
    char text[16];
    ssize_t n = mq_receive(box, text, sizeof text, NULL);
    printf("%.*s\n", (int)n, n == -1 ? "" : text);
    mq_unlink("/news");
    return 0;
}
