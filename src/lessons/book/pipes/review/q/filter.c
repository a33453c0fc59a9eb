// Sixteen bytes through a filter, all sent before any is collected.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int to[2], from[2];
    if (pipe(to) == -1 || pipe(from) == -1) return 1;

    pid_t filter = fork();                      //@ name filter
    if (filter == -1) return 1;

    if (filter == 0) {
        close(to[1]);
        close(from[0]);
        char text[4];
        ssize_t n;
        while ((n = read(to[0], text, sizeof text)) > 0)
            write(from[1], text, n);
        return 0;
    }

    close(to[0]);
    close(from[1]);
    for (int sent = 0; sent < 16; sent += 4)
        write(to[1], "abcd", 4);                //@ send
    close(to[1]);
    char letter;
    while (read(from[0], &letter, 1) == 1)
        write(STDOUT_FILENO, &letter, 1);
    wait(NULL);
    return 0;
}
