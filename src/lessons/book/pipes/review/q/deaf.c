// The reader lives on, but it has closed its read end.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    int ready[2];
    if (pipe(ends) == -1 || pipe(ready) == -1) return 1;

    pid_t writer = fork();                      //@ name writer
    if (writer == -1) return 1;

    if (writer == 0) {
        close(ends[0]);
        char go;
        read(ready[0], &go, 1);
        write(ends[1], "hello?", 6);            //@ write
        write(STDOUT_FILENO, "sent", 4);
        return 0;
    }

    close(ends[0]);                             //@ deaf
    write(ready[1], "!", 1);
    wait(NULL);
    return 0;
}
