// A pipe, a fork, and one descriptor more.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[1]);
        usleep(1000);
        return 0;
    }

    usleep(100);
    dup2(ends[1], STDOUT_FILENO);
    wait(NULL);
    return 0;
}
