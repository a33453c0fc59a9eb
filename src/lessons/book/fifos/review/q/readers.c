// One byte and two readers.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int reader(void) {
    int in = open("news", O_RDONLY);
    char byte;
    if (read(in, &byte, 1) == 1) write(STDOUT_FILENO, &byte, 1);
    return 0;
}

int main(void) {
    if (mkfifo("news", 0600) == -1) return 1;
    int hold = open("news", O_RDWR);            // so that nobody has to wait in open

    if (fork() == 0) {                          //@ name ann
        close(hold);
        return reader();
    }
    if (fork() == 0) {                          //@ name bob
        close(hold);
        return reader();
    }

    write(hold, "x", 1);
    wait(NULL);                                 //@ one-has-it
    close(hold);
    wait(NULL);
    return 0;
}
