// One pipe, two forks.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    if (fork() == 0) {              //@ name first
        usleep(1000);
        return 0;
    }
    if (fork() == 0) {              //@ name second
        usleep(1000);
        return 0;
    }
    while (wait(NULL) > 0) {
    }
    return 0;
}
