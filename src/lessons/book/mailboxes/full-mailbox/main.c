// Five jobs into a queue of three places, and only then somebody is started who takes them out.
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PLACES 3
#define HOW 0               // 0: send waits; 1: it never waits; 2: it waits for at most a hundredth of a second
#define RECEIVERS 1         // how many share in what was sent
#define WAITS_FOR 0         // what a receiver waits for. 0: a message; 1: the signal that one has come

static void wait_to_be_told(mqd_t box) {
    sigset_t set;
    int number;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    struct sigevent how = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1};
    mq_notify(box, &how);                                       //@ ask
    sigwait(&set, &number);                                     //@ sleep
}

static void receive(mqd_t box, int jobs) {
    char job[8];
    if (WAITS_FOR == 1) wait_to_be_told(box);
    for (int i = 0; i < jobs; i++) {
        ssize_t n = mq_receive(box, job, sizeof job, NULL);     //@ receive
        dprintf(STDOUT_FILENO, "<%.*s>", (int)n, job);
    }
}

static int post(mqd_t box, const char *job) {
    if (HOW != 2) return mq_send(box, job, 5, 0);               //@ send
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 10000000;
    if (until.tv_nsec >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
    return mq_timedsend(box, job, 5, 0, &until);                //@ timed
}

int main(void) {
    struct mq_attr size = {.mq_maxmsg = PLACES, .mq_msgsize = 8};
    int flags = O_CREAT | O_RDWR | (HOW == 1 ? O_NONBLOCK : 0);
    mqd_t box = mq_open("/jobs", flags, 0600, &size);           //@ open
    if (box == -1) return 1;

    int sent = 0;
    for (int i = 1; i <= 5; i++) {
        char job[] = "job ?";
        job[4] = '0' + i;
        if (post(box, job) == 0) sent++;
        else dprintf(STDOUT_FILENO, "(%s: %s)", job, errno == EAGAIN ? "no place" : "too late");
    }
    for (int i = 0; i < RECEIVERS; i++) {
        if (fork() == 0) {                                      //@ name receiver
            receive(box, (sent + i) / RECEIVERS);               //@ share
            return 0;
        }
    }
    while (wait(NULL) > 0) {
    }
    mq_unlink("/jobs");
    return 0;
}
