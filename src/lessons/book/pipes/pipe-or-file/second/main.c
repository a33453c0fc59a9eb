// Two readers, one after the other, of a file and of a pipe.
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static int drain(int from) {
    char text[4];
    int total = 0;
    ssize_t n;
    while ((n = read(from, text, sizeof text)) > 0)
        total += n;
    return total;
}

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;
    int out = open("tmp", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (out == -1) return 1;
    write(out, "abcdefghijkl", 12);
    write(ends[1], "abcdefghijkl", 12);
    close(out);
    close(ends[1]);

    for (int i = 0; i < 2; i++) {
        if (fork() == 0) {                      //@ name reader
            int in = open("tmp", O_RDONLY);
            int file = drain(in);
            int piped = drain(ends[0]);
            printf("file %d, pipe %d\n", file, piped);
            return 0;
        }
        wait(NULL);                             //@ one
    }
    return 0;
}
