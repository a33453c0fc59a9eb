// One process does both: whatever can be done next.
#include <ctype.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

static void filter(int in, int out) {
    char text[8];
    ssize_t n;
    while ((n = read(in, text, sizeof text)) > 0) {
        for (ssize_t i = 0; i < n; i++)
            text[i] = toupper(text[i]);
        write(out, text, n);
    }
}

int main(void) {
    int to[2], from[2];
    if (pipe(to) == -1 || pipe(from) == -1) return 1;

    if (fork() == 0) {                      //@ name filter
        close(to[1]);
        close(from[0]);
        filter(to[0], from[1]);
        return 0;
    }

    close(to[0]);
    close(from[1]);
    struct pollfd watch[2] = {{to[1], POLLOUT, 0}, {from[0], POLLIN, 0}};
    int sent = 0;
    for (;;) {
        //@ place wait: until something can be done
        if (watch[0].revents != 0) {
            write(to[1], &"abcdefgh"[sent % 8], 1);
            if (++sent == 40) {
                close(to[1]);
                watch[0].fd = -1;           // poll passes over it
            }
        }
        if (watch[1].revents != 0) {
            char text[8];
            ssize_t n = read(from[0], text, sizeof text);
            if (n <= 0) break;
            write(STDOUT_FILENO, text, n);
        }
    }
    wait(NULL);
    return 0;
}
