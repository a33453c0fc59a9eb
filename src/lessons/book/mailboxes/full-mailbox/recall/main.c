// A writer fills a pipe, and its reader is asleep.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;
    if (fork() == 0) {                      //@ name writer
        close(ends[0]);
        write(ends[1], "12345678", 8);
        write(ends[1], "9", 1);
        return 0;
    }
    close(ends[1]);
    usleep(1000);
    char text[16];
    while (read(ends[0], text, sizeof text) > 0) {
    }
    wait(NULL);
    return 0;
}
