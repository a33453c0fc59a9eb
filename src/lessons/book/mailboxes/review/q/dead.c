// A sender waits at a full queue and is killed there.
#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    struct mq_attr size = {.mq_maxmsg = 1, .mq_msgsize = 8};
    mqd_t box = mq_open("/full", O_CREAT | O_RDWR, 0600, &size);
    if (box == -1) return 1;
    pid_t child = fork();                       //@ name sender
    if (child == 0) {
        mq_send(box, "one", 3, 0);
        mq_send(box, "two", 3, 0);
        return 0;
    }
    usleep(200000);                             // by then the sender sleeps
    kill(child, SIGKILL);                       //@ kill
    wait(NULL);
    struct mq_attr now;
    mq_getattr(box, &now);
    printf("%ld\n", now.mq_curmsgs);
    mq_unlink("/full");
    return 0;
}
