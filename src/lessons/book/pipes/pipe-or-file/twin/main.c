// The writer has written and gone. Nobody has read.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;
    int out = open("tmp", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (out == -1) return 1;

    pid_t writer = fork();                  //@ name writer
    if (writer == -1) return 1;

    if (writer == 0) {
        write(out, "kept", 4);
        write(ends[1], "lost", 4);
        return 0;
    }

    wait(NULL);
    close(out);
    close(ends[1]);
    close(ends[0]);                         //@ last

    char text[8];
    int in = open("tmp", O_RDONLY);         //@ again
    ssize_t n = read(in, text, sizeof text);
    if (n > 0) write(STDOUT_FILENO, text, n);
    return 0;
}
