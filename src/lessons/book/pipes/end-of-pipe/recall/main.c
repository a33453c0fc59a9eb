// Two processes, one letter each.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    pid_t child = fork();   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        write(STDOUT_FILENO, "B", 1);
        return 0;
    }

    write(STDOUT_FILENO, "A", 1);
    wait(NULL);
    return 0;
}
