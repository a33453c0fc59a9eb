// Two senders and a receiver. Every record goes two ways: through a pipe and through a message queue.
#include <fcntl.h>
#include <mqueue.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define RECEIVER_WAITS 1    // whether the receiver begins only when both senders have ended

void receiver(int from, mqd_t box);     // receiver.c

static void sender(int to, mqd_t box, const char *record) {
    write(to, record, strlen(record));                  //@ write
    mq_send(box, record, strlen(record), 0);            //@ send
}

int main(void) {
    int ends[2];
    struct mq_attr size = {.mq_maxmsg = 2, .mq_msgsize = 16};
    mqd_t box = mq_open("/names", O_CREAT | O_RDWR, 0600, &size);   //@ open
    if (box == -1 || pipe(ends) == -1) return 1;

    if (fork() == 0) {                                  //@ name ann
        sender(ends[1], box, "7,ann");
        return 0;
    }
    if (fork() == 0) {                                  //@ name bob
        sender(ends[1], box, "12,bob");
        return 0;
    }

    close(ends[1]);
    while (RECEIVER_WAITS && wait(NULL) > 0) {
    }
    receiver(ends[0], box);
    mq_unlink("/names");                                //@ unlink
    return 0;
}
