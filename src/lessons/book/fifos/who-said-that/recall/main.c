// Two writers of one name. The first has closed.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("log", 0600) == -1) return 1;

    if (fork() == 0) {                  //@ name ann
        int out = open("log", O_WRONLY);
        usleep(5000);
        write(out, "ann", 3);
        return 0;
    }
    if (fork() == 0) {                  //@ name bob
        int out = open("log", O_WRONLY);
        usleep(90000);
        close(out);
        return 0;
    }

    int in = open("log", O_RDONLY);
    usleep(20000);
    char text[8];
    ssize_t n;
    while ((n = read(in, text, sizeof text)) > 0)
        write(STDOUT_FILENO, text, n);
    while (wait(NULL) > 0) {
    }
    return 0;
}
