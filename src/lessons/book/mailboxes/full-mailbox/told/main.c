// A receiver that does not wait at the queue: it asks to be told by a signal.
#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void told(int number) {
    (void)number;
    write(STDOUT_FILENO, "told ", 5);                   //@ told
}

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 3, .mq_msgsize = 8};
    mqd_t box = mq_open("/jobs", O_CREAT | O_RDWR | O_NONBLOCK, 0600, &size);
    if (box == -1) return 1;
    signal(SIGUSR1, told);
    struct sigevent how = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1};
    if (mq_notify(box, &how) == -1) return 1;           //@ ask

    if (fork() == 0) {                                  //@ name sender
        mq_send(box, "job 1", 5, 0);
        usleep(20000);
        mq_send(box, "job 2", 5, 0);                    //@ second
        return 0;
    }
    wait(NULL);                                         // the receiver's other work
    char job[8];
    ssize_t n;
    while ((n = mq_receive(box, job, sizeof job, NULL)) >= 0)
        dprintf(STDOUT_FILENO, "<%.*s>", (int)n, job);
    mq_unlink("/jobs");
    return 0;
}
