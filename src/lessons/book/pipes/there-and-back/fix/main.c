// Everything is sent before anything is collected. Let somebody else do the sending.
#include <ctype.h>
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

static void send_all(int to) {
    for (int sent = 0; sent < 40; sent += 8)
        write(to, "abcdefgh", 8);
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
    //@ place before: before it collects
    char text[8];
    ssize_t n;
    while ((n = read(from[0], text, sizeof text)) > 0)
        write(STDOUT_FILENO, text, n);
    //@ place after: when it has collected
    return 0;
}
