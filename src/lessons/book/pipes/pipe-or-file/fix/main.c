// A file in the place of a pipe: what the kernel did by itself has to be written down.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int out = open("tmp", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    int in = open("tmp", O_RDONLY);
    if (out == -1 || in == -1) return 1;

    pid_t writer = fork();                  //@ name writer
    if (writer == -1) return 1;

    if (writer == 0) {
        for (const char *text = "abcdefghijkl"; *text != '\0'; text += 4)
            write(out, text, 4);
        return 0;
    }

    //@ place before: the reader, before it reads
    char text[16];
    ssize_t n = read(in, text, sizeof text);
    if (n > 0) write(STDOUT_FILENO, text, n);
    //@ place after: the reader, when it has read
    if (access("tmp", F_OK) == -1) write(STDOUT_FILENO, ", no file left", 14);
    return 0;
}
