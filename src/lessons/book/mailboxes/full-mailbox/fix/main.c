// Five jobs, three places, and a receiver that is started last.
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static struct mq_attr size = {.mq_maxmsg = 3, .mq_msgsize = 8};
static mqd_t box;
static int left = 5;                        // jobs that nobody has received yet
static int started;

static void receive(int jobs) {
    char job[8] = "";
    for (; jobs > 0; jobs--, left--) {
        ssize_t n = mq_receive(box, job, sizeof job, NULL);
        dprintf(STDOUT_FILENO, "<%.*s>", (int)n, job);
    }
}

static void start_receiver(void) {
    if (started++ > 0 || fork() != 0) return;   //@ name receiver
    receive(left);
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
    start_receiver();
    while (wait(NULL) > 0) {
    }
    mq_unlink("/jobs");
    return 0;
}
