// A child that sleeps, and a parent that waits for it.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    pid_t child = fork();                       //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        usleep(5000);                           //@ sleep
        return 0;
    }

    wait(NULL);                                 //@ wait
    return 0;
}
