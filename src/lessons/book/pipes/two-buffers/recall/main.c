// The writer has gone. The reader has kept a write end.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t writer = fork();                  //@ name writer
    if (writer == -1) return 1;

    if (writer == 0) {
        write(ends[1], "bye", 3);
        return 0;
    }

    wait(NULL);
    char text[4];
    while (read(ends[0], text, sizeof text) > 0) {
    }
    return 0;
}
