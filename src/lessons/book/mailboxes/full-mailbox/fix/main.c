// Five jobs, three places, and nobody who takes one out.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static struct mq_attr size = {.mq_maxmsg = 3, .mq_msgsize = 8};
static mqd_t box;

static void start_receiver(void) {
    if (fork() != 0) return;                //@ name receiver
    char job[8] = "";
    for (int i = 0; i < 5; i++) {
        ssize_t n = mq_receive(box, job, sizeof job, NULL);
        dprintf(STDOUT_FILENO, "<%.*s>", (int)n, job);
    }
    _exit(0);
}

int main(void) {
    //@ place before: before the queue is made
    box = mq_open("/jobs", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    //@ place made: when the queue is there
    mq_send(box, "job 1", 5, 0);
    mq_send(box, "job 2", 5, 0);
    mq_send(box, "job 3", 5, 0);
    //@ place three: after three jobs
    mq_send(box, "job 4", 5, 0);
    mq_send(box, "job 5", 5, 0);
    //@ place after: when all jobs are sent
    while (wait(NULL) > 0) {
    }
    mq_unlink("/jobs");
    return 0;
}
