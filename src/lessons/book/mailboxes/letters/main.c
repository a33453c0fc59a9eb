// Senders and a receiver. Every record goes two ways: through a FIFO and through a message queue.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SENDERS 2           // how many send, each one record
#define LONGEST 16          // bytes that a message may have

void receiver(int line, mqd_t box);     // receiver.c

static int line;            // the FIFO
static mqd_t box;           // the queue

static int sender(const char *record) {
    write(line, record, strlen(record));                //@ write
    if (mq_send(box, record, strlen(record), 0) == -1)  //@ send
        dprintf(STDOUT_FILENO, "(%s: too long)", record);
    return 0;
}

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 4, .mq_msgsize = LONGEST};
    box = mq_open("/post", O_CREAT | O_RDWR | O_NONBLOCK, 0600, &size);    //@ open
    if (box == -1 || mkfifo("post", 0600) == -1) return 1;
    line = open("post", O_RDWR | O_NONBLOCK);          //@ open-fifo

    if (fork() == 0)                                    //@ name ann
        return sender("7,ann");
    if (SENDERS > 1 && fork() == 0)                     //@ name bob
        return sender("12,bob");
    if (SENDERS > 2 && fork() == 0)                     //@ name cy
        return sender("3,cy");

    while (wait(NULL) > 0) {
    }
    receiver(line, box);
    unlink("post");
    mq_unlink("/post");                                //@ unlink
    return 0;
}
