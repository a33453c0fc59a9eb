// Three bytes are there, and the reader asks for eight.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t reader = fork();                  //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) {
        close(ends[1]);
        usleep(100);
        char text[8];
        ssize_t n = read(ends[0], text, sizeof text);
        if (n > 0) write(STDOUT_FILENO, text, n);
        return 0;
    }

    close(ends[0]);
    write(ends[1], "fig", 3);
    wait(NULL);
    return 0;
}
