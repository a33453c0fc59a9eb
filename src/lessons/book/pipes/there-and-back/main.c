// A parent sends words through a filter and wants them back in capitals.
#include <ctype.h>
#include <sys/wait.h>
#include <unistd.h>

#define AMOUNT 40           // bytes that go through the filter
#define CHUNK 8             // bytes that the filter takes at a time

static void filter(int in, int out) {
    char text[CHUNK];
    ssize_t n;
    while ((n = read(in, text, sizeof text)) > 0) {         //@ take
        for (ssize_t i = 0; i < n; i++)
            text[i] = toupper(text[i]);
        write(out, text, n);                                //@ give
    }
}

int main(void) {
    int to[2], from[2];
    if (pipe(to) == -1 || pipe(from) == -1) return 1;       //@ make

    pid_t child = fork();                                   //@ name filter
    if (child == -1) return 1;

    if (child == 0) {
        close(to[1]);
        close(from[0]);
        filter(to[0], from[1]);
        return 0;
    }

    close(to[0]);
    close(from[1]);
    for (int sent = 0; sent < AMOUNT; sent += 8)
        write(to[1], "abcdefgh", 8);                        //@ ask
    close(to[1]);

    char text[8];
    ssize_t n;
    while ((n = read(from[0], text, sizeof text)) > 0)      //@ collect
        write(STDOUT_FILENO, text, n);
    wait(NULL);
    return 0;
}
