// The pipe is made when the child is already there.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2] = {3, 4};
    pid_t child = fork();               //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        usleep(2000);
        ssize_t n = write(ends[1], "hi", 2);
        return n == -1 ? 1 : 0;
    }

    if (pipe(ends) == -1) return 1;     //@ make
    close(ends[1]);
    char text[8];
    ssize_t n = read(ends[0], text, sizeof text);
    write(STDOUT_FILENO, n == 0 ? "nothing" : text, n == 0 ? 7 : n);
    wait(NULL);
    return 0;
}
