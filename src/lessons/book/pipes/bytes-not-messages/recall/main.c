// Two writes, and nobody has read yet.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[1]);
        usleep(20000);
        return 0;
    }

    close(ends[0]);
    write(ends[1], "yes", 3);
    write(ends[1], "then", 4);
    wait(NULL);
    return 0;
}
