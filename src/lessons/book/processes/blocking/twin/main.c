// A parent that waits for its child.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    pid_t child = fork();                   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        for (int i = 0; i < 6; i++)
            write(STDOUT_FILENO, ".", 1);   //@ work
        return 0;
    }

    wait(NULL);                             //@ wait
    write(STDOUT_FILENO, "done", 4);
    return 0;
}
