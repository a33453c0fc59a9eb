// A variable, changed after the fork.
#include <sys/wait.h>
#include <unistd.h>

char x = '1';

int main(void) {
    pid_t child = fork();   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        x = '9';
        return 0;
    }

    wait(NULL);
    write(STDOUT_FILENO, &x, 1);
    return 0;
}
