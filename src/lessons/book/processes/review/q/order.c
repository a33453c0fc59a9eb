// Two children and a full stop.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (fork() == 0) {                          //@ name first
        write(STDOUT_FILENO, "A", 1);
        return 0;
    }
    if (fork() == 0) {                          //@ name second
        write(STDOUT_FILENO, "B", 1);
        return 0;
    }
    while (wait(NULL) > 0) {
    }
    write(STDOUT_FILENO, ".", 1);
    return 0;
}
