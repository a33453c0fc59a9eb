// A child has found a sentence; the parent is to print it.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                       //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[0]);
        write(ends[1], "so be it", 8);          //@ tell
        return 0;
    }

    close(ends[1]);
    wait(NULL);
    char text[8];
    ssize_t n = read(ends[0], text, sizeof text);
    if (n > 0) write(STDOUT_FILENO, text, n);
    return 0;
}
