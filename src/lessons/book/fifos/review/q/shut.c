// A bank's FIFO is closed to everybody while a customer is inside.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("pay", 0600) == -1) return 1;
    if (fork() == 0) {                      //@ name mal
        int out = open("pay", O_WRONLY);
        usleep(20000);
        ssize_t n = write(out, "ann 9\n", 6);
        return n == 6 ? 0 : 1;
    }
    int in = open("pay", O_RDONLY);
    chmod("pay", 0);                        //@ shut
    char order[6];
    ssize_t n;
    while ((n = read(in, order, 6)) > 0)
        write(STDOUT_FILENO, order, n);
    wait(NULL);
    unlink("pay");
    return 0;
}
