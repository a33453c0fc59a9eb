// Two children, one pipe, and a parent that collects: all of chapter 1 in one program.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    if (fork() == 0) {                          //@ name first
        write(ends[1], "A", 1);
        return 0;
    }
    if (fork() == 0) {                          //@ name second
        write(ends[1], "B", 1);
        return 0;
    }

    close(ends[1]);                             //@ drop
    char letter;
    while (read(ends[0], &letter, 1) == 1)      //@ read
        write(STDOUT_FILENO, &letter, 1);
    while (wait(NULL) > 0) {
    }
    return 0;
}
