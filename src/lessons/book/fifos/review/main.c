// A FIFO with six bytes in it, and two writers with more.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("log", 0600) == -1) return 1;
    int both = open("log", O_RDWR);
    write(both, "......", 6);

    if (fork() == 0) {              //@ name ann
        write(both, "aaa", 3);      //@ ann-writes
        return 0;
    }
    if (fork() == 0) {              //@ name bob
        usleep(100000);
        write(both, "bb", 2);       //@ bob-writes
        return 0;
    }

    usleep(400000);
    char text[11];
    int had = 0;
    while (had < 11) {
        ssize_t n = read(both, text, 1);
        write(STDOUT_FILENO, text, n);
        had += n;
    }
    while (wait(NULL) > 0) {
    }
    return 0;
}
